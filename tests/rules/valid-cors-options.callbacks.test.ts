import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-cors-options', rule, {
  valid: [
    {
      name: 'one answer',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({ origin: (origin, callback) => callback(null, allowed.includes(origin)) })
`,
    },
    {
      name: 'an answer in each branch',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (allowed.includes(origin)) {
        callback(null, true)
      } else {
        callback(null, false)
      }
    },
  })
`,
    },
    {
      name: "the README's way, which is only refused by option",
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin: function (origin, callback) {
      if (allowed.indexOf(origin) !== -1 || !origin) {
        callback(null, true)
      } else {
        callback(new Error('Not allowed by CORS'))
      }
    },
  })
`,
    },
    {
      name: 'an early answer',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (!origin) return callback(null, true)
      callback(null, allowed.includes(origin))
    },
  })
`,
    },
    {
      name: 'an answer, and then a return',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (allowed.includes(origin)) {
        callback(null, true)
        return
      }
      callback(null, false)
    },
  })
`,
    },
    {
      name: 'a switch with a default',
      code: code`
  import cors from 'cors'

  export default cors({
    origin(origin, callback) {
      switch (origin) {
        case 'https://app.example.com':
        case 'https://admin.example.com':
          return callback(null, true)
        default:
          return callback(null, false)
      }
    },
  })
`,
    },
    {
      name: 'a loop with an end',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com', 'https://admin.example.com']
  export default cors({
    origin(origin, callback) {
      for (const one of allowed) {
        if (one === origin) return callback(null, true)
      }
      return callback(null, false)
    },
  })
`,
    },
    {
      name: 'answered later',
      code: code`
  import cors from 'cors'
  import { db } from './db.js'

  export default cors({
    origin(origin, callback) {
      db.findTenant(origin, (error, tenant) => {
        if (error) return callback(error)
        callback(null, Boolean(tenant))
      })
    },
  })
`,
    },
    {
      name: 'answered by a promise',
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    origin(origin, callback) {
      isTenant(origin)
        .then((isKnown) => callback(null, isKnown))
        .catch(callback)
    },
  })
`,
    },
    {
      name: 'handed to other code',
      code: code`
  import cors from 'cors'
  import { decide } from './decide.js'

  export default cors({
    origin(origin, callback) {
      decide(origin, callback)
    },
  })
`,
    },
    {
      name: 'tried and caught',
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    origin: async (origin, callback) => {
      try {
        callback(null, await isTenant(origin))
      } catch (error) {
        callback(error)
      }
    },
  })
`,
    },
    {
      name: 'tried, and answered after',
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    origin: async (origin, callback) => {
      try {
        return callback(null, await isTenant(origin))
      } catch (error) {
        console.error(error)
      }
      callback(null, false)
    },
  })
`,
    },
    {
      name: 'answered whatever happens',
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    origin: async (origin, callback) => {
      let isAllowed = false
      try {
        isAllowed = await isTenant(origin)
      } finally {
        callback(null, isAllowed)
      }
    },
  })
`,
    },
    {
      name: 'a helper that answers',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  const answer = (isAllowed, callback) => callback(null, isAllowed)

  export default cors({ origin: (origin, callback) => answer(allowed.includes(origin), callback) })
`,
    },
    {
      name: 'a helper inside',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      const done = (isAllowed) => callback(null, isAllowed)
      done(allowed.includes(origin))
    },
  })
`,
    },
    {
      name: 'refused by an exception',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (!allowed.includes(origin)) throw new Error('Not allowed by CORS')
      callback(null, true)
    },
  })
`,
    },
    {
      name: 'refused by a function that may throw',
      code: code`
  import cors from 'cors'
  import { assertAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      assertAllowed(origin)
      callback(null, true)
    },
  })
`,
    },
    {
      name: 'a rest parameter',
      code: code`
  import cors from 'cors'

  export default cors({ origin: (...args) => args[1](null, args[0] === 'https://app.example.com') })
