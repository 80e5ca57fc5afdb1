import rule from '../../rules/require-preflight.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('require-preflight', rule, {
  valid: [
    {
      name: 'a policy for the whole application',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.put('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a route that answers its preflight',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const policy = cors({ origin: 'https://app.example.com' })
        app.options('/item', policy)
        app.put('/item', policy, (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'preflights of every path, Express 5',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const policy = cors({ origin: 'https://app.example.com' })
        app.options('/{*path}', policy)
        app.delete('/item/:id', policy, (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'preflights of every path, Express 4',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        app.options('*', cors())
        app.delete('/item/:id', cors(), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'all methods of a path',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.all('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'chained to a route',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const policy = cors({ origin: 'https://app.example.com' })
        app.route('/item').options(policy).put(policy, (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a route that only reads',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/items', cors({ origin: 'https://app.example.com' }), (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'a form is posted, which needs no preflight',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(express.urlencoded())
        app.post('/vote', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a router whose application is elsewhere',
      code: code`
        import cors from 'cors'
        import { Router } from 'express'
        export const router = Router()
        router.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
      `,
    },
    {
      name: 'a middleware that cannot be seen may answer',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { preflights } from './preflights.js'
        const app = express()
        app.use(preflights)
        app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'another module registers more',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { register } from './register.js'
        const app = express()
        register(app)
        app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a platform stands in front',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import serverless from 'serverless-http'
        const app = express()
        app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        export const handler = serverless(app)
      `,
    },
    {
      name: 'the application is called by a handler that answers first',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { createServer } from 'node:http'
        const app = express()
        app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        createServer((req, res) => {
          if (req.method === 'OPTIONS') return answer(res)
          app(req, res)
        }).listen(3000)
      `,
    },
    {
      name: 'for development only',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        if (process.env.NODE_ENV === 'development') app.put('/item', cors({ origin: 'http://localhost:5173' }), (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a preflight that another module answers',
      code: code`
        const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com' }
        export const DELETE = () => new Response(null, { status: 204, headers })
        export { preflight as OPTIONS } from '../preflight.js'
      `,
    },
    {
      name: 'whatever another module exports',
      code: code`
        const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com' }
        export const DELETE = () => new Response(null, { status: 204, headers })
        export * from '../preflight.js'
      `,
    },
    {
      name: 'a module that only reads',
      code: code`
        export function GET() {
          return Response.json([], { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
        }
      `,
    },
    {
      name: 'a post without a body',
      code: code`
        export async function POST() {
          return new Response(null, { status: 204, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
        }
      `,
    },
  ],
  invalid: [
    {
      name: 'PUT with a policy of its own',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'PUT' },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.options('/item', cors({ origin: 'https://app.example.com' }))
                app.put('/item', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'one policy on two routes',
      languageOptions: commonjs,
      code: code`
        const express = require('express');
        const cors = require('cors');
        const app = express();
        const policy = cors({ origin: 'https://app.example.com' });
        app.use(express.json());
        app.get('/items/:id', policy, (req, res) => res.json({}));
        app.delete('/items/:id', policy, (req, res) => res.end());
        app.patch('/items/:id', policy, (req, res) => res.end());
        app.listen(3000);
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'DELETE' },
          line: 7,
          column: 26,
          endLine: 7,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                const express = require('express');
                const cors = require('cors');
                const app = express();
                const policy = cors({ origin: 'https://app.example.com' });
                app.use(express.json());
                app.get('/items/:id', policy, (req, res) => res.json({}));
                app.options('/items/:id', policy);
                app.delete('/items/:id', policy, (req, res) => res.end());
                app.patch('/items/:id', policy, (req, res) => res.end());
                app.listen(3000);
              `,
            },
          ],
        },
        {
          messageId: 'route',
          data: { method: 'PATCH' },
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                const express = require('express');
                const cors = require('cors');
                const app = express();
                const policy = cors({ origin: 'https://app.example.com' });
                app.use(express.json());
                app.get('/items/:id', policy, (req, res) => res.json({}));
                app.delete('/items/:id', policy, (req, res) => res.end());
                app.options('/items/:id', policy);
                app.patch('/items/:id', policy, (req, res) => res.end());
                app.listen(3000);
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'JSON is posted',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(express.json())
        app.post('/items', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'POST' },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.use(express.json())
                app.options('/items', cors({ origin: 'https://app.example.com' }))
                app.post('/items', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'on a router of the file',
      code: code`
        import cors from 'cors'
        import express, { Router } from 'express'
        const items = Router()
        items.delete('/:id', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
        const app = express()
        app.use('/items', items)
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'DELETE' },
          line: 4,
          column: 22,
          endLine: 4,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                import cors from 'cors'
                import express, { Router } from 'express'
                const items = Router()
                items.options('/:id', cors({ origin: 'https://app.example.com' }))
                items.delete('/:id', cors({ origin: 'https://app.example.com' }), (req, res) => res.end())
                const app = express()
                app.use('/items', items)
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the preflight of another path is answered',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const policy = cors({ origin: 'https://app.example.com' })
        const app = express()
        app.options('/items', policy)
        app.put('/item', policy, (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'PUT' },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'answerPreflight',
              output: code`
                import cors from 'cors'
                import express from 'express'
                const policy = cors({ origin: 'https://app.example.com' })
                const app = express()
                app.options('/items', policy)
                app.options('/item', policy)
                app.put('/item', policy, (req, res) => res.end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'chained to a route',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const policy = cors({ origin: 'https://app.example.com' })
        const app = express()
        app.route('/item').get(policy, (req, res) => res.json({})).put(policy, (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'PUT' },
          line: 5,
          column: 64,
          endLine: 5,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'by hand, in the route',
      code: code`
        import express from 'express'
        const app = express()
        app.put('/item', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.end()
        })
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'route',
          data: { method: 'PUT' },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'JSON is posted to a module',
      code: code`
        const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com' }
        export const GET = () => Response.json([], { headers })
        export const POST = async (request) => {
          const { name } = await request.json()
          return Response.json({ name }, { status: 201, headers })
        }
      `,
      errors: [
        {
          messageId: 'export',
          data: { method: 'POST' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 18,
        },
      ],
    },
  ],
})

runRule(
  'require-preflight',
  rule,
  {
    valid: [
      {
        name: 'a route handler of Next.js with its preflight',
        code: code`
        import { NextResponse } from 'next/server'
        const headers = {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'Content-Type',
        }
        export async function PUT(request: Request) {
          return NextResponse.json(await request.json(), { headers })
        }
        export function OPTIONS() {
          return new NextResponse(null, { status: 204, headers })
        }
      `,
      },
    ],
    invalid: [
      {
        name: 'in a class',
        code: code`
        import cors from 'cors'
        import express, { type Express } from 'express'
        export class Server {
          private readonly app: Express = express()
          constructor(private readonly port: number) {
            this.routes()
          }
          private routes(): void {
            this.app.delete('/session', cors({ origin: 'https://app.example.com', credentials: true }), (req, res) => {
              res.end()
            })
          }
          listen(): void {
            this.app.listen(this.port)
          }
        }
      `,
        errors: [
          {
            messageId: 'route',
            data: { method: 'DELETE' },
            line: 9,
            column: 33,
            endLine: 9,
            endColumn: 95,
            suggestions: [
              {
                messageId: 'answerPreflight',
                output: code`
                import cors from 'cors'
                import express, { type Express } from 'express'
                export class Server {
                  private readonly app: Express = express()
                  constructor(private readonly port: number) {
                    this.routes()
                  }
                  private routes(): void {
                    this.app.options('/session', cors({ origin: 'https://app.example.com', credentials: true }))
                    this.app.delete('/session', cors({ origin: 'https://app.example.com', credentials: true }), (req, res) => {
                      res.end()
                    })
                  }
                  listen(): void {
                    this.app.listen(this.port)
                  }
                }
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'a route handler of Next.js without preflight',
        code: code`
        import { NextResponse } from 'next/server'
        export async function PUT(request: Request) {
          const response = NextResponse.json(await request.json())
          response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
          return response
        }
      `,
        errors: [
          {
            messageId: 'export',
            data: { method: 'PUT' },
            line: 2,
            column: 23,
            endLine: 2,
            endColumn: 26,
          },
        ],
      },
      {
        name: 'an endpoint of SvelteKit',
        code: code`
        import type { RequestHandler } from './$types'
        const remove: RequestHandler = async () => {
          return new Response(null, { status: 204, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
        }
        export { remove as DELETE }
      `,
        errors: [
          {
            messageId: 'export',
            data: { method: 'DELETE' },
            line: 5,
            column: 20,
            endLine: 5,
            endColumn: 26,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
