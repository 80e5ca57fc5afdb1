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
      name: 'an own property',
      code: code`
        import express from 'express'

        const KNOWN = { 'http://shop.example.com': true }

        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('Origin')
          res.vary('Origin')
          if (origin && KNOWN.hasOwnProperty(origin)) {
            res.set('Access-Control-Allow-Origin', origin)
            res.set('Access-Control-Allow-Credentials', 'true')
          }
          next()
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://shop.example.com' },
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const KNOWN = { 'http://shop.example.com': true }

                const app = express()
                app.use((req, res, next) => {
                  const origin = req.get('Origin')
                  res.vary('Origin')
                  if (origin && KNOWN.hasOwnProperty(origin)) {
                    if (allowedOrigins.includes(origin)) {
                      res.set('Access-Control-Allow-Origin', origin)
                    }
                    res.set('Access-Control-Allow-Credentials', 'true')
                  }
                  next()
                })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://shop.example.com' },
              output: code`
                import express from 'express'

                const KNOWN = { 'https://shop.example.com': true }

                const app = express()
                app.use((req, res, next) => {
                  const origin = req.get('Origin')
                  res.vary('Origin')
                  if (origin && KNOWN.hasOwnProperty(origin)) {
                    res.set('Access-Control-Allow-Origin', origin)
                    res.set('Access-Control-Allow-Credentials', 'true')
                  }
                  next()
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
      {
        name: 'a list that is the default of a constructor',
        code: code`
        import type { NextFunction, Request, Response } from 'express'

        export class Cors {
          private readonly allowed: ReadonlySet<string>

          constructor(private readonly origins = ['https://app.example.com', 'http://m.example.com']) {
            this.allowed = new Set(origins)
          }

          handle = (req: Request, res: Response, next: NextFunction): void => {
            const { origin } = req.headers
            res.vary('Origin')
            if (origin && this.allowed.has(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
            next()
          }
        }
      `,
        errors: [
          {
            messageId: 'insecure',
            data: { origin: 'http://m.example.com' },
            line: 6,
            column: 70,
            endLine: 6,
            endColumn: 92,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export class Cors {
                  private readonly allowed: ReadonlySet<string>

                  constructor(private readonly origins = ['https://app.example.com', 'http://m.example.com']) {
                    this.allowed = new Set(origins)
                  }

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      if (allowedOrigins.includes(origin)) {
                        res.setHeader('Access-Control-Allow-Origin', origin)
                      }
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
                  }
                }
              `,
              },
              {
                messageId: 'useHttps',
                data: { origin: 'https://m.example.com' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'

                export class Cors {
                  private readonly allowed: ReadonlySet<string>

                  constructor(private readonly origins = ['https://app.example.com', 'https://m.example.com']) {
                    this.allowed = new Set(origins)
                  }

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      res.setHeader('Access-Control-Allow-Origin', origin)
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
                  }
                }
              `,
              },
              {
                messageId: 'remove',
                data: { origin: 'http://m.example.com' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'

                export class Cors {
                  private readonly allowed: ReadonlySet<string>

                  constructor(private readonly origins = ['https://app.example.com']) {
                    this.allowed = new Set(origins)
                  }

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      res.setHeader('Access-Control-Allow-Origin', origin)
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
                  }
                }
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a class that keeps a list',
        code: code`
        import type { NextFunction, Request, Response } from 'express'

        export class Cors {
          private readonly allowed = new Set(['https://app.example.com', 'http://m.example.com'])

          handle = (req: Request, res: Response, next: NextFunction): void => {
            const { origin } = req.headers
            res.vary('Origin')
            if (origin && this.allowed.has(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
            next()
          }
        }
      `,
        errors: [
          {
            messageId: 'insecure',
            data: { origin: 'http://m.example.com' },
            line: 4,
            column: 66,
            endLine: 4,
            endColumn: 88,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export class Cors {
                  private readonly allowed = new Set(['https://app.example.com', 'http://m.example.com'])

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      if (allowedOrigins.includes(origin)) {
                        res.setHeader('Access-Control-Allow-Origin', origin)
                      }
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
                  }
                }
              `,
              },
              {
                messageId: 'useHttps',
                data: { origin: 'https://m.example.com' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'

                export class Cors {
                  private readonly allowed = new Set(['https://app.example.com', 'https://m.example.com'])

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      res.setHeader('Access-Control-Allow-Origin', origin)
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
                  }
                }
              `,
              },
              {
                messageId: 'remove',
                data: { origin: 'http://m.example.com' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'

                export class Cors {
                  private readonly allowed = new Set(['https://app.example.com'])

                  handle = (req: Request, res: Response, next: NextFunction): void => {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && this.allowed.has(origin)) {
                      res.setHeader('Access-Control-Allow-Origin', origin)
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                    next()
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
