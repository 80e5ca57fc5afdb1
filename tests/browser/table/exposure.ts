import { code } from '../../servers/harness/code.ts'
import { APP, koa, lambda, PARTNER, routes, SANDBOX, STRANGER, type Row, type Visit } from '../harness/row.ts'
import { mismatch, MISSING, WILDCARD } from '../messages.ts'

/** What a list of `APP` makes of a policy: the page reads, nobody else does. */
function closed(credentials: boolean, ...others: readonly string[]): Visit[] {
  return [
    { origin: APP, credentials },
    ...[STRANGER, SANDBOX, ...others].map((origin) => ({ origin, credentials, error: MISSING })),
  ]
}

/** Who gets in that should not. */
export const EXPOSURE: readonly Row[] = [
  {
    kind: 'A1',
    name: 'a star by hand: everybody reads, without cookies',
    source: code`
      import { createServer } from 'node:http'

      export default createServer((req, res) => {
        res.writeHead(200, { 'Access-Control-Allow-Origin': '*' })
        res.end('{}')
      })
    `,
    rules: ['no-wildcard-origin'],
    visits: [
      { origin: STRANGER },
      { origin: SANDBOX },
      { origin: APP, credentials: true, error: WILDCARD },
      { origin: STRANGER, credentials: true, error: WILDCARD },
    ],
    fixed: closed(false),
  },
  {
    kind: 'A1',
    name: 'cors() without options',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors())
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-wildcard-origin'],
    visits: [{ origin: STRANGER }, { origin: STRANGER, credentials: true, error: WILDCARD }],
    fixed: closed(false),
  },
  {
    kind: 'A2',
    name: 'a star and credentials, by cors: everybody reads, but not with cookies',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: '*', credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-wildcard-with-credentials'],
    visits: [{ origin: APP, credentials: true, error: WILDCARD }, { origin: STRANGER }],
    fixed: closed(true),
  },
  {
    kind: 'A2',
    name: 'a star and credentials, by hand',
    source: code`
      export const handler = async () => ({
        statusCode: 200,
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': true },
        body: '{}',
      })
    `,
    library: lambda,
    rules: ['no-wildcard-with-credentials'],
    visits: [{ origin: APP, credentials: true, error: WILDCARD }, { origin: STRANGER }],
  },
  {
    kind: 'A2',
    name: 'the same two options in @koa/cors: everybody reads with cookies',
    source: code`
      import cors from '@koa/cors'
      import Koa from 'koa'

      const app = new Koa()
      app.use(cors({ origin: '*', credentials: true }))
      app.use((ctx) => { ctx.body = {} })
      export default app
    `,
    library: koa,
    rules: ['no-wildcard-with-credentials'],
    visits: [
      { origin: APP, credentials: true },
      { origin: STRANGER, credentials: true },
    ],
    fixed: closed(true),
  },
  {
    kind: 'A3',
    name: 'the Origin header sent back: everybody reads with cookies',
    source: code`
      import { createServer } from 'node:http'

      export default createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*')
        res.setHeader('Access-Control-Allow-Credentials', 'true')
        res.end('{}')
      })
    `,
    rules: ['no-reflected-origin'],
    visits: [APP, STRANGER, SANDBOX].map((origin) => ({ origin, credentials: true })),
    fixed: closed(true),
  },
  {
    kind: 'A4',
    name: 'origin: true',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: true, credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-reflected-origin'],
    visits: [APP, STRANGER, SANDBOX].map((origin) => ({ origin, credentials: true })),
    fixed: closed(true),
  },
  {
    kind: 'A5',
    name: 'a place in a list for an answer: the listed page is the only one refused',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const list = ['https://app.example.com']
      const app = express()
      app.use(cors({ origin: (origin, callback) => callback(null, list.indexOf(origin)), credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-ineffective-origin-check'],
    visits: [
      { origin: STRANGER, credentials: true },
      { origin: APP, credentials: true, error: MISSING },
    ],
    fixed: closed(true),
  },
  {
    kind: 'A6',
    name: 'a variable that is not set',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: process.env.BROWSER_TEST_ORIGIN || true, credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-ineffective-origin-check'],
    visits: [APP, STRANGER].map((origin) => ({ origin, credentials: true })),
    fixed: closed(true),
  },
  {
    kind: 'A7',
    name: 'an option that is not one',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origins: ['https://app.example.com'], credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-cors-options'],
    visits: [{ origin: STRANGER }, { origin: APP, credentials: true, error: WILDCARD }],
    suggested: closed(true),
  },
  {
    kind: 'A8',
    name: 'a Set for a list',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: new Set(['https://app.example.com']), credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['valid-cors-options'],
    visits: [APP, STRANGER].map((origin) => ({ origin, credentials: true })),
    fixed: closed(true),
  },
  {
    kind: 'A9',
    name: 'null in the list: a frame on any page reads with cookies',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com', 'null'], credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-null-origin'],
    visits: [
      { origin: APP, credentials: true },
      { origin: SANDBOX, credentials: true },
      { origin: STRANGER, credentials: true, error: MISSING },
    ],
    fixed: closed(true),
  },
  {
    kind: 'A10',
    name: 'null to refuse: the frame reads all the same',
    source: code`
      const allowed = ['https://app.example.com']

      export default (req, res) => {
        const { origin } = req.headers
        res.setHeader('Vary', 'Origin')
        res.setHeader('Access-Control-Allow-Origin', allowed.includes(origin) ? origin : null)
        res.setHeader('Access-Control-Allow-Credentials', 'true')
        res.end('{}')
      }
    `,
    rules: ['no-null-origin'],
    visits: [
      { origin: APP, credentials: true },
      { origin: SANDBOX, credentials: true },
      { origin: STRANGER, credentials: true, error: mismatch('null') },
    ],
    fixed: closed(true),
  },
  ...(
    [
      ['A11', 'a beginning', "origin.startsWith('https://app.example.com')", 'https://app.example.com.evil.example'],
      ['A12', 'an end', "origin.endsWith('example.com')", 'https://evilexample.com'],
      ['A13', 'a part', "origin.includes('example.com')", 'https://example.com.evil.example'],
      ['A15', 'a dot', '/^https:\\/\\/app.example\\.com$/.test(origin)', 'https://appxexample.com'],
      ['A16', 'an open end', '/^https:\\/\\/app\\.example\\.com/.test(origin)', 'https://app.example.com.evil.example'],
    ] as const
  ).map(([kind, part, check, witness]): Row => ({
    kind,
    name: `a check of ${part}: ${witness} reads with cookies`,
    source: `export default (req, res) => {
  const { origin } = req.headers
  res.setHeader('Vary', 'Origin')
  if (origin && ${check}) {
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.setHeader('Access-Control-Allow-Credentials', 'true')
  }
  res.end('{}')
}
`,
    rules: ['no-bypassable-origin-check'],
    visits: [
      { origin: APP, credentials: true },
      { origin: witness, credentials: true },
      { origin: STRANGER, credentials: true, error: MISSING },
    ],
    fixed: closed(true, witness),
  })),
  {
    kind: 'A19',
    name: 'a domain where anybody gets a name',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: /^https:\/\/[a-z0-9-]+\.vercel\.app$/, credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-shared-suffix-origin'],
    visits: [
      { origin: 'https://evil.vercel.app', credentials: true },
      { origin: STRANGER, credentials: true, error: MISSING },
    ],
    fixed: closed(true, 'https://evil.vercel.app'),
  },
  {
    kind: 'A21',
    name: 'plain http: whoever is on the network reads, once it has cookies',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com', 'http://app.example.com'], credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-insecure-origin'],
    visits: [
      { origin: 'http://app.example.com', credentials: true },
      { origin: APP, credentials: true },
    ],
    fixed: closed(true, 'http://app.example.com'),
  },
  {
    kind: 'sound',
    name: 'a list: two pages read with cookies, nobody else',
    source: code`
      const allowed = new Set(['https://app.example.com', 'https://partner.example.com'])

      export function GET(request) {
        const origin = request.headers.get('origin') ?? ''
        const headers = new Headers({ Vary: 'Origin' })
        if (allowed.has(origin)) {
          headers.set('Access-Control-Allow-Origin', origin)
          headers.set('Access-Control-Allow-Credentials', 'true')
        }
        return new Response('{}', { headers })
      }
    `,
    library: routes,
    rules: [],
    visits: [{ origin: PARTNER, credentials: true }, ...closed(true, 'http://app.example.com')],
  },
]
