import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const settings = { cors: { allowedOrigins: ['https://app.example.com', 'https://admin.example.com'] } }

const data = {
  library: '`cors`',
  name: 'origins',
  known: 'origin',
  effect: 'any website can read the response',
}

/** A server with such options, after other lines. */
function withOptions(options: string, before = ''): string {
  return `import cors from 'cors'\n${before}export default cors(${options})\n`
}

runRule('valid-cors-options, a misnamed list of origins', rule, {
  valid: [{ name: 'by its right name', settings, code: withOptions(`{ origin: ['https://app.example.com'] }`) }],
  invalid: [
    {
      name: 'gives way to the list',
      settings,
      code: withOptions(`{ credentials: true, origins: ['https://app.example.com'] }`),
      output: withOptions(`{ credentials: true, origin: ['https://app.example.com', 'https://admin.example.com'] }`),
      errors: [
        {
          messageId: 'misnamed',
          data,
          line: 2,
          column: 42,
          endLine: 2,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: withOptions(`{ credentials: true, origin: ['https://app.example.com'] }`),
            },
          ],
        },
      ],
    },
    {
      name: 'in shorthand, with a module',
      settings: { cors: { allowedOrigins: { module: '#origins', export: 'allowedOrigins' } } },
      code: withOptions('{ origins }', "const origins = ['https://app.example.com']\n"),
      output: withOptions(
        '{ origin: allowedOrigins }',
        "import { allowedOrigins } from '#origins'\nconst origins = ['https://app.example.com']\n",
      ),
      errors: [
        {
          messageId: 'misnamed',
          data,
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: withOptions('{ origin: origins }', "const origins = ['https://app.example.com']\n"),
            },
          ],
        },
      ],
    },
    {
      name: 'by an assignment',
      settings,
      code: code`
        import cors from 'cors'
        const options = {}
        options.origins = ['https://app.example.com']
        export default cors(options)
      `,
      output: code`
        import cors from 'cors'
        const options = {}
        options.origin = ['https://app.example.com', 'https://admin.example.com']
        export default cors(options)
      `,
      errors: [
        {
          messageId: 'misnamed',
          data,
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: code`
                import cors from 'cors'
                const options = {}
                options.origin = ['https://app.example.com']
                export default cors(options)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'with a comment, which would be lost',
      settings,
      code: withOptions(`{ origins: [/* the app */ 'https://app.example.com'] }`),
      output: null,
      errors: [
        {
          messageId: 'misnamed',
          data,
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'rename',
              data: { known: 'origin' },
              output: withOptions(`{ origin: [/* the app */ 'https://app.example.com'] }`),
            },
          ],
        },
      ],
    },
  ],
})
