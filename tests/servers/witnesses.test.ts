import { describe, expect, test } from 'vitest'

import { NAMES, BYPASSED, SOUND } from '../support/origin-checks.ts'
import type { Library } from './harness/case.ts'
import { lint, lintAndFix } from './harness/lint.ts'
import { nodeServer } from './harness/listen.ts'
import { ask, SENDERS } from './harness/probe.ts'
import { ALLOW_LISTS } from './harness/repair.ts'
import { serving } from './harness/serve.ts'

const cors: Library = { name: 'cors', listen: nodeServer, vary: 'by the library' }
const node: Library = { name: 'node:http', listen: nodeServer, vary: 'by hand' }

/** The same check, as it is written for each library. */
const SERVERS: readonly { readonly library: Library; readonly write: (check: string) => string }[] = [
  {
    library: cors,
    write: (check) => `import cors from 'cors'
import express from 'express'
import url from 'node:url'
${NAMES}
const options = {
  credentials: true,
  origin(origin, callback) {
    try {
      callback(null, origin !== undefined && ${check} ? true : false)
    } catch {
      callback(null, false)
    }
  },
}
const app = express()
app.use(cors(options))
app.get('/', (req, res) => res.json({}))
export default app
`,
  },
  {
    library: node,
    write: (check) => `import url from 'node:url'
${NAMES}
function isAdmitted(origin) {
  try {
    return Boolean(${check})
  } catch {
    return false
  }
}
export default (req, res) => {
  const { origin } = req.headers
  res.setHeader('Vary', 'Origin')
  if (origin && isAdmitted(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.setHeader('Access-Control-Allow-Credentials', 'true')
  }
  res.end('{}')
}
`,
  },
]

/** Whether a page of that origin could read the answer, with the cookies of its visitor. */
async function admits(library: Library, source: string, origin: string, env = {}): Promise<boolean> {
  const { allowOrigin, allowCredentials } = await serving(library, { source, env }, (at) => ask(at, 'GET', origin))
  return allowOrigin.join() === origin && allowCredentials.join() === 'true'
}

/** The findings about a check, each with the origin that its message prints. */
function findings(source: string): { rule: string; witness: string }[] {
  return lint({ source }).map(({ ruleId, message }) => ({
    rule: ruleId ?? message,
    witness: /`([a-z]+:\/\/[^`]+)`/.exec(message)?.[1] ?? '',
  }))
}

describe.each(SERVERS)('$library.name', ({ library, write }) => {
  describe('a check that is passed', () => {
    test.each(BYPASSED)('%s', async (check, _kind, witness) => {
      const source = write(check)
      expect(findings(source)).toEqual([{ rule: 'cors/no-bypassable-origin-check', witness }])
      expect(await admits(library, source, witness), 'the server refuses the witness').toBe(true)
      const isListedAdmitted = await admits(library, source, SENDERS.listed)
      for (const { allowedOrigins, env } of ALLOW_LISTS.filter(({ files }) => !files)) {
        const { output } = lintAndFix({ source }, { allowedOrigins })
        expect(findings(output), output).toEqual([])
        expect(await admits(library, output, witness, env), output).toBe(false)
        expect(await admits(library, output, 'null', env), output).toBe(false)
        expect(await admits(library, output, SENDERS.stranger, env), output).toBe(false)
        if (isListedAdmitted) expect(await admits(library, output, SENDERS.listed, env), output).toBe(true)
      }
    })
  })

  test.each(SOUND)('sound: %s', (check) => {
    expect(findings(write(check))).toEqual([])
  })
})

describe.each([
  ['null on a list', "LIST.concat('null').includes(origin)", 'no-null-origin', 'null'],
  ['null beside a list', "origin === 'null' || SET.has(origin)", 'no-null-origin', 'null'],
  ['null in a pattern', '/^(?:null|https:\\/\\/app\\.example\\.com)$/.test(origin)', 'no-null-origin', 'null'],
  [
    'a shared suffix',
    "new URL(origin).protocol === 'https:' && origin.endsWith('.vercel.app')",
    'no-shared-suffix-origin',
    'https://evil.vercel.app',
  ],
  [
    'a piece of a name under a shared suffix',
    "origin.startsWith('https://my-shop') && origin.endsWith('.vercel.app')",
    'no-shared-suffix-origin',
    'https://my-shop-evil.vercel.app',
  ],
  [
    'a playground',
    "['https://app.example.com', 'https://codepen.io'].includes(origin)",
    'no-shared-suffix-origin',
    'https://codepen.io',
  ],
  [
    'plain http on a list',
    "['https://app.example.com', 'http://app.example.com'].includes(origin)",
    'no-insecure-origin',
    'http://app.example.com',
  ],
  [
    'plain http in a table',
    "Object.hasOwn({ 'https://app.example.com': 1, 'http://app.example.com': 1 }, origin)",
    'no-insecure-origin',
    'http://app.example.com',
  ],
  [
    'plain http as an own property',
    "({ 'https://app.example.com': 1, 'http://app.example.com': 1 }).hasOwnProperty(origin)",
    'no-insecure-origin',
    'http://app.example.com',
  ],
  [
    'plain http in a pattern',
    '/^https?:\\/\\/app\\.example\\.com$/.test(origin)',
    'no-insecure-origin',
    'http://app.example.com',
  ],
])('%s', (_name, check, rule, witness) => {
  test.each(SERVERS)('$library.name', async ({ library, write }) => {
    const source = write(check)
    expect(findings(source).map((one) => one.rule)).toEqual([`cors/${rule}`])
    expect(await admits(library, source, witness), 'the server refuses the witness').toBe(true)
    const { output } = lintAndFix({ source }, { allowedOrigins: [SENDERS.listed] })
    expect(findings(output), output).toEqual([])
    expect(await admits(library, output, witness), output).toBe(false)
    const isListedAdmitted = await admits(library, source, SENDERS.listed)
    if (isListedAdmitted) expect(await admits(library, output, SENDERS.listed), output).toBe(true)
  })
})
