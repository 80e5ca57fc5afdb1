import { code } from './harness/code.ts'
import { restify } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: restify,
  format: 'cjs',
  source: code`
    const restify = require('restify')
    const corsMiddleware = require('restify-cors-middleware2')

    const cors = corsMiddleware(OPTIONS)

    const server = restify.createServer()
    server.pre(cors.preflight)
    server.use(cors.actual)
    server.get('/', (req, res, next) => {
      res.send({ ok: true })
      next()
    })

    module.exports = server
  `,
  rows: [
    { options: ``, outcome: 'stops' },
    { options: `{}`, outcome: 'echoed' },
    { options: `{ origins: undefined }`, outcome: 'echoed' },
    { options: `{ origins: ['*'] }`, outcome: 'echoed' },
    { options: `{ credentials: true }`, outcome: 'stops' },
    { options: `{ origins: ['*'], credentials: true }`, outcome: 'stops' },
    { options: `{ origins: ['*'], credentials: true, allowCredentialsAllOrigins: true }`, outcome: 'echoed' },
    { options: `{ origins: ['https://app.example.com', '*'] }`, outcome: 'echoed' },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origins: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origins: [] }`, outcome: 'sound' },
    { options: `{ origins: '*' }`, outcome: 'stops' },
    { options: `{ origins: ['null'] }`, outcome: 'opaque' },
    { options: String.raw`{ origins: [/example\.com$/] }`, outcome: 'lookalike' },
    { options: String.raw`{ origins: [/^https:\/\/app\.example\.com$/], credentials: true }`, outcome: 'sound' },
    {
      options: `{ origins: ['https://*.example.com'], credentials: true }`,
      outcome: 'lookalike',
      silent: 'whoever has a domain has its subdomains',
    },
    { options: `{ origins: ['https://app.example.com*'] }`, outcome: 'lookalike' },
    {
      options: `{ origins: ['*.example.com'] }`,
      outcome: 'lookalike',
      silent: 'whoever has a domain has its subdomains',
    },
    { options: `{ origins: [(origin) => true] }`, outcome: 'stops' },
    {
      options: `{ origin: ['https://app.example.com'], credentials: false }`,
      outcome: 'echoed',
    },
  ],
})

describeTable({
  library: restify,
  source: code`
    import { createServer, plugins } from 'restify'
    import corsMiddleware from 'restify-cors-middleware2'

    const { preflight, actual } = corsMiddleware({
      preflightMaxAge: 600,
      allowHeaders: ['API-Token', 'X-Test'],
      exposeHeaders: ['API-Token-Expiry'],
      OPTIONS
    })

    const server = createServer({ name: 'orders' })
    server.pre(preflight)
    server.use(actual)
    server.use(plugins.queryParser())
    server.get('/', async (req, res) => {
      res.send([])
    })

    export default server
  `,
  rows: [
    { options: ``, outcome: 'echoed' },
    { options: `origins: ['*'],`, outcome: 'echoed' },
    { options: `origins: process.env.ORIGINS?.split(',') ?? ['*'],`, outcome: 'echoed', env: { ORIGINS: undefined } },
    {
      options: `origins: process.env.NODE_ENV === 'production' ? ['https://app.example.com'] : ['*'],`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
    {
      options: `origins: (process.env.ORIGINS ?? '').split(','),`,
      outcome: 'sound',
      env: { ORIGINS: 'https://app.example.com' },
    },
    { options: `origins: ['https://app.example.com'], credentials: true,`, outcome: 'sound' },
  ],
})
