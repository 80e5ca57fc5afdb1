import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { koaServer } from './harness/node-frameworks.ts'
import { describeTable, type Row } from './harness/table.ts'

const SOURCE = code`
  const Koa = require('koa')
  const cors = require('@koa/cors')

  const app = new Koa()
  const allowed = new Set(['https://app.example.com', 'https://admin.example.com'])
  app.use(cors(OPTIONS))
  app.use((ctx) => {
    ctx.body = 'ok'
  })

  module.exports = app
`

/** Where the older majors all do one thing. The lint takes them for version 5, which is `*` by default. */
const SAME: readonly Row[] = [
  { options: '', outcome: 'echoed', taken: 'anyone' },
  { options: '{}', outcome: 'echoed', taken: 'anyone' },
  { options: '{ credentials: true }', outcome: 'echoed' },
  {
    options: "{ origins: ['https://app.example.com'], credentials: true }",
    outcome: 'echoed',
  },
  { options: "{ origin: '', credentials: true }", outcome: 'echoed' },
  { options: "{ origin: '*' }", outcome: 'anyone' },
  { options: '{ origin: true }', outcome: 'unusable' },
  { options: "{ origin: ['https://app.example.com', 'https://admin.example.com'] }", outcome: 'unusable' },
  { options: "{ origin: ['*'], credentials: true }", outcome: 'conflict' },
  { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
  {
    options: "{ origin: 'null', credentials: true }",
    outcome: 'opaque',
    credentials: { repaired: true, reason: 'they were asked for, and only not sent with this value' },
  },
  { options: "{ origin: (ctx) => ctx.get('Origin'), credentials: true }", outcome: 'echoed' },
  {
    options: "{ origin: (ctx) => (allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : ''), credentials: true }",
    outcome: 'sound',
  },
  {
    options: "{ origin: (ctx) => ctx.get('Origin').startsWith('https://app.example.com') && ctx.get('Origin') }",
    outcome: 'lookalike',
  },
]

const koaCors = (major: number): Library => ({
  name: `@koa/cors ${major}`,
  listen: koaServer,
  installedAs: { '@koa/cors': `koa-cors-${major}` },
  vary: 'by the library',
})

for (const major of [4, 3]) {
  describeTable({
    library: koaCors(major),
    format: 'cjs',
    source: SOURCE,
    rows: [
      ...SAME,
      { options: "{ origin: '*', credentials: true }", outcome: 'echoed' },
      { options: '{ credentials: (ctx) => true }', outcome: 'echoed' },
      { options: '{ origin: async (ctx) => allowed.has(ctx.headers.origin) && ctx.headers.origin }', outcome: 'sound' },
    ],
  })
}

describeTable({
  library: koaCors(2),
  format: 'cjs',
  source: SOURCE,
  rows: [
    ...SAME,
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    { options: '{ credentials: (ctx) => false }', outcome: 'echoed', taken: 'anyone' },
    {
      options: '{ origin: async (ctx) => allowed.has(ctx.headers.origin) && ctx.headers.origin }',
      outcome: 'unusable',
      silent: 'since version 3 it is awaited',
    },
  ],
})
