import rule from '../../rules/no-redundant-entries.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-redundant-entries', rule, {
  valid: [
    {
      name: 'lists in which each name has an effect',
      code: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            methods: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'],
            allowedHeaders: ['Content-Type', 'Authorization', 'X-Requested-With'],
            exposedHeaders: ['ETag', 'X-Total-Count', 'Location', 'Date', 'Content-Disposition'],
          }),
        )
      `,
    },
    {
      name: 'safelisted request headers, whose values have limits',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type', 'Range'] }))
      `,
    },
    {
      name: 'request headers that scripts may set',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'User-Agent, X-HTTP-Method-Override, Cache-Control, Pragma, If-Match, Priority')
          next()
        })
      `,
    },
    {
      name: 'response headers that need to be exposed',
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Expose-Headers': 'Content-Encoding, Content-Range, Date, Age, Server-Timing, Access-Control-Max-Age',
        }
      `,
    },
    {
      name: 'wildcards',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: '*', allowedHeaders: '*', exposedHeaders: '*, X-Total' }))
      `,
    },
    {
      name: 'safelisted methods, which say what the server does',
      code: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, OPTIONS')
          res.end()
        })
      `,
    },
    {
      name: 'methods that differ in case',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: ['PUT', 'PATCH', 'patch', 'Purge', 'PURGE'] }))
      `,
    },
    {
      name: 'the same name in two lists',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: ['X-Trace'], exposedHeaders: ['X-Trace'] }))
        app.use('/v2', cors({ allowedHeaders: ['X-Trace'] }))
      `,
    },
    {
      name: 'the same name in two answers',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') res.set('Access-Control-Allow-Headers', 'X-Trace')
          else res.set('Access-Control-Allow-Headers', 'X-Trace, X-Span')
          next()
        })
      `,
    },
    {
      name: 'one of two',
      code: code`
        import cors from 'cors'

        const name = process.env.HEADER ? 'X-Trace' : 'X-Span'
        app.use(cors({ allowedHeaders: ['X-Trace', name, ...(process.env.MORE ? ['X-Span'] : [])] }))
      `,
    },
    {
      name: 'a list of another file',
      code: code`
        import cors from 'cors'
        import { HEADERS } from './headers.js'

        app.use(cors({ allowedHeaders: HEADERS, exposedHeaders: [...HEADERS] }))
      `,
    },
    {
      name: 'a list that serves something else, too',
      code: code`
        import cors from 'cors'

        const FORWARDED = ['Host', 'Cookie', 'X-Trace']
        app.use(cors({ allowedHeaders: FORWARDED }))
        app.use((req, res, next) => {
          for (const name of FORWARDED) copy(req.headers[name.toLowerCase()])
          next()
        })
      `,
    },
    {
      name: 'a list that other files see',
      code: code`
        import cors from 'cors'

        export const EXPOSED = ['Content-Type', 'X-Total']
        app.use(cors({ exposedHeaders: EXPOSED }))
      `,
    },
    {
      name: 'a list that cannot be read is the business of another rule',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: 'Origin; Content-Type; Origin', methods: ['GET POST', 'GET POST'] }))
      `,
    },
    {
      name: 'what no script can send or read is the business of another rule',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: ['GET', 'TRACE'], exposedHeaders: ['Set-Cookie', 'X-Total'] }))
      `,
    },
    {
      name: 'in development only',
      code: code`
        import cors from 'cors'

        if (process.env.NODE_ENV === 'development') app.use(cors({ allowedHeaders: ['Origin', 'X-Trace'] }))
      `,
    },
    {
      name: 'lists of other things',
      code: code`
        import cors from 'cors'

        const hidden = ['Cookie', 'Set-Cookie', 'Cookie']
        app.use(cors())
        log({ redact: hidden, headers: 'Origin, Origin' })
      `,
    },
    {
      name: 'a middleware of one route answers no preflight',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.get('/items', cors({ origin: 'https://app.example.com', allowedHeaders: ['Origin', 'X-Trace'] }), list)
      `,
    },
    {
      name: 'the vary header',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Vary', 'Origin, Origin')
          next()
        })
      `,
    },
    {
      name: 'names that only begin like others',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: ['Secret', 'Proxy', 'Origins', 'X-Host', 'Cookie-Consent', 'Via-Id'] }))
      `,
    },
  ],
  invalid: [
    {
      name: 'request headers that browsers send themselves',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Origin', 'X-Requested-With', 'Content-Type', 'Accept'] }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['X-Requested-With', 'Content-Type', 'Accept'] }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'the same in the text that everybody copies',
      code: code`
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Headers', 'Origin, X-Requested-With, Content-Type, Accept')
          next()
        })
      `,
      output: code`
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Headers', 'X-Requested-With, Content-Type, Accept')
          next()
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 47,
          endLine: 3,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'in the middle and at the end of a text',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Headers', "Content-Type,Cookie,X-Trace,host")
          res.end()
        })
      `,
      output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Headers', "Content-Type,X-Trace")
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Cookie' },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 69,
        },
        {
          messageId: 'unsendable',
          data: { name: 'host' },
          line: 5,
          column: 78,
          endLine: 5,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'names with a prefix',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: 'X-Trace, Sec-Fetch-Site, Proxy-Authorization' }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: 'X-Trace, Proxy-Authorization' }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Sec-Fetch-Site' },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 91,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Proxy-Authorization' },
          line: 3,
          column: 93,
          endLine: 3,
          endColumn: 112,
        },
      ],
    },
    {
      name: 'what a preflight sends',
      code: code`
        export function OPTIONS() {
          return new Response(null, {
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Allow-Headers':
                'Content-Type, Access-Control-Request-Method, Access-Control-Request-Headers',
            },
          })
        }
      `,
      output: code`
        export function OPTIONS() {
          return new Response(null, {
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Allow-Headers':
                'Content-Type, Access-Control-Request-Headers',
            },
          })
        }
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Access-Control-Request-Method' },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 53,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Access-Control-Request-Headers' },
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'response headers among those of requests',
      code: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowedHeaders: ['Content-Type', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Headers'],
          }),
        )
      `,
      errors: [
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Allow-Origin' },
          line: 6,
          column: 39,
          endLine: 6,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowedHeaders: ['Content-Type', 'Access-Control-Allow-Headers'],
          }),
        )
      `,
            },
          ],
        },
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Allow-Headers' },
          line: 6,
          column: 70,
          endLine: 6,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Headers' },
              output: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowedHeaders: ['Content-Type', 'Access-Control-Allow-Origin'],
          }),
        )
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a response header in a text',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'Access-Control-Allow-Headers, Content-Type')
          next()
        })
      `,
      errors: [
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Allow-Headers' },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Headers' },
              output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'Content-Type')
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'response headers that every script can read',
      code: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            exposedHeaders: ['Content-Length', 'ETag', 'Content-Type'],
          }),
        )
      `,
      output: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            exposedHeaders: ['ETag'],
          }),
        )
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Content-Length' },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 37,
        },
        {
          messageId: 'readable',
          data: { name: 'Content-Type' },
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'the same in a function of AWS Lambda',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Expose-Headers': 'cache-control, x-total',
          },
          body: '',
        })
      `,
      output: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Expose-Headers': 'x-total',
          },
          body: '',
        })
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'cache-control' },
          line: 5,
          column: 39,
          endLine: 5,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'nothing else in the list',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', exposedHeaders: ['Content-Type'], allowedHeaders: ['Origin', 'Host'] }))
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Content-Type' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 81,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 103,
          endLine: 3,
          endColumn: 109,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Host' },
          line: 3,
          column: 113,
          endLine: 3,
          endColumn: 117,
        },
      ],
    },
    {
      name: 'a method twice',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT', 'GET'] }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }))
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'GET' },
          line: 3,
          column: 76,
          endLine: 3,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'a header twice, in other case',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'Content-Type, X-Trace, content-type')
          next()
        })
      `,
      output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'Content-Type, X-Trace')
          next()
        })
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'content-type' },
          line: 3,
          column: 67,
          endLine: 3,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'a header twice, on lines of their own',
      code: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowedHeaders: [
              'Content-Type', // JSON
              'X-Trace',
              'X-Trace', // again
              'Authorization',
            ],
          }),
        )
      `,
      output: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowedHeaders: [
              'Content-Type', // JSON
              'X-Trace',
              // again
              'Authorization',
            ],
          }),
        )
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'X-Trace' },
          line: 9,
          column: 8,
          endLine: 9,
          endColumn: 15,
        },
      ],
    },
    {
      name: 'a header three times',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', exposedHeaders: 'X-Total,X-Total,X-Total' }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', exposedHeaders: 'X-Total,X-Total' }))
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'X-Total' },
          line: 3,
          column: 76,
          endLine: 3,
          endColumn: 83,
        },
        {
          messageId: 'duplicate',
          data: { name: 'X-Total' },
          line: 3,
          column: 84,
          endLine: 3,
          endColumn: 91,
        },
      ],
    },
    {
      name: 'a comment between a name and its comma',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['X-Trace', 'Origin' /* needed? */, 'X-Span'] }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 80,
          endLine: 3,
          endColumn: 86,
        },
      ],
    },
    {
      name: 'a constant that serves the list alone',
      code: code`
        import cors from 'cors'

        const HEADERS = ['Content-Type', 'Origin']
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: HEADERS }))
      `,
      output: code`
        import cors from 'cors'

        const HEADERS = ['Content-Type']
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: HEADERS }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'an element that is added by a spread',
      code: code`
        import cors from 'cors'

        const BASE = ['Content-Type', 'Accept']
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: [...BASE, 'Origin', 'Content-Type'] }))
      `,
      output: code`
        import cors from 'cors'

        const BASE = ['Content-Type', 'Accept']
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: [...BASE, 'Content-Type'] }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 4,
          column: 78,
          endLine: 4,
          endColumn: 84,
        },
        {
          messageId: 'duplicate',
          data: { name: 'Content-Type' },
          line: 4,
          column: 88,
          endLine: 4,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'a list that is joined',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const cors = require('cors')

        module.exports = cors({ origin: 'https://app.example.com', exposedHeaders: ['Expires', 'X-Total'].join(', ') })
      `,
      output: code`
        const cors = require('cors')

        module.exports = cors({ origin: 'https://app.example.com', exposedHeaders: ['X-Total'].join(', ') })
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Expires' },
          line: 3,
          column: 78,
          endLine: 3,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'a worker',
      code: code`
        export default {
          async fetch(request) {
            const response = new Response('')
            response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
            response.headers.set('Access-Control-Expose-Headers', \`Last-Modified, X-Total\`)
            return response
          },
        }
      `,
      output: code`
        export default {
          async fetch(request) {
            const response = new Response('')
            response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
            response.headers.set('Access-Control-Expose-Headers', \`X-Total\`)
            return response
          },
        }
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Last-Modified' },
          line: 5,
          column: 60,
          endLine: 5,
          endColumn: 73,
        },
      ],
    },
    {
      name: 'the older name of the option',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', headers: ['Cookie', 'X-Trace'] }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', headers: ['X-Trace'] }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Cookie' },
          line: 3,
          column: 62,
          endLine: 3,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'a header that a server of its own sends, too',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(204, {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Headers': 'Content-Length, Content-Type',
            'Access-Control-Expose-Headers': 'pragma, x-total',
          })
          res.end()
        })
      `,
      output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(204, {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Headers': 'Content-Type',
            'Access-Control-Expose-Headers': 'x-total',
          })
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Content-Length' },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 52,
        },
        {
          messageId: 'readable',
          data: { name: 'pragma' },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 45,
        },
      ],
    },
  ],
})

runRule(
  'no-redundant-entries',
  rule,
  {
    valid: [
      {
        name: 'a list by its type',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options: CorsOptions = { allowedHeaders: ['Content-Type', 'X-Trace'] as readonly string[] as string[] }
        app.use(cors(options))
      `,
      },
    ],
    invalid: [
      {
        name: 'a class',
        code: code`
        import cors from 'cors'

        export class Server {
          private options = { origin: 'https://app.example.com', allowedHeaders: ['Referer', 'X-Trace'] satisfies string[] }
          readonly middleware = cors(this.options)
        }
      `,
        output: code`
        import cors from 'cors'

        export class Server {
          private options = { origin: 'https://app.example.com', allowedHeaders: ['X-Trace'] satisfies string[] }
          readonly middleware = cors(this.options)
        }
      `,
        errors: [
          {
            messageId: 'unsendable',
            data: { name: 'Referer' },
            line: 4,
            column: 76,
            endLine: 4,
            endColumn: 83,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
