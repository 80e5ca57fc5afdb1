import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { adonisServer } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

/** `@adonisjs/cors` 3: the configuration, through the real middleware. */
const adonis: Library = { name: '@adonisjs/cors', listen: adonisServer, vary: 'by the library' }

describeTable({
  library: adonis,
  format: 'ts',
  filename: 'config/cors.ts',
  source: code`
    import { defineConfig } from '@adonisjs/cors'

    const corsConfig = defineConfig(OPTIONS)

    export default corsConfig
  `,
  rows: [
    { options: `{}`, outcome: 'echoed' },
    { options: `{ enabled: true }`, outcome: 'echoed' },
    { options: `{ enabled: false }`, outcome: 'sound' },
    { options: `{ origin: true }`, outcome: 'echoed' },
    { options: `{ origin: true, credentials: false }`, outcome: 'echoed' },
    { options: `{ origin: false }`, outcome: 'sound' },
    { options: `{ origin: '*' }`, outcome: 'echoed' },
    { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
    { options: `{ origin: ['*'] }`, outcome: 'sound' },
    { options: `{ origin: [] }`, outcome: 'sound' },
    { options: `{ origin: '' }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com' }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com', 'https://admin.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origin: 'null' }`,
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were there, and the origin was not' },
    },
    { options: `{ origin: ['https://app.example.com', 'null'], credentials: false }`, outcome: 'opaque' },
    { options: `{ origin: undefined }`, outcome: 'broken' },
    { options: `{ origin: null as any }`, outcome: 'broken' },
    { options: String.raw`{ origin: /\.example\.com$/ as any }`, outcome: 'broken' },
    { options: `{ origin: new Set(['https://app.example.com']) as any }`, outcome: 'broken' },
    { options: `{ origin: (requestOrigin) => requestOrigin }`, outcome: 'echoed' },
    { options: `{ origin: () => true, credentials: false }`, outcome: 'echoed' },
    { options: `{ origin: () => '*' }`, outcome: 'echoed' },
    { options: `{ origin: async () => true }`, outcome: 'broken' },
    {
      options: `{ origins: ['https://app.example.com'] } as any`,
      outcome: 'echoed',
    },
    { options: `{ credentials: false }`, outcome: 'echoed' },
  ],
})

describeTable({
  library: adonis,
  format: 'ts',
  filename: 'config/cors.ts',
  source: code`
    import { defineConfig } from '@adonisjs/cors'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export default defineConfig({
      enabled: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      headers: true,
      exposeHeaders: [],
      maxAge: 90,
      OPTIONS
    })
  `,
  rows: [
    { options: `origin: true, credentials: true,`, outcome: 'echoed' },
    { options: `origin: '*', credentials: true,`, outcome: 'echoed' },
    { options: `origin: '*', credentials: false,`, outcome: 'anyone' },
    { options: `origin: ALLOWED, credentials: true,`, outcome: 'sound' },
    { options: `origin: (origin) => ALLOWED.includes(origin), credentials: true,`, outcome: 'sound' },
    { options: `origin: (origin) => origin.endsWith('example.com'), credentials: true,`, outcome: 'lookalike' },
    { options: String.raw`origin: (origin) => /^https:\/\/app.example.com$/.test(origin),`, outcome: 'lookalike' },
    { options: `origin: (origin) => (origin === ALLOWED[0] ? origin : false),`, outcome: 'sound' },
    {
      options: `origin: (process.env.CORS_ORIGINS ?? '').split(','),`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com' },
    },
    {
      options: `origin: process.env.NODE_ENV === 'development' ? true : 'https://app.example.com',`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: `origin: process.env.NODE_ENV === 'production' ? true : ALLOWED,`,
      outcome: 'echoed',
      env: { NODE_ENV: 'production' },
    },
    { options: `enabled: process.env.CORS === 'on', origin: ALLOWED,`, outcome: 'sound' },
  ],
})
