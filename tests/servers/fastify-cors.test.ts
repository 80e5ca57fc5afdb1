import { code } from './harness/code.ts'
import type { Library } from './harness/case.ts'
import { fastifyServer, stopFastify } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** `@fastify/cors` 11. It names `Origin` in `Vary` unless the option is a text or `false`. */
const fastifyCors: Library = {
  name: '@fastify/cors',
  listen: fastifyServer,
  stop: stopFastify,
  vary: 'by the library',
}

describeTable({
  library: fastifyCors,
  source: code`
    import Fastify from 'fastify'
    import cors from '@fastify/cors'

    const fastify = Fastify({ logger: false })

    await fastify.register(cors, OPTIONS)

    fastify.get('/', async (request, reply) => {
      return { hello: 'world' }
    })

    export default fastify
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: "{ methods: ['GET', 'PUT', 'DELETE'] }", outcome: 'anyone' },
    { options: '{ origin: true }', outcome: 'echoed' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['*'] }", outcome: 'anyone' },
    { options: "{ origin: ['https://app.example.com', '*'] }", outcome: 'anyone' },
    { options: "{ origin: ['*'], credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['https://app.example.com'] }", outcome: 'sound' },
    {
      options: "{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }",
      outcome: 'sound',
    },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com/' }", outcome: 'unusable' },
    { options: "{ origin: 'https://app.example.com, https://admin.example.com' }", outcome: 'unusable' },
    { options: "{ origin: 'https://*.example.com' }", outcome: 'sound' },
    { options: "{ origin: ['https://*.example.com'] }", outcome: 'sound' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: "{ origin: ['https://app.example.com', 'null'], credentials: true }", outcome: 'opaque' },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'broken' },
    { options: "{ origin: '' }", outcome: 'broken' },
    { options: '{ origin: [] }', outcome: 'sound' },
    { options: "{ origin: new Set(['https://app.example.com']), credentials: true }", outcome: 'echoed' },
    {
      options: "{ origins: ['https://app.example.com'] }",
      outcome: 'anyone',
    },
    {
      options: "{ allowedOrigins: ['https://app.example.com'], credentials: true }",
      outcome: 'conflict',
    },
    { options: "{ origin: '*', credentials: 'false' }", outcome: 'conflict' },
    { options: "{ origin: '*', credentials: '' }", outcome: 'anyone' },
    {
      options: "{ origin: ['https://app.example.com'], hook: 'preHandler', preflightContinue: false }",
      outcome: 'sound',
    },
    { options: "{ origin: '*', hook: 'preHandler' }", outcome: 'anyone' },
  ],
})

describeTable({
  library: fastifyCors,
  format: 'cjs',
  source: code`
    const fastify = require('fastify')
    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    function build() {
      const app = fastify()
      app.register(require('@fastify/cors'), {
        OPTIONS,
        methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        maxAge: 86400,
      })
      app.route({ method: ['GET', 'PUT'], url: '/', handler: (req, reply) => reply.send({ ok: true }) })
      return app
    }

    module.exports = build()
  `,
  rows: [
    { options: 'origin: /example\\.com/', outcome: 'lookalike' },
    { options: 'origin: /example\\.com$/, credentials: true', outcome: 'lookalike' },
    { options: 'origin: [/^https:\\/\\/app.example.com$/]', outcome: 'lookalike' },
    { options: 'origin: /^https:\\/\\/(app|admin)\\.example\\.com$/', outcome: 'sound' },
    { options: 'origin: [/^https:\\/\\/app\\.example\\.com$/g]', outcome: 'sound' },
    { options: 'origin: (origin, callback) => callback(null, true)', outcome: 'echoed' },
    { options: 'origin: (origin, callback) => callback(null, origin), credentials: true', outcome: 'echoed' },
    { options: "origin: (origin, callback) => callback(null, '*')", outcome: 'anyone' },
    {
      options: 'origin: (origin, callback) => callback(null, ALLOWED.includes(origin)), credentials: true',
      outcome: 'sound',
    },
    {
      options: code`
        origin: (origin, cb) => {
          if (!origin || ALLOWED.indexOf(origin) !== -1) {
            cb(null, true)
            return
          }
          cb(new Error('Not allowed'), false)
        }
      `.trim(),
      outcome: 'broken',
      silent: 'the stranger is refused with an error, which is a matter of taste',
    },
    {
      options: code`
        origin: (origin, cb) => {
          const hostname = new URL(origin).hostname
          if (hostname === 'localhost') {
            cb(null, true)
            return
          }
          cb(null, false)
        }
      `.trim(),
      outcome: 'sound',
    },
    { options: "origin: (origin, cb) => cb(null, origin.endsWith('example.com'))", outcome: 'lookalike' },
    { options: "origin: (origin, cb) => cb(null, !!origin && origin.endsWith('example.com'))", outcome: 'lookalike' },
    {
      options: "origin: (origin, cb) => cb(null, origin?.startsWith('https://app.example.com'))",
      outcome: 'lookalike',
    },
    { options: 'origin: (origin, cb) => cb(null, ALLOWED)', outcome: 'sound' },
    { options: 'origin: (origin, cb) => cb(null, /example\\.com/)', outcome: 'lookalike' },
    { options: 'origin: (origin, cb) => cb(undefined, true)', outcome: 'sound' },
    { options: 'origin: async (origin) => true', outcome: 'echoed' },
    { options: 'origin: async (origin) => origin, credentials: true', outcome: 'echoed' },
    { options: 'origin: async (origin) => ALLOWED.includes(origin)', outcome: 'sound' },
    {
      options: "origin: async (origin) => !!origin?.endsWith('.example.com') || ALLOWED.includes(origin)",
      outcome: 'lookalike',
      silent: 'the name is below their own',
    },
    { options: 'async origin(origin) { return ALLOWED.includes(origin) ? origin : false }', outcome: 'sound' },
    { options: 'origin: (origin) => ALLOWED.includes(origin)', outcome: 'broken' },
    { options: 'origin: (origin) => Promise.resolve(true)', outcome: 'echoed' },
  ],
})

describeTable({
  library: fastifyCors,
  format: 'ts',
  source: code`
    import fastify, { type FastifyInstance } from 'fastify'
    import cors, { type FastifyCorsOptions } from '@fastify/cors'

    const isProduction = process.env.NODE_ENV === 'production'
    const corsOptions: FastifyCorsOptions = {
      OPTIONS
    }

    export async function buildServer(): Promise<FastifyInstance> {
      const server = fastify()
      await server.register(cors, corsOptions)
      server.get('/', async () => ({ ok: true }))
      return server
    }

    export default await buildServer()
  `,
  rows: [
    {
      options: "origin: process.env.CORS_ORIGIN?.split(','), credentials: true",
      outcome: 'sound',
      env: { CORS_ORIGIN: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: "origin: process.env.CORS_ORIGIN || '*'",
      outcome: 'anyone',
      env: { CORS_ORIGIN: undefined },
    },
    {
      options: "origin: process.env.CORS_ORIGIN?.split(',') ?? ['*'], credentials: true",
      outcome: 'conflict',
      env: { CORS_ORIGIN: undefined },
    },
    {
      options: 'origin: process.env.CORS_ORIGIN',
      outcome: 'broken',
      env: { CORS_ORIGIN: undefined },
      silent: 'the variable may be set',
    },
    {
      options: "origin: isProduction ? ['https://app.example.com'] : true, credentials: true",
      outcome: 'echoed',
      silent: 'only in development',
    },
    {
      options: "origin: isProduction ? true : ['http://localhost:3000'], credentials: true",
      outcome: 'echoed',
      env: { NODE_ENV: 'production' },
    },
    {
      options: "origin: [/^https:\\/\\/.+\\.example\\.com$/, 'https://app.example.com']",
      outcome: 'lookalike',
      silent: 'the name is below their own',
    },
    { options: "origin: [/\\.?example\\.com$/, 'https://app.example.com']", outcome: 'lookalike' },
    {
      options:
        "delegator: (req, callback) => callback(null, { origin: req.headers.origin === 'https://app.example.com' })",
      outcome: 'sound',
    },
    { options: 'delegator: (req, callback) => callback(null, { origin: true, credentials: true })', outcome: 'echoed' },
    { options: 'delegator: async (req) => ({ origin: true })', outcome: 'echoed' },
    { options: "delegator: async (req) => ({ origin: ['https://app.example.com'] })", outcome: 'sound' },
    { options: "delegator: (req) => ({ origin: ['https://app.example.com'] })", outcome: 'broken' },
    {
      options: "delegator: async (req) => ({ origin: '*', credentials: true }), hook: 'preHandler'",
      outcome: 'conflict',
    },
  ],
})

describeTable({
  library: fastifyCors,
  source: code`
    import Fastify from 'fastify'
    import { fastifyCors } from '@fastify/cors'

    const app = Fastify()
    app.register(fastifyCors, OPTIONS)
    app.register(async (instance) => {
      instance.get('/', async () => 'ok')
    })

    export default app
  `,
  rows: [
    { options: '(instance) => ({ origin: true })', outcome: 'echoed' },
    { options: "function () { return { origin: ['https://app.example.com'] } }", outcome: 'sound' },
    {
      options: code`
        (instance) => {
          return (req, callback) => {
            const corsOptions = { origin: true }
            if (/^localhost$/m.test(req.headers.origin)) {
              corsOptions.origin = false
            }
            callback(null, corsOptions)
          }
        }
      `.trim(),
      outcome: 'echoed',
    },
    { options: '() => (req, callback) => callback(null, {})', outcome: 'anyone' },
    {
      options: "() => (req, cb) => cb(null, { origin: 'https://app.example.com', credentials: true })",
      outcome: 'sound',
    },
    {
      options: code`
        () => async (request) => {
          if (request.url.startsWith('/public')) return { origin: '*' }
          return { origin: ['https://app.example.com'], credentials: true }
        }
      `.trim(),
      outcome: 'anyone',
      path: '/public',
    },
    { options: '() => async () => ({ origin: true, credentials: true })', outcome: 'echoed' },
    { options: "() => (req, cb) => cb(new Error('no'))", outcome: 'broken', silent: 'a refusal of everybody' },
    { options: '() => (req) => ({ origin: true })', outcome: 'broken' },
    { options: '{ hook: "preParsing", origin: true }', outcome: 'echoed' },
  ],
})

describeTable({
  library: fastifyCors,
  format: 'cjs',
  source: code`
    'use strict'

    const app = require('fastify')()
    const { fastifyCors } = require('@fastify/cors')

    app.register(fastifyCors, { origin: ['https://app.example.com'], credentials: true })

    app.after(() => {
      app.get('/', { config: { OPTIONS } }, (request, reply) => {
        reply.send({ orders: [] })
      })
    })

    module.exports = app
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: 'cors: false', outcome: 'sound', overruled: 'the route switches the plugin off' },
    { options: 'cors: {}', outcome: 'sound' },
    { options: 'cors: { credentials: false }', outcome: 'sound' },
    { options: 'cors: { credentials: true }', outcome: 'sound' },
    { options: "cors: { origin: '*' }", outcome: 'conflict' },
    { options: "cors: { origin: '*', credentials: false }", outcome: 'anyone' },
    { options: 'cors: { origin: true }', outcome: 'echoed' },
    { options: 'cors: { origin: true, credentials: true }', outcome: 'echoed' },
    { options: 'cors: { origin: (origin, cb) => cb(null, true) }', outcome: 'echoed' },
    { options: "cors: { origin: ['https://app.example.com', 'https://admin.example.com'] }", outcome: 'sound' },
    {
      options: "cors: { origin: 'null' }",
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
    },
    { options: 'cors: { origin: /example\\.com/ }', outcome: 'lookalike' },
    { options: "rateLimit: { max: 10 }, cors: { origin: 'https://app.example.com' }", outcome: 'sound' },
  ],
})

