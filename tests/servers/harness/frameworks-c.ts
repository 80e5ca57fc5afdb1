import { createServer, type RequestListener, type Server } from 'node:http'

import express from 'express'

import type { Exports, Library } from './case.ts'

type ExpressHandler = express.RequestHandler

/** `export default (req, res) => …`, or a function under another name, with the `req` and `res` of Express. */
export function expressHandler(exports: Exports): Server {
  const handler = Object.values(exports).find((value) => typeof value === 'function') as ExpressHandler
  return createServer(express().use(handler) as RequestListener)
}

/** `config/cors.ts` of AdonisJS: `export default defineConfig({ … })`, handed to the middleware of `@adonisjs/cors`. */
export async function adonisServer(exports: Exports): Promise<Server> {
  const { default: CorsMiddleware } = await import('@adonisjs/cors/cors_middleware')
  const middleware = new CorsMiddleware(exports.default as ConstructorParameters<typeof CorsMiddleware>[0])
  const app = express()
  app.use(async (req, res) => {
    const context = {
      request: { header: (name: string) => req.header(name), method: () => req.method },
      response: res,
    }
    Object.assign(res, { header: (name: string, value: unknown) => res.setHeader(name, String(value)) })
    await middleware.handle(context as never, async () => {
      res.json({ ok: true })
    })
  })
  return createServer(app as RequestListener)
}

interface LoopbackApplication {
  readonly requestHandler: RequestListener
  start(): Promise<void>
  stop(): Promise<void>
}

/** `export const app = new RestApplication({ rest: { …, listenOnStart: false } })`. */
export const loopback: Library = {
  name: '@loopback/rest',
  vary: 'by the library',
  async listen({ app }) {
    const application = app as LoopbackApplication
    await application.start()
    return createServer(application.requestHandler)
  },
  async stop({ app }) {
    await (app as LoopbackApplication).stop()
  },
}

interface GatewaySchema {
  readonly settings?: object
}

let broker: { stop(): Promise<void> } | undefined

/** `module.exports = { name: 'api', mixins: [ApiGateway], settings }`: a service schema for a broker. */
export const moleculer: Library = {
  name: 'moleculer-web',
  vary: 'by the library',
  async listen({ default: main }) {
    const { ServiceBroker } = await import('moleculer')
    const schema = main as GatewaySchema
    const created = new ServiceBroker({ logger: false })
    broker = created
    const service = created.createService({ ...schema, settings: { ...schema.settings, server: false } } as never)
    await created.start()
    const { express: middleware } = service as unknown as { express(): RequestListener }
    return createServer(middleware.call(service))
  },
  async stop() {
    await broker?.stop()
  },
}

/** `module.exports = restify.createServer()`. */
export const restify: Library = {
  name: 'restify-cors-middleware2',
  vary: 'by the library',
  listen: ({ default: main }) => (main as { readonly server: Server }).server,
}
