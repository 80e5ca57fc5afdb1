import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a table of origins',
      code: code`
        import { createServer } from 'node:http'

        const TENANTS = { 'https://a.example.com': 'a', 'http://b.example.com': 'b' }

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (Object.hasOwn(TENANTS, origin)) {
            res.writeHead(200, { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://b.example.com' },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const TENANTS = { 'https://a.example.com': 'a', 'http://b.example.com': 'b' }

                createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (Object.hasOwn(TENANTS, origin)) {
                    res.writeHead(200, { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }), 'Access-Control-Allow-Credentials': 'true' })
                  }
                  res.end('{}')
                }).listen(8080)
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://b.example.com' },
              output: code`
                import { createServer } from 'node:http'

                const TENANTS = { 'https://a.example.com': 'a', 'https://b.example.com': 'b' }

                createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (Object.hasOwn(TENANTS, origin)) {
                    res.writeHead(200, { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
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
      name: 'a Lambda result',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'http://app.example.com',
            'Access-Control-Allow-Credentials': true,
          },
          body: '{}',
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 4,
          column: 36,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://app.example.com' },
              output: code`
                export const handler = async () => ({
                  statusCode: 200,
                  headers: {
                    'Access-Control-Allow-Origin': 'https://app.example.com',
                    'Access-Control-Allow-Credentials': true,
                  },
                  body: '{}',
                })
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'no-insecure-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a Next.js route handler',
        code: code`
        import { NextResponse } from 'next/server'

        const allowedOrigins: string[] = ['https://acme.com', 'http://my-app.org']

        export function middleware(request: Request): NextResponse {
          const origin: string = request.headers.get('origin') ?? ''
          const response = NextResponse.next()
          response.headers.set('Vary', 'Origin')
          response.headers.set('Access-Control-Allow-Credentials', 'true')
          if (allowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
          return response
        }
      `,
        errors: [
          {
            messageId: 'insecure',
            data: { origin: 'http://my-app.org' },
            line: 3,
            column: 55,
            endLine: 3,
            endColumn: 74,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import { NextResponse } from 'next/server'
                const corsAllowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const allowedOrigins: string[] = ['https://acme.com', 'http://my-app.org']

                export function middleware(request: Request): NextResponse {
                  const origin: string = request.headers.get('origin') ?? ''
                  const response = NextResponse.next()
                  response.headers.set('Vary', 'Origin')
                  response.headers.set('Access-Control-Allow-Credentials', 'true')
                  if (allowedOrigins.includes(origin)) { if (corsAllowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin) }
                  return response
                }
              `,
              },
              {
                messageId: 'useHttps',
                data: { origin: 'https://my-app.org' },
                output: code`
                import { NextResponse } from 'next/server'

                const allowedOrigins: string[] = ['https://acme.com', 'https://my-app.org']

                export function middleware(request: Request): NextResponse {
                  const origin: string = request.headers.get('origin') ?? ''
                  const response = NextResponse.next()
                  response.headers.set('Vary', 'Origin')
                  response.headers.set('Access-Control-Allow-Credentials', 'true')
                  if (allowedOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
                  return response
                }
              `,
              },
              {
                messageId: 'remove',
                data: { origin: 'http://my-app.org' },
                output: code`
                import { NextResponse } from 'next/server'

                const allowedOrigins: string[] = ['https://acme.com']

                export function middleware(request: Request): NextResponse {
                  const origin: string = request.headers.get('origin') ?? ''
                  const response = NextResponse.next()
                  response.headers.set('Vary', 'Origin')
                  response.headers.set('Access-Control-Allow-Credentials', 'true')
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
