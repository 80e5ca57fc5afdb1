import { PREFLIGHT } from '../applications/handlers.ts'
import type { Occurrence, Policy } from '../policy.ts'
import type { Node, World } from '../values/value.ts'
import { isPreflighted } from './registry.ts'
import { mayMeetPreflights } from './unanswered.ts'

/** What goes wrong with the preflight in a handler that writes its headers by hand. */
export type Defect =
  /** The answer is sent without CORS headers. */
  | { readonly kind: 'bare'; readonly node: Node }
  /** It has the headers, and a status that browsers take for a refusal. */
  | { readonly kind: 'status'; readonly node: Node; readonly status: number }
  /** It names methods in `Allow` instead of `Access-Control-Allow-Methods`. */
  | { readonly kind: 'allow'; readonly node: Node; readonly methods: readonly string[] }

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Judges what a handler answers to `OPTIONS`, where nothing else in the file may. Functions of AWS Lambda are left alone: the platform may answer. */
export function refusedBy(policy: Policy, policies: readonly Policy[]): Defect | undefined {
  const { reply } = policy
  if (!reply || reply.emissions.length === 0 || reply.emissions.some(({ api }) => api === 'result')) return undefined
  const isForOptions = policy.mounts.every((mount) =>
    mount.type === 'export'
      ? mount.handler.method === 'OPTIONS'
      : ['USE', 'ALL', 'OPTIONS'].includes(mount.registration.method),
  )
  const isForErrors = policy.mounts.some((mount) => mount.type === 'registration' && mount.handler.isForErrors)
  if (!isForOptions || isForErrors) return undefined
  // A handler of `OPTIONS` alone is there for preflights, whatever the others serve.
  const isOptionsOnly = policy.mounts.some(
    (mount) => (mount.type === 'export' ? mount.handler.method : mount.registration.method) === 'OPTIONS',
  )
  if (!isOptionsOnly && !isAskedFor(policy)) return undefined
  if (policies.some((other) => other !== policy && mayMeetPreflights(other))) return undefined
  const verdicts = reply.emissions.map((one) => policy.happens(one, PREFLIGHT))
  if (verdicts.every((verdict) => verdict === 'no')) return bareAnswer(policy)
  if (verdicts.includes('yes') || verdicts.includes('unseen')) return badStatus(policy) ?? allowInstead(policy)
  return undefined
}

/** Whether requests are served across origins that browsers ask for first. */
function isAskedFor(policy: Policy): boolean {
  const served = METHODS.filter((method) => {
    const request: World = { environment: 'production', method }
    return policy.reply?.emissions.some((one) => happens(policy, one, request)) && !failureIn(policy, request)
  })
  const expectsPreflight = [...policy.methods, ...policy.allowedHeaders].some(
    (fact) => fact.isSet && happens(policy, fact, { environment: 'production' }),
  )
  return served.some(isPreflighted) || (served.includes('POST') && expectsPreflight)
}

/** The answer is sent before, or beside, the headers. */
function bareAnswer(policy: Policy): Defect | undefined {
  const end = policy.reply?.ends.find((one) => policy.happens(one, PREFLIGHT) === 'yes')
  return end && { kind: 'bare', node: end.node }
}

/** The failure that is certain for a request: one status, and none that browsers accept (Fetch, ok status). */
function failureIn(policy: Policy, request: World): { readonly node: Node; readonly status: number } | undefined {
  const [only, another] = (policy.reply?.statuses ?? []).filter((one) => happens(policy, one, request))
  if (!only || another || only.value === undefined || policy.happens(only, request) !== 'yes') return undefined
  return only.value >= 200 && only.value < 300 ? undefined : { node: only.node, status: only.value }
}

function badStatus(policy: Policy): Defect | undefined {
  const failure = failureIn(policy, PREFLIGHT)
  return failure && { kind: 'status', ...failure }
}

function allowInstead(policy: Policy): Defect | undefined {
  if (policy.methods.some((fact) => happens(policy, fact, PREFLIGHT))) return undefined
  const allow = policy.reply?.allow.find((one) => policy.happens(one, PREFLIGHT) === 'yes')
  const methods = (allow?.value ?? []).map((method) => method.toUpperCase()).filter(isPreflighted)
  return allow && methods.length > 0 ? { kind: 'allow', node: allow.node, methods } : undefined
}

function happens(policy: Policy, fact: Occurrence<unknown>, world: World): boolean {
  return policy.happens(fact, world) !== 'no'
}
