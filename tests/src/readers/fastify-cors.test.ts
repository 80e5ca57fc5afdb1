import { expect, test } from 'vitest'

import { grantsByPolicy, policiesOf } from '../../support/model.ts'

test.each([
  [
    'a type',
    `import type { FastifyCorsOptions } from '@fastify/cors'; export const o: FastifyCorsOptions = { origin: true }`,
  ],
  ['a dynamic import', `await app.register(import('@fastify/cors'), { origin: true })`],
  ['require at the call', `app.register(require('@fastify/cors'), { origin: true })`],
  ['the name it had', `import cors from 'fastify-cors'; app.register(cors, { origin: true })`],
  [
    'a plugin of the file',
    `import cors from '@fastify/cors'; export default async (f) => f.register(cors, { origin: true })`,
  ],
])('%s tells whose options they are', (_, code) => {
  expect(grantsByPolicy(code, { format: 'ts' })).toEqual([['echo by option']])
})

test.each([
  ['imported options', `import { options } from './config'; app.register(cors, options)`],
  ['options of the plugin', `export default async (app, opts) => app.register(cors, opts)`],
  ['decorations of the instance', `app.register(cors, (instance) => instance.corsOptions)`],
  ['an imported delegate', `import { delegator } from './cors'; app.register(cors, { delegator })`],
  ['a delegate that asks elsewhere', `app.register(cors, () => async (request) => optionsOf(request))`],
  ['an origin of the configuration', `app.register(cors, { origin: app.config.ORIGINS, credentials: true })`],
  ['a function that is not seen', `app.register(cors, { origin: (origin) => isAllowed(origin), credentials: true })`],
])('nothing is claimed of %s', (_, code) => {
  const policies = policiesOf(`import cors from '@fastify/cors'; ${code}`)
  expect(policies.flatMap(({ grants }) => grants.filter(({ kind }) => kind !== 'unknown'))).toEqual([])
  expect(policies.flatMap(({ callbackFaults }) => callbackFaults)).toEqual([])
})

test.each([
  [
    'a function without a callback that returns a promise',
    `(origin) => Promise.resolve(origin === 'https://a.example.org')`,
    [],
  ],
  ['one that returns a value', `(origin) => origin === 'https://a.example.org'`, ['never']],
  ['an async one', `async (origin) => false`, []],
])('%s', (_, origin, faults) => {
  const [policy] = policiesOf(`import cors from '@fastify/cors'; app.register(cors, { origin: ${origin} })`)
  expect(policy?.callbackFaults.map(({ kind }) => kind)).toEqual(faults)
})

test('a delegate without a callback has to return a promise', () => {
  const [policy] = policiesOf(`import cors from '@fastify/cors'; app.register(cors, { delegator: (req) => ({}) })`)
  expect(policy).toMatchObject({ grants: [], callbackFaults: [{ kind: 'unpromised' }] })
})

const ROUTE = `app.get('/', { config: { cors: { credentials: true } } }, handler)`

test.each([
  ['those of the plugin', `app.register(cors, { origin: true }); ${ROUTE}`, ['echo by option']],
  ['its defaults', `app.register(cors); ${ROUTE}`, ['anyone by default']],
  ['unseen where the file does not bring the plugin in', ROUTE, ['unknown']],
  ['unseen where it does so twice', `app.register(cors, {}); b.register(cors, {}); ${ROUTE}`, ['unknown']],
  ['unseen where its options are', `app.register(cors, config.cors); ${ROUTE}`, ['unknown']],
])('what a route leaves out is %s', (_, code, grants) => {
  expect(grantsByPolicy(`import cors from '@fastify/cors'; ${code}`).at(-1)).toEqual(grants)
})
