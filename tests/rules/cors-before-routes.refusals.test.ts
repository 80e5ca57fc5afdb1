import rule from '../../rules/cors-before-routes.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('cors-before-routes', rule, {
  valid: [
    {
      name: 'CORS before authentication',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import passport from 'passport'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.use(passport.authenticate('jwt', { session: false }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'authentication lets preflights pass',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          if (req.method === 'OPTIONS') return next()
          if (!req.headers.authorization) return res.sendStatus(401)
          next()
        })
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'authentication on another path',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use('/admin', requireAdmin)
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
        function requireAdmin(req, res, next) {
          if (!req.headers.authorization) return res.sendStatus(401)
          next()
        }
      `,
    },
    {
      name: 'authentication that does not insist',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          const token = req.headers.authorization?.slice('Bearer '.length)
          req.user = token ? verify(token) : undefined
          next()
        })
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'express-jwt, which lets preflights pass',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { expressjwt } from 'express-jwt'
        const app = express()
        app.use(expressjwt({ secret: process.env.SECRET, algorithms: ['HS256'] }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'a limiter, which refuses floods only',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import rateLimit from 'express-rate-limit'
        const app = express()
        app.use(rateLimit({ windowMs: 60_000 }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'middleware that cannot be seen',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { requireAuth } from './auth.js'
        const app = express()
        app.use(requireAuth)
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'preflights are answered in front of authentication',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { auth } from 'express-oauth2-jwt-bearer'
        const app = express()
        app.options('/{*path}', cors({ origin: 'https://app.example.com' }))
        app.use(auth())
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'credentials are optional',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { auth } from 'express-oauth2-jwt-bearer'
        const app = express()
        app.use(auth({ authRequired: false }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'a strategy that passes without a session',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import passport from 'passport'
        const app = express()
        app.use(passport.authenticate('session'))
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'anonymous users are let in',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import passport from 'passport'
        const app = express()
        app.use(passport.initialize())
        app.use(passport.authenticate(['jwt', 'anonymous'], { session: false }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'authentication of a router whose application has answered',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const policy = cors({ origin: 'https://app.example.com' })
        const app = express()
        const api = express.Router()
        app.use(policy)
        api.use((req, res, next) => {
          if (!req.headers.authorization) return res.sendStatus(401)
          next()
        })
        api.use(policy)
        api.get('/items', (req, res) => res.json([]))
        app.use('/api', api)
        app.listen(3000)
      `,
    },
    {
      name: 'headers that a proxy adds to every request, authentication or not',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          if (req.headers['x-forwarded-proto'] !== 'https') return res.redirect(\`https://\${req.headers.host}\${req.url}\`)
          next()
        })
        app.use((req, res, next) => {
          if (!req.get('x-real-ip')) return res.sendStatus(403)
          next()
        })
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
    {
      name: 'an answer for maintenance that is no authentication',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          if (process.env.MAINTENANCE) return res.sendStatus(503)
          next()
        })
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
    },
  ],
  invalid: [
    {
      name: 'after a function of the file that asks for a token',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        function requireToken(req, res, next) {
          const [, token] = (req.headers.authorization ?? '').split(' ')
          if (!req.headers.authorization) return res.status(401).json({ message: 'No token' })
          req.user = verify(token)
          next()
        }
        app.use(requireToken)
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '10', status: '401' },
          line: 11,
          column: 9,
          endLine: 11,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '10' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                function requireToken(req, res, next) {
                  const [, token] = (req.headers.authorization ?? '').split(' ')
                  if (!req.headers.authorization) return res.status(401).json({ message: 'No token' })
                  req.user = verify(token)
                  next()
                }
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use(requireToken)
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after a session check',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import session from 'express-session'
        const app = express()
        app.use(session({ secret: process.env.SECRET }))
        app.use((req, res, next) => {
          if (req.session.userId) next()
          else res.sendStatus(403)
        })
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/me', (req, res) => res.json({}))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '6', status: '403' },
          line: 10,
          column: 9,
          endLine: 10,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '6' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                import session from 'express-session'
                const app = express()
                app.use(session({ secret: process.env.SECRET }))
                app.use(cors({ origin: 'https://app.example.com', credentials: true }))
                app.use((req, res, next) => {
                  if (req.session.userId) next()
                  else res.sendStatus(403)
                })
                app.get('/me', (req, res) => res.json({}))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after passport',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import passport from 'passport'
        const app = express()
        app.use(passport.initialize())
        app.use(passport.authenticate('jwt', { session: false }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '6', status: '401' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '6' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                import passport from 'passport'
                const app = express()
                app.use(passport.initialize())
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use(passport.authenticate('jwt', { session: false }))
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after basic authentication, in one call',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const basicAuth = require('express-basic-auth')
        const app = express()
        app.use(basicAuth({ users: { admin: process.env.PASSWORD } }), cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '5', status: '401' },
          line: 5,
          column: 64,
          endLine: 5,
          endColumn: 107,
        },
      ],
    },
    {
      name: 'after a bearer token',
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { auth } from 'express-oauth2-jwt-bearer'
        const app = express()
        app.use(auth({ audience: 'https://api.example.com' }))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '5', status: '401' },
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '5' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                import { auth } from 'express-oauth2-jwt-bearer'
                const app = express()
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use(auth({ audience: 'https://api.example.com' }))
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after a login page',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use((req, res, next) => {
          if (!req.user) return res.redirect('/login')
          next()
        })
        app.use(cors({ origin: 'https://app.example.com', credentials: true }))
        app.get('/me', (req, res) => res.json({}))
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '4', status: '302' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '4' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                app.use(cors({ origin: 'https://app.example.com', credentials: true }))
                app.use((req, res, next) => {
                  if (!req.user) return res.redirect('/login')
                  next()
                })
                app.get('/me', (req, res) => res.json({}))
                app.listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'CORS by hand after authentication',
      code: code`
        import express from 'express'
        const app = express()
        app.use(requireCookie)
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'https://app.example.com')
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        })
        app.get('/me', (req, res) => res.json({}))
        app.listen(3000)
        function requireCookie(req, res, next) {
          if (req.cookies.session === undefined) return res.status(401).end()
          next()
        }
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '3', status: '401' },
          line: 4,
          column: 9,
          endLine: 8,
          endColumn: 2,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '3' },
              output: code`
                import express from 'express'
                const app = express()
                app.use((req, res, next) => {
                  res.set('Access-Control-Allow-Origin', 'https://app.example.com')
                  res.set('Access-Control-Allow-Credentials', 'true')
                  next()
                })
                app.use(requireCookie)
                app.get('/me', (req, res) => res.json({}))
                app.listen(3000)
                function requireCookie(req, res, next) {
                  if (req.cookies.session === undefined) return res.status(401).end()
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after the authentication of a router',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const api = express.Router()
        api.use((req, res, next) => {
          if (!req.headers.authorization) return res.sendStatus(401)
          next()
        })
        api.use(cors({ origin: 'https://app.example.com' }))
        api.get('/items', (req, res) => res.json([]))
        app.use('/api', api)
        app.listen(3000)
      `,
      errors: [
        {
          messageId: 'afterRefusal',
          data: { line: '5', status: '401' },
          line: 9,
          column: 9,
          endLine: 9,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'moveBeforeRefusal',
              data: { line: '5' },
              output: code`
                import cors from 'cors'
                import express from 'express'
                const app = express()
                const api = express.Router()
                api.use(cors({ origin: 'https://app.example.com' }))
                api.use((req, res, next) => {
                  if (!req.headers.authorization) return res.sendStatus(401)
                  next()
                })
                api.get('/items', (req, res) => res.json([]))
                app.use('/api', api)
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
  'cors-before-routes',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'after an API key, by a factory',
        code: code`
        import cors from 'cors'
        import express, { type RequestHandler } from 'express'
        const app = express()
        const requireKey = (keys: Set<string>): RequestHandler => (req, res, next) => {
          const key = req.get('x-api-key')
          if (!key) {
            res.writeHead(401).end()
            return
          }
          if (keys.has(key)) next()
          else res.sendStatus(403)
        }
        app.use(requireKey(new Set(['a'])))
        app.use(cors({ origin: 'https://app.example.com' }))
        app.get('/items', (req, res) => res.json([]))
        app.listen(3000)
      `,
        errors: [
          {
            messageId: 'afterRefusal',
            data: { line: '13', status: '401' },
            line: 14,
            column: 9,
            endLine: 14,
            endColumn: 52,
            suggestions: [
              {
                messageId: 'moveBeforeRefusal',
                data: { line: '13' },
                output: code`
                import cors from 'cors'
                import express, { type RequestHandler } from 'express'
                const app = express()
                const requireKey = (keys: Set<string>): RequestHandler => (req, res, next) => {
                  const key = req.get('x-api-key')
                  if (!key) {
                    res.writeHead(401).end()
                    return
                  }
                  if (keys.has(key)) next()
                  else res.sendStatus(403)
                }
                app.use(cors({ origin: 'https://app.example.com' }))
                app.use(requireKey(new Set(['a'])))
                app.get('/items', (req, res) => res.json([]))
                app.listen(3000)
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
