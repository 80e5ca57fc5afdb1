import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }

const EVERYWHERE = code`
  import cors from 'cors'
  import express from 'express'
  const app = express()
  app.use(cors())
`

const NARROWED = code`
  import cors from 'cors'
  import express from 'express'
  const app = express()
  app.use(cors({ origin: ['https://app.example.com'] }))
`

function under(path: string): string {
  return EVERYWHERE.replace('cors())', `'${path}', cors())`)
}

runRule('no-wildcard-origin, a path for everybody', rule, {
  valid: [
    {
      name: 'what the suggestion makes, once the path is a public one',
      options: [{ publicPaths: ['/public'] }],
      code: under('/public'),
    },
  ],
  invalid: [
    {
      name: 'everywhere',
      settings,
      code: EVERYWHERE,
      output: NARROWED,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 15,
          suggestions: [{ messageId: 'public', data: { path: '/public' }, output: under('/public') }],
        },
      ],
    },
    {
      name: 'everywhere, with public paths',
      settings,
      options: [{ publicPaths: ['/fonts/*', '/static'] }],
      code: EVERYWHERE,
      output: NARROWED,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 15,
          suggestions: [{ messageId: 'public', data: { path: '/fonts' }, output: under('/fonts') }],
        },
      ],
    },
    {
      name: 'a middleware with a name',
      settings,
      code: code`
        const cors = require("cors")
        const app = require("express")()
        const everybody = cors({ origin: "*" })
        app.use(everybody)
      `,
      output: code`
        const cors = require("cors")
        const app = require("express")()
        const everybody = cors({ origin: ["https://app.example.com"] })
        app.use(everybody)
      `,
      languageOptions: { sourceType: 'commonjs' },
      errors: [
        {
          messageId: 'wildcard',
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'public',
              data: { path: '/public' },
              output: code`
                const cors = require("cors")
                const app = require("express")()
                const everybody = cors({ origin: "*" })
                app.use("/public", everybody)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a path already',
      settings,
      code: under('/api'),
      output: NARROWED.replace('cors({', "'/api', cors({"),
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'beside other middleware',
      settings,
      code: EVERYWHERE.replace('cors())', 'cors(), express.json())'),
      output: NARROWED.replace('}))', '}), express.json())'),
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 15,
        },
      ],
    },
    {
      name: 'at two places',
      settings,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const everybody = cors({ origin: '*' })
        app.use(everybody)
        app.options('/item', everybody)
      `,
      output: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const everybody = cors({ origin: ['https://app.example.com'] })
        app.use(everybody)
        app.options('/item', everybody)
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 34, endLine: 4, endColumn: 37 }],
    },
    {
      name: 'a router, which may have a path',
      settings,
      code: EVERYWHERE.replace('express()', 'express.Router()'),
      output: NARROWED.replace('express()', 'express.Router()'),
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 15,
        },
      ],
    },
  ],
})
