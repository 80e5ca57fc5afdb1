import { code } from '../../servers/harness/code.ts'
import { APP, type Row } from '../harness/row.ts'

/** A server with headers for scripts to read. */
function exposing(list: string, credentials: boolean): string {
  const allowed = credentials ? "  res.setHeader('Access-Control-Allow-Credentials', 'true')\n" : ''
  return `export default (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
${allowed}  res.setHeader('Access-Control-Expose-Headers', '${list}')
  res.setHeader('X-Total', '7')
  res.setHeader('Set-Cookie', 'theme=dark; Max-Age=0')
  res.setHeader('Cache-Control', 'no-store')
  res.end('{}')
}
`
}

/** Which headers of a response a script gets to see. */
export const EXPOSED: readonly Row[] = [
  {
    kind: 'B7',
    name: 'a star for exposed headers, and cookies',
    source: exposing('*', true),
    rules: ['valid-header-value'],
    visits: [
      { origin: APP, shown: { 'x-total': '7' } },
      { origin: APP, credentials: true, shown: { 'x-total': null } },
    ],
  },
  {
    kind: 'B8',
    name: 'exposed headers with spaces between',
    source: exposing('X-Total X-Page', false),
    rules: ['valid-header-value'],
    visits: [{ origin: APP, shown: { 'x-total': null } }],
  },
  {
    kind: 'D1',
    name: 'an exposed header that is shown anyway',
    source: exposing('X-Total, Cache-Control', false),
    rules: ['no-redundant-entries'],
    visits: [{ origin: APP, shown: { 'x-total': '7', 'cache-control': 'no-store' } }],
    fixed: [{ origin: APP, shown: { 'x-total': '7', 'cache-control': 'no-store' } }],
  },
  {
    kind: 'D1',
    name: 'allowed headers that no script can send',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Host', 'Cookie', 'X-Trace'] }))
      app.put('/', (req, res) => res.json({}))
      export default app
    `,
    rules: ['no-redundant-entries'],
    visits: [{ origin: APP, method: 'PUT', headers: { Host: 'evil.example', Cookie: 'a=b', 'X-Trace': '1' } }],
    fixed: [{ origin: APP, method: 'PUT', headers: { Host: 'evil.example', Cookie: 'a=b', 'X-Trace': '1' } }],
  },
  {
    kind: 'D5',
    name: 'Set-Cookie, which no script sees',
    source: exposing('X-Total, Set-Cookie', false),
    rules: ['valid-header-value'],
    visits: [{ origin: APP, shown: { 'x-total': '7', 'set-cookie': null } }],
    fixed: [{ origin: APP, shown: { 'x-total': '7', 'set-cookie': null } }],
  },
]
