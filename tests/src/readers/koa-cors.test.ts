import { expect, test } from 'vitest'

import { grantsByPolicy, policiesOf } from '../../support/model.ts'

test.each([
  ['the name it had', `import cors from 'kcors'; app.use(cors())`, 'anyone by default'],
  ['as Feathers hands it on', `import { koa, cors } from '@feathersjs/koa'; koa(app).use(cors())`, 'anyone by default'],
  ['a type', `import cors from '@koa/cors'; export const o: cors.Options = { origin: '*' }`, 'anyone by value'],
  ['koa2-cors', `import cors from 'koa2-cors'; app.use(cors())`, 'echo by default'],
])('%s', (_, code, grant) => {
  expect(grantsByPolicy(code, { format: 'ts' })).toEqual([[grant]])
})

test.each([
  `import { options } from './config'; app.use(cors(options))`,
  `app.use(cors(config.cors))`,
  `app.use(cors({ ...defaults, credentials: true }))`,
  `app.use(cors({ origin: verifyOrigin, credentials: true }))`,
  `app.use(cors({ origin: (ctx) => verify(ctx), credentials: true }))`,
  `app.use(cors({ origin: (ctx) => TENANTS[ctx.get('Origin')], credentials: true }))`,
  `app.use(cors({ origin: process.env.ORIGIN, credentials: true }))`,
])('nothing is claimed of what cannot be seen: %s', (code) => {
  for (const library of ['@koa/cors', 'koa2-cors']) {
    const policies = policiesOf(`import cors from '${library}'; ${code}`)
    expect(policies.flatMap(({ grants }) => grants.filter(({ kind }) => kind !== 'unknown'))).toEqual([])
  }
})

test.each([
  [`true`, true],
  [`'false'`, true],
  [`() => true`, true],
  [`async () => false`, false],
  [`(ctx) => ctx.path !== '/public'`, true, false],
  [`''`, false],
])('credentials: %s', (credentials, ...values) => {
  const [policy] = policiesOf(`import cors from '@koa/cors'; app.use(cors({ credentials: ${credentials} }))`)
  expect(policy?.credentials.map((fact) => fact.value)).toEqual(values)
})
