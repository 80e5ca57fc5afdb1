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
  return call.args.some((thunk) => thunk().some(({ value }) => isTainted(value)))
}

/** Whether a call that cannot be seen may ask about the origin: it is given it, or a function that may know it. */
export function mayAsk(call: Invocation): boolean {
  return call.args.some((thunk) => thunk().some(({ value }) => value.kind === 'function' || isTainted(value)))
}
