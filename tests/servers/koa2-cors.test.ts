import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { koaServer } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** `koa2-cors` 2: every origin by name by default; lists of methods and headers have to be arrays. */
const koa2Cors: Library = { name: 'koa2-cors', listen: koaServer, vary: 'by the library' }

describeTable({
  library: koa2Cors,
  format: 'cjs',
  source: code`
    const Koa = require('koa')
    const cors = require('koa2-cors')

    const app = new Koa()
    app.use(cors(OPTIONS))
    app.use(async (ctx) => {
      ctx.body = { code: 0 }
    })

    module.exports = app
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: '{}', outcome: 'echoed' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: "{ credentials: 'true' }", outcome: 'echoed' },
    { options: "{ exposeHeaders: ['WWW-Authenticate'], maxAge: 5, allowMethods: ['GET', 'POST'] }", outcome: 'echoed' },
    { options: '{ origin: undefined, credentials: true }', outcome: 'echoed' },
    { options: '{ origin: false }', outcome: 'echoed' },
    { options: '{ origin: true }', outcome: 'unusable' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    {
      options: "{ origin: '*', credentials: true }",
      outcome: 'conflict',
      credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
    },
    { options: "{ origin: ['*'] }", outcome: 'anyone' },
    { options: "{ origin: ['*'], credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['https://app.example.com'] }", outcome: 'sound' },
    {
      options: "{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }",
      outcome: 'unusable',
    },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: '{ origin: /^https:\\/\\/app\\.example\\.com$/ }', outcome: 'unusable' },
    {
      options: "{ origins: 'https://app.example.com' }",
      outcome: 'echoed',
    },
    { options: "{ origin: 'https://app.example.com', allowMethods: 'GET,POST' }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com', exposeHeaders: 'X-Total' }", outcome: 'broken' },
    { options: "{ origin: 'https://app.example.com', exposeHeaders: ['X-Total'] }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com', allowedHeaders: ['Content-Type'] }", outcome: 'sound' },
  ],
})

describeTable({
  library: koa2Cors,
  source: code`
    import Koa from 'koa'
    import cors from 'koa2-cors'

    const allowed = ['https://app.example.com', 'https://admin.example.com']
    const app = new Koa()

    app.use(
      cors({
        OPTIONS,
        maxAge: 5,
        allowHeaders: ['Content-Type', 'Authorization', 'Accept'],
      }),
    )
    app.use((ctx) => {
      ctx.body = 'ok'
    })

    export default app
  `,
  rows: [
    { options: 'origin: (ctx) => ctx.header.origin, credentials: true', outcome: 'echoed' },
    { options: "origin: (ctx) => ctx.request.header['origin']", outcome: 'echoed' },
    { options: "origin: () => '*'", outcome: 'anyone' },
    {
      options: "origin: () => '*', credentials: true",
      outcome: 'conflict',
      credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
    },
    {
      options: code`
        origin: function (ctx) {
          if (ctx.url === '/test') {
            return '*'
          }
          return 'http://localhost:8080'
        }
      `.trim(),
      outcome: 'anyone',
      path: '/test',
    },
    {
      options: 'origin: (ctx) => (allowed.includes(ctx.header.origin) ? ctx.header.origin : false), credentials: true',
      outcome: 'sound',
    },
    {
      options: 'origin: (ctx) => (allowed.some((one) => ctx.header.origin?.startsWith(one)) ? ctx.header.origin : "")',
      outcome: 'lookalike',
    },
    { options: 'origin: async (ctx) => allowed.includes(ctx.header.origin) && ctx.header.origin', outcome: 'unusable' },
    { options: 'origin: (ctx) => true', outcome: 'unusable' },
    { options: 'origin: () => false', outcome: 'sound' },
    {
      options: "origin: process.env.ORIGIN || '*', credentials: true",
      outcome: 'conflict',
      credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
      env: { ORIGIN: undefined },
    },
    {
      options: 'origin: process.env.ORIGIN',
      outcome: 'echoed',
      env: { ORIGIN: undefined },
      silent: 'the variable may be set',
    },
  ],
})
