import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-shared-suffix-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a name in front, by two tests',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          const origin = req.headers.origin ?? ''
          res.vary('Origin')
          if (origin.startsWith('https://my-shop') && origin.endsWith('.vercel.app')) {
            res.header('Access-Control-Allow-Origin', origin)
            res.header('Access-Control-Allow-Credentials', 'true')
          }
          next()
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'vercel.app',
            origin: 'https://my-shop-evil.vercel.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 7,
          column: 47,
          endLine: 7,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const app = express()
                app.use((req, res, next) => {
                  const origin = req.headers.origin ?? ''
                  res.vary('Origin')
                  if (origin.startsWith('https://my-shop') && origin.endsWith('.vercel.app')) {
                    if (allowedOrigins.includes(origin)) {
                      res.header('Access-Control-Allow-Origin', origin)
                    }
                    res.header('Access-Control-Allow-Credentials', 'true')
                  }
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a function of Lambda',
      code: code`
        const ALLOWED = /^https:\/\/[^.]+\.cloudfront\.net$/

        export const handler = async (event) => {
          const { origin } = event.headers
          const headers = { Vary: 'Origin' }
          if (ALLOWED.test(origin)) {
            headers['Access-Control-Allow-Origin'] = origin
            headers['Access-Control-Allow-Credentials'] = 'true'
          }
          return { statusCode: 200, headers, body: '{}' }
        }
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'cloudfront.net',
            origin: 'https://evil.cloudfront.net',
            credentials: ' with the cookies of its visitors',
          },
          line: 1,
          column: 17,
          endLine: 1,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const ALLOWED = /^https:\/\/[^.]+\.cloudfront\.net$/

                export const handler = async (event) => {
                  const { origin } = event.headers
                  const headers = { Vary: 'Origin' }
                  if (ALLOWED.test(origin)) {
                    if (allowedOrigins.includes(origin)) {
                      headers['Access-Control-Allow-Origin'] = origin
                    }
                    headers['Access-Control-Allow-Credentials'] = 'true'
                  }
                  return { statusCode: 200, headers, body: '{}' }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a playground by a switch',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          switch (req.headers.origin) {
            case 'https://shop.example.com':
            case 'https://output.jsbin.com':
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://output.jsbin.com', credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                createServer((req, res) => {
                  res.setHeader('Vary', 'Origin')
                  switch (req.headers.origin) {
                    case 'https://shop.example.com':
                    case 'https://output.jsbin.com':
                      if (allowedOrigins.includes(req.headers.origin)) {
                        res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                      }
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
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
      name: 'a playground as the fallback',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', process.env.WEB_ORIGIN ?? 'https://storage.googleapis.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://storage.googleapis.com', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 74,
          endLine: 4,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                createServer((req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.setHeader('Access-Control-Allow-Credentials', 'true')
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'no-shared-suffix-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a class that keeps the pattern',
        code: code`
        import type { Request, Response, NextFunction } from 'express'

        export class CorsMiddleware {
          private static readonly PREVIEW = /^https:\/\/[\w-]+\.pages\.dev$/

          use(req: Request, res: Response, next: NextFunction): void {
            const { origin } = req.headers
            res.vary('Origin')
            if (origin !== undefined && CorsMiddleware.PREVIEW.test(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
            next()
          }
        }
      `,
        errors: [
          {
            messageId: 'suffix',
            data: {
              suffix: 'pages.dev',
              origin: 'https://evil.pages.dev',
              credentials: ' with the cookies of its visitors',
            },
            line: 4,
            column: 37,
            endLine: 4,
            endColumn: 69,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import type { Request, Response, NextFunction } from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export class CorsMiddleware {
                  private static readonly PREVIEW = /^https:\/\/[\w-]+\.pages\.dev$/

                  use(req: Request, res: Response, next: NextFunction): void {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin !== undefined && CorsMiddleware.PREVIEW.test(origin)) {
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
            ],
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
