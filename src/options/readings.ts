import { UNSEEN, type Reading } from '../facts.ts'
import type { Occurrence } from '../policy.ts'
import type { BareEffect, BareSemantics, GateSemantics, OptionLibrary } from '../semantics.ts'
import { and, FALSE, not, or, TRUE, type Condition } from '../values/condition.ts'
import { literal } from '../values/construct.ts'
import { methodName } from '../values/tree.ts'
import type { Choice, Node, ObjectValue, Value } from '../values/value.ts'

/** A test that stands where options go is `true` where its condition holds, and `false` elsewhere. */
export function outcomesOf({ value, when }: Choice): readonly Choice[] {
  if (value.kind !== 'test') return [{ value, when }]
  return [
    { value: literal(true, value.node), when: and(when, value.condition) },
    { value: literal(false, value.node), when: and(when, not(value.condition)) },
  ]
}

/** What a value means that takes the place of an options object; `undefined` when it cannot be seen. */
export function bareEffect(value: Value, bare: BareSemantics): BareEffect | undefined {
  const { other, false: falsy = other } = bare
  switch (value.kind) {
    case 'literal':
      if (value.value === undefined) return bare.undefined ?? falsy
      if (!value.value) return falsy
      if (typeof value.value === 'string') return bare.text ?? other
      return (value.value === true ? bare.true : undefined) ?? other
    case 'list':
      return bare.list ?? other
    case 'regexp':
      return other
    case 'input':
      return bare.text === 'origin' ? 'origin' : undefined
    case 'instance':
      return /^(?:Promise|Set|Map|URL)$/.test(value.of) ? other : undefined
    default:
      return undefined
  }
}

/** Whether preflights go on to the next handler. */
export function preflightContinues(options: ObjectValue | undefined, when: Condition): readonly Occurrence<boolean>[] {
  const field = options?.fields.get('preflightContinue')
  if (!field) return []
  return field.choices().map((choice) => ({
    value: choice.value.kind === 'literal' ? Boolean(choice.value.value) : undefined,
    node: field.node,
    when: and(when, field.when, choice.when),
  }))
}

/** Whether credentials are on: where they are, `true` is sent, and otherwise no header. */
export function credentials(
  value: Value,
  { on, absent, undefined: unset }: OptionLibrary['credentials'],
): Reading<boolean> {
  const isUnset = unset === 'absent' && value.kind === 'literal' && value.value === undefined
  const is = isUnset ? absent : isOn(value, on)
  if (is === undefined) return UNSEEN
  return is ? { value: true, sent: 'true' } : { value: false, sent: null }
}

function isOn(value: Value, on: OptionLibrary['credentials']['on']): boolean | undefined {
  if (value.kind !== 'literal') return undefined
  if (on === 'true') return value.value === true
  return on === 'truthy' ? Boolean(value.value) : value.value !== false
}

/** A number or anything truthy goes out as text. */
export function age(value: Value, unit: OptionLibrary['maxAgeUnit']): Reading<number | string> {
  if (value.kind !== 'literal' || unit === 'duration') return UNSEEN
  const written = value.value
  if (typeof written !== 'number' && !written) return { value: undefined, sent: null }
  const seconds = unit === 'milliseconds' ? Math.trunc(Number(written) / 1000) : written
  return { value: typeof seconds === 'number' ? seconds : String(seconds), sent: String(seconds) }
}

/** `app.get('/path', cors(), handler)`: a middleware of one method sees no `OPTIONS` request. */
export function isBehindOneMethod(middleware: Node): boolean {
  const registration = middleware.parent?.type === 'ArrayExpression' ? middleware.parent.parent : middleware.parent
  if (registration?.type !== 'CallExpression') return false
  return /^(?:get|head|post|put|patch|delete|del)$/.test(methodName(registration) ?? '')
}

/** When a library is on, as the option says that turns it on or off. */
export function gateOf(gate: GateSemantics | undefined, options: ObjectValue | undefined): Condition {
  if (!gate) return TRUE
  const field = options?.fields.get(gate.name)
  if (!field) return options?.open === true || gate.absent ? TRUE : FALSE
  const on = field.choices().map(({ value, when }) => and(when, opening(value, gate.on)))
  const written = and(field.when, or(...on))
  return gate.absent ? or(written, not(field.when)) : written
}

function opening(value: Value, on: GateSemantics['on']): Condition {
  if (value.kind === 'test') return on === 'falsy' ? not(value.condition) : value.condition
  // What cannot be seen may well turn it on, and what it turns on can be judged.
  if (value.kind === 'unknown' || value.kind === 'external' || value.kind === 'input') return TRUE
  const truthy = value.kind !== 'literal' || Boolean(value.value)
  const isOpen = on === 'true' ? value.kind === 'literal' && value.value === true : on === 'truthy' ? truthy : !truthy
  return isOpen ? TRUE : FALSE
}
