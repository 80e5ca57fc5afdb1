import rule from '../../rules/valid-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a path in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com/shop')
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'path',
          data: { text: 'https://app.example.com/shop', origin: 'https://app.example.com' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                import { createServer } from 'node:http'

                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'no scheme for the own machine',
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'localhost:3000')
          next()
        })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { text: 'localhost:3000', origin: 'http://localhost:3000' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'http://localhost:3000' },
              output: code`
                import express from 'express'

                const app = express()
                app.use((req, res, next) => {
                  res.header('Access-Control-Allow-Origin', 'http://localhost:3000')
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'white space in a header',
      code: code`
        export const GET = () =>
          Response.json({}, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com ' } })
      `,
      errors: [
        {
          messageId: 'space',
          data: { text: 'https://app.example.com ', origin: 'https://app.example.com' },
          line: 2,
          column: 65,
          endLine: 2,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'write',
              data: { origin: 'https://app.example.com' },
              output: code`
                export const GET = () =>
                  Response.json({}, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'several in a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, { 'Access-Control-Allow-Origin': 'https://app.example.com, https://admin.example.com' })
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com, https://admin.example.com' },
          line: 4,
          column: 55,
          endLine: 4,
          endColumn: 107,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                createServer((req, res) => {
                  res.writeHead(200, { ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }), Vary: 'Origin' })
                  res.end('{}')
                }).listen(8080)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'several that are joined',
      languageOptions: commonjs,
      code: code`
        const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

        module.exports = (req, res, next) => {
          res.set('Access-Control-Allow-Origin', ALLOWED.join(' '))
          next()
        }
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com https://admin.example.com' },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

                module.exports = (req, res, next) => {
                  res.vary('Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list given to a header',
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', ['https://app.example.com', 'https://admin.example.com'])
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com, https://admin.example.com' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 104,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { createServer } from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                createServer((req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
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
      name: 'several in a Lambda result',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': 'https://app.example.com,https://admin.example.com' },
          body: '{}',
        })
      `,
      errors: [
        {
          messageId: 'severalInHeader',
          data: { text: 'https://app.example.com,https://admin.example.com' },
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 96,
        },
      ],
    },
    {
      name: 'a star for the subdomains in a header',
      code: code`
        import express from 'express'

        const app = express()
        app.get('/', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://*.example.com').json({})
        })
      `,
      errors: [
        {
          messageId: 'pattern',
          data: { text: 'https://*.example.com' },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const app = express()
                app.get('/', (req, res) => {
                  res.vary('Origin')
                  if (allowedOrigins.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
                  res.json({})
                })
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'valid-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a member of a class',
        code: code`
        import { createServer } from 'node:http'

        class Config {
          static readonly origin = \`https://app.example.com/\`
        }

        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', Config.origin)
          res.end('{}')
        }).listen(8080)
      `,
        errors: [
          {
            messageId: 'path',
            data: { text: 'https://app.example.com/', origin: 'https://app.example.com' },
            line: 8,
            column: 48,
            endLine: 8,
            endColumn: 61,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import { createServer } from 'node:http'
                  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                  class Config {
                    static readonly origin = \`https://app.example.com/\`
                  }

                  createServer((req, res) => {
                    res.appendHeader('Vary', 'Origin')
                    if (allowedOrigins.includes(req.headers.origin)) {
                      res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                    }
                    res.end('{}')
                  }).listen(8080)
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
