import { isTainted, literal, unknown } from './construct.ts'
import type { Evaluator, Frame, Node, Thunk, Value, World } from './value.ts'

/** A call being evaluated. */
export interface Invocation {
  readonly evaluator: Evaluator
  readonly args: readonly Thunk[]
  readonly node: Node
  readonly frame: Frame | null
  readonly world: World
}

/** The value of an argument; unknown where it can be several. */
export function argument(call: Invocation, index: number): Value {
  const choices = call.args[index]?.()
  const [only] = choices ?? []
  if (!choices || !only) return literal(undefined, call.node)
  return choices.length === 1
    ? only.value
    : unknown(
        call.node,
        choices.some(({ value }) => isTainted(value)),
      )
}

/** Whether an argument may depend on what the client sent. */
export function isAnyTainted(call: Invocation): boolean {
  return call.args.some((thunk) => thunk().some(({ value }) => holdsTaint(value, 0)))
}

/** How deep an argument is looked into: `{ where: { origin } }`. */
const MAX_DEPTH = 3

/** Whether a value, or something in it, may depend on what the client sent. */
function holdsTaint(value: Value, depth: number): boolean {
  if (isTainted(value)) return true
  if (depth >= MAX_DEPTH || (value.kind !== 'object' && value.kind !== 'list')) return false
  const parts = value.kind === 'object' ? [...value.fields.values()] : value.items
  return parts.some((part) => part.choices().some((one) => holdsTaint(one.value, depth + 1)))
}
