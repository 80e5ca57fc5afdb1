import { exportOf } from '../modules.ts'
import type { OriginSemantics } from '../semantics.ts'
import { and, type Condition } from '../values/condition.ts'
import { isInside } from '../values/tree.ts'
import type { Choice, Frame, FunctionValue, Node, Value } from '../values/value.ts'
import { nodeOf } from './texts.ts'

/** A value of the option, or of an entry of its list, and where it stands. */
export interface Setting {
  readonly value: Value
  readonly when: Condition
  /** Where the library is given it. */
  readonly place: Node
  readonly frame: Frame | null
  readonly by: 'option' | 'callback'
  /** How many lists it stands in. */
  readonly nesting: number
  /** Whether it is the only entry of its list. */
  readonly isOnly: boolean
}

/** A value of the option, or of an entry of its list, as the library is given it first. */
export function settingOf(
  { value, when: own }: Choice,
  when: Condition,
  place: Node,
  frame: Frame | null,
  by: Setting['by'],
): Setting {
  return { value, when: and(when, own), place, frame, by, nesting: 0, isOnly: false }
}

/** Whether a value is an export of a package that stands for everybody. */
export function isEveryone(value: Value, { everyone }: OriginSemantics): boolean {
  const target = exportOf(value)
  if (!everyone || !target) return false
  return everyone.modules.includes(target.module) && everyone.names.includes(target.name)
}

/** A constant is the place to change; anything else is pointed at where it is used. */
export function placeOf({ value, place }: Setting): Node {
  const own = nodeOf(value) ?? place
  const isConstant = value.kind === 'literal' || value.kind === 'regexp' || value.kind === 'function'
  return isConstant || isInside(own, place) ? own : place
}

/** What is falsy counts as no option at all, where it does not switch the library off. */
export function isMissing(value: Value): boolean {
  return value.kind === 'literal' && !value.value
}

/** Where a function answers: what an arrow function returns, or else the function. */
export function bodyOf({ node }: FunctionValue): Node {
  return node.body.type === 'BlockStatement' ? node : node.body
}
