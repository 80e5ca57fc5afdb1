import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Library } from '../servers/harness/case.ts'
import { ALL_RULES, lintAndFix, type CorsSettings } from '../servers/harness/lint.ts'
import { nodeServer } from '../servers/harness/listen.ts'
import { admissionsOf } from '../servers/harness/observe.ts'
import { observed } from '../servers/harness/repair.ts'
import { policiesOf } from '../support/model.ts'
import { widened } from '../support/narrowing.ts'
import { expressProgram, program } from './programs.ts'

const LIST = ['https://app.example.com']

const settings: fc.Arbitrary<CorsSettings> = fc.constantFrom<CorsSettings>(
  { allowedOrigins: LIST },
  { allowedOrigins: { env: 'ALLOWED_ORIGINS' } },
  { allowedOrigins: { module: './origins.js', export: 'ORIGINS' } },
)

function formatOf(source: string): 'cjs' | 'mjs' {
  return /\brequire\(|^exports\./m.test(source) ? 'cjs' : 'mjs'
}

function fix(source: string, cors: CorsSettings) {
  return lintAndFix({ source, format: formatOf(source) }, cors, undefined, ALL_RULES)
}

describe('over servers that nobody wrote', () => {
  test('fixes parse, are the last word, and let in nobody anew', { timeout: 300_000 }, () => {
    let changed = 0
    fc.assert(
      fc.property(program, settings, (source, cors) => {
        const { output, messages } = fix(source, cors)
        expect(messages.filter(({ fatal }) => fatal)).toEqual([])
        if (output === source) return
        changed += 1
        expect(fix(output, cors).output).toBe(output)
        const format = formatOf(source) === 'cjs' ? 'commonjs' : 'module'
        expect(widened(policiesOf(source, { format }), policiesOf(output, { format }), LIST)).toEqual([])
      }),
      { numRuns: 1000, seed: 20261125, endOnFailure: false },
    )
    expect(changed).toBeGreaterThan(300)
  })

  const express: Library = { name: 'express', listen: nodeServer, vary: 'by hand' }
  const served = fc.sample(expressProgram, { numRuns: 400, seed: 20261125 }).flatMap((source) => {
    const { output } = fix(source, { allowedOrigins: LIST })
    return output === source ? [] : [{ source, output }]
  })

  test('many are fixed', () => {
    expect(served.length).toBeGreaterThan(100)
  })

  test.each(served.slice(0, 100))('a server that was fixed lets in nobody anew (%#)', async ({ source, output }) => {
    const before = await observed(express, { source, format: 'mjs' }).catch(() => undefined)
    const after = await observed(express, { source: output, format: 'mjs' })
    for (const sender of ['stranger', 'opaque'] as const) {
      const had = before ? admissionsOf(before, sender).length : 0
      expect(admissionsOf(after, sender).length <= had, `${source}\n----\n${output}`).toBe(true)
    }
  })
})
