import type { Grant } from '../grants/model.ts'
import type { Policy } from '../policy.ts'
import type { Verdict, World } from '../values/value.ts'

/** A request that a page has its browser send, without a preflight. */
export interface PageRequest {
  /** The serialized origin of the page, or `null`. */
  readonly origin: string
  readonly hasCookies: boolean
}

/** What a server says about the page that asks: plain data. `undefined` is what the code does not show. */
export interface Answer {
  /** `Access-Control-Allow-Origin`; `null` where none is sent. */
  readonly allowOrigin: string | null | undefined
  /** `Access-Control-Allow-Credentials`; `null` where none is sent. */
  readonly allowCredentials: string | null | undefined
  /** Whether others are let in, so that what is sent is not this origin, be it theirs or nothing. */
  readonly isForOthers: boolean
  /** Whether `Vary` names `Origin`. */
  readonly variesByOrigin: boolean | undefined
  /** Whether the server fails such a request, or does not start. */
  readonly hasFailed: boolean
}

/** What may be sent, and whether it is for certain. */
interface Candidate {
  /** `undefined` where the text cannot be seen. */
  readonly text: string | null | undefined
  readonly isCertain: boolean
  readonly isFailure?: boolean
  /** Only sent to others, if to anybody else. */
  readonly isForOthers?: boolean
  /** Only sent to those who get nothing else. */
  readonly isRefusal?: boolean
}

/**
 * What a server answers to a request of a page, as far as its policy is known.
 *
 * @param world what is assumed beside the origin; by default, production.
 */
export function answerOf(policy: Policy, request: PageRequest, world: World = PRODUCTION): Answer {
  const asked: World = { ...world, origin: request.origin, method: 'GET' }
  const credentials = credentialsIn(policy, asked)
  const candidates = policy.grants.flatMap((grant) => candidatesOf(policy, grant, asked, request.origin, credentials))
  const own = candidates.filter(({ isForOthers }) => isForOthers !== true)
  const admitted = own.filter(({ isRefusal }) => isRefusal !== true)
  const sent = admitted.some(({ isCertain }) => isCertain) ? admitted : own
  const isForOthers = sent.length === 0 && candidates.length > 0
  const allowOrigin = isForOthers ? undefined : theOne(sent)
  const isDropped = policy.library.wildcardWithCredentials === 'dropped' && allowOrigin === '*'
  return {
    allowOrigin,
    allowCredentials: isDropped ? null : credentials,
    isForOthers,
    variesByOrigin: variesByOrigin(policy),
    hasFailed: sent.some(({ isFailure, isCertain }) => isFailure === true && isCertain),
  }
}

const PRODUCTION: World = { environment: 'production' }

function candidatesOf(
  policy: Policy,
  grant: Grant,
  asked: World,
  origin: string,
  credentials: Answer['allowCredentials'],
): Candidate[] {
  const verdict = inEnvironment(grant, asked, verdictOf(policy, grant, asked, origin))
  if (verdict === 'no') return []
  const isCertain = verdict === 'yes'
  switch (grant.kind) {
    case 'anyone':
      if (
        grant.as === 'list' ||
        policy.library.wildcardWithCredentials !== 'echoed' ||
        credentials === null ||
        credentials === 'false'
      )
        return [{ text: '*', isCertain }]
      return [{ text: credentials === undefined ? undefined : origin, isCertain }]
    case 'echo':
      return [{ text: origin, isCertain }]
    case 'checked':
      return [{ text: origin, isCertain: isCertain && grant.check.admits(origin) === 'yes' }]
    case 'listed':
      if (grant.origin === origin) return [{ text: origin, isCertain }]
      if (policy.form.type === 'options') return [{ text: undefined, isCertain, isForOthers: true }]
      return grant.dependsOnOrigin ? [] : [{ text: grant.origin, isCertain }]
    case 'null':
      if (grant.by === 'refusal') return [{ text: 'null', isCertain, isRefusal: true }]
      return grant.dependsOnOrigin && origin !== 'null' ? [] : [{ text: 'null', isCertain }]
    case 'unusable':
      if (grant.whose === 'unnamed') return []
      return [
        {
          text: grant.effect.type === 'sent' ? grant.effect.text : null,
          isCertain,
          isFailure: grant.effect.type !== 'sent',
          isRefusal: grant.whose === 'stranger',
        },
      ]
    default:
      return [{ text: undefined, isCertain: false }]
  }
}

/** Whether a way in is open. A check that would let in the origin if a variable held it, depends on the variable. */
function verdictOf(policy: Policy, grant: Grant, asked: World, origin: string): Verdict {
  const verdict = policy.happens(grant, asked)
  if (grant.kind !== 'checked' || verdict === 'unseen') return verdict
  const admits = grant.check.admits(origin)
  if (verdict !== 'no' && admits !== 'no') return verdict
  const isConfigurable = grant.check.vocabulary.variables.length > 0 && grant.check.admits(origin, origin) !== 'no'
  return isConfigurable ? 'unseen' : 'no'
}

/** Whether something happens, with what is known about where it does. */
function inEnvironment({ environment }: Pick<Grant, 'environment'>, world: World, verdict: Verdict): Verdict {
  if (environment === 'any' || environment === world.environment) return verdict
  return world.environment === undefined && verdict !== 'no' ? 'unseen' : 'no'
}

/** The text that all candidates agree on; `null` where there is none, `undefined` where that cannot be told. */
function theOne(candidates: readonly Candidate[]): string | null | undefined {
  const [first, ...others] = candidates
  if (!first) return null
  const isAgreed = others.every(({ text }) => text === first.text)
  return isAgreed && candidates.some(({ isCertain }) => isCertain) ? first.text : undefined
}

function credentialsIn(policy: Policy, asked: World): string | null | undefined {
  return theOne(
    policy.credentials.flatMap((fact): Candidate[] => {
      const verdict = inEnvironment(fact, asked, policy.happens(fact, asked))
      if (verdict === 'no' || (verdict === 'yes' && fact.sent === null)) return []
      return [{ text: fact.isSet ? fact.sent : undefined, isCertain: verdict === 'yes' }]
    }),
  )
}

function variesByOrigin({ vary }: Policy): boolean | undefined {
  if (vary.state === 'sent') return true
  return vary.state === 'missing' || vary.state === 'overwritten' ? false : undefined
}
