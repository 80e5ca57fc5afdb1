import rule from '../../rules/valid-header-name.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('valid-header-name', rule, {
  valid: [
    {
      name: 'all headers of the protocol',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.setHeader('Access-Control-Allow-Methods', 'PUT')
          res.setHeader('Access-Control-Allow-Headers', 'X-Tenant')
          res.setHeader('Access-Control-Expose-Headers', 'X-Total')
          res.setHeader('Access-Control-Max-Age', '600')
          res.end()
        }
      `,
    },
    {
      name: 'names in any case',
      code: code`
        export default async (ctx, next) => {
          ctx.set('ACCESS-CONTROL-ALLOW-ORIGIN', 'https://app.example.com')
          ctx.set('access-control-max-age', '600')
          await next()
        }
      `,
    },
    {
      name: 'the origin sent on by a proxy',
      code: code`
        import { createProxyMiddleware } from 'http-proxy-middleware'

        // cors: the upstream checks the origin
        export const proxy = createProxyMiddleware({
          on: {
            proxyReq(proxyReq) {
              proxyReq.setHeader('Origin', 'https://app.example.com')
              proxyReq.setHeader('Access-Control-Request-Method', 'PUT')
            },
          },
        })
      `,
    },
    {
      name: 'a request of a test',
      code: code`
        import request from 'supertest'

        test('cors', async () => {
          const res = await request(app)
            .options('/')
            .set('Origin', 'https://app.example.com')
            .set('Access-Control-Request-Method', 'PUT')
            .set('Access-Control-Request-Headers', 'x-tenant')
          expect(res.headers['access-control-allow-origin']).toBe('https://app.example.com')
        })
      `,
    },
    {
      name: 'headers of an outgoing request',
      code: code`
        export async function checkCors(url) {
          const headers = new Headers({ Origin: 'https://app.example.com' })
          headers.set('Access-Control-Request-Method', 'PUT')
          const response = await fetch(url, { method: 'OPTIONS', headers })
          return response.headers.get('access-control-allow-origin')
        }
      `,
    },
    {
      name: 'headers that are handed on to whoever asks',
      code: code`
        export function preflightHeaders(origin) {
          const headers = new Headers()
          headers.set('Origin', origin)
          headers.set('Access-Control-Request-Headers', 'x-tenant')
          return headers
        }
      `,
    },
    {
      name: 'options of a client',
      code: code`
        import axios from 'axios'

        export const preflight = (url) =>
          axios.options(url, { headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' } })
      `,
    },
    {
      name: 'a request of Node',
      code: code`
        import http from 'node:http'

        const outgoing = http.request('http://127.0.0.1:8080', { method: 'OPTIONS' })
        outgoing.setHeader('Origin', 'https://app.example.com')
        outgoing.setHeader('Access-Control-Request-Headers', 'x-tenant')
        outgoing.end()
      `,
    },
    {
      name: 'a map that is no header map',
      code: code`
        const seen = new Map()
        seen.set('Access-Control-Allow-Orgin', 1)
        seen.set('Origin', 2)
      `,
    },
    {
      name: "reading a header that is misspelt is nobody's response",
      code: code`
        export async function look(url) {
          const response = await fetch(url)
          return response.headers.get('Access-Control-Allow-Origins') ?? response.headers.get('Access-Control-Allow-Origin')
        }
      `,
    },
    {
      name: 'taking a misspelt header away',
      code: code`
        export function clean(req, res, next) {
          res.removeHeader('Access-Control-Allow-Origins')
          res.removeHeader('Origin')
          next()
        }
      `,
    },
    {
      name: 'other headers',
      code: code`
        export const handler = (req, res) => {
          res.set({ 'X-Access-Control': 'on', Allow: 'GET, PUT', 'Cache-Control': 'no-store', 'X-Access-Control-Allow-Origin': '*' })
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.json([])
        }
      `,
    },
    {
      name: 'in development only',
      code: code`
        export function cors(req, res, next) {
          if (process.env.NODE_ENV === 'development') res.set('Access-Control-Allow-Private-Network', 'true')
          next()
        }
      `,
    },
    {
      name: 'behind a guard that returns early',
      code: code`
        export function cors(req, res, next) {
          if (isProduction) return next()
          res.set('Access-Control-Allow-Orgin', '*')
          next()
        }
      `,
    },
    {
      name: 'behind a guard of the project',
      settings: { cors: { developmentGuards: ['isPreview'] } },
      code: code`
        import { isPreview } from './stage.js'

        export function cors(req, res, next) {
          if (isPreview) res.set('Access-Control-Allow-External', 'true')
          next()
        }
      `,
    },
    {
      name: 'a name that cannot be seen',
      code: code`
        import { ORIGIN_HEADER } from './headers.js'

        export function cors(req, res, next) {
          res.setHeader(ORIGIN_HEADER, 'https://app.example.com')
          next()
        }
      `,
    },
    {
      name: 'headers of a vendor',
      options: [{ additionalNames: ['Access-Control-Allow-Tenant', 'access-control-trace'] }],
      code: code`
        export function cors(req, res, next) {
          res.setHeader('access-control-allow-tenant', 'a')
          res.setHeader('Access-Control-Trace', 'b')
          next()
        }
      `,
    },
    {
      name: 'a near miss of a vendor',
      options: [{ additionalNames: ['Access-Control-Allow-Origins'] }],
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origins': 'https://app.example.com https://admin.example.com' },
          body: '',
        })
      `,
    },
    {
      name: 'a list of names to look for',
      code: code`
        const KNOWN_MISTAKES = ['Access-Control-Allow-Origins', 'Access-Control-Allow-Method']
        export const hasMistake = (names) => names.some((name) => KNOWN_MISTAKES.includes(name))
      `,
    },
    {
      name: 'an answer that a test makes up',
      code: code`
        import nock from 'nock'

        nock('https://api.example.com').get('/').reply(200, '', { 'Access-Control-Allow-Orgin': '*' })
      `,
    },
    {
      name: 'the request header read in a response',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', req.headers['access-control-request-headers'] ?? '')
          res.end()
        }
      `,
    },
    {
      name: 'an unknown receiver gets the origin',
      code: code`
        export function prepare(connection) {
          connection.setHeader('Origin', 'https://app.example.com')
          connection.setHeader('Access-Control-Request-Method', 'PUT')
        }
      `,
    },
  ],
  invalid: [
    {
      name: 'the plural',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origins', 'https://app.example.com')
          res.end()
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Origins', meant: 'Access-Control-Allow-Origin' },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.end()
                }).listen(8080)
              `,
            },
            {
              messageId: 'remove',
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.end()
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the singular, in a middleware',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        module.exports = function (req, res, next) {
          res.header('Access-Control-Allow-Method', 'PUT');
          next();
        };
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Method', meant: 'Access-Control-Allow-Methods' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
                module.exports = function (req, res, next) {
                  res.header('Access-Control-Allow-Methods', 'PUT');
                  next();
                };
              `,
            },
            {
              messageId: 'remove',
              output: code`
                module.exports = function (req, res, next) {
                  next();
                };
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a word too many',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
          },
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Max-Age', meant: 'Access-Control-Max-Age' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Max-Age' },
              output: code`
                export const handler = async () => ({
                  statusCode: 204,
                  headers: {
                    'Access-Control-Allow-Origin': 'https://app.example.com',
                    'Access-Control-Max-Age': '600',
                  },
                })
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export const handler = async () => ({
                  statusCode: 204,
                  headers: {
                    'Access-Control-Allow-Origin': 'https://app.example.com',
                  },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a word too few',
      code: code`
        export default {
          fetch: () => new Response('', { headers: { 'Access-Control-Origin': 'https://app.example.com' } }),
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 46,
          endLine: 2,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export default {
                  fetch: () => new Response('', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } }),
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export default {
                  fetch: () => new Response('', { headers: {} }),
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a letter too few, in a file that says nothing else about it',
      code: code`
        export function handler(req, res) {
          res.setHeader('Acess-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Acess-Control-Allow-Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 17,
          endLine: 2,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export function handler(req, res) {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.end()
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export function handler(req, res) {
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'swapped letters',
      code: code`
        export async function GET() {
          const headers = new Headers()
          headers.append('Access-Contorl-Allow-Origin', 'https://app.example.com')
          return new Response('{}', { headers })
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Contorl-Allow-Origin', meant: 'Access-Control-Allow-Origin' },
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export async function GET() {
                  const headers = new Headers()
                  headers.append('Access-Control-Allow-Origin', 'https://app.example.com')
                  return new Response('{}', { headers })
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export async function GET() {
                  const headers = new Headers()
                  return new Response('{}', { headers })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'underscores',
      code: code`
        export const handler = (req, res) => {
          res.set({ Access_Control_Allow_Origin: 'https://app.example.com' })
          res.json([])
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access_Control_Allow_Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export const handler = (req, res) => {
                  res.set({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
                  res.json([])
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export const handler = (req, res) => {
                  res.set({})
                  res.json([])
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'lower case stays lower case',
      code: code`
        import { NextResponse } from 'next/server'

        export function middleware() {
          const response = NextResponse.next()
          response.headers.set('access-control-allow-header', 'x-tenant')
          return response
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'access-control-allow-header', meant: 'access-control-allow-headers' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'access-control-allow-headers' },
              output: code`
                import { NextResponse } from 'next/server'

                export function middleware() {
                  const response = NextResponse.next()
                  response.headers.set('access-control-allow-headers', 'x-tenant')
                  return response
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                import { NextResponse } from 'next/server'

                export function middleware() {
                  const response = NextResponse.next()
                  return response
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'no header at all',
      code: code`
        export function handler(req, res) {
          res.writeHead(200, { 'Access-Control-Allow-Everything': 'yes' })
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'unknown',
          data: { name: 'Access-Control-Allow-Everything' },
          line: 2,
          column: 24,
          endLine: 2,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                export function handler(req, res) {
                  res.writeHead(200, {})
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the origin in a response',
      code: code`
        export function cors(req, res, next) {
          res.header('Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Methods', 'PUT')
          next()
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export function cors(req, res, next) {
                  res.header('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.header('Access-Control-Allow-Methods', 'PUT')
                  next()
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export function cors(req, res, next) {
                  res.header('Access-Control-Allow-Methods', 'PUT')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the origin beside the right header',
      code: code`
        // Both, for CORS.
        export function cors(req, res, next) {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Origin', 'https://app.example.com')
          next()
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Origin', meant: 'Access-Control-Allow-Origin' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                // Both, for CORS.
                export function cors(req, res, next) {
                  res.set('Access-Control-Allow-Origin', 'https://app.example.com')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the question instead of the answer',
      code: code`
        export function OPTIONS() {
          return new Response(null, {
            status: 204,
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Request-Headers': 'x-tenant',
              'Access-Control-Request-Method': 'PUT',
            },
          })
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Headers', meant: 'Access-Control-Allow-Headers' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Headers' },
              output: code`
                export function OPTIONS() {
                  return new Response(null, {
                    status: 204,
                    headers: {
                      'Access-Control-Allow-Origin': 'https://app.example.com',
                      'Access-Control-Allow-Headers': 'x-tenant',
                      'Access-Control-Request-Method': 'PUT',
                    },
                  })
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export function OPTIONS() {
                  return new Response(null, {
                    status: 204,
                    headers: {
                      'Access-Control-Allow-Origin': 'https://app.example.com',
                      'Access-Control-Request-Method': 'PUT',
                    },
                  })
                }
              `,
            },
          ],
        },
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Method', meant: 'Access-Control-Allow-Methods' },
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
                export function OPTIONS() {
                  return new Response(null, {
                    status: 204,
                    headers: {
                      'Access-Control-Allow-Origin': 'https://app.example.com',
                      'Access-Control-Request-Headers': 'x-tenant',
                      'Access-Control-Allow-Methods': 'PUT',
                    },
                  })
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export function OPTIONS() {
                  return new Response(null, {
                    status: 204,
                    headers: {
                      'Access-Control-Allow-Origin': 'https://app.example.com',
                      'Access-Control-Request-Headers': 'x-tenant',
                    },
                  })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the question in the plural',
      code: code`
        export async function handle({ event, resolve }) {
          const response = await resolve(event)
          response.headers.set('Access-Control-Request-Methods', 'PUT')
          return response
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Methods', meant: 'Access-Control-Allow-Methods' },
          line: 3,
          column: 24,
          endLine: 3,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
                export async function handle({ event, resolve }) {
                  const response = await resolve(event)
                  response.headers.set('Access-Control-Allow-Methods', 'PUT')
                  return response
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export async function handle({ event, resolve }) {
                  const response = await resolve(event)
                  return response
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'private network access',
      code: code`
        export function preflight(req, res) {
          res.status(204).set('Access-Control-Allow-Private-Network', 'true').end()
        }
      `,
      errors: [
        {
          messageId: 'retired',
          data: { name: 'Access-Control-Allow-Private-Network' },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                export function preflight(req, res) {
                  res.status(204).end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'private network access, early',
      code: code`
        export const handler = async () => {
          const response = { statusCode: 200, headers: {}, body: '' }
          response.headers['Access-Control-Allow-External'] = 'true'
          return response
        }
      `,
      errors: [
        {
          messageId: 'retired',
          data: { name: 'Access-Control-Allow-External' },
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                export const handler = async () => {
                  const response = { statusCode: 200, headers: {}, body: '' }
                  return response
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a table that a loop writes',
      code: code`
        const HEADERS = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Credential': 'true',
        }

        export function cors(req, res, next) {
          for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
          next()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Credential', meant: 'Access-Control-Allow-Credentials' },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Credentials' },
              output: code`
                const HEADERS = {
                  'Access-Control-Allow-Origin': 'https://app.example.com',
                  'Access-Control-Allow-Credentials': 'true',
                }

                export function cors(req, res, next) {
                  for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a constant that two functions use',
      code: code`
        const ALLOW_ORIGIN = 'Access-Control-Allow-Orgin'

        export function one(req, res) {
          res.setHeader(ALLOW_ORIGIN, 'https://app.example.com')
          res.end()
        }

        export function other(req, res) {
          res.setHeader(ALLOW_ORIGIN, 'https://admin.example.com')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgin', meant: 'Access-Control-Allow-Origin' },
          line: 1,
          column: 22,
          endLine: 1,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'

                export function one(req, res) {
                  res.setHeader(ALLOW_ORIGIN, 'https://app.example.com')
                  res.end()
                }

                export function other(req, res) {
                  res.setHeader(ALLOW_ORIGIN, 'https://admin.example.com')
                  res.end()
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                const ALLOW_ORIGIN = 'Access-Control-Allow-Orgin'

                export function one(req, res) {
                  res.end()
                }

                export function other(req, res) {
                  res.setHeader(ALLOW_ORIGIN, 'https://admin.example.com')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a flat list of Node',
      code: code`
        export function handler(req, res) {
          res.writeHead(200, ['Access-Control-Exposed-Headers', 'X-Total'])
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Exposed-Headers', meant: 'Access-Control-Expose-Headers' },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Expose-Headers' },
              output: code`
                export function handler(req, res) {
                  res.writeHead(200, ['Access-Control-Expose-Headers', 'X-Total'])
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper for every response',
      code: code`
        function send(response, name, value) {
          response.setHeader(\`Access-Control-\${name}\`, value)
        }

        export function handler(req, res) {
          send(res, 'Allow-Hedaers', 'x-tenant')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Hedaers', meant: 'Access-Control-Allow-Headers' },
          line: 2,
          column: 22,
          endLine: 2,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'an exported map',
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Metods': 'PUT',
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Metods', meant: 'Access-Control-Allow-Methods' },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
                export const corsHeaders = {
                  'Access-Control-Allow-Origin': 'https://app.example.com',
                  'Access-Control-Allow-Methods': 'PUT',
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export const corsHeaders = {
                  'Access-Control-Allow-Origin': 'https://app.example.com',
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'in production too',
      code: code`
        export function cors(req, res, next) {
          if (process.env.NODE_ENV === 'production') res.set('Access-Control-Allow-Orgin', 'https://app.example.com')
          next()
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 54,
          endLine: 2,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
                export function cors(req, res, next) {
                  if (process.env.NODE_ENV === 'production') res.set('Access-Control-Allow-Origin', 'https://app.example.com')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'not the one that is allowed',
      options: [{ additionalNames: ['Access-Control-Trace'] }],
      code: code`
        export function cors(req, res, next) {
          res.set('Access-Control-Trace', 'a')
          res.set('Access-Control-Tracing', 'b')
          next()
        }
      `,
      errors: [
        {
          messageId: 'unknown',
          data: { name: 'Access-Control-Tracing' },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                export function cors(req, res, next) {
                  res.set('Access-Control-Trace', 'a')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'valid-header-name',
  rule,
  {
    valid: [
      {
        name: 'an outgoing request that is typed',
        code: code`
        import type { ClientRequest } from 'node:http'

        export function prepare(request: ClientRequest): void {
          request.setHeader('Origin', 'https://app.example.com')
          request.setHeader('Access-Control-Request-Method', 'PUT')
        }
      `,
      },
      {
        name: 'names in an enum',
        code: code`
        enum Header {
          Origin = 'Access-Control-Allow-Origin',
          Age = 'Access-Control-Max-Age',
        }

        export function handler(_: Request, res: ServerResponse): void {
          res.setHeader(Header.Origin, 'https://app.example.com')
          res.setHeader(Header.Age, '600')
        }
      `,
      },
    ],
    invalid: [
      {
        name: 'a method of a class',
        code: code`
        import type { Response } from 'express'

        export class Api {
          private allow(response: Response): void {
            response.setHeader('Access-Control-Allow-Credentails' as const, 'true')
          }

          handle(_: unknown, response: Response): void {
            this.allow(response)
            response.end()
          }
        }
      `,
        errors: [
          {
            messageId: 'misspelt',
            data: { name: 'Access-Control-Allow-Credentails', meant: 'Access-Control-Allow-Credentials' },
            line: 5,
            column: 24,
            endLine: 5,
            endColumn: 58,
            suggestions: [
              {
                messageId: 'rename',
                data: { meant: 'Access-Control-Allow-Credentials' },
                output: code`
                import type { Response } from 'express'

                export class Api {
                  private allow(response: Response): void {
                    response.setHeader('Access-Control-Allow-Credentials' as const, 'true')
                  }

                  handle(_: unknown, response: Response): void {
                    this.allow(response)
                    response.end()
                  }
                }
              `,
              },
              {
                messageId: 'remove',
                output: code`
                import type { Response } from 'express'

                export class Api {
                  private allow(response: Response): void {
                  }

                  handle(_: unknown, response: Response): void {
                    this.allow(response)
                    response.end()
                  }
                }
              `,
              },
            ],
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
