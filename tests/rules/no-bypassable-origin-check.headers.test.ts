import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const fromEnvironment = { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } }
const imported = { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } }

runRule('no-bypassable-origin-check', rule, {
  valid: [
    {
      name: 'tenants in a map, in Koa',
      code: code`
        const tenants = new Map([['https://a.acme.io', { id: 1 }], ['https://b.acme.io', { id: 2 }]])

        export async function middleware(ctx, next) {
          const origin = ctx.get('Origin')
          ctx.vary('Origin')
          if (tenants.get(origin)) {
            ctx.set('Access-Control-Allow-Origin', origin)
            ctx.set('Access-Control-Allow-Credentials', 'true')
          }
          await next()
        }
      `,
    },
    {
      name: 'a parsed address, in node:http',
      code: code`
        import http from 'node:http'

        const hosts = new Set(['app.acme.io', 'admin.acme.io'])
        http.createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin && URL.canParse(origin)) {
            const { protocol, host } = new URL(origin)
            if (protocol === 'https:' && hosts.has(host)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
          }
          res.end('{}')
        }).listen(3000)
      `,
    },
    {
      name: 'a variable that is split, in a worker',
      code: code`
        export default {
          async fetch(request, env) {
            const origin = request.headers.get('Origin')
            const response = new Response('{}')
            response.headers.set('Vary', 'Origin')
            if (origin && env.ALLOWED_ORIGINS.split(',').includes(origin)) {
              response.headers.set('Access-Control-Allow-Origin', origin)
              response.headers.set('Access-Control-Allow-Credentials', 'true')
            }
            return response
          },
        }
      `,
    },
    {
      name: 'a list, in Hono',
      code: code`
        import { Hono } from 'hono'

        const app = new Hono()
        const allow = ['https://app.acme.io']
        app.use('*', async (c, next) => {
          const origin = c.req.header('origin') ?? ''
          await next()
          c.header('Vary', 'Origin')
          if (allow.includes(origin)) {
            c.header('Access-Control-Allow-Origin', origin)
            c.header('Access-Control-Allow-Credentials', 'true')
          }
        })
      `,
    },
    {
      name: 'the host that was asked, compared as a whole',
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          const { origin, host } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin && origin === \`https://\${host}\`) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end()
        }).listen(1)
      `,
    },
    {
      name: 'a suffix with its dot behind a scheme',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res, next) => {
          const origin = req.get('origin') || ''
          res.vary('Origin')
          const isOwn = origin.startsWith('https://') && origin.endsWith('.acme.io')
          if (isOwn) {
            res.set('Access-Control-Allow-Origin', origin)
            res.set('Access-Control-Allow-Credentials', 'true')
          }
          next()
        }
      `,
    },
    {
      name: 'a list for redirects, not for origins',
      languageOptions: commonjs,
      code: code`
        const list = ['https://app.acme.io']
        module.exports = (req, res) => {
          if (req.query.next.startsWith('https://app.acme.io')) res.redirect(req.query.next)
          res.setHeader('Vary', 'Origin')
          if (list.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
    {
      name: 'a prefix that is only logged',
      languageOptions: commonjs,
      code: code`
        const list = ['https://app.acme.io']
        module.exports = (req, res) => {
          const { origin } = req.headers
          if (origin?.startsWith('https://app.acme')) console.log('ours', origin)
          res.setHeader('Vary', 'Origin')
          if (list.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
    },
    {
      name: 'an answer of a service',
      code: code`
        export async function handler(event) {
          const { origin } = event.headers
          const answer = await fetch(\`https://sites.internal/\${encodeURIComponent(origin)}\`)
          const { isKnown } = await answer.json()
          return {
            statusCode: 200,
            headers: { Vary: 'Origin', ...(isKnown && { 'Access-Control-Allow-Origin': origin }) },
            body: '{}',
          }
        }
      `,
    },
    {
      name: 'prefixes in development, by a guard of the framework',
      code: code`
        export async function onRequest({ request, next }) {
          const origin = request.headers.get('origin') ?? ''
          const response = await next()
          response.headers.append('Vary', 'Origin')
          const isLocal = import.meta.env.DEV && origin.startsWith('http://localhost')
          if (isLocal || origin === 'https://app.acme.io') response.headers.set('Access-Control-Allow-Origin', origin)
          return response
        }
      `,
    },
    {
      name: 'an object that is searched by key',
      code: code`
        const sites = { 'https://app.acme.io': 'app', 'https://admin.acme.io': 'admin' }

        export const handler = async (event) => {
          const site = sites[event.headers.origin]
          if (site === undefined) return { statusCode: 403, headers: { Vary: 'Origin' } }
          return {
            statusCode: 200,
            headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': event.headers.origin },
            body: site,
          }
        }
      `,
    },
    {
      name: 'a switch over whole origins',
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          switch (req.headers.origin) {
            case 'https://app.acme.io':
            case 'https://admin.acme.io':
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end()
        }).listen(1)
      `,
    },
    {
      name: 'no `^`, where only another scheme could stand in front',
      languageOptions: commonjs,
      code: code`
        const PATTERN = /https:\/\/(app|shop)\.acme\.io$/

        module.exports = function (req, res, next) {
          const origin = req.get('origin')
          res.vary('Origin')
          if (!origin || !PATTERN.test(origin)) return next()
          res.set('Access-Control-Allow-Origin', origin)
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        }
      `,
    },
  ],
  invalid: [
    {
      name: 'a loop over prefixes',
      settings: listed,
      code: code`
        import express from 'express'

        const app = express()
        const trusted = ['https://app.acme.io', 'https://admin.acme.io']
        app.use((req, res, next) => {
          const origin = req.headers.origin
          res.vary('Origin')
          for (const site of trusted) {
            if (origin && origin.startsWith(site)) {
              res.header('Access-Control-Allow-Origin', origin)
              res.header('Access-Control-Allow-Credentials', 'true')
              break
            }
          }
          next()
        })
      `,
      output: code`
        import express from 'express'
        const allowedOrigins = ['https://app.example.com']

        const app = express()
        const trusted = ['https://app.acme.io', 'https://admin.acme.io']
        app.use((req, res, next) => {
          const origin = req.headers.origin
          res.vary('Origin')
          for (const site of trusted) {
            if (origin && origin.startsWith(site)) {
              if (allowedOrigins.includes(origin)) {
                res.header('Access-Control-Allow-Origin', origin)
              }
              res.header('Access-Control-Allow-Credentials', 'true')
              break
            }
          }
          next()
        })
      `,
      errors: [
        {
          messageId: 'appended',
          data: {
            where: '',
            origin: 'https://app.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 9,
          column: 19,
          endLine: 9,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'a variable that is searched, in Lambda',
      code: code`
        const allowed = process.env.ALLOWED_ORIGINS || ''

        export const handler = async (event) => {
          const { origin } = event.headers
          return {
            statusCode: 200,
            headers: { Vary: 'Origin', ...(origin && allowed.includes(origin) && { 'Access-Control-Allow-Origin': origin }) },
            body: '{}',
          }
        }
      `,
      errors: [
        {
          messageId: 'part',
          data: {
            where: 'Where `process.env.ALLOWED_ORIGINS` is `https://app.example.com`, ',
            origin: 'https://app.example.co',
            credentials: '',
          },
          line: 7,
          column: 46,
          endLine: 7,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const allowed = process.env.ALLOWED_ORIGINS || ''

                export const handler = async (event) => {
                  const { origin } = event.headers
                  return {
                    statusCode: 200,
                    headers: { Vary: 'Origin', ...(origin && allowed.includes(origin) && { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }) }) },
                    body: '{}',
                  }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a variable that is searched, in a worker',
      settings: listed,
      code: code`
        export default {
          async fetch(request, env) {
            const origin = request.headers.get('Origin')
            const response = new Response('{}')
            response.headers.set('Vary', 'Origin')
            if (origin && env.ALLOWED_ORIGINS.includes(origin)) {
              response.headers.set('Access-Control-Allow-Origin', origin)
              response.headers.set('Access-Control-Allow-Credentials', 'true')
            }
            return response
          },
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export default {
          async fetch(request, env) {
            const origin = request.headers.get('Origin')
            const response = new Response('{}')
            response.headers.set('Vary', 'Origin')
            if (origin && env.ALLOWED_ORIGINS.includes(origin)) {
              if (allowedOrigins.includes(origin)) {
                response.headers.set('Access-Control-Allow-Origin', origin)
              }
              response.headers.set('Access-Control-Allow-Credentials', 'true')
            }
            return response
          },
        }
      `,
      errors: [
        {
          messageId: 'part',
          data: {
            where: 'Where `env.ALLOWED_ORIGINS` is `https://app.example.com`, ',
            origin: 'https://app.example.co',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'a suffix, in Hono',
      settings: listed,
      code: code`
        import { Hono } from 'hono'

        const app = new Hono()
        app.use('*', async (c, next) => {
          const origin = c.req.header('origin') ?? ''
          await next()
          c.header('Vary', 'Origin')
          if (origin.endsWith('acme.io')) {
            c.header('Access-Control-Allow-Origin', origin)
            c.header('Access-Control-Allow-Credentials', 'true')
          }
        })
      `,
      output: code`
        import { Hono } from 'hono'
        const allowedOrigins = ['https://app.example.com']

        const app = new Hono()
        app.use('*', async (c, next) => {
          const origin = c.req.header('origin') ?? ''
          await next()
          c.header('Vary', 'Origin')
          if (origin.endsWith('acme.io')) {
            if (allowedOrigins.includes(origin)) {
              c.header('Access-Control-Allow-Origin', origin)
            }
            c.header('Access-Control-Allow-Credentials', 'true')
          }
        })
      `,
      errors: [
        {
          messageId: 'prepended',
          data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'one of the cases of a switch over true',
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          const origin = req.headers.origin || ''
          res.setHeader('Vary', 'Origin')
          switch (true) {
            case origin === 'https://app.acme.io':
            case origin.startsWith('https://admin.acme.io'):
              res.setHeader('Access-Control-Allow-Origin', origin)
              break
            default:
          }
          res.end()
        }).listen(1)
      `,
      errors: [
        {
          messageId: 'appended',
          data: { where: '', origin: 'https://admin.acme.io.evil.example', credentials: '' },
          line: 8,
          column: 10,
          endLine: 8,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import http from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                http.createServer((req, res) => {
                  const origin = req.headers.origin || ''
                  res.setHeader('Vary', 'Origin')
                  switch (true) {
                    case origin === 'https://app.acme.io':
                    case origin.startsWith('https://admin.acme.io'):
                      if (allowedOrigins.includes(origin)) {
                        res.setHeader('Access-Control-Allow-Origin', origin)
                      }
                      break
                    default:
                  }
                  res.end()
                }).listen(1)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a hostname that is compared alone, in Koa',
      settings: fromEnvironment,
      code: code`
        export default async function (ctx, next) {
          const origin = ctx.get('Origin')
          ctx.vary('Origin')
          try {
            if (new URL(origin).hostname === 'app.acme.io') {
              ctx.set('Access-Control-Allow-Origin', origin)
              ctx.set('Access-Control-Allow-Credentials', 'true')
            }
          } catch {
            // No address.
          }
          await next()
        }
      `,
      output: code`
        const allowedOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export default async function (ctx, next) {
          const origin = ctx.get('Origin')
          ctx.vary('Origin')
          try {
            if (new URL(origin).hostname === 'app.acme.io') {
              if (allowedOrigins.includes(origin)) {
                ctx.set('Access-Control-Allow-Origin', origin)
              }
              ctx.set('Access-Control-Allow-Credentials', 'true')
            }
          } catch {
            // No address.
          }
          await next()
        }
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { origin: 'http://app.acme.io', credentials: ' with the cookies of its visitors' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'an early return on the negation',
      filename: 'server/index.js',
      languageOptions: commonjs,
      settings: imported,
      code: code`
        const PATTERN = /^https:\/\/(app|shop)\.acme\.io/

        module.exports = function (req, res, next) {
          const origin = req.get('origin')
          res.vary('Origin')
          if (!origin || !PATTERN.test(origin)) return next()
          res.set('Access-Control-Allow-Origin', origin)
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        }
      `,
      output: code`
        const { allowedOrigins } = require('../config/origins.js')

        const PATTERN = /^https:\/\/(app|shop)\.acme\.io/

        module.exports = function (req, res, next) {
          const origin = req.get('origin')
          res.vary('Origin')
          if (!origin || !PATTERN.test(origin)) return next()
          if (allowedOrigins.includes(origin)) {
            res.set('Access-Control-Allow-Origin', origin)
          }
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        }
      `,
      errors: [
        {
          messageId: 'openEnd',
          data: {
            where: '',
            origin: 'https://app.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 1,
          column: 17,
          endLine: 1,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a text in the middle, with indexOf',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res) => {
          const origin = req.headers.origin || ''
          const headers = { Vary: 'Origin' }
          if (origin.indexOf('.acme.') > 0) headers['Access-Control-Allow-Origin'] = origin
          res.writeHead(200, headers)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'embedded',
          data: { where: '', origin: 'https://evil.acme.evil.example', credentials: '' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                module.exports = (req, res) => {
                  const origin = req.headers.origin || ''
                  const headers = { Vary: 'Origin' }
                  if (origin.indexOf('.acme.') > 0) { if (allowedOrigins.includes(origin)) headers['Access-Control-Allow-Origin'] = origin }
                  res.writeHead(200, headers)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})
