import rule from '../../rules/no-ineffective-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-ineffective-origin-check', rule, {
  valid: [],
  invalid: [
    {
      name: 'a check that goes on',
      settings: listed,
      code: code`
        const ALLOWED = ['https://app.example.com']

        export function handler(req, res) {
          if (!ALLOWED.includes(req.headers.origin)) {
            console.warn('refused')
          }
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const ALLOWED = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (!ALLOWED.includes(req.headers.origin)) {
            console.warn('refused')
          }
          if (ALLOWED.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'idle', data: { line: '4' }, line: 7, column: 48, endLine: 7, endColumn: 66 }],
    },
    {
      name: 'a refusal that is not returned from',
      code: code`
        const ALLOWED = new Set(['https://app.example.com'])

        export function handler(req, res) {
          const { origin } = req.headers
          if (!ALLOWED.has(origin)) res.statusCode = 403
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'idle',
          data: { line: '5' },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const ALLOWED = new Set(['https://app.example.com'])

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  const { origin } = req.headers
                  if (!ALLOWED.has(origin)) res.statusCode = 403
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
      name: 'a header before the check',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const allowed = ['https://app.example.com']

        module.exports = function (req, res, next) {
          const origin = req.get('origin')
          res.set('Access-Control-Allow-Origin', origin)
          if (allowed.includes(origin)) res.set('X-Known', '1')
          next()
        }
      `,
      output: code`
        const allowed = ['https://app.example.com']

        module.exports = function (req, res, next) {
          res.vary('Origin')
          const origin = req.get('origin')
          if (allowed.includes(origin)) {
            res.set('Access-Control-Allow-Origin', origin)
          }
          if (allowed.includes(origin)) res.set('X-Known', '1')
          next()
        }
      `,
      errors: [{ messageId: 'idle', data: { line: '6' }, line: 5, column: 42, endLine: 5, endColumn: 48 }],
    },
    {
      name: 'both branches set it',
      settings: listed,
      code: code`
        const ALLOWED = ['https://app.example.com', 'https://shop.example.com']

        export function handler(req, res) {
          const { origin } = req.headers
          if (ALLOWED.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          } else {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const ALLOWED = ['https://app.example.com', 'https://shop.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          const { origin } = req.headers
          if (ALLOWED.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          } else {
            if (allowedOrigins.includes(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
            }
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 9,
          column: 50,
          endLine: 9,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'indexOf taken for a boolean',
      settings: listed,
      code: code`
        const list = ['https://app.example.com']

        export function handler(req, res) {
          if (list.indexOf(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      output: code`
        const list = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (list.indexOf(req.headers.origin)) {
            if (list.includes(req.headers.origin)) {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            }
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'those who may not, in an object',
      settings: listed,
      code: code`
        const BLOCKED = new Set(['https://old.example.com'])

        export const GET = (request) => {
          const origin = request.headers.get('origin')
          if (BLOCKED.has(origin)) return new Response(null, { status: 403 })
          return new Response('[]', { headers: { 'Access-Control-Allow-Origin': origin } })
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const BLOCKED = new Set(['https://old.example.com'])

        export const GET = (request) => {
          const origin = request.headers.get('origin')
          if (BLOCKED.has(origin)) return new Response(null, { status: 403 })
          return new Response('[]', { headers: { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }), Vary: 'Origin' } })
        }
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 6,
          column: 73,
          endLine: 6,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'a conditional without effect',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = async (event) => {
          const { origin } = event.headers
          const allowed = LIST.includes(origin) ? origin : event.headers.origin
          return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': allowed } }
        }
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 6,
          column: 71,
          endLine: 6,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const LIST = ['https://app.example.com']

                export const handler = async (event) => {
                  const { origin } = event.headers
                  const allowed = LIST.includes(origin) ? origin : event.headers.origin
                  return { statusCode: 200, headers: { ...(allowedOrigins.includes(allowed) && { 'Access-Control-Allow-Origin': allowed }), Vary: 'Origin' } }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a header for a variable that is not set',
      settings: listed,
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', process.env.WEB_ORIGIN || '*')
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
      errors: [{ messageId: 'failOpen', line: 2, column: 74, endLine: 2, endColumn: 77 }],
    },
    {
      name: 'an object for a variable that is not set',
      settings: listed,
      code: code`
        const origin = process.env.WEB_ORIGIN ?? '*'

        export const POST = async (request) =>
          Response.json(await request.json(), { headers: { 'Access-Control-Allow-Origin': origin } })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const origin = process.env.WEB_ORIGIN ?? '*'

        export const POST = async (request) =>
          Response.json(await request.json(), { headers: { ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }), Vary: 'Origin' } })
      `,
      errors: [{ messageId: 'failOpen', line: 4, column: 83, endLine: 4, endColumn: 89 }],
    },
    {
      name: 'a Lambda result for a variable that is not set',
      code: code`
        const headers = { 'Access-Control-Allow-Origin': process.env.ALLOWED_ORIGIN || '*' }

        export const handler = async () => ({ statusCode: 200, headers, body: 'ok' })
      `,
      errors: [{ messageId: 'failOpen', line: 1, column: 80, endLine: 1, endColumn: 83 }],
    },
    {
      name: 'a star in production',
      settings: listed,
      code: code`
        export function handler(req, res) {
          if (process.env.NODE_ENV === 'production') {
            res.setHeader('Access-Control-Allow-Origin', '*')
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (process.env.NODE_ENV === 'production') {
            if (allowedOrigins.includes(req.headers.origin)) {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            }
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'openInProduction', line: 3, column: 50, endLine: 3, endColumn: 53 }],
    },
    {
      name: 'an echo in production',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          const origin = process.env.NODE_ENV === 'development' ? 'http://localhost:3000' : req.headers.origin
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'openInProduction',
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                createServer((req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  const origin = process.env.NODE_ENV === 'development' ? 'http://localhost:3000' : req.headers.origin
                  if (allowedOrigins.includes(origin)) {
                    res.setHeader('Access-Control-Allow-Origin', origin)
                  }
                  res.end()
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
  'no-ineffective-origin-check',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a check in a class that goes on, typed',
        code: code`
          import type { Request, Response, NextFunction } from 'express'

          export class CorsMiddleware {
            private readonly allowed: string[] = ['https://app.example.com']

            use(req: Request, res: Response, next: NextFunction): void {
              const origin = String(req.headers.origin)
              if (!this.allowed.includes(origin)) console.warn(origin)
              res.header('Access-Control-Allow-Origin', origin)
              next()
            }
          }
        `,
        errors: [
          {
            messageId: 'idle',
            data: { line: '8' },
            line: 9,
            column: 47,
            endLine: 9,
            endColumn: 53,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import type { Request, Response, NextFunction } from 'express'
                  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                  export class CorsMiddleware {
                    private readonly allowed: string[] = ['https://app.example.com']

                    use(req: Request, res: Response, next: NextFunction): void {
                      res.vary('Origin')
                      const origin = String(req.headers.origin)
                      if (!this.allowed.includes(origin)) console.warn(origin)
                      if (allowedOrigins.includes(origin)) {
                        res.header('Access-Control-Allow-Origin', origin)
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
