import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-shared-suffix-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a preview with the name of a team, which anybody may give a project',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/shop-[a-z0-9]{9}-acme-team\.vercel\.app$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'vercel.app',
            origin: 'https://shop-xxxxxxxxx-acme-team.vercel.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 103,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a name in front, which is first come, first served',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/my-shop-[a-z0-9-]+\.vercel\.app$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'vercel.app',
            origin: 'https://my-shop-evil.vercel.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 95,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an end, with its scheme, in a callback',
      code: code`
        import cors from 'cors'

        const corsOptions = {
          credentials: true,
          origin(origin, callback) {
            if (!origin) return callback(null, true)
            const url = new URL(origin)
            if (url.protocol === 'https:' && url.hostname.endsWith('.github.io')) return callback(null, true)
            callback(new Error('Not allowed by CORS'))
          },
        }
        export default cors(corsOptions)
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'github.io',
            origin: 'https://evil.github.io',
            credentials: ' with the cookies of its visitors',
          },
          line: 8,
          column: 38,
          endLine: 8,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const corsOptions = {
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                }
                export default cors(corsOptions)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'ends in a list',
      code: code`
        import cors from 'cors'

        const HOSTING = ['.web.app', '.firebaseapp.com']
        export default cors({
          credentials: true,
          origin: (origin = '', callback) =>
            callback(null, origin.startsWith('https://') && HOSTING.some((end) => origin.endsWith(end))),
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: { suffix: 'web.app', origin: 'https://evil.web.app', credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 53,
          endLine: 7,
          endColumn: 96,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const HOSTING = ['.web.app', '.firebaseapp.com']
                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a whole top-level domain',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/[a-z0-9-]+\.io$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: { suffix: 'io', origin: 'https://evil.io', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: "a country's second level",
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        module.exports = cors({
          credentials: true,
          origin: (origin, callback) => callback(null, /^https:\/\/.+\.co\.uk$/.test(origin)),
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: { suffix: 'co.uk', origin: 'https://evil.co.uk', credentials: ' with the cookies of its visitors' },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')

                module.exports = cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a playground on a list',
      code: code`
        import cors from 'cors'

        const origin = ['https://shop.example.com', 'https://codepen.io', 'https://docs.example.com']
        export default cors({ origin, credentials: true })
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://codepen.io', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const origin = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export default cors({ origin, credentials: true })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'https://codepen.io' },
              output: code`
                import cors from 'cors'

                const origin = ['https://shop.example.com', 'https://docs.example.com']
                export default cors({ origin, credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: "previews whose name begins with that of another's branch",
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/my-shop--[a-z0-9-]+\.netlify\.app$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'netlify.app',
            origin: 'https://my-shop--evil.netlify.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
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
        name: 'a word and an end',
        code: code`
        import cors from 'cors'

        const isPreview = (origin: string): boolean =>
          origin.startsWith('https://') && origin.includes('-acme') && origin.endsWith('.vercel.app')
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, !!origin && isPreview(origin)) })
      `,
        errors: [
          {
            messageId: 'suffix',
            data: {
              suffix: 'vercel.app',
              origin: 'https://evil-acme.vercel.app',
              credentials: ' with the cookies of its visitors',
            },
            line: 4,
            column: 64,
            endLine: 4,
            endColumn: 94,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                import cors from 'cors'

                const isPreview = (origin: string): boolean =>
                  origin.startsWith('https://') && origin.includes('-acme') && origin.endsWith('.vercel.app')
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
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
