import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-cors-options', rule, {
  valid: [
    {
      name: 'every option that there is',
      code: code`
  import cors from 'cors'

  export default cors({
    origin: ['https://app.example.com'],
    methods: ['GET'],
    allowedHeaders: ['Authorization'],
    exposedHeaders: ['X-Total'],
    credentials: true,
    maxAge: 600,
    preflightContinue: false,
    optionsSuccessStatus: 200,
  })
`,
    },
    {
      name: 'the older name of the allowed headers',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  module.exports = cors({ origin: 'https://app.example.com', headers: ['Authorization'] })
`,
    },
    {
      name: 'no options',
      code: code`
  import cors from 'cors'

  export default cors()
`,
    },
    {
      name: 'names that mean nothing here',
      code: code`
  import cors from 'cors'

  export default cors({ origin: false, name: 'api', debug: true, enabled: true, path: '/api', log: console.log })
`,
    },
    {
      name: 'a list beside a function that reads it',
      code: code`
  import cors from 'cors'

  export default cors({
    allowedOrigins: ['https://app.example.com'],
    origin(origin, callback) {
      callback(null, this.allowedOrigins.includes(origin))
    },
  })
`,
    },
    {
      name: 'the name that other libraries use beside the right one',
      code: code`
  import cors from 'cors'

  export default cors({ origin: false, methods: ['GET'], allowMethods: ['GET'] })
`,
    },
    {
      name: 'what is spread in from elsewhere',
      code: code`
  import cors from 'cors'
  import options from './options.js'

  export default cors({ ...options, credentials: true })
`,
    },
    {
      name: 'a computed name that cannot be seen',
      code: code`
  import cors from 'cors'
  import { key } from './keys.js'

  export default cors({ origin: false, [key]: ['https://app.example.com'] })
`,
    },
    {
      name: 'development only',
      code: code`
  import cors from 'cors'
  import express from 'express'

  const app = express()
  if (process.env.NODE_ENV !== 'production') app.use(cors({ origins: ['http://localhost:3000'] }))
`,
    },
    {
      name: 'a spread that production does not see',
      code: code`
  import cors from 'cors'

  const isDev = process.env.NODE_ENV === 'development'
  export default cors({ origin: 'https://app.example.com', ...(isDev && { allowHeaders: ['X-Debug'] }) })
`,
    },
    {
      name: 'another library of that name',
      code: code`
  import { cors } from 'hono/cors'

  export default cors({ origin: 'https://app.example.com', allowHeaders: ['Authorization'], allowMethods: ['GET'] })
`,
    },
    {
      name: 'a local function of that name',
      code: code`
  const cors = (options) => options.origins

  export default cors({ origins: ['https://app.example.com'] })
`,
    },
    {
      name: 'a module of the project',
      code: code`
  import cors from './cors.js'

  export default cors({ origins: ['https://app.example.com'] })
`,
    },
    {
      name: 'options of a wrapper that passes on what cors knows',
      code: code`
  import cors from 'cors'

  function secured({ origins, maxAge }) {
    return cors({ origin: origins, maxAge })
  }

  export default secured({ origins: ['https://app.example.com'], maxAge: 60 })
`,
    },
    {
      name: 'an object that goes somewhere else',
      code: code`
  import cors from 'cors'
  import { register } from './gateway.js'

  register({ allowOrigins: ['https://app.example.com'], allowCredentials: true })
  export default cors({ origin: 'https://app.example.com' })
`,
    },
    {
      name: 'options that cannot be seen',
      code: code`
  import cors from 'cors'
  import config from 'config'

  export default cors(config.get('cors'))
`,
    },
    {
      name: 'deleted before use, so nothing is certain',
      code: code`
  import cors from 'cors'

  const options = { allowedOrigins: ['https://app.example.com'], origin: 'https://app.example.com' }
  delete options.allowedOrigins
  export default cors(options)
`,
    },
    {
      name: 'a delegate with the right names',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  module.exports = cors((req, callback) => {
    callback(null, { origin: req.path.startsWith('/public') ? 'https://app.example.com' : false, credentials: true })
  })
`,
    },
    {
      name: 'short names that are near to nothing',
      code: code`
  import cors from 'cors'

  export default cors({ origin: false, age: 5, max: 2, org: 'x', head: 1 })
`,
    },
    {
      name: 'options that are made step by step',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  const options = {}
  options.origin = process.env.SITES.split(',')
  options.credentials = true
  module.exports = cors(options)
`,
    },
    {
      name: 'merged options',
      code: code`
  import cors from 'cors'

  const defaults = { credentials: true, maxAge: 60 }
  export default cors(Object.assign({}, defaults, { origin: 'https://app.example.com' }))
`,
    },
    {
      name: 'an allowlist that is spread into its place',
      code: code`
  import cors from 'cors'

  const config = { allowedOrigins: ['https://app.example.com'] }
  export default cors({ origin: [...config.allowedOrigins] })
`,
    },
    {
      name: 'a list by its own name in another object',
      code: code`
  import cors from 'cors'

  const settings = { whitelist: ['https://app.example.com'], cors: { origin: ['https://app.example.com'] } }
  export default cors(settings.cors)
`,
    },
    {
      name: 'socket.io, which has options of its own',
      code: code`
  import { Server } from 'socket.io'

  export const io = new Server(3000, { cors: { origin: 'https://app.example.com', allowRequest: () => true } })
`,
    },
    {
      name: 'a class that wraps it',
      code: code`
  import cors from 'cors'

  export class Api {
    constructor({ allowedOrigins, allowCredentials }) {
      this.middleware = cors({ origin: allowedOrigins, credentials: allowCredentials })
    }
  }
`,
    },
    {
      name: 'an empty object',
      code: code`
  import cors from 'cors'

  export default cors({})
`,
    },
  ],
  invalid: [
    {
      name: 'the plural',
      code: code`
  import cors from 'cors'

  export default cors({ origins: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'origins', effect: 'any website can read the response', known: 'origin' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com'] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the plural, with credentials',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors');

  module.exports = cors({ origins: ['https://app.example.com'], credentials: true });
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'origins', effect: 'any website can read the response', known: 'origin' },
          line: 3,
          column: 25,
          endLine: 3,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  const cors = require('cors');

  module.exports = cors({ origin: ['https://app.example.com'], credentials: true });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a capital letter',
      code: code`
  import cors from 'cors'

  export default cors({ Origin: 'https://app.example.com' })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'Origin', effect: 'any website can read the response', known: 'origin' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com' })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'as Spring has it',
      code: code`
  import cors from 'cors'
  import express from 'express'

  const app = express()
  app.use('/api', cors({ allowedOrigins: ['https://app.example.com'], methods: ['GET'] }))
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowedOrigins',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'
  import express from 'express'

  const app = express()
  app.use('/api', cors({ origin: ['https://app.example.com'], methods: ['GET'] }))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'as Koa and Hono have them',
      code: code`
  import cors from 'cors'

  export default cors({
    origin: 'https://app.example.com',
    allowHeaders: ['Authorization'],
    allowMethods: ['GET', 'PUT'],
    exposeHeaders: ['X-Total'],
  })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowHeaders',
            effect: 'preflights allow every header that is asked for',
            known: 'allowedHeaders',
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 15,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'allowedHeaders' },
              output: code`
  import cors from 'cors'

  export default cors({
    origin: 'https://app.example.com',
    allowedHeaders: ['Authorization'],
    allowMethods: ['GET', 'PUT'],
    exposeHeaders: ['X-Total'],
  })
`,
            },
          ],
        },
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowMethods',
            effect: 'preflights allow GET, HEAD, PUT, PATCH, POST and DELETE',
            known: 'methods',
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 15,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'methods' },
              output: code`
  import cors from 'cors'

  export default cors({
    origin: 'https://app.example.com',
    allowHeaders: ['Authorization'],
    methods: ['GET', 'PUT'],
    exposeHeaders: ['X-Total'],
  })
`,
            },
          ],
        },
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'exposeHeaders',
            effect: 'scripts cannot read these headers',
            known: 'exposedHeaders',
          },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'exposedHeaders' },
              output: code`
  import cors from 'cors'

  export default cors({
    origin: 'https://app.example.com',
    allowHeaders: ['Authorization'],
    allowMethods: ['GET', 'PUT'],
    exposedHeaders: ['X-Total'],
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'as the headers have it',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', 'access-control-allow-credentials': true })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'access-control-allow-credentials',
            effect: 'requests with cookies fail',
            known: 'credentials',
          },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 92,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'credentials' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'with an underscore',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', max_age: 86400 })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'max_age',
            effect: 'browsers forget a preflight after 5 seconds',
            known: 'maxAge',
          },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'maxAge' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', maxAge: 86400 })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'as fetch and axios have it',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', withCredentials: true })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'withCredentials',
            effect: 'requests with cookies fail',
            known: 'credentials',
          },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'credentials' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list by a name of its own',
      code: code`
  import cors from 'cors'

  const whitelist = ['https://app.example.com']
  export default cors({ whitelist })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'whitelist', effect: 'any website can read the response', known: 'origin' },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  const whitelist = ['https://app.example.com']
  export default cors({ origin: whitelist })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an allowlist as a method',
      code: code`
  import cors from 'cors'

  export default cors({
    originAllowlist(origin, callback) {
      callback(null, origin === 'https://app.example.com')
    },
  })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'originAllowlist',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 18,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  export default cors({
    origin(origin, callback) {
      callback(null, origin === 'https://app.example.com')
    },
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'two letters swapped',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', credentails: true })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'credentails', effect: 'requests with cookies fail', known: 'credentials' },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'credentials' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a letter missing',
      code: code`
  import cors from 'cors'

  export default cors({ orgin: 'https://app.example.com' })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'orgin', effect: 'any website can read the response', known: 'origin' },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com' })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the singular of a status',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', optionSuccessStatus: 200 })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'optionSuccessStatus',
            effect: 'preflights are answered with 204',
            known: 'optionsSuccessStatus',
          },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'optionsSuccessStatus' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', optionsSuccessStatus: 200 })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a slip in what continues',
      code: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', preflightContinued: true })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'preflightContinued',
            effect: 'preflights end here',
            known: 'preflightContinue',
          },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'preflightContinue' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: 'https://app.example.com', preflightContinue: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a variable',
      code: code`
  import cors from 'cors'

  const options = { credential: true, origin: 'https://app.example.com' }
  export default cors(options)
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'credential', effect: 'requests with cookies fail', known: 'credentials' },
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'credentials' },
              output: code`
  import cors from 'cors'

  const options = { credentials: true, origin: 'https://app.example.com' }
  export default cors(options)
`,
            },
          ],
        },
      ],
    },
    {
      name: 'assigned later',
      code: code`
  import cors from 'cors'

  const options = {}
  options.allowedOrigin = 'https://app.example.com'
  options['exposeHeaders'] = ['X-Total']
  export default cors(options)
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowedOrigin',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  const options = {}
  options.origin = 'https://app.example.com'
  options['exposeHeaders'] = ['X-Total']
  export default cors(options)
`,
            },
          ],
        },
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'exposeHeaders',
            effect: 'scripts cannot read these headers',
            known: 'exposedHeaders',
          },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'exposedHeaders' },
              output: code`
  import cors from 'cors'

  const options = {}
  options.allowedOrigin = 'https://app.example.com'
  options['exposedHeaders'] = ['X-Total']
  export default cors(options)
`,
            },
          ],
        },
      ],
    },
    {
      name: 'beside a spread of what cannot be seen',
      code: code`
  import cors from 'cors'
  import base from './base.js'

  export default cors({ ...base, allowOrigins: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'ignored',
          data: { library: '`cors`', name: 'allowOrigins', known: 'origin' },
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'
  import base from './base.js'

  export default cors({ ...base, origin: ['https://app.example.com'] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'spread from what can be seen',
      code: code`
  import cors from 'cors'

  const base = { methods: ['GET'], allowOrigin: 'https://app.example.com' }
  export default cors({ ...base, credentials: true })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowOrigin',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  const base = { methods: ['GET'], origin: 'https://app.example.com' }
  export default cors({ ...base, credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in one of two cases',
      code: code`
  import cors from 'cors'

  export default cors(process.env.PARTNERS ? { origins: ['https://partner.example.com'] } : { origin: false })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'origins', effect: 'any website can read the response', known: 'origin' },
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  export default cors(process.env.PARTNERS ? { origin: ['https://partner.example.com'] } : { origin: false })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in production only',
      code: code`
  import cors from 'cors'

  const options = process.env.NODE_ENV === 'production' ? { alloworigin: 'https://app.example.com' } : { origin: false }
  export default cors(options)
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'alloworigin',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  import cors from 'cors'

  const options = process.env.NODE_ENV === 'production' ? { origin: 'https://app.example.com' } : { origin: false }
  export default cors(options)
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a delegate',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  module.exports = cors(function (req, callback) {
    callback(null, { origins: ['https://app.example.com'] })
  })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: { library: '`cors`', name: 'origins', effect: 'any website can read the response', known: 'origin' },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
  const cors = require('cors')

  module.exports = cors(function (req, callback) {
    callback(null, { origin: ['https://app.example.com'] })
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a factory',
      code: code`
  import cors from 'cors'

  function optionsFor(site) {
    return { origin: site, allowedMethods: ['GET'], exposedHeader: 'X-Total' }
  }

  export default cors(optionsFor('https://app.example.com'))
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowedMethods',
            effect: 'preflights allow GET, HEAD, PUT, PATCH, POST and DELETE',
            known: 'methods',
          },
          line: 4,
          column: 26,
          endLine: 4,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'methods' },
              output: code`
  import cors from 'cors'

  function optionsFor(site) {
    return { origin: site, methods: ['GET'], exposedHeader: 'X-Total' }
  }

  export default cors(optionsFor('https://app.example.com'))
`,
            },
          ],
        },
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'exposedHeader',
            effect: 'scripts cannot read these headers',
            known: 'exposedHeaders',
          },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'exposedHeaders' },
              output: code`
  import cors from 'cors'

  function optionsFor(site) {
    return { origin: site, allowedMethods: ['GET'], exposedHeaders: 'X-Total' }
  }

  export default cors(optionsFor('https://app.example.com'))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a computed name that is known',
      code: code`
  import cors from 'cors'

  const KEY = 'allowOrigin'
  export default cors({ [KEY]: 'https://app.example.com' })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allowOrigin',
            effect: 'any website can read the response',
            known: 'origin',
          },
          line: 4,
          column: 24,
          endLine: 4,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a quoted name in brackets',
      code: code`
  import cors from 'cors'

  export default cors({ origin: false, ['allow-headers']: ['Authorization'] })
`,
      errors: [
        {
          messageId: 'misnamed',
          data: {
            library: '`cors`',
            name: 'allow-headers',
            effect: 'preflights allow every header that is asked for',
            known: 'allowedHeaders',
          },
          line: 3,
          column: 39,
          endLine: 3,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'allowedHeaders' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: false, ['allowedHeaders']: ['Authorization'] })
`,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'valid-cors-options',
  rule,
  {
    valid: [
      {
        name: 'typed options',
        code: code`
  import cors, { type CorsOptions } from 'cors'

  const options: CorsOptions = { origin: ['https://app.example.com'], optionsSuccessStatus: 204 }
  export const middleware = cors(options)
`,
      },
      {
        name: 'options that satisfy the type',
        code: code`
  import cors, { type CorsOptions } from 'cors'

  export const middleware = cors({ origin: /^https:\/\/app\.example\.com$/, maxAge: 300 } satisfies CorsOptions)
`,
      },
    ],
    invalid: [
      {
        name: 'cast past the type',
        code: code`
  import cors, { type CorsOptions } from 'cors'

  export const middleware = cors({ originWhitelist: ['https://app.example.com'] } as unknown as CorsOptions)
`,
        errors: [
          {
            messageId: 'misnamed',
            data: {
              library: '`cors`',
              name: 'originWhitelist',
              effect: 'any website can read the response',
              known: 'origin',
            },
            line: 3,
            column: 34,
            endLine: 3,
            endColumn: 49,
            suggestions: [
              {
                messageId: 'rename',
                data: { known: 'origin' },
                output: code`
  import cors, { type CorsOptions } from 'cors'

  export const middleware = cors({ origin: ['https://app.example.com'] } as unknown as CorsOptions)
`,
              },
            ],
          },
        ],
      },
      {
        name: 'in a field of a class',
        code: code`
  import cors = require('cors')

  export class Server {
    private readonly options = { origin: 'https://app.example.com', supportsCredentials: true }
    readonly middleware = cors(this.options)
  }
`,
        errors: [
          {
            messageId: 'misnamed',
            data: {
              library: '`cors`',
              name: 'supportsCredentials',
              effect: 'requests with cookies fail',
              known: 'credentials',
            },
            line: 4,
            column: 67,
            endLine: 4,
            endColumn: 86,
            suggestions: [
              {
                messageId: 'rename',
                data: { known: 'credentials' },
                output: code`
  import cors = require('cors')

  export class Server {
    private readonly options = { origin: 'https://app.example.com', credentials: true }
    readonly middleware = cors(this.options)
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
