import type { Grant } from '../grants/model.ts'
import type { Fact } from '../policy.ts'
import type { OptionLibrary } from '../semantics.ts'
import { and } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import type { ObjectValue } from '../values/value.ts'

/** Ways in, less those with which a library does not start: everybody with credentials, unless an option permits it. */
export function refusing(
  { refusesOpenCredentials }: OptionLibrary,
  grants: readonly Grant[],
  options: ObjectValue | undefined,
  credentials: readonly Fact<boolean>[],
  analysis: Analysis,
): readonly Grant[] {
  if (!refusesOpenCredentials) return grants
  const { unless } = refusesOpenCredentials
  const permitted = unless === undefined ? [] : (options?.fields.get(unless)?.choices() ?? [])
  if (permitted.some(({ value }) => value.kind !== 'literal' || value.value === true)) return grants
  return grants.map((grant): Grant => {
    if (grant.kind !== 'anyone' && grant.kind !== 'echo') return grant
    const isRefused = credentials.some(({ value, when }) => value === true && analysis.canHold(and(grant.when, when)))
    if (!isRefused) return grant
    const { node, use, when, environment, dependsOnOrigin, fallback } = grant
    const place = { node, use, when, environment, dependsOnOrigin, fallback }
    return { ...place, kind: 'unusable', whose: 'all', value: '*', effect: { type: 'refused' } }
  })
}
