import type { Certainty, PolicyRecord, Setting, Way } from './record.ts'

/** A request that a page makes. */
export interface PageRequest {
  /** The origin of the page as browsers send it, `null` for a sandboxed frame. It has to be one the record knows. */
  readonly origin: string
  /** In upper case; `GET` unless told. */
  readonly method?: string
  /** Whether the page asks for cookies to come along (`credentials: 'include'`). */
  readonly withCookies: boolean
}

/** What is known about a header of the response. */
export type HeaderAnswer =
  | { readonly state: 'sent'; readonly text: string }
  | { readonly state: 'absent' }
  /** Missing, or with another origin than that of the page: libraries differ, and browsers refuse both. */
  | { readonly state: 'other' }
  | { readonly state: 'unknown' }

/** Whether the page gets to read the response: `unknown` where the code does not tell. */
export type BrowserDecision = 'reads' | 'refused' | 'unknown'

/** What happens between a page and a server. */
export interface Exchange {
  readonly request: { readonly origin: string; readonly method: string; readonly withCookies: boolean }
  /** The preflight that the browser sends first; `null` where it needs none. */
  readonly preflight: { readonly allowMethods: HeaderAnswer; readonly isPassed: Certainty } | null
  readonly response: {
    readonly allowOrigin: HeaderAnswer
    readonly allowCredentials: HeaderAnswer
    readonly vary: HeaderAnswer
  }
  readonly decision: BrowserDecision
  /** A sentence: why. */
  readonly reason: string
  /** Whether the server answers so for some requests only: those of a path, of a method, of a signed-in visitor. */
  readonly isConditional: boolean
}

const ABSENT: HeaderAnswer = { state: 'absent' }
const OTHER: HeaderAnswer = { state: 'other' }
const UNKNOWN: HeaderAnswer = { state: 'unknown' }

/** Methods that need no preflight (Fetch, "CORS-safelisted method"). */
const SAFELISTED = new Set(['GET', 'HEAD', 'POST'])

/**
 * What a server with a policy answers to a page, and what the browser makes of it (Fetch, "CORS check" and
 * "CORS-preflight fetch"). Pure, and nothing but JSON goes in and out.
 *
 * @param policy the record of a policy that was asked about the origin; of any other one it says `unknown`.
 * @param request what the page does.
 */
export function exchange(policy: PolicyRecord, request: PageRequest): Exchange {
  const { origin, withCookies, method = 'GET' } = request
  const { allowOrigin, allowCredentials, isConditional } = answer(policy, origin)
  const preflight = SAFELISTED.has(method) ? null : preflightFor(policy, method, withCookies)
  const { decision, reason } = decide({ origin, withCookies }, allowOrigin, allowCredentials)
  const isBarred = decision !== 'refused' && preflight !== null && preflight.isPassed !== 'yes'
  return {
    request: { origin, method, withCookies },
    preflight,
    response: { allowOrigin, allowCredentials, vary: varyOf(policy) },
    decision: isBarred ? (preflight.isPassed === 'no' ? 'refused' : 'unknown') : decision,
    reason: isBarred ? barredBecause(policy, method, preflight.isPassed) : reason,
    isConditional,
  }
}

interface Answer {
  readonly allowOrigin: HeaderAnswer
  readonly allowCredentials: HeaderAnswer
  readonly isConditional: boolean
}

const UNSEEN: Answer = { allowOrigin: UNKNOWN, allowCredentials: UNKNOWN, isConditional: false }

function answer(policy: PolicyRecord, origin: string): Answer {
  const texts = new Map<string | null, Certainty[]>()
  let isConditional = true
  for (const way of policy.ways) {
    const certainty = way.open[origin] ?? unasked(way, origin)
    if (certainty === 'no') continue
    if (certainty === 'unknown' || way.sends.type === 'unknown') return UNSEEN
    if (certainty === 'yes') isConditional = false
    if (way.sends.type === 'other') return { ...UNSEEN, allowOrigin: OTHER, isConditional }
    const text = way.sends.type === 'origin' ? origin : way.sends.type === 'text' ? way.sends.text : null
    texts.set(text, [...(texts.get(text) ?? []), way.credentials])
  }
  const [only, another] = [...texts]
  if (another) return UNSEEN
  if (!only && policy.ways.some(namesOne)) return { ...UNSEEN, allowOrigin: OTHER }
  if (!only || only[0] === null) return { ...UNSEEN, allowOrigin: ABSENT }
  return { allowOrigin: { state: 'sent', text: only[0] }, allowCredentials: credentialsOf(only[1]), isConditional }
}

