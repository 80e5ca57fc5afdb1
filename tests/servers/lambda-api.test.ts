import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { lambdaServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** `lambda-api` 1.5. */
const lambdaApi: Library = { name: 'lambda-api', listen: lambdaServer, vary: 'by the library' }

describeTable({
  library: lambdaApi,
  isOneOnly: true,
  format: 'cjs',
  source: code`
    const createAPI = require('lambda-api')

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const api = createAPI()

    api.use((req, res, next) => {
      res.cors(OPTIONS)
      next()
    })

    api.get('/', async (req, res) => ({ status: 'ok' }))
    api.put('/', async (req, res) => ({ status: 'ok' }))

    exports.handler = async (event, context) => await api.run(event, context)
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `{}`, outcome: 'anyone' },
    { options: `{ methods: 'GET, PUT' }`, outcome: 'anyone' },
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: 'true' }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
    { options: `{ origin: '' }`, outcome: 'anyone' },
    { options: `{ origin: undefined, credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
    { options: `{ origin: ALLOWED }`, outcome: 'unusable' },
    { options: `{ origin: ['*'] }`, outcome: 'anyone' },
    { options: `{ origin: 'null' }`, outcome: 'opaque' },
    { options: `{ origin: true }`, outcome: 'unusable' },
    { options: `{ origin: req.headers.origin }`, outcome: 'echoed' },
    { options: `{ origin: req.headers.origin || '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: ALLOWED.includes(req.headers.origin) ? req.headers.origin : ALLOWED[0] }`, outcome: 'sound' },
    { options: `{ origins: ALLOWED }`, outcome: 'anyone' },
  ],
})

describeTable({
  library: lambdaApi,
  isOneOnly: true,
  format: 'ts',
  source: code`
    import createAPI, { type Request, type Response } from 'lambda-api'

    const api = createAPI({ version: 'v1' })
    const allowed = new Set<string>(['https://app.example.com', 'https://admin.example.com'])

    const listOrders = async (req: Request, res: Response) => {
      const { origin = '' } = req.headers
      res.cors(OPTIONS).status(200).json([])
    }

    api.any('/*', listOrders)

    export const handler = async (event: any, context: any) => api.run(event, context)
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `{ origin: 'https://app.example.com', maxAge: 84000000 }`, outcome: 'sound' },
    { options: `{ origin, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: allowed.has(origin) ? origin : 'https://app.example.com' }`, outcome: 'sound' },
    {
      options: `{ origin: origin.endsWith('example.com') ? origin : 'https://app.example.com', credentials: true }`,
      outcome: 'lookalike',
    },
    { options: `{ headers: 'Content-Type, X-Test' }`, outcome: 'anyone' },
  ],
})
