import fc from 'fast-check'

/** Servers that nobody wrote: pieces of real ones, put together in every way that parses. */

const pick = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)

const fill = (strings: TemplateStringsArray, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => strings.map((string, index) => string + (texts[index] ?? '')).join(''))

const literal = pick(
  "'*'",
  "'null'",
  "'https://app.example.com'",
  "'http://app.example.com'",
  "'https://app.example.com/'",
  "'app.example.com'",
  "'https://*.example.com'",
  "'https://app.example.com,https://admin.example.com'",
  'ORIGINS[0]',
  'DEFAULT',
)

const list = fc.oneof(
  pick('ORIGINS', '[...ORIGINS]', 'new Set(ORIGINS)', 'LIST', "(process.env.ORIGINS ?? '').split(',')"),
  fill`[${literal}]`,
  fill`[${literal}, ${literal}]`,
)

const pattern = pick(
  '/example\\.com$/',
  '/^https:\\/\\/(?:.+\\.)?example\\.com$/',
  '/^https:\\/\\/app.example\\.com$/',
  'new RegExp(PATTERN)',
  '/.*/',
)

/** A test of the text `origin`. */
const check = fc.oneof(
  fill`ORIGINS.includes(origin)`,
  fill`${list}.includes?.(origin)`,
  fill`origin === ${literal}`,
  fill`${pattern}.test(origin)`,
  pick(
    "origin?.endsWith('example.com')",
    "origin?.startsWith('https://app.example.com')",
    '!origin',
    'true',
    'isAllowed(origin)',
    "process.env.NODE_ENV !== 'production'",
    'ORIGINS.some((one) => origin?.startsWith(one))',
    'ORIGINS.find((one) => one === origin)',
  ),
)

const condition = fc.oneof(check, fill`${check} || ${check}`, fill`${check} && ${check}`, fill`!(${check})`)

const more = pick(
  '',
  'credentials: true',
  'credentials: false',
  'maxAge: 600',
  'credentials: IS_ON, methods: ["GET"]',
  '...rest',
)

const value = (callback: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(literal, list, pattern, pick('true', 'false', 'undefined'), callback, fill`IS_ON ? ${literal} : ${list}`)

const options = (callback: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    pick('', '{}'),
    fill`{ origin: ${value(callback)} }`,
    fill`{ origin: ${value(callback)}, ${more} }`,
    fill`{ ${more} }`,
    fill`Object.assign({ origin: ${literal} }, { ${more} })`,
  )

const byCallback = fill`(origin, callback) => ${fc.oneof(
  fill`callback(null, ${condition})`,
  fill`{ if (${condition}) return callback(null, true); callback(new Error('refused')) }`,
  fill`(${condition} ? callback(null, origin) : callback(null, false))`,
)}`
const byAnswer = fill`(origin) => (${condition} ? origin : ${pick("''", 'null', 'undefined', 'ORIGINS[0]', "'*'")})`
const byContext = fill`(ctx) => { const origin = ctx.get('Origin'); return ${condition} ? origin : '' }`

/** What stands at the top of every file. */
const HEAD = `
const DEFAULT = 'https://app.example.com'
const ORIGINS = ['https://app.example.com', DEFAULT]
const LIST = process.env.ALLOWED?.split(',') ?? ['*']
const PATTERN = '^https://' + DEFAULT.slice(8) + '$'
const IS_ON = process.env.CREDENTIALS === 'on'
const rest = { exposedHeaders: ['ETag'] }
function isAllowed(origin) { return !origin || ORIGINS.indexOf(origin) !== -1 }
`

/** The body of an Express handler. */
const handler = fc.oneof(
  fill`res.set('Access-Control-Allow-Origin', ${fc.oneof(literal, pick('origin', "origin || '*'"))})`,
  fill`if (${condition}) res.set('Access-Control-Allow-Origin', origin)`,
  fill`if (${condition}) { res.vary('Origin'); res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }) }`,
  fill`res.setHeader('Access-Control-Allow-Origin', ${condition} ? origin : ${literal})`,
  fill`switch (origin) { case ${literal}: res.header('Access-Control-Allow-Origin', origin); break; default: res.header('Vary', 'Origin') }`,
)

/** An Express server, as a module that exports what listens. */
export const expressProgram: fc.Arbitrary<string> = fill`import cors from 'cors'
import express from 'express'
${fc.constant(HEAD)}
const app = express()
${fc.oneof(
  fill`app.use(cors(${options(byCallback)}))`,
  fill`app.use((req, res, next) => {
  const { origin } = req.headers
  ${handler}
  next()
})`,
  fill`app.use(cors((req, callback) => callback(null, ${options(byCallback).map((text) => text || '{}')})))`,
)}
app.get('/', (req, res) => {
  res.json({})
})
export default app
`

/** A server of any library that is told by options, or a handler that answers with a \`Response\`. */
export const program: fc.Arbitrary<string> = fc.oneof(
  expressProgram,
  fill`import { Hono } from 'hono'
import { cors } from 'hono/cors'
${fc.constant(HEAD)}
export default new Hono().use('*', cors(${options(byAnswer)}))
`,
  fill`import fastify from 'fastify'
import cors from '@fastify/cors'
${fc.constant(HEAD)}
const app = fastify()
await app.register(cors, ${options(byCallback).map((text) => text || '{}')})
export default app
`,
  fill`const Koa = require('koa')
const cors = require('@koa/cors')
${fc.constant(HEAD)}
module.exports = new Koa().use(cors(${options(byContext)}))
`,
  fill`import { createYoga } from 'graphql-yoga'
${fc.constant(HEAD)}
export const yoga = createYoga({ schema, cors: ${options(pick('undefined')).map((text) => text || 'true')} })
`,
  fill`import { Server } from 'socket.io'
${fc.constant(HEAD)}
export const io = new Server(3000, { cors: ${options(byCallback).map((text) => text || '{}')} })
`,
  fill`${fc.constant(HEAD)}
export async function GET(request) {
  const origin = request.headers.get('origin')
  const headers = new Headers(${pick('', "{ Vary: 'Origin' }", "[['Vary', 'Origin']]")})
  if (${condition}) headers.set('Access-Control-Allow-Origin', ${fc.oneof(pick('origin'), literal)})
  return new Response('{}', { headers })
}
`,
  fill`${fc.constant(HEAD)}
exports.handler = async (event) => {
  const origin = event.headers.origin
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': ${condition} ? origin : ${literal}, 'Access-Control-Allow-Credentials': ${pick("'true'", 'true', "'false'")} } }
}
`,
)
