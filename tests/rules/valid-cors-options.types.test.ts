import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-cors-options', rule, {
  valid: [
    {
      name: 'an array',
      code: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com', /^https:\/\/app\.example\.com$/] })
`,
    },
    {
      name: 'a Set that is spread',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: [...allowed], credentials: true })
`,
    },
    {
      name: 'a Set as an array',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: Array.from(allowed) })
`,
    },
    {
      name: 'a Set that a callback asks',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin, callback) => callback(null, allowed.has(origin)) })
`,
    },
    {
      name: 'the origin of a URL',
      code: code`
  import cors from 'cors'

  export default cors({ origin: new URL('https://app.example.com/login').origin })
`,
    },
    {
      name: 'a promise that is waited for',
      code: code`
  import cors from 'cors'
  import { originsOf } from './tenants.js'

  export default cors({
    origin: async (origin, callback) => {
      try {
        callback(null, await originsOf(origin))
      } catch (error) {
        callback(error)
      }
    },
  })
`,
    },
    {
      name: 'an async function that is waited for',
      code: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({ origin: async (origin, callback) => callback(null, await isTenant(origin)) })
`,
    },
    {
      name: 'a promise that is followed',
      code: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({
    origin(origin, callback) {
      isTenant(origin).then((isKnown) => callback(null, isKnown), callback)
    },
  })
`,
    },
    {
      name: 'an object for development',
      code: code`
  import cors from 'cors'

  export default cors({ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : { any: true } })
`,
    },
    {
      name: 'a list of an object',
      code: code`
  import cors from 'cors'

  const config = { allow: ['https://app.example.com'] }
  export default cors({ origin: config.allow })
`,
    },
    {
      name: 'the keys of a Map',
      code: code`
  import cors from 'cors'

  const tenants = new Map([['https://app.example.com', 1]])
  export default cors({ origin: [...tenants.keys()] })
`,
    },
    {
      name: 'the keys of an object',
      code: code`
  import cors from 'cors'

  export default cors({ origin: Object.keys({ 'https://app.example.com': true }) })
`,
    },
    {
      name: 'a pattern from a constructor',
      code: code`
  import cors from 'cors'

  export default cors({ origin: new RegExp('^https://app\\.example\\.com$') })
`,
    },
    {
      name: 'something that cannot be seen',
      code: code`
  import cors from 'cors'
  import { allowed } from './allowed.js'

  export default cors({ origin: allowed })
`,
    },
    {
      name: 'switched off',
      code: code`
  import cors from 'cors'

  export default cors({ origin: false })
`,
    },
    {
      name: 'switched off by what is missing',
      code: code`
  import cors from 'cors'

  export default cors({ origin: undefined })
`,
    },
    {
      name: 'switched off by an empty text',
      code: code`
  import cors from 'cors'

  export default cors({ origin: '' })
`,
    },
    {
      name: 'zero, which is nothing',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  module.exports = cors({ origin: 0 })
`,
    },
    {
      name: 'an empty list',
      code: code`
  import cors from 'cors'

  export default cors({ origin: [] })
`,
    },
    {
      name: 'a list that a Set made unique',
      code: code`
  import cors from 'cors'

  const origins = ['https://app.example.com', 'https://app.example.com']
  export default cors({ origin: Array.from(new Set(origins)) })
`,
    },
    {
      name: 'a class that extends a pattern',
      code: code`
  import cors from 'cors'
  import { OriginPattern } from './pattern.js'

  const pattern = OriginPattern.from('https://app.example.com')
  export default cors({ origin: [pattern, 'https://app.example.com'] })
`,
    },
    {
      name: 'top-level await',
      code: code`
  import cors from 'cors'

  async function load() {
    return ['https://app.example.com']
  }

  export default cors({ origin: await load() })
`,
    },
  ],
  invalid: [
    {
      name: 'a Set in a variable',
      settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
      code: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: origins })
`,
      output: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: [...origins] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set in a variable, without a list',
      code: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: origins, credentials: true })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  const origins = new Set(['https://app.example.com'])
  export default cors({ origin: [...origins], credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set on the spot',
      code: code`
  import cors from 'cors'

  export default cors({ origin: new Set(['https://app.example.com']) })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  export default cors({ origin: [...new Set(['https://app.example.com'])] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set in a list',
      code: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com', new Set(['https://admin.example.com'])] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com', ...new Set(['https://admin.example.com'])] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set by the name of the option',
      code: code`
  import cors from 'cors'

  const origin = new Set(['https://app.example.com'])
  export default cors({ origin })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const origin = new Set(['https://app.example.com'])
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  const origin = new Set(['https://app.example.com'])
  export default cors({ origin: [...origin] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set for a callback',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin, callback) => callback(null, allowed) })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 4,
          column: 68,
          endLine: 4,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin, callback) => callback(null, [...allowed]) })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set of a class',
      code: code`
  import cors from 'cors'

  export class Api {
    allowed = new Set(['https://app.example.com'])
    middleware = cors({ origin: this.allowed })
  }
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export class Api {
    allowed = new Set(['https://app.example.com'])
    middleware = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
  }
`,
            },
            {
              messageId: 'spread',
              output: code`
  import cors from 'cors'

  export class Api {
    allowed = new Set(['https://app.example.com'])
    middleware = cors({ origin: [...this.allowed] })
  }
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Map with credentials, without a list',
      code: code`
  import cors from 'cors'

  export default cors({ origin: new Map([['https://app.example.com', true]]), credentials: true })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Map`', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a URL',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { env: 'ORIGINS' } } },
      code: code`
  const cors = require('cors')

  module.exports = cors({ origin: new URL('https://app.example.com') })
`,
      output: code`
  const cors = require('cors')

  module.exports = cors({ origin: process.env.ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `URL`', credentials: '' },
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'origin',
              output: code`
  const cors = require('cors')

  module.exports = cors({ origin: new URL('https://app.example.com').origin })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a URL of the environment',
      code: code`
  import cors from 'cors'

  const site = new URL(process.env.WEB_URL)
  export default cors({ origin: site, credentials: true })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `URL`', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const site = new URL(process.env.WEB_URL)
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
`,
            },
            {
              messageId: 'origin',
              output: code`
  import cors from 'cors'

  const site = new URL(process.env.WEB_URL)
  export default cors({ origin: site.origin, credentials: true })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'URLs in a list',
      code: code`
  import cors from 'cors'

  const site = new URL('https://app.example.com')
  export default cors({ origin: [site, 'https://admin.example.com'] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `URL`', credentials: '' },
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const site = new URL('https://app.example.com')
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'origin',
              output: code`
  import cors from 'cors'

  const site = new URL('https://app.example.com')
  export default cors({ origin: [site.origin, 'https://admin.example.com'] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise, which nobody waits for',
      settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
      code: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({ credentials: true, origin: (o, cb) => cb(null, isTenant(o)) })
`,
      output: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({ credentials: true, origin: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Promise`', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 70,
          endLine: 4,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'a promise in an async callback',
      code: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({
    origin: async (origin, callback) => {
      callback(null, isTenant(origin))
    },
  })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Promise`', credentials: '' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({
    origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
  })
`,
            },
            {
              messageId: 'await',
              output: code`
  import cors from 'cors'

  const isTenant = async (origin) => ['https://app.example.com'].includes(origin)
  export default cors({
    origin: async (origin, callback) => {
      callback(null, await isTenant(origin))
    },
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise of the list',
      code: code`
  import cors from 'cors'

  async function load() {
    return ['https://app.example.com']
  }

  export default cors({ origin: load() })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Promise`', credentials: '' },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  async function load() {
    return ['https://app.example.com']
  }

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'await',
              output: code`
  import cors from 'cors'

  async function load() {
    return ['https://app.example.com']
  }

  export default cors({ origin: await load() })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise at once resolved',
      code: code`
  import cors from 'cors'

  export default cors({ origin: Promise.resolve(['https://app.example.com']) })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Promise`', credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
            {
              messageId: 'await',
              output: code`
  import cors from 'cors'

  export default cors({ origin: await Promise.resolve(['https://app.example.com']) })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object',
      settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
      code: code`
  import cors from 'cors'

  export default cors({ origin: { allow: ['https://app.example.com'] } })
`,
      output: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'an object', credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a number',
      settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
      code: code`
  import cors from 'cors'

  export default cors({ origin: 1 })
`,
      output: code`
  import cors from 'cors'

  export default cors({ origin: ['https://app.example.com'] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a number', credentials: '' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'a function in a list',
      code: code`
  import cors from 'cors'

  export default cors({ origin: [(origin) => origin.endsWith('.example.com')] })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a function', credentials: '' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an instance of an own class',
      code: code`
  import cors from 'cors'

  class AllowList {
    constructor(origins) {
      this.origins = origins
    }
  }

  export default cors({ origin: new AllowList(['https://app.example.com']) })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'an object', credentials: '' },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  class AllowList {
    constructor(origins) {
      this.origins = origins
    }
  }

  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'one of two, with credentials',
      code: code`
  import cors from 'cors'

  const partners = new Set(['https://partner.example.com'])
  export default cors({ origin: process.env.PARTNERS ? partners : 'https://app.example.com', credentials: true })
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'

  const partners = new Set(['https://partner.example.com'])
  export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
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
  const cors = require('cors');

  const allowed = new Set(['https://app.example.com']);
  module.exports = cors(function (req, callback) {
    callback(null, { origin: allowed });
  });
`,
      errors: [
        {
          messageId: 'type',
          data: { library: '`cors`', type: 'a `Set`', credentials: '' },
          line: 5,
          column: 28,
          endLine: 5,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  const cors = require('cors');

  const allowed = new Set(['https://app.example.com']);
  module.exports = cors(function (req, callback) {
    callback(null, { origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] });
  });
`,
            },
            {
              messageId: 'spread',
              output: code`
  const cors = require('cors');

  const allowed = new Set(['https://app.example.com']);
  module.exports = cors(function (req, callback) {
    callback(null, { origin: [...allowed] });
  });
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
        name: 'a readonly list',
        code: code`
  import cors from 'cors'

  const ALLOWED = ['https://app.example.com'] as const
  export const middleware = cors({ origin: [...ALLOWED] })
`,
      },
      {
        name: 'a Set in another place',
        code: code`
  import cors from 'cors'

  const methods: ReadonlySet<string> = new Set(['GET'])
  export const middleware = cors({ origin: 'https://app.example.com', methods: [...methods] })
`,
      },
    ],
    invalid: [
      {
        name: 'a Set behind a cast',
        code: code`
  import cors from 'cors'

  const allowed = new Set<string>(['https://app.example.com'])
  export const middleware = cors({ origin: allowed as never })
`,
        errors: [
          {
            messageId: 'type',
            data: { library: '`cors`', type: 'a `Set`', credentials: '' },
            line: 4,
            column: 42,
            endLine: 4,
            endColumn: 58,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
  import cors from 'cors'

  const allowed = new Set<string>(['https://app.example.com'])
  export const middleware = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
              },
              {
                messageId: 'spread',
                output: code`
  import cors from 'cors'

  const allowed = new Set<string>(['https://app.example.com'])
  export const middleware = cors({ origin: [...allowed] })
`,
              },
            ],
          },
        ],
      },
      {
        name: 'a URL behind a mark',
        code: code`
  import cors from 'cors'

  const site = new URL(process.env.SITE ?? 'https://app.example.com')
  export const middleware = cors({ origin: site as unknown as string })
`,
        errors: [
          {
            messageId: 'type',
            data: { library: '`cors`', type: 'a `URL`', credentials: '' },
            line: 4,
            column: 42,
            endLine: 4,
            endColumn: 67,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
  import cors from 'cors'

  const site = new URL(process.env.SITE ?? 'https://app.example.com')
  export const middleware = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
`,
              },
              {
                messageId: 'origin',
                output: code`
  import cors from 'cors'

  const site = new URL(process.env.SITE ?? 'https://app.example.com')
  export const middleware = cors({ origin: site.origin })
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
