import type { Fact, Grant, Policy } from './policy.ts'

/** What is wrong with one way in; each is the business of exactly one rule. */
export type Exposure =
  /** `*` together with credentials. */
  | 'conflict'
  /** `*`. */
  | 'wildcard'
  /** The request's origin, or another part of it, unchecked. */
  | 'reflected'
  /** A check that does not keep a stranger out. */
  | 'ineffective'
  /** Everyone, where configuration is missing. */
  | 'fail-open'
  /** Everyone, in production only. */
  | 'open-in-production'

/**
 * The one defect of a grant, the gravest first.
 *
 * @returns `undefined` when the grant is sound, runs in development only, or cannot be judged.
 */
export function exposureOf(policy: Policy, grant: Grant): Exposure | undefined {
  if (grant.environment === 'development') return undefined
  switch (grant.kind) {
    case 'anyone':
      return credentialsWith(policy, grant) ? 'conflict' : (openness(grant) ?? 'wildcard')
    case 'echo':
      return openness(grant) ?? (grant.idleCheck ? 'ineffective' : 'reflected')
    case 'checked': {
      const verdict = grant.check.admits(policy.stranger)
      return verdict === 'yes' || verdict === 'either' ? 'ineffective' : undefined
    }
    case 'request':
      return grant.source === 'query' || grant.source === 'referer' ? 'reflected' : undefined
    default:
      return undefined
  }
}

function openness(grant: Grant): Exposure | undefined {
  if (grant.fallback) return 'fail-open'
  return grant.environment === 'production' ? 'open-in-production' : undefined
}

/** The grant that makes a sound policy answer different origins differently; none when the policy is exposed. */
export function dependsOnOrigin(policy: Policy): Grant | undefined {
  if (policy.grants.some((grant) => exposureOf(policy, grant) !== undefined)) return undefined
  return policy.grants.find((grant) => grant.dependsOnOrigin && grant.environment !== 'development')
}

/** The place where a policy asks for credentials in the same run as a grant. */
export function credentialsWith(policy: Policy, grant: Grant): Fact<boolean> | undefined {
  return policy.credentials.find((fact) => fact.value === true && policy.canCoincide(grant, fact))
}
