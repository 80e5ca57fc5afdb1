import rule from '../../rules/no-reflected-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-reflected-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'the header of the request',
      settings: listed,
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        })
      `,
      output: code`
        import { createServer } from 'node:http'
        const allowedOrigins = ['https://app.example.com']

        createServer((req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        })
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 4, column: 48, endLine: 4, endColumn: 66 }],
    },
    {
      name: 'with credentials, without a list',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res, next) => {
          res.header('Access-Control-Allow-Origin', req.headers['origin'])
          res.header('Access-Control-Allow-Credentials', 'true')
          next()
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: ' with the cookies of its visitors' },
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                module.exports = (req, res, next) => {
                  res.vary('Origin')
                  if (allowedOrigins.includes(req.headers['origin'])) {
                    res.header('Access-Control-Allow-Origin', req.headers['origin'])
                  }
                  res.header('Access-Control-Allow-Credentials', 'true')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'or a star',
      settings: listed,
      code: code`
        export function handler(req, res) {
          res.setHeader("Access-Control-Allow-Origin", req.headers.origin ?? "*");
          res.end();
        }
      `,
      output: code`
        const allowedOrigins = ["https://app.example.com"];

        export function handler(req, res) {
          res.appendHeader("Vary", "Origin");
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
          }
          res.end();
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 48, endLine: 2, endColumn: 66 }],
    },
    {
      name: 'taken out of the headers',
      settings: listed,
      code: code`
        import express from 'express'
        const app = express()

        app.use((req, res, next) => {
          const { origin } = req.headers
          res.append('Access-Control-Allow-Origin', origin)
          next()
        })
      `,
      output: code`
        import express from 'express'
        const allowedOrigins = ['https://app.example.com']
        const app = express()

        app.use((req, res, next) => {
          res.vary('Origin')
          const { origin } = req.headers
          if (allowedOrigins.includes(origin)) {
            res.append('Access-Control-Allow-Origin', origin)
          }
          next()
        })
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 6, column: 45, endLine: 6, endColumn: 51 }],
    },
    {
      name: 'renamed while it is taken out of the request',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        exports.handler = function ({ headers: { origin: caller } }, res) {
          res.setHeader('Access-Control-Allow-Origin', caller)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        exports.handler = function ({ headers: { origin: caller } }, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(caller)) {
            res.setHeader('Access-Control-Allow-Origin', caller)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 48, endLine: 2, endColumn: 54 }],
    },
    {
      name: "Express's getter in an object",
      settings: listed,
      code: code`
        export const allow = (req, res, next) => {
          res.set({ 'Access-Control-Allow-Origin': req.get('Origin'), 'Access-Control-Allow-Methods': 'GET' })
          next()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const allow = (req, res, next) => {
          res.set({ ...(allowedOrigins.includes(req.get('Origin')) && { 'Access-Control-Allow-Origin': req.get('Origin') }), Vary: 'Origin', 'Access-Control-Allow-Methods': 'GET' })
          next()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 44, endLine: 2, endColumn: 61 }],
    },
    {
      name: 'a template',
      settings: listed,
      code: code`
        export function handler(request, response) {
          response.setHeader('Access-Control-Allow-Origin', \`\${request.headers.origin}\`)
          response.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(request, response) {
          response.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(request.headers.origin)) {
            response.setHeader('Access-Control-Allow-Origin', request.headers.origin)
          }
          response.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 53, endLine: 2, endColumn: 80 }],
    },
    {
      name: 'trimmed and lower-cased',
      settings: listed,
      code: code`
        export function handler(req, res) {
          const origin = String(req.headers.origin).trim().toLowerCase()
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          const origin = String(req.headers.origin).trim().toLowerCase()
          if (allowedOrigins.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 3, column: 48, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'rebuilt from its parts',
      code: code`
        export function handler(req, res) {
          const { protocol, host } = new URL(req.headers.origin)
          res.setHeader('Access-Control-Allow-Origin', \`\${protocol}//\${host}\`)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: '' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  const { protocol, host } = new URL(req.headers.origin)
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
      name: 'captured by a pattern that matches everything',
      code: code`
        export function handler(req, res) {
          const [, origin] = req.headers.origin.match(/^(https?:\/\/.+)$/)
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: '' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  const [, origin] = req.headers.origin.match(/^(https?:\/\/.+)$/)
                  if (allowedOrigins.includes(origin)) {
                    res.setHeader('Access-Control-Allow-Origin', origin)
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
      name: 'the parameter of a helper',
      settings: listed,
      code: code`
        function setCors(res, origin) {
          res.setHeader('Access-Control-Allow-Origin', origin)
        }

        export function handler(req, res) {
          setCors(res, req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        function setCors(res, origin) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
        }

        export function handler(req, res) {
          setCors(res, req.headers.origin)
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 48, endLine: 2, endColumn: 54 }],
    },
    {
      name: 'only if there is one',
      settings: listed,
      code: code`
        export function handler(req, res) {
          const origin = req.headers.origin
          if (origin) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Vary', 'Origin')
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          const origin = req.headers.origin
          if (origin) {
            if (allowedOrigins.includes(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
            }
            res.setHeader('Vary', 'Origin')
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 4, column: 50, endLine: 4, endColumn: 56 }],
    },
    {
      name: 'chosen by something else than the origin',
      settings: listed,
      code: code`
        export function handler(req, res) {
          const origin = req.method === 'OPTIONS' ? req.headers.origin : 'https://app.example.com'
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          const origin = req.method === 'OPTIONS' ? req.headers.origin : 'https://app.example.com'
          if (allowedOrigins.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 3, column: 48, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'in an object for writeHead',
      settings: listed,
      code: code`
        export const listener = (req, res) => {
          res.writeHead(200, { 'access-control-allow-origin': req.headers.origin, vary: 'Accept-Encoding' })
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const listener = (req, res) => {
          res.writeHead(200, { ...(allowedOrigins.includes(req.headers.origin) && { 'access-control-allow-origin': req.headers.origin }), vary: 'Accept-Encoding, Origin' })
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 55, endLine: 2, endColumn: 73 }],
    },
    {
      name: 'in a flat list for writeHead',
      settings: listed,
      code: code`
        export const listener = (req, res) => {
          res.writeHead(200, 'OK', ['Access-Control-Allow-Origin', req.headers.origin])
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const listener = (req, res) => {
          res.writeHead(200, 'OK', [...(allowedOrigins.includes(req.headers.origin) ? ['Access-Control-Allow-Origin', req.headers.origin] : []), 'Vary', 'Origin'])
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 60, endLine: 2, endColumn: 78 }],
    },
    {
      name: 'in a chain',
      settings: listed,
      code: code`
        export const show = (req, res) => {
          res.vary('Origin').set('Access-Control-Allow-Origin', req.header('Origin')).send('ok')
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const show = (req, res) => {
          if (allowedOrigins.includes(req.header('Origin'))) res.set('Access-Control-Allow-Origin', req.header('Origin'))
          res.vary('Origin').send('ok')
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 57, endLine: 2, endColumn: 77 }],
    },
    {
      name: 'a worker',
      settings: listed,
      code: code`
        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            return new Response('ok', { headers: { 'Access-Control-Allow-Origin': origin } })
          },
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            return new Response('ok', { headers: { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }), Vary: 'Origin' } })
          },
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 4, column: 75, endLine: 4, endColumn: 81 }],
    },
    {
      name: 'a route with credentials, without a list',
      code: code`
        export async function GET(request) {
          const headers = new Headers()
          headers.set('Access-Control-Allow-Origin', request.headers.get('origin') || '')
          headers.set('Access-Control-Allow-Credentials', 'true')
          headers.append('Vary', 'Origin')
          return new Response(null, { headers })
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export async function GET(request) {
                  const headers = new Headers()
                  if (allowedOrigins.includes(request.headers.get('origin'))) {
                    headers.set('Access-Control-Allow-Origin', request.headers.get('origin'))
                  }
                  headers.set('Access-Control-Allow-Credentials', 'true')
                  headers.append('Vary', 'Origin')
                  return new Response(null, { headers })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Response.json',
      settings: listed,
      code: code`
        export const POST = async (request) =>
          Response.json(await request.json(), { headers: { 'Access-Control-Allow-Origin': request.headers.get('origin') } })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const POST = async (request) =>
          Response.json(await request.json(), { headers: { ...(allowedOrigins.includes(request.headers.get('origin')) && { 'Access-Control-Allow-Origin': request.headers.get('origin') }), Vary: 'Origin' } })
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 83, endLine: 2, endColumn: 112 }],
    },
    {
      name: 'headers of a response that is finished',
      code: code`
        export async function fetch(request, env) {
          const asset = await env.ASSETS.fetch(request)
          const copy = new Response(asset.body, asset)
          copy.headers.set('Access-Control-Allow-Origin', request.headers.get('Origin'))
          return copy
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: '' },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 80,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export async function fetch(request, env) {
                  const asset = await env.ASSETS.fetch(request)
                  const copy = new Response(asset.body, asset)
                  copy.headers.append('Vary', 'Origin')
                  if (allowedOrigins.includes(request.headers.get('Origin'))) {
                    copy.headers.set('Access-Control-Allow-Origin', request.headers.get('Origin'))
                  }
                  return copy
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a check of something else',
      settings: listed,
      code: code`
        const HOSTS = ['api.example.com']

        export function handler(req, res) {
          if (HOSTS.includes(req.headers.host)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const HOSTS = ['api.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (HOSTS.includes(req.headers.host)) {
            if (allowedOrigins.includes(req.headers.origin)) {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            }
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 5, column: 50, endLine: 5, endColumn: 68 }],
    },
    {
      name: 'NextResponse',
      settings: listed,
      code: code`
        import { NextResponse } from 'next/server'

        export function middleware(request) {
          const response = NextResponse.next()
          response.headers.set('Access-Control-Allow-Origin', request.headers.get('origin') ?? '*')
          return response
        }
      `,
      output: code`
        import { NextResponse } from 'next/server'
        const allowedOrigins = ['https://app.example.com']

        export function middleware(request) {
          const response = NextResponse.next()
          response.headers.append('Vary', 'Origin')
          if (allowedOrigins.includes(request.headers.get('origin'))) {
            response.headers.set('Access-Control-Allow-Origin', request.headers.get('origin'))
          }
          return response
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 5, column: 55, endLine: 5, endColumn: 84 }],
    },
    {
      name: 'a Lambda result',
      settings: listed,
      code: code`
        export const handler = async (event) => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': event.headers.origin, Vary: 'Origin' },
        })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const handler = async (event) => ({
          statusCode: 200,
          headers: { ...(allowedOrigins.includes(event.headers.origin) && { 'Access-Control-Allow-Origin': event.headers.origin }), Vary: 'Origin' },
        })
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 3, column: 45, endLine: 3, endColumn: 65 }],
    },
    {
      name: 'a Lambda result with either spelling and credentials',
      code: code`
        export const handler = async (event) => {
          const origin = event.headers.origin || event.headers.Origin
          return {
            statusCode: 204,
            headers: {
              'Access-Control-Allow-Origin': origin,
              'Access-Control-Allow-Credentials': true,
              Vary: 'Origin',
            },
          }
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: ' with the cookies of its visitors' },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export const handler = async (event) => {
                  const origin = event.headers.origin || event.headers.Origin
                  return {
                    statusCode: 204,
                    headers: {
                      ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }),
                      'Access-Control-Allow-Credentials': true,
                      Vary: 'Origin',
                    },
                  }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a parameter of the request',
      settings: listed,
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', req.query.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { source: 'parameters', credentials: '' },
          line: 2,
          column: 48,
          endLine: 2,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a parameter of the body, with credentials',
      code: code`
        export function handler(req, res) {
          res.set('Access-Control-Allow-Credentials', 'true')
          res.set('Access-Control-Allow-Origin', req.body.origin)
          res.json({})
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { source: 'parameters', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 42,
          endLine: 3,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.vary('Origin')
                  res.set('Access-Control-Allow-Credentials', 'true')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.json({})
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the referrer',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        module.exports = (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', new URL(req.headers.referer).origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        module.exports = (req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { source: 'referrer', credentials: '' },
          line: 2,
          column: 48,
          endLine: 2,
          endColumn: 83,
        },
      ],
    },
  ],
})

runRule(
  'no-reflected-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a helper that is handed a request, typed',
        code: code`
          import type { IncomingMessage, ServerResponse } from 'node:http'

          const originOf = (incoming: IncomingMessage): string => incoming.headers.origin as string

          export function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
            const origin = originOf(incoming)!
            outgoing.setHeader('Access-Control-Allow-Origin', origin)
            outgoing.end()
          }
        `,
        errors: [
          {
            messageId: 'reflected',
            data: { credentials: '' },
            line: 7,
            column: 53,
            endLine: 7,
            endColumn: 59,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import type { IncomingMessage, ServerResponse } from 'node:http'
                  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                  const originOf = (incoming: IncomingMessage): string => incoming.headers.origin as string

                  export function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
                    outgoing.appendHeader('Vary', 'Origin')
                    const origin = originOf(incoming)!
                    if (allowedOrigins.includes(origin)) {
                      outgoing.setHeader('Access-Control-Allow-Origin', origin)
                    }
                    outgoing.end()
                  }
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'a header behind an assertion, typed',
        settings: listed,
        code: code`
          import type { RequestHandler } from 'express'

          export const allow: RequestHandler = (req, res, next) => {
            const origin = req.headers.origin!
            res.vary('Origin')
            res.header('Access-Control-Allow-Origin', origin)
            next()
          }
        `,
        output: code`
          import type { RequestHandler } from 'express'
          const allowedOrigins = ['https://app.example.com']

          export const allow: RequestHandler = (req, res, next) => {
            const origin = req.headers.origin!
            res.vary('Origin')
            if (allowedOrigins.includes(origin)) {
              res.header('Access-Control-Allow-Origin', origin)
            }
            next()
          }
        `,
        errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 6, column: 45, endLine: 6, endColumn: 51 }],
      },
    ],
  },
  typescriptRuleTester,
)
