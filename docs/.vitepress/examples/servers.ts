import { code, type Example } from './example.ts'

/** Servers for Node that are told by the options of a library. */
export const SERVERS: readonly Example[] = [
  {
    library: 'cors',
    title: 'every site may read profiles, with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import cors from 'cors'
      import express, { type Request, type Response } from 'express'

      const app = express()

      app.use(cors({ origin: true, credentials: true }))

      app.get('/profile', (req: Request, res: Response) => {
        res.json({ name: 'Ada', email: 'ada@example.com' })
      })

      app.listen(3000)
    `,
  },
  {
    library: 'cors',
    title: 'a pattern that a stranger can match',
    language: 'js',
    rules: ['no-bypassable-origin-check'],
    code: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()

      app.use(cors({ origin: /^https:\/\/.*example\.com$/, credentials: true }))
      app.get('/orders', (req, res) => res.json([]))

      app.listen(3000)
    `,
  },
  {
    library: 'cors',
    title: 'a list of origins',
    language: 'js',
    rules: [],
    code: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()

      app.use(cors({ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }))
      app.get('/orders', (req, res) => res.json([]))

      app.listen(3000)
    `,
  },
  {
    library: 'cors',
    title: 'an option that it does not know',
    language: 'js',
    rules: ['valid-cors-options'],
    code: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()

      app.use(cors({ origins: ['https://app.example.com'] }))
      app.get('/orders', (req, res) => res.json([]))

      app.listen(3000)
    `,
  },
  {
    library: '@fastify/cors',
    title: 'a callback that agrees to everybody',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import cors from '@fastify/cors'
      import Fastify from 'fastify'

      const app = Fastify()

      await app.register(cors, {
        credentials: true,
        origin: (origin, callback) => callback(null, true),
      })

      app.get('/account', async () => ({ balance: 12 }))

      await app.listen({ port: 3000 })
    `,
  },
  {
    library: '@fastify/cors',
    title: 'a list of origins',
    language: 'ts',
    rules: [],
    code: code`
      import cors from '@fastify/cors'
      import Fastify from 'fastify'

      const app = Fastify()

      await app.register(cors, { origin: ['https://app.example.com'], credentials: true })

      app.get('/account', async () => ({ balance: 12 }))

      await app.listen({ port: 3000 })
    `,
  },
  {
    library: '@koa/cors',
    title: '* with credentials, which it echoes',
    language: 'js',
    rules: ['no-wildcard-with-credentials'],
    code: code`
      import cors from '@koa/cors'
      import Koa from 'koa'

      const app = new Koa()

      app.use(cors({ origin: '*', credentials: true }))
      app.use((ctx) => {
        ctx.body = { ok: true }
      })

      app.listen(3000)
    `,
  },
  {
    library: 'koa2-cors',
    title: 'lets in everybody unless it is told otherwise',
    language: 'js',
    rules: ['no-reflected-origin'],
    code: code`
      import Koa from 'koa'
      import cors from 'koa2-cors'

      const app = new Koa()

      app.use(cors())
      app.use((ctx) => {
        ctx.body = { ok: true }
      })

      app.listen(3000)
    `,
  },
  {
    library: 'hapi',
    title: 'every site may read the account',
    language: 'js',
    rules: ['no-reflected-origin'],
    code: code`
      import Hapi from '@hapi/hapi'

      const server = Hapi.server({
        port: 3000,
        routes: { cors: { origin: ['*'], credentials: true } },
      })

      server.route({ method: 'GET', path: '/account', handler: () => ({ balance: 12 }) })

      await server.start()
    `,
  },
  {
    library: 'restify-cors-middleware2',
    title: 'an origin with a slash at its end, which never matches',
    language: 'js',
    rules: ['valid-origin'],
    code: code`
      import restify from 'restify'
      import corsMiddleware from 'restify-cors-middleware2'

      const cors = corsMiddleware({ origins: ['https://app.example.com/'] })
      const server = restify.createServer()

      server.pre(cors.preflight)
      server.use(cors.actual)

      server.listen(3000)
    `,
  },
  {
    library: '@tinyhttp/cors',
    title: 'everybody may read, for want of options',
    language: 'js',
    rules: ['no-wildcard-origin'],
    code: code`
      import { App } from '@tinyhttp/app'
      import { cors } from '@tinyhttp/cors'

      const app = new App()

      app.use(cors())
      app.get('/', (req, res) => res.json({ ok: true }))

      app.listen(3000)
    `,
  },
  {
    library: 'micro-cors',
    title: 'its defaults combine * with credentials, which browsers refuse',
    language: 'js',
    rules: ['no-wildcard-with-credentials'],
    code: code`
      import { send } from 'micro'
      import microCors from 'micro-cors'

      const cors = microCors()

      export default cors((req, res) => send(res, 200, { ok: true }))
    `,
  },
  {
    library: 'json-server',
    title: 'its defaults let in everybody with cookies',
    language: 'js',
    rules: ['no-reflected-origin'],
    code: code`
      import jsonServer from 'json-server'

      const server = jsonServer.create()

      server.use(jsonServer.defaults())
      server.use(jsonServer.router('db.json'))

      server.listen(3000)
    `,
  },
  {
    library: 'Socket.IO',
    title: '* in its options',
    language: 'js',
    rules: ['no-wildcard-origin'],
    code: code`
      import { createServer } from 'node:http'
      import { Server } from 'socket.io'

      const server = createServer()
      const io = new Server(server, { cors: { origin: '*' } })

      io.on('connection', (socket) => socket.emit('news', 'hello'))

      server.listen(3000)
    `,
  },
]
