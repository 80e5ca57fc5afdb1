import rule from '../../rules/no-wildcard-with-credentials.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-with-credentials', rule, {
  valid: [],
  invalid: [
    {
      name: 'two calls on a response',
      settings: listed,
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
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
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', '*')
                  res.end()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'two calls, credentials first, without a list',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Credentials', true)
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  res.setHeader('Access-Control-Allow-Credentials', true)
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
                }
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                export function handler(req, res) {
                  res.setHeader('Access-Control-Allow-Origin', '*')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an object for writeHead',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const http = require('http')
        http.createServer(function (req, res) {
          res.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': true })
          res.end()
        })
      `,
      output: code`
        const http = require('http')
        const allowedOrigins = ['https://app.example.com']
        http.createServer(function (req, res) {
          res.writeHead(204, { ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }), Vary: 'Origin', 'Access-Control-Allow-Credentials': true })
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                const http = require('http')
                http.createServer(function (req, res) {
                  res.writeHead(204, { 'Access-Control-Allow-Origin': '*' })
                  res.end()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a flat list for writeHead',
      code: code`
        export const listener = (req, res) => {
          res.writeHead(200, ['Access-Control-Allow-Origin', '*', 'Access-Control-Allow-Credentials', 'true'])
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 54,
          endLine: 2,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export const listener = (req, res) => {
                  res.writeHead(200, [...(allowedOrigins.includes(req.headers.origin) ? ['Access-Control-Allow-Origin', req.headers.origin] : []), 'Vary', 'Origin', 'Access-Control-Allow-Credentials', 'true'])
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an object for set, without a list',
      code: code`
        export default (req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Allow-Credentials': 'true', // for the session
            'Access-Control-Allow-Headers': 'Content-Type',
          })
          next()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export default (req, res, next) => {
                  res.set({
                    ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }),
                    Vary: 'Origin',
                    'Access-Control-Allow-Credentials': 'true', // for the session
                    'Access-Control-Allow-Headers': 'Content-Type',
                  })
                  next()
                }
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                export default (req, res, next) => {
                  res.set({
                    'Access-Control-Allow-Origin': '*',
                    // for the session
                    'Access-Control-Allow-Headers': 'Content-Type',
                  })
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain',
      settings: listed,
      code: code`
        import { Router } from 'express'
        export const router = Router()
        router.get('/', (req, res) => {
          res.header('Access-Control-Allow-Origin', '*').header('Access-Control-Allow-Credentials', 'true').json([])
        })
      `,
      output: code`
        import { Router } from 'express'
        const allowedOrigins = ['https://app.example.com']
        export const router = Router()
        router.get('/', (req, res) => {
          res.vary('Origin')
          if (allowedOrigins.includes(req.headers.origin)) res.header('Access-Control-Allow-Origin', req.headers.origin)
          res.header('Access-Control-Allow-Credentials', 'true').json([])
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import { Router } from 'express'
                export const router = Router()
                router.get('/', (req, res) => {
                  res.header('Access-Control-Allow-Origin', '*').json([])
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star in one branch, credentials after both',
      settings: listed,
      code: code`
        export function handler(req, res) {
          if (req.url === '/open') res.setHeader('Access-Control-Allow-Origin', '*')
          else res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (req.url === '/open') { if (allowedOrigins.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin) }
          else res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 73,
          endLine: 2,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                export function handler(req, res) {
                  if (req.url === '/open') res.setHeader('Access-Control-Allow-Origin', '*')
                  else res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that adds credentials',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        function allowCookies(res) {
          res.setHeader('Access-Control-Allow-Credentials', 'true')
        }

        module.exports = (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          allowCookies(res)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        function allowCookies(res) {
          res.setHeader('Access-Control-Allow-Credentials', 'true')
        }

        module.exports = (req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          allowCookies(res)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                function allowCookies(res) {
                }

                module.exports = (req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', '*')
                  allowCookies(res)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Headers in pairs',
      code: code`
        export async function GET(request) {
          const headers = new Headers([
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Credentials', 'true'],
          ])
          return new Response(await request.text(), { headers })
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 37,
          endLine: 3,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export async function GET(request) {
                  const headers = new Headers([
                    ...(allowedOrigins.includes(request.headers.get('Origin')) ? [['Access-Control-Allow-Origin', request.headers.get('Origin')]] : []), ['Vary', 'Origin'],
                    ['Access-Control-Allow-Credentials', 'true'],
                  ])
                  return new Response(await request.text(), { headers })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Headers that are set after each other',
      settings: listed,
      code: code`
        export default {
          async fetch(request) {
            const response = new Response('ok')
            response.headers.set('Access-Control-Allow-Origin', '*')
            response.headers.set('Access-Control-Allow-Credentials', 'true')
            return response
          },
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export default {
          async fetch(request) {
            const response = new Response('ok')
            response.headers.append('Vary', 'Origin')
            if (allowedOrigins.includes(request.headers.get('Origin'))) {
              response.headers.set('Access-Control-Allow-Origin', request.headers.get('Origin'))
            }
            response.headers.set('Access-Control-Allow-Credentials', 'true')
            return response
          },
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 57,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                export default {
                  async fetch(request) {
                    const response = new Response('ok')
                    response.headers.set('Access-Control-Allow-Origin', '*')
                    return response
                  },
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'NextResponse with an object',
      code: code`
        import { NextResponse } from 'next/server'

        export function GET(request) {
          return NextResponse.json(
            { path: request.url },
            { headers: { 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Origin': '*' } },
          )
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 6,
          column: 93,
          endLine: 6,
          endColumn: 96,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { NextResponse } from 'next/server'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function GET(request) {
                  return NextResponse.json(
                    { path: request.url },
                    { headers: { 'Access-Control-Allow-Credentials': 'true', ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }), Vary: 'Origin' } },
                  )
                }
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                import { NextResponse } from 'next/server'

                export function GET(request) {
                  return NextResponse.json(
                    { path: request.url },
                    { headers: { 'Access-Control-Allow-Origin': '*' } },
                  )
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Lambda result',
      settings: listed,
      code: code`
        export const handler = async (event) => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': '*', // required
            'Access-Control-Allow-Credentials': true, // for cookies
          },
          body: event.body,
        })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const handler = async (event) => ({
          statusCode: 200,
          headers: {
            ...(allowedOrigins.includes(event.headers?.origin ?? event.headers?.Origin) && { 'Access-Control-Allow-Origin': event.headers?.origin ?? event.headers?.Origin }),
            Vary: 'Origin', // required
            'Access-Control-Allow-Credentials': true, // for cookies
          },
          body: event.body,
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 36,
          endLine: 4,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                export const handler = async (event) => ({
                  statusCode: 200,
                  headers: {
                    'Access-Control-Allow-Origin': '*', // required
                    // for cookies
                  },
                  body: event.body,
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a table of headers that is spread',
      code: code`
        const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }

        export function handler(req, res) {
          res.writeHead(200, { ...CORS, 'Content-Type': 'text/html' })
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 1,
          column: 47,
          endLine: 1,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                const CORS = { 'Access-Control-Allow-Origin': '*' }

                export function handler(req, res) {
                  res.writeHead(200, { ...CORS, 'Content-Type': 'text/html' })
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a table of headers that is exported',
      code: code`
        export const headers = {
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Origin': '*',
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                export const headers = {
                  'Access-Control-Allow-Origin': '*',
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'in an if without braces, credentials cannot be taken out',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          if (req.headers.cookie) res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 48,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  if (req.headers.cookie) res.setHeader('Access-Control-Allow-Credentials', 'true')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'comments around both',
      settings: listed,
      code: code`
        export function handler(req, res) {
          // Everybody:
          res.setHeader('Access-Control-Allow-Origin', /* interim */ '*')
          // And with cookies:
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          // Everybody:
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', /* interim */ req.headers.origin)
          }
          // And with cookies:
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 62,
          endLine: 3,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                export function handler(req, res) {
                  // Everybody:
                  res.setHeader('Access-Control-Allow-Origin', /* interim */ '*')
                  // And with cookies:
                  res.end()
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
  'no-wildcard-with-credentials',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a table of headers that is exported, typed',
        code: code`
          export const corsHeaders: HeadersInit = {
            'access-control-allow-credentials': 'true',
            'access-control-allow-origin': '*',
          }
        `,
        errors: [
          {
            messageId: 'refused',
            line: 3,
            column: 34,
            endLine: 3,
            endColumn: 37,
            suggestions: [
              {
                messageId: 'dropCredentials',
                output: code`
                  export const corsHeaders: HeadersInit = {
                    'access-control-allow-origin': '*',
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
