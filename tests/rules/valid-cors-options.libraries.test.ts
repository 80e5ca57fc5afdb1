import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

runRule('valid-cors-options: what libraries cannot take', rule, {
  valid: [
    {
      name: 'a list for hapi',
      code: code`
        import Hapi from '@hapi/hapi'

        export const server = Hapi.server({ port: 3000, routes: { cors: { origin: ['https://app.example.com'] } } })
      `,
    },
    {
      name: 'a text for the old middleware of Koa',
      code: code`
        import convert from 'koa-convert'
        import cors from 'koa-cors'
        import Koa from 'koa'

        export const app = new Koa().use(convert(cors({ origin: 'https://app.example.com' })))
      `,
    },
  ],
  invalid: [
    {
      name: 'a name that keeps hapi from starting',
      code: code`
        import Hapi from '@hapi/hapi'

        export const server = Hapi.server({ port: 3000, routes: { cors: { origins: ['https://app.example.com'] } } })
      `,
      errors: [
        {
          messageId: 'refused',
          data: { library: 'hapi', name: 'origins', known: 'origin' },
          line: 3,
          column: 67,
          endLine: 3,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
                import Hapi from '@hapi/hapi'

                export const server = Hapi.server({ port: 3000, routes: { cors: { origin: ['https://app.example.com'] } } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a text that keeps hapi from starting',
      code: code`
        import Hapi from '@hapi/hapi'

        export const server = Hapi.server({ port: 3000, routes: { cors: { origin: '*' } } })
      `,
      errors: [
        {
          messageId: 'stops',
          data: { library: 'hapi', value: '`*`', accepted: 'an array of origins' },
          line: 3,
          column: 75,
          endLine: 3,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import Hapi from '@hapi/hapi'

                export const server = Hapi.server({ port: 3000, routes: { cors: { origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] } } })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list with which every request fails',
      code: code`
        import convert from 'koa-convert'
        import cors from 'koa-cors'
        import Koa from 'koa'

        export const app = new Koa().use(convert(cors({ origin: ['https://app.example.com'] })))
      `,
      errors: [
        {
          messageId: 'fails',
          data: { library: '`koa-cors`', value: 'a list', accepted: 'an origin or a function' },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import convert from 'koa-convert'
                import cors from 'koa-cors'
                import Koa from 'koa'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export const app = new Koa().use(convert(cors({ origin: (request) => (allowedOrigins.includes(request.get('Origin')) ? request.get('Origin') : '') })))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a set that is sent as it is',
      code: code`
        import { AutoRouter, cors } from 'itty-router'

        const { preflight, corsify } = cors({ origin: new Set(['https://app.example.com']) })
        export default AutoRouter({ before: [preflight], finally: [corsify] })
      `,
      errors: [
        {
          messageId: 'sentByLibrary',
          data: { library: 'itty-router', text: '[object Set]', accepted: 'an array of origins' },
          line: 3,
          column: 47,
          endLine: 3,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { AutoRouter, cors } from 'itty-router'

                const { preflight, corsify } = cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
                export default AutoRouter({ before: [preflight], finally: [corsify] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'everybody together with credentials, which the CDK refuses',
      code: code`
        import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'

        export const api = (stack) =>
          new HttpApi(stack, 'Orders', { corsPreflight: { allowOrigins: ['*'], allowCredentials: true } })
      `,
      errors: [
        {
          messageId: 'refusesEveryone',
          data: { library: '`HttpApi` of the AWS CDK' },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'

                export const api = (stack) =>
                  new HttpApi(stack, 'Orders', { corsPreflight: { allowOrigins: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], allowCredentials: true } })
              `,
            },
          ],
        },
      ],
    },
  ],
})
