import { code } from '../../servers/harness/code.ts'
import { APP, PARTNER, routes, type Row } from '../harness/row.ts'
import { header, HEADERS, method, METHODS, MISSING, preflight, REDIRECT, STATUS } from '../messages.ts'

const PUT = { origin: APP, method: 'PUT' } as const
const JSON_BODY = { 'Content-Type': 'application/json' }

/** An application with one policy. */
function express(options: string, route = "app.put('/', (req, res) => res.json({}))"): string {
  return `import cors from 'cors'
import express from 'express'

const app = express()
app.use(cors(${options}))
${route}
export default app
`
}

/** A server that writes headers in every answer. */
function headers(...lines: readonly (readonly [name: string, value: string])[]): string {
  const written = [['Access-Control-Allow-Origin', APP], ...lines]
  return `export default (req, res) => {
${written.map(([name = '', value = '']) => `  res.setHeader('${name}', '${value}')`).join('\n')}
  res.end('{}')
}
`
}

/** What becomes of the question before a request. */
export const PREFLIGHTS: readonly Row[] = [
  {
    kind: 'B7',
    name: 'a star for headers, and cookies',
    source: express("{ origin: 'https://app.example.com', credentials: true, allowedHeaders: '*' }"),
    rules: ['valid-header-value'],
    visits: [
      { ...PUT, headers: { 'X-Trace': '1' } },
      { ...PUT, headers: { 'X-Trace': '1' }, credentials: true, error: header('x-trace') },
    ],
  },
  {
    kind: 'B7',
    name: 'a star for methods, and cookies',
    source: headers(['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Methods', '*']),
    rules: ['valid-header-value'],
    visits: [PUT, { ...PUT, credentials: true, error: method('PUT') }],
  },
  {
    kind: 'B7',
    name: 'a star for headers, and Authorization: allowed, against the standard',
    source: express("{ origin: 'https://app.example.com', allowedHeaders: '*' }"),
    rules: [],
    visits: [{ ...PUT, headers: { Authorization: 'Bearer x' } }],
  },
  {
    kind: 'B8',
    name: 'methods with semicolons',
    source: headers(['Access-Control-Allow-Methods', 'GET; PUT']),
    rules: ['valid-header-value'],
    visits: [{ origin: APP }, { ...PUT, error: METHODS }],
    suggested: [PUT],
  },
  {
    kind: 'B8',
    name: 'headers with spaces between: the whole answer is void',
    source: headers(
      ['Access-Control-Allow-Methods', 'GET, PUT'],
      ['Access-Control-Allow-Headers', 'Content-Type X-Trace'],
    ),
    rules: ['valid-header-value'],
    visits: [{ ...PUT, error: HEADERS }],
  },
  {
    kind: 'B8',
    name: 'methods in small letters',
    source: headers(['Access-Control-Allow-Methods', 'get, put, patch']),
    rules: ['valid-header-value'],
    visits: [
      { ...PUT, error: method('PUT') },
      { ...PUT, method: 'PATCH', error: method('PATCH') },
    ],
    suggested: [PUT, { ...PUT, method: 'PATCH' }],
  },
  {
    kind: 'B8',
    name: 'patch in small letters by the script',
    source: headers(['Access-Control-Allow-Methods', 'PATCH, PUT']),
    rules: [],
    visits: [
      { ...PUT, method: 'PATCH' },
      { ...PUT, method: 'patch', error: method('patch') },
    ],
  },
  {
    kind: 'B9',
    name: 'methods by a name that is none',
    source: headers(['Access-Control-Allow-Method', 'PUT']),
    rules: ['valid-header-name'],
    visits: [{ ...PUT, error: method('PUT') }],
    suggested: [PUT],
  },
  {
    kind: 'B10',
    name: 'the name that browsers ask with',
    source: headers(['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Request-Headers', 'Content-Type']),
    rules: ['valid-header-name'],
    visits: [PUT, { ...PUT, headers: JSON_BODY, error: header('content-type') }],
    suggested: [{ ...PUT, headers: JSON_BODY }],
  },
  {
    kind: 'B12',
    name: 'a route with a policy: nobody answers OPTIONS with it',
    source: code`
      import cors from 'cors'
      import express from 'express'
      import { createServer } from 'node:http'

      const app = express()
      app.put('/', cors({ origin: 'https://app.example.com' }), (req, res) => res.json({}))
      export default createServer(app)
    `,
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: preflight(MISSING) }],
    suggested: [PUT],
  },
  {
    kind: 'B12',
    name: 'a route file without OPTIONS',
    source: code`
      const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com' }
      export const GET = () => Response.json({}, { headers })
      export const PUT = () => Response.json({}, { headers })
    `,
    library: routes,
    rules: ['require-preflight'],
    visits: [{ origin: APP }, { ...PUT, error: preflight(MISSING) }],
  },
  {
    kind: 'B13',
    name: 'OPTIONS answered before the headers are written',
    source: code`
      import express from 'express'

      const app = express()
      app.use((req, res, next) => {
        if (req.method === 'OPTIONS') return res.sendStatus(200)
        res.set('Access-Control-Allow-Origin', 'https://app.example.com')
        res.set('Access-Control-Allow-Methods', 'PUT')
        next()
      })
      app.put('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: preflight(MISSING) }],
  },
  {
    kind: 'B13',
    name: 'OPTIONS answered with the headers and 405',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        res.setHeader('Access-Control-Allow-Methods', 'PUT')
        if (req.method === 'OPTIONS') res.statusCode = 405
        res.end('{}')
      }
    `,
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: STATUS }],
  },
  {
    kind: 'B13',
    name: 'OPTIONS sent elsewhere',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        res.setHeader('Access-Control-Allow-Methods', 'PUT')
        if (req.method === 'OPTIONS') {
          res.writeHead(308, { Location: '/v2' })
          res.end()
          return
        }
        res.end('{}')
      }
    `,
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: REDIRECT }],
  },
  {
    kind: 'B14',
    name: 'a policy behind the routes: the preflight passes, the request arrives, its response is refused',
    source: code`
      import cors from 'cors'
      import express from 'express'
      import { createServer } from 'node:http'

      const app = express()
      app.put('/', (req, res) => res.json({}))
      app.use(cors({ origin: 'https://app.example.com' }))
      export default createServer(app)
    `,
    rules: ['cors-before-routes'],
    visits: [{ ...PUT, error: MISSING }],
    suggested: [PUT],
  },
  {
    kind: 'B14',
    name: 'a policy behind authentication',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use((req, res, next) => {
        if (!req.headers.authorization) return res.status(401).end()
        next()
      })
      app.use(cors({ origin: 'https://app.example.com' }))
      app.get('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['cors-before-routes'],
    visits: [
      { origin: APP, headers: { Authorization: 'Bearer x' }, error: preflight(MISSING) },
      { origin: APP, error: MISSING },
    ],
    suggested: [{ origin: APP, headers: { Authorization: 'Bearer x' } }],
  },
  {
    kind: 'B15',
    name: 'JSON without Content-Type in the list',
    source: express(
      "{ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }",
      "app.use(express.json())\napp.post('/', (req, res) => res.json({}))",
    ),
    rules: ['require-preflight'],
    visits: [
      { ...PUT, method: 'POST', headers: JSON_BODY, error: header('content-type') },
      { ...PUT, method: 'POST', headers: { 'Content-Type': 'text/plain' } },
    ],
    suggested: [{ ...PUT, method: 'POST', headers: JSON_BODY }],
  },
  {
    kind: 'B16',
    name: 'a method that the list leaves out',
    source: express("{ origin: 'https://app.example.com', methods: ['GET', 'POST'] }"),
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: method('PUT') }, { origin: APP }],
    suggested: [PUT],
  },
  {
    kind: 'B19',
    name: 'an Error to refuse: preflights fail with 500',
    source: express(
      "{ origin: (origin, callback) => (origin === 'https://app.example.com' ? callback(null, true) : callback(new Error('no'))) }",
    ),
    rules: [],
    visits: [PUT, { origin: PARTNER, error: MISSING }, { ...PUT, origin: PARTNER, error: preflight(MISSING) }],
  },
  {
    kind: 'D7',
    name: 'Allow, which is no permission',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
        if (req.method === 'OPTIONS') res.writeHead(204, { Allow: 'PUT' })
        res.end()
      }
    `,
    rules: ['require-preflight'],
    visits: [{ ...PUT, error: method('PUT') }],
    suggested: [PUT],
  },
  {
    kind: 'E4',
    name: 'the header of the response, sent with the request',
    source: headers(['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'Content-Type']),
    client: "await fetch('https://api.example.com/', { headers: { 'Access-Control-Allow-Origin': '*' } })\n",
    rules: ['no-cors-headers-in-request'],
    visits: [
      { origin: APP },
      { origin: APP, headers: { 'Access-Control-Allow-Origin': '*' }, error: header('access-control-allow-origin') },
    ],
  },
]
