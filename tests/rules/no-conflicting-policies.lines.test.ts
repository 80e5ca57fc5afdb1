import rule from '../../rules/no-conflicting-policies.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

runRule('no-conflicting-policies', rule, {
  valid: [
    {
      name: 'appended under conditions that exclude each other',
      code: code`
        export function handler(req, res) {
          const { origin } = req.headers
          if (origin === 'https://app.example.com') res.append('Access-Control-Allow-Origin', 'https://app.example.com')
          if (origin === 'https://admin.example.com') res.append('Access-Control-Allow-Origin', 'https://admin.example.com')
          res.json({})
        }
      `,
    },
    {
      name: 'appended once',
      code: code`
        export default {
          fetch() {
            const headers = new Headers()
            headers.append('Access-Control-Allow-Origin', 'https://app.example.com')
            headers.append('Vary', 'Origin')
            return new Response('{}', { headers })
          },
        }
      `,
    },
    {
      name: 'set twice, where the second replaces the first',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.url === '/partner') res.setHeader('Access-Control-Allow-Origin', 'https://partner.example.com')
          res.end()
        })
      `,
    },
    {
      name: 'removed before it is appended',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.removeHeader('Access-Control-Allow-Origin')
          res.appendHeader('Access-Control-Allow-Origin', 'https://partner.example.com')
          res.end()
        })
      `,
    },
    {
      name: 'a flat list that names it once',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.writeHead(200, ['Access-Control-Allow-Origin', 'https://app.example.com', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'])
          res.end()
        })
      `,
    },
    {
      name: 'two responses',
      code: code`
        export function GET(request) {
          if (request.url.endsWith('/a')) return new Response('a', { headers: { 'Access-Control-Allow-Origin': 'https://a.example.com' } })
          return new Response('b', { headers: { 'Access-Control-Allow-Origin': 'https://b.example.com' } })
        }
      `,
    },
    {
      name: 'no middleware of a server, but a map',
      code: code`
        const cors = new Map()
        cors.set('Access-Control-Allow-Origin', 'https://a.example.com')
        cors.set('Access-Control-Allow-Origin', 'https://b.example.com')
      `,
    },
  ],
  invalid: [
    {
      name: 'appended to what the library sends',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res, next) => {
          res.append('Access-Control-Allow-Origin', 'https://partner.example.com')
          next()
        })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '4' },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'appended twice, Express',
      code: code`
        export const handler = (req, res) => {
          res.append('Access-Control-Allow-Origin', 'https://app.example.com')
          res.append('Access-Control-Allow-Origin', 'https://admin.example.com')
          res.json({})
        }
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '2' },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'setOnce',
              output: code`
                export const handler = (req, res) => {
                  res.append('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.set('Access-Control-Allow-Origin', 'https://admin.example.com')
                  res.json({})
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'appended to what was set, Node',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          res.appendHeader('access-control-allow-origin', 'https://admin.example.com')
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '3' },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 79,
          suggestions: [
            {
              messageId: 'setOnce',
              output: code`
                import { createServer } from 'node:http'
                createServer((req, res) => {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.setHeader('access-control-allow-origin', 'https://admin.example.com')
                  res.end()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'appended in a loop',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          for (const origin of ['https://app.example.com', 'https://admin.example.com'])
            res.appendHeader('Access-Control-Allow-Origin', origin)
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '4' },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'setOnce',
              output: code`
                import { createServer } from 'node:http'
                createServer((req, res) => {
                  for (const origin of ['https://app.example.com', 'https://admin.example.com'])
                    res.setHeader('Access-Control-Allow-Origin', origin)
                  res.end()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'named twice in a flat list',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.writeHead(200, [
            'Access-Control-Allow-Origin', 'https://app.example.com',
            'Access-Control-Allow-Origin', 'https://admin.example.com',
          ])
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '4' },
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'named twice in a list of pairs',
      code: code`
        export const GET = () =>
          new Response('{}', {
            headers: new Headers([
              ['Access-Control-Allow-Origin', 'https://app.example.com'],
              ['Access-Control-Allow-Origin', 'https://admin.example.com'],
            ]),
          })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '4' },
          line: 5,
          column: 39,
          endLine: 5,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'appended by Hono',
      code: code`
        import { Hono } from 'hono'
        const app = new Hono()
        app.get('/', (c) => {
          c.header('Access-Control-Allow-Origin', 'https://app.example.com')
          c.header('Access-Control-Allow-Origin', 'https://admin.example.com', { append: true })
          return c.json({})
        })
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '4' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 89,
        },
      ],
    },
    {
      name: 'appended for an origin that has it already',
      code: code`
        export function handler(req, res) {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          if (req.headers.origin === 'https://admin.example.com') res.append('Access-Control-Allow-Origin', req.headers.origin)
          res.json({})
        }
      `,
      errors: [
        {
          messageId: 'added',
          data: { line: '2' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 120,
          suggestions: [
            {
              messageId: 'setOnce',
              output: code`
                export function handler(req, res) {
                  res.set('Access-Control-Allow-Origin', 'https://app.example.com')
                  if (req.headers.origin === 'https://admin.example.com') res.set('Access-Control-Allow-Origin', req.headers.origin)
                  res.json({})
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
  'no-conflicting-policies',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'appended to the headers of a fetch-style response',
        code: code`
        export default {
          async fetch(request: Request): Promise<Response> {
            const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
            headers.append('Access-Control-Allow-Origin', 'https://admin.example.com')
            return new Response('{}', { headers })
          },
        }
      `,
        errors: [
          {
            messageId: 'added',
            data: { line: '3' },
            line: 4,
            column: 5,
            endLine: 4,
            endColumn: 79,
            suggestions: [
              {
                messageId: 'setOnce',
                output: code`
                export default {
                  async fetch(request: Request): Promise<Response> {
                    const headers = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com' })
                    headers.set('Access-Control-Allow-Origin', 'https://admin.example.com')
                    return new Response('{}', { headers })
                  },
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
