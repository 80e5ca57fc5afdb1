import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { handlerServer } from './harness/api-frameworks.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable, type Row } from './harness/table.ts'

/** `cors` behaves as with Express; what differs is how applications are put together. */
const ROWS: readonly Row[] = [
  { options: 'cors()', outcome: 'anyone' },
  { options: 'cors({})', outcome: 'anyone' },
  { options: 'cors({ credentials: true })', outcome: 'conflict' },
  { options: 'cors({ origin: true })', outcome: 'echoed' },
  { options: `cors({ origin: '*', credentials: true })`, outcome: 'conflict' },
  { options: `cors({ origin: ['*'] })`, outcome: 'sound' },
  { options: `cors({ origin: 'https://app.example.com', credentials: true })`, outcome: 'sound' },
  { options: `cors({ origin: ALLOWED, credentials: true })`, outcome: 'sound' },
  { options: `cors({ origin: 'null' })`, outcome: 'opaque' },
  { options: `cors({ origin: /example\\.com$/ })`, outcome: 'lookalike' },
  { options: `cors({ origin: (origin, callback) => callback(null, origin) })`, outcome: 'echoed' },
  { options: `cors({ origin: (origin, callback) => callback(null, ALLOWED.includes(origin)) })`, outcome: 'sound' },
  { options: `cors({ origins: ALLOWED })`, outcome: 'anyone' },
  {
    options: `(req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*')
  res.setHeader('Access-Control-Allow-Credentials', 'true')
  next()
}`,
    outcome: 'echoed',
  },
  {
    options: `(req, res, next) => {
  const { origin } = req.headers
  res.setHeader('Vary', 'Origin')
  if (ALLOWED.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
  next()
}`,
    outcome: 'sound',
  },
]

const connect: Library = { name: 'cors with connect', listen: nodeServer, vary: 'by the library' }

describeTable({
  library: connect,
  format: 'cjs',
  source: code`
    const connect = require('connect')
    const cors = require('cors')

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const app = connect()

    app.use(OPTIONS)
    app.use('/', (req, res) => res.end('ok'))

    module.exports = app
  `,
  rows: ROWS,
})

const polka: Library = { name: 'cors with polka', listen: handlerServer, vary: 'by the library' }

describeTable({
  library: polka,
  source: code`
    import cors from 'cors'
    import polka from 'polka'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = polka()
      .use(OPTIONS)
      .get('/', (req, res) => res.end('ok'))

    export default app
  `,
  rows: ROWS,
})
