import { code } from './code.ts'
import type { TypedServer } from './typed-server.ts'

/** Headers that are written by hand. */
export const TYPED_HEADERS: readonly TypedServer[] = [
  {
    name: 'express: headers',
    source: code`
      import express, { type NextFunction, type Request, type Response } from 'express'

      const app = express()
      app.use((req: Request, res: Response, next: NextFunction) => {
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*')
        res.setHeader('Access-Control-Allow-Credentials', 'true')
        next()
      })
      app.put('/', (req: Request, res: Response) => res.set('Access-Control-Allow-Origin', '*').json({ total: 42 }))
      app.put('/item', (_req: Request, res: Response) => {
        res.header('Access-Control-Allow-Origin', '*')
        res.json({ total: 42 })
      })
      app.put('/list', async (_: Request, res: Response): Promise<void> => {
        res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' })
        res.json([])
      })
      app.put('/more', (req: Request, res: Response) => {
        const { origin } = req.headers
        res.setHeader('Access-Control-Allow-Origin', origin as string)
        res.json([])
      })
      app.put('/most', (req: Request, res: Response) => {
        const origin = req.get('origin')
        if (origin) res.set('Access-Control-Allow-Origin', origin)
        res.json([])
      })
    `,
  },
  {
    name: 'express: a bypassable check',
    source: code`
      import express from 'express'

      const app = express()
      app.use((req, res, next) => {
        const origin = req.headers.origin
        if (origin && origin.startsWith('https://app.example.com')) {
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.setHeader('Vary', 'Origin')
        }
        next()
      })
    `,
  },
  {
    name: 'node:http',
    source: code`
      import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

      function handle(req: IncomingMessage, res: ServerResponse): void {
        res.writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
        res.end('{}')
      }

      createServer(handle).listen(8080)
      createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', '*')
        res.setHeader('Access-Control-Allow-Methods', 'GET')
        res.end('{}')
      }).listen(8081)
      createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin!)
        res.end('{}')
      }).listen(8082)
    `,
  },
  {
    name: 'node:http: an object of headers',
    source: code`
      import { createServer } from 'node:http'

      createServer((req, res) => {
        const headers: Record<string, string> = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }
        res.writeHead(200, headers)
        res.end('{}')
      }).listen(8080)
    `,
  },
  {
    name: 'node:http: a flat list of headers',
    source: code`
      import { createServer } from 'node:http'

      createServer((req, res) => {
        res.writeHead(200, ['Content-Type', 'text/plain', 'Access-Control-Allow-Origin', '*'])
        res.end('{}')
      }).listen(8080)
    `,
  },
  {
    name: 'node:http: setHeaders',
    source: code`
      import { createServer } from 'node:http'

      createServer((req, res) => {
        res.setHeaders(new Headers({ 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }))
        res.end('{}')
      }).listen(8080)
    `,
  },
  {
    name: 'fastify: headers',
    source: code`
      import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'

      const app = Fastify()
      app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
        reply.header('Access-Control-Allow-Origin', request.headers.origin ?? '*')
      })
      app.get('/', async (request, reply) => {
        reply.header('Access-Control-Allow-Origin', '*')
        return { total: 42 }
      })
      app.get('/item', (_, reply) => reply.header('Access-Control-Allow-Origin', '*').send({ total: 42 }))
      app.get('/list', async (_, reply) => {
        reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' })
        return []
      })
      await app.listen({ port: 8080 })
    `,
  },
  {
    name: 'koa: headers',
    source: code`
      import Koa, { type Context, type Next } from 'koa'

      const app = new Koa()
      app.use(async (ctx: Context, next: Next) => {
        ctx.set('Access-Control-Allow-Origin', ctx.get('Origin') || '*')
        await next()
      })
      app.use(async (ctx) => {
        ctx.set('Access-Control-Allow-Origin', '*')
        ctx.body = {}
      })
      app.use((ctx) => {
        ctx.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' })
      })
    `,
  },
  {
    name: 'hono: headers',
    source: code`
      import { Hono, type Context } from 'hono'
      import { createMiddleware } from 'hono/factory'

      const app = new Hono()
      app.use(async (c, next) => {
        c.header('Access-Control-Allow-Origin', c.req.header('Origin') ?? '*')
        await next()
      })
      app.use(createMiddleware(async (c, next) => {
        await next()
        c.res.headers.set('Access-Control-Allow-Origin', '*')
      }))
      app.get('/', (c: Context) => {
        c.header('Access-Control-Allow-Origin', '*')
        return c.json({ total: 42 })
      })
      app.get('/item', (c) => c.json({ total: 42 }, 200, { 'Access-Control-Allow-Origin': '*' }))
      app.get('/list', (c) => c.text('', { headers: { 'Access-Control-Allow-Origin': '*' } }))
      app.get('/body', (c) => c.body('', 200, { 'Access-Control-Allow-Origin': '*', 'X-Total': '42' }))
      export default app
    `,
  },
  {
    name: '@nestjs/common: headers',
    source: code`
      import type { CallHandler, ExecutionContext, NestInterceptor, NestMiddleware } from '@nestjs/common'
      import type { NextFunction, Request, Response } from 'express'

      export class CorsMiddleware implements NestMiddleware {
        use(req: Request, res: Response, next: NextFunction) {
          res.header('Access-Control-Allow-Origin', '*')
          next()
        }
      }

      export class CorsInterceptor implements NestInterceptor {
        intercept(context: ExecutionContext, next: CallHandler) {
          const response = context.switchToHttp().getResponse<Response>()
          response.setHeader('Access-Control-Allow-Origin', '*')
          return next.handle()
        }
      }
    `,
  },
  {
    name: 'AWS Lambda',
    source: code`
      interface Event {
        readonly headers: Record<string, string | undefined>
      }
      interface Result {
        readonly statusCode: number
        readonly headers?: Record<string, string | number | boolean>
        readonly body: string
      }

      export const handler = async (event: Event): Promise<Result> => {
        return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'X-Total': 42 }, body: '{}' }
      }

      export const other = async (event: Event): Promise<Result> => ({
        statusCode: 200,
        headers: { 'Access-Control-Allow-Origin': event.headers.origin ?? '*' },
        body: '{}',
      })
    `,
  },
  {
    name: 'webpack-dev-server',
    isOneOnly: true,
    filename: 'webpack.config.ts',
    source: code`
      import type { Configuration } from 'webpack'
      import 'webpack-dev-server'

      const config: Configuration = {
        mode: 'development',
        devServer: { headers: { 'Access-Control-Allow-Origin': '*' } },
      }

      export default config
    `,
  },
]
