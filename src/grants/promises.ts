import { and } from '../values/condition.ts'
import type { Choice, Choices } from '../values/value.ts'

/** What a promise resolves to; anything else is itself. */
export function awaited(choice: Choice): Choices {
  const { value, when } = choice
  if (value.kind !== 'instance' || value.of !== 'Promise') return [choice]
  return (value.args[0]?.() ?? []).map((inner) => ({ value: inner.value, when: and(when, inner.when) }))
}
