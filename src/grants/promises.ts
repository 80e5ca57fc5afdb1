import { and } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import type { Choice, Choices, FunctionValue } from '../values/value.ts'
import { askedOf } from './asked.ts'

/** How often a promise may resolve to another one. */
const MAX_STEPS = 4

/** What a promise resolves to, through promises that it is followed by; anything else is itself. */
export function awaited(choice: Choice): Choices {
  return resolved(choice, MAX_STEPS)
}

function resolved(choice: Choice, steps: number): Choices {
  const { value, when } = choice
  if (value.kind !== 'instance' || value.of !== 'Promise' || steps === 0) return [choice]
  return (value.args[0]?.() ?? []).flatMap((inner) =>
    resolved({ value: inner.value, when: and(when, inner.when) }, steps - 1),
  )
}

/** Whether a function that takes no callback may return a promise instead. */
export function mayPromise(analysis: Analysis, fn: FunctionValue): boolean {
  if (fn.node.async) return true
  if (fn.node.params.length > 1 || fn.node.params.some(({ type }) => type === 'RestElement')) return false
  const returned = analysis.call(fn, askedOf(fn, 'origin'), fn.node, fn.frame, {})
  return returned.some(
    ({ value }) => /^(?:unknown|external)$/.test(value.kind) || (value.kind === 'instance' && value.of === 'Promise'),
  )
}
