import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const AT_END = {
  messageId: 'prepended',
  data: { where: 'Where `process.env.ROOT_DOMAIN` is not set, ', origin: 'https://evilacme.com', credentials: '' },
}

// What a check compares with where no variable is set stands in the code.
runRule('no-bypassable-origin-check: defaults of variables', rule, {
  valid: [
    {
      name: 'a default that starts with a dot',
      code: code`
        import cors from 'cors'
        const SUFFIX = process.env.SUFFIX || '.acme.com'
        export const middleware = cors({ origin: (origin, callback) => callback(null, origin.endsWith(SUFFIX)) })
      `,
    },
    {
      name: 'a default that is compared as a whole',
      code: code`
        import cors from 'cors'
        const ORIGIN = process.env.ORIGIN ?? 'https://acme.com'
        export const middleware = cors({ origin: (origin, callback) => callback(null, origin === ORIGIN) })
      `,
    },
    {
      name: 'a default list',
      code: code`
        import cors from 'cors'
        const ORIGINS = (process.env.ORIGINS || 'https://acme.com,https://acme.org').split(',')
        export const middleware = cors({ origin: (origin, callback) => callback(null, ORIGINS.includes(origin)) })
      `,
    },
    {
      name: 'a dot in front of what is configured',
      code: code`
        import cors from 'cors'
        const ROOT = process.env.ROOT_DOMAIN || 'acme.com'
        export const middleware = cors({ origin: (origin, callback) => callback(null, origin.endsWith('.' + ROOT)) })
      `,
    },
  ],
  invalid: [
    {
      name: 'a domain without a dot, by ||',
      code: code`
        import cors from 'cors'
        const ROOT = process.env.ROOT_DOMAIN || 'acme.com'
        export const middleware = cors({ origin: (origin, callback) => callback(null, origin.endsWith(ROOT)) })
      `,
      errors: [
        {
          ...AT_END,
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 100,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
        import cors from 'cors'
        const ROOT = process.env.ROOT_DOMAIN || 'acme.com'
        export const middleware = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a domain without a dot, by ??',
      code: code`
        import cors from 'cors'
        const ROOT = process.env.ROOT_DOMAIN ?? 'acme.com'
        export const middleware = cors({ origin: (origin, callback) => callback(null, origin.endsWith(ROOT)) })
      `,
      errors: [
        {
          ...AT_END,
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 100,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
        import cors from 'cors'
        const ROOT = process.env.ROOT_DOMAIN ?? 'acme.com'
        export const middleware = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a parameter with a default',
      code: code`
        const { ROOT_DOMAIN = 'acme.com' } = process.env
        export function handler(req, res) {
          res.setHeader('Vary', 'Origin')
          const { origin } = req.headers
          if (origin?.endsWith(ROOT_DOMAIN)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      errors: [
        {
          ...AT_END,
          data: { ...AT_END.data, where: 'Where `ROOT_DOMAIN` is not set, ' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
        const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        const { ROOT_DOMAIN = 'acme.com' } = process.env
        export function handler(req, res) {
          res.setHeader('Vary', 'Origin')
          const { origin } = req.headers
          if (origin?.endsWith(ROOT_DOMAIN)) { if (allowedOrigins.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin) }
          res.end()
        }
      `,
            },
          ],
        },
      ],
    },
  ],
})
