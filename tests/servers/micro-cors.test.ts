import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** `micro-cors` 0.1.1, around handlers of `micro` and of Next.js. */
const microCors: Library = { name: 'micro-cors', listen: nodeServer, vary: 'by the library' }

describeTable({
  library: microCors,
  isOneOnly: true,
  format: 'cjs',
  source: code`
    const microCors = require('micro-cors')

    const cors = microCors(OPTIONS)

    const handler = (req, res) => {
      res.setHeader('Content-Type', 'application/json')
      res.end(JSON.stringify({ ok: true }))
    }

    module.exports = cors(handler)
  `,
  rows: [
    { options: ``, outcome: 'conflict' },
    { options: `{}`, outcome: 'conflict' },
    { options: `{ allowMethods: ['GET', 'POST'] }`, outcome: 'conflict' },
    { options: `{ allowCredentials: false }`, outcome: 'anyone' },
    { options: `{ allowCredentials: undefined }`, outcome: 'conflict' },
    { options: `{ allowCredentials: '' }`, outcome: 'anyone' },
    { options: `{ origin: 'https://app.example.com', credentials: false }`, outcome: 'sound' },
    { options: `{ origin: '*' }`, outcome: 'conflict' },
    { options: `{ origin: undefined, allowCredentials: false }`, outcome: 'anyone' },
    { options: `{ origin: '*', allowCredentials: false }`, outcome: 'anyone' },
    { options: `{ origin: 'https://app.example.com' }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com', allowCredentials: false }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
    { options: `{ origin: ['*'] }`, outcome: 'conflict' },
    { options: `{ origin: ['https://app.example.com', 'https://admin.example.com'] }`, outcome: 'unusable' },
    {
      options: `{ origin: 'null' }`,
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were there, and the origin was not' },
    },
    { options: `{ origin: true }`, outcome: 'unusable' },
    { options: `{ origin: false }`, outcome: 'unusable' },
    { options: `{ origin: /example\.com$/ }`, outcome: 'unusable' },
    { options: `{ origin: (origin) => origin }`, outcome: 'unusable' },
    {
      options: `{ origins: ['https://app.example.com'] }`,
      outcome: 'conflict',
    },
  ],
})

describeTable({
  library: microCors,
  isOneOnly: true,
  format: 'ts',
  source: code`
    import { send } from 'micro'
    import cors from 'micro-cors'
    import type { IncomingMessage, ServerResponse } from 'node:http'

    const isProduction = process.env.NODE_ENV === 'production'

    const status = async (req: IncomingMessage, res: ServerResponse) => send(res, 200, { up: true })

    export default cors({ allowMethods: ['GET', 'HEAD', 'OPTION'], OPTIONS })(status)
  `,
  rows: [
    { options: ``, outcome: 'conflict' },
    { options: `origin: '*', allowCredentials: false`, outcome: 'anyone' },
    { options: `origin: process.env.ORIGIN || '*'`, outcome: 'conflict', env: { ORIGIN: undefined } },
    { options: `origin: process.env.ORIGIN`, outcome: 'sound', env: { ORIGIN: 'https://app.example.com' } },
    {
      options: `origin: isProduction ? 'https://app.example.com' : '*'`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: `allowCredentials: !isProduction, origin: 'https://app.example.com'`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
  ],
})
