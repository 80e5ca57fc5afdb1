import { createServer, type RequestListener, type Server } from 'node:http'

import { Logger } from '@nestjs/common'

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
  init(): Promise<unknown>
  close(): Promise<unknown>
  getHttpServer(): Server
  getHttpAdapter(): { getInstance(): { ready?(): PromiseLike<unknown> } }
}

const nestApps = new WeakMap<Exports, Promise<NestApp>>()

/** `export async function bootstrap()`, which gives back a Nest application that does not listen yet. */
export async function nestServer(exports: Exports): Promise<Server> {
  Logger.overrideLogger(false)
  const created = (exports.bootstrap as () => Promise<NestApp>)()
  nestApps.set(exports, created)
  const app = await created
  await app.init()
  await app.getHttpAdapter().getInstance().ready?.()
  return app.getHttpServer()
}

/** Closes what `nestServer` started. */
export async function stopNest(exports: Exports): Promise<void> {
  const app = await nestApps.get(exports)
  await app?.close()
}

interface SocketIoServer {
  readonly httpServer: Server
  close(): Promise<void>
}

/** `export default io`, a Socket.IO server on an `http.Server`: whatever is asked for, its polling answers. */
export function socketIoServer(exports: Exports): Server {
  const { httpServer } = exports.default as SocketIoServer
  return createServer((req, res) => {
    req.url = POLLING
    httpServer.emit('request', req, res)
  })
}

/** Closes the clients and timers of `socketIoServer`. */
export async function stopSocketIo(exports: Exports): Promise<void> {
  await (exports.default as SocketIoServer).close()
}

/** The path of the first request that a Socket.IO client sends. */
const POLLING = '/socket.io/?EIO=4&transport=polling'

/** As `nestServer`, for an application with a gateway: whatever is asked for, the polling of its gateway answers. */
export async function nestGatewayServer(exports: Exports): Promise<Server> {
  const server = await nestServer(exports)
  return createServer((req, res) => {
    req.url = POLLING
    server.emit('request', req, res)
  })
}