describeTable({
  library: fastifyCors,
  source: code`
    import Fastify from 'fastify'

    const app = Fastify()
    await app.register(import('@fastify/cors'), OPTIONS)
    app.get('/', async () => ({ ok: true }))

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: ['https://app.example.com'], credentials: true }", outcome: 'sound' },
  ],
})

describeTable({
  library: fastifyCors,
  format: 'ts',
  source: code`
    import Fastify, { type FastifyPluginAsync } from 'fastify'
    import cors from '@fastify/cors'

    const ORIGINS: readonly string[] = ['https://app.example.com', 'https://admin.example.com']

    const api: FastifyPluginAsync = async (fastify) => {
      await fastify.register(cors, { OPTIONS, strictPreflight: false })
      fastify.get('/', async () => [])
    }

    const app = Fastify()
    app.register(api)

    export default app
  `,
  rows: [
    { options: 'origin: true', outcome: 'echoed' },
    { options: 'origin: [...ORIGINS], credentials: true', outcome: 'sound' },
    { options: 'origin: ORIGINS as string[]', outcome: 'sound' },
    { options: 'origin: (origin, callback) => callback(null, ORIGINS.includes(origin ?? ""))', outcome: 'sound' },
    { options: "origin: ORIGINS.length > 0 ? [...ORIGINS, '*'] : false", outcome: 'anyone' },
  ],
})
