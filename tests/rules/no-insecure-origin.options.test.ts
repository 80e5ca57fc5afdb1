import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'the only one',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: 'http://shop.example.com', credentials: true }))
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://shop.example.com' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                app.use(cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true }))
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://shop.example.com' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                app.use(cors({ origin: 'https://shop.example.com', credentials: true }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a constant',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')

        const CLIENT_URL = 'http://client.example.com:3000'
        const app = express()
        app.use(cors({ origin: CLIENT_URL, credentials: true }))
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://client.example.com:3000' },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const express = require('express')
                const cors = require('cors')

                const CLIENT_URL = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                const app = express()
                app.use(cors({ origin: CLIENT_URL, credentials: true }))
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://client.example.com:3000' },
              output: code`
                const express = require('express')
                const cors = require('cors')

                const CLIENT_URL = 'https://client.example.com:3000'
                const app = express()
                app.use(cors({ origin: CLIENT_URL, credentials: true }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the fallback of the environment',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors');

        module.exports = cors({
          origin: process.env.CLIENT_URL || "http://www.example.com",
          credentials: true,
        });
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors');

                module.exports = cors({
                  origin: process.env.CLIENT_URL || (process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []),
                  credentials: true,
                });
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://www.example.com' },
              output: code`
                const cors = require('cors');

                module.exports = cors({
                  origin: process.env.CLIENT_URL || 'https://www.example.com',
                  credentials: true,
                });
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a delegate',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        const allowlist = ['http://partner.example.org']
        const delegate = (req, callback) => {
          const isListed = allowlist.includes(req.header('Origin'))
          callback(null, isListed ? { origin: true, credentials: true } : { origin: false })
        }
        module.exports = cors(delegate)
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://partner.example.org' },
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')

                const allowlist = ['http://partner.example.org']
                const delegate = (req, callback) => {
                  const isListed = allowlist.includes(req.header('Origin'))
                  callback(null, isListed ? { origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true } : { origin: false })
                }
                module.exports = cors(delegate)
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://partner.example.org' },
              output: code`
                const cors = require('cors')

                const allowlist = ['https://partner.example.org']
                const delegate = (req, callback) => {
                  const isListed = allowlist.includes(req.header('Origin'))
                  callback(null, isListed ? { origin: true, credentials: true } : { origin: false })
                }
                module.exports = cors(delegate)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern for both schemes',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https?:\/\/app\.example\.com$/, credentials: true })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
            {
              messageId: 'onlyHttps',
              output: code`
                import cors from 'cors'

                export default cors({ origin: /^https:\/\/app\.example\.com$/, credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern for any subdomain in both schemes',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, /^https?:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin ?? '')),
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://example.com' },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 90,
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
              messageId: 'onlyHttps',
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: (origin, callback) => callback(null, /^https:\/\/([a-z0-9-]+\.)?example\.com$/.test(origin ?? '')),
                })
              `,
            },
          ],
        },
      ],
    },
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
      name: 'production, beside development',
      code: code`
        import cors from 'cors'

        const isProduction = process.env.NODE_ENV === 'production'
        export default cors({
          credentials: true,
          origin: isProduction ? ['http://prod.example.com'] : ['http://localhost:3000'],
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://prod.example.com' },
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const isProduction = process.env.NODE_ENV === 'production'
                export default cors({
                  credentials: true,
                  origin: isProduction ? process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] : ['http://localhost:3000'],
                })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://prod.example.com' },
              output: code`
                import cors from 'cors'

                const isProduction = process.env.NODE_ENV === 'production'
                export default cors({
                  credentials: true,
                  origin: isProduction ? ['https://prod.example.com'] : ['http://localhost:3000'],
                })
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
      name: 'an address of the internet',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['http://203.0.113.7:8080', 'https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://203.0.113.7:8080' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://203.0.113.7:8080' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://203.0.113.7:8080', 'https://app.example.com'] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://203.0.113.7:8080' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://app.example.com'] })
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
