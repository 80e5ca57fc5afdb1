import { vi } from 'vitest'

import { code } from './harness/code.ts'
import { loopback } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads LoopBack.
vi.setConfig({ testTimeout: 30_000 })

describeTable({
  library: loopback,
  source: code`
    import { RestApplication } from '@loopback/rest'

    export const app = new RestApplication({
      rest: { port: 0, listenOnStart: false, OPTIONS },
    })

    app.route('get', '/', { responses: {} }, () => 'ok')
  `,
  rows: [
    {
      options: ``,
      outcome: 'conflict',
      credentials: { repaired: false, reason: 'what it has without the key gives way as a whole' },
    },
    {
      options: `openApiSpec: { disabled: true }`,
      outcome: 'conflict',
      credentials: { repaired: false, reason: 'what it has without the key gives way as a whole' },
    },
    { options: `cors: {}`, outcome: 'anyone' },
    { options: `cors: { credentials: true }`, outcome: 'conflict' },
    { options: `cors: { origin: true }`, outcome: 'echoed' },
    { options: `cors: { origin: true, credentials: true }`, outcome: 'echoed' },
    { options: `cors: { origin: '*' }`, outcome: 'anyone' },
    { options: `cors: { origin: ['*'] }`, outcome: 'sound' },
    { options: `cors: { origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `cors: { origin: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `cors: { origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    { options: `cors: { origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    {
      options: `cors: { origin: 'null', credentials: true }`,
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were there, and the origin was not' },
    },
    { options: `cors: { origin: false }`, outcome: 'sound' },
    { options: `cors: undefined`, outcome: 'anyone' },
    {
      options: `cors: { origins: ['https://app.example.com'] }`,
      outcome: 'anyone',
    },
  ],
})

describeTable({
  library: loopback,
  format: 'ts',
  source: code`
    import { ApplicationConfig } from '@loopback/core'
    import { RestApplication } from '@loopback/rest'

    const ALLOWED = new Set<string>(['https://app.example.com', 'https://admin.example.com'])

    const config: ApplicationConfig = {
      rest: {
        port: +(process.env.PORT ?? 0),
        listenOnStart: false,
        gracePeriodForClose: 1000,
        cors: {
          methods: 'GET,PUT,POST',
          maxAge: 600,
          OPTIONS
        },
      },
    }

    class OrdersApplication extends RestApplication {
      constructor(options: ApplicationConfig = {}) {
        super(options)
        this.route('get', '/', { responses: {} }, () => 'ok')
      }
    }

    export const app = new OrdersApplication(config)
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `credentials: true,`, outcome: 'conflict' },
    { options: `origin: true, credentials: true,`, outcome: 'echoed' },
    { options: `origin: '*', credentials: true,`, outcome: 'conflict' },
    { options: `origin: 'https://app.example.com', credentials: true,`, outcome: 'sound' },
    { options: String.raw`origin: /\.example\.com/, credentials: true,`, outcome: 'lookalike' },
    {
      options: `origin: (origin, callback) => callback(null, !origin || ALLOWED.has(origin)), credentials: true,`,
      outcome: 'sound',
    },
    { options: `origin: (origin, callback) => callback(null, true), credentials: true,`, outcome: 'echoed' },
    { options: `origin: (origin, callback) => callback(null, origin.endsWith('example.com')),`, outcome: 'lookalike' },
  ],
})
