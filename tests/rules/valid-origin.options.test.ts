import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a slash at the end',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: 'https://app.example.com/' }))
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                app.use(cors({ origin: 'https://app.example.com' }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a slash on one of a list',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        const corsOptions = {
          origin: ['https://app.example.com', 'https://admin.example.com/'],
          credentials: true,
        }
        module.exports = cors(corsOptions)
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://admin.example.com/', origin: 'https://admin.example.com' },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://admin.example.com' },
              output: code`
                const cors = require('cors')

                const corsOptions = {
                  origin: ['https://app.example.com', 'https://admin.example.com'],
                  credentials: true,
                }
                module.exports = cors(corsOptions)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a query and a user',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com?v=2', 'https://admin@app.example.com'] })
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com?v=2', origin: 'https://app.example.com' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com', 'https://admin@app.example.com'] })
              `,
            },
          ],
        },
        {
          messageId: 'path',
          data: { text: 'https://admin@app.example.com', origin: 'https://app.example.com' },
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com?v=2', 'https://app.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'no scheme',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['app.example.com', '//admin.example.com'] })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { text: 'app.example.com', origin: 'https://app.example.com' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com', '//admin.example.com'] })
              `,
            },
          ],
        },
        {
          messageId: 'scheme',
          data: { text: '//admin.example.com', origin: 'https://admin.example.com' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://admin.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['app.example.com', 'https://admin.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'upper case, a default port, letters of other alphabets',
      code: code`
        import cors from 'cors'

        export default cors({
          origin: ['https://App.example.com', 'https://app.example.com:443', 'http://shop.example.com:80', 'https://bücher.example'],
        })
      `,
      errors: [
        {
          messageId: 'form',
          data: { origin: 'https://app.example.com', text: 'https://App.example.com' },
          line: 4,
          column: 12,
          endLine: 4,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: ['https://app.example.com', 'https://app.example.com:443', 'http://shop.example.com:80', 'https://bücher.example'],
                })
              `,
            },
          ],
        },
        {
          messageId: 'form',
          data: { origin: 'https://app.example.com', text: 'https://app.example.com:443' },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: ['https://App.example.com', 'https://app.example.com', 'http://shop.example.com:80', 'https://bücher.example'],
                })
              `,
            },
          ],
        },
        {
          messageId: 'form',
          data: { origin: 'http://shop.example.com', text: 'http://shop.example.com:80' },
          line: 4,
          column: 70,
          endLine: 4,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'http://shop.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: ['https://App.example.com', 'https://app.example.com:443', 'http://shop.example.com', 'https://bücher.example'],
                })
              `,
            },
          ],
        },
        {
          messageId: 'form',
          data: { origin: 'https://xn--bcher-kva.example', text: 'https://bücher.example' },
          line: 4,
          column: 100,
          endLine: 4,
          endColumn: 124,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://xn--bcher-kva.example' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: ['https://App.example.com', 'https://app.example.com:443', 'http://shop.example.com:80', 'https://xn--bcher-kva.example'],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an address in an unusual form',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['http://127.1:3000', 'http://[0:0:0:0:0:0:0:1]:3000'] })
      `,
      errors: [
        {
          messageId: 'form',
          data: { origin: 'http://127.0.0.1:3000', text: 'http://127.1:3000' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'http://127.0.0.1:3000' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['http://127.0.0.1:3000', 'http://[0:0:0:0:0:0:0:1]:3000'] })
              `,
            },
          ],
        },
        {
          messageId: 'form',
          data: { origin: 'http://[::1]:3000', text: 'http://[0:0:0:0:0:0:0:1]:3000' },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'http://[::1]:3000' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['http://127.1:3000', 'http://[::1]:3000'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'white space after a split',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com, https://admin.example.com'.split(',') })
      `,
      errors: [
        {
          messageId: 'space',
          data: { text: ' https://admin.example.com', origin: 'https://admin.example.com' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'several in an option',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com,https://admin.example.com' })
      `,
      errors: [
        {
          messageId: 'severalInOption',
          data: { text: 'https://app.example.com,https://admin.example.com' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'list',
              data: { count: '2' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com', 'https://admin.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'several in an item',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com; admin.example.com', 'https://docs.example.com'] })
      `,
      errors: [
        {
          messageId: 'severalInOption',
          data: { text: 'https://app.example.com; admin.example.com' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'list',
              data: { count: '2' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com', 'https://admin.example.com', 'https://docs.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star for the subdomains',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://example.com', 'https://*.example.com'], credentials: true })
      `,
      errors: [
        {
          messageId: 'pattern',
          data: { text: 'https://*.example.com' },
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'usePattern',
              data: { domain: 'example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://example.com', /^https:\/\/[a-z0-9-]+\.example\.com$/], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star for the port',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'http://localhost:*' })
      `,
      errors: [
        {
          messageId: 'pattern',
          data: { text: 'http://localhost:*' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'a star in a list',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['*'] })
      `,
      errors: [
        {
          messageId: 'star',
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a file',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['file://', 'https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'opaque',
          data: { text: 'file://' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a slash in a Set',
      code: code`
        import cors from 'cors'

        const ALLOWED = new Set(['https://app.example.com/', 'https://admin.example.com'])
        export default cors({ origin: (origin, callback) => callback(null, ALLOWED.has(origin)) })
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
          line: 3,
          column: 26,
          endLine: 3,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com'])
                export default cors({ origin: (origin, callback) => callback(null, ALLOWED.has(origin)) })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a host in a list of origins',
      code: code`
        import cors from 'cors'

        const whitelist = ['https://app.example.com', 'admin.example.com']
        export default cors({
          origin(origin, callback) {
            callback(null, whitelist.indexOf(origin) !== -1)
          },
        })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { text: 'admin.example.com', origin: 'https://admin.example.com' },
          line: 3,
          column: 47,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://admin.example.com' },
              output: code`
                import cors from 'cors'

                const whitelist = ['https://app.example.com', 'https://admin.example.com']
                export default cors({
                  origin(origin, callback) {
                    callback(null, whitelist.indexOf(origin) !== -1)
                  },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star in a list that a callback compares with',
      code: code`
        import cors from 'cors'

        const ALLOWED = ['https://app.example.com', 'https://*.example.org']
        export default cors({ origin: (origin, callback) => callback(null, ALLOWED.includes(origin)) })
      `,
      errors: [
        {
          messageId: 'pattern',
          data: { text: 'https://*.example.org' },
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'the fallback of the environment',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        module.exports = cors({ origin: process.env.WEB_URL ?? 'https://www.example.com/' })
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://www.example.com/', origin: 'https://www.example.com' },
          line: 3,
          column: 56,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://www.example.com' },
              output: code`
                const cors = require('cors')

                module.exports = cors({ origin: process.env.WEB_URL ?? 'https://www.example.com' })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a template that is computed',
      code: code`
        import cors from 'cors'

        const HOST = 'app.example.com'
        export default cors({ origin: [\`https://\${HOST}/\`, 'https://admin.example.com'] })
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'an origin twice',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'https://admin.example.com', 'https://app.example.com'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'https://admin.example.com'] })
      `,
      errors: [
        {
          messageId: 'repeated',
          data: { text: 'https://app.example.com' },
          line: 3,
          column: 88,
          endLine: 3,
          endColumn: 113,
        },
      ],
    },
    {
      name: 'an origin twice, on lines of their own',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        const allowed = [
          'https://app.example.com',
          'https://app.example.com', // again
          'https://admin.example.com',
        ]
        module.exports = cors({ origin: (origin, callback) => callback(null, allowed.includes(origin)) })
      `,
      output: code`
        const cors = require('cors')

        const allowed = [
          'https://app.example.com',
          // again
          'https://admin.example.com',
        ]
        module.exports = cors({ origin: (origin, callback) => callback(null, allowed.includes(origin)) })
      `,
      errors: [
        {
          messageId: 'repeated',
          data: { text: 'https://app.example.com' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'several that the origin is compared with',
      code: code`
        import cors from 'cors'

        export default cors({
          origin: (origin, callback) => callback(null, origin === 'https://app.example.com,https://admin.example.com'),
        })
      `,
      errors: [
        {
          messageId: 'severalInCheck',
          data: { text: 'https://app.example.com,https://admin.example.com' },
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 110,
        },
      ],
    },
  ],
})

runRule(
  'valid-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'the scheme of a socket',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        export const options: CorsOptions = { origin: ['wss://live.example.com', 'https://live.example.com'] }
        export default cors(options)
      `,
        errors: [
          {
            messageId: 'scheme',
            data: { text: 'wss://live.example.com', origin: 'https://live.example.com' },
            line: 3,
            column: 48,
            endLine: 3,
            endColumn: 72,
            suggestions: [
              {
                messageId: 'write',
                data: { origin: 'https://live.example.com' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                export const options: CorsOptions = { origin: ['https://live.example.com', 'https://live.example.com'] }
                export default cors(options)
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a star beside origins',
        code: code`
        import cors from 'cors'

        const origins: string[] = ['https://app.example.com', '*']
        export default cors({ origin: origins, credentials: true })
      `,
        errors: [
          {
            messageId: 'star',
            line: 3,
            column: 55,
            endLine: 3,
            endColumn: 58,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
