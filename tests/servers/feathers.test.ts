import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { koaServer } from './harness/node-frameworks.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** Feathers 5 hands on `cors` with its Express framework, `@koa/cors` 5 with its Koa framework. */
const onExpress: Library = { name: '@feathersjs/express', listen: nodeServer, vary: 'by the library' }
const onKoa: Library = { name: '@feathersjs/koa', listen: koaServer, vary: 'by the library' }

describeTable({
  library: onExpress,
  format: 'ts',
  source: code`
    import { feathers } from '@feathersjs/feathers'
    import express, { cors, json, rest } from '@feathersjs/express'

    const app = express(feathers())

    app.use(cors(OPTIONS))
    app.use(json())
    app.configure(rest())
    app.get('/', (req, res) => {
      res.json({ ok: true })
    })

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: '{ origin: true }', outcome: 'echoed' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['*'] }", outcome: 'sound' },
    { options: "{ origin: ['https://app.example.com'], credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'https://app.example.com' }", outcome: 'sound' },
    { options: "{ origin: app.get('origins') }", outcome: 'sound' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: '{ origin: /example\\.com/ }', outcome: 'lookalike' },
    { options: '{ origin: (origin, callback) => callback(null, origin) }', outcome: 'echoed' },
    {
      options: "{ origin: (origin, callback) => callback(null, origin === 'https://app.example.com') }",
      outcome: 'sound',
    },
    { options: '{ origin: false }', outcome: 'sound' },
    {
      options: "{ origins: ['https://app.example.com'] }",
      outcome: 'anyone',
    },
  ],
})

describeTable({
  library: onExpress,
  format: 'cjs',
  source: code`
    const feathers = require('@feathersjs/feathers')
    const express = require('@feathersjs/express')

    const app = express.default(feathers.feathers())
    app.use(express.cors(OPTIONS))
    app.configure(express.rest())
    app.get('/', (req, res) => res.send('ok'))

    module.exports = app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: 'https://app.example.com' }", outcome: 'sound' },
  ],
})

describeTable({
  library: onKoa,
  format: 'ts',
  source: code`
    import { feathers } from '@feathersjs/feathers'
    import { bodyParser, cors, errorHandler, koa, rest } from '@feathersjs/koa'

    const app = koa(feathers())

    app.use(cors(OPTIONS))
    app.use(errorHandler())
    app.use(bodyParser())
    app.configure(rest())
    app.use(async (ctx) => {
      ctx.body = { ok: true }
    })

    export default app
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    { options: "{ origin: '*', credentials: true }", outcome: 'echoed' },
    { options: '{ origin: true }', outcome: 'unusable' },
    { options: "{ origin: ['https://app.example.com', 'https://admin.example.com'] }", outcome: 'unusable' },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: app.get('origins')?.[0] }", outcome: 'anyone' },
    { options: "{ origin: (ctx) => ctx.get('Origin'), credentials: true }", outcome: 'echoed' },
    {
      options: "{ origin: (ctx) => (ctx.get('Origin') === 'https://app.example.com' ? ctx.get('Origin') : '') }",
      outcome: 'sound',
    },
    {
      options: "{ origin: 'null', credentials: true }",
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
    },
    { options: '{ origin: false, credentials: true }', outcome: 'echoed' },
    {
      options: "{ origins: ['https://app.example.com'], credentials: true }",
      outcome: 'echoed',
    },
  ],
})
