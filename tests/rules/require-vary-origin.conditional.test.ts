import rule from '../../rules/require-vary-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('require-vary-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'only with the allowed answer',
      code: code`
        const ALLOWED = new Set(['https://app.example.com'])

        export function handler(req, res) {
          if (ALLOWED.has(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            res.setHeader('Vary', 'Origin')
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'conditional',
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const ALLOWED = new Set(['https://app.example.com'])

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (ALLOWED.has(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                    res.setHeader('Vary', 'Origin')
                  }
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'only with the allowed answer, chained',
      languageOptions: commonjs,
      code: code`
        const allowed = ['https://app.example.com']

        module.exports = (req, res, next) => {
          const origin = req.header('origin')
          if (allowed.includes(origin)) res.set('Access-Control-Allow-Origin', origin).vary('Origin')
          next()
        }
      `,
      errors: [
        {
          messageId: 'conditional',
          line: 5,
          column: 72,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const allowed = ['https://app.example.com']

                module.exports = (req, res, next) => {
                  res.vary('Origin')
                  const origin = req.header('origin')
                  if (allowed.includes(origin)) res.set('Access-Control-Allow-Origin', origin).vary('Origin')
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'only after the refused have left',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          if (!LIST.includes(req.headers.origin)) return res.end()
          res.setHeader('Vary', 'Origin')
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'conditional',
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (!LIST.includes(req.headers.origin)) return res.end()
                  res.setHeader('Vary', 'Origin')
                  res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'only for requests that have an origin',
      code: code`
        import { isAllowed } from './allowed.js'

        export function handler(req, res) {
          if (req.headers.origin) res.setHeader('Vary', 'Origin')
          if (isAllowed(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'conditional',
          line: 5,
          column: 83,
          endLine: 5,
          endColumn: 101,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                import { isAllowed } from './allowed.js'

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (req.headers.origin) res.setHeader('Vary', 'Origin')
                  if (isAllowed(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Vary that names something else',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Vary', 'Accept-Encoding')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 87,
          endLine: 5,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function handler(req, res) {
                  res.setHeader('Vary', 'Accept-Encoding, Origin')
                  if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Vary that is replaced',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Vary', 'Origin')
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.setHeader('Vary', 'Accept-Language')
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'overwritten',
          data: { line: '6' },
          line: 5,
          column: 87,
          endLine: 5,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function handler(req, res) {
                  res.setHeader('Vary', 'Origin')
                  if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.setHeader('Vary', 'Accept-Language, Origin')
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that only contains it',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = (req, res) => {
          res.vary('X-Origin')
          if (LIST.includes(req.get('Origin'))) res.set('Access-Control-Allow-Origin', req.get('Origin'))
          res.json([])
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 80,
          endLine: 5,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const handler = (req, res) => {
                  res.vary('Origin')
                  res.vary('X-Origin')
                  if (LIST.includes(req.get('Origin'))) res.set('Access-Control-Allow-Origin', req.get('Origin'))
                  res.json([])
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the headers of a finished response',
      code: code`
        import { NextResponse } from 'next/server'
        const KNOWN = new Set(['https://app.example.com'])

        export function middleware(request) {
          const response = NextResponse.next()
          const origin = request.headers.get('origin')
          if (KNOWN.has(origin)) {
            response.headers.set('Access-Control-Allow-Origin', origin)
            response.headers.append('Vary', 'Origin')
          }
          return response
        }
      `,
      errors: [
        {
          messageId: 'conditional',
          line: 8,
          column: 57,
          endLine: 8,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                import { NextResponse } from 'next/server'
                const KNOWN = new Set(['https://app.example.com'])

                export function middleware(request) {
                  const response = NextResponse.next()
                  response.headers.append('Vary', 'Origin')
                  const origin = request.headers.get('origin')
                  if (KNOWN.has(origin)) {
                    response.headers.set('Access-Control-Allow-Origin', origin)
                    response.headers.append('Vary', 'Origin')
                  }
                  return response
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'two handlers',
      code: code`
        const LIST = ['https://app.example.com']

        export function first(req, res) {
          if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }

        export function second(req, res) {
          if (LIST.includes(req.headers.origin)) {
            res.vary('Origin')
            res.set('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 87,
          endLine: 4,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function first(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }

                export function second(req, res) {
                  if (LIST.includes(req.headers.origin)) {
                    res.vary('Origin')
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
                }
              `,
            },
          ],
        },
        {
          messageId: 'conditional',
          line: 11,
          column: 44,
          endLine: 11,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function first(req, res) {
                  if (LIST.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }

                export function second(req, res) {
                  res.vary('Origin')
                  if (LIST.includes(req.headers.origin)) {
                    res.vary('Origin')
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
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
  'require-vary-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a typed class',
        code: code`
          import type { IncomingMessage, ServerResponse } from 'node:http'

          export class Gate {
            readonly #known = new Set<string>(['https://app.example.com'])

            handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
              const origin = incoming.headers.origin ?? ''
              if (this.#known.has(origin)) {
                outgoing.setHeader('Access-Control-Allow-Origin', origin)
                outgoing.setHeader('Vary', 'Origin')
              }
              outgoing.end()
            }
          }
        `,
        errors: [
          {
            messageId: 'conditional',
            line: 9,
            column: 57,
            endLine: 9,
            endColumn: 63,
            suggestions: [
              {
                messageId: 'addVary',
                output: code`
                  import type { IncomingMessage, ServerResponse } from 'node:http'

                  export class Gate {
                    readonly #known = new Set<string>(['https://app.example.com'])

                    handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
                      outgoing.appendHeader('Vary', 'Origin')
                      const origin = incoming.headers.origin ?? ''
                      if (this.#known.has(origin)) {
                        outgoing.setHeader('Access-Control-Allow-Origin', origin)
                        outgoing.setHeader('Vary', 'Origin')
                      }
                      outgoing.end()
                    }
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
