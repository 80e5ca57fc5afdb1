import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
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
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const HOST = 'app.example.com'
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
  ],
})
