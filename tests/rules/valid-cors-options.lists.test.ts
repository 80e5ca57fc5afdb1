import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const ORIGIN = `origin: 'https://app.example.com'`

runRule('valid-cors-options', rule, {
  valid: [
    {
      name: 'arrays',
      code: `import cors from 'koa2-cors'; app.use(cors({ ${ORIGIN}, allowMethods: ['GET'], exposeHeaders: ['X-Total'] }))`,
    },
    {
      name: 'a text that is split',
      code: `import cors from 'koa2-cors'; app.use(cors({ ${ORIGIN}, allowMethods: METHODS.split(',') }))`,
    },
    {
      name: 'a text that the library takes',
      code: `import cors from '@koa/cors'; app.use(cors({ ${ORIGIN}, allowMethods: 'GET,POST', exposeHeaders: 'X-Total' }))`,
    },
    {
      name: 'an empty text counts as none',
      code: `import cors from 'koa2-cors'; app.use(cors({ ${ORIGIN}, allowHeaders: '' }))`,
    },
    {
      name: 'a delegate that returns a promise',
      code: `import cors from '@fastify/cors'; app.register(cors, { delegator: async () => ({ origin: false }) })`,
    },
  ],
  invalid: [
    {
      name: 'texts for a library that joins lists',
      code: code`
        import cors from 'koa2-cors'

        app.use(
          cors({
            origin: 'https://app.example.com',
            allowMethods: 'GET, POST',
            exposeHeaders: 'X-Total',
          }),
        )
      `,
      errors: [
        {
          messageId: 'unlisted',
          data: { library: '`koa2-cors`', option: 'allowMethods', fails: 'preflight' },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'list',
              output: code`
                import cors from 'koa2-cors'

                app.use(
                  cors({
                    origin: 'https://app.example.com',
                    allowMethods: ['GET', 'POST'],
                    exposeHeaders: 'X-Total',
                  }),
                )
              `,
            },
          ],
        },
        {
          messageId: 'unlisted',
          data: { library: '`koa2-cors`', option: 'exposeHeaders', fails: 'request' },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'list',
              output: code`
                import cors from 'koa2-cors'

                app.use(
                  cors({
                    origin: 'https://app.example.com',
                    allowMethods: 'GET, POST',
                    exposeHeaders: ['X-Total'],
                  }),
                )
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a delegate that returns options at once',
      code: `import cors from '@fastify/cors'; app.register(cors, { delegator: (request) => ({ origin: false }) })`,
      errors: [
        {
          messageId: 'unpromised',
          data: { library: '`@fastify/cors`' },
          line: 1,
          column: 67,
          endLine: 1,
          endColumn: 99,
        },
      ],
    },
  ],
})
