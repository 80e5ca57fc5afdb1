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
    ],
  },
  typescriptRuleTester,
)
