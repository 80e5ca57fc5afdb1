import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** What the application's `fetch` answers. A worker's environment is not there: `c.env` is empty. */
const hono: Library = { name: 'hono/cors', listen: fetchServer, vary: 'by the library' }

const BELOW = 'only hosts below the own domain get in'
const AT_RUN_TIME = 'what the environment holds is known at run time'

describeTable({
  library: hono,
  source: code`
    import { Hono } from 'hono'
    import { cors } from 'hono/cors'

    const app = new Hono()

    app.use('*', cors(OPTIONS))
    app.get('/', (c) => c.json({ ok: true }))

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
    { options: `{ origin: ['*'] }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com', '*'], credentials: true }`, outcome: 'sound' },
    { options: `{ origin: ['https://*.example.com'] }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com/' }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: [] }`, outcome: 'sound' },
    { options: `{ origin: '' }`, outcome: 'sound' },
    { options: `{ origin: 'null' }`, outcome: 'opaque' },
    { options: `{ origin: ['https://app.example.com', 'null'], credentials: true }`, outcome: 'opaque' },
    { options: `{ origin: true, credentials: true }`, outcome: 'broken' },
    { options: `{ origin: false }`, outcome: 'broken' },
    { options: `{ origin: undefined }`, outcome: 'broken' },
    { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'broken' },
    { options: `{ origin: [/^https:\\/\\/app\\.example\\.com$/] }`, outcome: 'sound' },
    { options: `{ origin: new Set(['https://app.example.com']) }`, outcome: 'broken' },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'anyone' },
    {
      options: `{ allowedOrigins: ['https://app.example.com'], credentials: true }`,
      outcome: 'conflict',
    },
    {
      options: `{ origin: 'https://app.example.com', allowedHeaders: ['Authorization'], methods: ['GET'] }`,
      outcome: 'sound',
    },
    { options: `{ origin: process.env.CORS_ORIGIN, credentials: true }`, outcome: 'broken', silent: AT_RUN_TIME },
    {
      options: `{ origin: process.env.CORS_ORIGIN ?? '*' }`,
      outcome: 'anyone',
      env: { CORS_ORIGIN: undefined },
    },
    {
      options: `{ origin: process.env.CORS_ORIGINS.split(','), credentials: true }`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: `{ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : '*' }`,
      outcome: 'anyone',
      silent: 'only the production branch is meant for strangers',
    },
  ],
})

const ENDS_WITH = `{
  origin: (origin) => (origin.endsWith('example.com') ? origin : 'https://app.example.com'),
  allowHeaders: ['Authorization'],
  credentials: true,
}`

