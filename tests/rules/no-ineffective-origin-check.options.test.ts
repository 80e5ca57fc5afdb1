import rule from '../../rules/no-ineffective-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-ineffective-origin-check', rule, {
  valid: [],
  invalid: [
    {
      name: 'both branches allow',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require("cors");
        const allowed = new Set(["https://app.example.com"]);

        module.exports = cors({
          origin: function (origin, callback) {
            if (allowed.has(origin)) {
              callback(null, origin);
            } else {
              callback(null, true);
            }
          },
        });
      `,
      output: code`
        const cors = require("cors");
        const allowed = new Set(["https://app.example.com"]);

        module.exports = cors({
          origin: ["https://app.example.com"],
        });
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a conditional that allows either way, without a list',
      code: code`
        import cors from 'cors'
        const allowed = ['https://app.example.com']
        export default cors({ origin: (o, cb) => cb(null, allowed.includes(o) ? o : true) })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                const allowed = ['https://app.example.com']
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'indexOf taken for a boolean',
      settings: listed,
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com', 'https://shop.example.com']
        export default cors({ origin: (o, cb) => cb(null, list.indexOf(o)) })
      `,
      output: code`
        import cors from 'cors'
        const list = ['https://app.example.com', 'https://shop.example.com']
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'or true',
      settings: listed,
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({
          origin(origin, done) {
            done(null, list.includes(origin) || true)
          },
        })
      `,
      output: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: 'some that is always true',
      settings: listed,
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({ origin: (o, cb) => cb(null, list.some((one) => one !== o) || list.includes(o)) })
      `,
      output: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 80,
        },
      ],
    },
    {
      name: 'either of two inequalities',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors({
          origin: (o, cb) => cb(null, o !== 'https://a.example.com' || o !== 'https://b.example.com'),
        })
      `,
      output: code`
        import cors from 'cors'
        export default cors({
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'those who may not',
      settings: listed,
      code: code`
        import cors from 'cors'
        const BLOCKED = ['https://old.example.com']
        export default cors({ origin: (o, cb) => (BLOCKED.includes(o) ? cb(new Error('blocked')) : cb(null, true)) })
      `,
      output: code`
        import cors from 'cors'
        const BLOCKED = ['https://old.example.com']
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 101,
          endLine: 3,
          endColumn: 105,
        },
      ],
    },
    {
      name: 'a switch that lets everybody in by default',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({
          origin: (origin, callback) => {
            switch (origin) {
              case 'https://old.example.com':
                return callback(new Error('gone'))
              default:
                return callback(null, true)
            }
          },
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a star for a variable that is not set',
      settings: listed,
      code: code`
        import cors from 'cors'
        import polka from 'polka'
        polka().use(cors({ origin: process.env.WEB_ORIGIN || '*' }))
      `,
      output: code`
        import cors from 'cors'
        import polka from 'polka'
        polka().use(cors({ origin: process.env.WEB_ORIGIN || ['https://app.example.com'] }))
      `,
      errors: [{ messageId: 'failOpen', line: 3, column: 54, endLine: 3, endColumn: 57 }],
    },
    {
      name: 'true for a variable that is not set, without a list',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        module.exports = cors({ origin: process.env.WEB_ORIGIN ?? true, credentials: true })
      `,
      errors: [
        {
          messageId: 'failOpen',
          line: 2,
          column: 59,
          endLine: 2,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')
                module.exports = cors({ origin: process.env.WEB_ORIGIN ?? (process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []), credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of the environment, or true',
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.ORIGINS ? process.env.ORIGINS.split(',') : true })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: process.env.ORIGINS ? process.env.ORIGINS.split(',') : process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
      errors: [{ messageId: 'failOpen', line: 2, column: 86, endLine: 2, endColumn: 90 }],
    },
    {
      name: 'a default while it is taken apart',
      settings: listed,
      code: code`
        import cors from 'cors'
        const { WEB_ORIGIN = '*' } = process.env
        export default cors({ origin: WEB_ORIGIN })
      `,
      output: code`
        import cors from 'cors'
        const { WEB_ORIGIN = ['https://app.example.com'] } = process.env
        export default cors({ origin: WEB_ORIGIN })
      `,
      errors: [{ messageId: 'failOpen', line: 2, column: 22, endLine: 2, endColumn: 25 }],
    },
    {
      name: 'the default of a parameter',
      settings: listed,
      code: code`
        import cors from 'cors'
        export const createCors = (origin = '*') => cors({ origin })
      `,
      output: code`
        import cors from 'cors'
        export const createCors = (origin = ['https://app.example.com']) => cors({ origin })
      `,
      errors: [{ messageId: 'failOpen', line: 2, column: 37, endLine: 2, endColumn: 40 }],
    },
    {
      name: 'a configuration that may be missing',
      settings: listed,
      code: code`
        import cors from 'cors'
        import config from 'config'
        export default cors({ origin: config.cors.origin || '*' })
      `,
      output: code`
        import cors from 'cors'
        import config from 'config'
        export default cors({ origin: config.cors.origin || ['https://app.example.com'] })
      `,
      errors: [{ messageId: 'failOpen', line: 3, column: 53, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'an error that opens',
      settings: listed,
      code: code`
        import cors from 'cors'

        function readOrigins() {
          try {
            return JSON.parse(process.env.ORIGINS)
          } catch {
            return '*'
          }
        }
        export default cors({ origin: readOrigins() })
      `,
      output: code`
        import cors from 'cors'

        function readOrigins() {
          try {
            return JSON.parse(process.env.ORIGINS)
          } catch {
            return ['https://app.example.com']
          }
        }
        export default cors({ origin: readOrigins() })
      `,
      errors: [{ messageId: 'failOpenOnError', line: 7, column: 12, endLine: 7, endColumn: 15 }],
    },
    {
      name: 'a star in production',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:3000' })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: process.env.NODE_ENV === 'production' ? ['https://app.example.com'] : 'http://localhost:3000' })
      `,
      errors: [{ messageId: 'openInProduction', line: 2, column: 71, endLine: 2, endColumn: 74 }],
    },
    {
      name: 'the defaults in production',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default (app) => {
          if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: 'http://localhost:3000' }))
          else app.use(cors())
        }
      `,
      output: code`
        import cors from 'cors'

        export default (app) => {
          if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: 'http://localhost:3000' }))
          else app.use(cors({ origin: ['https://app.example.com'] }))
        }
      `,
      errors: [{ messageId: 'openInProduction', line: 5, column: 16, endLine: 5, endColumn: 22 }],
    },
    {
      name: 'true in production, without a list',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const isProd = process.env.NODE_ENV === 'production'
        module.exports = cors({ origin: isProd ? true : 'http://localhost:3000', credentials: true })
      `,
      errors: [
        {
          messageId: 'openInProduction',
          line: 3,
          column: 42,
          endLine: 3,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')
                const isProd = process.env.NODE_ENV === 'production'
                module.exports = cors({ origin: isProd ? process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] : 'http://localhost:3000', credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'true unless developing, by a name from the settings',
      settings: { cors: { developmentGuards: ['isLocalRun'] } },
      code: code`
        import cors from 'cors'
        import { isLocalRun } from './flags.js'
        export default cors({ origin: !isLocalRun })
      `,
      errors: [
        {
          messageId: 'openInProduction',
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                import { isLocalRun } from './flags.js'
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
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
        name: 'a typed callback',
        settings: listed,
        code: code`
          import cors, { type CorsOptions } from 'cors'

          const origins: readonly string[] = ['https://app.example.com']
          const options: CorsOptions = {
            origin(origin, callback): void {
              if (origins.includes(origin!)) callback(null, origin as string)
              else callback(null, true)
            },
          }
          export default cors(options)
        `,
        output: code`
          import cors, { type CorsOptions } from 'cors'

          const origins: readonly string[] = ['https://app.example.com']
          const options: CorsOptions = {
            origin: ['https://app.example.com'],
          }
          export default cors(options)
        `,
        errors: [
          {
            messageId: 'ineffective',
            data: { origin: 'https://evil.example' },
            line: 7,
            column: 25,
            endLine: 7,
            endColumn: 29,
          },
        ],
      },
      {
        name: 'a typed fallback',
        code: code`
          import cors from 'cors'
          const env = process.env as Record<string, string | undefined>
          export default cors({ origin: (env.WEB_ORIGIN satisfies string | undefined) || '*' })
        `,
        errors: [
          {
            messageId: 'failOpen',
            line: 3,
            column: 80,
            endLine: 3,
            endColumn: 83,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import cors from 'cors'
                  const env = process.env as Record<string, string | undefined>
                  export default cors({ origin: (env.WEB_ORIGIN satisfies string | undefined) || (process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []) })
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
