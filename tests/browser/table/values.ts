import { code } from '../../servers/harness/code.ts'
import { APP, lambda, PARTNER, type Row } from '../harness/row.ts'
import { credentials, invalid, mismatch, MISSING, multiple, preflight, WILDCARD } from '../messages.ts'

/** A server that says one thing about who may read. */
function saying(value: string): string {
  return `import { createServer } from 'node:http'

export default createServer((req, res) => {
  res.setHeader('Access-Control-Allow-Origin', ${value})
  res.end('{}')
})
`
}

/** Origins and names that are written as no browser reads them. */
export const VALUES: readonly Row[] = [
  {
    kind: 'B1',
    name: 'two origins in one value',
    source: saying("'https://app.example.com, https://partner.example.com'"),
    rules: ['valid-origin'],
    visits: [APP, PARTNER].map((origin) => ({
      origin,
      error: multiple('https://app.example.com, https://partner.example.com'),
    })),
  },
  {
    kind: 'B1',
    name: 'two origins with a space between',
    source: saying("'https://app.example.com https://partner.example.com'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: multiple('https://app.example.com https://partner.example.com') }],
  },
  {
    kind: 'B1',
    name: 'two origins in one option',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: 'https://app.example.com,https://partner.example.com' }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-origin'],
    visits: [
      { origin: APP, error: multiple('https://app.example.com,https://partner.example.com') },
      {
        origin: APP,
        method: 'PUT',
        error: preflight(multiple('https://app.example.com,https://partner.example.com')),
      },
    ],
    suggested: [{ origin: APP }, { origin: PARTNER }],
  },
  {
    kind: 'B1',
    name: 'an array, which becomes two lines',
    source: saying("['https://app.example.com', 'https://partner.example.com']"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: multiple('https://app.example.com, https://partner.example.com') }],
  },
  {
    kind: 'B2',
    name: 'a slash at the end',
    source: saying("'https://app.example.com/'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: mismatch('https://app.example.com/') }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B2',
    name: 'a slash in a list, which then matches nobody',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com/'] }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-origin'],
    visits: [
      { origin: APP, error: MISSING },
      { origin: APP, method: 'PUT', error: preflight(MISSING) },
    ],
    suggested: [{ origin: APP }, { origin: APP, method: 'PUT' }],
  },
  {
    kind: 'B3',
    name: 'no scheme',
    source: saying("'app.example.com'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: invalid('app.example.com') }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B4',
    name: 'capitals',
    source: saying("'https://App.Example.com'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: mismatch('https://App.Example.com') }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B4',
    name: 'the port that is meant anyway',
    source: saying("'https://app.example.com:443'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: mismatch('https://app.example.com:443') }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B4',
    name: 'a space in front',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://partner.example.com', ' https://app.example.com'] }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-origin'],
    visits: [{ origin: PARTNER }, { origin: APP, error: MISSING }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B5',
    name: 'a star for the names under a domain',
    source: saying("'https://*.example.com'"),
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: mismatch('https://*.example.com') }],
  },
  {
    kind: 'B5',
    name: 'a star in a list',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['*'] }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-origin'],
    visits: [{ origin: APP, error: MISSING }],
  },
  {
    kind: 'B6',
    name: 'True',
    source: code`
      import { createServer } from 'node:http'

      export default createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        res.setHeader('Access-Control-Allow-Credentials', 'True')
        res.end('{}')
      })
    `,
    rules: ['valid-header-value'],
    visits: [{ origin: APP }, { origin: APP, credentials: true, error: credentials('True') }],
    suggested: [{ origin: APP, credentials: true }],
  },
  {
    kind: 'B6',
    name: 'the text true, which cors does not take for the boolean',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: 'https://app.example.com', credentials: 'true' }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-header-value'],
    visits: [
      { origin: APP, credentials: true, error: credentials('') },
      { origin: APP, credentials: true, method: 'PUT', error: preflight(credentials('')) },
    ],
    suggested: [{ origin: APP, credentials: true }],
  },
  {
    kind: 'D6',
    name: 'false, which is the same as no header',
    source: code`
      export const handler = async () => ({
        statusCode: 200,
        headers: {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Credentials': 'false',
        },
        body: '[]',
      })
    `,
    library: lambda,
    rules: ['valid-header-value'],
    visits: [{ origin: APP }, { origin: APP, credentials: true, error: credentials('false') }],
    fixed: [{ origin: APP }, { origin: APP, credentials: true, error: credentials('') }],
  },
  {
    kind: 'B9',
    name: 'a name with a letter too many',
    source: code`
      import { createServer } from 'node:http'

      export default createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origins', 'https://app.example.com')
        res.end('{}')
      })
    `,
    rules: ['valid-header-name'],
    visits: [{ origin: APP, error: MISSING }],
    suggested: [{ origin: APP }],
  },
  {
    kind: 'B11',
    name: 'two lines',
    source: code`
      import { createServer } from 'node:http'

      export default createServer((req, res) => {
        res.appendHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        res.appendHeader('Access-Control-Allow-Origin', 'https://partner.example.com')
        res.end('{}')
      })
    `,
    rules: ['no-conflicting-policies'],
    visits: [{ origin: APP, error: multiple('https://app.example.com, https://partner.example.com') }],
  },
  {
    kind: 'B11',
    name: 'a star over a policy with credentials',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: 'https://app.example.com', credentials: true }))
      app.get('/', (req, res) => {
        res.set('Access-Control-Allow-Origin', '*')
        res.json({})
      })
      export default app
    `,
    rules: ['no-wildcard-origin'],
    visits: [{ origin: APP, credentials: true, error: WILDCARD }],
  },
  {
    kind: 'B11',
    name: 'two policies, of which one answers the preflight and the other the request',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com'], methods: ['PUT'] }))
      app.use(cors({ origin: 'https://partner.example.com', methods: ['PUT'] }))
      app.put('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-conflicting-policies'],
    visits: [
      { origin: APP, method: 'PUT', error: mismatch('https://partner.example.com') },
      { origin: PARTNER, method: 'PUT', error: preflight(MISSING) },
    ],
  },
  {
    kind: 'B20',
    name: 'nothing, which Express writes out',
    source: code`
      import express from 'express'

      const allowed = ['https://partner.example.com']
      const app = express()
      app.get('/', (req, res) => {
        res.vary('Origin')
        res.set('Access-Control-Allow-Origin', allowed.find((one) => one === req.headers.origin))
        res.json({})
      })
      export default app
    `,
    rules: ['valid-cors-options'],
    visits: [{ origin: PARTNER }, { origin: APP, error: invalid('undefined') }],
  },
]
