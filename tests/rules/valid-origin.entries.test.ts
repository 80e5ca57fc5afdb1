import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
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
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const ALLOWED = ['https://app.example.com', 'https://*.example.org']
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
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
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

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
})

runRule(
  'valid-origin',
  rule,
  {
    valid: [],
    invalid: [
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
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import cors from 'cors'

                  const origins: string[] = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                  export default cors({ origin: origins, credentials: true })
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
