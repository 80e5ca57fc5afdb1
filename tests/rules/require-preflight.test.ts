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
      name: 'every method that is routed is allowed',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: 'GET,HEAD,POST,delete' }))
        app.delete('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'other sites may only read',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'HEAD'] }))
        app.put('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a method that is routed under another policy',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const partners = cors({ origin: 'https://partner.example.com' })
        app.use('/api', cors({ origin: 'https://app.example.com', methods: ['GET', 'POST'] }))
        app.options('/partner', partners)
        app.put('/partner', partners, (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'a route before the policy',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.put('/internal', (req, res) => res.end())
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'POST'] }))
        app.post('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'lists that depend on configuration',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: process.env.METHODS?.split(',') ?? ['GET', 'POST'] }))
        app.put('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'content types are allowed, in whatever case',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['authorization', 'content-type'] }))
        app.use(express.json())
        app.post('/item', (req, res) => res.end())
        app.listen(3000)
      `,
    },
    {
      name: 'JSON comes from a webhook only',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }))
        app.use(express.json())
        app.post('/webhooks/payment', (req, res) => res.end())
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'JSON is sent by methods that are not allowed anyway',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET'], allowedHeaders: ['Authorization'] }))
        app.use(express.json())
        app.post('/item', (req, res) => res.end())
        app.listen(3000)
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
          line: 1,
          column: 19,
          endLine: 1,
          endColumn: 75,
        },
      ],
    },
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
          data: { names: '`PUT`, `DELETE`' },
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
    {
      name: 'a method is left out',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'POST'] }))
        app.get('/items', (req, res) => res.json([]))
        app.put('/items/:id', (req, res) => res.end())
        app.delete('/items/:id', (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'methods',
          data: { names: '`PUT`, `DELETE`', line: '6' },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`PUT`, `DELETE`' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'POST', 'PUT', 'DELETE'] }))
                app.get('/items', (req, res) => res.json([]))
                app.put('/items/:id', (req, res) => res.end())
                app.delete('/items/:id', (req, res) => res.end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of a router is left out, in text',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const items = express.Router()
        items.patch('/:id', (req, res) => res.end())
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: 'GET, PUT' }))
        app.use('/items', items)
        module.exports = app
      `,
      errors: [
        {
          messageId: 'methods',
          data: { names: '`PATCH`', line: '4' },
          line: 6,
          column: 51,
          endLine: 6,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`PATCH`' },
              output: code`
                const express = require('express')
                const cors = require('cors')
                const items = express.Router()
                items.patch('/:id', (req, res) => res.end())
                const app = express()
                app.use(cors({ origin: 'https://app.example.com', methods: 'GET, PUT, PATCH' }))
                app.use('/items', items)
                module.exports = app
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a method is left out by hand',
      code: code`
        import express from 'express'
        const allowed = ['https://app.example.com']
        const app = express()
        app.use((req, res, next) => {
          res.vary('Origin')
          if (allowed.includes(req.headers.origin)) {
            res.set('Access-Control-Allow-Origin', req.headers.origin)
            res.set('Access-Control-Allow-Methods', 'GET, POST, PUT')
          }
          next()
        })
        app.delete('/item', (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'methods',
          data: { names: '`DELETE`', line: '12' },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`DELETE`' },
              output: code`
                import express from 'express'
                const allowed = ['https://app.example.com']
                const app = express()
                app.use((req, res, next) => {
                  res.vary('Origin')
                  if (allowed.includes(req.headers.origin)) {
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                    res.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE')
                  }
                  next()
                })
                app.delete('/item', (req, res) => res.end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the list is kept in a variable',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const methods = ['GET', 'POST']
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods }))
        app.put('/item', (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'methods',
          data: { names: '`PUT`', line: '6' },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'content types are left out',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }))
        app.use(express.json())
        app.post('/items', (req, res) => res.status(201).end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'headers',
          data: { names: '`Content-Type`', line: '6' },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`Content-Type`' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Authorization', 'Content-Type'] }))
                app.use(express.json())
                app.post('/items', (req, res) => res.status(201).end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'content types are left out, in text, with body-parser',
      languageOptions: commonjs,
      code: code`
        const bodyParser = require('body-parser')
        const cors = require('cors')
        const express = require('express')
        const app = express()
        app.use(bodyParser.json())
        app.use(bodyParser.urlencoded({ extended: false }))
        app.use(cors({ origin: 'https://app.example.com', allowedHeaders: 'Authorization,X-Request-Id' }))
        app.put('/items/:id', (req, res) => res.end())
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'headers',
          data: { names: '`Content-Type`', line: '8' },
          line: 7,
          column: 51,
          endLine: 7,
          endColumn: 95,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`Content-Type`' },
              output: code`
                const bodyParser = require('body-parser')
                const cors = require('cors')
                const express = require('express')
                const app = express()
                app.use(bodyParser.json())
                app.use(bodyParser.urlencoded({ extended: false }))
                app.use(cors({ origin: 'https://app.example.com', allowedHeaders: 'Authorization,X-Request-Id,Content-Type' }))
                app.put('/items/:id', (req, res) => res.end())
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
            line: 4,
            column: 3,
            endLine: 4,
            endColumn: 81,
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
            line: 3,
            column: 55,
            endLine: 3,
            endColumn: 111,
          },
        ],
      },
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
