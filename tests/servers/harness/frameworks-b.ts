import { createServer, request, type RequestListener, type Server } from 'node:http'

import type { Exports } from './case.ts'

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
  return createServer((req, res) => app.handler(req, res))
}

/** Asks for `path` whatever is asked for: procedures have names. */
export function atPath(path: string, server: Server): Server {
  return createServer((req, res) => {
    req.url = path
    server.emit('request', req, res)
  })
}
