import rule from '../../rules/require-preflight.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('require-preflight', rule, {
  valid: [
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
  ],
  invalid: [
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
          data: { names: '`PUT` and `DELETE`', line: '6' },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'addNames',
              data: { names: '`PUT` and `DELETE`' },
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
