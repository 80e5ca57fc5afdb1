import rule from '../../rules/no-ineffective-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-ineffective-origin-check', rule, {
  valid: [
    {
      name: 'a pattern without such a flag',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/app\.acme\.io$/i })
      `,
    },
    {
      name: 'a literal inside the callback, made anew for each request',
      code: code`
        import cors from 'cors'

        export default cors({ origin: (origin, callback) => callback(null, /^https:\/\/app\.acme\.io$/g.test(origin)) })
      `,
    },
    {
      name: 'a pattern that a factory makes for each request',
      code: code`
        import cors from 'cors'

        const ours = () => /^https:\/\/app\.acme\.io$/g
        export default cors({ origin: (origin, callback) => callback(null, ours().test(origin ?? '')) })
      `,
    },
    {
      name: 'a copy for each request',
      code: code`
        import cors from 'cors'

        const OURS = /^https:\/\/app\.acme\.io$/g
        export default cors({ origin: (origin, callback) => callback(null, new RegExp(OURS).test(origin ?? '')) })
      `,
    },
    {
      name: 'lastIndex that is reset',
      code: code`
        import cors from 'cors'

        const OURS = /^https:\/\/app\.acme\.io$/g
        export default cors({
          origin(origin, callback) {
            OURS.lastIndex = 0
            callback(null, OURS.test(origin))
          },
        })
      `,
    },
    {
      name: 'match, which begins at the start',
      code: code`
        import cors from 'cors'

        const OURS = /^https:\/\/app\.acme\.io$/g
        export default cors({ origin: (origin, callback) => callback(null, origin?.match(OURS) !== null) })
      `,
    },
    {
      name: 'search, which begins at the start',
      code: code`
        import cors from 'cors'

        const OURS = /^https:\/\/app\.acme\.io$/g
        export default cors({ origin: (origin, callback) => callback(null, origin?.search(OURS) === 0) })
      `,
    },
    {
      name: 'a pattern for what is replaced',
      code: code`
        import cors from 'cors'

        const SLASHES = /\/+$/g
        const allowed = ['https://app.acme.io']
        export default cors({ origin: (origin, callback) => callback(null, allowed.includes((origin ?? '').replace(SLASHES, ''))) })
      `,
    },
    {
      name: 'a delegate that makes its options for each request',
      code: code`
        import cors from 'cors'

        export default cors((req, callback) => callback(null, { origin: /^https:\/\/app\.acme\.io$/g }))
      `,
    },
    {
      name: 'a helper that makes its patterns for each request',
      code: code`
        import cors from 'cors'

        function isOurs(origin) {
          const patterns = [/^https:\/\/app\.acme\.io$/g, /^https:\/\/www\.acme\.io$/g]
          return patterns.some((pattern) => pattern.test(origin))
        }
        export default cors({ origin: (origin, callback) => callback(null, isOurs(origin ?? '')) })
      `,
    },
    {
      name: 'a pattern of developers',
      code: code`
        import cors from 'cors'

        const isDevelopment = process.env.NODE_ENV === 'development'
        export default cors({ origin: isDevelopment ? /^http:\/\/localhost:\d+$/g : 'https://app.acme.io' })
      `,
    },
    {
      name: 'a handler that makes it',
      languageOptions: commonjs,
      code: code`
        module.exports = (req, res) => {
          const ours = /^https:\/\/app\.acme\.io$/g
          res.setHeader('Vary', 'Origin')
          if (ours.test(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
    },
  ],
  invalid: [
    {
      name: 'the option itself',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/app\.acme\.io$/g })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: /^https:\/\/app\.acme\.io$/ })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'one of a list, with more flags',
      code: code`
        import cors from 'cors'

        const origin = ['https://acme.io', /^https:\/\/[a-z]+\.acme\.io$/gi]
        export const api = cors({ origin, credentials: true })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import cors from 'cors'

                const origin = ['https://acme.io', /^https:\/\/[a-z]+\.acme\.io$/i]
                export const api = cors({ origin, credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a sticky pattern',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const OURS = /^https:\/\/app\.acme\.io$/y
        module.exports = cors({ origin: OURS })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'y' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'y' },
              output: code`
                const cors = require('cors')
                const OURS = /^https:\/\/app\.acme\.io$/
                module.exports = cors({ origin: OURS })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a constant that a callback tests',
      code: code`
        import cors from 'cors'

        const OURS = /^https:\/\/app\.acme\.io$/g
        export default cors({
          origin(origin, callback) {
            if (OURS.test(origin)) return callback(null, true)
            callback(new Error('refused'))
          },
        })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import cors from 'cors'

                const OURS = /^https:\/\/app\.acme\.io$/
                export default cors({
                  origin(origin, callback) {
                    if (OURS.test(origin)) return callback(null, true)
                    callback(new Error('refused'))
                  },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'several, of which some has to match',
      code: code`
        import http from 'node:http'

        const PATTERNS = [/^https:\/\/app\.acme\.io$/g, /^https:\/\/www\.acme\.io$/]
        http.createServer((req, res) => {
          res.setHeader('Vary', 'Origin')
          if (PATTERNS.some((one) => one.test(req.headers.origin ?? ''))) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }).listen(1)
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import http from 'node:http'

                const PATTERNS = [/^https:\/\/app\.acme\.io$/, /^https:\/\/www\.acme\.io$/]
                http.createServer((req, res) => {
                  res.setHeader('Vary', 'Origin')
                  if (PATTERNS.some((one) => one.test(req.headers.origin ?? ''))) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
                }).listen(1)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern that is built once',
      code: code`
        import cors from 'cors'

        const OURS = new RegExp('^https://app\\.acme\\.io$', 'g')
        export default cors({ origin: (origin, callback) => callback(null, OURS.test(origin ?? '')) })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 58,
        },
      ],
    },
    {
      name: 'a static field',
      code: code`
        import cors from 'cors'

        class Sites {
          static pattern = /^https:\/\/app\.acme\.io$/g
          static has(origin) {
            return Sites.pattern.test(origin)
          }
        }
        export default cors({ origin: (origin, callback) => callback(null, Sites.has(origin ?? '')) })
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import cors from 'cors'

                class Sites {
                  static pattern = /^https:\/\/app\.acme\.io$/
                  static has(origin) {
                    return Sites.pattern.test(origin)
                  }
                }
                export default cors({ origin: (origin, callback) => callback(null, Sites.has(origin ?? '')) })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'exec',
      code: code`
        export default {
          async fetch(request) {
            const origin = request.headers.get('origin') ?? ''
            const headers = new Headers({ Vary: 'Origin' })
            if (OURS.exec(origin)) headers.set('Access-Control-Allow-Origin', origin)
            return new Response('', { headers })
          },
        }
        const OURS = /^https:\/\/app\.acme\.io$/g
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 9,
          column: 14,
          endLine: 9,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                export default {
                  async fetch(request) {
                    const origin = request.headers.get('origin') ?? ''
                    const headers = new Headers({ Vary: 'Origin' })
                    if (OURS.exec(origin)) headers.set('Access-Control-Allow-Origin', origin)
                    return new Response('', { headers })
                  },
                }
                const OURS = /^https:\/\/app\.acme\.io$/
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a function that makes the middleware, once',
      settings: listed,
      code: code`
        import cors from 'cors'

        export function middleware() {
          // The list of the setting is no repair of a pattern that is sound but for its flag.
          return cors({ origin: /^https:\/\/app\.acme\.io$/g })
        }
      `,
      errors: [
        {
          messageId: 'stateful',
          data: { flag: 'g' },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'dropFlag',
              data: { flag: 'g' },
              output: code`
                import cors from 'cors'

                export function middleware() {
                  // The list of the setting is no repair of a pattern that is sound but for its flag.
                  return cors({ origin: /^https:\/\/app\.acme\.io$/ })
                }
              `,
            },
          ],
        },
      ],
    },
  ],
})
