import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-insecure-origin', rule, {
  valid: [
    {
      name: 'https alone',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true })
      `,
    },
    {
      name: "a developer's machine",
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['https://app.example.com', 'http://localhost:3000', 'http://127.0.0.1:5173', 'http://[::1]:8080', 'http://web.localhost'],
        })
      `,
    },
    {
      name: 'machines of a network without TLS',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['http://192.168.1.20:8080', 'http://10.0.0.7', 'http://172.20.0.3', 'http://kiosk.lan', 'http://printer.local', 'http://intranet'],
        })
      `,
    },
    {
      name: 'apps, whose schemes are not http',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: ['capacitor://localhost', 'http://localhost', 'tauri://localhost', 'ionic://localhost', 'chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb'],
        })
      `,
    },
    {
      name: 'without credentials',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://app.example.com'] })
      `,
    },
    {
      name: 'without credentials, by hand',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'http://status.example.com')
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'credentials that are off in a header',
      code: code`
        import express from 'express'

        const app = express()
        app.get('/feed', (req, res) => {
          res.set({ 'Access-Control-Allow-Origin': 'http://reader.example.com', 'Access-Control-Allow-Credentials': process.env.WITH_COOKIES })
          res.json([])
        })
      `,
    },
    {
      name: 'credentials for https alone',
      code: code`
        import { createServer } from 'node:http'

        const SECURE = ['https://app.example.com']
        const PUBLIC = ['http://feed.example.com']

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (SECURE.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          } else if (PUBLIC.includes(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'http while developing',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        const isProduction = process.env.NODE_ENV === 'production'
        module.exports = cors({
          credentials: true,
          origin: isProduction ? 'https://app.example.com' : 'http://app.example.test:3000',
        })
      `,
    },
    {
      name: 'http while developing, pushed',
      code: code`
        import cors from 'cors'

        const whitelist = ['https://app.example.com']
        if (process.env.NODE_ENV === 'development') {
          whitelist.push('http://staging.example.com')
        }

        export default cors({
          credentials: true,
          origin: (origin, callback) => {
            if (whitelist.indexOf(origin) !== -1) callback(null, true)
            else callback(new Error('Not allowed by CORS'))
          },
        })
      `,
    },
    {
      name: 'http while developing, by a flag of the settings',
      settings: { cors: { developmentGuards: ['onLaptop'] } },
      code: code`
        import { createServer } from 'node:http'
        import { onLaptop } from './flags.js'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', onLaptop ? 'http://app.example.com' : 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'a pattern for https',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/(?:app|admin)\.example\.com(?::8443)?$/ })
      `,
    },
    {
      name: 'a pattern for http on the own machine',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: [/^http:\/\/localhost:\d+$/, /^https?:\/\/127\.0\.0\.1(?::\d+)?$/] })
      `,
    },
    {
      name: 'the scheme is compared by hand',
      code: code`
        import cors from 'cors'

        const HOSTS = new Set(['app.example.com', 'admin.example.com'])
        export default cors({
          credentials: true,
          origin(origin, callback) {
            try {
              const { protocol, host } = new URL(origin)
              callback(null, protocol === 'https:' && HOSTS.has(host))
            } catch {
              callback(null, false)
            }
          },
        })
      `,
    },
    {
      name: 'http is refused early',
      code: code`
        import express from 'express'

        const LIST = ['https://app.example.com', 'http://app.example.com']

        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('Origin')
          res.vary('Origin')
          if (!origin?.startsWith('https://')) return next()
          if (LIST.includes(origin)) {
            res.set('Access-Control-Allow-Origin', origin)
            res.set('Access-Control-Allow-Credentials', 'true')
          }
          next()
        })
      `,
    },
    {
      name: 'http in a list for something else',
      code: code`
        import cors from 'cors'

        const redirects = ['http://legacy.example.com', 'https://app.example.com']
        export const isKnown = (target) => redirects.includes(target)
        export default cors({ origin: 'https://app.example.com', credentials: true })
      `,
    },
    {
      name: 'an http origin of configuration',
      code: code`
        import cors from 'cors'

        const { PROTOCOL = 'https', HOST } = process.env
        export default cors({ origin: \`\${PROTOCOL}://\${HOST}\`, credentials: true })
      `,
    },
    {
      name: 'a list of the environment',
      code: code`
        import cors from 'cors'

        export default cors({ origin: process.env.ORIGINS?.split(',') ?? [], credentials: true })
      `,
    },
    {
      name: 'everybody, which another rule reports',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['http://app.example.com', /.*/], credentials: true })
      `,
    },
    {
      name: 'a request to another server',
      code: code`
        export const load = () =>
          fetch('https://api.example.com', {
            credentials: 'include',
            headers: { 'Access-Control-Allow-Origin': 'http://app.example.com', 'Access-Control-Allow-Credentials': 'true' },
          })
      `,
    },
    {
      name: 'the address of a subdirectory, which browsers never send',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'http://app.example.com/shop', credentials: true })
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-insecure-origin',
  rule,
  {
    valid: [
      {
        name: 'an early return for production',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        function optionsFor(env: string | undefined): CorsOptions {
          if (process.env.NODE_ENV === 'production') return { origin: 'https://app.example.com', credentials: true }
          return { origin: 'http://dev.example.com', credentials: true }
        }

        export default cors(optionsFor(process.env.NODE_ENV))
      `,
      },
      {
        name: 'a type',
        code: code`
        export interface Answer {
          readonly headers: { 'Access-Control-Allow-Origin': 'http://app.example.com'; 'Access-Control-Allow-Credentials': 'true' }
        }
      `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
