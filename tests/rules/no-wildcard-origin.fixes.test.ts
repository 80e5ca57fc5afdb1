import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'two listed origins in double quotes',
      settings: { cors: { allowedOrigins: ['https://app.example.com', 'https://admin.example.com'] } },
      code: code`
        import cors from "cors";
        export default cors({ origin: "*" });
      `,
      output: code`
        import cors from "cors";
        export default cors({ origin: ["https://app.example.com", "https://admin.example.com"] });
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 31, endLine: 2, endColumn: 34 }],
    },
    {
      name: 'a list that is imported',
      filename: 'server.js',
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'
        import express from 'express'

        express().use(cors())
      `,
      output: code`
        import cors from 'cors'
        import express from 'express'
        import { allowedOrigins } from './config/origins.js'

        express().use(cors({ origin: allowedOrigins }))
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'public',
              data: { path: '/public' },
              output: code`
        import cors from 'cors'
        import express from 'express'

        express().use('/public', cors())
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is required',
      filename: 'server.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        'use strict'

        const cors = require('cors')
        const express = require('express')

        express().use(cors({ origin: '*' }))
      `,
      output: code`
        'use strict'

        const cors = require('cors')
        const express = require('express')
        const { allowedOrigins } = require('./config/origins.js')

        express().use(cors({ origin: allowedOrigins }))
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'public',
              data: { path: '/public' },
              output: code`
        'use strict'

        const cors = require('cors')
        const express = require('express')

        express().use('/public', cors({ origin: '*' }))
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of a package',
      filename: 'src/server.js',
      settings: { cors: { allowedOrigins: { module: '@acme/origins', export: 'web' } } },
      code: code`
        import cors from 'cors';
        export const handle = cors({ maxAge: 5 });
      `,
      output: code`
        import cors from 'cors';
        import { web } from '@acme/origins';
        export const handle = cors({ origin: web, maxAge: 5 });
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 28,
          endLine: 2,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a file of a folder further down',
      filename: 'src/http/routes/api.js',
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'
        export const api = cors({ origin: '*' })
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins } from '../../../config/origins.js'
        export const api = cors({ origin: allowedOrigins })
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 35, endLine: 2, endColumn: 38 }],
    },
    {
      name: 'a file beside the list',
      filename: 'src/app.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './src/origins.js', export: 'ORIGINS' } } },
      code: code`
        const cors = require('cors')
        module.exports = cors({ origin: '*' })
      `,
      output: code`
        const cors = require('cors')
        const { ORIGINS } = require('./origins.js')
        module.exports = cors({ origin: ORIGINS })
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 33, endLine: 2, endColumn: 36 }],
    },
    {
      name: 'a list that is imported already',
      filename: 'src/app.js',
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'
        import { allowedOrigins as known } from '../config/origins.js'

        export const listed = cors({ origin: known })
        export const open = cors()
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins as known } from '../config/origins.js'

        export const listed = cors({ origin: known })
        export const open = cors({ origin: known })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a list that is required already',
      filename: 'src/app.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
      code: code`
        const cors = require('cors');
        const { allowedOrigins } = require('../config/origins.js');

        module.exports = { listed: cors({ origin: allowedOrigins }), open: cors({ origin: '*' }) };
      `,
      output: code`
        const cors = require('cors');
        const { allowedOrigins } = require('../config/origins.js');

        module.exports = { listed: cors({ origin: allowedOrigins }), open: cors({ origin: allowedOrigins }) };
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 83, endLine: 4, endColumn: 86 }],
    },
    {
      name: 'another import of the module',
      filename: 'app.js',
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'
        import { version } from './origins.js'
        export default { version, handle: cors() }
      `,
      output: code`
        import cors from 'cors'
        import { version } from './origins.js'
        import { allowedOrigins } from './origins.js'
        export default { version, handle: cors({ origin: allowedOrigins }) }
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a name that is taken',
      filename: 'app.js',
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'allowedOrigins' } } },
      code: code`
        import cors from 'cors'

        const allowedOrigins = new Set()
        export const open = cors({ origin: '*' })
        export { allowedOrigins }
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins as corsAllowedOrigins } from './origins.js'

        const allowedOrigins = new Set()
        export const open = cors({ origin: corsAllowedOrigins })
        export { allowedOrigins }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 36, endLine: 4, endColumn: 39 }],
    },
    {
      name: 'a name that is taken in an inner scope',
      filename: 'app.js',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'list' } } },
      code: code`
        const cors = require('cors')

        module.exports = function configure(list) {
          return list.map(() => cors({ origin: '*' }))
        }
      `,
      output: code`
        const cors = require('cors')
        const { list: corsList } = require('./origins.js')

        module.exports = function configure(list) {
          return list.map(() => cors({ origin: corsList }))
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 40, endLine: 4, endColumn: 43 }],
    },
    {
      name: 'a variable of the environment for an option',
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        import cors from 'cors'
        export default cors({ origin: '*' })
      `,
      output: code`
        import cors from 'cors'
        export default cors({ origin: process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 31, endLine: 2, endColumn: 34 }],
    },
    {
      name: 'a variable of the environment for a header',
      languageOptions: commonjs,
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        const http = require("http");

        http.createServer((req, res) => {
            res.setHeader("Access-Control-Allow-Origin", "*");
            res.end();
        });
      `,
      output: code`
        const http = require("http");
        const allowedOrigins = process.env.WEB_ORIGINS?.split(",").map((entry) => entry.trim()) ?? [];

        http.createServer((req, res) => {
            res.appendHeader("Vary", "Origin");
            if (allowedOrigins.includes(req.headers.origin)) {
                res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
            }
            res.end();
        });
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 50, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'a variable of the environment that is read already',
      settings: { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } },
      code: code`
        const webOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export function handler(req, res) {
          console.log(webOrigins)
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      output: code`
        const webOrigins = process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          console.log(webOrigins)
          if (webOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 48, endLine: 5, endColumn: 51 }],
    },
    {
      name: 'a constant that is there already',
      settings: listed,
      code: code`
        const known = ['https://app.example.com']

        export function handler(req, res) {
          res.setHeader('X-Known', known)
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      output: code`
        const known = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          res.setHeader('X-Known', known)
          if (known.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 48, endLine: 5, endColumn: 51 }],
    },
    {
      name: 'a constant whose name is taken',
      settings: listed,
      code: code`
        export function allowedOrigins(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      output: code`
        const corsAllowedOrigins = ['https://app.example.com']

        export function allowedOrigins(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (corsAllowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 48, endLine: 2, endColumn: 51 }],
    },
    {
      name: 'a list that is imported for a header',
      filename: 'api/index.js',
      settings: { cors: { allowedOrigins: { module: './lib/origins.js', export: 'allowed' } } },
      code: code`
        import { send } from './send.js'

        export default function handler(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          send(res)
        }
      `,
      output: code`
        import { send } from './send.js'
        import { allowed } from '../lib/origins.js'

        export default function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowed.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          send(res)
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 48, endLine: 4, endColumn: 51 }],
    },
    {
      name: 'a script of the command line',
      settings: listed,
      code: code`
        #!/usr/bin/env node
        // Serves the folder it is started in.
        export function serve(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      output: code`
        #!/usr/bin/env node
        const allowedOrigins = ['https://app.example.com']

        // Serves the folder it is started in.
        export function serve(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 48, endLine: 4, endColumn: 51 }],
    },
    {
      name: 'comments around an option',
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors(
          // Who may read:
          {
            /* everybody */ origin: '*' /* interim */, // every site
            methods: 'GET', // reading only
          },
        )
      `,
      output: code`
        import cors from 'cors'

        export default cors(
          // Who may read:
          {
            /* everybody */ origin: ['https://app.example.com'] /* interim */, // every site
            methods: 'GET', // reading only
          },
        )
      `,
      errors: [{ messageId: 'wildcard', line: 6, column: 29, endLine: 6, endColumn: 32 }],
    },
    {
      name: 'comments around a header',
      settings: listed,
      code: code`
        export function handler(req, res) {
          // Let everybody read.
          res.setHeader('Access-Control-Allow-Origin', /* any */ '*') // interim
          /* Then answer. */
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          // Let everybody read.
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', /* any */ req.headers.origin)
          } // interim
          /* Then answer. */
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 58, endLine: 3, endColumn: 61 }],
    },
    {
      name: 'comments in an empty call',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default cors(/* defaults */)
      `,
      output: code`
        import cors from 'cors'
        export default cors(/* defaults */{ origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 2,
          column: 16,
          endLine: 2,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'line breaks of Windows',
      settings: listed,
      code: "import cors from 'cors'\r\n\r\nexport default cors({\r\n  maxAge: 5,\r\n})\r\n",
      output:
        "import cors from 'cors'\r\n\r\nexport default cors({\r\n  origin: ['https://app.example.com'],\r\n  maxAge: 5,\r\n})\r\n",
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 3,
          column: 21,
          endLine: 5,
          endColumn: 2,
        },
      ],
    },
    {
      name: 'two handlers, of which the first pass mends one',
      settings: listed,
      code: code`
        export function first(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end('1')
        }

        export function second(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end('2')
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function first(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end('1')
        }

        export function second(req, res) {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end('2')
        }
      `,
      errors: [
        { messageId: 'wildcard', line: 2, column: 48, endLine: 2, endColumn: 51 },
        { messageId: 'wildcard', line: 7, column: 48, endLine: 7, endColumn: 51 },
      ],
    },
    {
      name: 'two ways in of one option',
      settings: listed,
      code: code`
        import cors from 'cors'
        export default (open) => cors({ origin: open ? '*' : \`*\` })
      `,
      output: code`
        import cors from 'cors'
        export default (open) => cors({ origin: open ? ['https://app.example.com'] : ['https://app.example.com'] })
      `,
      errors: [
        { messageId: 'wildcard', line: 2, column: 48, endLine: 2, endColumn: 51 },
        { messageId: 'wildcard', line: 2, column: 54, endLine: 2, endColumn: 57 },
      ],
    },
    {
      name: 'a header written under if without braces',
      settings: listed,
      code: code`
        export function handler(req, res) {
          if (req.url === '/fonts') res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (req.url === '/fonts') { if (allowedOrigins.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin) }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 74, endLine: 2, endColumn: 77 }],
    },
    {
      name: 'no request in reach of a helper',
      settings: listed,
      code: code`
        const OPEN = { 'Access-Control-Allow-Origin': '*' }
        export const reply = (body) => new Response(body, { headers: OPEN })
      `,
      errors: [{ messageId: 'wildcard', line: 1, column: 47, endLine: 1, endColumn: 50 }],
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
        name: 'an import with its type, in TypeScript',
        filename: 'src/main.ts',
        settings: { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } },
        code: code`
          import cors, { type CorsOptions } from 'cors'

          const options: CorsOptions = { origin: '*' }
          export default cors(options)
        `,
        output: code`
          import cors, { type CorsOptions } from 'cors'
          import { allowedOrigins } from '../config/origins.js'

          const options: CorsOptions = { origin: allowedOrigins }
          export default cors(options)
        `,
        errors: [{ messageId: 'wildcard', line: 3, column: 40, endLine: 3, endColumn: 43 }],
      },
      {
        name: 'import and require in one, in TypeScript',
        filename: 'server.ts',
        settings: { cors: { allowedOrigins: { module: './origins', export: 'origins' } } },
        code: code`
          import cors = require('cors')
          import express = require('express')

          express().use(cors())
        `,
        output: code`
          import cors = require('cors')
          import express = require('express')
          import { origins } from './origins'

          express().use(cors({ origin: origins }))
        `,
        errors: [
          {
            messageId: 'default',
            data: { library: '`cors`', option: 'origin' },
            line: 4,
            column: 15,
            endLine: 4,
            endColumn: 21,
            suggestions: [
              {
                messageId: 'public',
                data: { path: '/public' },
                output: code`
          import cors = require('cors')
          import express = require('express')

          express().use('/public', cors())
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
