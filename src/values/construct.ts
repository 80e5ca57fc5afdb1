import { and, TRUE, type Condition } from './condition.ts'
import { mayCarryOrigin } from './inputs.ts'
import type { Choice, Choices, LiteralValue, Node, Primitive, UnknownValue, Value } from './value.ts'

/** More alternatives than this are not told apart: the rest is one unknown. */
const MAX_CHOICES = 24

export function literal(value: Primitive, node: Node, tainted = false): LiteralValue {
  return { kind: 'literal', value, node, tainted }
}

export function unknown(node: Node, tainted = false): UnknownValue {
  return { kind: 'unknown', tainted, node }
}

export function one(value: Value, when: Condition = TRUE): Choices {
  return [{ value, when }]
}

/** Bounds a set of choices; never empty. */
export function choices(list: readonly Choice[], node: Node): Choices {
  if (list.length === 0) return one(unknown(node))
  if (list.length <= MAX_CHOICES) return list
  return [...list.slice(0, MAX_CHOICES), { value: unknown(node), when: TRUE }]
}

/** How deep, and how far, a list or an object is searched for what the client sent. */
const MAX_DEPTH = 4
const MAX_PARTS = 64

/** Whether a value may depend on what the client sent, or holds something that does: `{ where: { origin } }`. */
export function isTainted(value: Value, depth = 0): boolean {
  const isPartTainted = (parts: readonly { choices(): Choices }[]): boolean =>
    depth < MAX_DEPTH && parts.some((part) => part.choices().some((choice) => isTainted(choice.value, depth + 1)))
  switch (value.kind) {
    case 'input':
      return value.source !== 'query' && value.source !== 'host'
    case 'literal':
    case 'unknown':
    case 'instance':
      return value.tainted
    case 'external':
      return mayCarryOrigin(value)
    case 'list':
      return value.tainted === true || isPartTainted(value.items.slice(0, MAX_PARTS))
    case 'object':
      return isPartTainted([...value.fields.values()].slice(0, MAX_PARTS))
    default:
      return false
  }
}

/** Reads each choice, and keeps its condition. */
export function mapChoices(list: Choices, read: (value: Value) => Choices): Choices {
  return list.flatMap(({ value, when }) =>
    read(value).map((choice) => ({ value: choice.value, when: and(when, choice.when) })),
  )
}

/** The value of an expression that has only one. */
export function single(choices: Choices, node: Node): Value {
  const [only] = choices
  return choices.length === 1 && only
    ? only.value
    : unknown(
        node,
        choices.some((choice) => isTainted(choice.value)),
      )
}

/** The text of parts that are all known, or `undefined`. */
export function literalText(
  parts: readonly (Value | undefined)[],
  separator: string,
  node: Node,
): LiteralValue | undefined {
  const texts = parts.flatMap((part) => (part?.kind === 'literal' ? [part] : []))
  if (texts.length !== parts.length) return undefined
  const text = texts.map((part) => String(part.value)).join(separator)
  return literal(
    text,
    node,
    texts.some((part) => part.tainted),
  )
}

/** The value, known to have been picked by looking at the assumed origin. */
export function taint(value: Value): Value {
  switch (value.kind) {
    case 'literal':
    case 'instance':
      return { ...value, tainted: true }
    case 'unknown':
    case 'external':
      return unknown(value.node, true)
    default:
      return value
  }
}
