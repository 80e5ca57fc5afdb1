import rule from '../../rules/require-preflight.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('require-preflight', rule, {
  valid: [
    {
      name: 'headers first, then the preflight',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Methods', 'PUT')
          if (req.method === 'OPTIONS') {
            res.writeHead(204).end()
            return
          }
          if (req.method !== 'PUT') {
            res.writeHead(405, { Allow: 'PUT, OPTIONS' }).end()
            return
          }
          res.end()
        }).listen(8080)
      `,
    },
    {
      name: 'headers by a helper',
      code: code`
        const allowApp = (res) => res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        export default function handler(req, res) {
          allowApp(res)
          res.setHeader('Access-Control-Allow-Headers', 'Content-Type')
          switch (req.method) {
            case 'OPTIONS':
              return res.status(200).end()
            case 'POST':
              return res.json(save(req.body))
            default:
              return res.status(405).end()
          }
        }
      `,
    },
    {
      name: 'the preflight is handed to something that cannot be seen',
      code: code`
        import { preflight } from './preflight.js'
        export default {
          async fetch(request) {
            if (request.method === 'OPTIONS') return preflight(request)
            return new Response('{}', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
          },
        }
      `,
    },
    {
      name: 'a branch of its own',
      code: code`
        const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Methods': 'PUT' }
        export default {
          async fetch(request) {
            if (request.method === 'OPTIONS') return new Response(null, { headers })
            if (request.method !== 'PUT') return new Response('No', { status: 405 })
            return new Response('{}', { headers })
          },
        }
      `,
    },
    {
      name: 'nothing but GET is served',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          if (req.method !== 'GET') {
            res.writeHead(405).end()
            return
          }
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'strangers are refused, as they should be',
      code: code`
        import { createServer } from 'node:http'
        const allowed = new Set(['https://app.example.com'])
        createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          if (!allowed.has(req.headers.origin)) {
            res.writeHead(403).end()
            return
          }
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.setHeader('Access-Control-Allow-Methods', 'PUT')
          if (req.method === 'OPTIONS') {
            res.writeHead(204).end()
            return
          }
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'the library answers in front',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res, next) => {
          if (req.method === 'OPTIONS') return res.sendStatus(405)
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
      `,
    },
    {
      name: 'the headers of an error',
      code: code`
        import express from 'express'
        const app = express()
        app.use((error, req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.status(500).json({})
        })
      `,
    },
    {
      name: 'the headers of what is not found',
      code: code`
        import express from 'express'
        const app = express()
        app.use((req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.status(404).json({})
        })
      `,
    },
    {
      name: 'a function of AWS Lambda, behind a gateway',
      code: code`
        export const handler = async (event) => {
          if (event.httpMethod !== 'PUT') return { statusCode: 405, body: '' }
          return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' }, body: '{}' }
        }
      `,
    },
    {
      name: 'Allow beside the header that counts',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.writeHead(204, { Allow: 'GET, PUT', 'Access-Control-Allow-Methods': 'GET, PUT' }).end()
            return
          }
          res.end()
        }).listen(8080)
      `,
    },
    {
      name: 'Allow names what needs no permission',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.writeHead(204, { Allow: 'GET, POST' }).end()
            return
          }
          res.end()
        }).listen(8080)
      `,
    },
  ],
  invalid: [
    {
      name: 'the preflight ends before the headers',
      code: code`
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          if (req.method === 'OPTIONS') return res.sendStatus(200)
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Methods', 'GET, PUT')
          next()
        })
      `,
      errors: [
        {
          messageId: 'bare',
          line: 4,
          column: 40,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'the headers stand in the branch of PUT',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          if (req.method === 'PUT') {
            res.writeHead(200, { 'Access-Control-Allow-Origin': 'https://app.example.com' })
            res.end('{}')
          } else if (req.method === 'OPTIONS') {
            res.writeHead(204, { 'Access-Control-Allow-Methods': 'PUT' })
            res.end()
          }
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'bare',
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 14,
        },
      ],
    },
    {
      name: 'a worker that answers without headers',
      code: code`
        export default {
          async fetch(request) {
            if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
            const upstream = await fetch(request)
            const response = new Response(upstream.body, upstream)
            response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
            return response
          },
        }
      `,
      errors: [
        {
          messageId: 'bare',
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'all but POST is refused, headers or not',
      code: code`
        export default function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Headers', 'Content-Type')
          if (req.method !== 'POST') return res.status(405).end()
          return res.json({})
        }
      `,
      errors: [
        {
          messageId: 'status',
          data: { status: '405' },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'a token is asked for first',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Headers', 'Authorization')
          if (!req.headers.authorization) {
            res.statusCode = 401
            res.end()
            return
          }
          if (req.method === 'OPTIONS') {
            res.statusCode = 204
            res.end()
            return
          }
          res.end('{}')
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'status',
          data: { status: '401' },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'it is sent to another place',
      code: code`
        import express from 'express'
        const app = express()
        app.options('/item', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.redirect('/v2/item')
        })
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'status',
          data: { status: '302' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'an OPTIONS handler that says no',
      code: code`
        export function OPTIONS() {
          return new Response('Not allowed', { status: 405, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
        }
      `,
      errors: [
        {
          messageId: 'status',
          data: { status: '405' },
          line: 2,
          column: 40,
          endLine: 2,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'Allow instead of the header that counts',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.method === 'OPTIONS') {
            res.writeHead(204, { Allow: 'GET, PUT, DELETE' }).end()
            return
          }
          res.end()
        }).listen(8080)
      `,
      errors: [
        {
          messageId: 'allow',
          data: { names: '`PUT` and `DELETE`' },
          line: 5,
          column: 26,
          endLine: 5,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'sendMethods',
              output: code`
                import { createServer } from 'node:http'
                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  if (req.method === 'OPTIONS') {
                    res.writeHead(204, { 'Access-Control-Allow-Methods': 'GET, PUT, DELETE' }).end()
                    return
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
      name: 'Allow, set by a call',
      code: code`
        import express from 'express'
        const app = express()
        app.options('/item', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Allow', 'PUT')
          res.status(204).end()
        })
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'allow',
          data: { names: '`PUT`' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'sendMethods',
              output: code`
                import express from 'express'
                const app = express()
                app.options('/item', (req, res) => {
                  res.set('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.set('Access-Control-Allow-Methods', 'PUT')
                  res.status(204).end()
                })
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'require-preflight',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a guard against other methods swallows it',
        code: code`
        import type { NextApiRequest, NextApiResponse } from 'next'
        export default function handler(req: NextApiRequest, res: NextApiResponse) {
          if (req.method !== 'POST') {
            res.status(405).json({ message: 'Method not allowed' })
            return
          }
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.setHeader('Access-Control-Allow-Headers', 'Content-Type')
          res.status(200).json({})
        }
      `,
        errors: [
          {
            messageId: 'bare',
            line: 4,
            column: 5,
            endLine: 4,
            endColumn: 60,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
