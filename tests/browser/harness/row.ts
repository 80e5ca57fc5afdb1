import type { Wish } from '../../servers/harness/browser.ts'
import type { Library } from '../../servers/harness/case.ts'
import { fastifyServer, koaServer, stopFastify } from '../../servers/harness/node-frameworks.ts'
import { fetchServer, lambdaServer, nodeServer } from '../../servers/harness/listen.ts'
import { MISSING, type Message } from '../messages.ts'

/** What a page asks for, and the error that it gets instead; without one, it reads the response. */
export interface Visit extends Omit<Wish, 'method' | 'path'> {
  /** `GET` unless told. */
  readonly method?: string
  readonly error?: Message
  /** Headers of the response as the script sees them; `null` for what it does not. */
  readonly shown?: Readonly<Record<string, string | null>>
  /** Whether the browser takes the response out of its cache, and asks nobody. */
  readonly cached?: boolean
  /** Whether it is loaded as images are: without CORS and without an `Origin`. Then nothing is refused. */
  readonly plain?: boolean
}

/** A mistake, as somebody makes it, and what a browser does about it. */
export interface Row {
  /** The kind of mistake. */
  readonly kind: string
  readonly name: string
  readonly source: string
  /** What the page runs, where the mistake is there. */
  readonly client?: string
  /** `node:http` and Express unless told. */
  readonly library?: Library
  /** The rules that speak, of all; none where nothing is wrong. */
  readonly rules: readonly string[]
  readonly visits: readonly Visit[]
  /** What the same pages get after `eslint --fix` with `APP` as the list. */
  readonly fixed?: readonly Visit[]
  /** What they get after the first suggestion of the rule is taken up. */
  readonly suggested?: readonly Visit[]
  /** Whether all visits ask for one address, so that caches matter. */
  readonly oneAddress?: boolean
}

/** The page that is to work. */
export const APP = 'https://app.example.com'
/** Another page of the same site. */
export const PARTNER = 'https://partner.example.com'
/** Anybody's page. */
export const STRANGER = 'https://evil.example'
/** A sandboxed frame on anybody's page. */
export const SANDBOX = 'null'

/** The servers of a table. */
export const node: Library = { name: 'node:http', listen: nodeServer, vary: 'by hand' }
/** Route files of Next.js and the like. */
export const routes: Library = { name: 'route handlers', listen: fetchServer, vary: 'by hand' }
/** Functions behind an HTTP API. */
export const lambda: Library = { name: 'AWS Lambda', listen: lambdaServer, vary: 'by hand' }
/** Koa. */
export const koa: Library = { name: 'Koa', listen: koaServer, vary: 'by the library' }
/** Fastify. */
export const fastify: Library = {
  name: 'Fastify',
  listen: fastifyServer,
  stop: stopFastify,
  vary: 'by the library',
}

/** What a list of `APP` makes of a policy: the page reads, nobody else does. */
export function closed(credentials: boolean, ...others: readonly string[]): Visit[] {
  return [
    { origin: APP, credentials },
    ...[STRANGER, SANDBOX, ...others].map((origin) => ({ origin, credentials, error: MISSING })),
  ]
}
