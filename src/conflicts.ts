import { isBefore } from './applications/order.ts'
import { isEverything } from './applications/paths.ts'
import type { Mount, Registration } from './applications/model.ts'
import type { Emission, Fact, Part, Policy } from './policy.ts'
import type { Node, World } from './values/value.ts'

/** Two answers to the same request, the later one at `node`. */
export interface Conflict {
  /**
   * `added`: a second line beside the first; `replaced`: only the later one goes out; `divided`: the earlier
   * one answers preflights, the later one what follows them.
   */
  readonly kind: 'added' | 'replaced' | 'divided'
  readonly node: Node
  readonly other: Node
  /** The write that adds a line to one of the same function. */
  readonly emission: Emission | undefined
}

type Registered = Mount & { readonly type: 'registration' }

/** What a policy says to one origin: its name, `*`, another origin, or nothing; `undefined` when it cannot be seen. */
type Answer = 'own' | '*' | 'other' | 'none' | undefined

/** The conflicts of a policy with itself and with those that ran before it. */
export function* conflictsOf(policy: Policy, policies: readonly Policy[]): Iterable<Conflict> {
  yield* linesOf(policy)
  const { everywhere, byRegistration } = indexOf(policies)
  for (const own of registered(policy)) {
    const { registration } = own
    for (const other of isEverything(registration) ? everywhere : (byRegistration.get(registration) ?? [])) {
      const earlier = registered(other).find((mount) => isSameRequest(mount, own) || isPreflightOf(mount, own))
      if (!earlier) continue
      const kind = isSameRequest(earlier, own)
        ? disagreement(other, policy)
        : isRefusedFirst(other, policy)
          ? ('divided' as const)
          : undefined
      if (!kind) continue
      // One after the other on a route that answers no preflights, two lists of a library add up.
      if (kind === 'divided' && own.registration.method !== 'USE') continue
      const node = policy.reply ? policy.node : own.handler.node
      yield { kind, node, other: other.reply ? other.node : earlier.handler.node, emission: undefined }
    }
  }
}

/** The policies that can be in the way of others. */
interface Index {
  /** Those that meet every request of an application. */
  readonly everywhere: readonly Policy[]
  readonly byRegistration: ReadonlyMap<Registration, readonly Policy[]>
}

const indexes = new WeakMap<readonly Policy[], Index>()

function indexOf(policies: readonly Policy[]): Index {
  const known = indexes.get(policies)
  if (known) return known
  const everywhere = new Set<Policy>()
  const byRegistration = new Map<Registration, Set<Policy>>()
  for (const policy of policies) {
    for (const { registration } of registered(policy)) {
      if (isEverything(registration)) everywhere.add(policy)
      const others = byRegistration.get(registration) ?? new Set()
      byRegistration.set(registration, others.add(policy))
    }
  }
  const index = {
    everywhere: [...everywhere],
    byRegistration: new Map([...byRegistration].map(([registration, own]) => [registration, [...own]])),
  }
  indexes.set(policies, index)
  return index
}

/** `Access-Control-Allow-Origin` twice on one response. */
function* linesOf(policy: Policy): Iterable<Conflict> {
  const emissions = policy.reply?.emissions ?? []
  for (const [index, emission] of emissions.entries()) {
    if (emission.mode !== 'append') continue
    const first = emissions.slice(0, index).find((one) => isSentWith(policy, one, emission))
    if (first) yield { kind: 'added', node: emission.node, other: first.node, emission }
  }
}

/** Whether one line goes out whenever another does, or both for some origin. */
function isSentWith(policy: Policy, one: Emission, added: Emission): boolean {
  if (policy.happens(one, READING) === 'yes' && policy.happens(added, READING) !== 'no') return true
  return worldsOf([policy]).some(
    (world) => policy.happens(one, world) === 'yes' && policy.happens(added, world) === 'yes',
  )
}

function registered(policy: Policy): readonly Registered[] {
  return policy.mounts.filter((mount) => mount.type === 'registration')
}

/** Whether the same requests go through two handlers, the first one first. */
function isSameRequest(first: Registered, last: Registered): boolean {
  const [one, other] = [first.registration, last.registration]
  if (one.inProduction !== 'yes' || other.inProduction !== 'yes') return false
  if (one === other) return one.handlers.indexOf(first.handler) < one.handlers.indexOf(last.handler)
  if (one.method !== 'USE' || other.method !== 'USE') return false
  // What answers errors, or what nothing else has answered, is there for other requests.
  if ([first, last].some(({ handler }) => handler.isForErrors || !handler.passesOn())) return false
  return isEverything(one) && isEverything(other) && isBefore(one, other)
}

