import rule from '../../rules/no-ineffective-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-ineffective-origin-check', rule, {
  valid: [],
  invalid: [
    {
      name: 'a list that is imported',
      filename: 'src/app.js',
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'
        const list = ['https://app.example.com']
        export default cors({ origin: (o, cb) => cb(null, list.includes(o) || true) })
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins } from '../config/origins.js'
        const list = ['https://app.example.com']
        export default cors({ origin: allowedOrigins })
      `,
      errors: [
        {
          messageId: 'ineffective',
          data: { origin: 'https://evil.example' },
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'a list that is required, whose name is taken',
      filename: 'src/app.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowed' } } },
      code: code`
        const cors = require('cors')
        const allowed = ['https://app.example.com']
        module.exports = cors({ origin: process.env.WEB_ORIGIN || '*', allowed })
      `,
      output: code`
        const cors = require('cors')
        const { allowed: corsAllowed } = require('../config/origins.js')
        const allowed = ['https://app.example.com']
        module.exports = cors({ origin: process.env.WEB_ORIGIN || corsAllowed, allowed })
      `,
      errors: [{ messageId: 'failOpen', line: 3, column: 59, endLine: 3, endColumn: 62 }],
    },
    {
      name: 'a list that is imported already, for a header',
      filename: 'src/http/index.js',
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowed' } } },
      code: code`
        import { allowed } from '../../config/origins.js'

        export function handler(req, res) {
          if (!allowed.includes(req.headers.origin)) res.statusCode = 403
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        import { allowed } from '../../config/origins.js'

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (!allowed.includes(req.headers.origin)) res.statusCode = 403
          if (allowed.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'idle', data: { line: '4' }, line: 5, column: 48, endLine: 5, endColumn: 66 }],
    },
    {
      name: 'a variable of the environment after an operator',
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        import cors from 'cors'
        export default cors({
          origin: process.env.WEB_ORIGIN ?? '*', // one origin
        })
      `,
      output: code`
        import cors from 'cors'
        export default cors({
          origin: process.env.WEB_ORIGIN ?? (process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []), // one origin
        })
      `,
      errors: [{ messageId: 'failOpen', line: 3, column: 37, endLine: 3, endColumn: 40 }],
    },
    {
      name: 'two variables of the environment',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        module.exports = (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', process.env.WEB_ORIGIN || process.env.SITE || '*')
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        module.exports = (req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'failOpen', line: 2, column: 94, endLine: 2, endColumn: 97 }],
    },
    {
      name: 'comments around a header',
      settings: listed,
      code: code`
        const list = ['https://app.example.com']

        export function handler(req, res) {
          // Known origins only:
          if (!list.includes(req.headers.origin)) res.statusCode = 403 // refused
          // Everybody else:
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin) // echo
          res.end()
        }
      `,
      output: code`
        const list = ['https://app.example.com']

        export function handler(req, res) {
          // Known origins only:
          res.appendHeader('Vary', 'Origin')
          if (!list.includes(req.headers.origin)) res.statusCode = 403 // refused
          // Everybody else:
          if (list.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          } // echo
          res.end()
        }
      `,
      errors: [{ messageId: 'idle', data: { line: '5' }, line: 7, column: 48, endLine: 7, endColumn: 66 }],
    },
    {
      name: 'a constant that is there already, under its own name',
      settings: listed,
      code: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          if (!allowedOrigins.includes(req.headers.origin)) console.warn('unknown')
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (!allowedOrigins.includes(req.headers.origin)) console.warn('unknown')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'idle', data: { line: '4' }, line: 5, column: 48, endLine: 5, endColumn: 66 }],
    },
    {
      name: 'two findings of which one pass mends both',
      settings: listed,
      code: code`
        import cors from 'cors'

        export const api = cors({ origin: process.env.API_ORIGIN || '*' })
        export const web = cors({ origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:3000' })
      `,
      output: code`
        import cors from 'cors'

        export const api = cors({ origin: process.env.API_ORIGIN || ['https://app.example.com'] })
        export const web = cors({ origin: process.env.NODE_ENV === 'production' ? ['https://app.example.com'] : 'http://localhost:3000' })
      `,
      errors: [
        { messageId: 'failOpen', line: 3, column: 61, endLine: 3, endColumn: 64 },
        { messageId: 'openInProduction', line: 4, column: 75, endLine: 4, endColumn: 78 },
      ],
    },
    {
      name: 'no request in reach',
      settings: listed,
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': process.env.WEB_ORIGIN ?? '*',
          Vary: 'Origin',
        }
      `,
      errors: [{ messageId: 'failOpen', line: 2, column: 60, endLine: 2, endColumn: 63 }],
    },
  ],
})
