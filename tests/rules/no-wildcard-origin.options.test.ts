import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'no argument for Polka',
      code: code`
        import cors from 'cors'
        import polka from 'polka'

        polka().use(cors()).listen(3000)
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                import polka from 'polka'

                polka().use(cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })).listen(3000)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'no argument, required where it is used',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const app = require('connect')()
        app.use(require('cors')())
      `,
      output: code`
        const app = require('connect')()
        app.use(require('cors')({ origin: ['https://app.example.com'] }))
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 9,
          endLine: 2,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'public',
              data: { path: '/public' },
              output: code`
        const app = require('connect')()
        app.use('/public', require('cors')())
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an empty object, imported as a namespace',
      settings: listed,
      code: code`
        import * as cors from 'cors'
        export const middleware = cors.default({})
      `,
      output: code`
        import * as cors from 'cors'
        export const middleware = cors.default({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 40,
          endLine: 2,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'other options alone',
      settings: listed,
      code: code`
        import cors from 'cors'
        import { Router } from 'express'

        export const router = Router()
        router.use(
          '/catalogue',
          cors({
            methods: ['GET'],
            maxAge: 600, // ten minutes
          }),
        )
      `,
      output: code`
        import cors from 'cors'
        import { Router } from 'express'

        export const router = Router()
        router.use(
          '/catalogue',
          cors({
            origin: ['https://app.example.com'],
            methods: ['GET'],
            maxAge: 600, // ten minutes
          }),
        )
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 7,
          column: 8,
          endLine: 10,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'a star in a template literal, renamed import',
      settings: listed,
      code: code`
        import { default as crossOrigin } from 'cors'
        export const open = crossOrigin({ origin: \`*\` })
      `,
      output: code`
        import { default as crossOrigin } from 'cors'
        export const open = crossOrigin({ origin: ['https://app.example.com'] })
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 43, endLine: 2, endColumn: 46 }],
    },
    {
      name: 'the preflight of every route',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        var cors = require('cors')
        var app = require('express')()
        app.options('*splat', cors())
        app.del('/items/:id', cors(), function (req, res) { res.sendStatus(204) })
      `,
      output: code`
        var cors = require('cors')
        var app = require('express')()
        app.options('*splat', cors({ origin: ['https://app.example.com'] }))
        app.del('/items/:id', cors({ origin: ['https://app.example.com'] }), function (req, res) { res.sendStatus(204) })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 29,
        },
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'among other middleware of a route',
      code: code`
        import cors from 'cors'
        import { authenticate } from './auth.js'
        export default (app) => app.get('/me', [authenticate, cors({ 'origin': "*" })], (req, res) => res.json(req.user))
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 3,
          column: 72,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                import { authenticate } from './auth.js'
                export default (app) => app.get('/me', [authenticate, cors({ 'origin': process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })], (req, res) => res.json(req.user))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a delegate whose public branch is open',
      settings: listed,
      code: code`
        import cors from 'cors'

        const delegate = (req, callback) => {
          if (req.path.startsWith('/public')) callback(null, { origin: '*' })
          else callback(null, { origin: 'https://app.example.com' })
        }
        export default cors(delegate)
      `,
      output: code`
        import cors from 'cors'

        const delegate = (req, callback) => {
          if (req.path.startsWith('/public')) callback(null, { origin: ['https://app.example.com'] })
          else callback(null, { origin: 'https://app.example.com' })
        }
        export default cors(delegate)
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 64, endLine: 4, endColumn: 67 }],
    },
    {
      name: 'a delegate that leaves the origin out',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')
        module.exports = cors(function (req, done) {
          done(null, { maxAge: 60 })
        })
      `,
      output: code`
        const cors = require('cors')
        module.exports = cors(function (req, done) {
          done(null, { origin: ['https://app.example.com'], maxAge: 60 })
        })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a helper that takes the application',
      settings: listed,
      code: code`
        import cors from 'cors'

        export function enableCors(app, options = { origin: '*' }) {
          app.use(cors(options))
        }
      `,
      output: code`
        import cors from 'cors'

        export function enableCors(app, options = { origin: ['https://app.example.com'] }) {
          app.use(cors(options))
        }
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 53, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'options of a function of the same file',
      settings: listed,
      code: code`
        import cors from 'cors'

        function options({ maxAge }) {
          return { origin: '*', maxAge }
        }
        export default cors(options({ maxAge: 60 }))
      `,
      output: code`
        import cors from 'cors'

        function options({ maxAge }) {
          return { origin: ['https://app.example.com'], maxAge }
        }
        export default cors(options({ maxAge: 60 }))
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 20, endLine: 4, endColumn: 23 }],
    },
    {
      name: 'options that get their origin later',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')

        const options = {}
        options.methods = ['GET', 'PUT']
        options['origin'] = '*'
        module.exports = cors(options)
      `,
      output: code`
        const cors = require('cors')

        const options = {}
        options.methods = ['GET', 'PUT']
        options['origin'] = ['https://app.example.com']
        module.exports = cors(options)
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 21, endLine: 5, endColumn: 24 }],
    },
    {
      name: 'options merged from two objects',
      settings: listed,
      code: code`
        import cors from 'cors'

        const common = { maxAge: 300, origin: '*' }
        export default cors({ ...common, methods: 'GET' })
      `,
      output: code`
        import cors from 'cors'

        const common = { maxAge: 300, origin: ['https://app.example.com'] }
        export default cors({ ...common, methods: 'GET' })
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 39, endLine: 3, endColumn: 42 }],
    },
    {
      name: 'options joined by Object.assign',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors(Object.assign({ origin: 'https://app.example.com' }, { origin: '*' }))
      `,
      output: code`
        import cors from 'cors'
        export default cors(Object.assign({ origin: 'https://app.example.com' }, { origin: ['https://app.example.com'] }))
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 84, endLine: 2, endColumn: 87 }],
    },
    {
      name: 'an environment that is open either way',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors({ origin: process.env.NODE_ENV === 'test' ? '*' : '*' })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: process.env.NODE_ENV === 'test' ? '*' : ['https://app.example.com'] })
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 71, endLine: 2, endColumn: 74 }],
    },
    {
      name: 'a star that stands in a constant of another scope',
      settings: listed,
      code: code`
        import cors from 'cors'

        const EVERYONE = '*'
        export const routes = (app) => {
          const origin = EVERYONE
          app.use(cors({ origin }))
        }
      `,
      output: code`
        import cors from 'cors'

        const EVERYONE = ['https://app.example.com']
        export const routes = (app) => {
          const origin = EVERYONE
          app.use(cors({ origin }))
        }
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 18, endLine: 3, endColumn: 21 }],
    },
    {
      name: 'two policies in one file',
      settings: listed,
      code: code`
        import cors from 'cors'

        export const assets = cors()
        export const api = cors({ origin: '*', methods: 'POST' })
      `,
      output: code`
        import cors from 'cors'

        export const assets = cors({ origin: ['https://app.example.com'] })
        export const api = cors({ origin: ['https://app.example.com'], methods: 'POST' })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 29,
        },
        { messageId: 'wildcard', line: 4, column: 35, endLine: 4, endColumn: 38 },
      ],
    },
    {
      name: 'compiled code',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        "use strict";
        var __importDefault = (this && this.__importDefault) || function (mod) {
            return (mod && mod.__esModule) ? mod : { "default": mod };
        };
        const cors_1 = __importDefault(require("cors"));
        exports.default = (0, cors_1.default)();
      `,
      output: code`
        "use strict";
        var __importDefault = (this && this.__importDefault) || function (mod) {
            return (mod && mod.__esModule) ? mod : { "default": mod };
        };
        const cors_1 = __importDefault(require("cors"));
        exports.default = (0, cors_1.default)({ origin: ["https://app.example.com"] });
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'loaded when it is needed',
      settings: listed,
      code: code`
        export async function start(app) {
          const { default: cors } = await import('cors')
          app.use(cors({ origin: '*' }))
        }
      `,
      output: code`
        export async function start(app) {
          const { default: cors } = await import('cors')
          app.use(cors({ origin: ['https://app.example.com'] }))
        }
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 26, endLine: 3, endColumn: 29 }],
    },
    {
      name: 'null in place of options',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')
        module.exports = cors(null)
      `,
      output: code`
        const cors = require('cors')
        module.exports = cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a list in place of options',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors(['https://app.example.com'])
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 21,
          endLine: 2,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'an origin in place of options',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors('https://app.example.com')
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 21,
          endLine: 2,
          endColumn: 46,
        },
      ],
    },
  ],
})

runRule(
  'no-wildcard-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a static member',
        settings: listed,
        code: code`
          import cors from 'cors'

          class Options {
            static readonly cors = { origin: '*' } as const
          }
          export default cors(Options.cors)
        `,
        output: code`
          import cors from 'cors'
          const allowedOrigins = ['https://app.example.com']

          class Options {
            static readonly cors = { origin: allowedOrigins } as const
          }
          export default cors(Options.cors)
        `,
        errors: [{ messageId: 'wildcard', line: 4, column: 36, endLine: 4, endColumn: 39 }],
      },
      {
        name: 'typed options',
        code: code`
          import cors, { type CorsOptions } from 'cors'

          const options: CorsOptions = {
            origin: '*' satisfies CorsOptions['origin'],
          }
          export default cors(options!)
        `,
        errors: [
          {
            messageId: 'wildcard',
            line: 4,
            column: 11,
            endLine: 4,
            endColumn: 14,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
                  import cors, { type CorsOptions } from 'cors'

                  const options: CorsOptions = {
                    origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                  }
                  export default cors(options!)
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
