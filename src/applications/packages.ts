import type { ModuleExport } from '../modules.ts'
import type { Application } from './model.ts'

/**
 * Calls and classes that make an application, by package and export: of those in which a route answers before what is
 * registered after it. Polka, Fastify and Elysia run all middleware first.
 */
const CREATORS: Readonly<Record<string, Readonly<Record<string, Application['kind']>>>> = {
  express: { '()': 'application', 'application()': 'application', 'Router()': 'router' },
  'express-promise-router': { '()': 'router', 'default()': 'router' },
  router: { '()': 'router' },
  connect: { '()': 'application' },
  koa: { '()': 'application' },
  '@koa/router': { '()': 'router' },
  'koa-router': { '()': 'router' },
  hono: { 'Hono()': 'application' },
}

/** What is made by a call (or `new`) of a package export. */
export function createdBy({ module, name }: ModuleExport): Application['kind'] | undefined {
  return CREATORS[module]?.[name]
}

/**
 * Packages whose middleware neither answers preflights nor writes CORS headers: parsers, loggers,
 * sessions, compression, security headers, files.
 */
const BYSTANDERS =
  /^(?:express|body-parser|cookie-parser|cookie-session|compression|morgan|helmet|hpp|csurf|multer|serve-static|serve-favicon|method-override|response-time|passport|pino-http|express-(?:session|rate-limit|slow-down|pino-logger|winston|fileupload|validator|mongo-sanitize|async-errors|useragent|basic-auth|jwt|oauth2-jwt-bearer)|connect-(?:flash|timeout|livereload)|hono\/(?:logger|secure-headers|compress|etag|timing|pretty-json|request-id)|koa-(?:body|bodyparser|logger|helmet|compress)|@koa\/bodyparser)$/

export function isBystander({ module }: ModuleExport): boolean {
  return BYSTANDERS.test(module)
}

/** `express.json()` and its kin. */
export function parsesJson({ module, name }: ModuleExport): boolean {
  return (module === 'express' && name === 'json()') || (module === 'body-parser' && /^(?:json)?\(\)$/.test(name))
}

/** `express.urlencoded()` and its kin. */
export function parsesForms({ module, name }: ModuleExport): boolean {
  return (
    module === 'multer' ||
    ((module === 'express' || module === 'body-parser') && name === 'urlencoded()') ||
    (module === 'body-parser' && name === '()')
  )
}

/** Strategies that fail without credentials; others may pass (`session`, `anonymous`, custom ones). */
const REFUSING_STRATEGY = /^authenticate\((?:jwt|bearer|basic|digest|oauth-bearer|headerapikey)\)$/

/**
 * The status with which a package's middleware refuses requests without credentials, `OPTIONS` included. `express-jwt`
 * is none of these: it lets a preflight pass that asks for `Authorization`. Rate limiters refuse floods only, `csurf`
 * lets `OPTIONS` pass.
 */
export function refusalOf({ module, name }: ModuleExport, call: string): number | undefined {
  if (module === 'passport' && REFUSING_STRATEGY.test(name) && !/anonymous|=>|function\b/.test(call))
    return call.includes('failureRedirect') ? 302 : 401
  if (module === 'express-basic-auth' && name === '()') return 401
  if (module === 'express-oauth2-jwt-bearer' && name === 'auth()')
    return /authRequired|\.\.\./.test(call) ? undefined : 401
  return undefined
}

/** Functions that serve an application and register nothing on it. */
export const SERVING =
  /^(?:createServer|createSecureServer|serve|listen|serverless|serverlessExpress|configure|onRequest|toNodeListener|handle|getRequestListener|request|supertest|agent|Server|createHandler)$/
/** Those behind which a platform stands that may answer preflights by itself. */
export const ON_PLATFORM = /^(?:serverless|serverlessExpress|configure|onRequest|handle|createHandler)$/
