import rule from '../../rules/no-ineffective-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-ineffective-origin-check', rule, {
  valid: [
    {
      name: 'includes that decides',
      code: code`
        import cors from 'cors'

        const allowed = ['https://app.example.com']
        export default cors({ origin: (origin, callback) => callback(null, allowed.includes(origin)) })
      `,
    },
    {
      name: 'includes that refuses with an error',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors');
        const allowed = ['https://app.example.com'];

        module.exports = cors({
          origin: function (origin, callback) {
            if (!allowed.includes(origin)) return callback(new Error('Origin ' + origin + ' is not allowed'));
            callback(null, true);
          },
        });
      `,
    },
    {
      name: 'has that decides',
      code: code`
        const ALLOWED = new Set(['https://app.example.com', 'https://shop.example.com'])

        export function handler(req, res) {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin !== undefined && ALLOWED.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
    },
    {
      name: 'some with equality',
      code: code`
        import cors from 'cors'
        import { customers } from './customers.js'
        export default cors({ origin: (o, cb) => cb(null, customers.some((customer) => customer.site === o)) })
      `,
    },
    {
      name: 'every with inequality',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (LIST.every((one) => one !== req.headers.origin)) return res.writeHead(403).end()
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a switch with a closed default',
      code: code`
        import cors from 'cors'

        function admit(origin, callback) {
          let allowed
          switch (origin) {
            case 'https://app.example.com':
            case 'https://shop.example.com':
              allowed = true
              break
            default:
              allowed = false
          }
          callback(null, allowed)
        }
        export default cors({ origin: admit })
      `,
    },
    {
      name: 'a lookup in a map that yields the header',
      code: code`
        const SITES = new Map([['https://app.example.com', 'https://app.example.com']])

        export const GET = (request) => {
          const allowed = SITES.get(request.headers.get('origin'))
          return new Response('[]', { headers: allowed ? { 'Access-Control-Allow-Origin': allowed } : {} })
        }
      `,
    },
    {
      name: 'an own property of an object',
      languageOptions: commonjs,
      code: code`
        const sites = { 'https://app.example.com': 1 }
        module.exports = function (req, res, next) {
          const origin = req.get('origin')
          if (Object.prototype.hasOwnProperty.call(sites, origin)) res.set('Access-Control-Allow-Origin', origin)
          next()
        }
      `,
    },
    {
      name: 'the operator in',
      code: code`
        import cors from 'cors'
        const sites = { 'https://app.example.com': 1 }
        export default cors({ origin: (origin, callback) => callback(null, origin in sites) })
      `,
    },
    {
      name: 'indexOf compared with minus one',
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({ origin: (origin, callback) => callback(null, list.indexOf(origin) !== -1) })
      `,
    },
    {
      name: 'the complement of indexOf',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const list = ['https://app.example.com']
        module.exports = cors({ origin: (origin, cb) => (~list.indexOf(origin) ? cb(null, true) : cb(null, false)) })
      `,
    },
    {
      name: 'either of two equalities',
      code: code`
        export function handler(req, res) {
          const { origin } = req.headers
          if (origin === 'https://app.example.com' || origin === 'https://shop.example.com') {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end()
        }
      `,
    },
    {
      name: 'neither of two inequalities',
      code: code`
        export function handler(req, res) {
          const { origin } = req.headers
          if (origin !== 'https://app.example.com' && origin !== 'https://shop.example.com') {
            res.statusCode = 403
            return res.end()
          }
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
    },
    {
      name: 'no origin, or a listed one',
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({
          origin(origin, callback) {
            // Servers and command lines send no origin.
            if (!origin || list.includes(origin)) callback(null, origin)
            else callback(null, false)
          },
        })
      `,
    },
    {
      name: 'undefined, or a listed one',
      code: code`
        import cors from 'cors'
        const list = new Set(['https://app.example.com'])
        export default cors({
          origin: (origin, callback) => {
            if (origin === undefined) return callback(null, true)
            return callback(null, list.has(origin))
          },
        })
      `,
    },
    {
      name: 'a predicate that is awaited',
      code: code`
        import cors from 'cors'

        async function isRegistered(origin) {
          return ['https://app.example.com'].includes(origin)
        }
        export default cors({ origin: async (origin, callback) => callback(null, await isRegistered(origin)) })
      `,
    },
    {
      name: 'a predicate of another module',
      code: code`
        import cors from 'cors'
        import { permits } from './permits.js'
        export default cors({ origin: (origin, callback) => (permits(origin) ? callback(null, true) : callback(null, false)) })
      `,
    },
    {
      name: 'a guard of another module',
      code: code`
        import { ensureAllowed } from './guards.js'

        export function handler(req, res) {
          ensureAllowed(req.headers.origin)
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a check in a helper that throws',
      code: code`
        const LIST = ['https://app.example.com']

        function verify(origin) {
          if (!LIST.includes(origin)) throw new Error('refused')
        }

        export function handler(req, res) {
          verify(req.headers.origin)
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a log beside a check that decides',
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({
          origin: (origin, callback) => {
            const known = list.includes(origin)
            if (!known) console.warn(\`refused \${origin}\`)
            callback(null, known)
          },
        })
      `,
    },
    {
      name: 'no check at all, which another rule reports',
      code: code`
        import cors from 'cors'
        export default cors({ origin: (origin, callback) => callback(null, true) })
      `,
    },
    {
      name: 'a star, which another rule reports',
      code: code`
        import cors from 'cors'
        export default cors({ origin: '*' })
      `,
    },
    {
      name: 'one origin instead of a missing variable',
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.WEB_ORIGIN || 'https://app.example.com' })
      `,
    },
    {
      name: 'no origin instead of a missing variable',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        module.exports = cors({ origin: process.env.WEB_ORIGIN ?? false, credentials: true })
      `,
    },
    {
      name: 'an empty list instead of a missing variable',
      code: code`
        import cors from 'cors'
        export default cors({ origin: (process.env.WEB_ORIGINS ?? '').split(',').filter(Boolean) })
      `,
    },
    {
      name: 'a variable that must be there',
      code: code`
        import cors from 'cors'

        const { WEB_ORIGIN } = process.env
        if (WEB_ORIGIN === undefined) throw new Error('WEB_ORIGIN is missing')
        export default cors({ origin: WEB_ORIGIN })
      `,
    },
    {
      name: 'a list of the environment that decides',
      code: code`
        const ORIGINS = process.env.ORIGINS ? process.env.ORIGINS.split(',') : []

        export function handler(req, res) {
          if (ORIGINS.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'everyone while developing',
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.NODE_ENV === 'production' ? ['https://app.example.com'] : true })
      `,
    },
    {
      name: 'everyone while developing, by a name from the settings',
      settings: { cors: { developmentGuards: ['isLocalRun'] } },
      code: code`
        import cors from 'cors'
        import { isLocalRun } from './flags.js'
        const list = ['https://app.example.com']
        export default cors({ origin: (origin, callback) => callback(null, isLocalRun || list.includes(origin)) })
      `,
    },
    {
      name: 'a default that applies while developing',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const fallback = process.env.NODE_ENV === 'development' ? '*' : false
        module.exports = cors({ origin: process.env.WEB_ORIGIN || fallback })
      `,
    },
    {
      name: 'a narrow pattern',
      code: code`
        import cors from 'cors'
        export default cors({ origin: /^https:\/\/(?:app|shop)\.example\.com$/ })
      `,
    },
    {
      name: 'a flag that opens, from a configuration',
      code: code`
        import cors from 'cors'
        import config from './config.js'
        const list = ['https://app.example.com']
        export default cors({ origin: (o, cb) => cb(null, config.openToAll || list.includes(o)) })
      `,
    },
    {
      name: 'a list of those that are let in, imported',
      code: code`
        import cors from 'cors'
        import { allowlist } from './origins.js'
        export default cors({ origin: (o, cb) => cb(allowlist.includes(o) ? null : new Error('no'), true) })
      `,
    },
    {
      name: 'a comparison for something else',
      code: code`
        export function handler(req, res) {
          if (req.headers.origin !== 'https://app.example.com') req.log.info('from elsewhere')
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
    },
    {
      name: 'a function of this file that is called cors',
      code: code`
        const cors = (options) => options
        export default cors({ origin: process.env.ORIGIN || '*', check: (o, cb) => cb(null, true) })
      `,
    },
    {
      name: 'fallbacks of other options',
      code: code`
        import { createClient } from 'redis'
        // cors
        export const client = createClient({ origin: process.env.ORIGIN || '*' })
      `,
    },
    {
      name: 'text and comments',
      code: code`
        // origin: process.env.CORS_ORIGIN || '*'
        export const docs = "cors({ origin: process.env.CORS_ORIGIN || '*' })"
      `,
    },
    {
      name: 'odd checks',
      code: code`
        import cors from 'cors'
        import list from './list.js'
        export default [
          cors({ origin: (...args) => args[1](null, list.includes(args[0])) }),
          cors({ origin: ({ length } = '', callback = () => {}) => callback(null, list[length]) }),
          cors({ origin: (origin, callback) => callback?.(null, list?.includes?.(origin)) }),
          cors({ origin: (origin) => list.includes(origin) }),
        ]
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-ineffective-origin-check',
  rule,
  {
    valid: [
      {
        name: 'types alone',
        code: code`
          import type { CorsOptions } from 'cors'
          export type Fallback<T> = T extends undefined ? '*' : CorsOptions['origin']
        `,
      },
      {
        name: 'a type guard',
        code: code`
          import cors from 'cors'

          enum Site {
            App = 'https://app.example.com',
            Shop = 'https://shop.example.com',
          }
          const isSite = (origin: unknown): origin is Site => (Object.values(Site) as unknown[]).includes(origin)

          export default cors({ origin: (origin, callback) => callback(isSite(origin) ? null : new Error('refused'), true) })
        `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
