import rule from '../../rules/require-vary-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('require-vary-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'an object for writeHead, whose value is checked',
      code: code`
        const LIST = ['https://app.example.com']

        export const listener = (req, res) => {
          const { origin } = req.headers
          res.writeHead(200, { 'Access-Control-Allow-Origin': LIST.includes(origin) ? origin : LIST[0] })
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 55,
          endLine: 5,
          endColumn: 95,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const listener = (req, res) => {
                  const { origin } = req.headers
                  res.writeHead(200, { 'Access-Control-Allow-Origin': LIST.includes(origin) ? origin : LIST[0], Vary: 'Origin' })
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an object of Express, whose value is checked',
      code: code`
        const LIST = ['https://app.example.com']

        export const allow = (req, res, next) => {
          const allowed = LIST.find((one) => one === req.get('origin')) ?? 'https://app.example.com'
          res.set({
            'Access-Control-Allow-Origin': allowed,
            'Access-Control-Allow-Methods': 'GET, PUT',
          })
          next()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const allow = (req, res, next) => {
                  const allowed = LIST.find((one) => one === req.get('origin')) ?? 'https://app.example.com'
                  res.set({
                    'Access-Control-Allow-Origin': allowed,
                    Vary: 'Origin',
                    'Access-Control-Allow-Methods': 'GET, PUT',
                  })
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of entries, to which a suggestion adds nothing',
      code: code`
        const LIST = ['https://app.example.com']

        export const listener = (req, res) => {
          const { origin } = req.headers
          res.writeHead(200, ['Access-Control-Allow-Origin', LIST.includes(origin) ? origin : LIST[0]])
          res.end()
        }
      `,
      errors: [{ messageId: 'missing', line: 5, column: 54, endLine: 5, endColumn: 94 }],
    },
    {
      name: 'a checked origin',
      code: code`
        import { createServer } from 'node:http'

        const ALLOWED = ['https://app.example.com']
        createServer((req, res) => {
          if (ALLOWED.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        })
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 50,
          endLine: 6,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                import { createServer } from 'node:http'

                const ALLOWED = ['https://app.example.com']
                createServer((req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  if (ALLOWED.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.end()
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a settings list does not make it a fix',
      settings: listed,
      code: code`
        const ALLOWED = new Set(['https://app.example.com'])

        export function handler(req, res) {
          if (ALLOWED.has(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 85,
          endLine: 4,
          endColumn: 103,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const ALLOWED = new Set(['https://app.example.com'])

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (ALLOWED.has(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a checked origin for Express',
      languageOptions: commonjs,
      code: code`
        const express = require("express");
        const allowed = ["https://app.example.com"];
        const app = express();

        app.use(function (req, res, next) {
        	const origin = req.get("Origin");
        	if (allowed.indexOf(origin) !== -1) {
        		res.header("Access-Control-Allow-Origin", origin);
        	}
        	next();
        });
      `,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 45,
          endLine: 8,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const express = require("express");
                const allowed = ["https://app.example.com"];
                const app = express();

                app.use(function (req, res, next) {
                	res.vary("Origin");
                	const origin = req.get("Origin");
                	if (allowed.indexOf(origin) !== -1) {
                		res.header("Access-Control-Allow-Origin", origin);
                	}
                	next();
                });
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'by a predicate of another module',
      code: code`
        import { isKnown } from './known.js'

        export default async function handler(req, res) {
          if (await isKnown(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.json({})
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 81,
          endLine: 4,
          endColumn: 99,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                import { isKnown } from './known.js'

                export default async function handler(req, res) {
                  res.vary('Origin')
                  if (await isKnown(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
                  res.json({})
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'by a switch',
      code: code`
        export function handler(request, response) {
          const origin = request.headers.origin
          switch (origin) {
            case 'https://app.example.com':
            case 'https://shop.example.com':
              response.setHeader('Access-Control-Allow-Origin', origin)
              break
          }
          response.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 57,
          endLine: 6,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                export function handler(request, response) {
                  response.appendHeader('Vary', 'Origin')
                  const origin = request.headers.origin
                  switch (origin) {
                    case 'https://app.example.com':
                    case 'https://shop.example.com':
                      response.setHeader('Access-Control-Allow-Origin', origin)
                      break
                  }
                  response.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'after an early return',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = (req, res) => {
          const { origin } = req.headers
          if (!LIST.includes(origin)) {
            res.statusCode = 403
            return res.end()
          }
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 9,
          column: 48,
          endLine: 9,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const handler = (req, res) => {
                  res.appendHeader('Vary', 'Origin')
                  const { origin } = req.headers
                  if (!LIST.includes(origin)) {
                    res.statusCode = 403
                    return res.end()
                  }
                  res.setHeader('Access-Control-Allow-Origin', origin)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the entry that was found',
      code: code`
        const LIST = ['https://app.example.com', 'https://shop.example.com']

        export function handler(req, res) {
          const origin = LIST.find((entry) => entry === req.headers.origin)
          if (origin) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 50,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com', 'https://shop.example.com']

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  const origin = LIST.find((entry) => entry === req.headers.origin)
                  if (origin) {
                    res.setHeader('Access-Control-Allow-Origin', origin)
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
      name: 'the first of the list for everyone else',
      code: code`
        const LIST = ['https://app.example.com', 'https://shop.example.com']

        export function handler(req, res) {
          const { origin } = req.headers
          res.setHeader('Access-Control-Allow-Origin', LIST.includes(origin) ? origin : LIST[0])
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 88,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com', 'https://shop.example.com']

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  const { origin } = req.headers
                  res.setHeader('Access-Control-Allow-Origin', LIST.includes(origin) ? origin : LIST[0])
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a literal behind a comparison',
      code: code`
        export function handler(req, res) {
          if (req.headers.origin === 'https://app.example.com') {
            res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  if (req.headers.origin === 'https://app.example.com') {
                    res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
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
      name: 'an arrow without a block',
      code: code`
        const LIST = ['https://app.example.com']
        export const allow = (req, res) => LIST.includes(req.get('origin')) && res.set('Access-Control-Allow-Origin', req.get('origin'))
      `,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 111,
          endLine: 2,
          endColumn: 128,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']
                export const allow = (req, res) => {
                  res.vary('Origin')
                  return LIST.includes(req.get('origin')) && res.set('Access-Control-Allow-Origin', req.get('origin'))
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that is handed the response',
      code: code`
        const LIST = ['https://app.example.com']

        const allow = (origin, res) => {
          if (LIST.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
        }

        export function handler(req, res) {
          allow(req.headers.origin, res)
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 75,
          endLine: 4,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                const allow = (origin, res) => {
                  res.appendHeader('Vary', 'Origin')
                  if (LIST.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
                }

                export function handler(req, res) {
                  allow(req.headers.origin, res)
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'Headers of a worker',
      code: code`
        const LIST = ['https://app.example.com']

        export default {
          async fetch(request) {
            const headers = new Headers({ 'Content-Type': 'text/plain' })
            const origin = request.headers.get('Origin')
            if (LIST.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
            return new Response('ok', { headers })
          },
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 75,
          endLine: 7,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export default {
                  async fetch(request) {
                    const headers = new Headers({ 'Content-Type': 'text/plain' })
                    headers.append('Vary', 'Origin')
                    const origin = request.headers.get('Origin')
                    if (LIST.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
                    return new Response('ok', { headers })
                  },
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Lambda result',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = async (event) => {
          const { origin } = event.headers
          return {
            statusCode: 200,
            headers: {
              'Access-Control-Allow-Origin': LIST.includes(origin) ? origin : LIST[0],
              'Content-Type': 'application/json',
            },
          }
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 38,
          endLine: 8,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const handler = async (event) => {
                  const { origin } = event.headers
                  return {
                    statusCode: 200,
                    headers: {
                      'Access-Control-Allow-Origin': LIST.includes(origin) ? origin : LIST[0],
                      Vary: 'Origin',
                      'Content-Type': 'application/json',
                    },
                  }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'headers assigned to a Lambda result',
      code: code`
        const LIST = ['https://app.example.com']

        export const handler = async (event) => {
          const result = { statusCode: 200, headers: {} }
          if (LIST.includes(event.headers.origin)) {
            result.headers['Access-Control-Allow-Origin'] = event.headers.origin
          }
          return result
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 53,
          endLine: 6,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export const handler = async (event) => {
                  const result = { statusCode: 200, headers: {} }
                  result.headers.Vary = 'Origin'
                  if (LIST.includes(event.headers.origin)) {
                    result.headers['Access-Control-Allow-Origin'] = event.headers.origin
                  }
                  return result
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an answer for shared caches',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Cache-Control', 'public, s-maxage=600')
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
                  res.appendHeader('Vary', 'Origin')
                  res.setHeader('Cache-Control', 'public, s-maxage=600')
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
      name: 'comments around the check',
      code: code`
        const LIST = ['https://app.example.com']

        export function handler(req, res) {
          'use strict'
          // Who asks?
          const { origin } = req.headers
          /* Only those. */
          if (LIST.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin) // known
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 75,
          endLine: 8,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com']

                export function handler(req, res) {
                  'use strict'
                  // Who asks?
                  res.appendHeader('Vary', 'Origin')
                  const { origin } = req.headers
                  /* Only those. */
                  if (LIST.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin) // known
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a body on one line',
      code: code`
        const LIST = ['https://app.example.com'];
        export function allow(req, res) { if (LIST.includes(req.get('origin'))) res.set('Access-Control-Allow-Origin', req.get('origin')); }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 112,
          endLine: 2,
          endColumn: 129,
          suggestions: [
            {
              messageId: 'addVary',
              output: code`
                const LIST = ['https://app.example.com'];
                export function allow(req, res) { res.vary('Origin'); if (LIST.includes(req.get('origin'))) res.set('Access-Control-Allow-Origin', req.get('origin')); }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'line breaks of Windows',
      code: 'const LIST = ["https://app.example.com"];\r\n\r\nexport function handler(req, res) {\r\n    if (LIST.includes(req.headers.origin)) {\r\n        res.setHeader("Access-Control-Allow-Origin", req.headers.origin);\r\n    }\r\n    res.end();\r\n}\r\n',
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 54,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'addVary',
              output:
                'const LIST = ["https://app.example.com"];\r\n\r\nexport function handler(req, res) {\r\n    res.appendHeader("Vary", "Origin");\r\n    if (LIST.includes(req.headers.origin)) {\r\n        res.setHeader("Access-Control-Allow-Origin", req.headers.origin);\r\n    }\r\n    res.end();\r\n}\r\n',
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
        name: 'a typed middleware',
        code: code`
          import type { RequestHandler } from 'express'

          const LIST: readonly string[] = ['https://app.example.com']

          export const allow: RequestHandler = (req, res, next): void => {
            const origin = req.headers.origin as string
            if (LIST.includes(origin)) res.header('Access-Control-Allow-Origin', origin)
            next()
          }
        `,
        errors: [
          {
            messageId: 'missing',
            line: 7,
            column: 72,
            endLine: 7,
            endColumn: 78,
            suggestions: [
              {
                messageId: 'addVary',
                output: code`
                  import type { RequestHandler } from 'express'

                  const LIST: readonly string[] = ['https://app.example.com']

                  export const allow: RequestHandler = (req, res, next): void => {
                    res.vary('Origin')
                    const origin = req.headers.origin as string
                    if (LIST.includes(origin)) res.header('Access-Control-Allow-Origin', origin)
                    next()
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
