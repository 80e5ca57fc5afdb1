import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
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
  ],
})
