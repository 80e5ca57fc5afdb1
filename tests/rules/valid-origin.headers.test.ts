import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a path in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com/shop')
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/shop', origin: 'https://app.example.com' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'no scheme for the own machine',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'localhost:3000')
          next()
        })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { text: 'localhost:3000', origin: 'http://localhost:3000' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'http://localhost:3000' },
              output: code`
                import express from 'express'

                const app = express()
                app.use((req, res, next) => {
                  res.header('Access-Control-Allow-Origin', 'http://localhost:3000')
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'white space in a header',
      code: code`
        export const GET = () =>
          Response.json({}, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com ' } })
      `,
      errors: [
        {
          messageId: 'space',
          data: { text: 'https://app.example.com ', origin: 'https://app.example.com' },
          line: 2,
          column: 65,
          endLine: 2,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                export const GET = () =>
                  Response.json({}, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'several in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, { 'Access-Control-Allow-Origin': 'https://app.example.com, https://admin.example.com' })
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com, https://admin.example.com' },
          line: 4,
          column: 55,
          endLine: 4,
          endColumn: 107,
        },
      ],
    },
    {
      name: 'several that are joined',
      languageOptions: commonjs,
      code: code`
        const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

        module.exports = (req, res, next) => {
          res.set('Access-Control-Allow-Origin', ALLOWED.join(' '))
          next()
        }
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com https://admin.example.com' },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a list given to a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', ['https://app.example.com', 'https://admin.example.com'])
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com, https://admin.example.com' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 104,
        },
      ],
    },
    {
      name: 'several in a Lambda result',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com,https://admin.example.com' },
          body: '{}',
        })
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com,https://admin.example.com' },
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 96,
        },
      ],
    },
    {
      name: 'a star for the subdomains in a header',
      code: code`
        import express from 'express'

        const app = express()
        app.get('/', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://*.example.com').json({})
        })
      `,
      errors: [
        {
          messageId: 'pattern',
          data: { text: 'https://*.example.com' },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a slash in a comparison',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          if (req.headers.origin === 'https://app.example.com/') {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Vary', 'Origin')
                  if (req.headers.origin === 'https://app.example.com') {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a switch of a worker',
      code: code`
        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            const headers = new Headers({ Vary: 'Origin' })
            switch (origin) {
              case 'https://app.example.com':
              case 'https://Admin.example.com':
                headers.set('Access-Control-Allow-Origin', origin)
            }
            return new Response('{}', { headers })
          },
        }
      `,
      errors: [
        {
          messageId: 'form',
          data: { origin: 'https://admin.example.com', text: 'https://Admin.example.com' },
          line: 7,
          column: 12,
          endLine: 7,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://admin.example.com' },
              output: code`
                export default {
                  async fetch(request) {
                    const origin = request.headers.get('Origin')
                    const headers = new Headers({ Vary: 'Origin' })
                    switch (origin) {
                      case 'https://app.example.com':
                      case 'https://admin.example.com':
                        headers.set('Access-Control-Allow-Origin', origin)
                    }
                    return new Response('{}', { headers })
                  },
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an origin twice in a Set',
      code: code`
        import { createServer } from 'node:http'

        const ALLOWED = new Set(['https://app.example.com', 'https://app.example.com'])

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end('{}')
        }).listen(8080)
      `,
      output: code`
        import { createServer } from 'node:http'

        const ALLOWED = new Set(['https://app.example.com'])

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'repeated',
          data: { text: 'https://app.example.com' },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 78,
        },
      ],
    },
    {
      name: 'several in an entry that the code compares',
      code: code`
        import express from 'express'

        const ALLOWED = ['https://app.example.com, https://admin.example.com']

        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('Origin')
          res.vary('Origin')
          if (ALLOWED.includes(origin)) res.set('Access-Control-Allow-Origin', origin)
          next()
        })
      `,
      errors: [
        {
          messageId: 'severalInCheck',
          data: { text: 'https://app.example.com, https://admin.example.com' },
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'list',
              data: { count: '2' },
              output: code`
                import express from 'express'

                const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

                const app = express()
                app.use((req, res, next) => {
                  const origin = req.get('Origin')
                  res.vary('Origin')
                  if (ALLOWED.includes(origin)) res.set('Access-Control-Allow-Origin', origin)
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a slash on the key of a table',
      code: code`
        import { createServer } from 'node:http'

        const TENANTS = { 'https://a.example.com/': 'a', 'https://b.example.com': 'b' }

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin in TENANTS) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://a.example.com/', origin: 'https://a.example.com' },
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://a.example.com' },
              output: code`
                import { createServer } from 'node:http'

                const TENANTS = { 'https://a.example.com': 'a', 'https://b.example.com': 'b' }

                createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (origin in TENANTS) res.setHeader('Access-Control-Allow-Origin', origin)
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a slash on the name of an own property',
      code: code`
        export const handler = async (event) => {
          const { origin } = event.headers
          const names = { 'https://a.example.com/': 'a' }
          const headers = { Vary: 'Origin' }
          if (Object.hasOwn(names, origin)) headers['Access-Control-Allow-Origin'] = origin
          return { statusCode: 200, headers, body: '{}' }
        }
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://a.example.com/', origin: 'https://a.example.com' },
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://a.example.com' },
              output: code`
                export const handler = async (event) => {
                  const { origin } = event.headers
                  const names = { 'https://a.example.com': 'a' }
                  const headers = { Vary: 'Origin' }
                  if (Object.hasOwn(names, origin)) headers['Access-Control-Allow-Origin'] = origin
                  return { statusCode: 200, headers, body: '{}' }
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
  'valid-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a slash in a list of a Next.js middleware',
        code: code`
        import { type NextRequest, NextResponse } from 'next/server'

        const allowedOrigins = ['https://acme.com', 'https://my-app.org/']

        export function middleware(request: NextRequest) {
          const origin = request.headers.get('origin') ?? ''
          const response = NextResponse.next()
          response.headers.set('Vary', 'Origin')
          if (allowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
          return response
        }
      `,
        errors: [
          {
            messageId: 'path',
            data: { text: 'https://my-app.org/', origin: 'https://my-app.org' },
            line: 3,
            column: 45,
            endLine: 3,
            endColumn: 66,
            suggestions: [
              {
                messageId: 'write',
                data: { origin: 'https://my-app.org' },
                output: code`
                import { type NextRequest, NextResponse } from 'next/server'

                const allowedOrigins = ['https://acme.com', 'https://my-app.org']

                export function middleware(request: NextRequest) {
                  const origin = request.headers.get('origin') ?? ''
                  const response = NextResponse.next()
                  response.headers.set('Vary', 'Origin')
                  if (allowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
                  return response
                }
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a member of a class',
        code: code`
        import { createServer } from 'node:http'

        class Config {
          static readonly origin = \`https://app.example.com/\`
        }

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', Config.origin)
          res.end('{}')
        }).listen(8080)
      `,
        errors: [
          {
            messageId: 'path',
            data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
            line: 8,
            column: 48,
            endLine: 8,
            endColumn: 61,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