`,
    },
    {
      name: 'arguments',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors')

  module.exports = cors({
    origin: function (origin) {
      arguments[1](null, origin === 'https://app.example.com')
    },
  })
`,
    },
    {
      name: 'in development only',
      code: code`
  import cors from 'cors'

  const isDev = process.env.NODE_ENV !== 'production'
  export default cors({ origin: isDev ? (origin) => true : 'https://app.example.com' })
`,
    },
    {
      name: 'a function that cannot be seen',
      code: code`
  import cors from 'cors'
  import { memoize } from './memoize.js'

  export default cors({ origin: memoize((origin) => origin === 'https://app.example.com') })
`,
    },
    {
      name: 'a library whose function returns the answer',
      code: code`
  import { cors } from 'hono/cors'

  export default cors({ origin: (origin) => (origin === 'https://app.example.com' ? origin : '') })
`,
    },
    {
      name: 'a delegate',
      code: code`
  import cors from 'cors'

  export default cors((req, callback) => {
    if (req.path === '/open') return callback(null, { origin: 'https://app.example.com' })
    callback(null, { origin: false })
  })
`,
    },
    {
      name: 'an error of the look-up, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'
  import { db } from './db.js'

  export default cors({
    origin(origin, callback) {
      db.findTenant(origin, (error, tenant) => {
        if (error) return callback(new Error('no database'))
        callback(null, Boolean(tenant))
      })
    },
  })
`,
    },
    {
      name: 'an error that was caught, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    async origin(origin, callback) {
      try {
        callback(null, await isTenant(origin))
      } catch (cause) {
        callback(new Error('no answer', { cause }))
      }
    },
  })
`,
    },
    {
      name: 'a quiet refusal, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({ origin: (origin, callback) => callback(null, !origin || allowed.includes(origin)) })
`,
    },
  ],
  invalid: [
    {
      name: 'returned instead',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin) => allowed.has(origin) })
`,
      errors: [
        {
          messageId: 'never',
          data: { library: '`cors`' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'answer',
              output: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin, callback) => callback(null, allowed.has(origin)) })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'returned instead, without parentheses',
      code: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: origin => allowed.has(origin) })
`,
      errors: [
        {
          messageId: 'never',
          data: { library: '`cors`' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'answer',
              output: code`
  import cors from 'cors'

  const allowed = new Set(['https://app.example.com'])
  export default cors({ origin: (origin, callback) => callback(null, allowed.has(origin)) })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'returned by an async function',
      code: code`
  import cors from 'cors'
  import { isTenant } from './tenants.js'

  export default cors({
    origin: async (origin, callback) => {
      return await isTenant(origin)
    },
  })
`,
      errors: [{ messageId: 'never', data: { library: '`cors`' }, line: 5, column: 11, endLine: 7, endColumn: 4 }],
    },
    {
      name: 'returned by a method',
      code: code`
  import cors from 'cors'

  export default cors({
    origin(origin) {
      return origin === 'https://app.example.com'
    },
  })
`,
      errors: [{ messageId: 'never', data: { library: '`cors`' }, line: 4, column: 9, endLine: 6, endColumn: 4 }],
    },
    {
      name: 'returned by a function elsewhere',
      languageOptions: commonjs,
      code: code`
  const cors = require('cors');

  function checkOrigin(origin) {
    return origin === 'https://app.example.com' ? origin : false;
  }

  module.exports = cors({ origin: checkOrigin });
`,
      errors: [{ messageId: 'never', data: { library: '`cors`' }, line: 3, column: 1, endLine: 5, endColumn: 2 }],
    },
    {
      name: 'returned without any parameter',
      code: code`
  import cors from 'cors'

  export default cors({ origin: () => ['https://app.example.com'] })
`,
      errors: [{ messageId: 'never', data: { library: '`cors`' }, line: 3, column: 31, endLine: 3, endColumn: 64 }],
    },
    {
      name: 'returned by a delegate',
      code: code`
  import cors from 'cors'

  export default cors((req) => ({ origin: req.path === '/open' ? 'https://app.example.com' : false }))
`,
      errors: [{ messageId: 'never', data: { library: '`cors`' }, line: 3, column: 21, endLine: 3, endColumn: 100 }],
    },
    {
      name: 'nothing for those without an origin',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (!origin) return
      callback(null, allowed.includes(origin))
    },
  })
