import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fastifyServer, stopFastify } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** Headers written by hand on replies of Fastify 5. */
const fastify: Library = { name: 'fastify headers', listen: fastifyServer, stop: stopFastify, vary: 'by hand' }

describeTable({
  library: fastify,
  source: code`
    import Fastify from 'fastify'

    const fastify = Fastify()
    const allowed = new Set(['https://app.example.com', 'https://admin.example.com'])

    fastify.get('/', async (request, reply) => {
      OPTIONS
      return { orders: [] }
    })

    export default fastify
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "reply.header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "reply.header('access-control-allow-origin', '*')", outcome: 'anyone' },
    {
      options: "reply.code(200).header('Access-Control-Allow-Origin', '*').type('application/json')",
      outcome: 'anyone',
    },
    {
      options: "reply.headers({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' })",
      outcome: 'conflict',
    },
    {
      options: "reply.headers({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': true })",
      outcome: 'conflict',
    },
    { options: "reply.header('Access-Control-Allow-Origin', request.headers.origin)", outcome: 'echoed' },
    { options: "reply.header('Access-Control-Allow-Origin', request.headers['origin'] || '*')", outcome: 'echoed' },
    {
      options: code`
        const { origin } = request.headers
          reply.header('Access-Control-Allow-Origin', origin)
          reply.header('Access-Control-Allow-Credentials', true)
      `.trim(),
      outcome: 'echoed',
    },
    { options: "reply.header('Access-Control-Allow-Origin', request.raw.headers.origin)", outcome: 'echoed' },
    { options: "reply.header('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
    { options: "reply.header('Access-Control-Allow-Origin', 'null')", outcome: 'opaque' },
    { options: "reply.header('Access-Control-Allow-Origin', true)", outcome: 'unusable' },
    {
      options: "reply.header('Access-Control-Allow-Origin', ['https://app.example.com', 'https://admin.example.com'])",
      outcome: 'unusable',
    },
    {
      options: code`
        if (allowed.has(request.headers.origin)) {
            reply.header('Access-Control-Allow-Origin', request.headers.origin)
          }
          reply.header('Vary', 'Origin')
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        if (request.headers.origin?.endsWith('example.com')) {
            reply.header('Access-Control-Allow-Origin', request.headers.origin)
          }
          reply.header('Vary', 'Origin')
      `.trim(),
      outcome: 'lookalike',
    },
    {
      options: code`
        reply.header('Access-Control-Allow-Origin', '*')
          reply.header('Access-Control-Allow-Origin', 'https://app.example.com')
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        reply.header('Access-Control-Allow-Origin', '*')
          reply.removeHeader('Access-Control-Allow-Origin')
      `.trim(),
      outcome: 'sound',
    },
    { options: "reply.raw.setHeader('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "reply.raw.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '')", outcome: 'echoed' },
    {
      options: "return reply.hijack().raw.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('{}')",
      outcome: 'anyone',
    },
    {
      options: "return reply.header('Access-Control-Allow-Origin', request.headers.origin).send({ ok: true })",
      outcome: 'echoed',
    },
  ],
})

describeTable({
  library: fastify,
  format: 'cjs',
  source: code`
    const app = require('fastify')()
    const origins = ['https://app.example.com', 'https://admin.example.com']

    app.addHook('onRequest', OPTIONS)
    app.route({
      method: ['GET', 'HEAD'],
      url: '/',
      handler(req, reply) {
        reply.send({ ok: true })
      },
    })

    module.exports = app
  `,
  rows: [
    { options: "async (req, reply) => { reply.header('Access-Control-Allow-Origin', '*') }", outcome: 'anyone' },
    {
      options: "(req, reply, done) => { reply.header('Access-Control-Allow-Origin', req.headers.origin); done() }",
      outcome: 'echoed',
    },
    {
      options: code`
        (request, reply, done) => {
          reply.headers({
            'Access-Control-Allow-Origin': request.headers.origin || '*',
            'Access-Control-Allow-Credentials': 'true',
            'Access-Control-Allow-Headers': 'Content-Type, Authorization',
          })
          done()
        }
      `.trim(),
      outcome: 'echoed',
    },
    {
      options: code`
        async (request, reply) => {
          const { origin } = request.headers
          reply.header('Vary', 'Origin')
          if (origins.includes(origin)) {
            reply
              .header('Access-Control-Allow-Origin', origin)
              .header('Access-Control-Allow-Credentials', 'true')
          }
        }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        function (req, res, next) {
          if (origins.some((one) => req.headers.origin?.startsWith(one))) {
            res.raw.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.raw.setHeader('Vary', 'Origin')
          next()
        }
      `.trim(),
      outcome: 'lookalike',
    },
  ],
})

describeTable({
  library: fastify,
  format: 'ts',
  source: code`
    import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'

    const server = fastify()

    async function setCors(request: FastifyRequest, reply: FastifyReply): Promise<void> {
      OPTIONS
    }

    server.addHook('onRequest', async (request, reply) => {
      await setCors(request, reply)
    })
    server.get('/', async () => 'ok')

    export default server
  `,
  rows: [
    { options: "void reply.header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "void reply.header('Access-Control-Allow-Origin', request.headers.origin)", outcome: 'echoed' },
    {
      options: code`
        void reply.header('vary', 'Origin')
          if (request.headers.origin === 'https://app.example.com')
            void reply.headers({ 'access-control-allow-origin': request.headers.origin })
      `.trim(),
      outcome: 'sound',
    },
    { options: "void reply.send({ 'Access-Control-Allow-Origin': '*' })", outcome: 'sound' },
    { options: "reply.raw.setHeader('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
  ],
})
