import rule from '../../rules/no-wildcard-with-credentials.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-with-credentials: libraries that echo instead', rule, {
  valid: [
    {
      name: 'a list with credentials',
      code: code`
        import { AutoRouter, cors } from 'itty-router'

        const { preflight, corsify } = cors({ origin: ['https://app.example.com'], credentials: true })
        export default AutoRouter({ before: [preflight], finally: [corsify] })
      `,
    },
  ],
  invalid: [
    {
      name: 'a star',
      settings,
      code: code`
        import middy from '@middy/core'
        import httpCors from '@middy/http-cors'

        export const handler = middy(read).use(httpCors({ origin: '*', credentials: true }))
      `,
      output: code`
        import middy from '@middy/core'
        import httpCors from '@middy/http-cors'

        export const handler = middy(read).use(httpCors({ origins: ['https://app.example.com'], credentials: true }))
      `,
      errors: [
        {
          messageId: 'echoed',
          data: { library: '`@middy/http-cors`' },
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import middy from '@middy/core'
                import httpCors from '@middy/http-cors'

                export const handler = middy(read).use(httpCors({ origin: '*' }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'credentials alone',
      settings,
      code: code`
        import { AutoRouter, cors } from 'itty-router'

        const { preflight, corsify } = cors({ credentials: true })
        export default AutoRouter({ before: [preflight], finally: [corsify] })
      `,
      output: code`
        import { AutoRouter, cors } from 'itty-router'

        const { preflight, corsify } = cors({ origin: ['https://app.example.com'], credentials: true })
        export default AutoRouter({ before: [preflight], finally: [corsify] })
      `,
      errors: [
        {
          messageId: 'echoedByDefault',
          data: { option: 'origin', library: 'itty-router' },
          line: 3,
          column: 37,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'dropCredentials',
              output: code`
                import { AutoRouter, cors } from 'itty-router'

                const { preflight, corsify } = cors({})
                export default AutoRouter({ before: [preflight], finally: [corsify] })
              `,
            },
          ],
        },
      ],
    },
  ],
})
