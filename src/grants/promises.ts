import { and } from '../values/condition.ts'
import type { Choice, Choices } from '../values/value.ts'

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