/** Whether one answers every preflight of the requests that another is for: `app.options('*', …)`. */
function isPreflightOf(first: Registered, last: Registered): boolean {
  const [one, other] = [first.registration, last.registration]
  if (one.inProduction !== 'yes' || other.inProduction !== 'yes') return false
  return (
    one.method === 'OPTIONS' &&
    other.method === 'USE' &&
    isEverything(one) &&
    isEverything(other) &&
    isBefore(one, other)
  )
}

/** Whether the preflight refuses what a later policy would allow. */
function isRefusedFirst(first: Policy, last: Policy): boolean {
  if (first.reply || last.reply || passesOn(first)) return false
  const withCredentials = valueIn(last, last.credentials) === true
  const own = valueIn(first, first.credentials)
  const isWithout = withCredentials && own !== true && own !== 'unknown'
  return worldsOf([first, last]).some((world) => {
    const [before, after] = [answerTo(first, world), answerTo(last, world)]
    if (before === undefined || after === undefined || !admits(after)) return false
    return !admits(before) || isWithout || (withCredentials && before === '*')
  })
}

/** Whether a policy may leave preflights to what comes after it. */
function passesOn({ preflightContinues }: Policy): boolean {
  return preflightContinues.some(({ value }) => value !== false)
}

function disagreement(first: Policy, last: Policy): Conflict['kind'] | undefined {
  const hasCredentials = [first, last].some((policy) => valueIn(policy, policy.credentials) === true)
  const isDivided = !first.reply && !last.reply
  // What answers the preflights is then the last one as well.
  if (isDivided && passesOn(first)) return undefined
  for (const world of worldsOf([first, last])) {
    const [before, after] = [answerTo(first, world), answerTo(last, world)]
    if (before === undefined || after === undefined) continue
    const isAdded = last.reply?.emissions.some((one) => one.mode === 'append' && last.happens(one, world) === 'yes')
    if (isAdded === true && before !== 'none' && after !== 'none') return 'added'
    if (before === after || (!hasCredentials && admits(before) && admits(after))) continue
    // Only where something is overwritten, or the preflight has said something else.
    if (isDivided || (before !== 'none' && after !== 'none')) return isDivided ? 'divided' : 'replaced'
  }
  return isDivided && differInPreflight(first, last) ? 'divided' : undefined
}

/** Whether two policies of libraries tell preflights different things. */
function differInPreflight(first: Policy, last: Policy): boolean {
  const parts: readonly (readonly [Part<unknown>, Part<unknown>])[] = [
    [first.credentials, last.credentials],
    [first.methods, last.methods],
    [first.allowedHeaders, last.allowedHeaders],
  ]
  return parts.some(([one, other]) => {
    const values = [valueIn(first, one), valueIn(last, other)].map((value) =>
      value === false ? undefined : Array.isArray(value) ? value.map(String).sort().join().toLowerCase() : value,
    )
    return !values.includes('unknown') && values[0] !== values[1]
  })
}

/** The only value that a part has in production; `unknown` where there are several or it cannot be seen. */
function valueIn(policy: Policy, part: Part<unknown>): unknown {
  const possible = part.filter((fact: Fact<unknown>) => policy.happens(fact, PRODUCTION) !== 'no')
  const [fact, another] = possible
  if (!fact) return undefined
  if (another || fact.value === undefined || policy.happens(fact, PRODUCTION) !== 'yes') return 'unknown'
  return fact.value
}

const PRODUCTION: World = { environment: 'production' }
const READING: World = { environment: 'production', method: 'GET' }

function admits(answer: Answer): boolean {
  return answer === 'own' || answer === '*'
}

/** A request of each origin that one of the policies knows, and of a stranger. */
function worldsOf(policies: readonly Policy[]): readonly (World & { readonly origin: string })[] {
  const origins = policies.flatMap(({ grants, stranger }) => [
    ...grants.flatMap((grant) => (grant.kind === 'listed' ? [grant.origin] : [])),
    stranger,
  ])
  return [...new Set(origins)].map((origin) => ({ ...READING, origin }))
}

function answerTo(policy: Policy, world: World & { readonly origin: string }): Answer {
  const answers = policy.grants.map((grant): Answer => {
    const verdict = grant.kind === 'checked' ? grant.check.admits(world.origin) : policy.happens(grant, world)
    if (verdict === 'no') return 'none'
    if (verdict !== 'yes') return undefined
    switch (grant.kind) {
      case 'anyone':
        return '*'
      case 'echo':
      case 'checked':
        return 'own'
      case 'null':
        return policy.form.type === 'headers' ? 'other' : 'none'
      case 'listed':
        if (grant.origin === world.origin) return 'own'
        return policy.form.type === 'headers' ? 'other' : 'none'
      default:
        return undefined
    }
  })
  if (answers.includes(undefined)) return undefined
  return answers.find((answer) => answer !== 'none') ?? 'none'
}
