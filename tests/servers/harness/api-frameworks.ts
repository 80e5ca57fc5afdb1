import { createServer, request, type RequestListener, type Server } from 'node:http'

import type { Exports } from './case.ts'
import { fetchServer } from './listen.ts'

/** `export default server`, from `Hapi.server()`; routes are in place once it is initialized. */
export async function hapiServer(exports: Exports): Promise<Server> {
  const server = exports.default as HapiServer
  await server.initialize()
  return server.listener
}

/** Ends what hapi's server holds on to. */
export async function stopHapi(exports: Exports): Promise<void> {
  await (exports.default as HapiServer).stop({ timeout: 0 })
}

interface HapiServer {
  readonly listener: Server
  initialize(): Promise<void>
  stop(options: { timeout: number }): Promise<void>
}

/** `export default server`, an `ApolloServer` of `apollo-server`, which starts an HTTP server of its own. */
export async function apolloServer(exports: Exports): Promise<Server> {
  const { url } = await (exports.default as ApolloServer).listen({ port: 0, host: '127.0.0.1' })
  return forwarding(new URL(url))
}

interface ApolloServer {
  listen(options: { port: number; host: string }): Promise<{ url: string }>
}

/** `export { server, url }`: code that has its server listening by itself, at `url`. */
export function listeningServer(exports: Exports): Server {
  return forwarding(new URL(String(exports.url)))
}

/** Stops `server`, or the default export. */
export async function stopServer(exports: Exports): Promise<void> {
  await ((exports.server ?? exports.default) as { stop(): Promise<void> }).stop()
}

/** Passes requests on to a server that listens elsewhere, and its answers back. */
function forwarding(to: URL): Server {
  return createServer((incoming, res) => {
    const { method, headers } = incoming
    const options = { method, headers: { ...headers, connection: 'close' }, agent: false, timeout: 2000 }
    const outgoing = request(new URL(incoming.url ?? '/', to), options, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.rawHeaders)
      answer.pipe(res)
    })
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', () => res.destroy())
    incoming.pipe(outgoing)
  })
}

/** `export default app`, of polka or tinyhttp: the listener is a property. */
export function handlerServer(exports: Exports): Server {
  const app = exports.default as { handler: RequestListener }
  return createServer((req, res) => {
    app.handler(req, res)
  })
}

/** Asks for `path` whatever is asked for: procedures have names. */
export function atPath(path: string, server: Server): Server {
  return createServer((req, res) => {
    req.url = path
    server.emit('request', req, res)
  })
}

/** What stands in for a global `Deno` or `Bun`: `serve` keeps the handler, that of the options included. */
export class ServingRuntime {
  private handler: FetchHandler | undefined
  readonly env = { get: (name: string): string | undefined => process.env[name] }

  serve = (...parameters: readonly unknown[]): object => {
    this.handler = parameters.map(fetchHandlerIn).find((handler) => handler !== undefined)
    return {}
  }

  /** The server that the served module has started. */
  listen = (): Server => {
    if (!this.handler) throw new TypeError('nothing is served')
    return fetchServer({ default: this.handler })
  }
}

type FetchHandler = (request: Request) => Response | Promise<Response>

function fetchHandlerIn(value: unknown): FetchHandler | undefined {
  if (typeof value === 'function') return value as FetchHandler
  if (typeof value !== 'object' || value === null) return undefined
  return fetchHandlerIn(Reflect.get(value, 'fetch') ?? Reflect.get(value, 'handler'))
}

/**
 * Route files whose exports take one argument that holds `request`: endpoints of SvelteKit and of Astro, loaders of
 * Remix and React Router; and SvelteKit's `handle`. As `@sveltejs/kit` 2.70.4 (runtime/server/respond.js) does,
 * `setHeaders` keeps headers for the answer, and a method without handler is answered 405.
 */
export function eventServer(exports: Exports): Server {
  return fetchServer({
    default: async (request: Request) => {
      const kept = new Headers()
      const setHeaders = (headers: Readonly<Record<string, string>>): void => {
        for (const [name, value] of Object.entries(headers)) kept.set(name, value)
      }
      const event = { request, url: new URL(request.url), params: {}, setHeaders }
      const response = await (exports.handle
        ? (exports.handle as Handle)({ event, resolve: () => Promise.resolve(new Response('ok')) })
        : answered(exports, event))
      for (const [name, value] of kept) response.headers.set(name, value)
      return response
    },
  })
}

type Handle = (input: { event: object; resolve: () => Promise<Response> }) => Promise<Response>

async function answered(exports: Exports, event: { readonly request: Request }): Promise<Response> {
  const handler = exports[event.request.method] ?? exports.ALL ?? exports.loader
  if (typeof handler !== 'function') return new Response(null, { status: 405 })
  const result = await (handler as (input: object) => unknown)(event)
  return result instanceof Response ? result : Response.json(result)
}
