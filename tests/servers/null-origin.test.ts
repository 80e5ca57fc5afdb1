import { expect, test } from 'vitest'

import type { Library } from './harness/case.ts'
import { lint, lintAndFix } from './harness/lint.ts'
import { nodeServer } from './harness/listen.ts'
import { ask, SENDERS } from './harness/probe.ts'
import { serving } from './harness/serve.ts'

const node: Library = { name: 'node:http', listen: nodeServer, vary: 'by hand' }

/** A server that writes a header from `site`: the listed origin, or JavaScript's `null`. */
function write(value: string): string {
  return `const LIST = ['${SENDERS.listed}']
export default (req, res) => {
  const site = LIST.find((one) => one === req.headers.origin) ?? null
  res.setHeader('Vary', 'Origin')
  ${value}
  res.end('{}')
}
`
}

async function isAdmitted(source: string, origin: string): Promise<boolean> {
  const { allowOrigin } = await serving(node, { source }, (at) => ask(at, 'GET', origin))
  return allowOrigin.join() === origin
}

test.each([
  "res.setHeader('Access-Control-Allow-Origin', site)",
  "res.setHeader('Access-Control-Allow-Origin', String(site))",
  "res.setHeader('Access-Control-Allow-Origin', `${site}`)",
  "res.setHeader('Access-Control-Allow-Origin', '' + (req.headers.origin === LIST[0] ? LIST[0] : null))",
  "res.writeHead(200, { 'Access-Control-Allow-Origin': site })",
])('null becomes text: %s', async (value) => {
  const source = write(value)
  expect(lint({ source }).map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([
    ['cors/no-null-origin', 'coercion'],
  ])
  expect(await isAdmitted(source, 'null'), 'the server refuses a sandboxed frame').toBe(true)
  const { output } = lintAndFix({ source }, { allowedOrigins: [SENDERS.listed] })
  expect(lint({ source: output }), output).toEqual([])
  expect(await isAdmitted(output, 'null'), output).toBe(false)
  expect(await isAdmitted(output, SENDERS.listed), output).toBe(true)
})

test.each([
  "if (site) res.setHeader('Access-Control-Allow-Origin', site)",
  "if (site !== null) res.setHeader('Access-Control-Allow-Origin', `${site}`)",
  "res.setHeader('Access-Control-Allow-Origin', site ?? '')",
])('null becomes no text: %s', async (value) => {
  const source = write(value)
  expect(lint({ source })).toEqual([])
  expect(await isAdmitted(source, 'null')).toBe(false)
})
