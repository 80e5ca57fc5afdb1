import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { koaServer } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** `@koa/cors` 5: `*` by default, and every origin by name as soon as credentials are on. */
const koaCors: Library = { name: '@koa/cors', listen: koaServer, vary: 'by the library' }

describeTable({
  library: koaCors,
  source: code`
    import Koa from 'koa'
    import cors from '@koa/cors'

    const app = new Koa()

    app.use(cors(OPTIONS))
    app.use(async (ctx) => {
      ctx.body = { orders: [] }
    })

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: '{ credentials: () => true }', outcome: 'echoed' },
    { options: '{ credentials: false }', outcome: 'anyone' },
    { options: "{ credentials: 'false' }", outcome: 'echoed' },
    { options: '{ origin: true }', outcome: 'unusable' },
    { options: '{ origin: true, credentials: true }', outcome: 'unusable' },
    { options: '{ origin: false }', outcome: 'anyone' },
    { options: '{ origin: false, credentials: true }', outcome: 'echoed' },
    { options: '{ origin: undefined, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    { options: "{ origin: '*', credentials: true }", outcome: 'echoed' },
    { options: "{ origin: ['*'] }", outcome: 'anyone' },
    { options: "{ origin: ['*'], credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['https://app.example.com'] }", outcome: 'sound' },
    { options: "{ origin: ['https://app.example.com', 'https://admin.example.com'] }", outcome: 'unusable' },
    {
      options: "{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }",
      outcome: 'unusable',
    },
    { options: '{ origin: [] }', outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com' }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com,https://admin.example.com' }", outcome: 'unusable' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: '{ origin: /\\.example\\.com$/ }', outcome: 'unusable' },
    {
      options: "{ origins: ['https://app.example.com'] }",
      outcome: 'anyone',
    },
    {
      options: "{ allowedOrigins: ['https://app.example.com'], credentials: true }",
      outcome: 'echoed',
    },
    { options: "{ origin: 'https://app.example.com', allowedHeaders: ['Content-Type'] }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com', methods: ['GET'] }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com', keepHeadersOnError: true, maxAge: 600 }", outcome: 'sound' },
  ],
})

describeTable({
  library: koaCors,
  format: 'cjs',
  source: code`
    const Koa = require('koa')
    const cors = require('@koa/cors')

    const app = new Koa()
    const whitelist = ['https://app.example.com', 'https://admin.example.com']
    const options = {
      OPTIONS,
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['Content-Type', 'Authorization'],
    }

    app.use(cors(options))
    app.use((ctx) => {
      ctx.body = 'ok'
    })

    module.exports = app
  `,
  rows: [
    { options: "origin: (ctx) => ctx.get('Origin')", outcome: 'echoed' },
    { options: "origin: (ctx) => ctx.request.get('Origin'), credentials: true", outcome: 'echoed' },
    { options: 'origin: (ctx) => ctx.request.header.origin, credentials: true', outcome: 'echoed' },
    { options: 'origin(ctx) { return ctx.headers.origin }', outcome: 'echoed' },
    { options: 'origin: ({ request }) => request.headers.origin', outcome: 'echoed' },
    { options: 'origin: async (ctx) => ctx.request.headers.origin, credentials: true', outcome: 'echoed' },
    { options: "origin: (ctx) => ctx.get('Origin') || '*', credentials: true", outcome: 'echoed' },
    { options: "origin: (ctx) => '*'", outcome: 'anyone' },
    { options: "origin: () => '*', credentials: true", outcome: 'echoed' },
    { options: 'origin: () => true', outcome: 'unusable' },
    { options: "origin: () => 'https://app.example.com', credentials: true", outcome: 'sound' },
    { options: 'origin: () => false, credentials: true', outcome: 'sound' },
    { options: 'origin: () => whitelist', outcome: 'unusable' },
    { options: 'origin: () => whitelist[0]', outcome: 'sound' },
    { options: 'origin: (ctx) => whitelist.includes(ctx.headers.origin)', outcome: 'unusable' },
    {
      options: code`
        origin(ctx) {
          const requestOrigin = ctx.get('Origin')
          if (whitelist.includes(requestOrigin)) return requestOrigin
          return ''
        },
        credentials: true
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        origin: function (ctx) {
          const requestOrigin = ctx.accept.headers.origin
          if (!whitelist.includes(requestOrigin)) {
            return ctx.throw(403, 'not a valid origin')
          }
          return requestOrigin
        }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: 'origin: (ctx) => (whitelist.includes(ctx.get("Origin")) ? ctx.get("Origin") : whitelist[0])',
      outcome: 'sound',
    },
    {
      options: 'origin: (ctx) => whitelist.find((allowed) => allowed === ctx.headers.origin), credentials: true',
      outcome: 'sound',
    },
    {
      options: "origin: (ctx) => ctx.headers.origin?.endsWith('example.com') ? ctx.headers.origin : ''",
      outcome: 'lookalike',
    },
    {
      options: code`
        origin: (ctx) => {
          const { origin } = ctx.request.headers
          if (/^https:\/\/app.example.com/.test(origin)) return origin
          return false
        }
      `.trim(),
      outcome: 'lookalike',
    },
    {
      options: code`
        origin: async (ctx) => {
          const origin = ctx.get('origin')
          const isAllowed = await Promise.resolve(whitelist.includes(origin))
          return isAllowed ? origin : false
        },
        credentials: (ctx) => ctx.path !== '/public'
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        origin: (ctx) => {
          if (ctx.url === '/test') return '*'
          return 'https://app.example.com'
        }
      `.trim(),
      outcome: 'anyone',
      path: '/test',
    },
    { options: "origin: (ctx) => ctx.get('Origin') === 'null' ? 'null' : whitelist[0]", outcome: 'opaque' },
  ],
})

