import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a scheme by a list of them',
      code: code`
        import cors from 'cors'

        const SCHEMES = ['http:', 'https:']
        const isOwn = (origin) => {
          const { protocol, hostname } = new URL(origin)
          return SCHEMES.includes(protocol) && hostname === 'app.example.com'
        }
        export default cors({ credentials: true, origin: (origin, done) => done(null, Boolean(origin) && isOwn(origin)) })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const SCHEMES = ['http:', 'https:']
                const isOwn = (origin) => {
                  const { protocol, hostname } = new URL(origin)
                  return SCHEMES.includes(protocol) && hostname === 'app.example.com'
                }
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a template',
      code: code`
        import cors from 'cors'

        const DOMAIN = 'example.com'
        export default cors({ credentials: true, origin: [\`https://\${DOMAIN}\`, \`http://www.\${DOMAIN}\`] })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 4,
          column: 72,
          endLine: 4,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const DOMAIN = 'example.com'
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://www.example.com' },
              output: code`
                import cors from 'cors'

                const DOMAIN = 'example.com'
                export default cors({ credentials: true, origin: [\`https://\${DOMAIN}\`] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'mapped hosts',
      code: code`
        import cors from 'cors'

        const HOSTS = ['app.example.com', 'admin.example.com']
        export default cors({ credentials: true, origin: HOSTS.flatMap((host) => [\`https://\${host}\`, \`http://\${host}\`]) })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 4,
          column: 94,
          endLine: 4,
          endColumn: 110,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const HOSTS = ['app.example.com', 'admin.example.com']
                export default cors({ credentials: true, origin: HOSTS.flatMap((host) => process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []) })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://app.example.com' },
              output: code`
                import cors from 'cors'

                const HOSTS = ['app.example.com', 'admin.example.com']
                export default cors({ credentials: true, origin: HOSTS.flatMap((host) => [\`https://\${host}\`]) })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'two of a list',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: [
            'http://app.example.com', // the old one
            'https://app.example.com',
            'http://admin.example.com',
          ],
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: [
                    'https://app.example.com', // the old one
                    'https://app.example.com',
                    'http://admin.example.com',
                  ],
                })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: [
                    // the old one
                    'https://app.example.com',
                    'http://admin.example.com',
                  ],
                })
              `,
            },
          ],
        },
        {
          messageId: 'insecure',
          data: { origin: 'http://admin.example.com' },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://admin.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: [
                    'http://app.example.com', // the old one
                    'https://app.example.com',
                    'https://admin.example.com',
                  ],
                })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://admin.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: [
                    'http://app.example.com', // the old one
                    'https://app.example.com',
                  ],
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
  'no-insecure-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'an enum of hosts',
        code: code`
        import cors from 'cors'

        enum Origin {
          App = 'https://app.example.com',
          Legacy = 'http://legacy.example.com',
        }

        export default cors({ origin: [Origin.App, Origin.Legacy], credentials: true })
      `,
        errors: [
          {
            messageId: 'insecure',
            data: { origin: 'http://legacy.example.com' },
            line: 5,
            column: 12,
            endLine: 5,
            endColumn: 39,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import cors from 'cors'

                enum Origin {
                  App = 'https://app.example.com',
                  Legacy = 'http://legacy.example.com',
                }

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
              },
              {
                messageId: 'useHttps',
                data: { origin: 'https://legacy.example.com' },
                output: code`
                import cors from 'cors'

                enum Origin {
                  App = 'https://app.example.com',
                  Legacy = 'https://legacy.example.com',
                }

                export default cors({ origin: [Origin.App, Origin.Legacy], credentials: true })
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a typed list that is spread',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const SECURE = ['https://app.example.com'] as const
        const LEGACY = ['http://old.example.com'] as const

        export const options = {
          origin: [...SECURE, ...LEGACY],
          credentials: true,
        } satisfies CorsOptions
        export default cors(options)
      `,
        errors: [
          {
            messageId: 'insecure',
            data: { origin: 'http://old.example.com' },
            line: 4,
            column: 17,
            endLine: 4,
            endColumn: 41,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const SECURE = ['https://app.example.com'] as const
                const LEGACY = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export const options = {
                  origin: [...SECURE, ...LEGACY],
                  credentials: true,
                } satisfies CorsOptions
                export default cors(options)
              `,
              },
              {
                messageId: 'useHttps',
                data: { origin: 'https://old.example.com' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const SECURE = ['https://app.example.com'] as const
                const LEGACY = ['https://old.example.com'] as const

                export const options = {
                  origin: [...SECURE, ...LEGACY],
                  credentials: true,
                } satisfies CorsOptions
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