/** Some libraries send the only origin that they know to everybody. */
function namesOne({ kind, environment }: Way): boolean {
  return (kind === 'listed' || kind === 'null') && environment !== 'development'
}

/** Whether a way is open to an origin that nobody asked about. */
function unasked({ kind, sends, open }: Way, origin: string): Certainty {
  if (kind === 'anyone' || kind === 'echo') return Object.values(open)[0] ?? 'unknown'
  return kind === 'listed' && sends.type === 'text' && sends.text !== origin ? 'no' : 'unknown'
}

function credentialsOf(certainties: readonly Certainty[]): HeaderAnswer {
  if (certainties.every((one) => one === 'yes')) return { state: 'sent', text: 'true' }
  return certainties.every((one) => one === 'no') ? ABSENT : UNKNOWN
}

function varyOf({ vary, dependsOnOrigin }: PolicyRecord): HeaderAnswer {
  if (vary === 'missing') return ABSENT
  return vary === 'sent' && dependsOnOrigin ? { state: 'sent', text: 'Origin' } : UNKNOWN
}

interface Decided {
  readonly decision: BrowserDecision
  readonly reason: string
}

/** Fetch, "CORS check". */
function decide(
  { origin, withCookies }: Pick<PageRequest, 'origin' | 'withCookies'>,
  allowOrigin: HeaderAnswer,
  allowCredentials: HeaderAnswer,
): Decided {
  if (allowOrigin.state === 'unknown')
    return { decision: 'unknown', reason: 'Whether this origin is let in cannot be seen in the code.' }
  if (allowOrigin.state === 'absent')
    return { decision: 'refused', reason: 'The response has no Access-Control-Allow-Origin.' }
  if (allowOrigin.state === 'other')
    return { decision: 'refused', reason: 'Access-Control-Allow-Origin does not name this page.' }
  const { text } = allowOrigin
  if (text === '*' && !withCookies)
    return { decision: 'reads', reason: 'Access-Control-Allow-Origin is *: every page may read.' }
  if (text === '*')
    return { decision: 'refused', reason: 'Access-Control-Allow-Origin must not be * when cookies come along.' }
  if (text !== origin)
    return { decision: 'refused', reason: `Access-Control-Allow-Origin names ${text || 'nothing'}, not this page.` }
  if (!withCookies) return { decision: 'reads', reason: 'Access-Control-Allow-Origin names this page.' }
  if (allowCredentials.state === 'unknown')
    return { decision: 'unknown', reason: 'Whether cookies are allowed cannot be seen in the code.' }
  return allowCredentials.state === 'sent' && allowCredentials.text === 'true'
    ? { decision: 'reads', reason: 'Access-Control-Allow-Origin names this page, and credentials are allowed.' }
    : { decision: 'refused', reason: 'Access-Control-Allow-Credentials is not true, and cookies come along.' }
}

function preflightFor(policy: PolicyRecord, method: string, withCookies: boolean): Exchange['preflight'] {
  const [only, another] = policy.methods
  const allowMethods = !only || another ? UNKNOWN : headerOf(only)
  if (policy.preflight === 'unanswered') return { allowMethods: ABSENT, isPassed: 'no' }
  if (policy.preflight === 'unknown' || allowMethods.state === 'unknown') return { allowMethods, isPassed: 'unknown' }
  const names = allowMethods.state === 'sent' ? allowMethods.text.split(',').map((name) => name.trim()) : []
  const isPassed = names.includes(method) || (names.includes('*') && !withCookies)
  return { allowMethods, isPassed: isPassed ? 'yes' : 'no' }
}

function headerOf(setting: Setting<readonly string[]>): HeaderAnswer {
  if (setting.state === 'set') return { state: 'sent', text: setting.value.join(', ') }
  return setting.state === 'absent' ? ABSENT : UNKNOWN
}

function barredBecause(policy: PolicyRecord, method: string, isPassed: Certainty): string {
  if (isPassed !== 'no') return 'What is answered to the preflight cannot be seen in the code.'
  return policy.preflight === 'unanswered'
    ? 'Nothing of this policy answers the preflight.'
    : `Access-Control-Allow-Methods does not have ${method}.`
}
