import rule from '../../rules/no-null-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const yoga = (options: string) =>
  `import { createYoga } from 'graphql-yoga'\nexport const yoga = createYoga({ schema, ${options} })\n`

// Lists of several origins in GraphQL Yoga: whoever is not on them gets the text `null`.
runRule('no-null-origin', rule, {
  valid: [
    { name: 'one origin', code: yoga("cors: { origin: 'https://app.acme.io', credentials: true }") },
    { name: 'a list of one', code: yoga("cors: { origin: ['https://app.acme.io'], credentials: true }") },
    { name: 'a list that cannot be seen', code: yoga('cors: { origin: allowedOrigins }') },
    {
      name: 'a list of unknown length',
      code: yoga("cors: { origin: (process.env.ORIGINS ?? '').split(',') }"),
    },
    {
      name: 'one origin for each request',
      code: yoga(
        "cors: (request) => ({ origin: ['https://app.acme.io', 'https://b.acme.io'].find((one) => one === request.headers.get('origin')) ?? 'https://unset.invalid' })",
      ),
    },
    {
      name: 'the same list in a library that says nothing to others',
      code: "import { useCORS } from '@whatwg-node/server'\nuseCORS({ origin: ['https://app.acme.io', 'https://b.acme.io'] })\n",
    },
  ],
  invalid: [
    {
      name: 'two origins, with cookies by default',
      code: yoga("cors: { origin: ['https://app.acme.io', 'https://b.acme.io'] }"),
      settings: { cors: { allowedOrigins: { module: './origins.js', export: 'origins' } } },
      output: code`
        import { createYoga } from 'graphql-yoga'
        import { origins } from './origins.js'
        export const yoga = createYoga({ schema, cors: (request) => ({ origin: origins.find((origin) => origin === request.headers.get('origin')) ?? 'https://unset.invalid' }) })
      `,
      errors: [
        {
          messageId: 'refusal',
          data: { library: 'GraphQL Yoga', credentials: ' with the cookies of its visitors' },
          line: 2,
          column: 58,
          endLine: 2,
          endColumn: 102,
        },
      ],
    },
    {
      name: 'two origins without cookies, and a list of one in the settings',
      code: yoga("cors: { origin: ['https://app.acme.io', 'https://b.acme.io'], credentials: false }"),
      settings: { cors: { allowedOrigins: ['https://app.acme.io'] } },
      output: code`
        import { createYoga } from 'graphql-yoga'
        export const yoga = createYoga({ schema, cors: { origin: ['https://app.acme.io'], credentials: false } })
      `,
      errors: [
        {
          messageId: 'refusal',
          data: { library: 'GraphQL Yoga', credentials: '' },
          line: 2,
          column: 58,
          endLine: 2,
          endColumn: 102,
        },
      ],
    },
    {
      name: 'a constant, and a request that has a name already',
      code: code`
        import { createYoga } from 'graphql-yoga'
        const origins = ['https://app.acme.io', 'https://b.acme.io']
        export const yoga = createYoga({ schema, cors: (req) => ({ origin: origins, methods: ['POST'] }) })
      `,
      settings: { cors: { allowedOrigins: ['https://app.acme.io', 'https://b.acme.io'] } },
      output: code`
        import { createYoga } from 'graphql-yoga'
        const origins = ['https://app.acme.io', 'https://b.acme.io']
        export const yoga = createYoga({ schema, cors: (req) => ({ origin: origins.find((origin) => origin === req.headers.get('origin')) ?? 'https://unset.invalid', methods: ['POST'] }) })
      `,
      errors: [
        {
          messageId: 'refusal',
          data: { library: 'GraphQL Yoga', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 68,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
  ],
})
