import type { Defect } from './case.ts'
import type { RuleName } from './lint.ts'

/** The rules that may speak for each defect. One of them has to. */
const SPEAKERS: Readonly<Record<Defect, readonly RuleName[]>> = {
  anyone: ['cors/no-wildcard-origin', 'cors/no-ineffective-origin-check', 'cors/valid-cors-options'],
  conflict: ['cors/no-wildcard-with-credentials'],
  echoed: [
    'cors/no-reflected-origin',
    'cors/no-ineffective-origin-check',
    'cors/no-bypassable-origin-check',
    'cors/valid-cors-options',
  ],
  unvaried: ['cors/require-vary-origin'],
}

/**
 * Where the lint and the served code disagree, in sentences: a defect that was observed and that no rule reports, and
 * a rule that reports what was not observed.
 */
export function disagreements(observed: readonly Defect[], reported: readonly RuleName[]): string[] {
  const unspoken = observed.filter((defect) => !SPEAKERS[defect].some((rule) => reported.includes(rule)))
  const unfounded = reported.filter((rule) => !observed.some((defect) => SPEAKERS[defect].includes(rule)))
  return [
    ...unspoken.map((defect) => `observed "${defect}", but none of ${SPEAKERS[defect].join(', ')} reports it`),
    ...unfounded.map((rule) => `${rule} reports what was not observed`),
  ]
}
