import rule from '../../rules/valid-header-value.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('valid-header-value', rule, {
  valid: [
    {
      name: 'credentials of a boolean in cors',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com', credentials: true }))
      `,
    },
    {
      name: 'credentials off in cors',
      code: code`
        import cors from 'cors'

        export const open = cors({ origin: 'https://app.example.com', credentials: false })
        export const text = cors({ origin: 'https://app.example.com', credentials: 'false' })
        export const none = cors({ origin: 'https://app.example.com', credentials: undefined })
      `,
    },
    {
      name: 'credentials that the environment decides',
      code: code`
        import cors from 'cors'

        export default cors({
          origin: 'https://app.example.com',
          credentials: process.env.CORS_CREDENTIALS === 'true',
          maxAge: Number(process.env.CORS_MAX_AGE),
        })
      `,
    },
    {
      name: 'a boolean that Node writes as text',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', true)
          res.end()
        }
      `,
    },
    {
      name: 'a text that says yes or no',
      code: code`
        export function handler(req, res) {
          const isTrusted = req.headers.authorization !== undefined
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', isTrusted ? 'true' : 'false')
          res.end()
        }
      `,
    },
    {
      name: 'a computed text',
      code: code`
        export const handler = (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Credentials', String(req.app.get('credentials')))
          res.json([])
        }
      `,
    },
    {
      name: 'a no that overrides a yes',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          if (req.url.startsWith('/public/')) res.setHeader('Access-Control-Allow-Credentials', 'false')
          res.end()
        }
      `,
    },
    {
      name: 'a wildcard without credentials',
      code: code`
        import cors from 'cors'

        export default cors({ origin: '*', methods: '*', allowedHeaders: ['*', 'Authorization'], exposedHeaders: '*' })
      `,
    },
    {
      name: 'a wildcard where credentials are off',
      code: code`
        import cors from 'cors'

        const isPrivate = process.argv.includes('--private')
        export default cors({
          origin: 'https://app.example.com',
          credentials: isPrivate,
          allowedHeaders: isPrivate ? ['Content-Type', 'X-Tenant'] : '*',
        })
      `,
    },
    {
      name: 'a wildcard in another branch than credentials',
      code: code`
        export function OPTIONS(request) {
          const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
          if (new URL(request.url).pathname === '/open') {
            headers.set('Access-Control-Allow-Headers', '*')
          } else {
            headers.set('Access-Control-Allow-Credentials', 'true')
            headers.set('Access-Control-Allow-Headers', 'Content-Type')
          }
          return new Response(null, { headers })
        }
      `,
    },
    {
      name: 'credentials that cannot be seen',
      code: code`
        import cors from 'cors'
        import { credentials } from './config.js'

        export default cors({ origin: 'https://app.example.com', credentials, allowedHeaders: '*' })
      `,
    },
    {
      name: 'lists in every form',
      code: code`
        import cors from 'cors'

        const HEADERS = ['Content-Type', 'X-Tenant']
        export const array = cors({ methods: ['GET', 'PUT'], allowedHeaders: HEADERS, exposedHeaders: ['X-Total'] })
        export const text = cors({ methods: 'GET,PUT', allowedHeaders: HEADERS.join(), exposedHeaders: 'X-Total, X-Page' })
        export const mixed = cors({ methods: ['GET, HEAD', 'PUT'], allowedHeaders: [], exposedHeaders: '' })
      `,
    },
    {
      name: "methods of one's own",
      code: code`
        export const handler = (req, res) => {
          res.set('Access-Control-Allow-Methods', 'PURGE, PROPFIND, MKCOL, purge, UPDATE')
          res.end()
        }
      `,
    },
    {
      name: 'methods that need no listing, in any case',
      code: code`
        import cors from 'cors'

        export default cors({ methods: ['get', 'head', 'post', 'options'] })
      `,
    },
    {
      name: 'both spellings',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Methods', 'patch, PATCH')
          res.end()
        }
      `,
    },
    {
      name: 'a trailing comma, which browsers skip',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Methods', 'GET, PUT,')
          res.setHeader('Access-Control-Allow-Headers', ' x-tenant ,, x-trace ')
          res.end()
        }
      `,
    },
    {
      name: 'letters that tokens may have',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: { 'Access-Control-Allow-Headers': "x_tenant, x.trace, x!#$%&'*+-^|~9", 'Access-Control-Expose-Headers': 'x' },
        })
      `,
    },
    {
      name: 'what the request asked for',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Allow-Headers', req.headers['access-control-request-headers'])
          res.setHeader('Access-Control-Allow-Methods', req.headers['access-control-request-method'])
          res.end()
        }
      `,
    },
    {
      name: 'methods put in capitals by code',
      code: code`
        import cors from 'cors'

        const METHODS = ['get', 'put', 'delete']
        export default cors({ methods: METHODS.map((method) => method.toUpperCase()) })
      `,
    },
    {
      name: 'times in seconds',
      code: code`
        import cors from 'cors'

        const DAY = 24 * 60 * 60
        export const none = cors({ maxAge: 0 })
        export const hours = cors({ maxAge: 7200 })
        export const day = cors({ maxAge: DAY })
        export const week = cors({ maxAge: 7 * DAY })
        export const twentyDays = cors({ maxAge: 1_728_000 })
        export const month = cors({ maxAge: 30 * DAY })
        export const year = cors({ maxAge: 365 * DAY })
        export const tenYears = cors({ maxAge: 3650 * DAY })
        export const text = cors({ maxAge: '600' })
      `,
    },
    {
      name: 'a time that is not sent',
      code: code`
        import cors from 'cors'

        export const empty = cors({ maxAge: '' })
        export const nothing = cors({ maxAge: null })
      `,
    },
    {
      name: 'a time that a package counts',
      code: code`
        import ms from 'ms'

        export function handler(req, res) {
          res.setHeader('Access-Control-Max-Age', ms('1d') / 1000)
          res.end()
        }
      `,
    },
    {
      name: 'white space around a value',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Max-Age', ' 600 ')
          res.setHeader('Access-Control-Allow-Credentials', ' true')
          res.end()
        }
      `,
    },
    {
      name: 'answers to preflights that are never sent',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        const limited = cors({ origin: 'https://app.example.com', methods: ['put'], maxAge: '1h' })
        app.get('/report', limited, (req, res) => res.json([]))
        app.post('/report', cors({ methods: 'TRACE', allowedHeaders: 'a b' }), (req, res) => res.json([]))
      `,
    },
    {
      name: 'in development only',
      code: code`
        import cors from 'cors'

        const isDev = process.env.NODE_ENV !== 'production'
        export default cors({
          origin: 'https://app.example.com',
          credentials: isDev ? 'yes' : true,
          methods: isDev ? 'get; put' : 'GET,PUT',
          maxAge: isDev ? -1 : 7200,
        })
      `,
    },
    {
      name: 'credentials in development only',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', credentials: isDevelopment, allowedHeaders: '*' })
      `,
    },
    {
      name: 'a header of something else',
      code: code`
        const params = new URLSearchParams()
        params.set('Access-Control-Allow-Credentials', 'yes')
      `,
    },
    {
      name: 'a list for something else',
      code: code`
        import cors from 'cors'

        export const readable = ['Set-Cookie']
        export default cors({ methods: ['PUT'] })
      `,
    },
  ],
  invalid: [
    {
      name: 'the text true in cors',
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors({ origin: 'https://app.example.com', credentials: 'true' }))
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: "'true'" },
          line: 4,
          column: 70,
          endLine: 4,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                express().use(cors({ origin: 'https://app.example.com', credentials: true }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a number in cors',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const cors = require('cors');
        const options = { origin: 'https://app.example.com' };
        options.credentials = 1;

        module.exports = cors(options);
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: '1' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                const cors = require('cors');
                const options = { origin: 'https://app.example.com' };
                options.credentials = true;

                module.exports = cors(options);
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a mode of fetch in cors',
      code: code`
        import cors from 'cors'

        const credentials = 'include'
        export default cors({ origin: 'https://app.example.com', credentials })
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: "'include'" },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                import cors from 'cors'

                const credentials = 'include'
                export default cors({ origin: 'https://app.example.com', credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a fallback in cors',
      code: code`
        import cors from 'cors'

        export default cors((req, callback) => {
          callback(null, { origin: 'https://app.example.com', credentials: process.env.CORS_CREDENTIALS || 'true' })
        })
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: "'true'" },
          line: 4,
          column: 100,
          endLine: 4,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                import cors from 'cors'

                export default cors((req, callback) => {
                  callback(null, { origin: 'https://app.example.com', credentials: process.env.CORS_CREDENTIALS || true })
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'capitals in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'True')
          res.end()
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'credentials',
          data: { value: 'True' },
          line: 5,
          column: 53,
          endLine: 5,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.setHeader('Access-Control-Allow-Credentials', 'true')
                  res.end()
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'numbers and words in headers',
      code: code`
        const TABLE = [
          ['Access-Control-Allow-Origin', 'https://app.example.com'],
          ['Access-Control-Allow-Credentials', 'yes'],
        ]

        export function GET() {
          return new Response('{}', { headers: Object.fromEntries(TABLE) })
        }

        export const handler = async () => ({ statusCode: 200, headers: { 'access-control-allow-credentials': 1 } })
      `,
      errors: [
        {
          messageId: 'credentials',
          data: { value: 'yes' },
          line: 3,
          column: 40,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                const TABLE = [
                  ['Access-Control-Allow-Origin', 'https://app.example.com'],
                  ['Access-Control-Allow-Credentials', 'true'],
                ]

                export function GET() {
                  return new Response('{}', { headers: Object.fromEntries(TABLE) })
                }

                export const handler = async () => ({ statusCode: 200, headers: { 'access-control-allow-credentials': 1 } })
              `,
            },
          ],
        },
        {
          messageId: 'credentials',
          data: { value: '1' },
          line: 10,
          column: 103,
          endLine: 10,
          endColumn: 104,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
                const TABLE = [
                  ['Access-Control-Allow-Origin', 'https://app.example.com'],
                  ['Access-Control-Allow-Credentials', 'yes'],
                ]

                export function GET() {
                  return new Response('{}', { headers: Object.fromEntries(TABLE) })
                }

                export const handler = async () => ({ statusCode: 200, headers: { 'access-control-allow-credentials': 'true' } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a false header is removed',
      code: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'false')
          res.end()
        }
      `,
      output: code`
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a false property is removed',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': false },
        })
      `,
      output: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' },
        })
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 3,
          column: 108,
          endLine: 3,
          endColumn: 113,
        },
      ],
    },
    {
      name: 'a false link of a chain is removed',
      code: code`
        export const handler = (req, res) =>
          res.set('Access-Control-Allow-Origin', 'https://app.example.com').set('Access-Control-Allow-Credentials', 'false').json([])
      `,
      output: code`
        export const handler = (req, res) =>
          res.set('Access-Control-Allow-Origin', 'https://app.example.com').json([])
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 2,
          column: 109,
          endLine: 2,
          endColumn: 116,
        },
      ],
    },
    {
      name: 'a comment keeps a false header',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Credentials': 'false' /* never */,
            'Content-Type': 'application/json',
          },
        })
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'a false header that may override one of another file',
      code: code`
        export function withoutCookies(req, res, next) {
          res.setHeader('Access-Control-Allow-Credentials', 'false')
          next()
        }
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 2,
          column: 53,
          endLine: 2,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
                export function withoutCookies(req, res, next) {
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a wildcard for headers with credentials',
      code: code`
        import cors from 'cors'

        export default cors({ origin: 'https://app.example.com', credentials: true, allowedHeaders: '*' })
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Headers', effect: 'refuse every other header' },
          line: 3,
          column: 94,
          endLine: 3,
          endColumn: 95,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`Content-Type` and `Authorization`' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: 'https://app.example.com', credentials: true, allowedHeaders: 'Content-Type, Authorization' })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a wildcard for methods with credentials, in headers',
      code: code`
        export function handler(req, res) {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Credentials': 'true',
            'Access-Control-Allow-Methods': '*',
          })
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Methods', effect: 'refuse `PUT`, `PATCH` and `DELETE`' },
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET`, `HEAD`, `PUT`, `PATCH`, `POST` and `DELETE`' },
              output: code`
                export function handler(req, res) {
                  res.set({
                    'Access-Control-Allow-Origin': 'https://app.example.com',
                    'Access-Control-Allow-Credentials': 'true',
                    'Access-Control-Allow-Methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
                  })
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a wildcard among others, where credentials are on in some answers',
      code: code`
        export function GET(request) {
          const headers = new Headers({ 'Access-Control-Expose-Headers': 'X-Total, *' })
          headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
          if (request.headers.has('Cookie')) headers.set('Access-Control-Allow-Credentials', 'true')
          return new Response('{}', { headers })
        }
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Expose-Headers', effect: 'hide every other header from scripts' },
          line: 2,
          column: 76,
          endLine: 2,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'semicolons',
      code: code`
        export const cors = (req, res, next) => {
          res.set('Access-Control-Allow-Methods', 'GET; POST; PUT')
          next()
        }
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET; POST; PUT', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 2,
          column: 44,
          endLine: 2,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET`, `POST` and `PUT`' },
              output: code`
                export const cors = (req, res, next) => {
                  res.set('Access-Control-Allow-Methods', 'GET, POST, PUT')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'spaces and slashes',
      code: code`
        import cors from 'cors'

        const METHODS = 'GET/POST'
        export default cors({ methods: METHODS, allowedHeaders: 'Content-Type X-Tenant', exposedHeaders: ['X-Total; X-Page'] })
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET/POST', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET` and `POST`' },
              output: code`
                import cors from 'cors'

                const METHODS = 'GET, POST'
                export default cors({ methods: METHODS, allowedHeaders: 'Content-Type X-Tenant', exposedHeaders: ['X-Total; X-Page'] })
              `,
            },
          ],
        },
        {
          messageId: 'malformed',
          data: {
            value: 'Content-Type X-Tenant',
            header: 'Access-Control-Allow-Headers',
            effect: 'every preflight fails',
          },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 79,
        },
        {
          messageId: 'malformed',
          data: {
            value: 'X-Total; X-Page',
            header: 'Access-Control-Expose-Headers',
            effect: 'scripts get none of the headers',
          },
          line: 4,
          column: 100,
          endLine: 4,
          endColumn: 115,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`X-Total` and `X-Page`' },
              output: code`
                import cors from 'cors'

                const METHODS = 'GET/POST'
                export default cors({ methods: METHODS, allowedHeaders: 'Content-Type X-Tenant', exposedHeaders: ['X-Total', 'X-Page'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an array as text',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          headers: { 'Access-Control-Allow-Headers': '["Content-Type", "X-Tenant"]' },
        })
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: '["Content-Type"', header: 'Access-Control-Allow-Headers', effect: 'every preflight fails' },
          line: 3,
          column: 47,
          endLine: 3,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`Content-Type` and `X-Tenant`' },
              output: code`
                export const handler = async () => ({
                  statusCode: 204,
                  headers: { 'Access-Control-Allow-Headers': 'Content-Type, X-Tenant' },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a malformed list says nothing more',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, methods: 'put, GET; HEAD, TRACE, *, put' })
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET; HEAD', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`put`, `GET`, `HEAD`, `TRACE`, `*` and `put`' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, methods: 'put, GET, HEAD, TRACE, *, put' })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'methods in small letters',
      code: code`
        import cors from 'cors'

        export default cors({ methods: ['get', 'put', 'patch', 'delete'] })
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'put', sent: 'PUT' },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PUT' },
              output: code`
                import cors from 'cors'

                export default cors({ methods: ['get', 'PUT', 'patch', 'delete'] })
              `,
            },
          ],
        },
        {
          messageId: 'spelling',
          data: { name: 'patch', sent: 'PATCH' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PATCH' },
              output: code`
                import cors from 'cors'

                export default cors({ methods: ['get', 'put', 'PATCH', 'delete'] })
              `,
            },
          ],
        },
        {
          messageId: 'spelling',
          data: { name: 'delete', sent: 'DELETE' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'DELETE' },
              output: code`
                import cors from 'cors'

                export default cors({ methods: ['get', 'put', 'patch', 'DELETE'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'methods in mixed letters, in a text',
      code: code`
        export function OPTIONS() {
          return new Response(null, { headers: { 'Access-Control-Allow-Methods': \`GET, Patch,PUT\` } })
        }
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'Patch', sent: 'PATCH' },
          line: 2,
          column: 80,
          endLine: 2,
          endColumn: 85,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PATCH' },
              output: code`
                export function OPTIONS() {
                  return new Response(null, { headers: { 'Access-Control-Allow-Methods': \`GET, PATCH,PUT\` } })
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'methods that code puts together',
      code: code`
        import cors from 'cors'

        const READ = ['get', 'head']
        const WRITE = ['put']
        export default cors({ methods: [...READ, ...WRITE].join(', ') })
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'put', sent: 'PUT' },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PUT' },
              output: code`
                import cors from 'cors'

                const READ = ['get', 'head']
                const WRITE = ['PUT']
                export default cors({ methods: [...READ, ...WRITE].join(', ') })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a method that an unknown list stands beside',
      code: code`
        import cors from 'cors'
        import { methods } from './methods.js'

        export default cors({ methods: [...methods, 'Delete'] })
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'Delete', sent: 'DELETE' },
          line: 4,
          column: 46,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'DELETE' },
              output: code`
                import cors from 'cors'
                import { methods } from './methods.js'

                export default cors({ methods: [...methods, 'DELETE'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'methods that no script can send',
      code: code`
        import cors from 'cors'

        export default cors({ methods: ['GET', 'trace', 'PUT', 'CONNECT'] })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ methods: ['GET', 'PUT'] })
      `,
      errors: [
        {
          messageId: 'forbiddenMethod',
          data: { name: 'trace' },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 46,
        },
        {
          messageId: 'forbiddenMethod',
          data: { name: 'CONNECT' },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a method that no script can send, in texts',
      code: code`
        export function handler(req, res) {
          if (req.method === 'OPTIONS') res.setHeader('Access-Control-Allow-Methods', 'TRACK, GET, TRACE')
          else res.setHeader('Access-Control-Allow-Methods', 'CONNECT')
          res.end()
        }
      `,
      output: code`
        export function handler(req, res) {
          if (req.method === 'OPTIONS') res.setHeader('Access-Control-Allow-Methods', 'GET')
          else res.setHeader('Access-Control-Allow-Methods', 'CONNECT')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'forbiddenMethod',
          data: { name: 'TRACK' },
          line: 2,
          column: 80,
          endLine: 2,
          endColumn: 85,
        },
        {
          messageId: 'forbiddenMethod',
          data: { name: 'TRACE' },
          line: 2,
          column: 92,
          endLine: 2,
          endColumn: 97,
        },
        {
          messageId: 'forbiddenMethod',
          data: { name: 'CONNECT' },
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a cookie that no script can read',
      code: code`
        import cors from 'cors'

        export default cors({
          exposedHeaders: [
            'X-Total',
            // For the session.
            'Set-Cookie',
          ],
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          exposedHeaders: [
            'X-Total',
            // For the session.
          ],
        })
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie' },
          line: 7,
          column: 6,
          endLine: 7,
          endColumn: 16,
        },
      ],
    },
    {
      name: 'a cookie in a list that serves something else',
      code: code`
        import cors from 'cors'

        const HEADERS = ['X-Total', 'Set-Cookie']
        export const isPassedOn = (name) => HEADERS.includes(name)
        export default cors({ exposedHeaders: HEADERS })
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie' },
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a cookie in a text',
      code: code`
        export class Pages {
          send(res) {
            res.header('Access-Control-Expose-Headers', 'Set-Cookie2, Link ,set-cookie').send([])
          }
        }
      `,
      output: code`
        export class Pages {
          send(res) {
            res.header('Access-Control-Expose-Headers', 'Link ').send([])
          }
        }
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie2' },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 61,
        },
        {
          messageId: 'unreadable',
          data: { name: 'set-cookie' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'times with a unit',
      code: code`
        import cors from 'cors'

        export const day = cors({ maxAge: '24h' })
        export const seconds = cors({ maxAge: '600 s' })
        export const words = cors({ maxAge: 'one day' })
        export const fraction = cors({ maxAge: 0.5 })
        export const nothing = cors({ maxAge: NaN })
        export const truth = cors({ maxAge: true })
      `,
      errors: [
        {
          messageId: 'maxAge',
          data: { value: '24h' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '86400' },
              output: code`
                import cors from 'cors'

                export const day = cors({ maxAge: '86400' })
                export const seconds = cors({ maxAge: '600 s' })
                export const words = cors({ maxAge: 'one day' })
                export const fraction = cors({ maxAge: 0.5 })
                export const nothing = cors({ maxAge: NaN })
                export const truth = cors({ maxAge: true })
              `,
            },
          ],
        },
        {
          messageId: 'maxAge',
          data: { value: '600 s' },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '600' },
              output: code`
                import cors from 'cors'

                export const day = cors({ maxAge: '24h' })
                export const seconds = cors({ maxAge: '600' })
                export const words = cors({ maxAge: 'one day' })
                export const fraction = cors({ maxAge: 0.5 })
                export const nothing = cors({ maxAge: NaN })
                export const truth = cors({ maxAge: true })
              `,
            },
          ],
        },
        {
          messageId: 'maxAge',
          data: { value: 'one day' },
          line: 5,
          column: 37,
          endLine: 5,
          endColumn: 46,
        },
        {
          messageId: 'maxAge',
          data: { value: '0.5' },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 43,
        },
        {
          messageId: 'maxAge',
          data: { value: 'NaN' },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 42,
        },
        {
          messageId: 'maxAge',
          data: { value: 'true' },
          line: 8,
          column: 37,
          endLine: 8,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a negative time',
      code: code`
        export function preflight(req, res) {
          res.setHeader('Access-Control-Max-Age', '-1')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'maxAgeNegative',
          data: { value: '-1' },
          line: 2,
          column: 43,
          endLine: 2,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '0' },
              output: code`
                export function preflight(req, res) {
                  res.setHeader('Access-Control-Max-Age', '0')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'milliseconds',
      code: code`
        import cors from 'cors'

        const DAY = 24 * 60 * 60 * 1000
        export const day = cors({ maxAge: DAY })
        export const hour = cors({ maxAge: 3_600_000 })
        export const tenMinutes = cors({ maxAge: 10 * 60 * 1000 })
        export const halfAnHour = cors({ maxAge: '1800000' })
        export const week = cors({ maxAge: 604800000 })
      `,
      errors: [
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '86400000', seconds: '86400' },
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '86400' },
              output: code`
                import cors from 'cors'

                const DAY = 24 * 60 * 60 * 1000
                export const day = cors({ maxAge: 86400 })
                export const hour = cors({ maxAge: 3_600_000 })
                export const tenMinutes = cors({ maxAge: 10 * 60 * 1000 })
                export const halfAnHour = cors({ maxAge: '1800000' })
                export const week = cors({ maxAge: 604800000 })
              `,
            },
          ],
        },
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '3600000', seconds: '3600' },
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '3600' },
              output: code`
                import cors from 'cors'

                const DAY = 24 * 60 * 60 * 1000
                export const day = cors({ maxAge: DAY })
                export const hour = cors({ maxAge: 3600 })
                export const tenMinutes = cors({ maxAge: 10 * 60 * 1000 })
                export const halfAnHour = cors({ maxAge: '1800000' })
                export const week = cors({ maxAge: 604800000 })
              `,
            },
          ],
        },
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '600000', seconds: '600' },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '600' },
              output: code`
                import cors from 'cors'

                const DAY = 24 * 60 * 60 * 1000
                export const day = cors({ maxAge: DAY })
                export const hour = cors({ maxAge: 3_600_000 })
                export const tenMinutes = cors({ maxAge: 600 })
                export const halfAnHour = cors({ maxAge: '1800000' })
                export const week = cors({ maxAge: 604800000 })
              `,
            },
          ],
        },
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '1800000', seconds: '1800' },
          line: 7,
          column: 42,
          endLine: 7,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '1800' },
              output: code`
                import cors from 'cors'

                const DAY = 24 * 60 * 60 * 1000
                export const day = cors({ maxAge: DAY })
                export const hour = cors({ maxAge: 3_600_000 })
                export const tenMinutes = cors({ maxAge: 10 * 60 * 1000 })
                export const halfAnHour = cors({ maxAge: '1800' })
                export const week = cors({ maxAge: 604800000 })
              `,
            },
          ],
        },
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '604800000', seconds: '604800' },
          line: 8,
          column: 36,
          endLine: 8,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '604800' },
              output: code`
                import cors from 'cors'

                const DAY = 24 * 60 * 60 * 1000
                export const day = cors({ maxAge: DAY })
                export const hour = cors({ maxAge: 3_600_000 })
                export const tenMinutes = cors({ maxAge: 10 * 60 * 1000 })
                export const halfAnHour = cors({ maxAge: '1800000' })
                export const week = cors({ maxAge: 604800 })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a time of several branches',
      code: code`
        export default (ctx, next) => {
          ctx.set('Access-Control-Max-Age', ctx.path.startsWith('/v1/') ? '1d' : '600')
          return next()
        }
      `,
      errors: [
        {
          messageId: 'maxAge',
          data: { value: '1d' },
          line: 2,
          column: 67,
          endLine: 2,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '86400' },
              output: code`
                export default (ctx, next) => {
                  ctx.set('Access-Control-Max-Age', ctx.path.startsWith('/v1/') ? '86400' : '600')
                  return next()
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'valid-header-value',
  rule,
  {
    valid: [
      {
        name: 'constants of a type',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options = {
          origin: 'https://app.example.com',
          credentials: true as const,
          methods: ['GET', 'PUT'] as string[],
          maxAge: 600,
        } satisfies CorsOptions

        export default cors(options)
      `,
      },
    ],
    invalid: [
      {
        name: 'options of a type',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options: CorsOptions = {
          origin: 'https://app.example.com',
          credentials: 'true' as unknown as boolean,
          methods: ['put' as const, 'GET'],
          maxAge: -600,
        }

        export default cors(options)
      `,
        errors: [
          {
            messageId: 'credentialsIgnored',
            data: { library: '`cors`', value: "'true'" },
            line: 5,
            column: 16,
            endLine: 5,
            endColumn: 22,
            suggestions: [
              {
                messageId: 'write',
                data: { text: 'true' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const options: CorsOptions = {
                  origin: 'https://app.example.com',
                  credentials: true as unknown as boolean,
                  methods: ['put' as const, 'GET'],
                  maxAge: -600,
                }

                export default cors(options)
              `,
              },
            ],
          },
          {
            messageId: 'spelling',
            data: { name: 'put', sent: 'PUT' },
            line: 6,
            column: 14,
            endLine: 6,
            endColumn: 17,
            suggestions: [
              {
                messageId: 'spell',
                data: { text: 'PUT' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const options: CorsOptions = {
                  origin: 'https://app.example.com',
                  credentials: 'true' as unknown as boolean,
                  methods: ['PUT' as const, 'GET'],
                  maxAge: -600,
                }

                export default cors(options)
              `,
              },
            ],
          },
          {
            messageId: 'maxAgeNegative',
            data: { value: '-600' },
            line: 7,
            column: 11,
            endLine: 7,
            endColumn: 15,
            suggestions: [
              {
                messageId: 'write',
                data: { text: '0' },
                output: code`
                import cors, { type CorsOptions } from 'cors'

                const options: CorsOptions = {
                  origin: 'https://app.example.com',
                  credentials: 'true' as unknown as boolean,
                  methods: ['put' as const, 'GET'],
                  maxAge: 0,
                }

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
