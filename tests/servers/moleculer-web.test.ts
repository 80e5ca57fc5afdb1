import { code } from './harness/code.ts'
import { moleculer } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: moleculer,
  format: 'cjs',
  source: code`
    const ApiGateway = require('moleculer-web')

    module.exports = {
      name: 'api',
      mixins: [ApiGateway],
      settings: {
        port: process.env.PORT || 3000,
        OPTIONS
        routes: [{ path: '/', whitelist: ['$node.*'] }],
      },
    }
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: {},`, outcome: 'anyone' },
    { options: `cors: true,`, outcome: 'anyone' },
    { options: `cors: false,`, outcome: 'sound' },
    { options: `cors: null,`, outcome: 'sound' },
    { options: `cors: { credentials: true },`, outcome: 'conflict' },
    { options: `cors: { origin: '*' },`, outcome: 'anyone' },
    { options: `cors: { origin: '*', credentials: true },`, outcome: 'conflict' },
    { options: `cors: { origin: '*', credentials: 'true' },`, outcome: 'anyone' },
    { options: `cors: { origin: ['*'] },`, outcome: 'echoed' },
    { options: `cors: { origin: ['*'], credentials: true },`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://app.example.com', '*'], credentials: true },`, outcome: 'echoed' },
    { options: `cors: { origin: undefined, credentials: true },`, outcome: 'conflict' },
    { options: `cors: { origin: false },`, outcome: 'anyone' },
    { options: `cors: { origin: '' },`, outcome: 'anyone' },
    { options: `cors: { origin: [] },`, outcome: 'sound' },
    { options: `cors: { origin: true },`, outcome: 'sound' },
    { options: `cors: { origin: 'https://app.example.com', credentials: true },`, outcome: 'lookalike' },
    { options: `cors: { origin: ['https://app.example.com'] },`, outcome: 'lookalike' },
    {
      options: `cors: { origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true },`,
      outcome: 'lookalike',
    },
    { options: `cors: { origin: 'https://app.example.com,https://admin.example.com' },`, outcome: 'lookalike' },
    {
      options: `cors: { origin: 'https://*.example.com', credentials: true },`,
      outcome: 'lookalike',
      silent: 'whoever has a domain has its subdomains',
    },
    { options: `cors: { origin: '*example.com' },`, outcome: 'lookalike' },
    { options: `cors: { origin: 'https://app.example.com*' },`, outcome: 'lookalike' },
    { options: `cors: { origin: 'null' },`, outcome: 'opaque' },
    { options: String.raw`cors: { origin: /example\.com$/ },`, outcome: 'sound' },
    {
      options: `cors: { origins: ['https://app.example.com'] },`,
      outcome: 'anyone',
    },
  ],
})

describeTable({
  library: moleculer,
  format: 'ts',
  source: code`
    import type { ServiceSchema } from 'moleculer'
    import ApiGateway from 'moleculer-web'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const ApiService: ServiceSchema = {
      name: 'api',
      mixins: [ApiGateway],
      settings: {
        path: '/',
        routes: [
          {
            path: '/',
            cors: {
              methods: ['GET', 'PUT', 'POST'],
              allowedHeaders: ['X-Test', 'Content-Type'],
              maxAge: 3600,
              OPTIONS
            },
            aliases: { 'GET /': '$node.list' },
          },
        ],
      },
    }

    export default ApiService
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `origin: '*', credentials: false,`, outcome: 'anyone' },
    { options: `origin: (origin: string) => ALLOWED.includes(origin), credentials: true,`, outcome: 'sound' },
    { options: `origin: () => true, credentials: true,`, outcome: 'echoed' },
    { options: `origin: (origin: string) => origin.endsWith('example.com'),`, outcome: 'lookalike' },
    { options: `origin: async (origin: string) => ALLOWED.includes(origin), credentials: true,`, outcome: 'echoed' },
    { options: `origin: process.env.CORS_ORIGIN || '*',`, outcome: 'anyone', env: { CORS_ORIGIN: undefined } },
    {
      options: `origin: process.env.CORS_ORIGIN,`,
      outcome: 'lookalike',
      silent: 'the value is not in the code',
      env: { CORS_ORIGIN: 'https://app.example.com' },
    },
    { options: `origin: ALLOWED,`, outcome: 'lookalike' },
  ],
})
