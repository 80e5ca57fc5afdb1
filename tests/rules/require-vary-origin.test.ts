import rule from '../../rules/require-vary-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('require-vary-origin', rule, {
  valid: [
    {
      name: 'Vary before the check',
      code: code`
        import { createServer } from 'node:http'

        const ALLOWED = new Set(['https://app.example.com'])
        createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        })
      `,
    },
    {
      name: "Express's own way",
      languageOptions: commonjs,
      code: code`
        const allowed = ['https://app.example.com'];

        module.exports = function (req, res, next) {
          res.vary('Origin');
          if (allowed.includes(req.get('Origin'))) res.set('Access-Control-Allow-Origin', req.get('Origin'));
          next();
        };
      `,
    },
    {
      name: 'Vary appended after the check',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.appendHeader('vary', 'origin')
          res.end()
        }
      `,
    },
    {
      name: 'one among several names',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = (req, res) => {
          res.setHeader('Vary', 'Accept-Encoding, Origin, Accept-Language')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a list of names',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = (req, res) => {
          res.vary(['Accept', 'Origin'])
          if (LIST.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.json([])
        }
      `,
    },
    {
      name: 'a star, which varies on everything',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = (req, res) => {
          res.setHeader('Vary', '*')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'the vary package',
      code: code`
        import vary from 'vary'
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          vary(res, 'Origin')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'in both branches',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (LIST.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            res.setHeader('Vary', 'Origin')
          } else {
            res.setHeader('Vary', 'Origin')
            res.statusCode = 403
          }
          res.end()
        }
      `,
    },
    {
      name: 'before an early return',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Vary', 'Origin')
          if (!LIST.includes(req.headers.origin)) return res.writeHead(403).end()
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'in an object for writeHead',
      code: code`
        const LIST = ['https://app.example.com']

        export const listener = (req, res) => {
          const { origin } = req.headers
          res.writeHead(200, { Vary: 'Origin', ...(LIST.includes(origin) && { 'Access-Control-Allow-Origin': origin }) })
          res.end()
        }
      `,
    },
    {
      name: 'in a flat list for writeHead',
      code: code`
        export const listener = (req, res) => {
          const allowed = req.headers.origin === 'https://app.example.com' ? ['Access-Control-Allow-Origin', req.headers.origin] : []
          res.writeHead(200, ['Vary', 'Origin', ...allowed])
          res.end()
        }
      `,
    },
    {
      name: 'in a middleware of its own',
      code: code`
        const LIST = ['https://app.example.com']

        export const vary = (req, res, next) => {
          res.vary('Origin')
          next()
        }
        export const allow = (req, res, next) => {
          if (LIST.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          next()
        }
      `,
    },
    {
      name: 'in a helper',
      code: code`
        const LIST = ['https://app.example.com']

        function allow(req, res) {
          res.setHeader('Vary', 'Origin')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
        }

        export function handler(req, res) {
          allow(req, res)
          res.end()
        }
      `,
    },
    {
      name: 'an origin that cannot be seen, on a response of another module',
      code: code`
        import { response } from './context.js'
        import { isKnown } from './known.js'

        export function allow(origin) {
          if (isKnown(origin)) response.setHeader('Access-Control-Allow-Origin', origin)
        }
      `,
    },
    {
      name: 'a name that is not known',
      code: code`
        import { VARY } from './headers.js'
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Vary', VARY)
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'Headers of a worker',
      code: code`
        const LIST = ['https://app.example.com']

        export default {
          async fetch(request) {
            const headers = new Headers([['Vary', 'Origin']])
            const origin = request.headers.get('Origin')
            if (LIST.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
            return new Response('ok', { headers })
          },
        }
      `,
    },
    {
      name: 'an object for a Response',
      code: code`
        const LIST = ['https://app.example.com']

        export const GET = (request) => {
          const origin = request.headers.get('Origin')
          return Response.json([], {
            headers: LIST.includes(origin) ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : { Vary: 'Origin' },
          })
        }
      `,
    },
    {
      name: 'a Lambda result',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = async (event) => {
          const headers = { vary: 'Origin' }
          if (LIST.includes(event.headers.origin)) headers['Access-Control-Allow-Origin'] = event.headers.origin
          return { statusCode: 200, headers }
        }
      `,
    },
    {
      name: 'one origin for everyone',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
    },
    {
      name: 'one origin of the environment for everyone',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res) => {
          res.set('Access-Control-Allow-Origin', process.env.WEB_ORIGIN)
          res.json({})
        }
      `,
    },
    {
      name: 'one origin that another part of the request decides',
      code: code`
        const ORIGINS = { '/shop': 'https://shop.example.com' }

        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', ORIGINS[req.url] ?? 'https://app.example.com')
          res.end()
        }
      `,
    },
    {
      name: 'everyone, which another rule reports',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
    },
    {
      name: 'an echo, which another rule reports',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a check without effect, which another rule reports',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (!LIST.includes(req.headers.origin)) console.warn('unknown')
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'the cors package, which sends it',
      code: code`
        import cors from 'cors'
        const LIST = ['https://app.example.com']
        export const array = cors({ origin: LIST })
        export const callback = cors({ origin: (origin, done) => done(null, LIST.includes(origin)) })
      `,
    },
    {
      name: 'an answer that no cache keeps',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Cache-Control', 'no-store')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'the preflight alone, by its method',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (req.method === 'OPTIONS' && LIST.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
    },
    {
      name: 'the preflight alone, by its route',
      languageOptions: commonjs,
      code: code`
        const LIST = ['https://app.example.com']
        module.exports = (app) => {
          app.options('/items', (req, res) => {
            if (LIST.includes(req.get('origin'))) res.set('Access-Control-Allow-Origin', req.get('origin'))
            res.sendStatus(204)
          })
        }
      `,
    },
    {
      name: 'the preflight alone, by its handler',
      code: code`
        import { isAllowed } from './allowed.js'

        export async function OPTIONS(request) {
          const origin = request.headers.get('Origin')
          return new Response(null, { headers: isAllowed(origin) ? { 'Access-Control-Allow-Origin': origin } : {} })
        }
      `,
    },
    {
      name: 'an origin while developing',
      code: code`
        export function handler(req, res) {
          if (process.env.NODE_ENV === 'development') res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'an origin while developing, by a name from the settings',
      settings: { cors: { developmentGuards: ['onLaptop'] } },
      code: code`
        import { onLaptop } from './flags.js'
        const LIST = ['http://localhost:3000']

        export function handler(req, res) {
          if (onLaptop && LIST.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
    },
    {
      name: 'a request to another server',
      code: code`
        export const call = (req) =>
          fetch('https://api.example.com', { headers: { 'Access-Control-Allow-Origin': req.headers.origin } })
      `,
    },
    {
      name: 'a collection of headers that is not sent',
      code: code`
        const LIST = ['https://app.example.com']

        export function log(req) {
          const seen = new Map()
          if (LIST.includes(req.headers.origin)) seen.set('Access-Control-Allow-Origin', req.headers.origin)
          console.log(seen)
        }
      `,
    },
    {
      name: 'an expectation',
      code: code`
        import { handler } from './handler.js'

        test('answers the origin that asks', async () => {
          const origin = 'https://app.example.com'
          expect(await handler({ headers: { origin } })).toEqual({
            statusCode: 200,
            headers: { 'Access-Control-Allow-Origin': origin },
          })
        })
      `,
    },
    {
      name: 'text and comments',
      code: code`
        // if (list.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
        export const docs = "Send Vary: Origin beside Access-Control-Allow-Origin."
      `,
    },
    {
      name: 'odd code',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res?.setHeader?.(...['Access-Control-Allow-Origin', req.headers.origin])
          res.setHeader()
          res.setHeader('Access-Control-Allow-Origin')
          res[LIST[0]]('Access-Control-Allow-Origin', req.headers.origin)
          res.vary()
        }
      `,
    },
  ],
  invalid: [],
})

runRule(
  'require-vary-origin',
  rule,
  {
    valid: [
      {
        name: 'types alone',
        code: code`
          export interface AllowedHeaders {
            'Access-Control-Allow-Origin'?: \`https://\${string}\`
            Vary: 'Origin'
          }
          export declare function handler(req: Request, headers: AllowedHeaders): Response
        `,
      },
      {
        name: 'a typed middleware',
        code: code`
          import type { Request, Response, NextFunction } from 'express'

          const LIST = new Set<string | undefined>(['https://app.example.com'])

          export function allow(req: Request, res: Response, next: NextFunction): void {
            res.vary('Origin')
            if (LIST.has(req.headers.origin)) res.header('Access-Control-Allow-Origin', req.headers.origin!)
            next()
          }
        `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
