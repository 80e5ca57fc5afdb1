import rule from '../../rules/no-conflicting-policies.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-conflicting-policies', rule, {
  valid: [
    {
      name: 'credentials of the first that cannot be seen',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { base } from './base.js'
        const app = express()
        app.options('/{*splat}', cors({ ...base, origin: 'https://app.example.com' }))
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.put('/item', (req, res) => res.json({}))
      `,
    },
    {
      name: 'one policy',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/', (req, res) => res.json([]))
      `,
    },
    {
      name: 'the same policy twice',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const corsOptions = { origin: 'https://app.example.com', credentials: true }
        app.use(cors(corsOptions))
        app.use(cors(corsOptions))
      `,
    },
    {
      name: 'one for all, another for a route',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/public', cors({ origin: 'https://partner.example.com' }), (req, res) => res.json([]))
      `,
    },
    {
      name: 'a route that writes its own header over the policy of all',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/fonts', (req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://fonts.example.com')
          res.send()
        })
      `,
    },
    {
      name: 'different paths',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use('/admin', cors({ origin: 'https://admin.example.com', credentials: true }))
        app.use('/api', cors({ origin: 'https://app.example.com' }))
      `,
    },
    {
      name: 'different routers',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const admin = express.Router()
        const shop = express.Router()
        admin.use(cors({ origin: 'https://admin.example.com' }))
        shop.use(cors({ origin: 'https://shop.example.com' }))
        module.exports = { admin, shop }
      `,
    },
    {
      name: 'one of two branches',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        if (process.env.PARTNERS) {
          app.use(cors({ origin: 'https://partner.example.com', credentials: true }))
        } else {
          app.use(cors({ origin: 'https://app.example.com' }))
        }
      `,
    },
    {
      name: 'for development besides',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: 'http://localhost:3000' }))
        app.use(cors({ origin: 'https://app.example.com' }))
      `,
    },
    {
      name: 'switched on by configuration',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { config } from './config.js'
        const app = express()
        if (config.partners) app.use(cors({ origin: 'https://partner.example.com' }))
        app.use(cors({ origin: 'https://app.example.com' }))
      `,
    },
    {
      name: 'by hand what the library sends as well',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
      `,
    },
    {
      name: 'by hand where the library is silent',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const allowed = ['https://app.example.com']
        const app = express()
        app.use(cors({ origin: false }))
        app.use((req, res, next) => {
          res.vary('Origin')
          if (allowed.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          next()
        })
      `,
    },
    {
      name: 'the same list on both',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const allowed = ['https://app.example.com', 'https://admin.example.com']
        const app = express()
        app.use(cors({ origin: allowed }))
        app.use((req, res, next) => {
          if (allowed.includes(req.get('origin'))) res.set('Access-Control-Allow-Origin', req.get('origin'))
          next()
        })
      `,
    },
    {
      name: 'what cannot be seen',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { origins } from './origins.js'
        const app = express()
        app.use(cors({ origin: origins.app }))
        app.use(cors({ origin: origins.partners }))
      `,
    },
    {
      name: 'registered in callbacks that run whenever they do',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        onReady(() => app.use(cors({ origin: 'https://app.example.com' })))
        onPartners(() => app.use(cors({ origin: 'https://partner.example.com' })))
      `,
    },
    {
      name: 'an answer to errors',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((error, req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://status.example.com')
          res.status(500).json({})
        })
      `,
    },
    {
      name: 'an answer to what is not found',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res) => {
          res.set('Access-Control-Allow-Origin', 'https://status.example.com')
          res.status(404).json({})
        })
      `,
    },
    {
      name: 'the first leaves preflights to the second',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', preflightContinue: true }))
        app.use(cors({ origin: 'https://partner.example.com' }))
      `,
    },
    {
      name: 'preflights are told more than they need',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.options('/{*path}', cors({ origin: ['https://app.example.com', 'https://admin.example.com'] }))
        app.use(cors({ origin: ['https://app.example.com'] }))
      `,
    },
    {
      name: 'two lists on a route that adds them up',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/prices', cors({ origin: ['https://partner.example.com'] }), cors({ origin: ['https://app.example.com'] }), list)
      `,
    },
  ],
  invalid: [
    {
      name: 'everyone first, a list with credentials after',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors())
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'two lists',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        app.use(cors({ origin: ['https://app.example.com'] }))
        app.use(express.json())
        app.use(cors({ origin: ['https://partner.example.com'] }))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'methods that no preflight is told',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET'] }))
        app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'credentials that no preflight is told',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const origin = 'https://app.example.com'
        const app = express()
        app.use(cors({ origin }), cors({ origin, credentials: true }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '5' },
          line: 5,
          column: 27,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'two for everything, kept in variables',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const forPartners = cors({ origin: 'https://partner.example.com' })
        const forApp = cors({ origin: 'https://app.example.com' })
        app.use([forPartners, forApp])
        app.get('/prices', (req, res) => res.json([]))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '6' },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'in functions that are given the application',
      code: code`
        import cors from 'cors'
        import express from 'express'
        function secure(app) {
          app.use(cors({ origin: 'https://app.example.com' }))
        }
        function extend(app) {
          app.use(cors({ origin: 'https://partner.example.com' }))
        }
        const app = express()
        secure(app)
        extend(app)
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'on a router',
      code: code`
        import cors from 'cors'
        import { Router } from 'express'
        export const router = Router()
        router.use(cors({ origin: 'https://app.example.com' }))
        router.use('/', cors({ origin: 'https://partner.example.com' }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'on an application from elsewhere',
      code: code`
        import cors from 'cors'
        export default (app) => {
          app.use(cors({ origin: 'https://app.example.com' }))
          app.use(cors({ origin: 'https://partner.example.com' }))
        }
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '3' },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'everyone, by hand, after a list with credentials',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: ['https://app.example.com'], credentials: true }))
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', '*')
          next()
        })
      `,
      errors: [
        {
          messageId: 'replaced',
          data: { line: '4' },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'another origin by hand, in a helper',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const setHeaders = (res) => res.setHeader('Access-Control-Allow-Origin', 'https://partner.example.com')
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use((req, res, next) => {
          setHeaders(res)
          next()
        })
      `,
      errors: [
        {
          messageId: 'replaced',
          data: { line: '5' },
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 104,
        },
      ],
    },
    {
      name: 'by hand and by the library on one route',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/feed', cors({ origin: 'https://app.example.com' }), (req, res) => {
          res.set({ 'Access-Control-Allow-Origin': 'https://reader.example.com', 'Content-Type': 'application/rss+xml' })
          res.send()
        })
      `,
      errors: [
        {
          messageId: 'replaced',
          data: { line: '4' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 72,
        },
      ],
    },
    {
      name: 'by the library after it was written by hand',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
        app.use(cors({ origin: 'https://partner.example.com' }))
      `,
      errors: [
        {
          messageId: 'replaced',
          data: { line: '5' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'two by hand',
      code: code`
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          next()
        })
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://partner.example.com')
          next()
        })
      `,
      errors: [
        {
          messageId: 'replaced',
          data: { line: '4' },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 72,
        },
      ],
    },
    {
      name: 'preflights are answered without credentials',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.options('/{*path}', cors())
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'preflights know another origin only',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        app.options('*', cors({ origin: 'https://partner.example.com' }))
        app.use(cors({ origin: 'https://app.example.com' }))
      `,
      errors: [
        {
          messageId: 'divided',
          data: { line: '4' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 52,
        },
      ],
    },
  ],
})

