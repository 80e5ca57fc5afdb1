import { lostOriginOf } from './misnaming.ts'
import type { CheckedGrant, EchoGrant, Grant } from './grants/model.ts'
import type { Fact, Policy } from './policy.ts'
import {
  admitsNull,
  anySchemeOf,
  bypassOf,
  insecureOriginsOf,
  isShapeTest,
  namedOriginsOf,
  riskOf,
  sharedSuffixOf,
} from './weaknesses.ts'

/** What is wrong with one way in; each is the business of exactly one rule. */
export type Exposure =
  /** `*` together with credentials. */
  | 'conflict'
  /** `*`. */
  | 'wildcard'
  /** Everyone, because the option that lists the origins is called otherwise. */
  | 'misnamed-option'
  /** The request's origin, or another part of it, unchecked. */
  | 'reflected'
  /** Everyone, because the library cannot compare an origin with what it is given. */
  | 'mistyped'
  /** A check that does not keep a stranger out. */
  | 'ineffective'
  /** Everyone, where configuration is missing. */
  | 'fail-open'
  /** Everyone, in production only. */
  | 'open-in-production'
  /** A check that refuses a stranger by name, and lets in one who picks the right name. */
  | 'bypassable'
  /** The `null` origin. */
  | 'null'
  /** With credentials: a name that anybody can have. */
  | 'shared'
  /** With credentials: a site whose pages anybody on the way can change. */
  | 'insecure'

/**
 * The one defect of a grant, the gravest first.
 *
 * @returns `undefined` when the grant is sound, runs in development only, or cannot be judged.
 */
export function exposureOf(policy: Policy, grant: Grant): Exposure | undefined {
  if (grant.environment === 'development') return undefined
  if (lostOriginOf(policy, grant)) return 'misnamed-option'
  switch (grant.kind) {
    case 'anyone':
      return credentialsWith(policy, grant) ? 'conflict' : (openness(grant) ?? 'wildcard')
    case 'echo':
      return openness(grant) ?? echoed(grant)
    case 'checked':
      return exposureOfCheck(policy, grant)
    case 'null':
      return 'null'
    case 'listed':
      return credentialsWith(policy, grant) ? riskOf(grant.origin) : undefined
    case 'request':
      return grant.source === 'query' || grant.source === 'referer' ? 'reflected' : undefined
    default:
      return undefined
  }
}

function exposureOfCheck(policy: Policy, grant: CheckedGrant): Exposure | undefined {
  const verdict = grant.check.admits(policy.stranger)
  if (verdict === 'yes' || verdict === 'either')
    return verdict === 'yes' && isShapeTest(policy, grant) ? 'bypassable' : 'ineffective'
  if (bypassOf(policy, grant)) return 'bypassable'
  if (admitsNull(grant)) return 'null'
  // With cookies only: without them such a check is still stricter than none.
  if (!credentialsWith(policy, grant)) return undefined
  if (anySchemeOf(policy, grant)) return 'bypassable'
  const isShared = namedOriginsOf(policy, grant, (origin) => riskOf(origin) === 'shared').length > 0
  if (isShared || sharedSuffixOf(policy, grant, NO_SUFFIXES)) return 'shared'
  return insecureOriginsOf(policy, grant).length > 0 ? 'insecure' : undefined
}

const NO_SUFFIXES = { additional: [], ignored: [] }

function openness(grant: Grant): Exposure | undefined {
  if (grant.fallback) return 'fail-open'
  return grant.environment === 'production' ? 'open-in-production' : undefined
}

function echoed({ by, idleCheck }: EchoGrant): Exposure {
  if (by === 'type') return 'mistyped'
  return idleCheck ? 'ineffective' : 'reflected'
}

/** Whether an exposure is about single sites that are named: others of the same way in are judged by themselves. */
export function isOfNamedSites(exposure: Exposure | undefined): boolean {
  return exposure === undefined || exposure === 'null' || exposure === 'shared' || exposure === 'insecure'
}

/** How messages say whose data is read: nothing, or that cookies come along. */
export function cookiesOf(policy: Policy, grant: Grant): string {
  return credentialsWith(policy, grant) ? ' with the cookies of its visitors' : ''
}

/** Whether a policy lets everybody in anyway: which sites it names is beside the point then. */
export function isOpenToAll(policy: Policy): boolean {
  return policy.grants.some((grant) => {
    const exposure = exposureOf(policy, grant)
    if (exposure === 'bypassable') return grant.kind === 'checked' && grant.check.admits(policy.stranger) === 'yes'
    return (
      exposure !== undefined && /^(?:conflict|wildcard|misnamed-option|reflected|mistyped|ineffective)$/.test(exposure)
    )
  })
}

/** The grant that makes a sound policy answer different origins differently; none when the policy is exposed. */
export function dependsOnOrigin(policy: Policy): Grant | undefined {
  if (policy.grants.some((grant) => exposureOf(policy, grant) !== undefined)) return undefined
  return policy.grants.find((grant) => grant.dependsOnOrigin && grant.environment !== 'development')
}

/** Whether a star goes out as it is, also together with credentials, where other libraries make an echo of it. */
export function isSentAsStar({ library }: Policy, grant: Grant): boolean {
  return library.wildcardWithCredentials === 'refused' || (grant.kind === 'anyone' && grant.as === 'sent')
}

/** The place where a policy asks for credentials in the same run as a grant. */
export function credentialsWith(policy: Policy, grant: Grant): Fact<boolean> | undefined {
  if (grant.kind === 'anyone' && policy.library.wildcardWithCredentials === 'dropped') return undefined
  return policy.credentials.find((fact) => fact.value === true && policy.canCoincide(grant, fact))
}