describeTable({
  library: { ...hono, name: 'hono/cors with a function' },
  format: 'ts',
  source: code`
    import { Hono, type Context } from 'hono'
    import { cors } from 'hono/cors'

    type Bindings = { ALLOWED_ORIGINS: string }

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const app = new Hono<{ Bindings: Bindings }>().basePath('/')

    app.use('/*', cors(OPTIONS))
    app.get('/', (c: Context) => c.text('ok'))

    export default { port: 8787, fetch: app.fetch }
  `,
  rows: [
    { options: `{ origin: (origin) => origin, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: (o) => o }`, outcome: 'echoed' },
    { options: `{ origin: (origin: string, c: Context) => origin ?? '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: (origin) => origin || '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: async (origin) => origin }`, outcome: 'echoed' },
    { options: `{ origin(origin) { return origin }, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: (_, c) => c.req.header('Origin'), credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: (_origin, c) => c.req.header('origin') ?? null }`, outcome: 'echoed' },
    { options: `{ origin: () => '*' }`, outcome: 'anyone' },
    { options: `{ origin: () => '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: () => true }`, outcome: 'unusable' },
    { options: `{ origin: (origin) => ALLOWED.includes(origin) }`, outcome: 'unusable' },
    {
      options: `{ origin: (origin) => (ALLOWED.includes(origin) ? origin : null), credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: (origin) => (ALLOWED.includes(origin) ? origin : ALLOWED[0]) }`, outcome: 'sound' },
    { options: `{ origin: (origin) => ALLOWED.find((allowed) => allowed === origin) }`, outcome: 'sound' },
    { options: `{ origin: async (origin) => { if (ALLOWED.includes(origin)) return origin } }`, outcome: 'sound' },
    { options: `{ origin: (origin) => (ALLOWED.indexOf(origin) ? origin : null) }`, outcome: 'echoed' },
    { options: ENDS_WITH, outcome: 'lookalike' },
    {
      options: `{ origin: (origin) => (origin.endsWith('.example.com') ? origin : undefined) }`,
      outcome: 'lookalike',
      silent: BELOW,
    },
    {
      options: `{ origin: (origin) => (origin.startsWith('https://app.example.com') ? origin : null) }`,
      outcome: 'lookalike',
    },
    { options: `{ origin: (origin) => (/example\\.com/.test(origin) ? origin : '') }`, outcome: 'lookalike' },
    {
      options: `{ origin: (origin) => (/^https:\\/\\/[a-z]+\\.example\\.com$/.test(origin) ? origin : '') }`,
      outcome: 'lookalike',
      silent: BELOW,
    },
    {
      options: `{ origin: (origin) => (ALLOWED.some((o) => origin.startsWith(o)) ? origin : null) }`,
      outcome: 'lookalike',
    },
    { options: `{ origin: (origin) => (origin === 'null' ? origin : 'https://app.example.com') }`, outcome: 'opaque' },
    {
      options: `{
  origin: (origin) => {
    if (!origin) return ''
    const { hostname } = new URL(origin)
    return hostname === 'example.com' || hostname.endsWith('.example.com') ? origin : ''
  },
}`,
      outcome: 'lookalike',
      silent: BELOW,
    },
    {
      options: `{ origin: (origin, c) => ((c.env?.ALLOWED_ORIGINS ?? ALLOWED.join()).split(',').includes(origin) ? origin : null) }`,
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: { ...hono, name: 'hono/cors by request' },
  source: code`
    import { Hono } from 'hono'
    import { cors } from 'hono/cors'

    const app = new Hono()

    app.use('/*', async (c, next) => {
      const handle = cors(OPTIONS)
      return handle(c, next)
    })
    app.get('/', (c) => c.json({ ok: true }))

    export default app
  `,
  rows: [
    { options: `{ origin: c.req.header('origin'), credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: c.req.header('Origin') ?? '*' }`, outcome: 'echoed' },
    { options: `{ origin: c.req.raw.headers.get('origin') || '' }`, outcome: 'echoed' },
    { options: `{ origin: [c.req.header('origin') ?? ''], credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: c.env?.ALLOWED_ORIGIN ?? 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: (c.env?.ALLOWED_ORIGINS ?? 'https://app.example.com').split(',') }`, outcome: 'sound' },
    { options: `{ origin: c.env?.ALLOWED_ORIGIN ?? '*', credentials: true }`, outcome: 'conflict' },
  ],
})

describeTable({
  library: { ...hono, name: 'hono/cors on one route' },
  format: 'cjs',
  source: code`
    const { Hono } = require('hono')
    const { cors } = require('hono/cors')

    const api = new Hono()
    const corsOptions = OPTIONS

    api.use(cors(corsOptions))
    api.get('/', (c) => c.body('ok'))

    const app = new Hono()
    app.route('/', api)

    module.exports = app
  `,
  rows: [
    { options: `{ allowMethods: ['GET'] }`, outcome: 'anyone' },
    { options: `{ origin: '*', allowMethods: ['GET', 'POST'], maxAge: 600, credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: (origin) => origin, exposeHeaders: ['ETag'] }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com', 'http://localhost:3000'] }`, outcome: 'sound' },
  ],
})

/** Headers of hand: `c.header`, and those that go along with a body. */
const handWritten: Library = { name: 'hono headers', listen: fetchServer, vary: 'by hand' }

describeTable({
  library: handWritten,
  source: code`
    import { Hono } from 'hono'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const app = new Hono()

    app.use('*', async (c, next) => {
      OPTIONS
      await next()
    })
    app.get('/', (c) => c.json({ ok: true }))

    export default app
  `,
  rows: [
    { options: `c.header('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    {
      options: `c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Allow-Credentials', 'true')`,
      outcome: 'conflict',
    },
    {
      options: `c.header('Access-Control-Allow-Origin', c.req.header('Origin') ?? '*')
  c.header('Access-Control-Allow-Credentials', 'true')`,
      outcome: 'echoed',
    },
    {
      options: `const origin = c.req.header('origin')
  if (origin) c.header('Access-Control-Allow-Origin', origin)`,
      outcome: 'echoed',
    },
    {
      options: `const origin = c.req.header('origin')
  c.header('Vary', 'Origin')
  if (ALLOWED.includes(origin)) c.header('Access-Control-Allow-Origin', origin)`,
      outcome: 'sound',
    },
    {
      options: `const origin = c.req.header('origin') ?? ''
  c.header('Vary', 'Origin')
  if (origin.endsWith('example.com')) c.header('Access-Control-Allow-Origin', origin)`,
      outcome: 'lookalike',
    },
    { options: `c.header('Access-Control-Allow-Origin', 'https://app.example.com')`, outcome: 'sound' },
    { options: `c.header('Access-Control-Allow-Origin', 'null')`, outcome: 'opaque' },
    { options: `c.header('Access-Control-Allow-Origin', ALLOWED.join(', '))`, outcome: 'unusable' },
    { options: `c.res.headers.set('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    { options: `c.res.headers.append('Access-Control-Allow-Origin', c.req.header('origin'))`, outcome: 'echoed' },
  ],
})

describeTable({
  library: { ...handWritten, name: 'hono headers of a body' },
  source: code`
    import { Hono } from 'hono'

    const app = new Hono()

    app.get('/', (c) => OPTIONS)

    export default app
  `,
  rows: [
    { options: `c.json({ ok: true }, 200, { 'Access-Control-Allow-Origin': '*' })`, outcome: 'anyone' },
    { options: `c.json({ ok: true }, { headers: { 'Access-Control-Allow-Origin': '*' } })`, outcome: 'anyone' },
    {
      options: `c.text('ok', 200, {
  'Access-Control-Allow-Origin': c.req.header('origin'),
  'Access-Control-Allow-Credentials': 'true',
})`,
      outcome: 'echoed',
    },
    {
      options: `c.html('<p>ok</p>', 200, {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Credentials': 'true',
})`,
      outcome: 'conflict',
    },
    { options: `c.body('ok', 200, { 'Access-Control-Allow-Origin': 'https://app.example.com' })`, outcome: 'sound' },
    { options: `c.body('ok', { status: 200, headers: { 'access-control-allow-origin': 'null' } })`, outcome: 'opaque' },
    { options: `c.newResponse('ok', 200, { 'Access-Control-Allow-Origin': '*' })`, outcome: 'anyone' },
    {
      options: `new Response('ok', { headers: { 'Access-Control-Allow-Origin': c.req.header('origin') } })`,
      outcome: 'echoed',
    },
  ],
})
