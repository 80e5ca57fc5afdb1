import type { Fact, Policy } from '../policy.ts'
import type { Node, World } from '../values/value.ts'
import { isPreflighted, PREFLIGHT } from './registry.ts'
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

/** Judges what a handler answers to `OPTIONS`. Functions of AWS Lambda are left alone: the platform may answer. */
export function refusedBy(policy: Policy, policies: readonly Policy[]): Defect | undefined {
  const { reply } = policy
  if (!reply || reply.emissions.length === 0 || reply.emissions.some(({ api }) => api === 'result')) return undefined
  const isForOptions = policy.mounts.every((mount) =>
    mount.type === 'export'
      ? mount.handler.method === 'OPTIONS'
      : ['USE', 'ALL', 'OPTIONS'].includes(mount.registration.method),
  )
  if (!isForOptions) return undefined
  const verdicts = reply.emissions.map((one) => policy.happens(one, PREFLIGHT))
  if (verdicts.every((verdict) => verdict === 'no')) return bareAnswer(policy, policies)
  if (verdicts.includes('yes') || verdicts.includes('unseen')) return badStatus(policy) ?? allowInstead(policy)
  return undefined
}

/** The answer is sent before, or beside, the headers; and nothing else in the file answers. */
function bareAnswer(policy: Policy, policies: readonly Policy[]): Defect | undefined {
  const emissions = policy.reply?.emissions ?? []
  const serves = (method: string): boolean =>
    emissions.some((one) => policy.happens(one, { environment: 'production', method }) !== 'no')
  const served = METHODS.filter(serves)
  const expectsPreflight = [...policy.methods, ...policy.allowedHeaders].some((fact) => !isNever(policy, fact))
  if (!served.some(isPreflighted) && !(served.includes('POST') && expectsPreflight)) return undefined
  if (policies.some((other) => other !== policy && mayMeetPreflights(other))) return undefined
  const end = policy.reply?.ends.find((one) => policy.happens(one, PREFLIGHT) === 'yes')
  return end && { kind: 'bare', node: end.node }
}

function isNever(policy: Policy, fact: Fact<unknown>): boolean {
  return policy.happens(fact, { environment: 'production' }) === 'no'
}

/** The status that certainly goes out with a preflight, where browsers accept 200 to 299 only (Fetch, ok status). */
function badStatus(policy: Policy): Defect | undefined {
  const possible = (policy.reply?.statuses ?? []).filter((one) => policy.happens(one, PREFLIGHT) !== 'no')
  const [only, another] = possible
  if (!only || another || only.value === undefined || policy.happens(only, PREFLIGHT) !== 'yes') return undefined
  return only.value >= 200 && only.value < 300 ? undefined : { kind: 'status', node: only.node, status: only.value }
}

function allowInstead(policy: Policy): Defect | undefined {
  if (policy.methods.some((fact) => happens(policy, fact, PREFLIGHT))) return undefined
  const allow = policy.reply?.allow.find((one) => policy.happens(one, PREFLIGHT) === 'yes')
  const methods = (allow?.value ?? []).map((method) => method.toUpperCase()).filter(isPreflighted)
  return allow && methods.length > 0 ? { kind: 'allow', node: allow.node, methods } : undefined
}

function happens(policy: Policy, fact: Fact<unknown>, world: World): boolean {
  return policy.happens(fact, world) !== 'no'
}
