import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { atPath } from './harness/api-frameworks.ts'
import { fetchServer, nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

const orpc: Library = {
  name: '@orpc/server CORSPlugin',
  listen: (exports) => atPath('/rpc/ping', fetchServer(exports)),
  vary: 'by the library',
}

const AT_RUN_TIME = 'what the environment holds is known at run time'
const BELOW = 'only hosts below the own domain get in'

describeTable({
  library: orpc,
  source: code`
    import { os } from '@orpc/server'
    import { RPCHandler } from '@orpc/server/fetch'
    import { CORSPlugin } from '@orpc/server/plugins'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const router = { ping: os.route({ method: 'GET' }).handler(() => 'pong') }

    const handler = new RPCHandler(router, {
      strictGetMethodPluginEnabled: false,
      plugins: [new CORSPlugin(OPTIONS)],
    })

    export default async function fetch(request) {
      const { matched, response } = await handler.handle(request, { prefix: '/rpc', context: {} })
      return matched ? response : new Response('Not found', { status: 404 })
    }
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: '{}', outcome: 'echoed' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: `{ allowMethods: ['GET', 'POST'], allowHeaders: ['Authorization'] }`, outcome: 'echoed' },
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ origin: ['*'] }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: ['https://app.example.com', '*'], credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: true }`, outcome: 'sound' },
    { options: `{ origin: undefined }`, outcome: 'sound' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origin: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'sound' },
    { options: `{ origin: 'null' }`, outcome: 'opaque' },
    { options: `{ origin: ['https://app.example.com', 'null'] }`, outcome: 'opaque' },
    { options: `{ origin: /example\\.com$/ }`, outcome: 'sound' },
    { options: `{ origin: (origin, options) => origin }`, outcome: 'echoed' },
    { options: `{ origin: (origin) => origin, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: async (origin) => origin ?? '*' }`, outcome: 'echoed' },
    { options: `{ origin: () => '*' }`, outcome: 'anyone' },
    { options: `{ origin: () => true }`, outcome: 'sound' },
    { options: `{ origin: () => ALLOWED, credentials: true }`, outcome: 'sound' },
    {
      options: `{ origin: (origin) => (ALLOWED.includes(origin) ? origin : null), credentials: true }`,
      outcome: 'sound',
    },
    { options: `{ origin: (origin) => (origin.endsWith('example.com') ? origin : '') }`, outcome: 'lookalike' },
    {
      options: `{ origin: (origin) => (origin.endsWith('.example.com') ? origin : '') }`,
      outcome: 'lookalike',
      silent: BELOW,
    },
    {
      options: `{ origin: (origin) => (/^https:\\/\\/app\\.example\\.com/.test(origin) ? origin : '') }`,
      outcome: 'lookalike',
    },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'echoed' },
    {
      options: `{ allowedOrigins: ['https://app.example.com'], credentials: true }`,
      outcome: 'echoed',
    },
    { options: `{ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }`, outcome: 'sound' },
    { options: `{ origin: process.env.CORS_ORIGIN, credentials: true }`, outcome: 'sound' },
    { options: `{ origin: process.env.CORS_ORIGIN ?? '*' }`, outcome: 'anyone' },
    {
      options: `{ origin: process.env.CORS_ORIGINS.split(',') }`,
      outcome: 'anyone',
      env: { CORS_ORIGINS: '*' },
      silent: AT_RUN_TIME,
    },
  ],
})

describeTable({
  library: {
    ...orpc,
    name: '@orpc/server CORSPlugin with node',
    listen: (exports) => atPath('/ping', nodeServer(exports)),
  },
  format: 'ts',
  source: code`
    import { createServer } from 'node:http'
    import { os, onError } from '@orpc/server'
    import { RPCHandler } from '@orpc/server/node'
    import { CORSPlugin, type CORSOptions } from '@orpc/server/plugins'

    const options: CORSOptions<Record<never, never>> = OPTIONS
    const plugins = [new CORSPlugin(options)]
    const handler = new RPCHandler({ ping: os.handler(() => 'pong') }, { plugins, interceptors: [onError(() => {})] })

    export default createServer(async (req, res) => {
      const { matched } = await handler.handle(req, res)
      if (matched) return
      res.statusCode = 404
      res.end('Not found')
    })
  `,
  rows: [
    { options: '{}', outcome: 'echoed' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `{ origin: (origin) => origin, credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
  ],
})
