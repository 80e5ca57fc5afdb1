import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

const NAMED = { repaired: true, reason: 'cookies come along for every origin that is sent' }

const yoga: Library = { name: 'graphql-yoga', listen: nodeServer, vary: 'by the library' }

const AT_RUN_TIME = 'what the environment holds is known at run time'

describeTable({
  library: yoga,
  source: code`
    import { createServer } from 'node:http'
    import { createSchema, createYoga } from 'graphql-yoga'

    const schema = createSchema({
      typeDefs: 'type Query { hello: String }',
      resolvers: { Query: { hello: () => 'world' } },
    })

    const yoga = createYoga({
      schema,
      graphqlEndpoint: '/',
      OPTIONS
    })

    export default createServer(yoga)
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: 'cors: {},', outcome: 'echoed' },
    { options: 'cors: true,', outcome: 'echoed' },
    { options: 'cors: false,', outcome: 'sound' },
    { options: 'cors: undefined,', outcome: 'echoed' },
    { options: 'cors: { credentials: true },', outcome: 'echoed' },
    { options: 'cors: { credentials: false },', outcome: 'echoed' },
    { options: `cors: { origin: '*' },`, outcome: 'echoed' },
    { options: `cors: { origin: '*', credentials: true },`, outcome: 'echoed' },
    { options: `cors: { origin: '*', credentials: false },`, outcome: 'echoed' },
    { options: `cors: { origin: ['*'] },`, outcome: 'echoed' },
    { options: `cors: { origin: [] },`, outcome: 'echoed' },
    { options: `cors: { origin: '' },`, outcome: 'echoed' },
    { options: `cors: { origin: undefined },`, outcome: 'echoed' },
    { options: `cors: { origin: 'https://app.example.com' },`, outcome: 'sound' },
    { options: `cors: { origin: 'https://app.example.com', credentials: true, methods: ['POST'] },`, outcome: 'sound' },
    { options: `cors: { origin: ['https://app.example.com'], credentials: false },`, outcome: 'sound' },
    {
      options: `cors: { origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true },`,
      outcome: 'opaque',
    },
    { options: `cors: { origin: 'https://*.example.com' },`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://*.example.com'] },`, outcome: 'sound' },
    { options: `cors: { origin: 'https://app.example.com,https://admin.example.com' },`, outcome: 'unusable' },
    { options: `cors: { origin: 'null' },`, outcome: 'opaque', credentials: NAMED },
    { options: `cors: { origin: ['https://app.example.com', 'null'] },`, outcome: 'opaque' },
    { options: `cors: { origin: true, credentials: true },`, outcome: 'broken' },
    { options: `cors: { origin: false },`, outcome: 'broken' },
    { options: `cors: { origin: /app\\.example\\.com/ },`, outcome: 'broken' },
    { options: `cors: { origin: (origin) => origin === 'https://app.example.com' },`, outcome: 'broken' },
    { options: `cors: { origins: ['https://app.example.com'] },`, outcome: 'echoed' },
    {
      options: `cors: { allowedOrigins: ['https://app.example.com'], credentials: true },`,
      outcome: 'echoed',
    },
    {
      options: `cors: { origin: 'https://app.example.com', allowHeaders: ['Authorization'], exposeHeaders: ['ETag'] },`,
      outcome: 'sound',
    },
    {
      options: `cors: { origin: process.env.CORS_ORIGIN, credentials: true },`,
      outcome: 'echoed',
      silent: AT_RUN_TIME,
    },
    {
      options: `cors: { origin: process.env.CORS_ORIGIN || '*', credentials: true },`,
      outcome: 'echoed',
      env: { CORS_ORIGIN: undefined },
    },
    {
      options: `cors: { origin: process.env.CORS_ORIGINS.split(','), credentials: true },`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com' },
    },
  ],
})

describeTable({
  library: { ...yoga, name: 'graphql-yoga by request' },
  format: 'ts',
  source: code`
    import { createServer } from 'node:http'
    import { createSchema, createYoga, type YogaServerInstance } from 'graphql-yoga'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const yoga: YogaServerInstance<object, object> = createYoga({
      graphqlEndpoint: '/',
      schema: createSchema({ typeDefs: 'type Query { hello: String }', resolvers: {} }),
      cors: OPTIONS,
    })

    export default createServer(yoga)
  `,
  rows: [
    {
      options: `(request: Request) => ({ origin: request.headers.get('origin') ?? '*', credentials: true })`,
      outcome: 'echoed',
    },
    { options: `(request) => ({ origin: request.headers.get('origin') })`, outcome: 'echoed' },
    { options: `() => ({ credentials: true })`, outcome: 'echoed' },
    { options: `() => ({ origin: '*', methods: ['POST'] })`, outcome: 'echoed' },
    { options: `() => ({ origin: 'https://app.example.com', credentials: true })`, outcome: 'sound' },
    { options: `() => false`, outcome: 'sound' },
    {
      options: `(request) => {
    const origin = request.headers.get('origin') ?? ''
    return { origin: ALLOWED.includes(origin) ? origin : ALLOWED[0], credentials: true }
  }`,
      outcome: 'sound',
    },
    {
      options: `(request) => {
    const origin = request.headers.get('origin') ?? ''
    if (!ALLOWED.includes(origin)) return false
    return { origin, credentials: true }
  }`,
      outcome: 'sound',
    },
    {
      options: `(request) => {
    const origin = request.headers.get('origin') ?? ''
    return origin.endsWith('example.com') ? { origin } : false
  }`,
      outcome: 'lookalike',
    },
    {
      options: `async (request) => {
    const origin = request.headers.get('origin')
    return origin?.startsWith('https://app.example.com') ? { origin, credentials: true } : { origin: ALLOWED[0] }
  }`,
      outcome: 'lookalike',
    },
  ],
})

const plugin: Library = { name: 'useCORS of @whatwg-node/server', listen: nodeServer, vary: 'by the library' }

describeTable({
  library: plugin,
  source: code`
    import { createServer } from 'node:http'
    import { createServerAdapter, Response, useCORS } from '@whatwg-node/server'

    const adapter = createServerAdapter(() => new Response('ok'), {
      plugins: [useCORS(OPTIONS)],
    })

    export default createServer(adapter)
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: '{}', outcome: 'echoed' },
    { options: 'true', outcome: 'echoed' },
    { options: 'false', outcome: 'sound' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: '{ credentials: false }', outcome: 'echoed' },
    { options: `{ origin: '*' }`, outcome: 'echoed' },
    { options: `{ origin: ['*'], credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    {
      options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: ['https://app.example.com', '*'] }`, outcome: 'echoed' },
    { options: `{ origin: 'https://*.example.com', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'null' }`, outcome: 'opaque', credentials: NAMED },
    { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
    { options: `{ origin: /example\\.com$/ }`, outcome: 'broken' },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'echoed' },
    { options: `(request) => ({ origin: request.headers.get('origin'), credentials: true })`, outcome: 'echoed' },
    { options: `() => ({ origin: 'https://app.example.com' })`, outcome: 'sound' },
  ],
})
