import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a Lambda result',
      code: code`
        export const handler = async () => ({
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': 'http://app.example.com',
            'Access-Control-Allow-Credentials': true,
          },
          body: '{}',
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 4,
          column: 36,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'useHttps',
              data: { origin: 'https://app.example.com' },
              output: code`
                export const handler = async () => ({
                  statusCode: 200,
                  headers: {
                    'Access-Control-Allow-Origin': 'https://app.example.com',
                    'Access-Control-Allow-Credentials': true,
                  },
                  body: '{}',
                })
              `,
            },
          ],
        },
      ],
    },
  ],
})
