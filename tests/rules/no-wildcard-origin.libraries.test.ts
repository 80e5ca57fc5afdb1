import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-origin: what libraries do by themselves', rule, {
  valid: [
    {
      name: 'Apollo behind a middleware that has a list',
      code: code`
        import { expressMiddleware } from '@as-integrations/express5'
        import cors from 'cors'
        import express from 'express'
        import { server } from './schema.js'

        express().use('/graphql', cors({ origin: ['https://app.example.com'] }), expressMiddleware(server))
      `,
    },
  ],
  invalid: [
    {
      name: 'a middleware whose majors differ',
      settings,
      code: code`
        import Koa from 'koa'
        import cors from '@koa/cors'

        export const app = new Koa().use(cors())
      `,
      output: code`
        import Koa from 'koa'
        import cors from '@koa/cors'
        const allowedOrigins = ['https://app.example.com']

        export const app = new Koa().use(cors({ origin: (ctx) => (allowedOrigins.includes(ctx.get('Origin')) ? ctx.get('Origin') : '') }))
      `,
      errors: [
        {
          messageId: 'changed',
          data: { option: 'origin', library: '`@koa/cors`', version: '5' },
          line: 4,
          column: 34,
          endLine: 4,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a server that cannot be told otherwise',
      code: code`
        import { startStandaloneServer } from '@apollo/server/standalone'
        import { server } from './schema.js'

        const { url } = await startStandaloneServer(server, { listen: { port: 4000 } })
        console.log(url)
      `,
      errors: [
        {
          messageId: 'fixed',
          data: {
            library: '`startStandaloneServer`',
            instead: 'Put `expressMiddleware` behind `cors` with a list of origins instead',
          },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 80,
        },
      ],
    },
  ],
})
