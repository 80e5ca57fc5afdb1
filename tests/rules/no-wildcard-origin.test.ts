import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-wildcard-origin', rule, {
  valid: [
    {
      name: 'one origin for a Polka server',
      code: code`
        import polka from 'polka'
        import cors from 'cors'

        polka().use(cors({ origin: 'https://app.example.com' })).listen(3000)
      `,
    },
    {
      name: 'several origins for Connect',
      languageOptions: commonjs,
      code: code`
        const connect = require("connect");
        const corsMiddleware = require("cors");

        const app = connect();
        app.use(corsMiddleware({ origin: ["https://app.example.com", "https://admin.example.com"] }));
      `,
    },
    {
      name: 'switched off with false',
      code: code`
        import cors from 'cors'
        export const closed = cors({ origin: false, methods: 'GET' })
      `,
    },
    {
      name: 'a star with credentials, which another rule reports',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        module.exports = cors({ credentials: true, origin: '*' })
      `,
    },
    {
      name: 'true, which another rule reports',
      code: code`
        import { Router } from 'express'
        import cors from 'cors'
        export const router = Router().use(cors({ origin: true }))
      `,
    },
    {
      name: 'a star instead of a missing variable, which another rule reports',
      code: code`
        import cors from 'cors'
        export default (app) => app.use(cors({ origin: process.env.WEB_ORIGIN ?? '*' }))
      `,
    },
    {
      name: 'a star for production alone, which another rule reports',
      code: code`
        import cors from 'cors'
        export const middleware = cors({ origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:5173' })
      `,
    },
    {
      name: 'a star while developing, by a conditional',
      code: code`
        import cors from 'cors'
        const production = process.env.NODE_ENV === 'production'
        export const middleware = cors({ origin: production ? /^https:\/\/app\.example\.com$/ : '*' })
      `,
    },
    {
      name: "the defaults while developing, by Express's own setting",
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')
        const app = express()
        if (app.get('env') === 'development') app.use(cors())
      `,
    },
    {
      name: 'the defaults while developing, after production has returned',
      code: code`
        import cors from 'cors'

        export function setup(app) {
          if (process.env.NODE_ENV === 'production') return
          app.use(cors())
        }
      `,
    },
    {
      name: 'the defaults while developing, by a logical expression',
      code: code`
        import cors from 'cors'
        export const install = (app) => process.env.NODE_ENV !== 'production' && app.use(cors({ maxAge: 60 }))
      `,
    },
    {
      name: 'a star while developing, by a switch',
      code: code`
        import cors from 'cors'

        function originFor(environment) {
          switch (environment) {
            case 'production':
              return ['https://app.example.com']
            case 'development':
              return '*'
            default:
              return false
          }
        }
        export default cors({ origin: originFor(process.env.NODE_ENV) })
      `,
    },
    {
      name: 'a star while developing, by a spread',
      code: code`
        import cors from 'cors'
        const options = { origin: ['https://app.example.com'], ...(import.meta.env.DEV && { origin: '*' }) }
        export const handle = cors(options)
      `,
    },
    {
      name: 'a star while developing, from a table',
      code: code`
        import cors from 'cors'
        const ORIGINS = { development: '*', production: 'https://app.example.com' }
        export default cors({ origin: ORIGINS[process.env.NODE_ENV] })
      `,
    },
    {
      name: 'stars while developing, in other spellings',
      code: code`
        import cors from 'cors'
        import { config, isDev } from './config.js'

        export const inverted = cors({ origin: !import.meta.env.PROD && '*' })
        export const quoted = cors({ origin: process.env['NODE_ENV'] !== 'production' ? '*' : false })
        export const either = cors({ origin: ['development', 'test'].includes(process.env.NODE_ENV) ? '*' : false })
        export const imported = cors(isDev ? {} : { origin: 'https://app.example.com' })
        export const member = cors({ origin: config.isProduction ? 'https://app.example.com' : '*' })
      `,
    },
    {
      name: 'a star while developing, by a name from the settings',
      settings: { cors: { developmentGuards: ['sandbox'] } },
      code: code`
        import cors from 'cors'
        import { sandbox } from './flags.js'
        export default cors({ origin: sandbox ? '*' : 'https://app.example.com' })
      `,
    },
    {
      name: 'a star while developing, by a property from the settings',
      settings: { cors: { developmentGuards: ['runsLocally'] } },
      code: code`
        import settings from './settings.js'

        export function decorate(req, res) {
          if (settings.server.runsLocally) {
            res.setHeader('Access-Control-Allow-Origin', '*')
          }
        }
      `,
    },
    {
      name: 'a header while developing, in a listener',
      languageOptions: commonjs,
      code: code`
        const http = require('node:http');

        http.createServer((req, res) => {
          if (process.env.NODE_ENV === 'development') {
            res.setHeader('Access-Control-Allow-Origin', '*');
          }
          res.end('ok');
        }).listen(8080);
      `,
    },
    {
      name: 'a function of this file that is called cors',
      code: code`
        const cors = (options) => (req, res, next) => next(options)
        export const middleware = cors({ origin: '*' })
      `,
    },
    {
      name: 'a module of this project that is called cors',
      code: code`
        import cors from './middleware/cors.js'
        export default (app) => app.use(cors())
      `,
    },
    {
      name: 'another package that is called cors',
      languageOptions: commonjs,
      code: code`
        const { cors } = require('@acme/http')
        module.exports = cors({ origin: '*' })
      `,
    },
    {
      name: 'a parameter that is called cors',
      code: code`
        import cors from 'cors'

        export const listed = cors({ origin: ['https://app.example.com'] })
        export const build = (cors) => cors({ origin: '*' })
      `,
    },
    {
      name: 'a constant that hides the import',
      code: code`
        import cors from 'cors'

        export function mock() {
          const cors = () => (req, res, next) => next()
          return cors()
        }
        export default cors({ origin: [] })
      `,
    },
    {
      name: 'origin options of a bundler, a validator, an image library and a socket',
      code: code`
        import axios from 'axios'
        import sharp from 'sharp'
        import * as yup from 'yup'
        import { WebSocketServer } from 'ws'
        // cors: none of these is a policy.
        export const client = axios.create({ origin: '*', headers: { Origin: '*' } })
        export const schema = yup.object({ origin: yup.string().oneOf(['*']) })
        export const thumbnail = (file) => sharp(file).extract({ origin: '*' })
        export const sockets = new WebSocketServer({ port: 8080, origin: '*' })
      `,
    },
    {
      name: 'a content security policy next to a policy',
      code: code`
        import cors from 'cors'
        import helmet from 'helmet'

        export default [
          helmet({ contentSecurityPolicy: { directives: { defaultSrc: ['*'], connectSrc: '*' } } }),
          cors({ origin: 'https://app.example.com' }),
        ]
      `,
    },
    {
      name: 'a list from the environment',
      code: code`
        import cors from 'cors'
        const origins = process.env.WEB_ORIGINS?.split(',').map((origin) => origin.trim())
        export default cors({ origin: origins })
      `,
    },
    {
      name: 'a required variable of the environment',
      code: code`
        import cors from 'cors'

        const origin = process.env.WEB_ORIGIN
        if (!origin) throw new Error('WEB_ORIGIN is required')
        export default cors({ origin })
      `,
    },
    {
      name: 'options of another module',
      code: code`
        import cors from 'cors'
        import { corsOptions } from './config/cors.js'
        export default cors(corsOptions)
      `,
    },
    {
      name: 'options of another module, extended',
      code: code`
        import cors from 'cors'
        import { base } from './config/cors.js'
        export default cors({ ...base, maxAge: 600 })
      `,
    },
    {
      name: 'options from a configuration service',
      languageOptions: commonjs,
      code: code`
        const config = require('config')
        const cors = require('cors')
        module.exports = (app) => app.use(cors(config.get('cors')))
      `,
    },
    {
      name: 'comments and strings that speak of it',
      code: code`
        // app.use(cors()) sends Access-Control-Allow-Origin: *
        /* res.setHeader('Access-Control-Allow-Origin', '*') */
        export const HINT = "res.setHeader('Access-Control-Allow-Origin', '*')"
        export const help = \`Never write cors({ origin: '*' }).\`
      `,
    },
    {
      name: 'requests to other servers',
      code: code`
        import axios from 'axios'
        import https from 'node:https'

        await fetch('https://api.example.com', { headers: { 'Access-Control-Allow-Origin': '*' } })
        await axios.get('https://api.example.com', { headers: { 'access-control-allow-origin': '*' } })
        axios.defaults.headers.common['Access-Control-Allow-Origin'] = '*'
        https.request('https://api.example.com').setHeader('Access-Control-Allow-Origin', '*')
        axios.interceptors.request.use((config) => {
          config.headers.set('Access-Control-Allow-Origin', '*')
          return config
        })
      `,
    },
    {
      name: 'expectations of a test',
      code: code`
        import supertest from 'supertest'
        import { app } from '../src/app.js'

        test('answers everybody', async () => {
          const response = await supertest(app).get('/').expect('Access-Control-Allow-Origin', '*')
          expect(response.headers['access-control-allow-origin']).toBe('*')
          expect(response).toMatchObject({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } })
        })
      `,
    },
    {
      name: 'collections that are no response',
      code: code`
        const seen = new Map()
        seen.set('Access-Control-Allow-Origin', '*')
        const params = new URLSearchParams()
        params.append('Access-Control-Allow-Origin', '*')
        export { params, seen }
      `,
    },
    {
      name: 'stars in other headers',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res, next) => {
          res.set('Access-Control-Allow-Headers', '*')
          res.set({ 'Access-Control-Expose-Headers': '*', 'Timing-Allow-Origin': '*' })
          res.vary('*')
          next()
        }
      `,
    },
    {
      name: 'a star that the next line replaces',
      code: code`
        export function handler(request, response) {
          response.setHeader('Access-Control-Allow-Origin', '*')
          response.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          response.end()
        }
      `,
    },
    {
      name: 'a star in a branch that never runs',
      code: code`
        import cors from 'cors'
        export default (app) => {
          if (false) app.use(cors())
          app.use(cors({ origin: 'https://app.example.com' }))
        }
      `,
    },
    {
      name: 'arguments and options that cannot be seen',
      code: code`
        import cors from 'cors'
        export const forward = (...args) => cors(...args)
        export const computed = (key) => cors({ [key]: '*' })
        export const spread = (options) => cors({ ...options })
        export const chosen = (a, b) => cors(a ?? b)
      `,
    },
    {
      name: 'names that only look like a call',
      code: code`
        import cors from 'cors'
        export const made = new cors({ origin: '*' })
        export const tag = cors\`*\`
        export const handle = cors
        export const { length } = cors
      `,
    },
    {
      name: 'a member of an imported module that is not the middleware',
      code: code`
        import * as tools from 'cors'
        export const parsed = tools.parse({ origin: '*' })
        export const nothing = tools.default.helpers?.cors?.()
      `,
    },
  ],
  invalid: [],
})

runRule(
  'no-wildcard-origin',
  rule,
  {
    valid: [
      {
        name: 'types that describe a policy',
        code: code`
          import type { CorsOptions } from 'cors'

          export interface ServerOptions {
            cors: { origin: '*'; credentials: false }
          }
          export type Origin = CorsOptions['origin'] | '*'
          export declare function cors(options: { origin: '*' }): void
        `,
      },
      {
        name: 'optional calls and assertions',
        code: code`
          import cors from 'cors'
          export const listed = cors?.({ origin: ['https://app.example.com'] as const satisfies readonly string[] })
          export const one = (cors as Function)({ origin: 'https://app.example.com' as string })
        `,
      },
      {
        name: 'options typed in a class',
        code: code`
          import cors, { type CorsOptions } from 'cors'

          export class Gateway {
            constructor(private readonly options: CorsOptions) {}
            middleware() {
              return cors(this.options)
            }
          }
        `,
      },
    ],
    invalid: [],
  },
  typescriptRuleTester,
)
