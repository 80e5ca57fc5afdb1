import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** What the application's `fetch` answers. */
const elysia: Library = { name: '@elysiajs/cors', listen: fetchServer, vary: 'by the library' }

const AT_RUN_TIME = 'what the environment holds is known at run time'
const NAMED = { repaired: true, reason: 'cookies come along for every origin that is named' }

describeTable({
  library: elysia,
  source: code`
    import { cors } from '@elysiajs/cors'
    import { node } from '@elysiajs/node'
    import { Elysia } from 'elysia'

    const app = new Elysia({ adapter: node() })
      .use(cors(OPTIONS))
      .get('/', () => 'ok')

    export default app
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: '{}', outcome: 'echoed' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: '{ credentials: false }', outcome: 'echoed' },
    { options: '{ origin: true }', outcome: 'echoed' },
    { options: '{ origin: true, credentials: false }', outcome: 'echoed' },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'echoed' },
    { options: `{ origin: '*' }`, outcome: 'conflict' },
    { options: `{ origin: ['*'] }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
    { options: `{ origin: ['https://app.example.com', '*'] }`, outcome: 'conflict' },
    { options: `{ origin: [] }`, outcome: 'sound' },
    { options: `{ origin: '' }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com' }`, outcome: 'sound' },
    { options: `{ origin: 'app.example.com' }`, outcome: 'sound' },
    {
      options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: 'https://*.example.com' }`, outcome: 'sound' },
    { options: `{ origin: 'null' }`, outcome: 'opaque', credentials: NAMED },
    { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
    { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'lookalike' },
    { options: `{ origin: /.*\\.example\\.com$/ }`, outcome: 'lookalike' },
    { options: `{ origin: /^https:\\/\\/app.example.com$/ }`, outcome: 'lookalike' },
    { options: `{ origin: /^https:\\/\\/app\\.example\\.com$/ }`, outcome: 'sound' },
    {
      options: `{ origin: [/^https:\\/\\/(app|admin)\\.example\\.com$/, 'https://shop.example.com'] }`,
      outcome: 'sound',
    },
    { options: `{ origin: [/example\\.com/] }`, outcome: 'lookalike' },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'echoed' },
    { options: `{ allowedOrigins: ['https://app.example.com'] }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', allowHeaders: ['Authorization'] }`, outcome: 'sound' },
    { options: `{ origin: process.env.CORS_ORIGIN }`, outcome: 'echoed', silent: AT_RUN_TIME },
    { options: `{ origin: process.env.CORS_ORIGIN ?? true }`, outcome: 'echoed' },
    {
      options: `{ origin: process.env.CORS_ORIGINS.split(',') }`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com' },
    },
  ],
})

describeTable({
  library: { ...elysia, name: '@elysiajs/cors with a function' },
  format: 'ts',
  source: code`
    import cors from '@elysiajs/cors'
    import { Elysia } from 'elysia'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = new Elysia()
    app.use(cors({
      origin: OPTIONS,
      methods: ['GET', 'POST'],
    }))
    app.get('/', () => ({ ok: true }))

    export default app
  `,
  rows: [
    { options: `() => true`, outcome: 'echoed' },
    { options: `(_request: Request) => true`, outcome: 'echoed' },
    { options: `(request: Request) => Boolean(request.headers.get('origin'))`, outcome: 'echoed' },
    { options: `(request) => request.headers.get('origin') !== null`, outcome: 'echoed' },
    { options: `() => false`, outcome: 'sound' },
    { options: `async () => true`, outcome: 'sound' },
    { options: `(request) => request.headers.get('origin')`, outcome: 'sound' },
    { options: `(request) => ALLOWED.includes(request.headers.get('origin') ?? '')`, outcome: 'sound' },
    { options: `({ headers }) => headers.get('origin') === 'https://app.example.com'`, outcome: 'sound' },
    {
      options: `(request) => {
    const origin = request.headers.get('origin')
    if (!origin) return false
    return ALLOWED.some((allowed) => allowed === origin)
  }`,
      outcome: 'sound',
    },
    { options: `(request) => ALLOWED.indexOf(request.headers.get('origin')!) !== 0 || true`, outcome: 'echoed' },
    { options: `(request) => request.headers.get('origin')?.endsWith('example.com') ?? false`, outcome: 'lookalike' },
    { options: `(request) => !!request.headers.get('origin')?.includes('app.example.com')`, outcome: 'lookalike' },
    {
      options: `(request) => {
    const origin = request.headers.get('origin') ?? ''
    return /^https:\\/\\/app\\.example\\.com/.test(origin)
  }`,
      outcome: 'lookalike',
    },
    {
      options: `[(request) => ALLOWED.includes(request.headers.get('origin') ?? ''), 'http://localhost:5173']`,
      outcome: 'sound',
    },
    { options: `['https://app.example.com', () => true]`, outcome: 'echoed' },
    { options: `(request) => [...ALLOWED, 'null'].includes(request.headers.get('origin') ?? '')`, outcome: 'opaque' },
  ],
})

describeTable({
  library: { ...elysia, name: 'Elysia headers', vary: 'by hand' },
  format: 'ts',
  source: code`
    import { Elysia } from 'elysia'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = new Elysia()
      .onRequest(({ set, request }) => {
        OPTIONS
      })
      .get('/', () => 'ok')

    export default app
  `,
  rows: [
    { options: `set.headers['Access-Control-Allow-Origin'] = '*'`, outcome: 'anyone' },
    {
      options: `set.headers['access-control-allow-origin'] = request.headers.get('origin') ?? ''
    set.headers['access-control-allow-credentials'] = 'true'`,
      outcome: 'echoed',
    },
    {
      options: `const origin = request.headers.get('origin')
    set.headers['vary'] = 'Origin'
    if (origin && ALLOWED.includes(origin)) set.headers['access-control-allow-origin'] = origin`,
      outcome: 'sound',
    },
    {
      options: `set.headers = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }`,
      outcome: 'conflict',
    },
    { options: `set.headers['access-control-allow-origin'] = 'https://app.example.com'`, outcome: 'sound' },
  ],
})
