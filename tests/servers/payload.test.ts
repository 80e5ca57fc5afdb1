import { vi } from 'vitest'

import { code } from './harness/code.ts'
import { payload } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads Payload.
vi.setConfig({ testTimeout: 30_000 })

describeTable({
  library: payload,
  format: 'ts',
  filename: 'payload.config.ts',
  source: code`
    import { buildConfig } from 'payload'

    const databaseAdapter = { defaultIDType: 'text', init: () => ({}) } as never
    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export default buildConfig({
      secret: process.env.PAYLOAD_SECRET || 'secret',
      serverURL: 'https://cms.example.com',
      collections: [{ slug: 'pages', fields: [{ name: 'title', type: 'text' }] }],
      db: databaseAdapter,
      csrf: ALLOWED,
      typescript: { autoGenerate: false },
      OPTIONS
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: [],`, outcome: 'sound' },
    {
      options: `cors: '*',`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'it allows them to whoever is on the list' },
    },
    { options: `cors: ['*'],`, outcome: 'sound' },
    {
      options: `cors: { origins: '*' },`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'it allows them to whoever is on the list' },
    },
    {
      options: `cors: { origins: '*', headers: ['x-custom-header'] },`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'it allows them to whoever is on the list' },
    },
    { options: `cors: { origins: ['*'] },`, outcome: 'sound' },
    { options: `cors: ['https://app.example.com'],`, outcome: 'sound' },
    { options: `cors: ALLOWED,`, outcome: 'sound' },
    { options: `cors: { origins: ALLOWED, headers: ['x-custom-header'] },`, outcome: 'sound' },
    { options: `cors: { headers: ['x-custom-header'] } as any,`, outcome: 'sound' },
    { options: `cors: ['https://app.example.com', 'null'],`, outcome: 'opaque' },
    { options: `cors: { origins: 'https://app.example.com' } as any,`, outcome: 'lookalike' },
    { options: `cors: 'https://app.example.com' as any,`, outcome: 'sound' },
    { options: `cors: true as any,`, outcome: 'sound' },
    { options: `cors: undefined,`, outcome: 'sound' },
    { options: `cors: { origin: ALLOWED } as any,`, outcome: 'sound' },
    {
      options: `cors: process.env.NODE_ENV === 'production' ? ALLOWED : '*',`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: `cors: [process.env.APP_URL || ''].filter(Boolean),`,
      outcome: 'sound',
      env: { APP_URL: 'https://app.example.com' },
    },
    {
      options: `cors: process.env.CORS === 'open' ? '*' : ALLOWED,`,
      outcome: 'anyone',
      env: { CORS: 'open' },
      credentials: { repaired: true, reason: 'it allows them to whoever is on the list' },
    },
  ],
})
