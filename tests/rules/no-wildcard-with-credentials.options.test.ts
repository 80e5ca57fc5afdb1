import rule from '../../rules/no-wildcard-with-credentials.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-with-credentials', rule, {
  valid: [],
  invalid: [
    {
      name: 'both in one object for Express',
      settings: listed,
      code: code`
        import express from 'express'
        import cors from 'cors'

        const app = express()
        app.use(cors({ origin: '*', credentials: true }))
      `,
      output: code`
        import express from 'express'
        import cors from 'cors'

        const app = express()
        app.use(cors({ origin: ['https://app.example.com'], credentials: true }))
      `,
      errors: [
        {
          messageId: 'refused',
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import express from 'express'
                import cors from 'cors'

                const app = express()
                app.use(cors({ origin: '*' }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'credentials alone, since the origin is open by default',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors');
        const polka = require('polka');

        polka().use(cors({ credentials: true, maxAge: 60 }));
      `,
      output: code`
        const cors = require('cors');
        const polka = require('polka');

        polka().use(cors({ origin: ['https://app.example.com'], credentials: true, maxAge: 60 }));
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                const cors = require('cors');
                const polka = require('polka');

                polka().use(cors({ maxAge: 60 }));
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without a list in the settings',
      code: code`
        import cors from 'cors'

        export const middleware = cors({
          origin: '*',
          credentials: true, // cookies
          maxAge: 600,
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 14,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export const middleware = cors({
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                  credentials: true, // cookies
                  maxAge: 600,
                })
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'

                export const middleware = cors({
                  origin: '*',
                  // cookies
                  maxAge: 600,
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without a list, credentials first',
      languageOptions: commonjs,
      code: code`
        const cors = require("cors")
        module.exports = cors({ credentials: true, origin: "*" })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 52,
          endLine: 2,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require("cors")
                module.exports = cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(",").map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                const cors = require("cors")
                module.exports = cors({ origin: "*" })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without a list, credentials last',
      code: code`
        import cors from 'cors'
        export default cors({
          origin: \`*\`,
          credentials: !false
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 14,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                export default cors({
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                  credentials: !false
                })
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'
                export default cors({
                  origin: \`*\`
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without a list, credentials by an assignment',
      code: code`
        import cors from 'cors'

        const options = { origin: '*' }
        options.credentials = true
        export default cors(options)
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const options = { origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] }
                options.credentials = true
                export default cors(options)
              `,
            },
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'

                const options = { origin: '*' }
                export default cors(options)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'credentials on some condition',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default (session) => cors({ origin: '*', credentials: session ? true : false })
      `,
      output: code`
        import cors from 'cors'
        export default (session) => cors({ origin: ['https://app.example.com'], credentials: session ? true : false })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 44,
          endLine: 2,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'
                export default (session) => cors({ origin: '*' })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a spread that brings credentials',
      settings: listed,
      code: code`
        import cors from 'cors'

        const session = { credentials: true, exposedHeaders: ['X-Total'] }
        export default cors({ methods: 'GET', ...session })
      `,
      output: code`
        import cors from 'cors'

        const session = { credentials: true, exposedHeaders: ['X-Total'] }
        export default cors({ origin: ['https://app.example.com'], methods: 'GET', ...session })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 21,
          endLine: 4,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'

                const session = { exposedHeaders: ['X-Total'] }
                export default cors({ methods: 'GET', ...session })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a spread that brings the star',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')
        const open = { origin: '*' }
        module.exports = cors({ ...open, ...{ credentials: true, maxAge: 60 } })
      `,
      output: code`
        const cors = require('cors')
        const open = { origin: ['https://app.example.com'] }
        module.exports = cors({ ...open, ...{ credentials: true, maxAge: 60 } })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 24,
          endLine: 2,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                const cors = require('cors')
                const open = { origin: '*' }
                module.exports = cors({ ...open, ...{ maxAge: 60 } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options merged by Object.assign',
      settings: listed,
      code: code`
        import cors from 'cors'
        import { logged } from './logged.js'

        const options = Object.assign({}, { maxAge: 60, credentials: true }, { origin: '*' })
        export default logged(cors(options))
      `,
      output: code`
        import cors from 'cors'
        import { logged } from './logged.js'

        const options = Object.assign({}, { maxAge: 60, credentials: true }, { origin: ['https://app.example.com'] })
        export default logged(cors(options))
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 80,
          endLine: 4,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'
                import { logged } from './logged.js'

                const options = Object.assign({}, { maxAge: 60 }, { origin: '*' })
                export default logged(cors(options))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options of a factory',
      settings: listed,
      code: code`
        import cors from 'cors'

        const withCredentials = (options) => ({ ...options, credentials: true })
        export default cors(withCredentials({ origin: '*' }))
      `,
      output: code`
        import cors from 'cors'

        const withCredentials = (options) => ({ ...options, credentials: true })
        export default cors(withCredentials({ origin: ['https://app.example.com'] }))
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 47,
          endLine: 4,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'

                const withCredentials = (options) => ({ ...options })
                export default cors(withCredentials({ origin: '*' }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a delegate',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors((req, callback) => {
          const options = { methods: 'GET', credentials: true }
          options.origin = '*'
          callback(null, options)
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors((req, callback) => {
          const options = { methods: 'GET', credentials: true }
          options.origin = ['https://app.example.com']
          callback(null, options)
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'

                export default cors((req, callback) => {
                  const options = { methods: 'GET' }
                  options.origin = '*'
                  callback(null, options)
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a preflight with credentials',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')
        module.exports = (app) => {
          app.options('/api/*', cors({ credentials: true, maxAge: 86400 }))
        }
      `,
      output: code`
        const cors = require('cors')
        module.exports = (app) => {
          app.options('/api/*', cors({ origin: ['https://app.example.com'], credentials: true, maxAge: 86400 }))
        }
      `,
      errors: [
        {
          messageId: 'refused',
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                const cors = require('cors')
                module.exports = (app) => {
                  app.options('/api/*', cors({ maxAge: 86400 }))
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star for a variable that is not set',
      settings: { cors: { allowedOrigins: { env: 'ORIGINS' } } },
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.ORIGIN || '*', credentials: true })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: process.env.ORIGIN || (process.env.ORIGINS?.split(',').map((entry) => entry.trim()) ?? []), credentials: true })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 2,
          column: 53,
          endLine: 2,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'
                export default cors({ origin: process.env.ORIGIN || '*' })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'both in production',
      filename: 'app.js',
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'origins' } } },
      code: code`
        import cors from 'cors'
        export default cors({
          credentials: true,
          origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:3000',
        })
      `,
      output: code`
        import cors from 'cors'
        import { origins } from './origins.js'
        export default cors({
          credentials: true,
          origin: process.env.NODE_ENV === 'production' ? origins : 'http://localhost:3000',
        })
      `,
      errors: [
        {
          messageId: 'refused',
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import cors from 'cors'
                export default cors({
                  origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:3000',
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
  'no-wildcard-with-credentials',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'class members, typed',
        settings: listed,
        code: code`
          import cors, { type CorsOptions } from 'cors'

          export class Server {
            private readonly corsOptions: CorsOptions = { origin: '*', credentials: true }

            middleware() {
              return cors(this.corsOptions)
            }
          }
        `,
        output: code`
          import cors, { type CorsOptions } from 'cors'

          export class Server {
            private readonly corsOptions: CorsOptions = { origin: ['https://app.example.com'], credentials: true }

            middleware() {
              return cors(this.corsOptions)
            }
          }
        `,
        errors: [
          {
            messageId: 'refused',
            line: 4,
            column: 57,
            endLine: 4,
            endColumn: 60,
            suggestions: [
              {
                messageId: 'dropCredentials',
                output: code`
                  import cors, { type CorsOptions } from 'cors'

                  export class Server {
                    private readonly corsOptions: CorsOptions = { origin: '*' }

                    middleware() {
                      return cors(this.corsOptions)
                    }
                  }
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'checked by satisfies, typed',
        code: code`
          import cors, { type CorsOptions } from 'cors'
          export default cors({ origin: '*', credentials: true as const } satisfies CorsOptions)
        `,
        errors: [
          {
            messageId: 'refused',
            line: 2,
            column: 31,
            endLine: 2,
            endColumn: 34,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import cors, { type CorsOptions } from 'cors'
                  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true as const } satisfies CorsOptions)
                `,
              },
              {
                messageId: 'dropCredentials',
                output: code`
                  import cors, { type CorsOptions } from 'cors'
                  export default cors({ origin: '*' } satisfies CorsOptions)
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
