import rule from '../../rules/no-null-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const fromEnvironment = { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } }

runRule('no-null-origin', rule, {
  valid: [
    {
      name: 'null as the word for none, and no header then',
      code: code`
        import http from 'node:http'

        const allowed = new Set(['https://app.acme.io'])
        http.createServer((req, res) => {
          let site = null
          if (allowed.has(req.headers.origin)) site = req.headers.origin
          res.setHeader('Vary', 'Origin')
          if (site !== null) res.setHeader('Access-Control-Allow-Origin', site)
          res.end()
        }).listen(1)
      `,
    },
    {
      name: 'an empty text instead of null',
      code: code`
        import http from 'node:http'

        const list = ['https://app.acme.io']
        http.createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          res.setHeader('Access-Control-Allow-Origin', list.includes(req.headers.origin) ? req.headers.origin : '')
          res.end()
        }).listen(1)
      `,
    },
    {
      name: 'a request without an origin, answered at once',
      code: code`
        const list = ['https://app.acme.io']

        export function GET(request) {
          const origin = request.headers.get('origin')
          if (origin === null) return new Response('{}', { headers: { Vary: 'Origin' } })
          const headers = new Headers({ Vary: 'Origin' })
          if (list.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
          return new Response('{}', { headers })
        }
      `,
    },
    {
      name: 'a list that holds the absence of an origin',
      code: code`
        const list = ['https://app.acme.io', null]

        export function GET(request) {
          const origin = request.headers.get('origin')
          const headers = new Headers({ Vary: 'Origin' })
          if (list.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
          return new Response('{}', { headers })
        }
      `,
    },
    {
      name: 'null in an object that Lambda is handed',
      code: code`
        export const handler = async (event) => {
          const { origin } = event.headers
          const site = origin === 'https://app.acme.io' ? origin : null
          return { statusCode: 200, headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': site }, body: '{}' }
        }
      `,
    },
    {
      name: 'a header of its own',
      code: code`
        export function GET() {
          return new Response('{}', { headers: { 'X-Parent-Origin': 'null', 'Access-Control-Allow-Origin': 'https://app.acme.io' } })
        }
      `,
    },
    {
      name: 'one origin, or the first of a list',
      code: code`
        import http from 'node:http'

        const list = ['https://app.acme.io', 'https://admin.acme.io']
        http.createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          res.setHeader('Access-Control-Allow-Origin', list.find((site) => site === req.headers.origin) ?? list[0])
          res.end()
        }).listen(1)
      `,
    },
    {
      name: 'a spread that is there or not',
      code: code`
        const allowed = new Set(['https://app.acme.io'])

        export default {
          fetch(request) {
            const origin = request.headers.get('origin')
            const site = allowed.has(origin) ? origin : null
            return new Response('{}', { headers: { Vary: 'Origin', ...(site ? { 'Access-Control-Allow-Origin': site } : {}) } })
          },
        }
      `,
    },
    {
      name: 'null in development',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res, next) => {
          if (process.env.NODE_ENV === 'development') res.set('Access-Control-Allow-Origin', 'null')
          next()
        }
      `,
    },
    {
      name: 'a header that is only read',
      code: code`
        export async function probe(url) {
          const response = await fetch(url, { headers: { Origin: 'null' } })
          return response.headers.get('access-control-allow-origin') === 'null'
        }
      `,
    },
  ],
  invalid: [
    {
      name: 'the text null',
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'null')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }).listen(1)
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import http from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                http.createServer((req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.setHeader('Access-Control-Allow-Credentials', 'true')
                  res.end()
                }).listen(1)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the origin, or null',
      settings: listed,
      code: code`
        import express from 'express'

        const allowed = ['https://app.acme.io']
        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('origin')
          res.vary('Origin')
          res.set('Access-Control-Allow-Origin', allowed.includes(origin) ? origin : null)
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        })
      `,
      output: code`
        import express from 'express'
        const allowedOrigins = ['https://app.example.com']

        const allowed = ['https://app.acme.io']
        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('origin')
          res.vary('Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.set('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        })
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: ' with the cookies of its visitors' },
          line: 8,
          column: 78,
          endLine: 8,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'a variable that stays null',
      code: code`
        import http from 'node:http'

        const allowed = new Set(['https://app.acme.io'])
        http.createServer((req, res) => {
          let site = null
          if (allowed.has(req.headers.origin)) site = req.headers.origin
          res.writeHead(200, { Vary: 'Origin', 'Access-Control-Allow-Origin': site })
          res.end()
        }).listen(1)
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: '' },
          line: 7,
          column: 71,
          endLine: 7,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import http from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const allowed = new Set(['https://app.acme.io'])
                http.createServer((req, res) => {
                  let site = null
                  if (allowed.has(req.headers.origin)) site = req.headers.origin
                  res.writeHead(200, { Vary: 'Origin', ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }) })
                  res.end()
                }).listen(1)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'find, or null',
      code: code`
        const list = ['https://app.acme.io', 'https://admin.acme.io']

        export function GET(request) {
          const origin = request.headers.get('origin')
          const headers = new Headers({ Vary: 'Origin' })
          headers.set('Access-Control-Allow-Origin', list.find((site) => site === origin) ?? null)
          return new Response('{}', { headers })
        }
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: '' },
          line: 6,
          column: 86,
          endLine: 6,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const list = ['https://app.acme.io', 'https://admin.acme.io']

                export function GET(request) {
                  const origin = request.headers.get('origin')
                  const headers = new Headers({ Vary: 'Origin' })
                  if (allowedOrigins.includes(request.headers.get('Origin'))) {
                    headers.set('Access-Control-Allow-Origin', request.headers.get('Origin'))
                  }
                  return new Response('{}', { headers })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null in a template',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res) => {
          const site = req.headers.origin === 'https://app.acme.io' ? req.headers.origin : null
          res.setHeader('Vary', 'Origin')
          res.setHeader('Access-Control-Allow-Origin', \`\${site}\`)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: '' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                module.exports = (req, res) => {
                  const site = req.headers.origin === 'https://app.acme.io' ? req.headers.origin : null
                  res.setHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null as a text',
      languageOptions: commonjs,
      settings: fromEnvironment,
      code: code`
        const list = ['https://app.acme.io']
        module.exports = (req, res) => {
          const site = list.includes(req.headers.origin) ? req.headers.origin : null
          res.setHeader('Vary', 'Origin')
          res.setHeader('Access-Control-Allow-Origin', String(site))
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        const list = ['https://app.acme.io']
        module.exports = (req, res) => {
          const site = list.includes(req.headers.origin) ? req.headers.origin : null
          res.setHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: '' },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'null in a worker, with cookies',
      settings: listed,
      code: code`
        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            const site = origin === 'https://app.acme.io' ? origin : null
            return new Response('{}', {
              headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': site, 'Access-Control-Allow-Credentials': 'true' },
            })
          },
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            const site = origin === 'https://app.acme.io' ? origin : null
            return new Response('{}', {
              headers: { Vary: 'Origin', ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }), 'Access-Control-Allow-Credentials': 'true' },
            })
          },
        }
      `,
      errors: [
        {
          messageId: 'coercion',
          data: { credentials: ' with the cookies of its visitors' },
          line: 6,
          column: 65,
          endLine: 6,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a missing origin that is called null, and listed',
      code: code`
        export default {
          fetch(request) {
            const origin = request.headers.get('origin') ?? 'null'
            const headers = new Headers({ Vary: 'Origin' })
            if (['https://app.acme.io', 'null'].includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
            return new Response('', { headers })
          },
        }
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: '' },
          line: 5,
          column: 33,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export default {
                  fetch(request) {
                    const origin = request.headers.get('origin') ?? 'null'
                    const headers = new Headers({ Vary: 'Origin' })
                    if (['https://app.acme.io', 'null'].includes(origin)) { if (allowedOrigins.includes(origin)) headers.set('Access-Control-Allow-Origin', origin) }
                    return new Response('', { headers })
                  },
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                export default {
                  fetch(request) {
                    const origin = request.headers.get('origin') ?? 'null'
                    const headers = new Headers({ Vary: 'Origin' })
                    if (['https://app.acme.io'].includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
                    return new Response('', { headers })
                  },
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a set of a worker',
      code: code`
        const ALLOWED = new Set(['https://app.acme.io', 'null'])

        export async function onRequest(context) {
          const origin = context.request.headers.get('Origin')
          const response = await context.next()
          response.headers.append('Vary', 'Origin')
          if (ALLOWED.has(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
          return response
        }
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: '' },
          line: 1,
          column: 49,
          endLine: 1,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const ALLOWED = new Set(['https://app.acme.io', 'null'])

                export async function onRequest(context) {
                  const origin = context.request.headers.get('Origin')
                  const response = await context.next()
                  response.headers.append('Vary', 'Origin')
                  if (ALLOWED.has(origin)) { if (allowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin) }
                  return response
                }
              `,
            },
            {
              messageId: 'remove',
              output: code`
                const ALLOWED = new Set(['https://app.acme.io'])

                export async function onRequest(context) {
                  const origin = context.request.headers.get('Origin')
                  const response = await context.next()
                  response.headers.append('Vary', 'Origin')
                  if (ALLOWED.has(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
                  return response
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is searched after an early return, in Koa',
      settings: listed,
      code: code`
        const LIST = ['https://app.acme.io', 'null']

        export default async function (ctx, next) {
          ctx.vary('Origin')
          const origin = ctx.get('Origin')
          if (!LIST.includes(origin)) return next()
          ctx.set('Access-Control-Allow-Origin', origin)
          ctx.set('Access-Control-Allow-Credentials', 'true')
          return next()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const LIST = ['https://app.acme.io', 'null']

        export default async function (ctx, next) {
          ctx.vary('Origin')
          const origin = ctx.get('Origin')
          if (!LIST.includes(origin)) return next()
          if (allowedOrigins.includes(origin)) {
            ctx.set('Access-Control-Allow-Origin', origin)
          }
          ctx.set('Access-Control-Allow-Credentials', 'true')
          return next()
        }
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 1,
          column: 38,
          endLine: 1,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                const LIST = ['https://app.acme.io']

                export default async function (ctx, next) {
                  ctx.vary('Origin')
                  const origin = ctx.get('Origin')
                  if (!LIST.includes(origin)) return next()
                  ctx.set('Access-Control-Allow-Origin', origin)
                  ctx.set('Access-Control-Allow-Credentials', 'true')
                  return next()
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})