`,
      errors: [
        { messageId: 'unanswered', data: { library: '`cors`' }, line: 6, column: 18, endLine: 6, endColumn: 24 },
      ],
    },
    {
      name: 'nothing for those who are refused',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (allowed.includes(origin)) {
        callback(null, true)
      }
    },
  })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: '`Origin: https://evil.example`', library: '`cors`' },
          line: 5,
          column: 9,
          endLine: 9,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'nothing for those whom a check elsewhere refuses',
      code: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (isAllowed(origin)) callback(null, true)
    },
  })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: 'an origin that is not let in', library: '`cors`' },
          line: 5,
          column: 9,
          endLine: 7,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'a log in place of an answer',
      code: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (!isAllowed(origin)) {
        console.warn(\`refused \${origin}\`)
        return
      }
      callback(null, true)
    },
  })
`,
      errors: [{ messageId: 'unanswered', data: { library: '`cors`' }, line: 8, column: 7, endLine: 8, endColumn: 13 }],
    },
    {
      name: 'an end without an answer',
      code: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (isAllowed(origin)) return callback(null, true)
      console.warn('refused', origin.length)
    },
  })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: 'an origin that is not let in', library: '`cors`' },
          line: 5,
          column: 9,
          endLine: 8,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'a short circuit',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({ origin: (origin, callback) => allowed.includes(origin) && callback(null, true) })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: '`Origin: https://evil.example`', library: '`cors`' },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 101,
        },
      ],
    },
    {
      name: 'a switch without a default',
      code: code`
  import cors from 'cors'

  export default cors({
    origin(origin, callback) {
      switch (origin) {
        case 'https://app.example.com':
          callback(null, true)
          break
      }
    },
  })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: '`Origin: https://evil.example`', library: '`cors`' },
          line: 4,
          column: 9,
          endLine: 10,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'a loop without an end',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com', 'https://admin.example.com']
  export default cors({
    origin(origin, callback) {
      for (const one of allowed) {
        if (one === origin) return callback(null, true)
      }
    },
  })
`,
      errors: [
        {
          messageId: 'unansweredFor',
          data: { request: '`Origin: https://evil.example`', library: '`cors`' },
          line: 5,
          column: 9,
          endLine: 9,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'a delegate that leaves early',
      code: code`
  import cors from 'cors'

  export default cors((req, callback) => {
    if (req.method === 'GET') return
    callback(null, { origin: 'https://app.example.com' })
  })
`,
      errors: [
        { messageId: 'unanswered', data: { library: '`cors`' }, line: 4, column: 29, endLine: 4, endColumn: 35 },
      ],
    },
    {
      name: 'an error, and then an answer',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin(origin, callback) {
      if (!allowed.includes(origin)) {
        callback(new Error('Not allowed by CORS'))
      }
      callback(null, true)
    },
  })
`,
      errors: [{ messageId: 'repeated', data: { line: '7' }, line: 9, column: 5, endLine: 9, endColumn: 25 }],
    },
    {
      name: 'an error, and then an answer, by a check elsewhere',
      code: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (!isAllowed(origin)) callback(null, false)
      callback(null, true)
    },
  })
`,
      errors: [{ messageId: 'repeated', data: { line: '6' }, line: 7, column: 5, endLine: 7, endColumn: 25 }],
    },
    {
      name: 'two answers in a row',
      code: code`
  import cors from 'cors'

  export default cors({
    origin(origin, callback) {
      const isOwn = origin === 'https://app.example.com'
      callback(null, isOwn)
      callback(null, false)
    },
  })
`,
      errors: [{ messageId: 'repeated', data: { line: '6' }, line: 7, column: 5, endLine: 7, endColumn: 26 }],
    },
    {
      name: 'a loop that breaks, and an answer after it',
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com', 'https://admin.example.com']
  export default cors({
    origin(origin, callback) {
      for (const one of allowed) {
        if (one === origin) {
          callback(null, true)
          break
        }
      }
      callback(null, false)
    },
  })
`,
      errors: [{ messageId: 'repeated', data: { line: '8' }, line: 12, column: 5, endLine: 12, endColumn: 26 }],
    },
    {
      name: 'refused with an error, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin: function (origin, callback) {
      if (allowed.indexOf(origin) !== -1 || !origin) {
        callback(null, true)
      } else {
        callback(new Error('Not allowed by CORS'))
      }
    },
  })
`,
      errors: [
        {
          messageId: 'refusal',
          line: 9,
          column: 7,
          endLine: 9,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'refuse',
              output: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin: function (origin, callback) {
      if (allowed.indexOf(origin) !== -1 || !origin) {
        callback(null, true)
      } else {
        callback(null, false)
      }
    },
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'refused with an error and a second argument, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (!isAllowed(origin)) return callback(new TypeError(\`\${origin} is refused\`), false)
      callback(null, true)
    },
  })
