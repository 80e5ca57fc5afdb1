import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule(
  'no-bypassable-origin-check',
  rule,
  {
    valid: [
      {
        name: 'a guard with a set that it is given',
        code: code`
        import type { NextFunction, Request, Response } from 'express'

        export class CorsGuard {
          private readonly allowed: ReadonlySet<string>
          constructor(origins: readonly string[]) {
            this.allowed = new Set(origins)
          }
          handle = (req: Request, res: Response, next: NextFunction): void => {
            const { origin } = req.headers
            res.vary('Origin')
            if (origin !== undefined && this.allowed.has(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
            next()
          }
        }
      `,
      },
      {
        name: 'a type predicate over a constant list',
        code: code`
        import { NextResponse, type NextRequest } from 'next/server'

        const ORIGINS = ['https://app.acme.io', 'https://admin.acme.io'] as const
        type Allowed = (typeof ORIGINS)[number]
        const isAllowed = (origin: string | null): origin is Allowed => (ORIGINS as readonly (string | null)[]).includes(origin)

        export function GET(request: NextRequest) {
          const origin = request.headers.get('origin')
          const response = NextResponse.json({})
          response.headers.set('Vary', 'Origin')
          if (isAllowed(origin)) response.headers.set('Access-Control-Allow-Origin', origin)
          return response
        }
      `,
      },
      {
        name: 'an enumeration of sites',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        enum Site {
          App = 'https://app.acme.io',
          Admin = 'https://admin.acme.io',
        }
        const options = {
          credentials: true,
          origin: (origin, callback) => callback(null, origin === Site.App || origin === Site.Admin),
        } satisfies CorsOptions
        export default cors(options)
      `,
      },
      {
        name: 'a list whose type alone is known',
        code: code`
        import cors from 'cors'

        export function middleware(config: { origins: string[] }) {
          return cors({ credentials: true, origin: (origin, done) => done(null, config.origins.includes(origin!)) })
        }
      `,
      },
    ],
    invalid: [
      {
        name: 'a pattern in a route of Next.js',
        code: code`
        import { NextResponse, type NextRequest } from 'next/server'

        const OURS = /acme\.io/

        export async function GET(request: NextRequest) {
          const origin = request.headers.get('origin') ?? ''
          const response = NextResponse.json({ ok: true })
          response.headers.set('Vary', 'Origin')
          if (OURS.test(origin)) {
            response.headers.set('Access-Control-Allow-Origin', origin)
            response.headers.set('Access-Control-Allow-Credentials', 'true')
          }
          return response
        }
      `,
        errors: [
          {
            messageId: 'openEnd',
            data: {
              where: '',
              origin: 'https://acme.io.evil.example',
              credentials: ' with the cookies of its visitors',
            },
            line: 3,
            column: 14,
            endLine: 3,
            endColumn: 24,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import { NextResponse, type NextRequest } from 'next/server'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const OURS = /acme\.io/

                export async function GET(request: NextRequest) {
                  const origin = request.headers.get('origin') ?? ''
                  const response = NextResponse.json({ ok: true })
                  response.headers.set('Vary', 'Origin')
                  if (OURS.test(origin)) {
                    if (allowedOrigins.includes(origin)) {
                      response.headers.set('Access-Control-Allow-Origin', origin)
                    }
                    response.headers.set('Access-Control-Allow-Credentials', 'true')
                  }
                  return response
                }
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'typed options with a pattern in their list',
        settings: listed,
        code: code`
        import cors, { type CorsOptions } from 'cors'
        import { NestFactory } from '@nestjs/core'
        import { AppModule } from './app.module'

        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule)
          const options: CorsOptions = { origin: [/\.acme\.io/, 'https://acme.io'], credentials: true }
          app.use(cors(options))
          await app.listen(3000)
        }
        void bootstrap()
      `,
        output: code`
        import cors, { type CorsOptions } from 'cors'
        import { NestFactory } from '@nestjs/core'
        import { AppModule } from './app.module'

        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule)
          const options: CorsOptions = { origin: ['https://app.example.com'], credentials: true }
          app.use(cors(options))
          await app.listen(3000)
        }
        void bootstrap()
      `,
        errors: [
          {
            messageId: 'openEnd',
            data: {
              where: '',
              origin: 'https://evil.acme.io.evil.example',
              credentials: ' with the cookies of its visitors',
            },
            line: 7,
            column: 43,
            endLine: 7,
            endColumn: 55,
          },
        ],
      },
      {
        name: 'a static method with an assertion',
        code: code`
        import cors from 'cors'

        class Sites {
          static readonly suffix: string = 'acme.io'
          static has(origin: string | undefined): boolean {
            return (origin as string).endsWith(Sites.suffix)
          }
        }
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, Sites.has(origin)) })
      `,
        errors: [
          {
            messageId: 'prepended',
            data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
            line: 6,
            column: 12,
            endLine: 6,
            endColumn: 53,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import cors from 'cors'

                class Sites {
                  static readonly suffix: string = 'acme.io'
                  static has(origin: string | undefined): boolean {
                    return (origin as string).endsWith(Sites.suffix)
                  }
                }
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a prefix that is not null',
        code: code`
        import type { IncomingMessage, ServerResponse } from 'node:http'

        export default function handle(req: IncomingMessage, res: ServerResponse): void {
          const origin = req.headers.origin!
          res.setHeader('Vary', 'Origin')
          if (origin.slice(0, 19) === 'https://app.acme.io') res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
        errors: [
          {
            messageId: 'appended',
            data: { where: '', origin: 'https://app.acme.io.evil.example', credentials: '' },
            line: 6,
            column: 7,
            endLine: 6,
            endColumn: 26,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import type { IncomingMessage, ServerResponse } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export default function handle(req: IncomingMessage, res: ServerResponse): void {
                  const origin = req.headers.origin!
                  res.setHeader('Vary', 'Origin')
                  if (origin.slice(0, 19) === 'https://app.acme.io') { if (allowedOrigins.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin) }
                  res.end()
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
