import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer, nodeServer } from './harness/listen.ts'
import { describeTable, type Row } from './harness/table.ts'

const AT_RUN_TIME = 'what the environment holds is known at run time'
const OF_MAJOR = 'major 2 admits nobody instead'
const NAMED = { repaired: true, reason: 'cookies come along whoever asks' }
const BELOW = 'only hosts below the own domain get in'

/** Configurations that both majors treat alike. */
const ALIKE: readonly Row[] = [
  { options: '{}', outcome: 'anyone' },
  { options: '{ credentials: true }', outcome: 'conflict' },
  { options: `{ origin: '*' }`, outcome: 'anyone' },
  { options: `{ origin: '*', preflight: { statusCode: 204 }, methods: '*' }`, outcome: 'anyone' },
  { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
  { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
  { options: `{ origin: ['*'] }`, outcome: 'sound' },
  { options: `{ origin: undefined, credentials: true }`, outcome: 'conflict' },
  { options: `{ origin: false }`, outcome: 'anyone' },
  { options: `{ origin: '' }`, outcome: 'anyone' },
  { options: `{ origin: null, credentials: true }`, outcome: 'conflict' },
  { options: `{ origin: [] }`, outcome: 'sound' },
  { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
  { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
  {
    options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
    outcome: 'sound',
  },
  { options: `{ origin: ['https://app.example.com', '*'], credentials: true }`, outcome: 'sound' },
  { options: `{ origin: ['https://*.example.com'] }`, outcome: 'sound' },
  { options: `{ origin: 'null' }`, outcome: 'opaque' },
  { options: `{ origin: 'null', credentials: true }`, outcome: 'opaque', credentials: NAMED },
  { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
  { options: `{ origin: [/app\\.example\\.com/] }`, outcome: 'lookalike' },
  { options: `{ origin: [/^https:\\/\\/app.example.com$/], credentials: true }`, outcome: 'lookalike' },
  { options: `{ origin: [/^https:\\/\\/app\\.example\\.com$/] }`, outcome: 'sound' },
  { options: `{ origin: [/^https?:\\/\\/(.+\\.)?example\\.com$/] }`, outcome: 'lookalike', silent: BELOW },
  { options: `{ origin: () => true, credentials: true }`, outcome: 'echoed' },
  { options: `{ origin: (origin) => !!origin }`, outcome: 'echoed' },
  { options: `{ origin: (origin) => origin }`, outcome: 'echoed' },
  { options: `{ origin: async (origin) => ALLOWED.includes(origin) }`, outcome: 'echoed' },
  { options: `{ origin: () => false }`, outcome: 'sound' },
  { options: `{ origin: (origin) => ALLOWED.includes(origin), credentials: true }`, outcome: 'sound' },
  { options: `{ origin: (origin) => ALLOWED.indexOf(origin) }`, outcome: 'echoed' },
  { options: `{ origin: (origin) => origin.endsWith('example.com') }`, outcome: 'lookalike' },
  {
    options: `{ origin: (origin) => origin.startsWith('https://app.example.com'), credentials: true }`,
    outcome: 'lookalike',
  },
  { options: `{ origin: (origin) => /example\\.com/.test(origin) }`, outcome: 'lookalike' },
  { options: `{ origins: ['https://app.example.com'] }`, outcome: 'anyone' },
  {
    options: `{ allowedOrigins: ['https://app.example.com'], credentials: true }`,
    outcome: 'conflict',
  },
  { options: `{ origin: ['https://app.example.com'], allowedHeaders: ['Authorization'] }`, outcome: 'sound' },
  { options: `{ origin: process.env.CORS_ORIGIN, credentials: true }`, outcome: 'conflict', silent: AT_RUN_TIME },
  { options: `{ origin: process.env.CORS_ORIGIN || '*', credentials: true }`, outcome: 'conflict' },
  {
    options: `{ origin: process.env.CORS_ORIGINS.split(','), credentials: true }`,
    outcome: 'sound',
    env: { CORS_ORIGINS: 'https://app.example.com,https://admin.example.com' },
  },
]

const h3: Library = { name: 'h3 1 handleCors', listen: nodeServer, vary: 'by the library' }

describeTable({
  library: h3,
  source: code`
    import { createApp, createRouter, defineEventHandler, handleCors, toNodeListener } from 'h3'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = createApp()
    app.use(
      defineEventHandler((event) => {
        if (handleCors(event, OPTIONS)) return
      }),
    )
    app.use(createRouter().get('/', defineEventHandler(() => ({ ok: true }))))

    export default toNodeListener(app)
  `,
  rows: [
    ...ALIKE,
    { options: `{ origin: true }`, outcome: 'broken', silent: OF_MAJOR },
    { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'broken', silent: OF_MAJOR },
    { options: `{ origin: new Set(['https://app.example.com']) }`, outcome: 'broken', silent: OF_MAJOR },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'unusable' },
  ],
})

describeTable({
  library: { ...h3, name: 'h3 1 appendCorsHeaders' },
  format: 'ts',
  source: code`
    import {
      appendCorsHeaders,
      appendCorsPreflightHeaders,
      createApp,
      eventHandler,
      isPreflightRequest,
      sendNoContent,
      toNodeListener,
      type H3CorsOptions,
    } from 'h3'

    const corsOptions: H3CorsOptions = OPTIONS

    const app = createApp().use(
      eventHandler((event) => {
        if (isPreflightRequest(event)) {
          appendCorsPreflightHeaders(event, corsOptions)
          return sendNoContent(event)
        }
        appendCorsHeaders(event, corsOptions)
        return 'ok'
      }),
    )

    export default toNodeListener(app)
  `,
  rows: [
    { options: '{}', outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: () => true, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: [/example\\.com$/] }`, outcome: 'lookalike' },
    { options: `{ origin: (origin) => origin === 'https://app.example.com' }`, outcome: 'sound' },
  ],
})

const h3Two: Library = {
  name: 'h3 2 handleCors',
  listen: fetchServer,
  vary: 'by the library',
  installedAs: { h3: 'h3-2' },
}

describeTable({
  library: h3Two,
  source: code`
    import { H3, handleCors } from 'h3'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const app = new H3()

    app.use((event) => {
      const answer = handleCors(event, OPTIONS)
      if (answer !== false) return answer
    })
    app.get('/', () => ({ ok: true }))

    export default app
  `,
  rows: [
    ...ALIKE,
    { options: '', outcome: 'anyone' },
    { options: `{ origin: true }`, outcome: 'sound' },
    { options: `{ origin: /app\\.example\\.com/ }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'sound' },
  ],
})

const handWritten: Library = { name: 'h3 1 headers', listen: nodeServer, vary: 'by hand' }

describeTable({
  library: handWritten,
  source: code`
    import {
      appendHeader,
      appendResponseHeader,
      createApp,
      defineEventHandler,
      getHeader,
      getRequestHeader,
      getRequestHeaders,
      setHeader,
      setHeaders,
      setResponseHeader,
      setResponseHeaders,
      toNodeListener,
    } from 'h3'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const app = createApp()

    app.use(
      defineEventHandler((event) => {
        OPTIONS
        return 'ok'
      }),
    )

    export default toNodeListener(app)
  `,
  rows: [
    { options: `setResponseHeader(event, 'Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    {
      options: `setResponseHeaders(event, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Credentials': 'true',
    })`,
      outcome: 'conflict',
    },
    {
      options: `setHeader(event, 'access-control-allow-origin', getHeader(event, 'origin') ?? '*')`,
      outcome: 'echoed',
    },
    {
      options: `const origin = getRequestHeader(event, 'origin')
    if (origin) {
      setHeaders(event, { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
    }`,
      outcome: 'echoed',
    },
    {
      options: `const { origin } = getRequestHeaders(event)
    if (origin) setResponseHeader(event, 'Access-Control-Allow-Origin', origin)`,
      outcome: 'echoed',
    },
    {
      options: `const origin = getRequestHeader(event, 'origin')
    setResponseHeader(event, 'Vary', 'Origin')
    if (origin && ALLOWED.includes(origin)) setResponseHeader(event, 'Access-Control-Allow-Origin', origin)`,
      outcome: 'sound',
    },
    {
      options: `const origin = getRequestHeader(event, 'origin') ?? ''
    if (origin.endsWith('example.com')) {
      appendResponseHeader(event, 'Vary', 'Origin')
      appendHeader(event, 'Access-Control-Allow-Origin', origin)
    }`,
      outcome: 'lookalike',
    },
    { options: `setResponseHeader(event, 'Access-Control-Allow-Origin', 'null')`, outcome: 'opaque' },
    { options: `setResponseHeader(event, 'Access-Control-Allow-Origin', 'https://app.example.com')`, outcome: 'sound' },
    { options: `event.node.res.setHeader('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    {
      options: `event.node.res.setHeader('Access-Control-Allow-Origin', event.node.req.headers.origin ?? '*')`,
      outcome: 'echoed',
    },
  ],
})

describeTable({
  library: { ...h3Two, name: 'h3 2 headers', vary: 'by hand' },
  source: code`
    import { defineHandler, H3 } from 'h3'

    const app = new H3().get('/', defineHandler((event) => {
      OPTIONS
      return 'ok'
    }))

    export default app
  `,
  rows: [
    { options: `event.res.headers.set('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    {
      options: `event.res.headers.set('Access-Control-Allow-Origin', event.req.headers.get('origin') ?? '*')
  event.res.headers.set('Access-Control-Allow-Credentials', 'true')`,
      outcome: 'echoed',
    },
    { options: `event.res.headers.append('Access-Control-Allow-Origin', 'https://app.example.com')`, outcome: 'sound' },
    { options: `event.res.headers.set('Access-Control-Allow-Origin', 'null')`, outcome: 'opaque' },
  ],
})
