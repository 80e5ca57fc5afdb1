import rule from '../../rules/valid-header-name.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('valid-header-name', rule, {
  valid: [
    {
      name: 'every header of the protocol',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Credentials', 'true')
          res.setHeader('Access-Control-Allow-Methods', 'PUT')
          res.setHeader('Access-Control-Allow-Headers', 'X-Trace')
          res.setHeader('Access-Control-Expose-Headers', 'X-Total')
          res.setHeader('Access-Control-Max-Age', '600')
          res.end()
        })
      `,
    },
    {
      name: 'names in other case',
      code: code`
        app.use((req, res, next) => {
          res.set({ 'access-control-allow-origin': 'https://app.example.com', 'ACCESS-CONTROL-MAX-AGE': '600' })
          next()
        })
      `,
    },
    {
      name: 'other headers of a response',
      code: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Allow': 'GET',
            'Timing-Allow-Origin': 'https://app.example.com',
            'Cross-Origin-Resource-Policy': 'cross-origin',
            'Origin-Agent-Cluster': '?1',
            'Service-Worker-Allowed': '/',
            'Access-Token': 'x',
            'X-Access-Control-Allow-Origin': 'x',
            'X-Frame-Options': 'DENY',
          })
          next()
        })
      `,
    },
    {
      name: 'the origin of a proxied request',
      code: code`
        import { createProxyServer } from 'http-proxy'

        // cors
        const proxy = createProxyServer({})
        proxy.on('proxyReq', (proxyReq) => {
          proxyReq.setHeader('Origin', 'https://api.example.com')
          proxyReq.setHeader('Access-Control-Request-Method', 'PUT')
        })
      `,
    },
    {
      name: 'the origin of an outgoing request',
      code: code`
        // checks the CORS headers of a server
        const headers = new Headers()
        headers.set('Origin', 'https://app.example.com')
        headers.set('Access-Control-Request-Headers', 'x-trace')
        const answer = await fetch('https://api.example.com', { method: 'OPTIONS', headers })
      `,
    },
    {
      name: 'headers for a client, from a function',
      code: code`
        export function preflightHeaders(method) {
          const headers = new Headers({ Origin: 'https://app.example.com' })
          headers.append('Access-Control-Request-Method', method)
          return headers
        }
      `,
    },
    {
      name: 'a request of a test',
      code: code`
        import request from 'supertest'

        it('answers preflights', () =>
          request(app)
            .options('/')
            .set('Origin', 'https://app.example.com')
            .set('Access-Control-Request-Method', 'PUT')
            .expect('Access-Control-Allow-Origin', 'https://app.example.com'))
      `,
    },
    {
      name: 'clients',
      code: code`
        import axios from 'axios'
        import got from 'got'
        import { request } from 'node:http'

        axios.get('https://api.example.com', { headers: { Origin: 'https://app.example.com', 'Access-Control-Allow-Origins': '*' } })
        got('https://api.example.com', { headers: { 'Access-Control-Request-Method': 'PUT' } })
        const req = request({ host: 'api.example.com' })
        req.setHeader('Origin', 'https://app.example.com')
      `,
    },
    {
      name: 'the origin of a request that a middleware changes',
      code: code`
        app.use((req, res, next) => {
          req.headers['origin'] = 'https://app.example.com'
          req.headers.set('Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
      `,
    },
    {
      name: 'a request that a worker hands on',
      code: code`
        export default {
          async fetch(request) {
            const upstream = new Request('https://api.example.com', request)
            upstream.headers.set('Origin', 'https://api.example.com')
            const response = new Response(null, await fetch(upstream))
            response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
            return response
          },
        }
      `,
    },
    {
      name: 'names as data',
      code: code`
        const KNOWN = ['Access-Control-Allow-Origins', 'Acess-Control-Allow-Origin']
        const seen = new Map()
        seen.set('Access-Control-Allow-Origins', 1)
        new URLSearchParams().set('Origin', 'x')
        localStorage.setItem('Access-Control-Allow-Method', 'PUT')
      `,
    },
    {
      name: 'reading what somebody else sent',
      code: code`
        const allowed = response.headers.get('Access-Control-Allow-Orgin') ?? response.headers['access-control-allow-origins']
        const { origin } = req.headers
      `,
    },
    {
      name: 'taking headers away',
      code: code`
        app.use((req, res, next) => {
          res.removeHeader('Access-Control-Allow-Origins')
          res.removeHeader('Access-Control-Allow-Private-Network')
          next()
        })
      `,
    },
    {
      name: 'a name that cannot be seen',
      code: code`
        import { NAME } from './names.js'

        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set(NAME, 'x')
          res.set(\`Access-Control-\${NAME}\`, 'x')
          next()
        })
      `,
    },
    {
      name: "a name of one's own, by option",
      options: [{ additionalNames: ['Access-Control-Allow-Tenant', 'access-control-allow-orgin'] }],
      code: code`
        app.use((req, res, next) => {
          res.set('access-control-allow-tenant', 'x')
          res.set('Access-Control-Allow-Orgin', 'x')
          next()
        })
      `,
    },
    {
      name: 'in development only',
      code: code`
        app.use((req, res, next) => {
          if (process.env.NODE_ENV === 'development') res.set('Access-Control-Allow-Private-Network', 'true')
          next()
        })
      `,
    },
    {
      name: 'the options of a library',
      code: code`
        import cors from 'cors'

        app.use(cors({ allowedHeaders: ['Access-Control-Allow-Orgin', 'Origin'] }))
      `,
    },
    {
      name: 'a response of a test double',
      code: code`
        expect({ statusCode: 200, headers: { 'Access-Control-Allow-Origins': '*' } }).toEqual(answer)
      `,
    },
    {
      name: 'an object of options that only looks like headers',
      code: code`
        // cors
        upload({ headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' } })
      `,
    },
  ],
  invalid: [
    {
      name: 'an s too many',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origins', 'https://app.example.com')
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Origins', meant: 'Access-Control-Allow-Origin' },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an s too few',
      code: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Method', 'PUT')
          res.set('Access-Control-Allow-Header', 'X-Trace')
          res.sendStatus(204)
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Method', meant: 'Access-Control-Allow-Methods' },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Methods', 'PUT')
          res.set('Access-Control-Allow-Header', 'X-Trace')
          res.sendStatus(204)
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Header', 'X-Trace')
          res.sendStatus(204)
        })
      `,
            },
          ],
        },
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Header', meant: 'Access-Control-Allow-Headers' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Headers' },
              output: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Method', 'PUT')
          res.set('Access-Control-Allow-Headers', 'X-Trace')
          res.sendStatus(204)
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.options('/items', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Method', 'PUT')
          res.sendStatus(204)
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a word too many, and one too few',
      code: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
            'Access-Control-Expose-Header': 'X-Total',
            'Access-Control-Credentials': 'true',
          })
          next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Max-Age', meant: 'Access-Control-Max-Age' },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Max-Age' },
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Max-Age': '600',
            'Access-Control-Expose-Header': 'X-Total',
            'Access-Control-Credentials': 'true',
          })
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Expose-Header': 'X-Total',
            'Access-Control-Credentials': 'true',
          })
          next()
        })
      `,
            },
          ],
        },
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Expose-Header', meant: 'Access-Control-Expose-Headers' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Expose-Headers' },
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
            'Access-Control-Expose-Headers': 'X-Total',
            'Access-Control-Credentials': 'true',
          })
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
            'Access-Control-Credentials': 'true',
          })
          next()
        })
      `,
            },
          ],
        },
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Credentials', meant: 'Access-Control-Allow-Credentials' },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Credentials' },
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
            'Access-Control-Expose-Header': 'X-Total',
            'Access-Control-Allow-Credentials': 'true',
          })
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': 'https://app.example.com',
            'Access-Control-Allow-Max-Age': '600',
            'Access-Control-Expose-Header': 'X-Total',
          })
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a letter too few in the first word',
      code: code`
        export function GET() {
          return new Response('', { headers: { 'Acess-Control-Allow-Origin': 'https://app.example.com' } })
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Acess-Control-Allow-Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 40,
          endLine: 2,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        export function GET() {
          return new Response('', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
        }
      `,
            },
            {
              messageId: 'remove',
              output: code`
        export function GET() {
          return new Response('', { headers: {} })
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'letters that changed places',
      code: code`
        export function GET() {
          return Response.json({}, { headers: [['Access-Control-Allow-Orgiin', 'https://app.example.com']] })
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgiin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 41,
          endLine: 2,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        export function GET() {
          return Response.json({}, { headers: [['Access-Control-Allow-Origin', 'https://app.example.com']] })
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'underscores, as a gateway writes them',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { Access_Control_Allow_Origin: 'https://app.example.com' },
          body: '',
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access_Control_Allow_Origin', meant: 'Access-Control-Allow-Origin' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' },
          body: '',
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {},
          body: '',
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'no hyphens',
      code: code`
        app.use(async (ctx, next) => {
          ctx.set('AccessControlAllowOrigin', 'https://app.example.com')
          await next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'AccessControlAllowOrigin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 11,
          endLine: 2,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        app.use(async (ctx, next) => {
          ctx.set('Access-Control-Allow-Origin', 'https://app.example.com')
          await next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use(async (ctx, next) => {
          await next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'small letters stay small',
      code: code`
        app.use((req, res, next) => {
          res.header('access-control-allow-header', 'x-trace')
          next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'access-control-allow-header', meant: 'access-control-allow-headers' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'access-control-allow-headers' },
              output: code`
        app.use((req, res, next) => {
          res.header('access-control-allow-headers', 'x-trace')
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that is nothing like the others',
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Everything', 'yes')
          next()
        })
      `,
      errors: [
        {
          messageId: 'unknown',
          data: { name: 'Access-Control-Allow-Everything' },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a misspelt name beside the right one',
      code: code`
        app.use((req, res, next) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Orgin', 'https://app.example.com')
          next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgin', meant: 'Access-Control-Allow-Origin' },
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a misspelt name in a constant',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const ALLOW_ORIGIN = 'Access-Controll-Allow-Origin'

        exports.handler = async () => {
          const response = { statusCode: 200, headers: {} }
          response.headers[ALLOW_ORIGIN] = 'https://app.example.com'
          return response
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Controll-Allow-Origin', meant: 'Access-Control-Allow-Origin' },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'a misspelt name in a loop',
      code: code`
        const HEADERS = { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Metods': 'PUT' }

        app.use((req, res, next) => {
          for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
          next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Metods', meant: 'Access-Control-Allow-Methods' },
          line: 1,
          column: 77,
          endLine: 1,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
        const HEADERS = { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Methods': 'PUT' }

        app.use((req, res, next) => {
          for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a misspelt name in a flat list',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, ['Access-Control-Allow-Origin', 'https://app.example.com', 'Access-Control-Alow-Headers', 'X-A'])
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Alow-Headers', meant: 'Access-Control-Allow-Headers' },
          line: 4,
          column: 81,
          endLine: 4,
          endColumn: 110,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Headers' },
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, ['Access-Control-Allow-Origin', 'https://app.example.com', 'Access-Control-Allow-Headers', 'X-A'])
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a misspelt name in a Headers object',
      code: code`
        export default {
          fetch() {
            const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
            headers.append('Access-Control-Exposed-Headers', 'X-Total')
            return new Response('', { headers })
          },
        }
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Exposed-Headers', meant: 'Access-Control-Expose-Headers' },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Expose-Headers' },
              output: code`
        export default {
          fetch() {
            const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
            headers.append('Access-Control-Expose-Headers', 'X-Total')
            return new Response('', { headers })
          },
        }
      `,
            },
            {
              messageId: 'remove',
              output: code`
        export default {
          fetch() {
            const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
            return new Response('', { headers })
          },
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
        app.get('/', (req, res) => {
          res.status(200).set('Access-Control-Allow-Credential', 'true').json({})
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Credential', meant: 'Access-Control-Allow-Credentials' },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Credentials' },
              output: code`
        app.get('/', (req, res) => {
          res.status(200).set('Access-Control-Allow-Credentials', 'true').json({})
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.get('/', (req, res) => {
          res.status(200).json({})
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'the answer to the question',
      code: code`
        app.options('/items', (req, res) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Request-Headers', 'Content-Type')
          res.header('Access-Control-Request-Methods', 'PUT')
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Headers', meant: 'Access-Control-Allow-Headers' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Headers' },
              output: code`
        app.options('/items', (req, res) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Headers', 'Content-Type')
          res.header('Access-Control-Request-Methods', 'PUT')
          res.end()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.options('/items', (req, res) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Request-Methods', 'PUT')
          res.end()
        })
      `,
            },
          ],
        },
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Methods', meant: 'Access-Control-Allow-Methods' },
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Methods' },
              output: code`
        app.options('/items', (req, res) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Request-Headers', 'Content-Type')
          res.header('Access-Control-Allow-Methods', 'PUT')
          res.end()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.options('/items', (req, res) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Request-Headers', 'Content-Type')
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'the header of the request itself',
      code: code`
        app.use((req, res, next) => {
          res.header('Origin', 'https://app.example.com') // cors
          next()
        })
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Origin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com') // cors
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          // cors
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'the header of the request beside the right one',
      code: code`
        export function OPTIONS() {
          return new Response(null, {
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Allow-Methods': 'PUT',
              'Access-Control-Request-Method': 'PUT',
              Origin: 'https://app.example.com',
            },
          })
        }
      `,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Access-Control-Request-Method', meant: 'Access-Control-Allow-Methods' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        export function OPTIONS() {
          return new Response(null, {
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Allow-Methods': 'PUT',
              Origin: 'https://app.example.com',
            },
          })
        }
      `,
            },
          ],
        },
        {
          messageId: 'request',
          data: { name: 'Origin', meant: 'Access-Control-Allow-Origin' },
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 13,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        export function OPTIONS() {
          return new Response(null, {
            headers: {
              'Access-Control-Allow-Origin': 'https://app.example.com',
              'Access-Control-Allow-Methods': 'PUT',
              'Access-Control-Request-Method': 'PUT',
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
      name: 'Private Network Access',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.setHeader('Access-Control-Allow-Private-Network', 'true')
          }
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'retired',
          data: { name: 'Access-Control-Allow-Private-Network' },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
          }
          res.end()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'Private Network Access, by its older name and as a question',
      code: code`
        app.use((req, res, next) => {
          res.set({ 'Access-Control-Allow-External': 'true', 'Access-Control-Request-Private-Network': 'true' })
          next()
        })
      `,
      errors: [
        {
          messageId: 'retired',
          data: { name: 'Access-Control-Allow-External' },
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set({ 'Access-Control-Request-Private-Network': 'true' })
          next()
        })
      `,
            },
          ],
        },
        {
          messageId: 'retired',
          data: { name: 'Access-Control-Request-Private-Network' },
          line: 2,
          column: 54,
          endLine: 2,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          res.set({ 'Access-Control-Allow-External': 'true' })
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an option for other names',
      options: [{ additionalNames: ['Access-Control-Allow-Tenant'] }],
      code: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Tenants', 'x')
          next()
        })
      `,
      errors: [
        {
          messageId: 'unknown',
          data: { name: 'Access-Control-Allow-Tenants' },
          line: 2,
          column: 11,
          endLine: 2,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          next()
        })
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a template',
      code: code`
        app.use((req, res, next) => {
          res.set(\`Access-Control-Allow-Orgin\`, 'https://app.example.com')
          const prefix = 'Access-Control'
          res.set(\`\${prefix}-Allow-Orgins\`, 'https://app.example.com')
          next()
        })
      `,
      errors: [
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgin', meant: 'Access-Control-Allow-Origin' },
          line: 2,
          column: 11,
          endLine: 2,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'Access-Control-Allow-Origin' },
              output: code`
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          const prefix = 'Access-Control'
          res.set(\`\${prefix}-Allow-Orgins\`, 'https://app.example.com')
          next()
        })
      `,
            },
            {
              messageId: 'remove',
              output: code`
        app.use((req, res, next) => {
          const prefix = 'Access-Control'
          res.set(\`\${prefix}-Allow-Orgins\`, 'https://app.example.com')
          next()
        })
      `,
            },
          ],
        },
        {
          messageId: 'misspelt',
          data: { name: 'Access-Control-Allow-Orgins', meant: 'Access-Control-Allow-Origin' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 35,
        },
      ],
    },
  ],
})

runRule(
  'valid-header-name',
  rule,
  {
    valid: [
      {
        name: 'a parameter that may be a request',
        code: code`
        import type { ClientRequest } from 'node:http'

        // cors
        export function sign(request: ClientRequest, out: Headers) {
          request.setHeader('Origin', 'https://app.example.com')
          out.set('Origin', 'https://app.example.com')
        }
      `,
      },
      {
        name: 'a response of Express by its type',
        code: code`
        import type { Response } from 'express'

        export const allow = (res: Response): Response =>
          res.set('Access-Control-Allow-Origin', 'https://app.example.com').set('Vary', 'Origin')
      `,
      },
    ],
    invalid: [
      {
        name: 'a helper with a response by its type',
        code: code`
        import type { ServerResponse } from 'node:http'

        export class Policy {
          apply(out: ServerResponse): void {
            out.setHeader('Access-Control-Allow-Origin' as const, 'https://app.example.com')
            out.setHeader('Access-Control-MaxAge', 600)
            out.setHeader('Origin', '*')
          }
        }
      `,
        errors: [
          {
            messageId: 'misspelt',
            data: { name: 'Access-Control-MaxAge', meant: 'Access-Control-Max-Age' },
            line: 6,
            column: 19,
            endLine: 6,
            endColumn: 42,
            suggestions: [
              {
                messageId: 'rename',
                data: { meant: 'Access-Control-Max-Age' },
                output: code`
        import type { ServerResponse } from 'node:http'

        export class Policy {
          apply(out: ServerResponse): void {
            out.setHeader('Access-Control-Allow-Origin' as const, 'https://app.example.com')
            out.setHeader('Access-Control-Max-Age', 600)
            out.setHeader('Origin', '*')
          }
        }
      `,
              },
              {
                messageId: 'remove',
                output: code`
        import type { ServerResponse } from 'node:http'

        export class Policy {
          apply(out: ServerResponse): void {
            out.setHeader('Access-Control-Allow-Origin' as const, 'https://app.example.com')
            out.setHeader('Origin', '*')
          }
        }
      `,
              },
            ],
          },
          {
            messageId: 'request',
            data: { name: 'Origin', meant: 'Access-Control-Allow-Origin' },
            line: 7,
            column: 19,
            endLine: 7,
            endColumn: 27,
            suggestions: [
              {
                messageId: 'remove',
                output: code`
        import type { ServerResponse } from 'node:http'

        export class Policy {
          apply(out: ServerResponse): void {
            out.setHeader('Access-Control-Allow-Origin' as const, 'https://app.example.com')
            out.setHeader('Access-Control-MaxAge', 600)
          }
        }
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
