import type { GrantReader } from '../../grants/reader.ts'
import type { UnusableGrant } from '../../grants/model.ts'
import type { HeaderWrite } from '../../policy.ts'
import type { Condition } from '../../values/condition.ts'
import { environmentOf } from '../../values/development.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { enclosingFunction } from '../../values/tree.ts'
import type { Choices, Value, World } from '../../values/value.ts'
import type { LocatedWrite } from './writes.ts'

/** What becomes of a value that is no text. */
interface Effects {
  readonly undefined: 'sent' | 'throws' | 'unseen'
  /** A boolean, a number, a regular expression, an object. */
  readonly other: 'sent' | 'unseen'
}

/**
 * As observed with Node 20.20, Express 5.3, Fastify 5.12 and Koa 3.3. Fastify makes an empty header of `undefined`, which
 * does no harm. What Koa, Hono and h3 do with it changed between versions, and what becomes of a result is the platform's
 * business.
 */
const EFFECTS: Readonly<Record<HeaderWrite['api'], Effects>> = {
  node: { undefined: 'throws', other: 'sent' },
  express: { undefined: 'sent', other: 'sent' },
  fastify: { undefined: 'unseen', other: 'sent' },
  fetch: { undefined: 'sent', other: 'sent' },
  koa: { undefined: 'unseen', other: 'sent' },
  hono: { undefined: 'unseen', other: 'unseen' },
  event: { undefined: 'unseen', other: 'unseen' },
  result: { undefined: 'unseen', other: 'unseen' },
  declared: { undefined: 'unseen', other: 'unseen' },
}

/** What is sent as an allowed origin to those who ask, where it is certainly none. */
export function unusableIn(
  analysis: Analysis,
  grants: GrantReader,
  write: LocatedWrite,
  when: Condition,
): readonly UnusableGrant[] {
  const environment = environmentOf(analysis, when)
  const stranger = unusableFor(analysis, write, when, grants.world(grants.stranger))
  const unnamed = unusableFor(analysis, write, when, grants.world(null))
  const found = stranger ?? unnamed
  if (!found || !environment || environment === 'development') return []
  const isForAll = write.choices.every(({ value }) => isUnusable(value, write.api))
  const whose = isForAll ? 'all' : stranger ? 'stranger' : 'unnamed'
  const effect = effectOf(found, write.api)
  // Nobody looks at the header where a request has no origin.
  if (!effect || (whose === 'unnamed' && effect.type === 'sent')) return []
  // Many refuse by an empty header on purpose; it does no harm.
  if (isEmpty(found) && !write.choices.every(({ value }) => isEmpty(value))) return []
  const node = write.value ?? write.node
  const value = textOf(found)
  const grant = { node, use: node, when, environment, dependsOnOrigin: false, fallback: undefined } as const
  return [{ ...grant, kind: 'unusable', whose, value, effect }]
}

/** The value that a request gets for certain, where none that it can get is an origin. */
function unusableFor(analysis: Analysis, write: LocatedWrite, when: Condition, world: World): Value | undefined {
  analysis.refuel()
  const { verdict } = analysis.decide(when, world)
  if (verdict !== 'yes' && verdict !== 'either') return undefined
  const possible = choicesIn(analysis, write, world).filter(
    (choice) => analysis.decide(choice.when, world).verdict !== 'no',
  )
  return possible.every(({ value }) => isUnusable(value, write.api)) ? possible[0]?.value : undefined
}

/** What is written in a world; symbolically where the activation that makes the value is not at hand. */
function choicesIn(analysis: Analysis, { value, frame, choices, api }: LocatedWrite, world: World): Choices {
  // What goes out of a declaration is not always what it says.
  if (api === 'declared') return choices
  const own = value && analysis.frameOf(value, frame)
  return value && (own || !enclosingFunction(value)) ? analysis.evaluate(value, own ?? null, world) : choices
}

function isUnusable(value: Value, api: HeaderWrite['api']): boolean {
  switch (value.kind) {
    case 'literal':
      if (api === 'declared' && isParameter(value)) return true
      return value.value === '' || (typeof value.value !== 'string' && value.value !== null)
    case 'object':
      return !value.open && !value.fields.has('toString')
    case 'regexp':
      return true
    default:
      return false
  }
}

/** `:origin` in a declaration, where nothing fills it in. */
function isParameter(value: Value): boolean {
  return value.kind === 'literal' && typeof value.value === 'string' && /^:\w+$/.test(value.value)
}

function isEmpty(value: Value): boolean {
  return value.kind === 'literal' && value.value === ''
}

function effectOf(value: Value, api: HeaderWrite['api']): UnusableGrant['effect'] | undefined {
  const isMissing = value.kind === 'literal' && value.value === undefined
  const effect = isParameter(value) ? 'sent' : EFFECTS[api][isMissing ? 'undefined' : 'other']
  if (effect === 'unseen') return undefined
  return effect === 'throws' ? { type: 'throws' } : { type: 'sent', text: isEmpty(value) ? '' : textOf(value) }
}

/** The text that such a value becomes. */
function textOf(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return value.value === '' ? "''" : String(value.value)
    case 'regexp':
      return `/${value.source}/${value.flags}`
    default:
      return '[object Object]'
  }
}