describeTable({
  library: koaCors,
  format: 'ts',
  source: code`
    import * as koa from 'koa'
    import cors from '@koa/cors'

    const production = process.env.NODE_ENV === 'production'
    const { ALLOWED_ORIGIN, ALLOWED_ORIGINS = '' } = process.env
    const corsOptions: cors.Options = {
      OPTIONS
    }

    export class Server {
      readonly app = new koa.default()

      constructor() {
        this.app.use(cors(corsOptions))
        this.app.use((ctx: koa.Context) => {
          ctx.status = 200
          ctx.body = []
        })
      }
    }

    export default new Server().app
  `,
  rows: [
    { options: 'origin: ALLOWED_ORIGIN', outcome: 'sound', env: { ALLOWED_ORIGIN: 'https://app.example.com' } },
    {
      options: 'origin: ALLOWED_ORIGIN, credentials: true',
      outcome: 'echoed',
      env: { ALLOWED_ORIGIN: undefined },
      silent: 'the variable may be set',
    },
    {
      options: "origin: ALLOWED_ORIGIN || '*', credentials: true",
      outcome: 'echoed',
      env: { ALLOWED_ORIGIN: undefined },
    },
    { options: "origin: ALLOWED_ORIGIN ?? '*'", outcome: 'anyone', env: { ALLOWED_ORIGIN: undefined } },
    {
      options: "origin: (ctx) => ALLOWED_ORIGINS.split(',').includes(ctx.get('Origin')) ? ctx.get('Origin') : ''",
      outcome: 'sound',
      env: { ALLOWED_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: "origin: (ctx) => ALLOWED_ORIGINS.includes(ctx.get('Origin')) ? ctx.get('Origin') : ''",
      outcome: 'lookalike',
      env: { ALLOWED_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: "origin: production ? 'https://app.example.com' : '*', credentials: true",
      outcome: 'echoed',
      silent: 'only in development',
    },
    {
      options: "origin: production ? 'https://app.example.com' : '*', credentials: true",
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: "origin: production ? '' : 'http://localhost:3000', credentials: true",
      outcome: 'echoed',
      env: { NODE_ENV: 'production' },
    },
    {
      options: "...(production && { origin: 'https://app.example.com' }), credentials: true",
      outcome: 'echoed',
      silent: 'only in development',
    },
  ],
})
