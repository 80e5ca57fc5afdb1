import rule from '../../rules/require-max-age.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('require-max-age', rule, {
  valid: [
    {
      name: 'a time in cors',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com', maxAge: 7200 }))
      `,
    },
    {
      name: 'the shortest and the longest',
      code: code`
        import cors from 'cors'

        export const short = cors({ origin: 'https://app.example.com', maxAge: 5 })
        export const long = cors({ origin: 'https://app.example.com', maxAge: 24 * 60 * 60 })
        export const text = cors({ origin: 'https://app.example.com', maxAge: '600' })
      `,
    },
    {
      name: 'a time that the environment decides',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', maxAge: Number(process.env.CORS_MAX_AGE) })
      `,
    },
    {
      name: 'a time of another file',
      code: code`
        import cors from 'cors'
        import { defaults, maxAge } from './config.js'

        export const spread = cors({ ...defaults, origin: 'https://app.example.com' })
        export const named = cors({ origin: 'https://app.example.com', maxAge })
        export const whole = cors(defaults)
      `,
    },
    {
      name: 'no options at all',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors())
      `,
    },
    {
      name: 'options that switch everything off',
      code: code`
        import cors from 'cors'

        export default cors({ origin: false })
      `,
    },
    {
      name: 'a time in headers',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.setHeader('Access-Control-Allow-Methods', 'PUT')
            res.setHeader('Access-Control-Max-Age', '600')
            res.statusCode = 204
          }
          res.end()
        }
      `,
    },
    {
      name: 'headers without a preflight',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Expose-Headers': 'X-Total' },
          body: '[]',
        })
      `,
    },
    {
      name: 'the time is sent by another function',
      code: code`
        export function cors(req, res, next) {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'PUT')
          next()
        }

        export function preflight(req, res) {
          res.set('Access-Control-Max-Age', '600').sendStatus(204)
        }
      `,
    },
    {
      name: 'headers that cannot be seen',
      code: code`
        import { preflightHeaders } from './headers.js'

        export function preflight(req, res) {
          res.set(preflightHeaders)
          res.set('Access-Control-Allow-Methods', 'PUT')
          res.end()
        }
      `,
    },
    {
      name: 'a header name that cannot be seen',
      code: code`
        export function preflight(req, res) {
          res.setHeader(process.env.EXTRA_HEADER, '600')
          res.setHeader('Access-Control-Allow-Headers', 'X-Tenant')
          res.end()
        }
      `,
    },
    {
      name: 'headers of another file in a response',
      code: code`
        import { base } from './headers.js'

        export const OPTIONS = () => new Response(null, { headers: { ...base, 'Access-Control-Allow-Methods': 'PUT' } })
      `,
    },
    {
      name: 'a middleware of one method',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        const limited = cors({ origin: 'https://app.example.com' })
        app.get('/report', limited, (req, res) => res.json([]))
        app.post('/report', [limited], (req, res) => res.json([]))
        app.delete('/report', cors({ origin: 'https://app.example.com' }), (req, res) => res.json([]))
      `,
    },
    {
      name: "a time that is no time is another rule's",
      code: code`
        import cors from 'cors'

        export const unit = cors({ origin: 'https://app.example.com', maxAge: '1h' })
        export const negative = cors({ origin: 'https://app.example.com', maxAge: -1 })
        export const milliseconds = cors({ origin: 'https://app.example.com', maxAge: 86_400_000 })
      `,
    },
    {
      name: 'in development only',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: 'http://localhost:5173' }))
      `,
    },
    {
      name: 'a short time in development only',
      code: code`
        import cors from 'cors'

        const isProduction = process.env.NODE_ENV === 'production'
        export default cors({ origin: 'https://app.example.com', maxAge: isProduction ? 3600 : 0 })
      `,
    },
    {
      name: 'set later',
      code: code`
        import cors from 'cors'

        const options = { origin: 'https://app.example.com' }
        options.maxAge = 600
        export default cors(options)
      `,
    },
    {
      name: 'a delegate',
      code: code`
        import cors from 'cors'

        const common = { maxAge: 600, methods: ['PUT'] }
        export default cors((req, callback) => {
          callback(null, { ...common, origin: req.path === '/open' ? 'https://app.example.com' : false })
        })
      `,
    },
    {
      name: 'a headers object',
      code: code`
        export function OPTIONS() {
          const headers = new Headers({ 'Access-Control-Allow-Headers': 'X-Tenant' })
          headers.append('access-control-max-age', String(60 * 60))
          return new Response(null, { headers })
        }
      `,
    },
    {
      name: 'a zero that is accepted',
      options: [{ minimum: 0 }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', maxAge: 0 })
      `,
    },
    {
      name: 'a week that is accepted',
      options: [{ maximum: 604800 }],
      code: code`
        export function preflight(req, res) {
          res.writeHead(204, { 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': 604800 })
          res.end()
        }
      `,
    },
    {
      name: 'bounds',
      options: [{ minimum: 60, maximum: 7200 }],
      code: code`
        import cors from 'cors'

        export const short = cors({ origin: 'https://app.example.com', maxAge: 60 })
        export const long = cors({ origin: 'https://app.example.com', maxAge: 7200 })
      `,
    },
    {
      name: 'another package of the same name',
      code: code`
        import { cors } from './cors.js'

        export default cors({ origin: 'https://app.example.com' })
      `,
    },
  ],
  invalid: [
    {
      name: 'nothing said',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com' }))
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                express().use(cors({ origin: 'https://app.example.com', maxAge: 7200 }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options in lines',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const cors = require('cors');

        module.exports = cors({
          origin: ['https://app.example.com'],
          credentials: true,
        });
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 23,
          endLine: 6,
          endColumn: 2,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                const cors = require('cors');

                module.exports = cors({
                  origin: ['https://app.example.com'],
                  credentials: true,
                  maxAge: 7200,
                });
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options without a comma at the end',
      code: code`
        import cors from 'cors'

        export default cors({
          origin: ['https://app.example.com'],
          methods: ['PUT'] // for the editor
        })
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 21,
          endLine: 6,
          endColumn: 2,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: ['https://app.example.com'],
                  methods: ['PUT'],
                  maxAge: 7200 // for the editor
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'empty options',
      code: code`
        import cors from 'cors'

        export default cors({})
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 21,
          endLine: 3,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                export default cors({ maxAge: 7200 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options in a constant',
      code: code`
        import cors from 'cors'

        const options = { origin: 'https://app.example.com' }
        export default cors(options)
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                const options = { origin: 'https://app.example.com', maxAge: 7200 }
                export default cors(options)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options that are put together',
      code: code`
        import cors from 'cors'

        const common = { credentials: true }
        export default cors({ origin: 'https://app.example.com', ...common })
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 21,
          endLine: 4,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                const common = { credentials: true }
                export default cors({ origin: 'https://app.example.com', ...common, maxAge: 7200 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a delegate',
      code: code`
        import cors from 'cors'

        export default cors((req, callback) => {
          callback(null, { origin: 'https://app.example.com' })
        })
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                export default cors((req, callback) => {
                  callback(null, { origin: 'https://app.example.com', maxAge: 7200 })
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a middleware of one method and of all',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        const limited = cors({ origin: 'https://app.example.com' })
        app.options('/report', limited)
        app.get('/report', limited, (req, res) => res.json([]))
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 22,
          endLine: 5,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                const limited = cors({ origin: 'https://app.example.com', maxAge: 7200 })
                app.options('/report', limited)
                app.get('/report', limited, (req, res) => res.json([]))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a route of its own',
      code: code`
        import cors from 'cors'

        export function register(app) {
          app.all('/report', cors({ origin: 'https://app.example.com' }), (req, res) => res.json([]))
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 27,
          endLine: 4,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                export function register(app) {
                  app.all('/report', cors({ origin: 'https://app.example.com', maxAge: 7200 }), (req, res) => res.json([]))
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'zero',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', maxAge: 0 })
      `,
      errors: [
        {
          messageId: 'short',
          data: { seconds: '0', minimum: '5' },
          line: 3,
          column: 66,
          endLine: 3,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: 'https://app.example.com', maxAge: 7200 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'zero as text',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Methods', 'PUT')
          res.setHeader('Access-Control-Max-Age', '0')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'short',
          data: { seconds: '0', minimum: '5' },
          line: 3,
          column: 43,
          endLine: 3,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '7200' },
              output: code`
                export function preflight(req, res) {
                  res.setHeader('Access-Control-Allow-Methods', 'PUT')
                  res.setHeader('Access-Control-Max-Age', '7200')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a week',
      code: code`
        import cors from 'cors'

        const WEEK = 7 * 24 * 60 * 60
        export default cors({ origin: 'https://app.example.com', maxAge: WEEK })
      `,
      errors: [
        {
          messageId: 'long',
          data: { seconds: '604800', maximum: '86400' },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'

                const WEEK = 7 * 24 * 60 * 60
                export default cors({ origin: 'https://app.example.com', maxAge: 7200 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'twenty days',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: { 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '1728000' },
        })
      `,
      errors: [
        {
          messageId: 'long',
          data: { seconds: '1728000', maximum: '86400' },
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 88,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '7200' },
              output: code`
                export const handler = async () => ({
                  statusCode: 204,
                  headers: { 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '7200' },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'bounds',
      options: [{ minimum: 600, maximum: 3600 }],
      code: code`
        import cors from 'cors'

        export const short = cors({ origin: 'https://app.example.com', maxAge: 300 })
        export const long = cors({ origin: 'https://app.example.com', maxAge: 7200 })
        export const none = cors({ origin: 'https://app.example.com' })
      `,
      errors: [
        {
          messageId: 'short',
          data: { seconds: '300', minimum: '600' },
          line: 3,
          column: 72,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '3600' },
              output: code`
                import cors from 'cors'

                export const short = cors({ origin: 'https://app.example.com', maxAge: 3600 })
                export const long = cors({ origin: 'https://app.example.com', maxAge: 7200 })
                export const none = cors({ origin: 'https://app.example.com' })
              `,
            },
          ],
        },
        {
          messageId: 'long',
          data: { seconds: '7200', maximum: '3600' },
          line: 4,
          column: 71,
          endLine: 4,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '3600' },
              output: code`
                import cors from 'cors'

                export const short = cors({ origin: 'https://app.example.com', maxAge: 300 })
                export const long = cors({ origin: 'https://app.example.com', maxAge: 3600 })
                export const none = cors({ origin: 'https://app.example.com' })
              `,
            },
          ],
        },
        {
          messageId: 'missing',
          line: 5,
          column: 26,
          endLine: 5,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '3600' },
              output: code`
                import cors from 'cors'

                export const short = cors({ origin: 'https://app.example.com', maxAge: 300 })
                export const long = cors({ origin: 'https://app.example.com', maxAge: 7200 })
                export const none = cors({ origin: 'https://app.example.com', maxAge: 3600 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a long minimum',
      options: [{ minimum: 43200 }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', maxAge: 7200 })
      `,
      errors: [
        {
          messageId: 'short',
          data: { seconds: '7200', minimum: '43200' },
          line: 3,
          column: 66,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'write',
              data: { seconds: '43200' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: 'https://app.example.com', maxAge: 43200 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'headers of Node',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.setHeader('Access-Control-Allow-Methods', 'PUT')
            res.setHeader('Access-Control-Allow-Headers', 'X-Tenant')
            res.statusCode = 204
          }
          res.end()
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  if (req.method === 'OPTIONS') {
                    res.setHeader('Access-Control-Max-Age', '7200')
                    res.setHeader('Access-Control-Allow-Methods', 'PUT')
                    res.setHeader('Access-Control-Allow-Headers', 'X-Tenant')
                    res.statusCode = 204
                  }
                  res.end()
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'allowed headers alone, in small letters',
      code: code`
        export function OPTIONS() {
          return new Response(null, {
            status: 204,
            headers: {
              'access-control-allow-origin': 'https://app.example.com',
              'access-control-allow-headers': 'x-tenant',
            },
          })
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                export function OPTIONS() {
                  return new Response(null, {
                    status: 204,
                    headers: {
                      'access-control-allow-origin': 'https://app.example.com',
                      'access-control-max-age': '7200',
                      'access-control-allow-headers': 'x-tenant',
                    },
                  })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain',
      code: code`
        export const preflight = (req, res) => res.status(204).set('Access-Control-Allow-Methods', 'PUT').end()
      `,
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 40,
          endLine: 1,
          endColumn: 98,
        },
      ],
    },
    {
      name: 'headers of one call',
      code: code`
        export function preflight(req, res) {
          res.writeHead(204, { 'Access-Control-Allow-Methods': 'PUT' })
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 24,
          endLine: 2,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                export function preflight(req, res) {
                  res.writeHead(204, { 'Access-Control-Max-Age': '7200', 'Access-Control-Allow-Methods': 'PUT' })
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a table that a loop writes',
      code: code`
        const HEADERS = { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Methods': 'PUT' }

        export function preflight(req, res) {
          for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 109,
          endLine: 1,
          endColumn: 114,
        },
      ],
    },
    {
      name: 'a headers object',
      code: code`
        export function OPTIONS() {
          const headers = new Headers()
          headers.set('Access-Control-Allow-Headers', 'X-Tenant')
          return new Response(null, { headers })
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                export function OPTIONS() {
                  const headers = new Headers()
                  headers.set('Access-Control-Max-Age', '7200')
                  headers.set('Access-Control-Allow-Headers', 'X-Tenant')
                  return new Response(null, { headers })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'without braces',
      code: code`
        export default (ctx, next) => {
          if (ctx.method === 'OPTIONS') ctx.set('Access-Control-Allow-Methods', 'PUT')
          return next()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 33,
          endLine: 2,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'in production',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        if (process.env.NODE_ENV === 'production') app.use(cors({ origin: 'https://app.example.com' }))
        else app.use(cors({ origin: 'http://localhost:5173' }))
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'add',
              data: { seconds: '7200' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                if (process.env.NODE_ENV === 'production') app.use(cors({ origin: 'https://app.example.com', maxAge: 7200 }))
                else app.use(cors({ origin: 'http://localhost:5173' }))
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'require-max-age',
  rule,
  {
    valid: [
      {
        name: 'typed options',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options: CorsOptions = { origin: 'https://app.example.com', maxAge: 3600 }
        export default cors(options)
      `,
      },
    ],
    invalid: [
      {
        name: 'typed options',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options = { origin: 'https://app.example.com' } satisfies CorsOptions
        export default cors(options)
      `,
        errors: [
          {
            messageId: 'missing',
            line: 3,
            column: 17,
            endLine: 3,
            endColumn: 54,
            suggestions: [
              {
                messageId: 'add',
                data: { seconds: '7200' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const options = { origin: 'https://app.example.com', maxAge: 7200 } satisfies CorsOptions
                export default cors(options)
              `,
              },
            ],
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
