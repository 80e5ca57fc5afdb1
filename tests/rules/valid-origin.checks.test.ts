import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
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
    ],
  },
  typescriptRuleTester,
)
