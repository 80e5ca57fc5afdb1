import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { handlerServer } from './harness/api-frameworks.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

const tinyhttp: Library = { name: '@tinyhttp/cors', listen: handlerServer, vary: 'by the library' }

const AT_RUN_TIME = 'what the environment holds is known at run time'

describeTable({
  library: tinyhttp,
  source: code`
    import { App } from '@tinyhttp/app'
    import { cors } from '@tinyhttp/cors'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = new App()

    app.use(cors(OPTIONS))
    app.get('/', (req, res) => void res.send('ok'))

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: '{ origin: true }', outcome: 'anyone' },
    { options: '{ origin: true, credentials: true }', outcome: 'conflict' },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'anyone' },
    { options: '{ origin: null }', outcome: 'stops' },
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ origin: ['*'] }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: ['https://app.example.com', '*'], credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: new Set(ALLOWED), credentials: true }`, outcome: 'sound' },
    { options: `{ origin: new Set([...ALLOWED, '*']) }`, outcome: 'anyone' },
    { options: `{ origin: [] }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'unusable' },
    { options: `{ origin: 'null' }`, outcome: 'opaque' },
    { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
    { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'lookalike' },
    { options: `{ origin: /^https:\\/\\/app\\.example\\.com$/ }`, outcome: 'sound' },
    { options: `{ origin: [/^https:\\/\\/app\\.example\\.com$/] }`, outcome: 'stops' },
    { options: `{ origin: (req, res) => req.headers.origin ?? '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: (req) => req.headers.origin || '' }`, outcome: 'echoed' },
    { options: `{ origin: () => '*' }`, outcome: 'anyone' },
    { options: `{ origin: () => true }`, outcome: 'unusable' },
    {
      options: `{ origin: (req) => (ALLOWED.includes(req.headers.origin) ? req.headers.origin : ALLOWED[0]) }`,
      outcome: 'sound',
    },
    {
      options: `{ origin: (req) => (req.headers.origin?.endsWith('example.com') ? req.headers.origin : ALLOWED[0]) }`,
      outcome: 'lookalike',
    },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'anyone' },
    {
      options: `{ allowedOrigins: ['https://app.example.com'], credentials: true }`,
      outcome: 'conflict',
    },
    { options: `{ origin: ['https://app.example.com'], allowHeaders: ['Authorization'] }`, outcome: 'sound' },
    { options: `{ origin: process.env.CORS_ORIGIN, credentials: true }`, outcome: 'conflict', silent: AT_RUN_TIME },
    { options: `{ origin: process.env.CORS_ORIGIN ?? '*', credentials: true }`, outcome: 'conflict' },
    {
      options: `{ origin: process.env.CORS_ORIGINS.split(','), credentials: true }`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com' },
    },
  ],
})

describeTable({
  library: { ...tinyhttp, name: '@tinyhttp/cors on a node server', listen: nodeServer },
  format: 'ts',
  source: code`
    import { createServer } from 'node:http'
    import { cors, type AccessControlOptions } from '@tinyhttp/cors'

    const options: AccessControlOptions = OPTIONS
    const handle = cors(options)

    export default createServer((req, res) => {
      handle(req, res, () => res.end('ok'))
    })
  `,
  rows: [
    { options: '{}', outcome: 'anyone' },
    { options: `{ origin: true, credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: 'https://app.example.com' }`, outcome: 'sound' },
  ],
})
