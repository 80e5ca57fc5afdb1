import { expect, test } from 'vitest'

import { code } from './harness/code.ts'
import type { Library } from './harness/case.ts'
import { lint } from './harness/lint.ts'
import { nodeServer } from './harness/listen.ts'
import { ask, SENDERS } from './harness/probe.ts'
import { serving } from './harness/serve.ts'

const cors: Library = { name: 'cors', listen: nodeServer, vary: 'by the library' }

/** A server whose check is one pattern. */
function write(origin: string): string {
  return `import cors from 'cors'
import express from 'express'

const OURS = /^https:\\/\\/app\\.example\\.com$/g
const app = express()
app.use(cors({ origin: ${origin} }))
app.get('/', (req, res) => res.json({}))
export default app
`
}

/** Whether a listed site gets in, request by request. */
async function turns(source: string): Promise<boolean[]> {
  return serving(cors, { source }, async (at) => {
    const admitted: boolean[] = []
    for (let count = 0; count < 4; count++) {
      const { allowOrigin } = await ask(at, 'GET', SENDERS.listed)
      admitted.push(allowOrigin.join() === SENDERS.listed)
    }
    return admitted
  })
}

const KEPT = ['OURS', '[OURS]', '(origin, callback) => callback(null, OURS.test(origin))']
const ANEW = [
  '(origin, callback) => callback(null, new RegExp(OURS).test(origin))',
  '(origin, callback) => callback(null, origin.match(OURS) !== null)',
  '(origin, callback) => callback(null, origin.search(OURS) === 0)',
  '(origin, callback) => { OURS.lastIndex = 0; callback(null, OURS.test(origin)) }',
]

test.each(KEPT)('a pattern that is kept lets a site in by turns: %s', async (origin) => {
  const source = write(origin)
  expect(lint({ source }).map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([
    ['cors/no-ineffective-origin-check', 'stateful'],
  ])
  expect(await turns(source)).toEqual([true, false, true, false])
})

test.each(ANEW)('a pattern that begins anew lets it in always: %s', async (origin) => {
  const source = write(origin)
  expect(lint({ source })).toEqual([])
  expect(await turns(source)).toEqual([true, true, true, true])
})

test('a delegate makes its options, and the pattern in them, for each request', async () => {
  const source = code`
    import cors from 'cors'
    import express from 'express'

    const app = express()
    app.use(cors((req, callback) => callback(null, { origin: /^https:\/\/app\.example\.com$/g })))
    app.get('/', (req, res) => res.json({}))
    export default app
  `
  expect(lint({ source })).toEqual([])
  expect(await turns(source)).toEqual([true, true, true, true])
})
