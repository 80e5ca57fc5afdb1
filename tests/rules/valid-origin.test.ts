import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [
    {
      name: 'origins as browsers send them',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'https://app.example.com:8443', 'http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000'] })
      `,
    },
    {
      name: 'a host in punycode',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://xn--bcher-kva.example' })
      `,
    },
    {
      name: 'schemes of apps and extensions',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['capacitor://localhost', 'tauri://localhost', 'app://obsidian.md', 'chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb', 'moz-extension://d5438889-adf7-4ea7-90c5-4a18c34c9d0c'] })
      `,
    },
    {
      name: 'a port that belongs to the other scheme',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['http://app.example.com:443', 'https://app.example.com:80'] })
      `,
    },
    {
      name: 'hosts that are compared with hosts',
      code: code`
        import cors from 'cors'

        const HOSTS = ['app.example.com', 'localhost:3000', 'Admin.example.com'.toLowerCase()]
        export default cors({
          origin(origin, callback) {
            if (!origin) return callback(null, false)
            const { protocol, host } = new URL(origin)
            callback(null, protocol === 'https:' && HOSTS.includes(host))
          },
        })
      `,
    },
    {
      name: 'hosts that become origins',
      code: code`
        import cors from 'cors'

        const HOSTS = ['app.example.com', 'admin.example.com']
        export default cors({ origin: HOSTS.map((host) => \`https://\${host}\`) })
      `,
    },
    {
      name: 'hosts that become origins where they are compared',
      code: code`
        import express from 'express'

        const HOSTS = ['app.example.com', 'admin.example.com']
        const app = express()
        app.use((req, res, next) => {
          const origin = req.get('Origin')
          res.vary('Origin')
          if (HOSTS.some((host) => origin === \`https://\${host}\`)) res.set('Access-Control-Allow-Origin', origin)
          next()
        })
      `,
    },
    {
      name: 'an end that is looked for',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          const { origin = '' } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin.startsWith('https://') && origin.endsWith('.example.com')) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'a beginning with the port left open',
      code: code`
        import cors from 'cors'

        export default cors({ origin: (origin, callback) => callback(null, !!origin?.startsWith('http://localhost:')) })
      `,
    },
    {
      name: 'addresses that are shortened before they are compared',
      code: code`
        import cors from 'cors'

        const SITES = ['https://app.example.com/', 'https://admin.example.com/dashboard']
        const ORIGINS = SITES.map((site) => new URL(site).origin)
        export default cors({ origin: ORIGINS })
      `,
    },
    {
      name: 'a slash that is cut off',
      code: code`
        import cors from 'cors'

        const SITE = 'https://app.example.com/'
        export default cors({ origin: SITE.replace(/\/$/, '') })
      `,
    },
    {
      name: 'a slash that is put on before comparing',
      code: code`
        import { createServer } from 'node:http'

        const PAGES = ['https://app.example.com/', 'https://admin.example.com/']

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (PAGES.includes(\`\${origin}/\`)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'upper case that is lowered',
      code: code`
        import cors from 'cors'

        const ALLOWED = ['https://App.Example.com'].map((one) => one.toLowerCase())
        export default cors({ origin: (origin, callback) => callback(null, ALLOWED.includes(origin)) })
      `,
    },
    {
      name: 'white space that is cut off',
      code: code`
        import cors from 'cors'

        const ALLOWED = 'https://app.example.com, https://admin.example.com'.split(',').map((one) => one.trim())
        export default cors({ origin: ALLOWED })
      `,
    },
    {
      name: 'a text that is split',
      code: code`
        import cors from 'cors'

        const ALLOWED = 'https://app.example.com https://admin.example.com'
        export default cors({ origin: ALLOWED.split(' ') })
      `,
    },
    {
      name: 'a list of configuration',
      code: code`
        import cors from 'cors'

        export default cors({ origin: process.env.CORS_ORIGINS.split(',') })
      `,
    },
    {
      name: 'the address of a request',
      code: code`
        export const load = () => fetch('https://app.example.com/items', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com/' } })
      `,
    },
    {
      name: 'everyone, and nobody, which other rules report',
      code: code`
        import cors from 'cors'

        export const everyone = cors({ origin: '*' })
        export const sandboxed = cors({ origin: 'null' })
        export const nobody = cors({ origin: '' })
      `,
    },
    {
      name: 'a star around which there is white space',
      code: code`
        export const handler = (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', ' * ')
          res.end('{}')
        }
      `,
    },
    {
      name: 'a pattern',
      code: code`
        import cors from 'cors'

        export default cors({ origin: [/^https:\/\/[a-z0-9-]+\.example\.com$/, /\/$/] })
      `,
    },
    {
      name: 'a text that is no origin at all',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['disabled'] })
      `,
    },
    {
      name: 'the same origin in two lists',
      code: code`
        import cors from 'cors'

        const APP = ['https://app.example.com']
        const ADMIN = ['https://app.example.com', 'https://admin.example.com']
        export const forApp = cors({ origin: APP })
        export const forAdmin = cors({ origin: ADMIN })
      `,
    },
    {
      name: 'the same origin from two lists that are joined',
      code: code`
        import cors from 'cors'

        const BASE = ['https://app.example.com']
        const MORE = ['https://app.example.com', 'https://admin.example.com']
        export default cors({ origin: [...BASE, ...MORE] })
      `,
    },
    {
      name: 'the same origin with another port, scheme or label',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://app.example.com', 'https://app.example.com:8443', 'https://www.app.example.com'] })
      `,
    },
    {
      name: 'a slash while developing',
      code: code`
        import cors from 'cors'

        const origin = process.env.NODE_ENV === 'production' ? 'https://app.example.com' : 'localhost:3000/'
        export default cors({ origin })
      `,
    },
    {
      name: 'a stranger that is refused by name',
      code: code`
        import cors from 'cors'

        const BLOCKED = ['https://bad.example.org/', 'spam.example.net']
        const ALLOWED = ['https://app.example.com']
        export default cors({
          origin: (origin, callback) => callback(null, !BLOCKED.includes(origin) && ALLOWED.includes(origin)),
        })
      `,
    },
    {
      name: 'a path that the path is compared with',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.vary('Origin')
          if (req.path === '/public/' && req.headers.origin === 'https://app.example.com') {
            res.set('Access-Control-Allow-Origin', req.headers.origin)
          }
          next()
        })
      `,
    },
    {
      name: 'the origin of another address of the same answer',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(302, { Location: 'https://app.example.com/', 'Access-Control-Allow-Origin': 'https://app.example.com' })
          res.end()
        }).listen(8080)
      `,
    },
    {
      name: 'a parser that takes the path off',
      code: code`
        export default {
          async fetch(request) {
            const { origin } = new URL('https://app.example.com/shop?x=1')
            return new Response('{}', { headers: { 'Access-Control-Allow-Origin': origin } })
          },
        }
      `,
    },
    {
      name: 'an origin that is cut out of an address with a path',
      code: code`
        import cors from 'cors'

        const [scheme, , host] = 'https://app.example.com/shop'.split('/')
        export default cors({ origin: \`\${scheme}//\${host}\` })
      `,
    },
    {
      name: 'pages whose origins the callback compares',
      code: code`
        import cors from 'cors'

        const PAGES = ['https://app.example.com/start', 'https://admin.example.com/#/users']
        export default cors({
          origin: (origin, callback) => callback(null, PAGES.some((page) => new URL(page).origin === origin)),
        })
      `,
    },
    {
      name: 'hosts of a regular expression',
      code: code`
        import cors from 'cors'

        const HOSTS = ['app.example.com', 'admin.example.com']
        const pattern = new RegExp(\`^https://(?:\${HOSTS.map((host) => host.replaceAll('.', '\\.')).join('|')})$\`)
        export default cors({ origin: pattern })
      `,
    },
    {
      name: 'a predicate of another file that knows globs',
      code: code`
        import cors from 'cors'
        import { matches } from './globs.js'

        const GLOBS = ['https://*.example.com', 'https://app.example.org/']
        export default cors({ origin: (origin, callback) => callback(null, matches(GLOBS, origin)) })
      `,
    },
    {
      name: 'a list that another file may normalise',
      code: code`
        import cors from 'cors'
        import { normalise } from './origins.js'

        export default cors({ origin: normalise(['https://App.example.com/', 'admin.example.com']) })
      `,
    },
    {
      name: 'a proxy that is told its target',
      code: code`
        import { createServer } from 'node:http'

        const TARGET = 'http://api.internal:8080/v1/'

        createServer(async (req, res) => {
          const answer = await fetch(new URL(req.url, TARGET))
          res.writeHead(answer.status, { 'Access-Control-Allow-Origin': 'https://app.example.com' })
          res.end(await answer.text())
        }).listen(8080)
      `,
    },
    {
      name: "the origin of a Lambda's stage",
      languageOptions: commonjs,
      code: code`
        const { STAGE } = process.env

        exports.handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': \`https://\${STAGE}.example.com\` },
          body: '{}',
        })
      `,
    },
    {
      name: 'a response that is read, not written',
      code: code`
        export async function isOpen(url) {
          const response = await fetch(url)
          return response.headers.get('Access-Control-Allow-Origin') === 'https://app.example.com/'
        }
      `,
    },
    {
      name: 'the same text in a list and a comparison',
      code: code`
        import cors from 'cors'

        const MAIN = 'https://app.example.com'
        export default cors({
          origin: (origin, callback) => callback(null, origin === MAIN || ['https://app.example.com'].includes(origin)),
        })
      `,
    },
  ],
  invalid: [],
})

runRule(
  'valid-origin',
  rule,
  {
    valid: [
      {
        name: 'addresses for something else',
        code: code`
        import cors from 'cors'

        export const links = { home: 'https://app.example.com/', docs: 'https://docs.example.com/start?x=1', mail: 'example.com' }
        export const csp = ["'self'", '*.example.com', 'https://cdn.example.com/']
        export const middleware = cors({ origin: 'https://app.example.com' })
      `,
      },
      {
        name: 'a type',
        code: code`
        export interface Options {
          origin: 'https://app.example.com/' | 'example.com'
          header: 'Access-Control-Allow-Origin'
        }
      `,
      },
      {
        name: 'hosts of a raw server, scheme apart',
        code: code`
        import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

        const HOSTS: readonly string[] = ['app.example.com', '*.example.com']

        createServer((req: IncomingMessage, res: ServerResponse) => {
          const [scheme, host = ''] = (req.headers.origin ?? '').split('://')
          res.setHeader('Vary', 'Origin')
          if (scheme === 'https' && HOSTS.includes(host)) res.setHeader('Access-Control-Allow-Origin', \`https://\${host}\`)
          res.end('{}')
        }).listen(8080)
      `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
