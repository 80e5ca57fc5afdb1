import rule from '../../rules/no-reflected-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-reflected-origin', rule, {
  valid: [
    {
      name: 'a list asked by includes',
      code: code`
        import http from 'node:http'

        const TRUSTED = ['https://app.example.com', 'https://shop.example.com']
        http.createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          if (TRUSTED.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        })
      `,
    },
    {
      name: 'a Set asked by has',
      languageOptions: commonjs,
      code: code`
        const trusted = new Set(["https://app.example.com"]);

        module.exports = function (req, res, next) {
          const origin = req.get("Origin");
          res.vary("Origin");
          if (trusted.has(origin)) {
            res.set("Access-Control-Allow-Origin", origin);
          }
          next();
        };
      `,
    },
    {
      name: 'some with strict equality',
      code: code`
        const tenants = [{ url: 'https://app.example.com' }]

        export function middleware(req, res, next) {
          const origin = req.header('origin')
          const tenant = tenants.some(({ url }) => url === origin)
          if (tenant) res.header('Access-Control-Allow-Origin', origin).vary('Origin')
          next()
        }
      `,
    },
    {
      name: 'a switch that names the origins',
      code: code`
        import cors from 'cors'

        export default cors({
          origin(origin, done) {
            switch (origin) {
              case 'https://app.example.com':
                return done(null, true)
              default:
                return done(new Error('refused'))
            }
          },
        })
      `,
    },
    {
      name: 'a lookup in a Map',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const customers = new Map([['https://app.example.com', 7]])

        module.exports = cors({ origin: (origin, cb) => cb(null, customers.get(origin) !== undefined) })
      `,
    },
    {
      name: 'a lookup in an object',
      code: code`
        const SITES = { 'https://app.example.com': true }

        export async function GET(request) {
          const origin = request.headers.get('origin')
          const headers = new Headers({ Vary: 'Origin' })
          if (SITES[origin]) headers.set('Access-Control-Allow-Origin', origin)
          return new Response(null, { headers })
        }
      `,
    },
    {
      name: 'an early return for everybody else',
      code: code`
        export function handler(req, res) {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin !== 'https://app.example.com') {
            res.writeHead(403).end()
            return
          }
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
    },
    {
      name: 'an early throw for everybody else',
      code: code`
        import { HttpError } from './errors.js'
        const KNOWN = Object.freeze(['https://app.example.com'])

        export default async (request) => {
          const origin = request.headers.get('Origin')
          if (!KNOWN.includes(origin)) throw new HttpError(403)
          return Response.json({}, { headers: { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } })
        }
      `,
    },
    {
      name: 'a predicate of another module',
      code: code`
        import cors from 'cors'
        import { isTrusted } from './trust.js'
        export default cors({ credentials: true, origin: (origin, cb) => cb(null, isTrusted(origin)) })
      `,
    },
    {
      name: 'a predicate of another module that is awaited',
      code: code`
        import { lookUp } from './tenants.js'

        export async function handler(req, res) {
          if (await lookUp(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'an assertion of another module',
      code: code`
        import { assertTrustedOrigin } from './trust.js'

        export function handler(req, res) {
          assertTrustedOrigin(req.headers.origin)
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'membership as the answer of the callback',
      code: code`
        import cors from 'cors'
        const list = process.env.ORIGINS.split(',')
        export default cors({ origin: (o, cb) => { cb(null, list.includes(o)) } })
      `,
    },
    {
      name: 'requests without an origin, or a listed one',
      code: code`
        import cors from 'cors'

        const list = ['https://app.example.com']
        export const options = {
          origin: (origin, callback) => (!origin || list.includes(origin) ? callback(null, true) : callback(null, false)),
        }
        export default cors(options)
      `,
    },
    {
      name: 'true only behind an exact match',
      code: code`
        import cors from 'cors'

        const delegate = (req, callback) => {
          const trusted = ['https://app.example.com'].indexOf(req.header('Origin')) >= 0
          callback(null, trusted ? { origin: true, credentials: true } : { origin: false })
        }
        export default cors(delegate)
      `,
    },
    {
      name: 'true while developing',
      code: code`
        import cors from 'cors'
        const { NODE_ENV } = process.env
        export default cors({ origin: NODE_ENV === 'development' || 'https://app.example.com', credentials: true })
      `,
    },
    {
      name: 'an echo while developing, by a name from the settings',
      settings: { cors: { developmentGuards: ['isPreview'] } },
      code: code`
        import { isPreview } from '../flags.js'

        export function handler(req, res) {
          if (isPreview) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'an echo while testing',
      code: code`
        import cors from 'cors'
        export default (app) => {
          if (process.env.NODE_ENV === 'test') app.use(cors({ origin: true, credentials: true }))
        }
      `,
    },
    {
      name: 'a callback that is open while developing',
      code: code`
        import cors from 'cors'

        const isDev = process.env.NODE_ENV !== 'production'
        export default cors({
          origin: (origin, callback) => {
            if (isDev) return callback(null, true)
            callback(null, origin === 'https://app.example.com')
          },
        })
      `,
    },
    {
      name: 'the entry of the list instead of the header',
      code: code`
        const list = ['https://app.example.com', 'https://admin.example.com']

        export function handler(req, res) {
          const match = list.find((entry) => entry === req.headers.origin)
          res.setHeader('Vary', 'Origin')
          if (match) res.setHeader('Access-Control-Allow-Origin', match)
          res.end()
        }
      `,
    },
    {
      name: 'the host of the request looked up in a table',
      code: code`
        import { origins } from './tenants.js'

        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', origins[req.headers.host])
          res.end()
        }
      `,
    },
    {
      name: 'the requested method and headers echoed',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', req.headers['access-control-request-headers'])
          res.setHeader('Access-Control-Allow-Methods', req.headers['access-control-request-method'])
          res.end()
        }
      `,
    },
    {
      name: 'the origin sent on to another server',
      code: code`
        export async function handler(req, res) {
          const answer = await fetch('https://api.example.com', {
            headers: { Origin: req.headers.origin, 'Access-Control-Allow-Origin': req.headers.origin },
          })
          res.end(await answer.text())
        }
      `,
    },
    {
      name: 'the origin in other headers',
      code: code`
        export function handler(req, res) {
          // Not Access-Control-Allow-Origin:
          res.setHeader('X-Seen-Origin', req.headers.origin)
          res.setHeader('Content-Security-Policy', \`frame-ancestors \${req.headers.origin}\`)
          res.end()
        }
      `,
    },
    {
      name: 'a function called cors that echoes nothing',
      code: code`
        function cors({ origin }) {
          return (req) => req.headers.origin === origin
        }
        export const check = cors({ origin: true })
      `,
    },
    {
      name: 'another package with such an option',
      code: code`
        import { createGateway } from 'gateway-cors'
        export default createGateway({ origin: true, cors: (origin) => origin })
      `,
    },
    {
      name: 'other options called origin',
      code: code`
        import sharp from 'sharp'
        import { Server } from 'ws'
        // cors
        export const image = sharp('a.png').resize({ origin: true })
        export const server = new Server({ origin: (origin, callback) => callback(null, true) })
      `,
    },
    {
      name: 'options and callbacks of other modules',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const { corsOptions, originCallback } = require('./options')
        module.exports = [cors(corsOptions), cors({ origin: originCallback })]
      `,
    },
    {
      name: 'a callback that never answers',
      code: code`
        import cors from 'cors'
        export default cors({ origin: () => {} })
      `,
    },
    {
      name: 'refusals alone',
      code: code`
        import cors from 'cors'
        export default cors({
          origin: function (origin, callback) {
            if (origin) return callback(new Error('no'), true)
            callback(null)
          },
        })
      `,
    },
    {
      name: 'expressions that narrow the pattern',
      code: code`
        import cors from 'cors'
        export default cors({ origin: [/^https:\/\/[a-z]+\.example\.com$/, 'https://app.example.com'], credentials: true })
      `,
    },
    {
      name: 'text and comments',
      code: code`
        // res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
        export const bad = 'cors({ origin: true })'
      `,
    },
    {
      name: 'a reader of the header',
      code: code`
        export async function probe(url) {
          const response = await fetch(url, { headers: { Origin: 'https://evil.example' } })
          return response.headers.get('Access-Control-Allow-Origin') === 'https://evil.example'
        }
      `,
    },
    {
      name: 'odd code around the option',
      code: code`
        import cors from 'cors'
        export const computed = (name) => cors({ [name]: true, ['o' + name]: (o, cb) => cb(null, true) })
        export const getter = cors({ get origin() { return ['https://app.example.com'] } })
        export const method = cors({ async *origin() {} })
        export const optional = cors?.({ origin: undefined })
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-reflected-origin',
  rule,
  {
    valid: [
      {
        name: 'types that name the option',
        code: code`
          import type { CorsOptions, CustomOrigin } from 'cors'

          export type Options = Omit<CorsOptions, 'origin'> & { origin: true }
          export const handlers: { origin?: CustomOrigin } = {}
        `,
      },
      {
        name: 'a list as a tuple',
        code: code`
          import cors from 'cors'

          const LIST = ['https://app.example.com', 'https://shop.example.com'] as const
          const isListed = (origin?: string): origin is (typeof LIST)[number] => LIST.some((one) => one === origin)

          export default cors({ origin: (origin, callback) => callback(null, isListed(origin)) })
        `,
      },
      {
        name: 'a private check of a class',
        code: code`
          import type { Request, Response } from 'express'

          export class Gate {
            private readonly trusted = new Set<string>(['https://app.example.com'])

            handle(req: Request, res: Response): void {
              const origin = req.headers.origin!
              res.vary('Origin')
              if (!this.trusted.has(origin)) return void res.sendStatus(403)
              res.header('Access-Control-Allow-Origin', origin)
            }
          }
        `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
