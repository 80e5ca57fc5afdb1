import rule from '../../rules/no-null-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule(
  'no-null-origin',
  rule,
  {
    valid: [
      {
        name: 'a helper that answers null, and a guard',
        code: code`
        const ALLOWED: readonly string[] = ['https://app.acme.io']

        function resolveOrigin(origin: string | null): string | null {
          return origin && ALLOWED.includes(origin) ? origin : null
        }
        export async function OPTIONS(request: Request): Promise<Response> {
          const site = resolveOrigin(request.headers.get('origin'))
          return new Response(null, { status: 204, headers: { Vary: 'Origin', ...(site ? { 'Access-Control-Allow-Origin': site } : {}) } })
        }
      `,
      },
      {
        name: 'a type that knows null',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        type Site = 'https://app.acme.io' | 'null'
        const sites: Exclude<Site, 'null'>[] = ['https://app.acme.io']
        const options: CorsOptions = { origin: sites, credentials: true }
        export default cors(options)
      `,
      },
      {
        name: 'a map that answers null for none',
        code: code`
        const sites: Readonly<Record<string, string>> = { app: 'https://app.acme.io' }
        const siteOf = (name: string): string | null => sites[name] ?? null

        export function GET(request: Request): Response {
          const site = siteOf('app')
          const headers = new Headers({ Vary: 'Origin' })
          if (site !== null && request.headers.get('origin') === site) headers.set('Access-Control-Allow-Origin', site)
          return new Response('{}', { headers })
        }
      `,
      },
      {
        name: 'an enumeration of which one is refused',
        code: code`
        import cors from 'cors'

        enum Site {
          App = 'https://app.acme.io',
          Frame = 'null',
        }
        export default cors({
          credentials: true,
          origin: (origin, done) => done(null, origin !== Site.Frame && origin === Site.App),
        })
      `,
      },
    ],
    invalid: [
      {
        name: 'a helper that answers null, and no guard',
        code: code`
        const ALLOWED: readonly string[] = ['https://app.acme.io']

        function resolveOrigin(origin: string | null): string | null {
          return origin && ALLOWED.includes(origin) ? origin : null
        }
        export async function OPTIONS(request: Request): Promise<Response> {
          return new Response(null, {
            status: 204,
            headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': resolveOrigin(request.headers.get('origin'))! },
          })
        }
      `,
        errors: [
          {
            messageId: 'coercion',
            data: { credentials: '' },
            line: 9,
            column: 63,
            endLine: 9,
            endColumn: 108,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const ALLOWED: readonly string[] = ['https://app.acme.io']

                function resolveOrigin(origin: string | null): string | null {
                  return origin && ALLOWED.includes(origin) ? origin : null
                }
                export async function OPTIONS(request: Request): Promise<Response> {
                  return new Response(null, {
                    status: 204,
                    headers: { Vary: 'Origin', ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }) },
                  })
                }
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'constants with a type',
        settings: listed,
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const ORIGINS = ['https://app.acme.io', 'null'] as const
        export default cors({ origin: [...ORIGINS], credentials: true } satisfies CorsOptions)
      `,
        output: code`
        import cors, { type CorsOptions } from 'cors'

        const ORIGINS = ['https://app.example.com']
        export default cors({ origin: [...ORIGINS], credentials: true } satisfies CorsOptions)
      `,
        errors: [
          {
            messageId: 'literal',
            data: { credentials: ' with the cookies of its visitors' },
            line: 3,
            column: 41,
            endLine: 3,
            endColumn: 47,
            suggestions: [
              {
                messageId: 'remove',
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const ORIGINS = ['https://app.acme.io'] as const
                export default cors({ origin: [...ORIGINS], credentials: true } satisfies CorsOptions)
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a static list of a class',
        code: code`
        import type { NextFunction, Request, Response } from 'express'

        export class Cors {
          private static readonly sites = ['https://app.acme.io', 'null']
          static handle(req: Request, res: Response, next: NextFunction): void {
            const { origin } = req.headers
            res.vary('Origin')
            if (origin && Cors.sites.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
            next()
          }
        }
      `,
        errors: [
          {
            messageId: 'literal',
            data: { credentials: '' },
            line: 4,
            column: 59,
            endLine: 4,
            endColumn: 65,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import type { NextFunction, Request, Response } from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export class Cors {
                  private static readonly sites = ['https://app.acme.io', 'null']
                  static handle(req: Request, res: Response, next: NextFunction): void {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && Cors.sites.includes(origin)) { if (allowedOrigins.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin) }
                    next()
                  }
                }
              `,
              },
              {
                messageId: 'remove',
                output: code`
                import type { NextFunction, Request, Response } from 'express'

                export class Cors {
                  private static readonly sites = ['https://app.acme.io']
                  static handle(req: Request, res: Response, next: NextFunction): void {
                    const { origin } = req.headers
                    res.vary('Origin')
                    if (origin && Cors.sites.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
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
