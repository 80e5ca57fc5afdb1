import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer, nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

const trpc: Library = {
  name: '@trpc/server standalone',
  listen: nodeServer,
  vary: 'by the library',
  replacesVary: true,
}

describeTable({
  library: trpc,
  format: 'ts',
  source: code`
    import { initTRPC } from '@trpc/server'
    import { createHTTPServer } from '@trpc/server/adapters/standalone'
    import cors from 'cors'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const t = initTRPC.create()
    const router = t.router({ greet: t.procedure.query(() => 'hello') })

    const server = createHTTPServer({
      OPTIONS
      router,
      createContext: () => ({}),
    })

    export default server
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: 'middleware: cors(),', outcome: 'anyone' },
    { options: 'middleware: cors({}),', outcome: 'anyone' },
    { options: 'middleware: cors({ credentials: true }),', outcome: 'conflict' },
    { options: 'middleware: cors({ origin: true }),', outcome: 'echoed' },
    { options: 'middleware: cors({ origin: true, credentials: true }),', outcome: 'echoed' },
    { options: `middleware: cors({ origin: '*' }),`, outcome: 'anyone' },
    { options: `middleware: cors({ origin: '*', credentials: true }),`, outcome: 'conflict' },
    { options: `middleware: cors({ origin: 'https://app.example.com', credentials: true }),`, outcome: 'sound' },
    { options: 'middleware: cors({ origin: ALLOWED, credentials: true }),', outcome: 'sound' },
    { options: `middleware: cors({ origin: ['https://app.example.com', 'null'] }),`, outcome: 'opaque' },
    { options: `middleware: cors({ origin: /example\\.com$/ }),`, outcome: 'lookalike' },
    { options: `middleware: cors({ origin: (origin, callback) => callback(null, true) }),`, outcome: 'echoed' },
    {
      options: `middleware: cors({ origin: (origin, callback) => callback(null, ALLOWED.includes(origin ?? '')) }),`,
      outcome: 'sound',
    },
    { options: `middleware: cors({ origins: ALLOWED } as object),`, outcome: 'anyone' },
  ],
})

const responseMeta: Library = { name: '@trpc/server responseMeta', listen: fetchServer, vary: 'by hand' }

describeTable({
  library: responseMeta,
  source: code`
    import { initTRPC } from '@trpc/server'
    import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

    const t = initTRPC.create()
    const router = t.router({ greet: t.procedure.query(() => 'hello') })

    export default (req) =>
      fetchRequestHandler({
        endpoint: '/trpc',
        req,
        router,
        createContext: () => ({}),
        responseMeta() {
          OPTIONS
        },
      })
  `,
  rows: [
    { options: `return { headers: { 'Access-Control-Allow-Origin': '*' } }`, outcome: 'anyone' },
    {
      options: `return {
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
      }`,
      outcome: 'conflict',
    },
    {
      options: `return { headers: { 'Access-Control-Allow-Origin': req.headers.get('origin') ?? '*' } }`,
      outcome: 'echoed',
    },
    { options: `return { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } }`, outcome: 'sound' },
    {
      options: `return { headers: new Headers([['Access-Control-Allow-Origin', '*']]) }`,
      outcome: 'anyone',
    },
    { options: `return {}`, outcome: 'sound' },
  ],
})
