import { vi } from 'vitest'

import { code } from './harness/code.ts'
import { sails } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads Sails.
vi.setConfig({ testTimeout: 30_000 })

describeTable({
  library: sails,
  format: 'cjs',
  filename: 'config/security.js',
  source: code`
    module.exports.security = {
      cors: OPTIONS,

      csrf: false,
    }
  `,
  rows: [
    { options: `{}`, outcome: 'sound' },
    { options: `{ allowOrigins: '*' }`, outcome: 'sound' },
    { options: `{ allRoutes: false, allowOrigins: '*', allowCredentials: false }`, outcome: 'sound' },
    { options: `{ allRoutes: true }`, outcome: 'anyone' },
    { options: `{ allRoutes: true, allowOrigins: '*', allowCredentials: false }`, outcome: 'anyone' },
    { options: `{ allRoutes: true, allowCredentials: true }`, outcome: 'stops' },
    { options: `{ allRoutes: true, allowOrigins: '*', allowCredentials: true }`, outcome: 'stops' },
    {
      options: `{
    allRoutes: true,
    allowOrigins: '*',
    allowCredentials: true,
    allowAnyOriginWithCredentialsUnsafe: true,
  }`,
      outcome: 'echoed',
    },
    { options: `{ allRoutes: true, allowAnyOriginWithCredentialsUnsafe: true }`, outcome: 'anyone' },
    { options: `{ allRoutes: true, allowOrigins: ['*'] }`, outcome: 'stops' },
    { options: `{ allRoutes: true, allowOrigins: true }`, outcome: 'stops' },
    {
      options: `{ allRoutes: true, allowOrigins: ['https://app.example.com'], allowCredentials: true }`,
      outcome: 'sound',
    },
    {
      options: `{ allRoutes: true, allowOrigins: ['https://app.example.com', 'https://admin.example.com'] }`,
      outcome: 'sound',
    },
    { options: `{ allRoutes: true, allowOrigins: 'https://app.example.com' }`, outcome: 'sound' },
    {
      options: `{ allRoutes: true, allowOrigins: 'https://app.example.com, https://admin.example.com' }`,
      outcome: 'sound',
    },
    { options: `{ allRoutes: true, allowOrigins: ['null'] }`, outcome: 'stops' },
    { options: `{ allRoutes: true, allowOrigins: [] }`, outcome: 'sound' },
    { options: `{ allRoutes: true, allowOrigins: undefined }`, outcome: 'anyone' },
    { options: `{ allRoutes: true, allowOrigins: false }`, outcome: 'stops' },
    { options: `{ allRoutes: true, origin: '*', credentials: true }`, outcome: 'stops' },
    {
      options: `{ allRoutes: true, origins: ['https://app.example.com'] }`,
      outcome: 'anyone',
    },
    {
      options: `{ allRoutes: true, allowOrigins: process.env.NODE_ENV === 'production' ? ['https://app.example.com'] : '*' }`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
  ],
})

describeTable({
  library: sails,
  format: 'cjs',
  filename: 'config/routes.js',
  source: code`
    const status = (req, res) => res.json({ up: true })

    module.exports.routes = {
      'GET /': { fn: status, OPTIONS },
    }
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: false`, outcome: 'sound' },
    { options: `cors: true`, outcome: 'anyone', silent: 'config/security.js says who' },
    { options: `cors: { allowOrigins: '*' }`, outcome: 'anyone' },
    { options: `cors: { allowOrigins: ['https://app.example.com'], allowCredentials: true }`, outcome: 'sound' },
    { options: `cors: 'https://app.example.com'`, outcome: 'sound' },
    { options: `cors: { allowOrigins: '*', allowCredentials: true }`, outcome: 'stops' },
    {
      options: `cors: { allowOrigins: '*', allowCredentials: true, allowAnyOriginWithCredentialsUnsafe: true }`,
      outcome: 'echoed',
    },
    { options: `cors: {}`, outcome: 'anyone' },
    { options: `cors: '*'`, outcome: 'sound' },
  ],
})
