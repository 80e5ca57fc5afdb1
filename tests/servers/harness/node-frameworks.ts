import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createRequire } from 'node:module'

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

interface NextHeader {
  readonly key: string
  readonly value: string
}

interface NextRoute {
  readonly has?: readonly object[]
  readonly missing?: readonly object[]
  readonly headers: readonly NextHeader[]
  match(path: string): Readonly<Record<string, unknown>> | false
}

/** The parts of `next` 16 that turn the headers of a configuration into those of an answer. */
interface NextInternals {
  normalizeConfig(phase: string, config: unknown): Promise<object>
  defaultConfig: object
  default(config: object): Promise<{ readonly headers: readonly object[] }>
  buildCustomRoute(type: 'header', route: object, basePath: string): NextRoute
  matchHas(
    request: IncomingMessage,
    query: object,
    has: NextRoute['has'],
    missing: NextRoute['missing'],
  ): Readonly<Record<string, string>> | false
  compileNonPath(text: string, values: object): string
}

const require = createRequire(import.meta.url)

/**
 * `export default nextConfig`: a server that gives every answer the headers that `next` gives it; `/` stands for
 * `/api/orders`. It reads, checks, matches and fills them in with the functions of `next` itself; only the loop over the routes is not
 * the original (`server/lib/router-utils/resolve-routes.js` of 16.4.6), which needs a build.
 */
export async function nextServer(exports: Exports): Promise<Server> {
  const next = Object.assign(
    {},
    ...[
      'server/config-shared',
      'lib/load-custom-routes',
      'server/lib/router-utils/filesystem',
      'shared/lib/router/utils/prepare-destination',
    ].map((path) => require(`next/dist/${path}`) as object),
  ) as NextInternals
  const config = await next.normalizeConfig('phase-production-server', exports.default)
  const custom = await next.default({ ...next.defaultConfig, ...config })
  const routes = custom.headers.map((route) => next.buildCustomRoute('header', route, ''))
  return createServer((req, res) => {
    for (const route of routes) {
      const { has, missing, headers } = route
      const matched = route.match(!req.url || req.url === '/' ? '/api/orders' : req.url)
      const captured = matched && (has ?? missing) ? next.matchHas(req, {}, has, missing) : {}
      if (!matched || !captured) continue
      const values = { ...matched, ...captured }
      const fill = (text: string): string => (Object.keys(values).length > 0 ? next.compileNonPath(text, values) : text)
      for (const { key, value } of headers) res.setHeader(fill(key), fill(value))
    }
    res.end('{}')
  })
}
