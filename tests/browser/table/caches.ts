import { code } from '../../servers/harness/code.ts'
import { APP, PARTNER, type Row } from '../harness/row.ts'
import { mismatch, MISSING } from '../messages.ts'

/** What becomes of a response that the browser keeps. The two pages are of one site, so they share what is kept. */
export const CACHES: readonly Row[] = [
  {
    kind: 'C1',
    name: 'no Vary: the second page is given the response of the first',
    source: code`
      import { createServer } from 'node:http'

      const allowed = ['https://app.example.com', 'https://partner.example.com']

      export default createServer((req, res) => {
        const { origin } = req.headers
        res.setHeader('Cache-Control', 'public, max-age=600')
        if (allowed.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
        res.end('{}')
      })
    `,
    rules: ['require-vary-origin'],
    oneAddress: true,
    visits: [{ origin: PARTNER }, { origin: APP, cached: true, error: mismatch(PARTNER) }],
    suggested: [{ origin: PARTNER }, { origin: APP }, { origin: APP, cached: true }],
  },
  {
    kind: 'C1',
    name: 'Vary for pages that are let in only: an image comes first, and the script is given its response',
    source: code`
      import { createServer } from 'node:http'

      const allowed = ['https://app.example.com', 'https://partner.example.com']

      export default createServer((req, res) => {
        const { origin } = req.headers
        res.setHeader('Cache-Control', 'public, max-age=600')
        if (allowed.includes(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.setHeader('Vary', 'Origin')
        }
        res.end('{}')
      })
    `,
    rules: ['require-vary-origin'],
    oneAddress: true,
    visits: [
      { origin: APP, plain: true },
      { origin: APP, cached: true, error: MISSING },
    ],
    suggested: [{ origin: APP, plain: true }, { origin: APP }, { origin: APP, cached: true }],
  },
  {
    kind: 'C2',
    name: 'a Vary that replaces the one of cors',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com', 'https://partner.example.com'] }))
      app.get('/', (req, res) => {
        res.set('Vary', 'Accept-Language')
        res.set('Cache-Control', 'public, max-age=600')
        res.json({})
      })
      export default app
    `,
    rules: [],
    oneAddress: true,
    visits: [{ origin: PARTNER }, { origin: APP, cached: true, error: mismatch(PARTNER) }],
  },
  {
    kind: 'sound',
    name: 'cors with a list sends Vary',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const app = express()
      app.use(cors({ origin: ['https://app.example.com', 'https://partner.example.com'] }))
      app.get('/', (req, res) => {
        res.set('Cache-Control', 'public, max-age=600')
        res.json({})
      })
      export default app
    `,
    rules: [],
    oneAddress: true,
    visits: [{ origin: PARTNER }, { origin: APP }, { origin: APP, cached: true }],
  },
]

/** How long the answer to a preflight is kept: how many were sent for a second request at once, and for a third later. */
export interface Age {
  readonly name: string
  /** A line of the server. */
  readonly line: string
  readonly isReported: boolean
  readonly atOnce: number
  readonly afterSixSeconds: number
}

/** The kinds of `Access-Control-Max-Age`. */
export const AGES: readonly Age[] = [
  { name: 'none: five seconds', line: '', isReported: false, atOnce: 1, afterSixSeconds: 2 },
  { name: 'a number', line: ageLine('600'), isReported: false, atOnce: 1, afterSixSeconds: 1 },
  { name: 'zero', line: ageLine('0'), isReported: false, atOnce: 2, afterSixSeconds: 3 },
  { name: 'a unit: as if there were none', line: ageLine('1h'), isReported: true, atOnce: 1, afterSixSeconds: 2 },
  { name: 'a fraction', line: ageLine('600.5'), isReported: true, atOnce: 1, afterSixSeconds: 2 },
  { name: 'a negative number', line: ageLine('-1'), isReported: true, atOnce: 2, afterSixSeconds: 3 },
  { name: 'milliseconds', line: ageLine('86400000'), isReported: true, atOnce: 1, afterSixSeconds: 1 },
]

function ageLine(value: string): string {
  return `  res.setHeader('Access-Control-Max-Age', '${value}')\n`
}

/** A server with such a line. */
export function ageServer(line: string): string {
  return `export default (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
  res.setHeader('Access-Control-Allow-Methods', 'PUT')
${line}  res.end('{}')
}
`
}
