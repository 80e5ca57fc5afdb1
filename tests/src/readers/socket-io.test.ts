import { expect, test } from 'vitest'

import { grantsByPolicy, policiesOf } from '../../support/model.ts'

test.each([
  ['a server', `import { Server } from 'socket.io'; new Server(http, { cors: { origin: true } })`],
  ['a server without another', `import { Server } from 'socket.io'; new Server({ cors: { origin: true } })`],
  ['a call', `import io from 'socket.io'; io(http, { cors: { origin: true } })`],
  ['a module', `import * as socket from 'socket.io'; new socket.Server(3000, { cors: { origin: true } })`],
  ['a later attachment', `import { Server } from 'socket.io'; new Server().attach(http, { cors: { origin: true } })`],
])('%s tells whose options they are', (_, code) => {
  expect(grantsByPolicy(code)).toEqual([['echo by option']])
})

test.each([
  `import { corsOptions } from './cors'; new Server(http, { cors: corsOptions })`,
  `new Server(http, options)`,
  `new Server(http, { ...options })`,
  `new Server(http, { cors: { ...cors, credentials: true } })`,
  `new Server(http, { cors: { origin: process.env.CLIENT_URL, credentials: true } })`,
  `export const make = (http, options) => new Server(http, { cors: options.cors })`,
  `new Server(http)`,
])('nothing is claimed of what cannot be seen: %s', (code) => {
  const grants = policiesOf(`import { Server } from 'socket.io'; ${code}`).flatMap((policy) => policy.grants)
  expect(grants.filter(({ kind }) => kind !== 'unknown')).toEqual([])
})
