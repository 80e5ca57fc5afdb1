import { code } from './code.ts'
import type { TypedServer } from './typed-server.ts'

/** Further libraries that are told by options. */
export const TYPED_OPTIONS_B: readonly TypedServer[] = [
  {
    name: 'h3',
    source: code`
      import { createApp, defineEventHandler, handleCors, setResponseHeader, setResponseHeaders } from 'h3'

      const app = createApp()
      app.use(defineEventHandler((event) => {
        if (handleCors(event, { origin: '*', preflight: { statusCode: 204 } })) return
        return { total: 42 }
      }))
      app.use(defineEventHandler((event) => {
        if (handleCors(event, { origin: (origin) => origin.includes('example.com') })) return
        return { total: 42 }
      }))
      app.use(defineEventHandler((event) => {
        setResponseHeader(event, 'Access-Control-Allow-Origin', '*')
        return { total: 42 }
      }))
      app.use(defineEventHandler((event) => {
        setResponseHeaders(event, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' })
        return { total: 42 }
      }))
    `,
  },
  {
    name: 'itty-router',
    source: code`
      import { AutoRouter, cors } from 'itty-router'

      const a = cors()
      const b = cors({ origin: true, credentials: true })
      const c = cors({ origin: (origin) => origin })
      export const routers = [a, b, c].map(({ preflight, corsify }) =>
        AutoRouter({ before: [preflight], finally: [corsify] }).get('/', () => ({ total: 42 })),
      )
    `,
  },
  {
    name: '@orpc/server',
    source: code`
      import { os } from '@orpc/server'
      import { RPCHandler } from '@orpc/server/fetch'
      import { CORSPlugin } from '@orpc/server/plugins'

      const router = { ping: os.handler(() => 'pong') }
      export const a = new RPCHandler(router, { plugins: [new CORSPlugin()] })
      export const b = new RPCHandler(router, { plugins: [new CORSPlugin({ origin: '*' })] })
      export const c = new RPCHandler(router, { plugins: [new CORSPlugin({ origin: (origin) => origin })] })
      export const d = new RPCHandler(router, { plugins: [new CORSPlugin({ origin: async (origin) => origin })] })
    `,
  },
  {
    name: '@tinyhttp/cors',
    source: code`
      import { App } from '@tinyhttp/app'
      import { cors } from '@tinyhttp/cors'

      new App().use(cors())
      new App().use(cors({ origin: '*', methods: ['GET'] }))
      new App().use(cors({ origin: (request) => request.headers.origin ?? '*' }))
    `,
  },
  {
    name: '@hapi/hapi',
    source: code`
      import { server, type ServerOptions } from '@hapi/hapi'

      export const a = server({ port: 3000, routes: { cors: true } })
      export const b = server({ port: 3001, routes: { cors: { origin: ['*'], credentials: true } } })
      const options: ServerOptions = { routes: { cors: { origin: ['*'] } } }
      export const c = server(options)
      c.route({ method: 'GET', path: '/', handler: () => 'ok', options: { cors: true } })
    `,
  },
  {
    name: '@adonisjs/cors',
    filename: 'config/cors.ts',
    source: code`
      import { defineConfig } from '@adonisjs/cors'

      export default defineConfig({ enabled: true, origin: true, methods: ['GET'], headers: true, maxAge: 90 })
    `,
  },
  {
    name: 'vite',
    filename: 'vite.config.ts',
    source: code`
      import { defineConfig } from 'vite'

      export default defineConfig({ server: { cors: true }, preview: { cors: { origin: '*' } } })
    `,
  },
  {
    name: 'aws-cdk-lib',
    source: code`
      import { App, Stack } from 'aws-cdk-lib'
      import { Cors, RestApi } from 'aws-cdk-lib/aws-apigateway'
      import { CorsHttpMethod, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'

      const stack = new Stack(new App(), 'Orders')
      new RestApi(stack, 'A', { defaultCorsPreflightOptions: { allowOrigins: Cors.ALL_ORIGINS } })
      new HttpApi(stack, 'B', { corsPreflight: { allowOrigins: ['*'], allowMethods: [CorsHttpMethod.GET] } })
    `,
  },
  {
    name: 'payload',
    filename: 'payload.config.ts',
    source: code`
      import { buildConfig } from 'payload'

      const db = {} as Parameters<typeof buildConfig>[0]['db']
      export default buildConfig({ secret: 'secret', collections: [], db, cors: '*' })
    `,
  },
  {
    name: '@middy/http-cors',
    source: code`
      import middy from '@middy/core'
      import httpCors from '@middy/http-cors'

      const respond = async () => ({ statusCode: 200, body: '{}' })
      export const a = middy().use(httpCors({ origin: '*' })).handler(respond)
      export const b = middy().use(httpCors({ origins: ['*'], credentials: true })).handler(respond)
    `,
  },
  {
    name: 'moleculer-web',
    source: code`
      import ApiGateway from 'moleculer-web'
      import type { ServiceSchema } from 'moleculer'

      const service: ServiceSchema = {
        name: 'api',
        mixins: [ApiGateway],
        settings: { cors: { origin: '*', methods: ['GET'] }, routes: [{ path: '/api', cors: { origin: '*' } }] },
      }

      export default service
    `,
  },
  {
    name: 'lambda-api: headers',
    source: code`
      import createAPI, { type Request, type Response } from 'lambda-api'

      const api = createAPI()
      api.get('/', async (req: Request, res: Response) => {
        res.header('Access-Control-Allow-Origin', '*')
        return { total: 42 }
      })
    `,
  },
  {
    name: 'firebase-functions',
    source: code`
      import { onCall, onRequest } from 'firebase-functions/v2/https'

      export const a = onRequest({ cors: true }, (request, response) => void response.json({}))
      export const b = onCall(() => ({ total: 42 }))
      export const c = onRequest((request, response) => {
        response.set('Access-Control-Allow-Origin', '*')
        response.json({})
      })
    `,
  },
  {
    name: '@loopback/rest',
    source: code`
      import { RestApplication } from '@loopback/rest'

      export const a = new RestApplication()
      export const b = new RestApplication({ rest: { port: 3000, cors: { origin: '*', credentials: true } } })
    `,
  },
  {
    name: '@feathersjs/express',
    source: code`
      import feathersExpress, { cors } from '@feathersjs/express'
      import { feathers } from '@feathersjs/feathers'

      const app = feathersExpress(feathers())
      app.use(cors())
    `,
  },
  {
    name: 'routing-controllers',
    source: code`
      import { createExpressServer } from 'routing-controllers'

      createExpressServer({ cors: true, controllers: [] }).listen(3000)
      createExpressServer({ cors: { origin: '*' }, controllers: [] }).listen(3001)
    `,
  },
  {
    name: '@trpc/server',
    source: code`
      import { initTRPC } from '@trpc/server'
      import { createHTTPServer } from '@trpc/server/adapters/standalone'
      import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
      import cors from 'cors'

      const t = initTRPC.create()
      const router = t.router({ ping: t.procedure.query(() => 'pong') })
      createHTTPServer({ router, middleware: cors() }).listen(3000)

      export function GET(req: Request) {
        return fetchRequestHandler({
          endpoint: '/trpc',
          req,
          router,
          responseMeta: () => ({ headers: new Headers({ 'Access-Control-Allow-Origin': '*' }) }),
        })
      }
    `,
  },
  {
    name: 'lambda-api',
    isOneOnly: true,
    source: code`
      import createAPI, { type Request, type Response } from 'lambda-api'

      const api = createAPI()
      api.get('/', async (req: Request, res: Response) => {
        res.cors({ origin: '*' })
        return { total: 42 }
      })
    `,
  },
]
