import { code } from './harness/code.ts'
import { routingControllers } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: routingControllers,
  format: 'ts',
  source: code`
    import 'reflect-metadata'
    import { createExpressServer } from 'routing-controllers'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    class OrdersController {}

    export default createExpressServer({
      controllers: [OrdersController],
      classTransformer: false,
      validation: false,
      OPTIONS
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: true,`, outcome: 'anyone' },
    { options: `cors: {},`, outcome: 'anyone' },
    { options: `cors: false,`, outcome: 'sound' },
    { options: `cors: undefined,`, outcome: 'sound' },
    { options: `cors: { credentials: true },`, outcome: 'conflict' },
    { options: `cors: { origin: '*' },`, outcome: 'anyone' },
    { options: `cors: { origin: '*', credentials: true },`, outcome: 'conflict' },
    { options: `cors: { origin: true, credentials: true },`, outcome: 'echoed' },
    { options: `cors: { origin: ['*'] },`, outcome: 'sound' },
    { options: `cors: { origin: ALLOWED, credentials: true },`, outcome: 'sound' },
    { options: `cors: { origin: 'https://app.example.com' },`, outcome: 'sound' },
    { options: `cors: { origin: 'null' },`, outcome: 'opaque' },
    { options: String.raw`cors: { origin: /app\.example\.com/ },`, outcome: 'lookalike' },
    { options: `cors: { origin: false },`, outcome: 'sound' },
    { options: `cors: { origins: ALLOWED },`, outcome: 'anyone' },
    { options: `cors: { origin: (origin, callback) => callback(null, true) },`, outcome: 'echoed' },
    { options: `cors: { origin: (origin, callback) => callback(null, ALLOWED.includes(origin)) },`, outcome: 'sound' },
    {
      options: `cors: process.env.CORS === 'on',`,
      outcome: 'anyone',
      env: { CORS: 'on' },
    },
  ],
})

describeTable({
  library: routingControllers,
  format: 'cjs',
  source: code`
    require('reflect-metadata')
    const express = require('express')
    const { useExpressServer } = require('routing-controllers')

    const app = express()
    useExpressServer(app, { classTransformer: false, validation: false, controllers: [], OPTIONS })

    module.exports = app
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: true`, outcome: 'anyone' },
    { options: `cors: { origin: true, credentials: true }`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://app.example.com'], credentials: true }`, outcome: 'sound' },
  ],
})
