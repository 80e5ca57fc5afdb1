import rule from '../../rules/no-wildcard-with-credentials.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-wildcard-with-credentials', rule, {
  valid: [
    {
      name: 'listed origins with credentials',
      code: code`
        import cors from 'cors'
        import connect from 'connect'

        connect().use(cors({ credentials: true, origin: ['https://app.example.com'] }))
      `,
    },
    {
      name: 'a star alone',
      languageOptions: commonjs,
      code: code`
        const cors = require("cors");
        module.exports = cors({ origin: "*" });
      `,
    },
    {
      name: 'a star and credentials switched off',
      code: code`
        import cors from 'cors'
        export default cors({ origin: '*', credentials: false })
      `,
    },
    {
      name: 'a star and credentials left undefined',
      code: code`
        import cors from 'cors'
        export default cors({ origin: '*', credentials: undefined, maxAge: 60 })
      `,
    },
    {
      name: 'a star and credentials as text, which cors ignores',
      code: code`
        import cors from 'cors'
        export default cors({ origin: '*', credentials: 'true' })
      `,
    },
    {
      name: 'a star and a truthy number, which cors ignores',
      code: code`
        import cors from 'cors'
        export default cors({ credentials: 1 })
      `,
    },
    {
      name: 'the origin echoed with credentials, which another rule reports',
      code: code`
        import cors from 'cors'
        export default cors({ origin: true, credentials: true })
      `,
    },
    {
      name: 'a wildcard on one route and credentials on another',
      code: code`
        import cors from 'cors'
        import { Router } from 'express'

        export const router = Router()
        router.get('/fonts/:name', cors({ origin: '*' }), (req, res) => res.sendFile(req.params.name))
        router.get('/me', cors({ origin: 'https://app.example.com', credentials: true }), (req, res) => res.json(req.user))
      `,
    },
    {
      name: 'two options that exclude each other',
      code: code`
        import cors from 'cors'

        const isPublic = (req) => req.path.startsWith('/public')
        const delegate = (req, callback) => {
          if (isPublic(req)) callback(null, { origin: '*' })
          else callback(null, { origin: 'https://app.example.com', credentials: true })
        }
        export default cors(delegate)
      `,
    },
    {
      name: 'one condition for both',
      code: code`
        import cors from 'cors'
        export const forAll = (open) =>
          cors({ origin: open ? '*' : 'https://app.example.com', credentials: open ? false : true })
      `,
    },
    {
      name: 'credentials removed again',
      code: code`
        import cors from 'cors'

        const base = { origin: '*', credentials: true }
        export default cors({ ...base, credentials: false })
      `,
    },
    {
      name: 'the origin replaced by a spread',
      code: code`
        import cors from 'cors'

        const base = { origin: '*', credentials: true }
        export default cors({ ...base, origin: ['https://app.example.com'] })
      `,
    },
    {
      name: 'both while developing',
      code: code`
        import cors from 'cors'

        const dev = process.env.NODE_ENV === 'development'
        export default cors({ origin: dev ? '*' : 'https://app.example.com', credentials: true })
      `,
    },
    {
      name: 'credentials while developing',
      settings: { cors: { developmentGuards: ['staging'] } },
      code: code`
        import cors from 'cors'
        import { staging } from './stage.js'
        export default cors(staging ? { origin: '*', credentials: true } : { origin: 'https://app.example.com' })
      `,
    },
    {
      name: 'both while developing, by an early return',
      languageOptions: commonjs,
      code: code`
        module.exports = function (req, res, next) {
          if (process.env.NODE_ENV === 'production') return next()
          res.set('Access-Control-Allow-Origin', '*')
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        }
      `,
    },
    {
      name: 'an origin that cannot be seen',
      code: code`
        import cors from 'cors'
        import { origin } from './config.js'
        export default cors({ origin, credentials: true })
      `,
    },
    {
      name: 'credentials that cannot be seen',
      code: code`
        import cors from 'cors'
        import { credentials } from './config.js'
        export default cors({ origin: 'https://app.example.com', credentials })
      `,
    },
    {
      name: 'options that cannot be seen',
      code: code`
        import cors from 'cors'
        import defaults from './cors-options.js'
        export const middleware = cors({ ...defaults, credentials: true })
      `,
    },
    {
      name: 'a list from the environment',
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.ORIGINS?.split(','), credentials: true })
      `,
    },
    {
      name: 'headers for one origin',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Credentials': 'true',
          })
          res.end()
        })
      `,
    },
    {
      name: 'headers for everyone in one function, for the signed-in in another',
      code: code`
        export function showLogo(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }

        export function showAccount(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.end()
        }
      `,
    },
    {
      name: 'headers in branches that exclude each other',
      code: code`
        export function handler(req, res) {
          if (req.url.startsWith('/assets/')) {
            res.setHeader('Access-Control-Allow-Origin', '*')
          } else {
            res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end()
        }
      `,
    },
    {
      name: 'an early return between a star and credentials',
      code: code`
        export default function handler(req, res) {
          if (!req.headers.cookie) {
            res.setHeader('Access-Control-Allow-Origin', '*')
            return res.end()
          }
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
    },
    {
      name: 'a header that says false',
      code: code`
        export const GET = () =>
          new Response('[]', {
            headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'false' },
          })
      `,
    },
    {
      name: 'a header that says True, which browsers do not accept',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'True' },
        })
      `,
    },
    {
      name: 'a star that is replaced before the answer goes out',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
    },
    {
      name: 'two responses',
      code: code`
        export async function fetch(request) {
          const open = new Response('a', { headers: { 'Access-Control-Allow-Origin': '*' } })
          const closed = new Response('b', { headers: { 'Access-Control-Allow-Credentials': 'true' } })
          return request.url.endsWith('/a') ? open : closed
        }
      `,
    },
    {
      name: 'requests that carry credentials',
      code: code`
        import axios from 'axios'

        export const client = axios.create({ withCredentials: true, headers: { 'Access-Control-Allow-Origin': '*' } })
        await fetch('https://api.example.com', {
          credentials: 'include',
          headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
        })
      `,
    },
    {
      name: 'a middleware of this project that is called cors',
      code: code`
        import { cors } from '../middleware/index.js'
        export default cors({ origin: '*', credentials: true })
      `,
    },
    {
      name: 'a function of this file that is called cors',
      languageOptions: commonjs,
      code: code`
        function cors(options) {
          return { credentials: options.credentials, origin: options.origin }
        }
        module.exports = cors({ origin: '*', credentials: true })
      `,
    },
    {
      name: 'options of other libraries',
      code: code`
        import { io } from 'socket.io-client'
        import { createTransport } from 'nodemailer'
        // cors
        export const socket = io('/', { origin: '*', credentials: true, withCredentials: true })
        export const mail = createTransport({ origin: '*', credentials: true })
      `,
    },
    {
      name: 'text and comments',
      code: code`
        // cors({ origin: '*', credentials: true })
        export const message = 'Access-Control-Allow-Origin: * with Access-Control-Allow-Credentials: true is refused.'
      `,
    },
    {
      name: 'expectations',
      code: code`
        test('the preflight', async () => {
          const response = await fetch('/', { method: 'OPTIONS' })
          expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
          expect(response.headers.get('Access-Control-Allow-Credentials')).toBe('true')
        })
      `,
    },
    {
      name: 'odd calls',
      code: code`
        import cors from 'cors'
        const all = [{ origin: '*', credentials: true }]
        export const made = new cors(...all)
        export const spread = cors(...all)
        export const nothing = [cors(undefined), cors(null), cors(0), cors?.(), cors(...[])]
        export const computed = cors({ ['orig' + 'in']: 'https://app.example.com', [all]: '*', credentials: true })
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-wildcard-with-credentials',
  rule,
  {
    valid: [
      {
        name: 'types alone',
        code: code`
          import type { CorsOptions } from 'cors'

          export type Open = CorsOptions & { origin: '*'; credentials: true }
          declare const options: { origin: '*'; credentials: true }
          export default options
        `,
      },
      {
        name: 'options of a class that are not known',
        code: code`
          import cors from 'cors'
          import { Injectable, type Config } from './framework.js'

          @Injectable()
          export class CorsMiddleware {
            constructor(private config: Config) {}
            use = cors({ origin: this.config.origin as string, credentials: this.config.credentials })
          }
        `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