`,
      errors: [
        {
          messageId: 'refusal',
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'refuse',
              output: code`
  import cors from 'cors'
  import { isAllowed } from './origins.js'

  export default cors({
    origin(origin, callback) {
      if (!isAllowed(origin)) return callback(null, false)
      callback(null, true)
    },
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'refused with an error of an own class, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'

  class Refused extends Error {}

  export default cors({
    origin(origin, callback) {
      if (origin === 'https://app.example.com') return callback(null, true)
      return callback(new Refused(/* which */ origin))
    },
  })
`,
      errors: [{ messageId: 'refusal', line: 8, column: 12, endLine: 8, endColumn: 53 }],
    },
    {
      name: 'refused with an error in one expression, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'

  const allowed = ['https://app.example.com']
  export default cors({
    origin: (origin, callback) =>
      callback(allowed.includes(origin) ? null : new Error('no'), allowed.includes(origin)),
  })
`,
      errors: [{ messageId: 'refusal', line: 6, column: 5, endLine: 6, endColumn: 90 }],
    },
    {
      name: 'refused with a text, with the option',
      options: [{ disallowRefusalErrors: true }],
      code: code`
  import cors from 'cors'

  export default cors({
    origin: (origin, callback) =>
      origin === 'https://app.example.com' ? callback(null, true) : callback('refused'),
  })
`,
      errors: [
        {
          messageId: 'refusal',
          line: 5,
          column: 67,
          endLine: 5,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'refuse',
              output: code`
  import cors from 'cors'

  export default cors({
    origin: (origin, callback) =>
      origin === 'https://app.example.com' ? callback(null, true) : callback(null, false),
  })
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
        name: 'typed callback',
        code: code`
  import cors, { type CorsOptions } from 'cors'

  const origin: CorsOptions['origin'] = (requested, callback) => {
    callback(null, requested === 'https://app.example.com')
  }
  export const middleware = cors({ origin })
`,
      },
    ],
    invalid: [
      {
        name: 'returned instead, typed',
        code: code`
  import cors, { type CorsOptions } from 'cors'

  const options = { origin: (origin: string) => origin === 'https://app.example.com' } as unknown as CorsOptions
  export const middleware = cors(options)
`,
        errors: [
          {
            messageId: 'never',
            data: { library: '`cors`' },
            line: 3,
            column: 27,
            endLine: 3,
            endColumn: 83,
            suggestions: [
              {
                messageId: 'answer',
                output: code`
  import cors, { type CorsOptions } from 'cors'

  const options = { origin: (origin: string, callback) => callback(null, origin === 'https://app.example.com') } as unknown as CorsOptions
  export const middleware = cors(options)
`,
              },
            ],
          },
        ],
      },
      {
        name: 'in a class',
        code: code`
  import cors from 'cors'

  export class Gate {
    private readonly allowed = ['https://app.example.com']
    readonly middleware = cors({ origin: this.check })

    private check(origin: string | undefined, callback: (error: Error | null, isAllowed?: boolean) => void): void {
      if (origin === undefined) {
        return
      }
      callback(null, origin === 'https://app.example.com')
    }
  }
`,
        errors: [
          { messageId: 'unanswered', data: { library: '`cors`' }, line: 9, column: 7, endLine: 9, endColumn: 13 },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
