import rule from '../../rules/cors-before-routes.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('cors-before-routes', rule, {
  valid: [
    {
      name: 'Polka, which runs all middleware first',
      code: code`
        import cors from 'cors'
        import polka from 'polka'
        const app = polka()
        app.get('/items', (req, res) => res.end('[]'))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
    },
    {
      name: 'Elysia, whose hooks are for all routes',
      code: code`
        import { Elysia } from 'elysia'
        import { cors } from '@elysiajs/cors'
        export function setUp(app) {
          app.get('/items', () => [])
          app.use(cors({ origin: 'https://app.example.com' }))
        }
      `,
    },
    {
      name: 'Fastify, which puts its hooks before all routes',
      code: code`
        import Fastify from 'fastify'
        import cors from '@fastify/cors'
        const app = Fastify()
        app.get('/items', async () => [])
        app.register(cors, { origin: ['https://app.example.com'] })
      `,
    },
    {
      name: 'first of all',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use(express.json())
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'a health check in front of it',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/healthz', (req, res) => res.send('ok'))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'a webhook in front of it, a router behind it',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), require('./stripe'))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use('/api', require('./api'))
        app.listen(3000)
      `,
    },
    {
      name: 'static files in front of it',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import api from './api.js'
        const app = express()
        app.use(express.static('public'))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use(api)
        app.listen(3000)
      `,
    },
    {
      name: 'routes are registered by another module',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { registerRoutes } from './routes.js'
        const app = express()
        app.get('/healthz', (req, res) => res.send('ok'))
        app.use(cors({ origin: 'https://app.example.com' }))
        registerRoutes(app)
        app.listen(3000)
      `,
    },
    {
      name: 'routes are registered by whoever imports it',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/healthz', (req, res) => res.send('ok'))
        app.use(cors({ origin: 'https://app.example.com' }))
        export default app
      `,
    },
    {
      name: 'an application from elsewhere',
      code: code`
        export default (app, cors) => {
          app.get('/healthz', (req, res) => res.send('ok'))
          app.use((req, res, next) => {
            res.set('Access-Control-Allow-Origin', 'https://app.example.com')
            next()
          })
        }
      `,
    },
    {
      name: 'routes in a callback',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { connect } from './database.js'
        const app = express()
        connect().then((database) => {
          app.get('/items', (req, res) => res.json(database.items()))
          app.listen(3000)
        })
        app.use(cors({ origin: 'https://app.example.com' }))
      `,
    },
    {
      name: 'routes behind an await',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        async function routes() {
          await connect()
          app.get('/items', (req, res) => res.json([]))
        }
        routes()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
    },
    {
      name: 'for another path',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/pages/home', (req, res) => res.send('<h1>Home</h1>'))
        app.use('/api', cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
    },
    {
      name: 'routes with a policy of their own',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const partners = cors({ origin: 'https://partner.example.com' })
        app.get('/prices', partners, (req, res) => res.json([]))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
    },
    {
      name: 'an earlier policy has served the routes',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const options = { origin: 'https://app.example.com' }
        app.use(cors(options))
        app.get('/items', (req, res) => res.json([]))
        app.use(cors(options))
        app.listen(3000)
      `,
    },
    {
      name: 'an answer to errors',
      code: code`
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        app.use((error, req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.status(500).json({ message: error.message })
        })
        app.listen(3000)
      `,
    },
    {
      name: 'an answer to what is not found',
      code: code`
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        app.use((req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.status(404).json({})
        })
        app.listen(3000)
      `,
    },
    {
      name: 'for development, after the routes',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        if (process.env.NODE_ENV === 'development') app.use(cors({ origin: 'http://localhost:5173' }))
        app.listen(3000)
      `,
    },
    {
      name: 'the route is there in development only',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        if (process.env.NODE_ENV === 'development') app.get('/debug', (req, res) => res.json(process.memoryUsage()))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
    },
    {
      name: 'the application has served the routes of a router',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const policy = cors({ origin: 'https://app.example.com' })
        const app = express()
        const api = express.Router()
        app.use(policy)
        api.get('/items', (req, res) => res.json([]))
        api.use(policy)
        app.use('/api', api)
        app.listen(3000)
      `,
    },
  ],
  invalid: [
    {
      name: 'at the end',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(express.json())
        app.get('/items', (req, res) => res.json([]))
        app.post('/items', (req, res) => res.status(201).end())
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '5' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '5' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.use(express.json())
                app.use(cors({ origin: 'https://app.example.com' }))
                app.get('/items', (req, res) => res.json([]))
                app.post('/items', (req, res) => res.status(201).end())
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after a router that is required',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        app.use('/api', require('./routes/api'))
        // Lets the app read the API.
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res) => res.status(404).json({ message: 'Not found' }))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '4' },
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '4' },
              output: code`
                const express = require('express')
                const cors = require('cors')
                const app = express()
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use('/api', require('./routes/api'))
                // Lets the app read the API.
                app.use((req, res) => res.status(404).json({ message: 'Not found' }))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'at the end of a router',
      code: code`
        import cors from 'cors'
        import { Router } from 'express'
        const router = Router()
        router.route('/items').get((req, res) => res.json([])).post((req, res) => res.status(201).end())
        router.use(cors({ origin: 'https://app.example.com' }))
        export default router
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '4' },
          line: 5,
          column: 12,
          endLine: 5,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'after a router of the file',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const api = express.Router()
        api.get('/items', (req, res) => res.json([]))
        app.use('/api', api)
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '6' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '6' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                const api = express.Router()
                api.get('/items', (req, res) => res.json([]))
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use('/api', api)
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'chained',
      code: code`
        import cors from 'cors'
        import express from 'express'
        express()
          .get('/items', (req, res) => res.json([]))
          .use(cors({ origin: 'https://app.example.com' }))
          .listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '3' },
          line: 5,
          column: 8,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'by hand',
      code: code`
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          res.header('Access-Control-Allow-Headers', 'Content-Type')
          next()
        })
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '3' },
          line: 4,
          column: 9,
          endLine: 8,
          endColumn: 2,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '3' },
              output: code`
                import express from 'express'
                const app = express()
                app.use((req, res, next) => {
                  res.header('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.header('Access-Control-Allow-Headers', 'Content-Type')
                  next()
                })
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'by hand, in a function that is declared',
      code: code`
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        app.use(allowApp)
        app.listen(3000)
        function allowApp(req, res, next) {
          res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        }
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '3' },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '3' },
              output: code`
                import express from 'express'
                const app = express()
                app.use(allowApp)
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
                function allowApp(req, res, next) {
                  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'for the same path',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import pages from './pages.js'
        const app = express()
        app.get('/api/items', (req, res) => res.json([]))
        app.use('/api', cors({ origin: 'https://app.example.com' }))
        app.use('/pages', pages)
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '5' },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '5' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                import pages from './pages.js'
                const app = express()
                app.use('/api', cors({ origin: 'https://app.example.com' }))
                app.get('/api/items', (req, res) => res.json([]))
                app.use('/pages', pages)
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'functions in the wrong order',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        addRoutes(app)
        addMiddleware(app)
        app.listen(3000)
        function addMiddleware(server) {
          server.use(cors({ origin: 'https://app.example.com' }))
        }
        function addRoutes(server) {
          server.get('/items', (req, res) => res.json([]))
        }
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '11' },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'its options stand between',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/items', (req, res) => res.json([]))
        const options = { origin: 'https://app.example.com' }
        app.use(cors(options))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '4' },
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'inside a function that starts the server',
      code: code`
        import cors from 'cors'
        import express from 'express'
        export async function start(port) {
          const app = express()
          app.get('/items', async (req, res) => res.json(await load()))
          app.use(cors({ origin: 'https://app.example.com' }))
          await new Promise((resolve) => app.listen(port, resolve))
        }
      `,
      errors: [
        {
          messageId: 'afterRoutes',
          data: { line: '5' },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'moveBeforeRoutes',
              data: { line: '5' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                export async function start(port) {
                  const app = express()
                  app.use(cors({ origin: 'https://app.example.com' }))
                  app.get('/items', async (req, res) => res.json(await load()))
                  await new Promise((resolve) => app.listen(port, resolve))
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
  'cors-before-routes',
  rule,
  {
    valid: [
      {
        name: 'a factory whose caller goes on',
        code: code`
        import cors from 'cors'
        import express from 'express'
        export function createApp(): express.Express {
          const app = express()
          app.get('/metrics', metrics)
          app.use(cors({ origin: 'https://app.example.com' }))
          return app
        }
      `,
      },
      {
        name: 'methods of a class in the right order',
        code: code`
        import cors from 'cors'
        import express from 'express'
        import { router } from './router'
        class Server {
          private readonly app = express()
          constructor() {
            this.middleware()
            this.routes()
          }
          private routes(): void {
            this.app.use('/api', router)
          }
          private middleware(): void {
            this.app.use(cors({ origin: 'https://app.example.com' }))
          }
          listen(): void {
            this.app.listen(3000)
          }
        }
        new Server().listen()
      `,
      },
    ],
    invalid: [
      {
        name: 'before the error handler only',
        code: code`
        import cors from 'cors'
        import express, { type NextFunction, type Request, type Response } from 'express'
        import { createServer } from 'node:http'
        import users from './routes/users'
        const app = express()
        app.use('/users', users)
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
          res.status(500).json({ message: error.message })
        })
        createServer(app).listen(3000)
      `,
        errors: [
          {
            messageId: 'afterRoutes',
            data: { line: '6' },
            line: 7,
            column: 9,
            endLine: 7,
            endColumn: 52,
            suggestions: [
              {
                messageId: 'moveBeforeRoutes',
                data: { line: '6' },
                output: code`
                import cors from 'cors'
                import express, { type NextFunction, type Request, type Response } from 'express'
                import { createServer } from 'node:http'
                import users from './routes/users'
                const app = express()
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use('/users', users)
                app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
                  res.status(500).json({ message: error.message })
                })
                createServer(app).listen(3000)
              `,
              },
            ],
          },
        ],
      },
      {
        name: 'methods of a class in the wrong order',
        code: code`
        import cors from 'cors'
        import express from 'express'
        import { router } from './router'
        class Server {
          private readonly app = express()
          constructor() {
            this.routes()
            this.middleware()
          }
          private routes(): void {
            this.app.use('/api', router)
          }
          private middleware(): void {
            this.app.use(cors({ origin: 'https://app.example.com' }))
          }
          listen(): void {
            this.app.listen(3000)
          }
        }
        new Server().listen()
      `,
        errors: [
          {
            messageId: 'afterRoutes',
            data: { line: '11' },
            line: 14,
            column: 18,
            endLine: 14,
            endColumn: 61,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
