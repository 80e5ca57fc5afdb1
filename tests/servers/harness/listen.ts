import { createServer, Server, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'

import type { Exports } from './case.ts'

/** `export default (req, res) => …`, an Express or Connect application, or an `http.Server` that does not listen yet. */
export function nodeServer(exports: Exports): Server {
  const main = exports.default
  const [listener] = main instanceof Server ? main.listeners('request') : [main]
  return createServer(surviving(asFunction(listener) as Listener))
}

type FetchHandler = (request: Request) => Response | Promise<Response>

/**
 * `export default (request) => Response`, `export default { fetch }`, or one export for each method, as in a route
 * file. A route that does not export `OPTIONS` answers it without CORS headers, like the frameworks do.
 */
export function fetchServer(exports: Exports): Server {
  const handle = fetchHandlerOf(exports)
  return createServer(
    surviving(async (req, res) => {
      const headers = new Headers(Object.entries(req.headers) as [string, string][])
      const response = await handle(new Request(`http://localhost${req.url}`, { method: req.method ?? 'GET', headers }))
      res.writeHead(response.status, [...response.headers].flat())
      res.end(Buffer.from(await response.arrayBuffer()))
    }),
  )
}

function fetchHandlerOf(exports: Exports): FetchHandler {
  const main = exports.default
  if (typeof main === 'function') return main as FetchHandler
  if (hasFetch(main)) return (request) => main.fetch(request)
  return (request) => {
    const handler = exports[request.method]
    if (typeof handler === 'function') return (handler as FetchHandler)(request)
    return new Response(null, { status: request.method === 'OPTIONS' ? 204 : 405, headers: { Allow: 'GET, OPTIONS' } })
  }
}

function hasFetch(value: unknown): value is { fetch: FetchHandler } {
  return typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function'
}

type HeaderValue = string | number | boolean

interface LambdaResult {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, HeaderValue | null | undefined>>
  readonly multiValueHeaders?: Readonly<Record<string, readonly HeaderValue[]>>
  readonly body?: string
}

type LambdaCallback = (error: Error | null, result?: LambdaResult) => void
type LambdaHandler = (event: object, context: object, callback: LambdaCallback) => Promise<LambdaResult> | undefined

/** `export const handler`, or the default export: an AWS Lambda function behind an HTTP API, by promise or by callback. */
export function lambdaServer(exports: Exports): Server {
  const handler = asFunction(exports.handler ?? exports.default) as LambdaHandler
  return createServer(
    surviving(async (req, res) => {
      const result = await new Promise<LambdaResult>((resolve, reject) => {
        const done: LambdaCallback = (error, value) => {
          if (error) reject(error)
          else resolve(value ?? {})
        }
        handler(lambdaEvent(req), {}, done)?.then(resolve, reject)
      })
      for (const [name, value] of Object.entries(result.headers ?? {})) {
        if (value !== undefined && value !== null) res.setHeader(name, String(value))
      }
      for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
        res.setHeader(name, values.map(String))
      }
      res.statusCode = result.statusCode ?? 200
      res.end(result.body)
    }),
  )
}

function lambdaEvent(req: IncomingMessage): object {
  const method = req.method ?? 'GET'
  const path = req.url ?? '/'
  return {
    httpMethod: method,
    path,
    rawPath: path,
    headers: { ...req.headers },
    body: null,
    requestContext: { http: { method, path } },
  }
}

function asFunction(value: unknown): (...parameters: never[]) => unknown {
  if (typeof value !== 'function') throw new TypeError('the served module exports no server under this name')
  return value as (...parameters: never[]) => unknown
}

type Listener = (req: IncomingMessage, res: ServerResponse) => unknown

/** A listener that throws would end the whole process; here it answers 500 instead. */
function surviving(listener: Listener): RequestListener {
  return (req, res) => {
    const fail = (): void => {
      if (!res.headersSent) for (const name of res.getHeaderNames()) res.removeHeader(name)
      if (!res.headersSent) res.statusCode = 500
      res.end()
    }
    try {
      Promise.resolve(listener(req, res)).catch(fail)
    } catch {
      fail()
    }
  }
}
