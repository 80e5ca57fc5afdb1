import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer } from './harness/listen.ts'
import { describeTable, type Row } from './harness/table.ts'

const itty: Library = { name: 'itty-router 5 cors', listen: fetchServer, vary: 'by the library' }

const AT_RUN_TIME = 'what the environment holds is known at run time'
const BELOW = 'only hosts below the own domain get in'

const ROWS: readonly Row[] = [
  { options: '', outcome: 'anyone' },
  { options: '{}', outcome: 'anyone' },
  { options: '{ credentials: true }', outcome: 'echoed' },
  { options: '{ origin: true }', outcome: 'echoed' },
  { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
  { options: '{ origin: false }', outcome: 'sound' },
  { options: '{ origin: undefined, credentials: true }', outcome: 'echoed' },
  { options: `{ origin: '*' }`, outcome: 'anyone' },
  { options: `{ origin: '*', allowMethods: ['GET', 'POST'] }`, outcome: 'anyone' },
  { options: `{ origin: '*', credentials: true }`, outcome: 'echoed' },
  { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
  { options: `{ origin: ['*'] }`, outcome: 'sound' },
  { options: `{ origin: [] }`, outcome: 'sound' },
  { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
  { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
  {
    options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
    outcome: 'sound',
  },
  { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'unusable' },
  { options: `{ origin: ['https://*.example.com'] }`, outcome: 'sound' },
  { options: `{ origin: 'null' }`, outcome: 'opaque' },
  { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
  { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'lookalike' },
  { options: `{ origin: /^https:\\/\\/app.example.com$/, credentials: true }`, outcome: 'lookalike' },
  { options: `{ origin: /^https:\\/\\/app\\.example\\.com$/ }`, outcome: 'sound' },
  { options: `{ origin: /\\.example\\.com$/ }`, outcome: 'lookalike', silent: BELOW },
  { options: `{ origin: [/^https:\\/\\/app\\.example\\.com$/] }`, outcome: 'sound' },
  { options: `{ origin: (origin) => origin }`, outcome: 'echoed' },
  { options: `{ origin: (origin) => origin ?? '*', credentials: true }`, outcome: 'echoed' },
  { options: `{ origin: () => '*' }`, outcome: 'anyone' },
  { options: `{ origin: () => '*', credentials: true }`, outcome: 'conflict' },
  { options: `{ origin: () => true }`, outcome: 'unusable' },
  { options: `{ origin: (origin) => ALLOWED.includes(origin) && origin, credentials: true }`, outcome: 'sound' },
  { options: `{ origin: (origin) => (ALLOWED.includes(origin) ? origin : undefined) }`, outcome: 'sound' },
  { options: `{ origin: (origin) => (origin?.endsWith('example.com') ? origin : undefined) }`, outcome: 'lookalike' },
  {
    options: `{ origin: (origin) => { if (origin?.includes('app.example.com')) return origin } }`,
    outcome: 'lookalike',
  },
  { options: `{ origin: async (origin) => (ALLOWED.includes(origin) ? origin : undefined) }`, outcome: 'unusable' },
  { options: `{ origins: ['https://app.example.com'] }`, outcome: 'anyone' },
  {
    options: `{ allowedOrigins: ['https://app.example.com'], credentials: true }`,
    outcome: 'echoed',
  },
  { options: `{ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }`, outcome: 'sound' },
  { options: `{ origin: process.env.CORS_ORIGIN, credentials: true }`, outcome: 'echoed', silent: AT_RUN_TIME },
  { options: `{ origin: process.env.CORS_ORIGIN ?? true }`, outcome: 'echoed' },
  {
    options: `{ origin: process.env.CORS_ORIGINS.split(','), credentials: true }`,
    outcome: 'sound',
    env: { CORS_ORIGINS: 'https://app.example.com' },
  },
]

const SOURCE = code`
  import { AutoRouter, cors } from 'itty-router'

  const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

  const { preflight, corsify } = cors(OPTIONS)

  const router = AutoRouter({
    before: [preflight],
    finally: [corsify],
  })

  router.get('/', () => ({ ok: true }))

  export default router
`

describeTable({ library: itty, source: SOURCE, rows: ROWS })

describeTable({
  library: { ...itty, name: 'itty-router 6 cors', installedAs: { 'itty-router': 'itty-router-6' } },
  source: SOURCE,
  rows: ROWS,
})

describeTable({
  library: { ...itty, name: 'itty-router cors from its own entry' },
  format: 'ts',
  source: code`
    import { Router, type IRequest } from 'itty-router'
    import { cors, type CorsOptions } from 'itty-router/cors'

    const options: CorsOptions = OPTIONS
    const cross = cors(options)

    const router = Router<IRequest>()
    router.all('*', cross.preflight).get('/', () => new Response('ok'))

    export default {
      fetch: (request: Request) => router.fetch(request).then((response) => cross.corsify(response, request)),
    }
  `,
  rows: [
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: /example\\.com$/ }`, outcome: 'lookalike' },
  ],
})
