import type { Defect, Library } from './case.ts'
import { SENDERS, type Answer, type Probes, type Sender } from './probe.ts'

/** How one answer treats the page that asked, in the words of Fetch's CORS check. */
export interface Admission {
  readonly grant: 'refused' | 'anyone' | 'echoed'
  /** The answer that grants also allows credentials. Under `*` a browser refuses those all the same. */
  readonly credentials: boolean
}

/** What a server tells browsers. */
export interface Observation {
  readonly get: Readonly<Record<Sender, Admission>>
  readonly preflight: Readonly<Record<Sender, Admission>>
  /** On simple requests, `Access-Control-Allow-Origin` differs between senders. */
  readonly dynamic: boolean
  /** Simple requests are answered with a `Vary` that names `Origin`, whoever asks. */
  readonly varies: boolean
  /** Every request got an answer. */
  readonly answered: boolean
}

/**
 * Reads what the probes brought back.
 *
 * A simple request and a preflight count separately, and either alone is a way in: a simple request that passes the
 * CORS check can be read; a preflight that passes lets a request be sent that browsers hold back for everyone else,
 * even if its answer can't be read afterwards. A preflight passes only with an ok status. Which methods and headers
 * it lists is not asked: that narrows what is let in, not who.
 *
 * Caching looks at simple requests alone, because no HTTP cache keeps the answer to `OPTIONS`.
 */
export function observe({ get, preflight }: Probes): Observation {
  const answers = Object.values(get)
  return {
    get: forEachSender((sender) => admission(get[sender], SENDERS[sender])),
    preflight: forEachSender((sender) =>
      isOk(preflight[sender]) ? admission(preflight[sender], SENDERS[sender]) : REFUSED,
    ),
    dynamic: new Set(answers.map((answer) => combined(answer.allowOrigin))).size > 1,
    varies: [get.stranger, get.listed, get.unnamed].every(variesByOrigin),
    answered: [...answers, ...Object.values(preflight)].every(({ status }) => typeof status === 'number'),
  }
}

/** The ways in that a sender has. */
export function admissionsOf(observation: Observation, sender: Sender): Admission[] {
  return [observation.get[sender], observation.preflight[sender]].filter(({ grant }) => grant !== 'refused')
}

/** `*` together with credentials, which browsers refuse and the code nevertheless asks for. */
function isConflict({ grant, credentials }: Admission): boolean {
  return grant === 'anyone' && credentials
}

/**
 * Everything that is wrong with how a stranger's page, or a cache, is treated; nothing for a sound server. `*` with
 * credentials is the conflict alone, and caching is asked about only where the stranger is refused: whoever repairs
 * the way in brings `Vary` along.
 */
export function defectsOf(observation: Observation, { vary }: Library): Defect[] {
  const ways = admissionsOf(observation, 'stranger')
  const wildcard = ways.some(isConflict) ? 'conflict' : 'anyone'
  const defects: Defect[] = []
  if (ways.some(({ grant }) => grant === 'anyone')) defects.push(wildcard)
  if (ways.some(({ grant }) => grant === 'echoed')) defects.push('echoed')
  if (ways.length === 0 && vary === 'by hand' && !isCacheable(observation)) defects.push('unvaried')
  return defects
}

/** Caches are told where the answer depends on the origin. */
export function isCacheable({ dynamic, varies }: Observation): boolean {
  return varies || !dynamic
}

const REFUSED: Admission = { grant: 'refused', credentials: false }

function admission(answer: Answer, origin: string | undefined): Admission {
  const granted = combined(answer.allowOrigin)
  const credentials = combined(answer.allowCredentials) === 'true'
  if (granted === '*') return { grant: 'anyone', credentials }
  if (granted !== undefined && granted === origin) return { grant: 'echoed', credentials }
  return REFUSED
}

/** Several headers of one name are one value to a browser: a list, which no origin equals. */
function combined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(', ')
}

function isOk({ status }: Answer): boolean {
  return typeof status === 'number' && status >= 200 && status < 300
}

/** Whether caches are told that an answer is for one origin. */
export function variesByOrigin({ vary }: Answer): boolean {
  const names = vary.flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase())
  return names.includes('origin') || names.includes('*')
}

function forEachSender(read: (sender: Sender) => Admission): Record<Sender, Admission> {
  return { stranger: read('stranger'), opaque: read('opaque'), listed: read('listed'), unnamed: read('unnamed') }
}
