import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

runRule('no-shared-suffix-origin', rule, {
  valid: [
    {
      name: 'a suffix that is trusted',
      options: [{ dangerouslyTrustedSuffixes: ['vercel.app'] }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/[a-z0-9-]+\.vercel\.app$/, credentials: true })
      `,
    },
    {
      name: 'several suffixes that are trusted',
      options: [{ dangerouslyTrustedSuffixes: ['github.io', 'pages.dev'] }],
      code: code`
        import cors from 'cors'

        const SUFFIXES = ['.github.io', '.pages.dev']
        export default cors({
          credentials: true,
          origin: (origin = '', callback) =>
            callback(null, origin.startsWith('https://') && SUFFIXES.some((suffix) => origin.endsWith(suffix))),
        })
      `,
    },
    {
      name: 'an exact origin under a suffix of the options',
      options: [{ additionalSuffixes: ['apps.example.net'] }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://mine.apps.example.net'] })
      `,
    },
    {
      name: 'exact subdomains, where patterns for all are reported',
      options: [{ anySubdomain: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: [/^https:\/\/(?:app|admin)\.example\.com$/, 'https://example.com'] })
      `,
    },
    {
      name: 'any subdomain without credentials',
      options: [{ anySubdomain: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/[a-z0-9-]+\.example\.com$/ })
      `,
    },
  ],
  invalid: [
    {
      name: 'a suffix of the options',
      options: [{ additionalSuffixes: ['apps.example.net'] }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/[a-z0-9-]+\.apps\.example\.net$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'apps.example.net',
            origin: 'https://evil.apps.example.net',
            credentials: ' with the cookies of its visitors',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 94,
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
      name: 'a suffix of the options, by its end',
      options: [{ additionalSuffixes: ['tenants.example.net'] }],
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, !!origin?.startsWith('https://') && origin.endsWith('.tenants.example.net')),
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'tenants.example.net',
            origin: 'https://evil.tenants.example.net',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 84,
          endLine: 5,
          endColumn: 123,
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
      name: 'another suffix than the trusted one',
      options: [{ dangerouslyTrustedSuffixes: ['vercel.app'] }],
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: [/^https:\/\/[a-z0-9-]+\.vercel\.app$/, /^https:\/\/[a-z0-9-]+\.netlify\.app$/],
        })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: {
            suffix: 'netlify.app',
            origin: 'https://evil.netlify.app',
            credentials: ' with the cookies of its visitors',
          },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 89,
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
      name: 'any subdomain, where asked for',
      options: [{ anySubdomain: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/[a-z0-9-]+\.example\.com$/ })
      `,
      errors: [
        {
          messageId: 'subdomain',
          data: {
            suffix: 'example.com',
            credentials: ' with the cookies of its visitors',
            origin: 'https://evil.example.com',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 88,
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
      name: 'any subdomain by its end, where asked for',
      options: [{ anySubdomain: true }],
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('origin') ?? ''
          res.vary('Origin')
          if (origin.startsWith('https://') && origin.endsWith('.example.com')) {
            res.set('Access-Control-Allow-Origin', origin).set('Access-Control-Allow-Credentials', 'true')
          }
          next()
        })
      `,
      errors: [
        {
          messageId: 'subdomain',
          data: {
            suffix: 'example.com',
            credentials: ' with the cookies of its visitors',
            origin: 'https://evil.example.com',
          },
          line: 7,
          column: 40,
          endLine: 7,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const app = express()
                app.use((req, res, next) => {
                  const origin = req.get('origin') ?? ''
                  res.vary('Origin')
                  if (origin.startsWith('https://') && origin.endsWith('.example.com')) {
                    if (allowedOrigins.includes(origin)) res.set('Access-Control-Allow-Origin', origin)
                    res.set('Access-Control-Allow-Credentials', 'true')
                  }
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without credentials, where asked for',
      options: [{ withoutCredentials: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/[a-z0-9-]+\.vercel\.app$/ })
      `,
      errors: [
        {
          messageId: 'suffix',
          data: { suffix: 'vercel.app', origin: 'https://evil.vercel.app', credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 68,
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
      name: 'a playground without credentials, where asked for',
      options: [{ withoutCredentials: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://codepen.io' })
      `,
      errors: [
        {
          messageId: 'playground',
          data: { origin: 'https://codepen.io', credentials: '' },
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
  ],
})
