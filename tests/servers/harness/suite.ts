import type { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import { disagreements } from './agreement.ts'
import type { Library, ServerCase } from './case.ts'
import { lint, lintAndFix, rulesOf, suggestionsFor } from './lint.ts'
import { admissionsOf, defectsOf, type Observation } from './observe.ts'
import { ALLOW_LISTS, observed, repair } from './repair.ts'

/**
 * Serves every case for real, and holds the lint to what was observed, before and after repair. This is all that a
 * new library needs: a `Library`, and cases.
 */
export function describeServers(library: Library, cases: readonly ServerCase[]): void {
  for (const served of cases) {
    describe(`${library.name}: ${served.name}`, () => {
      describeServer(library, served)
    })
  }
}

function describeServer(library: Library, served: ServerCase): void {
  let observation: Promise<Observation> | undefined
  const observeOnce = (): Promise<Observation> => (observation ??= observed(library, served))

  test('is observed as described', async () => {
    const seen = await observeOnce()
    const refusesOpaque = admissionsOf(seen, 'opaque').length === 0
    const outcomes = defectsOf(seen, library)
    expect(outcomes, evidence(served, seen)).toEqual(served.outcome === 'sound' ? [] : [served.outcome])
    expect(refusesOpaque || outcomes.length > 0, evidence(served, seen)).toBe(true)
  })

  test('is reported for what it does', async () => {
    const seen = await observeOnce()
    const messages = lint(served)
    const expected = served.unseen === undefined ? defectsOf(seen, library) : []
    expect(disagreements(expected, rulesOf(messages)), evidence(served, seen, messages)).toEqual([])
  })

  test('without an allowlist keeps admitting whom it admits', async () => {
    const { output: source, messages } = lintAndFix(served)
    for (const suggested of suggestionsFor(source, messages)) rulesOf(lint({ ...served, source: suggested }))
    if (source === served.source) return
    const before = await observeOnce()
    const after = await observed(library, { ...served, source })
    const admits = ({ get, preflight }: Observation): unknown => ({ get, preflight })
    expect(admits(after), `${evidence(served, before)}\n\nrepaired:\n${source}`).toEqual(admits(before))
  })

  if (!isRepairable(served)) {
    test('is left alone', () => {
      const repaired = ALLOW_LISTS.map(({ allowedOrigins }) => lintAndFix(served, { allowedOrigins }).output)
      expect(new Set(repaired)).toEqual(new Set([served.source]))
    })
    return
  }

  for (const list of ALLOW_LISTS) {
    test(`is repaired with ${list.name}`, async () => {
      const seen = await observeOnce()
      const { source, faults } = await repair(library, served, seen, list)
      expect(faults, `${evidence(served, seen)}\n\nrepaired:\n${source}`).toEqual([])
    })
  }
}

function isRepairable({ outcome, unseen }: ServerCase): boolean {
  return outcome !== 'sound' && unseen === undefined
}

/** What a failure has to show: the text, what the server did, what the lint said. */
function evidence(served: ServerCase, observation: Observation, messages?: readonly Linter.LintMessage[]): string {
  const { get, preflight, dynamic, varies, answered } = observation
  const reports = messages?.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId ?? ''} ${message}`)
  return [
    served.source,
    `GET: ${summary(get)}`,
    `preflight: ${summary(preflight)}`,
    `dynamic: ${dynamic}, varies: ${varies}, answered: ${answered}`,
    ...(reports?.length === 0 ? ['nothing is reported'] : (reports ?? [])),
  ].join('\n')
}

function summary(admissions: Observation['get']): string {
  return Object.entries(admissions)
    .map(([sender, { grant, credentials }]) => `${sender} ${grant}${credentials ? ' with credentials' : ''}`)
    .join(', ')
}
