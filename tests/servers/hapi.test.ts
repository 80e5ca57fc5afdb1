import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { hapiServer, stopHapi } from './harness/api-frameworks.ts'
import { describeTable } from './harness/table.ts'

const hapi: Library = { name: '@hapi/hapi', listen: hapiServer, stop: stopHapi, vary: 'by the library' }

const AT_RUN_TIME = 'what the environment holds is known at run time'
const BELOW = 'only hosts below the own domain get in'

describeTable({
  library: { ...hapi, name: '@hapi/hapi server' },
  source: code`
    import Hapi from '@hapi/hapi'

    const server = Hapi.server({
      port: 3000,
      host: 'localhost',
      routes: {
        OPTIONS
      },
    })

    server.route({ method: 'GET', path: '/', handler: () => 'ok' })

    export default server
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: 'cors: true,', outcome: 'echoed' },
    { options: 'cors: {},', outcome: 'echoed' },
    { options: 'cors: false,', outcome: 'sound' },
    { options: 'cors: undefined,', outcome: 'sound' },
    { options: 'cors: { credentials: true },', outcome: 'echoed' },
    { options: `cors: { origin: ['*'] },`, outcome: 'echoed' },
    { options: `cors: { origin: ['*'], credentials: true },`, outcome: 'echoed' },
    { options: `cors: { origin: undefined },`, outcome: 'echoed' },
    { options: `cors: { origin: 'ignore' },`, outcome: 'anyone' },
    { options: `cors: { origin: 'ignore', credentials: true },`, outcome: 'stops' },
    { options: `cors: { origin: '*' },`, outcome: 'stops' },
    { options: `cors: { origin: 'https://app.example.com' },`, outcome: 'stops' },
    { options: `cors: { origin: true },`, outcome: 'stops' },
    { options: `cors: { origin: [] },`, outcome: 'stops' },
    { options: `cors: { origin: ['https://app.example.com', '*'] },`, outcome: 'stops' },
    { options: `cors: { origin: [/example\\.com$/] },`, outcome: 'stops' },
    { options: `cors: { origin: ['https://app.example.com'] },`, outcome: 'sound' },
    {
      options: `cors: { origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true },`,
      outcome: 'sound',
    },
    { options: `cors: { origin: ['https://*.example.com'] },`, outcome: 'lookalike', silent: BELOW },
    { options: `cors: { origin: ['*example.com'] },`, outcome: 'lookalike' },
    { options: `cors: { origin: ['https://*example.com'], credentials: true },`, outcome: 'lookalike' },
    { options: `cors: { origin: ['https://app.example.*'] },`, outcome: 'lookalike' },
    { options: `cors: { origin: ['https://app.example.com*'] },`, outcome: 'lookalike' },
    { options: `cors: { origin: ['http*://*'] },`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://app.example.com:*'] },`, outcome: 'sound' },
    { options: `cors: { origin: ['null'] },`, outcome: 'opaque' },
    { options: `cors: { origin: ['https://app.example.com', 'null'], credentials: true },`, outcome: 'opaque' },
    { options: `cors: { origins: ['https://app.example.com'] },`, outcome: 'stops' },
    { options: `cors: { origin: ['*'], allowedHeaders: ['Authorization'] },`, outcome: 'stops' },
    {
      options: `cors: {
      origin: ['*'],
      headers: ['Accept', 'Content-Type', 'X-Test'],
      exposedHeaders: ['Accept'],
      additionalExposedHeaders: ['Accept'],
      maxAge: 60,
      credentials: true,
    },`,
      outcome: 'echoed',
    },
    { options: `cors: { origin: [process.env.CORS_ORIGIN ?? '*'] },`, outcome: 'echoed' },
    {
      options: `cors: { origin: process.env.CORS_ORIGINS.split(',') },`,
      outcome: 'echoed',
      env: { CORS_ORIGINS: '*' },
      silent: AT_RUN_TIME,
    },
    {
      options: `cors: { origin: process.env.CORS_ORIGINS.split(','), credentials: true },`,
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: `cors: process.env.NODE_ENV === 'development' ? true : { origin: ['https://app.example.com'] },`,
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: { ...hapi, name: '@hapi/hapi route' },
  format: 'cjs',
  source: code`
    'use strict'

    const Hapi = require('@hapi/hapi')

    const server = new Hapi.Server({ port: 8000 })

    server.route([
      {
        method: 'GET',
        path: '/',
        options: {
          OPTIONS
          handler: (request, h) => h.response({ ok: true }).code(200),
        },
      },
    ])

    module.exports = server
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: 'cors: true,', outcome: 'echoed' },
    { options: 'cors: { credentials: true },', outcome: 'echoed' },
    { options: `cors: { origin: ['*'], additionalHeaders: ['x-test'] },`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://app.example.com'], credentials: true },`, outcome: 'sound' },
    { options: `cors: { origin: 'ignore' },`, outcome: 'anyone' },
    { options: `cors: { origin: ['*.example.com'] },`, outcome: 'lookalike', silent: BELOW },
    { options: `cors: { origin: ['https://app.example.c*'] },`, outcome: 'lookalike' },
  ],
})

const OF_ERRORS = 'only a response that is an error has this place for `Vary`'

const handWritten: Library = { ...hapi, name: '@hapi/hapi headers', vary: 'by hand' }

describeTable({
  library: handWritten,
  source: code`
    import { server as createServer } from '@hapi/hapi'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']
    const server = createServer({ port: 3000 })

    server.route({
      method: 'GET',
      path: '/',
      handler: (request, h) => {
        const response = h.response('ok')
        OPTIONS
        return response
      },
    })

    export default server
  `,
  rows: [
    { options: `response.header('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    {
      options: `response
      .header('Access-Control-Allow-Origin', request.headers.origin)
      .header('Access-Control-Allow-Credentials', 'true')`,
      outcome: 'echoed',
    },
    {
      options: `response.header('Vary', 'Origin')
    if (ALLOWED.includes(request.headers.origin)) {
      response.header('Access-Control-Allow-Origin', request.headers.origin)
    }`,
      outcome: 'sound',
    },
    { options: `response.header('access-control-allow-origin', 'https://app.example.com')`, outcome: 'sound' },
    {
      options: `response.headers['access-control-allow-origin'] = '*'
    response.headers['access-control-allow-credentials'] = 'true'`,
      outcome: 'conflict',
    },
  ],
})

describeTable({
  library: { ...handWritten, name: '@hapi/hapi extension' },
  source: code`
    import Hapi from '@hapi/hapi'

    const server = Hapi.server({ port: 3000 })

    server.ext('onPreResponse', (request, h) => {
      const { response } = request
      if (response.isBoom) OPTIONS
      return h.continue
    })

    export default server
  `,
  rows: [
    {
      options: `response.output.headers['Access-Control-Allow-Origin'] = '*'`,
      outcome: 'anyone',
      unrepaired: OF_ERRORS,
    },
    {
      options: `response.output.headers['Access-Control-Allow-Origin'] = request.headers.origin`,
      outcome: 'echoed',
      unrepaired: OF_ERRORS,
    },
  ],
})
