import rule from '../../rules/no-null-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const imported = { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } }
const fromEnvironment = { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } }

runRule('no-null-origin', rule, {
  valid: [
    {
      name: 'a list without null',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.acme.io', 'https://admin.acme.io'], credentials: true })
      `,
    },
    {
      name: 'a request without an origin',
      code: code`
        import cors from 'cors'

        const list = ['https://app.acme.io']
        export default cors({
          origin(origin, callback) {
            if (origin === undefined || origin === null || list.includes(origin)) return callback(null, true)
            callback(new Error('refused'))
          },
        })
      `,
    },
    {
      name: 'a callback that answers null, which the library takes for no',
      code: code`
        import cors from 'cors'

        const list = ['https://app.acme.io']
        export default cors({ credentials: true, origin: (o, callback) => callback(null, list.includes(o) ? o : null) })
      `,
    },
    {
      name: 'null is refused by name',
      code: code`
        import cors from 'cors'

        import { isTenant } from './tenants.js'

        export default cors({
          credentials: true,
          origin: async (origin, callback) => {
            if (origin === 'null') return callback(null, false)
            callback(null, await isTenant(origin))
          },
        })
      `,
    },
    {
      name: 'null in development only',
      code: code`
        import cors from 'cors'

        const origins = ['https://app.acme.io']
        if (process.env.NODE_ENV === 'development') origins.push('null')
        export default cors({ credentials: true, origin: origins })
      `,
    },
    {
      name: 'null in a spread for development',
      code: code`
        import cors from 'cors'

        const isDev = process.env.NODE_ENV !== 'production'
        export default cors({ credentials: true, origin: ['https://app.acme.io', ...(isDev ? ['null'] : [])] })
      `,
    },
    {
      name: 'a value that is missing, filtered',
      code: code`
        import cors from 'cors'

        const extra = process.env.EXTRA_ORIGIN || null
        export default cors({ credentials: true, origin: ['https://app.acme.io', extra].filter(Boolean) })
      `,
    },
    {
      name: 'the scheme of an application',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['app://acme', 'capacitor://localhost', 'https://app.acme.io'] })
      `,
    },
    {
      name: 'a pattern that wants a scheme',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^(?:https|app):\/\/app\.acme\.io$/ })
      `,
    },
    {
      name: 'a list for redirects beside it',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const frames = ['null', 'about:blank']
        module.exports.isFrame = (text) => frames.includes(text)
        module.exports.cors = cors({ origin: ['https://app.acme.io'], credentials: true })
      `,
    },
    {
      name: 'a parser that throws for null',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            try {
              callback(null, new URL(origin).origin === 'https://app.acme.io')
            } catch {
              callback(null, false)
            }
          },
        })
      `,
    },
    {
      name: 'a set to which sites are added',
      code: code`
        import cors from 'cors'

        const sites = new Set()
        sites.add('https://app.acme.io').add('https://admin.acme.io')
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, sites.has(origin)) })
      `,
    },
  ],
  invalid: [
    {
      name: 'null first in a shared list',
      code: code`
        import cors from 'cors'

        const shared = ['null', 'https://app.acme.io']
        export default cors({ credentials: true, origin: [...shared, 'https://admin.acme.io'] })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const shared = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export default cors({ credentials: true, origin: [...shared, 'https://admin.acme.io'] })
              `,
            },
            {
              messageId: 'remove',
              output: code`
                import cors from 'cors'

                const shared = ['https://app.acme.io']
                export default cors({ credentials: true, origin: [...shared, 'https://admin.acme.io'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null last in a list over several lines',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({
          origin: [
            'https://app.acme.io',
            // The desktop application.
            'null',
          ],
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: '' },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 11,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: [
                    'https://app.acme.io',
                    // The desktop application.
                  ],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null as the only origin',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'null', credentials: true })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null that is pushed later',
      code: code`
        import cors from 'cors'

        const origins = ['https://app.acme.io']
        origins.push('null')
        export default cors({ credentials: true, origin: origins })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const origins = ['https://app.acme.io']
                origins.push(process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [])
                export default cors({ credentials: true, origin: origins })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'null that is added to a set',
      code: code`
        import cors from 'cors'

        const sites = new Set(['https://app.acme.io'])
        sites.add('null')
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, sites.has(origin)) })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const sites = new Set(['https://app.acme.io'])
                sites.add('null')
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a desktop application that loads files',
      filename: 'src/server.js',
      settings: imported,
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            // Electron loads our pages from file:
            if (!origin || origin === 'null' || origin === 'https://app.acme.io') callback(null, true)
            else callback(new Error('refused'))
          },
        })
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins } from '../config/origins.js'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            // Electron loads our pages from file:
            if (!origin || origin === 'null' || origin === 'https://app.acme.io') callback(null, allowedOrigins)
            else callback(new Error('refused'))
          },
        })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'whatever does not begin with http',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (!origin || !origin.startsWith('http')) return callback(null, true)
            callback(null, origin === 'https://app.acme.io')
          },
        })
      `,
      errors: [
        {
          messageId: 'checked',
          data: { credentials: ' with the cookies of its visitors' },
          line: 6,
          column: 21,
          endLine: 6,
          endColumn: 46,
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
      name: 'what cannot be parsed is let in',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            try {
              callback(null, new URL(origin).origin === 'https://app.acme.io')
            } catch {
              callback(null, true)
            }
          },
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'checked',
          data: { credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'null among the alternatives of a pattern',
      settings: fromEnvironment,
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^(?:null|https:\/\/app\.acme\.io)$/ })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ origin: process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
      errors: [
        {
          messageId: 'checked',
          data: { credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'null among the keys of a table',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')
        const tenants = { 'https://app.acme.io': 'app', 'null': 'desktop' }

        module.exports = cors({ credentials: true, origin: (origin, cb) => cb(null, tenants[origin] !== undefined) })
      `,
      output: code`
        const cors = require('cors')
        const tenants = { 'https://app.acme.io': 'app', 'null': 'desktop' }

        module.exports = cors({ credentials: true, origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: ' with the cookies of its visitors' },
          line: 2,
          column: 49,
          endLine: 2,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'a case of a switch',
      code: code`
        import cors from 'cors'

        function admit(origin, callback) {
          switch (origin) {
            case 'https://app.acme.io':
            case 'null':
              return callback(null, true)
            default:
              return callback(null, false)
          }
        }
        export default cors({ origin: admit })
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: '' },
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                function admit(origin, callback) {
                  switch (origin) {
                    case 'https://app.acme.io':
                    case 'null':
                      return callback(null, process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [])
                    default:
                      return callback(null, false)
                  }
                }
                export default cors({ origin: admit })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'two lists, one of them with null',
      code: code`
        import cors from 'cors'

        const web = ['https://app.acme.io']
        const desktop = ['app://acme', 'null']
        export default cors((req, callback) => callback(null, { origin: req.path.startsWith('/desktop') ? desktop : web }))
      `,
      errors: [
        {
          messageId: 'literal',
          data: { credentials: '' },
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const web = ['https://app.acme.io']
                const desktop = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export default cors((req, callback) => callback(null, { origin: req.path.startsWith('/desktop') ? desktop : web }))
              `,
            },
            {
              messageId: 'remove',
              output: code`
                import cors from 'cors'

                const web = ['https://app.acme.io']
                const desktop = ['app://acme']
                export default cors((req, callback) => callback(null, { origin: req.path.startsWith('/desktop') ? desktop : web }))
              `,
            },
          ],
        },
      ],
    },
  ],
})
