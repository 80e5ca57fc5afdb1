import rule from '../../rules/no-reflected-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-reflected-origin: what libraries do by themselves', rule, {
  valid: [
    {
      name: 'a list for the old middleware of Koa',
      code: code`
        import convert from 'koa-convert'
        import cors from 'koa-cors'
        import Koa from 'koa'

        export const app = new Koa().use(convert(cors({ origin: 'https://app.example.com' })))
      `,
    },
    {
      name: 'the defaults of json-server without CORS',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const jsonServer = require('json-server')

        const server = jsonServer.create()
        server.use(jsonServer.defaults({ noCors: true }))
      `,
    },
  ],
  invalid: [
    {
      name: 'the old middleware of Koa without options',
      settings,
      code: code`
        import convert from 'koa-convert'
        import cors from 'koa-cors'
        import Koa from 'koa'

        export const app = new Koa().use(convert(cors()))
      `,
      output: code`
        import convert from 'koa-convert'
        import cors from 'koa-cors'
        import Koa from 'koa'
        const allowedOrigins = ['https://app.example.com']

        export const app = new Koa().use(convert(cors({ origin: (request) => (allowedOrigins.includes(request.get('Origin')) ? request.get('Origin') : '') })))
      `,
      errors: [
        {
          messageId: 'default',
          data: { option: 'origin', library: '`koa-cors`', credentials: '' },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'json-server, which has no option for a list',
      languageOptions: { sourceType: 'commonjs' },
      code: code`
        const jsonServer = require('json-server')

        const server = jsonServer.create()
        server.use(jsonServer.defaults())
      `,
      errors: [
        {
          messageId: 'always',
          data: {
            library: '`json-server`',
            credentials: ' with the cookies of its visitors',
            instead: 'Pass `noCors: true`, and put `cors` with a list of origins in front',
          },
          line: 4,
          column: 12,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
  ],
})