runRule(
  'no-conflicting-policies',
  rule,
  {
    valid: [
      {
        name: 'an early return in a setup function',
        code: code`
        import cors from 'cors'
        import express, { type Express } from 'express'
        function setup(app: Express, isDev: boolean): void {
          if (isDev) {
            app.use(cors({ origin: 'http://localhost:5173' }))
            return
          }
          app.use(cors({ origin: 'https://app.example.com' }))
        }
        setup(express(), process.env.NODE_ENV === 'development')
      `,
      },
      {
        name: 'two applications of one factory',
        code: code`
        import cors from 'cors'
        import express from 'express'
        function make() {
          return express()
        }
        const admin = make()
        const shop = make()
        admin.use(cors({ origin: 'https://admin.example.com' }))
        shop.use(cors({ origin: 'https://shop.example.com' }))
      `,
      },
    ],
    invalid: [
      {
        name: 'in methods of a class',
        code: code`
        import cors from 'cors'
        import express, { type Express } from 'express'
        class Server {
          private readonly app: Express = express()
          constructor() {
            this.security()
            this.middleware()
          }
          private security(): void {
            this.app.use(cors({ origin: 'https://app.example.com' }))
          }
          private middleware(): void {
            this.app.use(cors({ origin: 'https://partner.example.com' }))
          }
        }
        new Server()
      `,
        errors: [
          {
            messageId: 'divided',
            data: { line: '10' },
            line: 13,
            column: 18,
            endLine: 13,
            endColumn: 65,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
