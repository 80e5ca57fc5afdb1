import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-shared-suffix-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a pattern in a list',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        const allowed = [
          'https://shop.example.com',
          // Previews.
          /^https:\/\/[a-z0-9-]+\.netlify\.app$/,
        ]

        module.exports = cors({ origin: allowed, credentials: true })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'netlify.app',
            origin: 'https://evil.netlify.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors')

                const allowed = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                module.exports = cors({ origin: allowed, credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a tunnel',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['https://shop.example.com', /^https:\/\/[a-z0-9-]+\.ngrok-free\.app$/],
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'ngrok-free.app',
            origin: 'https://evil.ngrok-free.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 81,
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
          ],
        },
      ],
    },
    {
      name: 'in production too, beside a list for development',
      code: code`
        import cors from 'cors'

        const isDev = process.env.NODE_ENV === 'development'
        export default cors({
          credentials: true,
          origin: isDev ? ['http://localhost:3000'] : ['https://shop.example.com', /^https:\/\/[a-z0-9-]+\.onrender\.com$/],
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'onrender.com',
            origin: 'https://evil.onrender.com',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 76,
          endLine: 6,
          endColumn: 115,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const isDev = process.env.NODE_ENV === 'development'
                export default cors({
                  credentials: true,
                  origin: isDev ? ['http://localhost:3000'] : process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: "an alternative among one's own",
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: /^https:\/\/(?:[a-z0-9-]+\.example\.com|[a-z0-9-]+\.surge\.sh)$/,
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'surge.sh',
            origin: 'https://evil.surge.sh',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 75,
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
          ],
        },
      ],
    },
    {
      name: 'a pattern made of a text',
      code: code`
        import cors from 'cors'

        const HOST = 'azurewebsites.net'
        const pattern = new RegExp(\`^https://[a-z0-9-]+\\.\${HOST.replace('.', '\\.')}$\`)
        export default cors({ origin: pattern, credentials: true })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'azurewebsites.net',
            origin: 'https://evil.azurewebsites.net',
            credentials: ' with the cookies of its visitors',
          },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const HOST = 'azurewebsites.net'
                const pattern = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export default cors({ origin: pattern, credentials: true })
              `,
            },
          ],
        },
      ],
    },
  ],
})
