import type { Policy } from '../../../src/policy.ts'
import { variesByOrigin, type Observation } from './observe.ts'
import type { Probes } from './probe.ts'

/**
 * Where a library is observed doing otherwise than its reader knows: what it answers to preflights where nothing is said
 * about methods and times, and whether it tells caches that the answer depends on the origin.
 *
 * @param policies what the linter reads in the served code; several policies in one file are not told apart.
 * @param replacesVary whether a framework replaces what the library says about caches.
 */
export function contradictions(
  policies: readonly Policy[],
  { get, preflight: { listed: answer } }: Probes,
  { get: seen, dynamic }: Observation,
  replacesVary: boolean,
): string[] {
  const [policy, other] = policies
  if (!policy || other || policy.form.type !== 'options') return []
  const { library, methods, maxAge } = policy
  const found: string[] = []
  if (
    library.variesByItself &&
    !replacesVary &&
    dynamic &&
    seen.listed.grant === 'echoed' &&
    !variesByOrigin(get.listed)
  )
    found.push('it sends no Vary: Origin')
  const isAnswered = typeof answer.status === 'number' && answer.status < 300 && answer.allowOrigin.join('') !== ''
  if (!isAnswered || policy.preflight !== 'answered') return found
  const allowed = answer.allowMethods.flatMap((value) => value.split(',')).map((name) => name.trim())
  if (methods.length === 0 && library.defaultMethods && !isSame(allowed, library.defaultMethods))
    found.push(`it allows ${allowed.join(', ') || 'no methods'}, not ${library.defaultMethods.join(', ')}`)
  const [age, another] = maxAge
  const expected = age ? (age.isDefault ? age.sent : undefined) : null
  if (!another && expected !== undefined && (answer.maxAge.join(', ') || null) !== expected)
    found.push(`its Max-Age is ${answer.maxAge.join(', ') || 'missing'}, not ${expected ?? 'missing'}`)
  return found
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join()
}
