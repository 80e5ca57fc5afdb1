import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** `json-server` 0.17. */
const jsonServer: Library = { name: 'json-server', listen: nodeServer, vary: 'by the library' }

/** It lets everybody in or nobody. */
const unrepaired = 'it takes no list'

describeTable({
  library: jsonServer,
  format: 'cjs',
  source: code`
    const jsonServer = require('json-server')
    const cors = require('cors')

    const server = jsonServer.create()
    const router = jsonServer.router({ posts: [{ id: 1 }] })

    OPTIONS
    server.use(router)

    module.exports = server
  `,
  rows: [
    { options: `server.use(jsonServer.defaults())`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({}))`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({ logger: false }))`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({ noCors: false }))`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({ noCors: undefined }))`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({ cors: false }))`, outcome: 'echoed', unrepaired },
    { options: `server.use(jsonServer.defaults({ noCors: true }))`, outcome: 'sound' },
    { options: `server.use(jsonServer.defaults({ noCors: 'true', readOnly: true }))`, outcome: 'sound' },
    { options: `server.use(jsonServer.bodyParser)`, outcome: 'sound' },
    {
      options: `const middlewares = jsonServer.defaults({ noCors: true, noGzip: true })
server.use(cors({ origin: ['https://app.example.com'], credentials: true }))
server.use(middlewares)`,
      outcome: 'sound',
    },
    {
      options: `const middlewares = jsonServer.defaults({ readOnly: true })
server.use(middlewares)`,
      outcome: 'echoed',
      unrepaired,
    },
    {
      options: `const isMock = process.env.NODE_ENV !== 'production'
if (isMock) server.use(jsonServer.defaults())`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: `server.use(jsonServer.defaults({ noCors: process.env.NODE_ENV === 'production' }))`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
  ],
})

describeTable({
  library: jsonServer,
  source: code`
    import jsonServer from 'json-server'

    const app = jsonServer.create()
    app.use(jsonServer.defaults(OPTIONS))
    app.use('/api', jsonServer.router({ users: [] }))

    export default app
  `,
  rows: [
    { options: ``, outcome: 'echoed', unrepaired },
    { options: `{ static: './public' }`, outcome: 'echoed', unrepaired },
    { options: `{ noCors: true }`, outcome: 'sound' },
  ],
})
