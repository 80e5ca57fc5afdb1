import rule from '../../rules/valid-header-value.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('valid-header-value', rule, {
  valid: [
    {
      name: 'credentials as browsers look for them, in each way to write headers',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', true)
          res.end()
        })
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 'true' },
        })
      `,
    },
    {
      name: 'white space around the value is no part of it',
      code: code`
        export function GET() {
          return new Response('', {
            headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': ' true ' },
          })
        }
      `,
    },
    {
      name: 'credentials: false in options',
      code: code`
        import cors from 'cors'

        export default [cors({ origin: 'https://app.example.com', credentials: false }), cors({ credentials: undefined })]
      `,
    },
    {
      name: 'options that are off in other words',
      code: code`
        import cors from 'cors'

        export default [cors({ credentials: 'false' }), cors({ credentials: 0 }), cors({ credentials: null }), cors({ credentials: '' })]
      `,
    },
    {
      name: 'credentials by an environment variable',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', credentials: process.env.CORS_CREDENTIALS === 'true' }))
        app.use(cors({ origin: 'https://app.example.com', credentials: process.env.CORS_CREDENTIALS }))
      `,
    },
    {
      name: 'a header that says what a check found',
      code: code`
        app.use((req, res, next) => {
          const isTrusted = trusted(req)
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Credentials', isTrusted ? 'true' : 'false')
          res.append('Access-Control-Allow-Credentials', String(isTrusted))
          next()
        })
      `,
    },
    {
      name: 'a value from elsewhere',
      code: code`
        import { CREDENTIALS, METHODS, MAX_AGE } from './config.js'

        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Credentials': CREDENTIALS,
            'Access-Control-Allow-Methods': METHODS,
            'Access-Control-Max-Age': MAX_AGE,
          })
          next()
        })
      `,
    },
    {
      name: "a stranger's value in development only",
      code: code`
        import cors from 'cors'

        if (process.env.NODE_ENV !== 'production') app.use(cors({ credentials: 'true', maxAge: '1h', methods: 'GET; PUT' }))
      `,
    },
    {
      name: 'a header map for development',
      code: code`
        app.use((req, res, next) => {
          if (process.env.NODE_ENV === 'production') return next()
          res.setHeader('Access-Control-Allow-Credentials', 'yes')
          res.setHeader('Access-Control-Allow-Methods', 'get put')
          next()
        })
      `,
    },
    {
      name: '`*` in lists without credentials',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: '*', allowedHeaders: ['*'], exposedHeaders: '*' }))
        app.get('/', (req, res) => {
          res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' }).send('')
        })
      `,
    },
    {
      name: '`*` in lists where credentials belong to another answer',
      code: code`
        app.use((req, res, next) => {
          if (req.path === '/public') {
            res.set('Access-Control-Allow-Origin', '*')
            res.set('Access-Control-Allow-Headers', '*')
          } else {
            res.set('Access-Control-Allow-Origin', 'https://app.example.com')
            res.set('Access-Control-Allow-Credentials', 'true')
            res.set('Access-Control-Allow-Headers', 'Content-Type')
          }
          next()
        })
      `,
    },
    {
      name: '`*` for everything together with credentials is the conflict of another rule',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: '*', credentials: true, allowedHeaders: '*' }))
      `,
    },
    {
      name: 'Authorization beside a wildcard',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', '*')
          res.set('Access-Control-Allow-Headers', '*, Authorization')
          next()
        })
      `,
    },
    {
      name: 'capital, custom and WebDAV methods',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: ['GET', 'PUT', 'PURGE', 'PROPFIND', 'M-SEARCH', 'UPDATE', 'query'] }))
      `,
    },
    {
      name: 'small letters that have no effect',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: ['get', 'head', 'post', 'options', 'PUT'] }))
      `,
    },
    {
      name: 'both spellings of a method',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: ['patch', 'PATCH', 'put', 'PUT'] }))
      `,
    },
    {
      name: 'a wildcard that covers every spelling',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'put, *')
          next()
        })
      `,
    },
    {
      name: 'header names in any case',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: ['content-type', 'AUTHORIZATION', 'x-api-key'], exposedHeaders: 'etag,X-Total-Count' }))
      `,
    },
    {
      name: 'lists with empty parts, which browsers skip',
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Methods': 'GET,,PUT,',
          'Access-Control-Allow-Headers': ' Content-Type ,\tAuthorization',
        }
      `,
    },
    {
      name: 'an empty list',
      code: code`
        import cors from 'cors'

        app.use(cors({ methods: [], allowedHeaders: [], exposedHeaders: '' }))
      `,
    },
    {
      name: 'lists that are put together',
      code: code`
        import cors from 'cors'

        const BASE = ['GET', 'POST']
        const headers = new Set(['Content-Type', 'X-Trace'])
        app.use(cors({ methods: [...BASE, 'PUT'].join(), allowedHeaders: [...headers], exposedHeaders: BASE.map((one) => \`X-\${one}\`) }))
      `,
    },
    {
      name: 'lists with parts that cannot be seen',
      code: code`
        import cors from 'cors'
        import { extra } from './extra.js'

        app.use(cors({ methods: ['GET', ...extra], allowedHeaders: \`Content-Type, \${extra}\`, exposedHeaders: extra.join('; ') }))
      `,
    },
    {
      name: 'whole seconds',
      code: code`
        import cors from 'cors'

        export default [0, 5, 600, 7200, 86400, 604800, 2592000, 31536000, 63072000].map((maxAge) => cors({ maxAge }))
        export const week = cors({ maxAge: 7 * 24 * 60 * 60 })
        export const text = cors({ maxAge: '3600' })
        export const none = [cors({ maxAge: undefined }), cors({ maxAge: null }), cors({ maxAge: '' })]
      `,
    },
    {
      name: 'seconds in a header, as a number and as a text',
      code: code`
        import { createServer } from 'node:http'

        const DAY = 60 * 60 * 24
        createServer((req, res) => {
          res.writeHead(204, { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Max-Age': DAY })
          res.end()
        })
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Max-Age', \`\${DAY}\`)
          res.end()
        })
      `,
    },
    {
      name: 'milliseconds of other things',
      code: code`
        import session from 'express-session'
        import cors from 'cors'

        app.use(session({ secret: 's', cookie: { maxAge: 86400000 } }))
        app.use(express.static('public', { maxAge: '1d' }))
        app.use(cors({ maxAge: 3600 }))
      `,
    },
    {
      name: 'values of requests',
      code: code`
        const answer = await fetch('https://api.example.com', {
          headers: { 'Access-Control-Allow-Credentials': 'yes', 'Access-Control-Max-Age': '1h' },
        })
        proxy.on('proxyReq', (proxyReq) => proxyReq.setHeader('Access-Control-Allow-Methods', 'get;put'))
      `,
    },
    {
      name: 'a middleware of one route answers no preflight',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.get('/items', cors({ origin: 'https://app.example.com', methods: 'get;put', maxAge: '1h' }), list)
        app.post('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'post put')
          res.end()
        })
      `,
    },
    {
      name: 'other libraries of the same name',
      code: code`
        import cors from './cors.js'

        app.use(cors({ credentials: 'true', maxAge: '1h', methods: ['put'] }))
      `,
    },
    {
      name: 'headers that are exposed',
      code: code`
        import cors from 'cors'

        app.use(cors({ exposedHeaders: ['Authorization', 'X-Cookie', 'ETag', 'Location', 'Set-Cookie-Count'] }))
      `,
    },
    {
      name: 'an options object that is changed later',
      code: code`
        import cors from 'cors'

        const options = { origin: 'https://app.example.com', maxAge: '1h' }
        configure(options)
        app.use(cors(options))
      `,
    },
  ],
  invalid: [
    {
      name: '`True` in a header of Node',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'True')
          res.end()
        })
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
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a number in a header map',
      code: code`
        app.use((req, res, next) => {
          res.set({ 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 1 })
          next()
        })
      `,
      errors: [
        {
          messageId: 'credentials',
          data: { value: '1' },
          line: 2,
          column: 107,
          endLine: 2,
          endColumn: 108,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
        app.use((req, res, next) => {
          res.set({ 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 'true' })
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a text where the library looks for a boolean',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const cors = require('cors')

        module.exports = cors({ origin: ['https://app.example.com'], credentials: 'true' })
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: "'true'" },
          line: 3,
          column: 75,
          endLine: 3,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
        const cors = require('cors')

        module.exports = cors({ origin: ['https://app.example.com'], credentials: true })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a number where the library looks for a boolean',
      code: code`
        import cors from 'cors'

        const credentials = 1
        app.use(cors({ origin: 'https://app.example.com', credentials }))
      `,
      errors: [
        {
          messageId: 'credentialsIgnored',
          data: { library: '`cors`', value: '1' },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'write',
              data: { text: 'true' },
              output: code`
        import cors from 'cors'

        const credentials = 1
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: '`false` is no value of the header',
      code: code`
        app.use((req, res, next) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'false')
          next()
        })
      `,
      output: code`
        app.use((req, res, next) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
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
      name: '`false` in the result of a function of AWS Lambda',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Credentials': false,
            'Content-Type': 'application/json',
          },
        })
      `,
      output: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'https://app.example.com',
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
          endColumn: 46,
        },
      ],
    },
    {
      name: '`false` that may take back what another middleware allows',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/public', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://www.example.com')
          res.set('Access-Control-Allow-Credentials', 'false')
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'credentialsFalse',
          data: { value: 'false' },
          line: 8,
          column: 47,
          endLine: 8,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/public', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://www.example.com')
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: '`false` in the middle of a chain',
      code: code`
        app.get('/', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com').set('Access-Control-Allow-Credentials', 'false').send('')
        })
      `,
      output: code`
        app.get('/', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com').send('')
        })
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
      name: 'wildcards with credentials',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', credentials: true, methods: '*', allowedHeaders: ['*'], exposedHeaders: '*' }))
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Methods', effect: 'refuse `PUT`, `PATCH` and `DELETE`' },
          line: 3,
          column: 80,
          endLine: 3,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET`, `HEAD`, `PUT`, `PATCH`, `POST` and `DELETE`' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', credentials: true, methods: 'GET, HEAD, PUT, PATCH, POST, DELETE', allowedHeaders: ['*'], exposedHeaders: '*' }))
      `,
            },
          ],
        },
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Headers', effect: 'refuse every other header' },
          line: 3,
          column: 102,
          endLine: 3,
          endColumn: 103,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`Content-Type` and `Authorization`' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', credentials: true, methods: '*', allowedHeaders: ['Content-Type', 'Authorization'], exposedHeaders: '*' }))
      `,
            },
          ],
        },
        {
          messageId: 'star',
          data: { header: 'Access-Control-Expose-Headers', effect: 'hide every other header from scripts' },
          line: 3,
          column: 124,
          endLine: 3,
          endColumn: 125,
        },
      ],
    },
    {
      name: 'a wildcard beside a name',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Credentials', 'true')
          res.set('Access-Control-Allow-Headers', 'Content-Type, *')
          next()
        })
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Headers', effect: 'refuse every other header' },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a wildcard in a constant of a worker',
      code: code`
        const SHARED = { 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': 'GET, PUT' }

        export default {
          fetch() {
            return new Response('', {
              headers: {
                ...SHARED,
                'Access-Control-Allow-Origin': 'https://app.example.com',
                'Access-Control-Allow-Credentials': 'true',
              },
            })
          },
        }
      `,
      errors: [
        {
          messageId: 'star',
          data: { header: 'Access-Control-Allow-Headers', effect: 'refuse every other header' },
          line: 1,
          column: 51,
          endLine: 1,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`Content-Type` and `Authorization`' },
              output: code`
        const SHARED = { 'Access-Control-Allow-Headers': 'Content-Type, Authorization', 'Access-Control-Allow-Methods': 'GET, PUT' }

        export default {
          fetch() {
            return new Response('', {
              headers: {
                ...SHARED,
                'Access-Control-Allow-Origin': 'https://app.example.com',
                'Access-Control-Allow-Credentials': 'true',
              },
            })
          },
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'semicolons between methods',
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Methods': 'GET; POST; PUT',
        }
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET; POST; PUT', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET`, `POST` and `PUT`' },
              output: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Methods': 'GET, POST, PUT',
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'spaces between methods, in an option',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: 'GET POST PUT' }))
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET POST PUT', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 3,
          column: 61,
          endLine: 3,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET`, `POST` and `PUT`' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: 'GET, POST, PUT' }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a slash in an element of an array',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET/HEAD', 'PUT'] }))
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: 'GET/HEAD', header: 'Access-Control-Allow-Methods', effect: 'every preflight fails' },
          line: 3,
          column: 62,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`GET` and `HEAD`' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'HEAD', 'PUT'] }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'JSON in place of a list',
      code: code`
        const HEADERS = ['Content-Type', 'Authorization']
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', '["Content-Type", "Authorization"]')
          res.set('Access-Control-Expose-Headers', HEADERS.join('; '))
          next()
        })
      `,
      errors: [
        {
          messageId: 'malformed',
          data: { value: '["Content-Type"', header: 'Access-Control-Allow-Headers', effect: 'every preflight fails' },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'list',
              data: { names: '`Content-Type` and `Authorization`' },
              output: code`
        const HEADERS = ['Content-Type', 'Authorization']
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Headers', 'Content-Type, Authorization')
          res.set('Access-Control-Expose-Headers', HEADERS.join('; '))
          next()
        })
      `,
            },
          ],
        },
        {
          messageId: 'malformed',
          data: {
            value: 'Content-Type; Authorization',
            header: 'Access-Control-Expose-Headers',
            effect: 'scripts get none of the headers',
          },
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'the name of the header in its value',
      code: code`
        export function OPTIONS() {
          return new Response(null, {
            status: 204,
            headers: new Headers([
              ['Access-Control-Allow-Origin', 'https://app.example.com'],
              ['Access-Control-Allow-Headers', 'Access-Control-Allow-Headers: Content-Type'],
            ]),
          })
        }
      `,
      errors: [
        {
          messageId: 'malformed',
          data: {
            value: 'Access-Control-Allow-Headers: Content-Ty…',
            header: 'Access-Control-Allow-Headers',
            effect: 'every preflight fails',
          },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 83,
        },
      ],
    },
    {
      name: 'small letters',
      code: code`
        import cors from 'cors'

        const METHODS = ['get', 'post', 'put', 'patch', 'delete']
        app.use(cors({ origin: 'https://app.example.com', methods: METHODS }))
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'put', sent: 'PUT' },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PUT' },
              output: code`
        import cors from 'cors'

        const METHODS = ['get', 'post', 'PUT', 'patch', 'delete']
        app.use(cors({ origin: 'https://app.example.com', methods: METHODS }))
      `,
            },
          ],
        },
        {
          messageId: 'spelling',
          data: { name: 'patch', sent: 'PATCH' },
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PATCH' },
              output: code`
        import cors from 'cors'

        const METHODS = ['get', 'post', 'put', 'PATCH', 'delete']
        app.use(cors({ origin: 'https://app.example.com', methods: METHODS }))
      `,
            },
          ],
        },
        {
          messageId: 'spelling',
          data: { name: 'delete', sent: 'DELETE' },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'DELETE' },
              output: code`
        import cors from 'cors'

        const METHODS = ['get', 'post', 'put', 'patch', 'DELETE']
        app.use(cors({ origin: 'https://app.example.com', methods: METHODS }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'small letters in a text',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') res.setHeader('Access-Control-Allow-Methods', "get, put, Delete")
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'spelling',
          data: { name: 'put', sent: 'PUT' },
          line: 5,
          column: 85,
          endLine: 5,
          endColumn: 88,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'PUT' },
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') res.setHeader('Access-Control-Allow-Methods', "get, PUT, Delete")
          res.end()
        })
      `,
            },
          ],
        },
        {
          messageId: 'spelling',
          data: { name: 'Delete', sent: 'DELETE' },
          line: 5,
          column: 90,
          endLine: 5,
          endColumn: 96,
          suggestions: [
            {
              messageId: 'spell',
              data: { text: 'DELETE' },
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') res.setHeader('Access-Control-Allow-Methods', "get, put, DELETE")
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'methods that browsers never send',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'TRACE', 'PUT', 'connect'] }))
      `,
      output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }))
      `,
      errors: [
        {
          messageId: 'forbiddenMethod',
          data: { name: 'TRACE' },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 74,
        },
        {
          messageId: 'forbiddenMethod',
          data: { name: 'connect' },
          line: 3,
          column: 85,
          endLine: 3,
          endColumn: 92,
        },
      ],
    },
    {
      name: 'a method that browsers never send, in a text',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'GET, HEAD, TRACE')
          next()
        })
      `,
      output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'GET, HEAD')
          next()
        })
      `,
      errors: [
        {
          messageId: 'forbiddenMethod',
          data: { name: 'TRACE' },
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'the only method, which browsers never send',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', methods: 'TRACE' }))
      `,
      errors: [
        {
          messageId: 'forbiddenMethod',
          data: { name: 'TRACE' },
          line: 3,
          column: 61,
          endLine: 3,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'a cookie header that is exposed',
      code: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            exposedHeaders: [
              'ETag',
              // the session
              'set-cookie',
            ],
          }),
        )
      `,
      output: code`
        import cors from 'cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            exposedHeaders: [
              'ETag',
              // the session
            ],
          }),
        )
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'set-cookie' },
          line: 9,
          column: 8,
          endLine: 9,
          endColumn: 18,
        },
      ],
    },
    {
      name: 'a cookie header that is exposed, in a text',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Expose-Headers', 'Set-Cookie, ETag, Set-Cookie2')
          next()
        })
      `,
      output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Expose-Headers', 'ETag')
          next()
        })
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie' },
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 55,
        },
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie2' },
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a list that serves something else, too',
      code: code`
        import cors from 'cors'

        export const EXPOSED = ['Set-Cookie', 'ETag']
        app.use(cors({ origin: 'https://app.example.com', exposedHeaders: EXPOSED }))
      `,
      errors: [
        {
          messageId: 'unreadable',
          data: { name: 'Set-Cookie' },
          line: 3,
          column: 26,
          endLine: 3,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a time with a unit',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: '24h' }))
      `,
      errors: [
        {
          messageId: 'maxAge',
          data: { value: '24h' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '86400' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: '86400' }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a fraction, and no number at all',
      code: code`
        import cors from 'cors'

        export const fraction = cors({ maxAge: 0.5 })
        export const none = cors({ maxAge: Number.NaN })
        export const words = cors({ maxAge: 'one hour' })
        export const flag = cors({ maxAge: true })
      `,
      errors: [
        {
          messageId: 'maxAge',
          data: { value: '0.5' },
          line: 3,
          column: 40,
          endLine: 3,
          endColumn: 43,
        },
        {
          messageId: 'maxAge',
          data: { value: 'one hour' },
          line: 5,
          column: 37,
          endLine: 5,
          endColumn: 47,
        },
        {
          messageId: 'maxAge',
          data: { value: 'true' },
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a negative time',
      code: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Max-Age', '-1')
          res.sendStatus(204)
        })
      `,
      errors: [
        {
          messageId: 'maxAgeNegative',
          data: { value: '-1' },
          line: 3,
          column: 37,
          endLine: 3,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '0' },
              output: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Max-Age', '0')
          res.sendStatus(204)
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'milliseconds, computed',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: 24 * 60 * 60 * 1000 }))
      `,
      errors: [
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '86400000', seconds: '86400' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '86400' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: 86400 }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'milliseconds in a constant',
      code: code`
        import cors from 'cors'

        const HOUR_MS = 3600000
        setInterval(refresh, HOUR_MS)
        app.use(cors({ origin: 'https://app.example.com', maxAge: HOUR_MS }))
      `,
      errors: [
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '3600000', seconds: '3600' },
          line: 5,
          column: 59,
          endLine: 5,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '3600' },
              output: code`
        import cors from 'cors'

        const HOUR_MS = 3600000
        setInterval(refresh, HOUR_MS)
        app.use(cors({ origin: 'https://app.example.com', maxAge: 3600 }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'milliseconds in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(204, [
            'Access-Control-Allow-Origin',
            'https://app.example.com',
            'Access-Control-Max-Age',
            '600000',
          ])
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'maxAgeMilliseconds',
          data: { value: '600000', seconds: '600' },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 13,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '600' },
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(204, [
            'Access-Control-Allow-Origin',
            'https://app.example.com',
            'Access-Control-Max-Age',
            '600',
          ])
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'one of two values',
      code: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: process.env.CACHE ? 600 : '10m' }))
      `,
      errors: [
        {
          messageId: 'maxAge',
          data: { value: '10m' },
          line: 3,
          column: 85,
          endLine: 3,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'write',
              data: { text: '600' },
              output: code`
        import cors from 'cors'

        app.use(cors({ origin: 'https://app.example.com', maxAge: process.env.CACHE ? 600 : '600' }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'options given to a delegate',
      code: code`
        import cors from 'cors'

        app.use(
          cors((req, callback) => {
            if (req.path === '/open') return callback(null, { origin: false })
            callback(null, { origin: 'https://app.example.com', allowedHeaders: 'Content-Type Authorization' })
          }),
        )
      `,
      errors: [
        {
          messageId: 'malformed',
          data: {
            value: 'Content-Type Authorization',
            header: 'Access-Control-Allow-Headers',
            effect: 'every preflight fails',
          },
          line: 6,
          column: 74,
          endLine: 6,
          endColumn: 100,
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
        name: 'options that are typed',
        code: code`
        import cors, { type CorsOptions } from 'cors'

        const options = {
          origin: 'https://app.example.com',
          credentials: true as const,
          methods: ['GET', 'PUT'] as string[],
          maxAge: 600 satisfies number,
        } satisfies CorsOptions
        app.use(cors(options))
      `,
      },
    ],
    invalid: [
      {
        name: 'the mode of a request, in a Next.js route handler',
        code: code`
        import { NextResponse } from 'next/server'

        export function GET(): NextResponse {
          const response = NextResponse.json({ ok: true })
          response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
          response.headers.set('Access-Control-Allow-Credentials', 'include')
          return response
        }
      `,
        errors: [
          {
            messageId: 'credentials',
            data: { value: 'include' },
            line: 6,
            column: 60,
            endLine: 6,
            endColumn: 69,
            suggestions: [
              {
                messageId: 'write',
                data: { text: 'true' },
                output: code`
        import { NextResponse } from 'next/server'

        export function GET(): NextResponse {
          const response = NextResponse.json({ ok: true })
          response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
          response.headers.set('Access-Control-Allow-Credentials', 'true')
          return response
        }
      `,
              },
            ],
          },
        ],
      },
      {
        name: 'small letters from a helper',
        code: code`
        import type { Response } from 'express'

        function allow(res: Response, ...methods: string[]) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Methods', ['OPTIONS', 'patch'].join(', '))
        }
        app.options('/items', (req, res: Response) => {
          allow(res)
          res.end()
        })
      `,
        errors: [
          {
            messageId: 'spelling',
            data: { name: 'patch', sent: 'PATCH' },
            line: 5,
            column: 62,
            endLine: 5,
            endColumn: 67,
            suggestions: [
              {
                messageId: 'spell',
                data: { text: 'PATCH' },
                output: code`
        import type { Response } from 'express'

        function allow(res: Response, ...methods: string[]) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Methods', ['OPTIONS', 'PATCH'].join(', '))
        }
        app.options('/items', (req, res: Response) => {
          allow(res)
          res.end()
        })
      `,
              },
            ],
          },
        ],
      },
      {
        name: 'the options of a class',
        code: code`
        import cors from 'cors'

        class Server {
          private readonly methods: string[] = ['GET', 'put']
          start(app: { use(handler: unknown): void }) {
            app.use(cors({ origin: 'https://app.example.com', methods: this.methods }))
          }
        }
        new Server().start(app)
      `,
        errors: [
          {
            messageId: 'spelling',
            data: { name: 'put', sent: 'PUT' },
            line: 4,
            column: 49,
            endLine: 4,
            endColumn: 52,
            suggestions: [
              {
                messageId: 'spell',
                data: { text: 'PUT' },
                output: code`
        import cors from 'cors'

        class Server {
          private readonly methods: string[] = ['GET', 'PUT']
          start(app: { use(handler: unknown): void }) {
            app.use(cors({ origin: 'https://app.example.com', methods: this.methods }))
          }
        }
        new Server().start(app)
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
