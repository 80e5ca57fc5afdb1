import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const fromModule = { cors: { allowedOrigins: { module: './origins.js', export: 'origins' } } }
const fromEnv = { cors: { allowedOrigins: { env: 'ALLOWED_ORIGINS' } } }

runRule('no-shared-suffix-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a pattern for all previews',
      settings: listed,
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: /^https:\/\/.*\.vercel\.app$/, credentials: true }))
      `,
      output: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: ['https://app.example.com'], credentials: true }))
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'vercel.app',
            origin: 'https://evil.vercel.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'a suffix in a function for a raw server',
      settings: listed,
      code: code`
        import { createServer } from 'node:http'

        function isOurs(origin) {
          if (!origin.startsWith('https://')) return false
          return origin === 'https://shop.example.com' || origin.endsWith('.herokuapp.com')
        }

        createServer((req, res) => {
          const { origin = '' } = req.headers
          res.setHeader('Vary', 'Origin')
          if (isOurs(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
      output: code`
        import { createServer } from 'node:http'
        const allowedOrigins = ['https://app.example.com']

        function isOurs(origin) {
          if (!origin.startsWith('https://')) return false
          return origin === 'https://shop.example.com' || origin.endsWith('.herokuapp.com')
        }

        createServer((req, res) => {
          const { origin = '' } = req.headers
          res.setHeader('Vary', 'Origin')
          if (isOurs(origin)) {
            if (allowedOrigins.includes(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
            }
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'herokuapp.com',
            origin: 'https://evil.herokuapp.com',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 84,
        },
      ],
    },
    {
      name: 'a worker',
      settings: fromEnv,
      code: code`
        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            const isAllowed = origin?.match(/^https:\/\/([a-z0-9-]+)\.workers\.dev$/)
            return new Response('{}', {
              headers: {
                Vary: 'Origin',
                ...(isAllowed && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
              },
            })
          },
        }
      `,
      output: code`
        const allowedOrigins = process.env.ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export default {
          async fetch(request) {
            const origin = request.headers.get('Origin')
            const isAllowed = origin?.match(/^https:\/\/([a-z0-9-]+)\.workers\.dev$/)
            return new Response('{}', {
              headers: {
                Vary: 'Origin',
                ...(isAllowed && { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }), 'Access-Control-Allow-Credentials': 'true' }),
              },
            })
          },
        }
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'workers.dev',
            origin: 'https://evil.workers.dev',
            credentials: ' with the cookies of its visitors',
          },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'a playground alone',
      settings: fromEnv,
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, {
            'Access-Control-Allow-Origin': 'https://jsfiddle.net',
            'Access-Control-Allow-Credentials': 'true',
          })
          res.end('{}')
        }).listen(8080)
      `,
      output: code`
        import { createServer } from 'node:http'
        const allowedOrigins = process.env.ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        createServer((req, res) => {
          res.writeHead(200, {
            ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }),
            Vary: 'Origin',
            'Access-Control-Allow-Credentials': 'true',
          })
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://jsfiddle.net', credentials: ' with the cookies of its visitors' },
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'a playground in a Set',
      filename: 'src/app.js',
      settings: fromModule,
      code: code`
        import cors from 'cors'

        const ALLOWED = new Set([
          'https://shop.example.com',
          'https://cdpn.io',
        ])
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, ALLOWED.has(origin)) })
      `,
      output: code`
        import cors from 'cors'
        import { origins } from '../origins.js'

        const ALLOWED = new Set([
          'https://shop.example.com',
          'https://cdpn.io',
        ])
        export default cors({ credentials: true, origin: origins })
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://cdpn.io', credentials: ' with the cookies of its visitors' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'remove',
              data: { origin: 'https://cdpn.io' },
              output: code`
                import cors from 'cors'

                const ALLOWED = new Set([
                  'https://shop.example.com',
                ])
                export default cors({ credentials: true, origin: (origin, callback) => callback(null, ALLOWED.has(origin)) })
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
        name: 'a Next.js route handler',
        filename: 'src/app.ts',
        settings: fromModule,
        code: code`
        import { type NextRequest, NextResponse } from 'next/server'

        const PREVIEWS = [/^https:\/\/app-[a-z0-9]+\.vercel\.app$/]

        export function GET(request: NextRequest) {
          const origin = request.headers.get('origin') ?? ''
          const response = NextResponse.json({ ok: true })
          response.headers.set('Vary', 'Origin')
          if (PREVIEWS.some((preview) => preview.test(origin))) {
            response.headers.set('Access-Control-Allow-Origin', origin)
            response.headers.set('Access-Control-Allow-Credentials', 'true')
          }
          return response
        }
      `,
        output: code`
        import { type NextRequest, NextResponse } from 'next/server'
        import { origins } from '../origins.js'

        const PREVIEWS = [/^https:\/\/app-[a-z0-9]+\.vercel\.app$/]

        export function GET(request: NextRequest) {
          const origin = request.headers.get('origin') ?? ''
          const response = NextResponse.json({ ok: true })
          response.headers.set('Vary', 'Origin')
          if (PREVIEWS.some((preview) => preview.test(origin))) {
            if (origins.includes(origin)) {
              response.headers.set('Access-Control-Allow-Origin', origin)
            }
            response.headers.set('Access-Control-Allow-Credentials', 'true')
          }
          return response
        }
      `,
        errors: [
          {
            messageId: 'suffix',
            data: {
              suffix: 'vercel.app',
              origin: 'https://app-evil.vercel.app',
              credentials: ' with the cookies of its visitors',
            },
            line: 3,
            column: 19,
            endLine: 3,
            endColumn: 59,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
