import rule from '../../rules/no-reflected-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-reflected-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a list that is imported',
      filename: 'src/http/handler.js',
      settings: { cors: { allowedOrigins: { module: './src/origins.js', export: 'ORIGINS' } } },
      code: code`
        import { send } from './send.js'

        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          send(res)
        }
      `,
      output: code`
        import { send } from './send.js'
        import { ORIGINS } from '../origins.js'

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (ORIGINS.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          send(res)
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 4, column: 48, endLine: 4, endColumn: 66 }],
    },
    {
      name: 'a list that is required, whose name is taken',
      filename: 'server.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'list' } } },
      code: code`
        "use strict";
        const http = require("http");
        const list = () => [];

        http.createServer((req, res) => {
          const origin = req.headers.origin;
          res.setHeader("Access-Control-Allow-Origin", origin);
          res.end(String(list()));
        });
      `,
      output: code`
        "use strict";
        const http = require("http");
        const { list: corsList } = require("./origins.js");
        const list = () => [];

        http.createServer((req, res) => {
          res.appendHeader("Vary", "Origin");
          const origin = req.headers.origin;
          if (corsList.includes(origin)) {
            res.setHeader("Access-Control-Allow-Origin", origin);
          }
          res.end(String(list()));
        });
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 7, column: 48, endLine: 7, endColumn: 54 }],
    },
    {
      name: 'a list that is required already, and Vary',
      filename: 'server.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'list' } } },
      code: code`
        const { list: known } = require('./origins.js')

        module.exports = (req, res) => {
          res.vary('Origin')
          res.set('Access-Control-Allow-Origin', req.get('origin'))
          res.json(known)
        }
      `,
      output: code`
        const { list: known } = require('./origins.js')

        module.exports = (req, res) => {
          res.vary('Origin')
          if (known.includes(req.get('origin'))) {
            res.set('Access-Control-Allow-Origin', req.get('origin'))
          }
          res.json(known)
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 5, column: 42, endLine: 5, endColumn: 59 }],
    },
    {
      name: 'a variable of the environment',
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        export const handler = (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export const handler = (req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 48, endLine: 2, endColumn: 66 }],
    },
    {
      name: 'two listed origins',
      settings: { cors: { allowedOrigins: ['https://app.example.com', 'https://admin.example.com'] } },
      code: code`
        export const handler = (req, res) => {
        	res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
        	res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com', 'https://admin.example.com']

        export const handler = (req, res) => {
        	res.appendHeader('Vary', 'Origin')
        	if (allowedOrigins.includes(req.headers.origin)) {
        		res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
        	}
        	res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 47, endLine: 2, endColumn: 65 }],
    },
    {
      name: 'Vary that is set to something else',
      settings: listed,
      code: code`
        export function handler(req, res) {
          res.setHeader('Vary', 'Accept-Encoding')
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('Vary', 'Accept-Encoding, Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 3, column: 48, endLine: 3, endColumn: 66 }],
    },
    {
      name: 'comments around a header',
      code: code`
        export function handler(req, res) {
          // Echo it:
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin /* whoever asks */)
          // Done.
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'reflected',
          data: { credentials: '' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  // Echo it:
                  res.appendHeader('Vary', 'Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.setHeader('Access-Control-Allow-Origin', req.headers.origin /* whoever asks */)
                  }
                  // Done.
                  res.end()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'comments around an option',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({
          // Everyone.
          origin: /* all */ true, // interim
        })
      `,
      output: code`
        import cors from 'cors'

        export default cors({
          // Everyone.
          origin: /* all */ ['https://app.example.com'], // interim
        })
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: '' },
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a header and an option in one pass',
      settings: listed,
      code: code`
        import cors from 'cors'

        export const handle = cors({ origin: true })
        export function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        import cors from 'cors'
        const allowedOrigins = ['https://app.example.com']

        export const handle = cors({ origin: true })
        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: '' },
          line: 3,
          column: 38,
          endLine: 3,
          endColumn: 42,
        },
        { messageId: 'reflected', data: { credentials: '' }, line: 5, column: 48, endLine: 5, endColumn: 66 },
      ],
    },
    {
      name: 'two headers, of which one pass mends one',
      settings: listed,
      code: code`
        export function first(req, res) {
          res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }

        export function second(req, res) {
          res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function first(req, res) {
          res.vary('Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.set('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }

        export function second(req, res) {
          res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      errors: [
        { messageId: 'reflected', data: { credentials: '' }, line: 2, column: 42, endLine: 2, endColumn: 60 },
        { messageId: 'reflected', data: { credentials: '' }, line: 7, column: 42, endLine: 7, endColumn: 60 },
      ],
    },
    {
      name: 'a helper that knows no request',
      settings: listed,
      code: code`
        function cors(origin) {
          return { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
        }

        export const GET = (request) => new Response('[]', { headers: cors(request.headers.get('Origin')) })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        function cors(origin) {
          return { ...(allowedOrigins.includes(origin) && { 'Access-Control-Allow-Origin': origin }), Vary: 'Origin' }
        }

        export const GET = (request) => new Response('[]', { headers: cors(request.headers.get('Origin')) })
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 2, column: 43, endLine: 2, endColumn: 49 }],
    },
    {
      name: 'a shorthand option',
      settings: listed,
      code: code`
        import cors from 'cors'
        const origin = (_, callback) => callback(null, true)
        export default cors({ origin })
      `,
      output: code`
        import cors from 'cors'
        const origin = (_, callback) => callback(null, ['https://app.example.com'])
        export default cors({ origin })
      `,
      errors: [{ messageId: 'callback', data: { credentials: '' }, line: 2, column: 48, endLine: 2, endColumn: 52 }],
    },
    {
      name: 'a shorthand option that is a constant',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const cors = require('cors')

        const origin = true
        module.exports = cors({ origin, credentials: true })
      `,
      output: code`
        const cors = require('cors')

        const origin = ['https://app.example.com']
        module.exports = cors({ origin, credentials: true })
      `,
      errors: [
        {
          messageId: 'option',
          data: { library: '`cors`', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 20,
        },
      ],
    },
    {
      name: 'an async arrow without a block',
      settings: listed,
      code: code`
        export const show = async (req, res) => res.set('Access-Control-Allow-Origin', req.get('Origin')).json(await load(req))
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const show = async (req, res) => {
          res.vary('Origin')
          if (allowedOrigins.includes(req.get('Origin'))) res.set('Access-Control-Allow-Origin', req.get('Origin'))
          return res.json(await load(req))
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 1, column: 80, endLine: 1, endColumn: 97 }],
    },
    {
      name: 'an answer on one line',
      settings: listed,
      code: code`
        export function handler(req, res) { res.setHeader('Access-Control-Allow-Origin', req.headers.origin); res.end() }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) { res.appendHeader('Vary', 'Origin'); if (allowedOrigins.includes(req.headers.origin)) {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
        } res.end() }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 1, column: 82, endLine: 1, endColumn: 100 }],
    },
    {
      name: 'a condition without braces',
      settings: listed,
      code: code`
        export function handler(req, res) {
          if (req.headers.origin)
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          else
            res.statusCode = 400
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (req.headers.origin)
            { if (allowedOrigins.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin) }
          else
            res.statusCode = 400
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 3, column: 50, endLine: 3, endColumn: 68 }],
    },
    {
      name: 'a case of a switch',
      settings: listed,
      code: code`
        export function handler(req, res) {
          switch (req.url) {
            case '/a':
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
              break
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          switch (req.url) {
            case '/a':
              if (allowedOrigins.includes(req.headers.origin)) {
                res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
              }
              break
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'reflected', data: { credentials: '' }, line: 4, column: 52, endLine: 4, endColumn: 70 }],
    },
  ],
})
