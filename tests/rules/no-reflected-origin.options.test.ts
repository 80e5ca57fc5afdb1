import rule from '../../rules/no-reflected-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-reflected-origin', rule, {
  valid: [
    {
      name: 'a tenant that is looked up by its origin',
      code: code`
        import cors from 'cors'
        import { prisma } from './database.js'

        export default cors({
          credentials: true,
          origin: async (origin, callback) => {
            const tenant = await prisma.tenant.findFirst({ where: { origin } })
            if (!tenant) return callback(null, false)
            callback(null, true)
          },
        })
      `,
    },
  ],
  invalid: [
    {
      name: 'true for Express',
      settings: listed,
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: true }))
      `,
      output: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: ['https://app.example.com'] }))
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: '' },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'true with credentials, without a list',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        module.exports = cors({
          origin: true, // everyone
          credentials: true,
        })
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 15,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')

                module.exports = cors({
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], // everyone
                  credentials: true,
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'true in the preflight alone',
      filename: 'src/app.js',
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'origins' } } },
      code: code`
        import { Router } from 'express'
        import cors from 'cors'
        export const router = Router()
        router.options('/items', cors({ origin: !0 }))
      `,
      output: code`
        import { Router } from 'express'
        import cors from 'cors'
        import { origins } from '../origins.js'
        export const router = Router()
        router.options('/items', cors({ origin: origins }))
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: '' },
          line: 4,
          column: 41,
          endLine: 4,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'a callback that always allows, without a list',
      code: code`
        import cors from 'cors'
        export default cors({ origin: (origin, callback) => callback(null, true) })
      `,
      errors: [
        {
          messageId: 'callback',
          data: { credentials: '' },
          line: 2,
          column: 68,
          endLine: 2,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that hands the origin back',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: function (origin, callback) {
            callback(null, origin)
          },
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'callback',
          data: { credentials: ' with the cookies of its visitors' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a callback written as a method',
      settings: listed,
      code: code`
        import cors from "cors";

        export const options = {
          origin(requestOrigin, next) {
            next(null, requestOrigin || true);
          },
        };
        export default cors(options);
      `,
      output: code`
        import cors from "cors";

        export const options = {
          origin: ["https://app.example.com"],
        };
        export default cors(options);
      `,
      errors: [{ messageId: 'callback', data: { credentials: '' }, line: 5, column: 16, endLine: 5, endColumn: 37 }],
    },
    {
      name: 'a callback that asks nothing but whether there is an origin',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors({ origin: (o, cb) => (o ? cb(null, o) : cb(null, false)) })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [{ messageId: 'callback', data: { credentials: '' }, line: 2, column: 56, endLine: 2, endColumn: 57 }],
    },
    {
      name: 'a callback that is declared elsewhere',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')

        function allow(origin, callback) {
          callback(undefined, true)
        }

        module.exports = cors({ origin: allow, maxAge: 10 })
      `,
      output: code`
        const cors = require('cors')

        function allow(origin, callback) {
          callback(undefined, ['https://app.example.com'])
        }

        module.exports = cors({ origin: allow, maxAge: 10 })
      `,
      errors: [{ messageId: 'callback', data: { credentials: '' }, line: 4, column: 23, endLine: 4, endColumn: 27 }],
    },
    {
      name: 'the header handed to the option by a delegate',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors((req, callback) => callback(null, { origin: req.headers.origin, credentials: true }))
      `,
      output: code`
        import cors from 'cors'
        export default cors((req, callback) => callback(null, { origin: ['https://app.example.com'], credentials: true }))
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: ' with the cookies of its visitors' },
          line: 2,
          column: 65,
          endLine: 2,
          endColumn: 83,
        },
      ],
    },
    {
      name: 'a middleware made for each request',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default (req, res, next) => cors({ origin: req.header('Origin') })(req, res, next)
      `,
      output: code`
        import cors from 'cors'
        export default (req, res, next) => cors({ origin: ['https://app.example.com'] })(req, res, next)
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: '' },
          line: 2,
          column: 51,
          endLine: 2,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'a parameter of the request as the option',
      settings: listed,
      code: code`
        import cors from 'cors'
        export const relay = (req, res, next) => cors({ origin: req.query.site, credentials: true })(req, res, next)
      `,
      output: code`
        import cors from 'cors'
        export const relay = (req, res, next) => cors({ origin: ['https://app.example.com'], credentials: true })(req, res, next)
      `,
      errors: [
        {
          messageId: 'request',
          data: { source: 'parameters', credentials: ' with the cookies of its visitors' },
          line: 2,
          column: 57,
          endLine: 2,
          endColumn: 71,
        },
      ],
    },
  ],
})

runRule(
  'no-reflected-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'options in a class, typed',
        settings: listed,
        code: code`
          import cors, { type CorsOptions } from 'cors'

          export class Api {
            static options(): CorsOptions {
              return { origin: true }
            }

            readonly handle = cors(Api.options())
          }
        `,
        output: code`
          import cors, { type CorsOptions } from 'cors'

          export class Api {
            static options(): CorsOptions {
              return { origin: ['https://app.example.com'] }
            }

            readonly handle = cors(Api.options())
          }
        `,
        errors: [
          {
            messageId: 'option',
            data: { library: '`cors`', credentials: '' },
            line: 5,
            column: 22,
            endLine: 5,
            endColumn: 26,
          },
        ],
      },
      {
        name: 'a typed callback',
        code: code`
          import cors from 'cors'

          type Callback = (error: Error | null, allow?: boolean) => void

          export default cors({
            origin: (_origin: string | undefined, callback: Callback): void => {
              callback(null, true)
            },
          })
        `,
        errors: [
          {
            messageId: 'callback',
            data: { credentials: '' },
            line: 7,
            column: 20,
            endLine: 7,
            endColumn: 24,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import cors from 'cors'

                  type Callback = (error: Error | null, allow?: boolean) => void

                  export default cors({
                    origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                  })
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
