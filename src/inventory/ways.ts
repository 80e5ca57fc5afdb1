import type { SourceCode } from 'eslint'

import { unlistedTexts } from '../defects/texts.ts'
import type { Certainty, Way } from '../exchange/record.ts'
import { isSentAsStar } from '../exposure.ts'
import type { CheckedGrant, Grant } from '../grants/model.ts'
import { isSerialized } from '../origins/serialized.ts'
import type { Policy } from '../policy.ts'
import { wayPast } from '../weaknesses.ts'
import { placeOf } from './places.ts'

/** So many origins that the code names are asked about, and so many characters of a check are shown. */
const MAX_NAMED = 24
const MAX_CHARACTERS = 400

/** The ways in of a policy, each asked about the origins that matter: it answers, and nothing is guessed. */
export function waysOf(policy: Policy, source: SourceCode, further: readonly string[]): readonly Way[] {
  const { grants, stranger } = policy
  const witnesses = new Map(grants.map((grant) => [grant, grant.kind === 'checked' ? witnessOf(policy, grant) : null]))
  const named = grants.flatMap(namesOf).slice(0, MAX_NAMED)
  const found = [...witnesses.values()].filter((witness) => witness !== null)
  const origins = [...new Set([stranger, 'null', '', ...named, ...found, ...further])]
  const isFailing = [...unlistedTexts(policy)].some(({ fails }) => fails === 'request')
  return grants.map((grant): Way => {
    const credentials = credentialsOf(policy, grant, origins)
    return {
      kind: grant.kind,
      sends: isFailing ? { type: 'nothing' } : sendsOf(policy, grant, credentials),
      open: Object.fromEntries(origins.map((origin) => [origin, openTo(policy, grant, origin)])),
      credentials,
      environment: grant.environment,
      fallback: grant.fallback ?? null,
      check:
        grant.kind === 'checked'
          ? { code: checkIn(grant, source), names: namesOf(grant), witness: witnesses.get(grant) ?? null }
          : null,
      failure: grant.kind === 'unusable' ? grant.effect.type : null,
      place: placeOf(grant.node),
    }
  })
}

/** Whether a way is open to an origin; `''` is a request without one. */
function openTo(policy: Policy, grant: Grant, origin: string): Certainty {
  const asked = origin === '' ? null : origin
  if (grant.environment === 'development') return 'no'
  if (grant.kind === 'checked') return certaintyOf(grant.check.admits(asked))
  const happens = certaintyOf(policy.happens(grant, { origin: asked, environment: 'production', method: 'GET' }))
  const isOption = policy.form.type === 'options'
  switch (grant.kind) {
    case 'listed':
      return isOption && grant.origin !== origin ? 'no' : happens
    case 'null':
      return isOption && origin !== 'null' ? 'no' : happens
    case 'unusable':
      if (grant.whose === 'unnamed' && origin !== '') return 'no'
      return grant.whose === 'stranger' && origin !== policy.stranger ? 'unknown' : happens
    case 'unknown':
    case 'request':
      return happens === 'no' ? 'no' : 'unknown'
    default:
      return happens
  }
}

function sendsOf(policy: Policy, grant: Grant, credentials: Certainty): Way['sends'] {
  switch (grant.kind) {
    case 'anyone':
      if (credentials === 'no' || isSentAsStar(policy, grant)) return { type: 'text', text: '*' }
      return { type: credentials === 'yes' ? 'origin' : 'unknown' }
    case 'echo':
    case 'checked':
      return { type: 'origin' }
    case 'listed':
      return { type: 'text', text: grant.origin }
    case 'null':
      return { type: 'text', text: 'null' }
    case 'unusable':
      return { type: grant.effect.type === 'sent' ? 'other' : 'nothing' }
    default:
      return { type: 'unknown' }
  }
}

/** Whether credentials are allowed whenever a way is open. */
function credentialsOf(policy: Policy, grant: Grant, origins: readonly string[]): Certainty {
  if (grant.kind === 'anyone' && policy.library.wildcardWithCredentials === 'dropped') return 'no'
  const facts = policy.credentials.filter(
    (fact) => fact.environment !== 'development' && policy.canCoincide(grant, fact),
  )
  if (facts.every(({ value }) => value === false)) return 'no'
  if (facts.some(({ value }) => value === undefined)) return 'unknown'
  const admitted = origins.filter((origin) => origin !== '' && openTo(policy, grant, origin) === 'yes')
  const isCertain = admitted.every((origin) =>
    facts.some(
      (fact) =>
        fact.value === true && policy.happens(fact, { origin, environment: 'production', method: 'GET' }) === 'yes',
    ),
  )
  return isCertain && facts.every(({ value }) => value === true) ? 'yes' : 'perhaps'
}

function witnessOf(policy: Policy, grant: CheckedGrant): string | null {
  return grant.environment === 'development' ? null : (wayPast(policy, grant)?.origin ?? null)
}

/** The origins that a way names, as browsers send them. */
function namesOf(grant: Grant): string[] {
  if (grant.kind === 'listed') return [grant.origin].filter(isSerialized)
  return grant.kind === 'checked'
    ? grant.check.vocabulary.texts
        .map(({ text }) => text)
        .filter(isSerialized)
        .slice(0, MAX_NAMED)
    : []
}

/** The code that compares the origin; that of the way in where it cannot be told apart. */
function checkIn({ check, node }: CheckedGrant, source: SourceCode): string {
  const { tests } = check.vocabulary
  const texts = (tests.length > 0 ? tests : [node]).map(({ range }) => source.text.slice(...range))
  return [...new Set(texts)].join(' … ').slice(0, MAX_CHARACTERS)
}

function certaintyOf(verdict: ReturnType<Policy['happens']>): Certainty {
  return verdict === 'either' ? 'perhaps' : verdict === 'unseen' ? 'unknown' : verdict
}
