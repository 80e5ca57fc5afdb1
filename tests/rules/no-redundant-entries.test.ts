import rule from '../../rules/no-redundant-entries.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-redundant-entries', rule, {
  valid: [
    {
      name: 'headers that need permission',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Content-Type', 'Authorization', 'X-Tenant', 'X-Requested-With'] })
      `,
    },
    {
      name: 'headers with limits on their values',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', 'Accept, Accept-Language, Content-Language, Content-Type, Range')
          res.end()
        }
      `,
    },
    {
      name: 'headers that scripts may set since a while',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: 'User-Agent, If-None-Match, Cache-Control, Pragma, Last-Event-ID' })
      `,
    },
    {
      name: 'methods that need no listing',
      code: code`
        import cors from 'cors'

        export default cors({ methods: ['GET', 'HEAD', 'POST', 'OPTIONS'] })
      `,
    },
    {
      name: 'methods that differ in case',
      code: code`
        export const handler = (req, res) => {
          res.set('Access-Control-Allow-Methods', 'PATCH, patch')
          res.end()
        }
      `,
    },
    {
      name: "methods that no script can send are another rule's",
      code: code`
        import cors from 'cors'

        export default cors({ methods: ['GET', 'TRACE'] })
      `,
    },
    {
      name: 'exposed headers that scripts cannot read otherwise',
      code: code`
        import cors from 'cors'

        export default cors({ exposedHeaders: ['ETag', 'Link', 'X-Total', 'Content-Disposition', 'Authorization', 'Date'] })
      `,
    },
    {
      name: "cookies that no script can read are another rule's",
      code: code`
        export function GET() {
          return new Response('[]', { headers: { 'Access-Control-Expose-Headers': 'X-Total, Set-Cookie' } })
        }
      `,
    },
    {
      name: 'exposing headers of CORS shows them to scripts',
      code: code`
        import cors from 'cors'

        export default cors({ exposedHeaders: ['Access-Control-Allow-Origin', 'X-Total'] })
      `,
    },
    {
      name: 'a wildcard beside names',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', credentials: true, allowedHeaders: ['*', 'Authorization'] })
      `,
    },
    {
      name: 'a list that serves two purposes',
      code: code`
        import cors from 'cors'

        const HEADERS = ['Content-Type', 'Origin', 'X-Tenant']
        export default cors({ allowedHeaders: HEADERS, exposedHeaders: HEADERS })
      `,
    },
    {
      name: 'a list that is exported',
      code: code`
        import cors from 'cors'

        export const FORWARDED = ['Host', 'Cookie', 'X-Tenant']
        export default cors({ allowedHeaders: FORWARDED })
      `,
    },
    {
      name: 'a list that is passed on',
      code: code`
        import cors from 'cors'

        const HEADERS = ['Host', 'X-Tenant']
        forward({ headers: HEADERS })
        export default cors({ allowedHeaders: HEADERS })
      `,
    },
    {
      name: 'the same list twice',
      code: code`
        import cors from 'cors'

        const HEADERS = ['X-Tenant']
        export default cors({ allowedHeaders: [...HEADERS, ...HEADERS] })
      `,
    },
    {
      name: 'a name that only some lists have before',
      code: code`
        import cors from 'cors'

        const isTraced = process.argv.includes('--trace')
        export default cors({ allowedHeaders: ['X-Tenant', ...(isTraced ? ['X-Trace'] : []), ...(isVerbose ? ['X-Trace'] : [])] })
      `,
    },
    {
      name: 'two writes of which one survives',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', 'X-Tenant')
          if (req.url === '/trace') res.setHeader('Access-Control-Allow-Headers', 'X-Tenant, X-Trace')
          res.end()
        }
      `,
    },
    {
      name: 'the same name in different lists',
      code: code`
        export default (ctx, next) => {
          ctx.set('Access-Control-Allow-Headers', 'X-Tenant')
          ctx.set('Access-Control-Expose-Headers', 'X-Tenant')
          return next()
        }
      `,
    },
    {
      name: "a list that cannot be read is another rule's",
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: 'Origin; Host, Host' })
      `,
    },
    {
      name: 'what the request asked for',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', req.headers['access-control-request-headers'])
          res.end()
        }
      `,
    },
    {
      name: 'names of another file',
      code: code`
        import cors from 'cors'
        import { allowedHeaders, exposedHeaders } from './config.js'

        export default cors({ allowedHeaders, exposedHeaders: [...exposedHeaders] })
      `,
    },
    {
      name: 'a header list of a client',
      code: code`
        export const call = (url) => fetch(url, { headers: { 'Access-Control-Allow-Headers': 'Origin, Origin' } })
      `,
    },
    {
      name: 'in development only',
      code: code`
        import cors from 'cors'

        export default cors({
          allowedHeaders: process.env.NODE_ENV === 'production' ? ['X-Tenant'] : ['X-Tenant', 'Origin', 'x-tenant'],
        })
      `,
    },
    {
      name: 'a preflight that is not answered',
      code: code`
        import cors from 'cors'

        app.get('/report', cors({ allowedHeaders: ['Origin', 'X-Tenant'] }), (req, res) => res.json([]))
      `,
    },
  ],
  invalid: [
    {
      name: 'the origin',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Origin', 'Content-Type', 'Accept'] }))
      `,
      output: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Content-Type', 'Accept'] }))
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 4,
          column: 75,
          endLine: 4,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'the last one',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Content-Type', 'Host'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Content-Type'] })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Host' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'several in a text',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', 'Origin, X-Requested-With, Content-Type, Accept, Cookie')
          res.end()
        }
      `,
      output: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', 'X-Requested-With, Content-Type, Accept')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 2,
          column: 50,
          endLine: 2,
          endColumn: 56,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Cookie' },
          line: 2,
          column: 98,
          endLine: 2,
          endColumn: 104,
        },
      ],
    },
    {
      name: 'neighbours, in small letters',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: { 'Access-Control-Allow-Headers': 'x-tenant,host,referer,content-length,x-trace' },
        })
      `,
      output: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: { 'Access-Control-Allow-Headers': 'x-tenant,referer,x-trace' },
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'host' },
          line: 3,
          column: 56,
          endLine: 3,
          endColumn: 60,
        },
        {
          messageId: 'unsendable',
          data: { name: 'referer' },
          line: 3,
          column: 61,
          endLine: 3,
          endColumn: 68,
        },
        {
          messageId: 'unsendable',
          data: { name: 'content-length' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 83,
        },
      ],
    },
    {
      name: 'families of names',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Sec-Fetch-Site', 'Proxy-Authorization', 'X-Tenant', 'Sec-Websocket-Key'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Proxy-Authorization', 'X-Tenant'] })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Sec-Fetch-Site' },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 55,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Proxy-Authorization' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 78,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Sec-Websocket-Key' },
          line: 3,
          column: 94,
          endLine: 3,
          endColumn: 111,
        },
      ],
    },
    {
      name: 'all of them',
      code: code`
        import cors from 'cors'

        export const array = cors({ allowedHeaders: ['Origin', 'Accept-Encoding'] })
        export const text = cors({ allowedHeaders: 'Origin' })
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
        {
          messageId: 'unsendable',
          data: { name: 'Accept-Encoding' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 72,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'the questions of a preflight',
      code: code`
        export function OPTIONS() {
          const headers = new Headers()
          headers.set('Access-Control-Allow-Headers', 'Access-Control-Request-Method, Access-Control-Request-Headers, X-Tenant')
          return new Response(null, { headers })
        }
      `,
      output: code`
        export function OPTIONS() {
          const headers = new Headers()
          headers.set('Access-Control-Allow-Headers', 'Access-Control-Request-Headers, X-Tenant')
          return new Response(null, { headers })
        }
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Access-Control-Request-Method' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 77,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Access-Control-Request-Headers' },
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 109,
        },
      ],
    },
    {
      name: 'response headers among those of requests',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['Content-Type', 'Access-Control-Allow-Origin', 'Access-Control-Max-Age'] })
      `,
      errors: [
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Allow-Origin' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
                import cors from 'cors'

                export default cors({ allowedHeaders: ['Content-Type', 'Access-Control-Max-Age'] })
              `,
            },
          ],
        },
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Max-Age' },
          line: 3,
          column: 88,
          endLine: 3,
          endColumn: 110,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Max-Age' },
              output: code`
                import cors from 'cors'

                export default cors({ allowedHeaders: ['Content-Type', 'Access-Control-Allow-Origin'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'response headers in a text',
      code: code`
        export function cors(req, res, next) {
          res.header('Access-Control-Allow-Headers', 'Access-Control-Allow-Origin, Authorization')
          next()
        }
      `,
      errors: [
        {
          messageId: 'responseHeader',
          data: { name: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 47,
          endLine: 2,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
                export function cors(req, res, next) {
                  res.header('Access-Control-Allow-Headers', 'Authorization')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the same header twice',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['X-Tenant', 'Content-Type', 'x-tenant'], exposedHeaders: 'X-Total,X-Page,X-Total' })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['X-Tenant', 'Content-Type'], exposedHeaders: 'X-Total,X-Page' })
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'x-tenant' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 77,
        },
        {
          messageId: 'duplicate',
          data: { name: 'X-Total' },
          line: 3,
          column: 113,
          endLine: 3,
          endColumn: 120,
        },
      ],
    },
    {
      name: 'the same method twice',
      code: code`
        export class Preflight {
          answer(response) {
            response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, DELETE, PUT')
            response.end()
          }
        }
      `,
      output: code`
        export class Preflight {
          answer(response) {
            response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, DELETE')
            response.end()
          }
        }
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'PUT' },
          line: 3,
          column: 75,
          endLine: 3,
          endColumn: 78,
        },
      ],
    },
    {
      name: 'the same name from two lists',
      code: code`
        import cors from 'cors'

        const COMMON = ['Content-Type', 'X-Tenant']
        export default cors({ allowedHeaders: [...COMMON, 'X-Trace', 'X-Tenant'] })
      `,
      output: code`
        import cors from 'cors'

        const COMMON = ['Content-Type', 'X-Tenant']
        export default cors({ allowedHeaders: [...COMMON, 'X-Trace'] })
      `,
      errors: [
        {
          messageId: 'duplicate',
          data: { name: 'X-Tenant' },
          line: 4,
          column: 63,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'a list that is joined',
      code: code`
        const HEADERS = ['Content-Type', 'Cookie', 'X-Tenant']

        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', HEADERS.join(', '))
          res.end()
        }
      `,
      output: code`
        const HEADERS = ['Content-Type', 'X-Tenant']

        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', HEADERS.join(', '))
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Cookie' },
          line: 1,
          column: 35,
          endLine: 1,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'headers that every script can read',
      code: code`
        import cors from 'cors'

        export default cors({ exposedHeaders: ['Content-Length', 'X-Total', 'Content-Type', 'Expires'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ exposedHeaders: ['X-Total', 'Expires'] })
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Content-Length' },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 55,
        },
        {
          messageId: 'readable',
          data: { name: 'Content-Type' },
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 82,
        },
        {
          messageId: 'readable',
          data: { name: 'Expires' },
          line: 3,
          column: 86,
          endLine: 3,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'headers that every script can read, in a template',
      code: code`
        export const GET = () => new Response('[]', { headers: { 'Access-Control-Expose-Headers': \`X-Total, Last-Modified\` } })
      `,
      output: code`
        export const GET = () => new Response('[]', { headers: { 'Access-Control-Expose-Headers': \`X-Total\` } })
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Last-Modified' },
          line: 1,
          column: 101,
          endLine: 1,
          endColumn: 114,
        },
      ],
    },
    {
      name: 'lines and commas',
      code: code`
        import cors from 'cors'

        export default cors({
          allowedHeaders: [
            'Content-Type',
            'Accept-Charset',
            'X-Tenant',
            'DNT',
          ],
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          allowedHeaders: [
            'Content-Type',
            'X-Tenant',
          ],
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Accept-Charset' },
          line: 6,
          column: 6,
          endLine: 6,
          endColumn: 20,
        },
        {
          messageId: 'unsendable',
          data: { name: 'DNT' },
          line: 8,
          column: 6,
          endLine: 8,
          endColumn: 9,
        },
      ],
    },
    {
      name: 'comments survive',
      code: code`
        import cors from 'cors'

        export default cors({
          allowedHeaders: [
            'Origin', // sent by browsers
            'X-Tenant' /* ours */,
            'Host' /* theirs */,
            'X-Trace',
            /* last */ 'Cookie',
          ],
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          allowedHeaders: [
            // sent by browsers
            'X-Tenant' /* ours */,
            'Host' /* theirs */,
            'X-Trace',
            /* last */
          ],
        })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 5,
          column: 6,
          endLine: 5,
          endColumn: 12,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Host' },
          line: 7,
          column: 6,
          endLine: 7,
          endColumn: 10,
        },
        {
          messageId: 'unsendable',
          data: { name: 'Cookie' },
          line: 9,
          column: 17,
          endLine: 9,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'an unknown list beside',
      code: code`
        import cors from 'cors'
        import { headers } from './config.js'

        export default cors({ allowedHeaders: [...headers, 'Origin'] })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 4,
          column: 53,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'an unknown name beside',
      code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: [process.env.TENANT_HEADER, 'X-Trace', 'Origin'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: [process.env.TENANT_HEADER, 'X-Trace'] })
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Origin' },
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'in one branch',
      code: code`
        import cors from 'cors'

        const isOpen = process.argv.includes('--open')
        export default cors({ exposedHeaders: isOpen ? ['X-Total', 'Pragma'] : ['X-Total'] })
      `,
      output: code`
        import cors from 'cors'

        const isOpen = process.argv.includes('--open')
        export default cors({ exposedHeaders: isOpen ? ['X-Total'] : ['X-Total'] })
      `,
      errors: [
        {
          messageId: 'readable',
          data: { name: 'Pragma' },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'options of a function',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const cors = require('cors');

        function optionsFor(origin) {
          return { origin, allowedHeaders: ['X-Tenant', 'Via'] };
        }

        module.exports = [cors(optionsFor('https://app.example.com')), cors(optionsFor('https://admin.example.com'))];
      `,
      output: code`
        const cors = require('cors');

        function optionsFor(origin) {
          return { origin, allowedHeaders: ['X-Tenant'] };
        }

        module.exports = [cors(optionsFor('https://app.example.com')), cors(optionsFor('https://admin.example.com'))];
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'Via' },
          line: 4,
          column: 50,
          endLine: 4,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'a table that a loop writes',
      code: code`
        const HEADERS = { 'Access-Control-Allow-Headers': 'X-Tenant, TE', 'Access-Control-Allow-Methods': 'PUT, PUT' }

        export function preflight(req, res) {
          Object.entries(HEADERS).forEach(([name, value]) => res.setHeader(name, value))
          res.end()
        }
      `,
      output: code`
        const HEADERS = { 'Access-Control-Allow-Headers': 'X-Tenant', 'Access-Control-Allow-Methods': 'PUT' }

        export function preflight(req, res) {
          Object.entries(HEADERS).forEach(([name, value]) => res.setHeader(name, value))
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'unsendable',
          data: { name: 'TE' },
          line: 1,
          column: 62,
          endLine: 1,
          endColumn: 64,
        },
        {
          messageId: 'duplicate',
          data: { name: 'PUT' },
          line: 1,
          column: 105,
          endLine: 1,
          endColumn: 108,
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
        name: 'typed lists',
        code: code`
        import cors from 'cors'

        const HEADERS = ['Content-Type', 'X-Tenant'] as const
        export default cors({ allowedHeaders: [...HEADERS], exposedHeaders: ['X-Total' satisfies string] })
      `,
      },
    ],
    invalid: [
      {
        name: 'typed elements',
        code: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['X-Tenant', 'Origin' as const, 'Cookie' satisfies string] })
      `,
        output: code`
        import cors from 'cors'

        export default cors({ allowedHeaders: ['X-Tenant', 'Cookie' satisfies string] })
      `,
        errors: [
          {
            messageId: 'unsendable',
            data: { name: 'Origin' },
            line: 3,
            column: 53,
            endLine: 3,
            endColumn: 59,
          },
          {
            messageId: 'unsendable',
            data: { name: 'Cookie' },
            line: 3,
            column: 72,
            endLine: 3,
            endColumn: 78,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
