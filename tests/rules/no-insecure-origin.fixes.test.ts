import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const fromModule = { cors: { allowedOrigins: { module: './origins.js', export: 'origins' } } }
const fromEnv = { cors: { allowedOrigins: { env: 'ALLOWED_ORIGINS' } } }

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'one of a list',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://app.example.com'], credentials: true })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com'], credentials: true })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com', 'https://app.example.com'], credentials: true })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://app.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com'], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a whitelist in a callback',
      languageOptions: commonjs,
      settings: fromEnv,
      code: code`
        var cors = require('cors')

        var whitelist = ['http://example1.com', 'https://example2.com']
        var corsOptions = {
          origin: function (origin, callback) {
            if (whitelist.indexOf(origin) !== -1) {
              callback(null, true)
            } else {
              callback(new Error('Not allowed by CORS'))
            }
          },
          credentials: true,
        }
        module.exports = cors(corsOptions)
      `,
      output: code`
        var cors = require('cors')

        var whitelist = ['http://example1.com', 'https://example2.com']
        var corsOptions = {
          origin: process.env.ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
          credentials: true,
        }
        module.exports = cors(corsOptions)
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://example1.com' },
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://example1.com' },
              output: code`
                var cors = require('cors')

                var whitelist = ['https://example1.com', 'https://example2.com']
                var corsOptions = {
                  origin: function (origin, callback) {
                    if (whitelist.indexOf(origin) !== -1) {
                      callback(null, true)
                    } else {
                      callback(new Error('Not allowed by CORS'))
                    }
                  },
                  credentials: true,
                }
                module.exports = cors(corsOptions)
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://example1.com' },
              output: code`
                var cors = require('cors')

                var whitelist = ['https://example2.com']
                var corsOptions = {
                  origin: function (origin, callback) {
                    if (whitelist.indexOf(origin) !== -1) {
                      callback(null, true)
                    } else {
                      callback(new Error('Not allowed by CORS'))
                    }
                  },
                  credentials: true,
                }
                module.exports = cors(corsOptions)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set of a raw server',
      settings: listed,
      code: code`
        import { createServer } from 'node:http'

        const ALLOWED = new Set(['https://app.example.com', 'http://www.example.com'])

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
      output: code`
        import { createServer } from 'node:http'
        const allowedOrigins = ['https://app.example.com']

        const ALLOWED = new Set(['https://app.example.com', 'http://www.example.com'])

        createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) {
            if (allowedOrigins.includes(origin)) {
              res.setHeader('Access-Control-Allow-Origin', origin)
            }
            res.setHeader('Access-Control-Allow-Credentials', 'true')
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://www.example.com' },
              output: code`
                import { createServer } from 'node:http'

                const ALLOWED = new Set(['https://app.example.com', 'https://www.example.com'])

                createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (ALLOWED.has(origin)) {
                    res.setHeader('Access-Control-Allow-Origin', origin)
                    res.setHeader('Access-Control-Allow-Credentials', 'true')
                  }
                  res.end('{}')
                }).listen(8080)
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://www.example.com' },
              output: code`
                import { createServer } from 'node:http'

                const ALLOWED = new Set(['https://app.example.com'])

                createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (ALLOWED.has(origin)) {
                    res.setHeader('Access-Control-Allow-Origin', origin)
                    res.setHeader('Access-Control-Allow-Credentials', 'true')
                  }
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a header with one value',
      filename: 'src/app.js',
      settings: fromModule,
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'http://www.example.com')
          res.header('Access-Control-Allow-Credentials', 'true')
          res.header('Access-Control-Allow-Headers', 'Content-Type')
          next()
        })
      `,
      output: code`
        import express from 'express'
        import { origins } from '../origins.js'

        const app = express()
        app.use((req, res, next) => {
          res.vary('Origin')
          if (origins.includes(req.headers.origin)) {
            res.header('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.header('Access-Control-Allow-Credentials', 'true')
          res.header('Access-Control-Allow-Headers', 'Content-Type')
          next()
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://www.example.com' },
              output: code`
                import express from 'express'

                const app = express()
                app.use((req, res, next) => {
                  res.header('Access-Control-Allow-Origin', 'https://www.example.com')
                  res.header('Access-Control-Allow-Credentials', 'true')
                  res.header('Access-Control-Allow-Headers', 'Content-Type')
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a switch',
      settings: fromEnv,
      code: code`
        export function GET(request) {
          const origin = request.headers.get('Origin')
          const headers = new Headers({ Vary: 'Origin', 'Access-Control-Allow-Credentials': 'true' })
          switch (origin) {
            case 'https://app.example.com':
            case 'http://app.example.com':
              headers.set('Access-Control-Allow-Origin', origin)
          }
          return new Response('{}', { headers })
        }
      `,
      output: code`
        const allowedOrigins = process.env.ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export function GET(request) {
          const origin = request.headers.get('Origin')
          const headers = new Headers({ Vary: 'Origin', 'Access-Control-Allow-Credentials': 'true' })
          switch (origin) {
            case 'https://app.example.com':
            case 'http://app.example.com':
              if (allowedOrigins.includes(origin)) {
                headers.set('Access-Control-Allow-Origin', origin)
              }
          }
          return new Response('{}', { headers })
        }
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://app.example.com' },
              output: code`
                export function GET(request) {
                  const origin = request.headers.get('Origin')
                  const headers = new Headers({ Vary: 'Origin', 'Access-Control-Allow-Credentials': 'true' })
                  switch (origin) {
                    case 'https://app.example.com':
                    case 'https://app.example.com':
                      headers.set('Access-Control-Allow-Origin', origin)
                  }
                  return new Response('{}', { headers })
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})
