import rule from '../../rules/no-shared-suffix-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-shared-suffix-origin', rule, {
  valid: [
    {
      name: "an exact tenant that is one's own",
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://my-shop.vercel.app', 'https://my-shop.pages.dev'], credentials: true })
      `,
    },
    {
      name: 'an exact tenant in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://octocat.github.io')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'a tenant or its own domain, by ===',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('Origin')
          res.vary('Origin')
          if (origin === 'https://my-shop.netlify.app' || origin === 'https://shop.example.com') {
            res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
          }
          next()
        })
      `,
    },
    {
      name: "any subdomain of one's own",
      code: code`
        import cors from 'cors'

        export const options = { origin: /^https:\/\/[a-z0-9-]+\.example\.com$/, credentials: true }
        export default cors(options)
      `,
    },
    {
      name: "any subdomain of one's own, by its end",
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')

        module.exports = cors({
          credentials: true,
          origin: (origin, callback) => {
            if (!origin) return callback(null, false)
            const { protocol, hostname } = new URL(origin)
            callback(null, protocol === 'https:' && hostname.endsWith('.example.com'))
          },
        })
      `,
    },
    {
      name: 'the deployments of one tenant, whose name is a domain of its own',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/[\w-]+\.my-site\.pages\.dev$/ })
      `,
    },
    {
      name: 'previews whose name ends with that of the site',
      code: code`
        import cors from 'cors'

        const PREVIEW = /^https:\/\/deploy-preview-\d+--my-shop\.netlify\.app$/
        export default cors({ credentials: true, origin: ['https://shop.example.com', PREVIEW] })
      `,
    },
    {
      name: 'a shared suffix without credentials',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/[a-z0-9-]+\.vercel\.app$/ })
      `,
    },
    {
      name: 'a shared suffix without credentials, by hand',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          const { origin = '' } = req.headers
          res.setHeader('Vary', 'Origin')
          if (/^https:\/\/[a-z0-9-]+\.github\.io$/.test(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'credentials for another answer than the suffix',
      code: code`
        import express from 'express'

        const app = express()
        app.get('/me', (req, res) => {
          const { origin = '' } = req.headers
          res.vary('Origin')
          if (origin === 'https://shop.example.com') {
            res.set('Access-Control-Allow-Origin', origin)
            res.set('Access-Control-Allow-Credentials', 'true')
          } else if (/^https:\/\/[a-z0-9-]+\.vercel\.app$/.test(origin)) {
            res.set('Access-Control-Allow-Origin', origin)
          }
          res.json({})
        })
      `,
    },
    {
      name: 'credentials that are off',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/.+\.herokuapp\.com$/, credentials: false })
      `,
    },
    {
      name: 'credentials that cannot be seen',
      code: code`
        import cors from 'cors'
        import { credentials } from './config.js'

        export default cors({ origin: /^https:\/\/.+\.herokuapp\.com$/, credentials })
      `,
    },
    {
      name: 'previews while developing',
      code: code`
        import cors from 'cors'

        const origin = ['https://shop.example.com']
        if (process.env.NODE_ENV !== 'production') origin.push(/^https:\/\/.+\.vercel\.app$/)
        export default cors({ origin, credentials: true })
      `,
    },
    {
      name: 'a playground while developing',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          if (process.env.NODE_ENV === 'development') {
            res.setHeader('Access-Control-Allow-Origin', 'https://codepen.io')
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'a playground without credentials',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://codepen.io', 'https://jsfiddle.net'] })
      `,
    },
    {
      name: "a bucket of one's own",
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://my-bucket.s3.amazonaws.com', 'https://my-fiddle.codepen.example.com'] })
      `,
    },
    {
      name: 'a suffix of configuration',
      code: code`
        import cors from 'cors'

        const { PREVIEW_SUFFIX } = process.env
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, origin?.endsWith(PREVIEW_SUFFIX) ?? false),
        })
      `,
    },
    {
      name: 'a predicate of another file',
      code: code`
        import cors from 'cors'
        import { isPreview } from './vercel.js'

        export default cors({ credentials: true, origin: (origin, done) => done(null, isPreview(origin, '.vercel.app')) })
      `,
    },
    {
      name: 'a suffix and a list: both have to hold',
      code: code`
        import cors from 'cors'

        const TENANTS = new Set(['https://my-shop.vercel.app', 'https://my-blog.vercel.app'])
        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (!origin?.endsWith('.vercel.app')) return callback(new Error('not ours'))
            if (!TENANTS.has(origin)) return callback(null, false)
            callback(null, true)
          },
        })
      `,
    },
    {
      name: 'a host that is refused',
      code: code`
        import cors from 'cors'

        const ALLOWED = ['https://shop.example.com']
        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (/\.ngrok\.io$/.test(origin ?? '')) return callback(null, false)
            callback(null, ALLOWED.includes(origin))
          },
        })
      `,
    },
    {
      name: 'several pages of everybody, everybody let in anyway',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://codepen.io', true], credentials: true })
      `,
    },
    {
      name: 'a pattern without an end, which another rule reports',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /vercel\.app/, credentials: true })
      `,
    },
    {
      name: 'a request to another server',
      code: code`
        export const load = () => fetch('https://codepen.io/api', { headers: { 'Access-Control-Allow-Origin': 'https://codepen.io' } })
      `,
    },
    {
      name: 'a worker that knows its previews by an exact name',
      code: code`
        const PAGES = 'my-shop.pages.dev'

        export default {
          async fetch(request) {
            const headers = new Headers({ Vary: 'Origin' })
            const origin = request.headers.get('Origin') ?? ''
            if (origin === \`https://\${PAGES}\`) {
              headers.set('Access-Control-Allow-Origin', origin)
              headers.set('Access-Control-Allow-Credentials', 'true')
            }
            return new Response('{}', { headers })
          },
        }
      `,
    },
    {
      name: 'credentials in a middleware of their own, which are not connected',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.vary('Origin')
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        })
        app.use((req, res, next) => {
          const { origin = '' } = req.headers
          res.vary('Origin')
          if (/^https:\/\/[a-z]+\.fly\.dev$/.test(origin)) res.set('Access-Control-Allow-Origin', origin)
          next()
        })
      `,
    },
    {
      name: 'previews whose name begins with that of the site',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: [/^https:\/\/my-shop--[a-z0-9-]+\.web\.app$/, /^https:\/\/my-shop--pr\d+-\w+\.firebaseapp\.com$/] })
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-shared-suffix-origin',
  rule,
  {
    valid: [
      {
        name: 'previews while developing, by a spread',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const isProduction: boolean = process.env.NODE_ENV === 'production'
        const options: CorsOptions = {
          origin: ['https://shop.example.com', ...(isProduction ? [] : [/^https:\/\/[a-z-]+\.ngrok-free\.app$/])],
          credentials: true,
        }
        export default cors(options)
      `,
      },
      {
        name: 'a suffix that is used for something else',
        code: code`
        import cors from 'cors'

        const PREVIEWS = /^https:\/\/[a-z0-9-]+\.vercel\.app$/
        export const isPreview = (url: string): boolean => PREVIEWS.test(url)
        export const middleware = cors({ origin: 'https://shop.example.com', credentials: true })
      `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
