import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { koaServer } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** Headers written by hand on responses of Koa 3. */
const koa: Library = { name: 'koa headers', listen: koaServer, vary: 'by hand' }

describeTable({
  library: koa,
  source: code`
    import Koa from 'koa'

    const app = new Koa()
    const allowed = ['https://app.example.com', 'https://admin.example.com']

    app.use(async (ctx, next) => {
      OPTIONS
      await next()
    })
    app.use((ctx) => {
      ctx.body = { orders: [] }
    })

    export default app
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "ctx.set('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "ctx.response.set('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "ctx.res.setHeader('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "ctx.append('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    {
      options: "ctx.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' })",
      outcome: 'conflict',
    },
    {
      options: code`
        ctx.set('Access-Control-Allow-Origin', '*')
          ctx.set('Access-Control-Allow-Credentials', true)
      `.trim(),
      outcome: 'conflict',
    },
    { options: "ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'))", outcome: 'echoed' },
    { options: "ctx.set('Access-Control-Allow-Origin', ctx.request.get('origin') || '*')", outcome: 'echoed' },
    { options: "ctx.set('Access-Control-Allow-Origin', ctx.headers.origin ?? '*')", outcome: 'echoed' },
    { options: "ctx.set('Access-Control-Allow-Origin', ctx.request.header.origin || '*')", outcome: 'echoed' },
    { options: "ctx.response.set('Access-Control-Allow-Origin', ctx.request.headers.origin || '')", outcome: 'echoed' },
    { options: "ctx.res.setHeader('Access-Control-Allow-Origin', ctx.req.headers.origin || '*')", outcome: 'echoed' },
    {
      options: code`
        ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'))
          ctx.set('Access-Control-Allow-Credentials', 'true')
      `.trim(),
      outcome: 'echoed',
    },
    {
      options: "ctx.set('Access-Control-Allow-Origin', ctx.request.origin)",
      outcome: 'echoed',
      silent: 'in Koa 2 it is the origin of the server itself',
    },
    {
      options: "ctx.set('Access-Control-Allow-Origin', ctx.origin)",
      outcome: 'echoed',
      silent: 'in Koa 2 it is the origin of the server itself',
    },
    { options: "ctx.set('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
    { options: "ctx.set('Access-Control-Allow-Origin', 'null')", outcome: 'opaque' },
    { options: "ctx.set('Access-Control-Allow-Origin', allowed)", outcome: 'unusable' },
    { options: "ctx.set('Access-Control-Allow-Origin', true)", outcome: 'unusable' },
    { options: "ctx.response.headers['Access-Control-Allow-Origin'] = '*'", outcome: 'sound' },
    {
      options: code`
        const origin = ctx.get('Origin')
          ctx.vary('Origin')
          if (allowed.includes(origin)) {
            ctx.set('Access-Control-Allow-Origin', origin)
            ctx.set('Access-Control-Allow-Credentials', 'true')
          }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        const { origin } = ctx.request.header
          ctx.vary('Origin')
          if (origin && origin.indexOf('example.com') !== -1) ctx.set('Access-Control-Allow-Origin', origin)
      `.trim(),
      outcome: 'lookalike',
    },
    {
      options: code`
        const origin = ctx.get('Origin')
          ctx.vary('Origin')
          ctx.set('Access-Control-Allow-Origin', allowed.find((one) => one === origin) ?? '')
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        ctx.set('Access-Control-Allow-Origin', '*')
          ctx.remove('Access-Control-Allow-Origin')
      `.trim(),
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: koa,
  format: 'cjs',
  source: code`
    const Koa = require('koa')
    const app = new Koa()

    const setHeaders = (context) => {
      OPTIONS
    }

    app.use(async function (context) {
      setHeaders(context)
      if (context.method === 'HEAD') {
        context.status = 204
        return
      }
      context.body = 'ok'
    })

    module.exports = app
  `,
  rows: [
    { options: "context.set('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "context.set('Access-Control-Allow-Origin', context.get('origin') || '*')", outcome: 'echoed' },
    {
      options: "context.response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET' })",
      outcome: 'anyone',
    },
    { options: "context.set('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
  ],
})

describeTable({
  library: koa,
  format: 'ts',
  source: code`
    import Koa, { type Context, type Next } from 'koa'

    const app = new Koa()

    app.use(async ({ request, response }: Context, next: Next) => {
      OPTIONS
      await next()
    })
    app.use((ctx) => {
      ctx.body = 'ok'
    })

    export default app
  `,
  rows: [
    { options: "response.set('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "response.set('Access-Control-Allow-Origin', request.get('Origin'))", outcome: 'echoed' },
    { options: "response.set('Access-Control-Allow-Origin', request.headers.origin ?? '*')", outcome: 'echoed' },
    { options: "response.set('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
  ],
})
