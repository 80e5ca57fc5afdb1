import { createRequire } from 'node:module'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import express from 'express'
import type Koa from 'koa'
import type { UserConfig } from 'vite'
import type { Configuration } from 'webpack-dev-server'

import type { Exports, Library } from './case.ts'

type ExpressHandler = express.RequestHandler

const load = createRequire(import.meta.url)

/** `export default (req, res) => …`, or a function under another name, with the `req` and `res` of Express. */
export function expressHandler(exports: Exports): Server {
  const handler = Object.values(exports).find((value) => typeof value === 'function') as ExpressHandler
  return createServer(express().use(handler) as RequestListener)
}

/** `config/cors.ts` of AdonisJS: `export default defineConfig({ … })`, handed to the middleware of `@adonisjs/cors`. */
export async function adonisServer(exports: Exports): Promise<Server> {
  const { default: CorsMiddleware } = await import('@adonisjs/cors/cors_middleware')
  const middleware = new CorsMiddleware(exports.default as ConstructorParameters<typeof CorsMiddleware>[0])
  const answer = express.response
  const handle: ExpressHandler = (req, res, next) => {
    const request = { header: (name: string) => req.header(name), method: () => req.method }
    const response = Object.assign(res, {
      header: (name: string, value: unknown) => answer.header.call(res, name, String(value)),
    })
    middleware
      .handle({ request, response } as never, () => {
        res.json({ ok: true })
        return Promise.resolve()
      })
      .catch(next)
  }
  return createServer(express().use(handle) as RequestListener)
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
    return createServer((service as unknown as { express(): RequestListener }).express())
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

interface ViteServer {
  readonly middlewares: RequestListener
  close(): Promise<void>
}

let vite: ViteServer | undefined
let site: string | undefined

/** A folder with one page in it. */
async function makeSite(): Promise<string> {
  site = await mkdtemp(join(tmpdir(), 'site-'))
  await writeFile(join(site, 'index.html'), '<!doctype html><title>Orders</title>')
  return site
}

async function closeVite(): Promise<void> {
  await vite?.close()
  if (site !== undefined) await rm(site, { recursive: true, force: true })
}

/** `vite.config.*`: an object, or what makes one. */
async function viteConfigOf({ default: main }: Exports): Promise<UserConfig> {
  const make = main as UserConfig | ((environment: object) => UserConfig | Promise<UserConfig>)
  return typeof make === 'function' ? make({ command: 'serve', mode: 'development' }) : make
}

/** The development server of a `vite.config.*`. */
export const viteDevServer: Library = {
  name: 'vite',
  vary: 'by the library',
  async listen(exports) {
    const { createServer: createVite } = await import('vite')
    const config = await viteConfigOf(exports)
    const server = { ...config.server, middlewareMode: true, hmr: false, ws: false as const, watch: null }
    const root = await makeSite()
    vite = await createVite({ ...config, root, configFile: false, envDir: false, logLevel: 'silent', server })
    return createServer(vite.middlewares)
  },
  stop: closeVite,
}

/** The preview of a build, as a `vite.config.*` has it served. */
export const vitePreview: Library = {
  name: 'vite preview',
  vary: 'by the library',
  async listen(exports) {
    const { preview } = await import('vite')
    const config = await viteConfigOf(exports)
    const own = { ...config.preview, port: 0, host: '127.0.0.1' }
    const build = { outDir: await makeSite() }
    vite = await preview({ ...config, configFile: false, envDir: false, logLevel: 'silent', preview: own, build })
    return createServer(vite.middlewares)
  },
  stop: closeVite,
}

let webpackServer: { stop(): Promise<void> } | undefined

/** The `devServer` of a `webpack.config.*`. What is bundled plays no part. */
export const webpackDevServer: Library = {
  name: 'webpack-dev-server',
  vary: 'by the library',
  async listen({ default: main }) {
    const { default: webpack } = await import('webpack')
    const { default: WebpackDevServer } = await import('webpack-dev-server')
    const { devServer } = main as { devServer?: Configuration }
    const compiler = webpack({
      mode: 'development',
      entry: 'data:text/javascript,',
      infrastructureLogging: { level: 'none' },
      stats: 'none',
    })
    const quiet = { hot: false, liveReload: false, client: false, webSocketServer: false } as const
    const server = new WebpackDevServer({ ...devServer, ...quiet, host: '127.0.0.1', port: 'auto' }, compiler)
    webpackServer = server
    await server.start()
    return createServer(server.app as RequestListener)
  },
  async stop() {
    await webpackServer?.stop()
  },
}

/** `export default buildConfig({ … })`: Payload's own headers, on a server that answers like its REST API. */
export const payload: Library = {
  name: 'payload',
  vary: 'by the library',
  async listen({ default: main }) {
    const { headersWithCors } = await import('payload')
    const config = await (main as Promise<object>)
    return createServer((incoming, outgoing) => {
      const headers = new Headers(Object.entries(incoming.headers) as [string, string][])
      const req = { headers, payload: { config } } as never
      for (const [name, value] of headersWithCors({ headers: new Headers(), req })) outgoing.setHeader(name, value)
      outgoing.end()
    })
  },
}

/** `export default createExpressServer({ … })`, `export default createKoaServer({ … })`. */
export const routingControllers: Library = {
  name: 'routing-controllers',
  vary: 'by the library',
  listen: ({ default: main }) => createServer(main as RequestListener),
}

/** `export default createServer({ … })`: a server of `http-server` that does not listen. */
export const httpServer: Library = {
  name: 'http-server',
  vary: 'by the library',
  listen: ({ default: main }) => (main as { readonly server: Server }).server,
}

interface EggConfig {
  readonly cors?: object
}

interface EggApplication {
  readonly config: { readonly coreMiddlewares: string[]; readonly cors: object }
}

/** `config/config.default.js` of Egg: an object or what makes one, through the plugin and the middleware it adds. */
export const egg: Library = {
  name: 'egg-cors',
  vary: 'by the library',
  async listen({ default: main }) {
    const { default: Application } = await import('koa')
    const plugin = load('egg-cors/app.js') as (app: EggApplication) => void
    const middleware = load('egg-cors/app/middleware/cors.js') as (options: object) => Koa.Middleware
    const info = { name: 'orders', baseDir: '/', root: '/', env: 'prod' }
    const make = main as EggConfig | ((info: object, config: object) => EggConfig)
    const config = typeof make === 'function' ? make(info, {}) : make
    const cors = { ...config.cors }
    plugin({ config: { coreMiddlewares: [], cors } })
    const app = new Application()
    app.use(middleware(cors))
    app.use((ctx) => {
      ctx.body = 'ok'
    })
    return createServer(app.callback() as RequestListener)
  },
}

interface SailsApplication {
  readonly hooks: { readonly http: { readonly app: RequestListener } }
  load(config: object, done: (error?: Error) => void): void
  lower(done: () => void): void
  emit(event: string): void
}

const UNUSED_HOOKS = [
  'grunt',
  'session',
  'sockets',
  'pubsub',
  'views',
  'i18n',
  'blueprints',
  'orm',
  'helpers',
  'userconfig',
]

let sailsApplication: SailsApplication | undefined

/** `module.exports.security = { cors }` and `module.exports.routes = { … }`: configuration files of Sails. */
export const sails: Library = {
  name: 'sails',
  vary: 'by the library',
  async listen({ default: main }) {
    const shared = load('sails') as { readonly constructor: new () => SailsApplication }
    const app = new shared.constructor()
    sailsApplication = app
    const config = {
      globals: false,
      hooks: Object.fromEntries(UNUSED_HOOKS.map((name) => [name, false])),
      log: { level: 'silent' },
      routes: { 'GET /': answer },
      ...(main as object),
    }
    await new Promise<void>((resolve, reject) => {
      app.load(config, (error) => {
        if (error) reject(error)
        else resolve()
      })
    })
    // The routes come into the application when it is about to listen.
    app.emit('ready')
    return createServer(app.hooks.http.app)
  },
  stop: () =>
    new Promise((resolve) => {
      if (sailsApplication) sailsApplication.lower(resolve)
      else resolve()
    }),
}

function answer(_req: unknown, res: { send(body: string): void }): void {
  res.send('ok')
}
