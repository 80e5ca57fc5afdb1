import { createServer, type RequestListener, type Server } from 'node:http'

import type { Exports } from './case.ts'

interface FastifyApp {
  readonly server: Server
  ready(): PromiseLike<unknown>
  close(): PromiseLike<unknown>
}

/** `export default app`, a Fastify instance that does not listen yet. */
export async function fastifyServer(exports: Exports): Promise<Server> {
  const app = exports.default as FastifyApp
  await app.ready()
  return app.server
}

/** Runs the `onClose` hooks of a Fastify instance. */
export async function stopFastify(exports: Exports): Promise<void> {
  await (exports.default as FastifyApp).close()
}

interface KoaApp {
  silent: boolean
  callback(): RequestListener
}

/** `export default app`, a Koa application. What it would print about failed requests stays unsaid. */
export function koaServer(exports: Exports): Server {
  const app = exports.default as KoaApp
  app.silent = true
  return createServer(app.callback())
}

interface NestApp {
  useLogger(logger: false): void
  init(): Promise<unknown>
  close(): Promise<unknown>
  getHttpServer(): Server
}

const nestApps = new WeakMap<Exports, Promise<NestApp>>()

/** `export async function bootstrap()`, which gives back a Nest application that does not listen yet. */
export async function nestServer(exports: Exports): Promise<Server> {
  const created = (exports.bootstrap as () => Promise<NestApp>)()
  nestApps.set(exports, created)
  const app = await created
  app.useLogger(false)
  await app.init()
  return app.getHttpServer()
}

/** Closes what `nestServer` started. */
export async function stopNest(exports: Exports): Promise<void> {
  const app = await nestApps.get(exports)
  await app?.close()
}
