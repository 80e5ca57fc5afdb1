import { overlaid } from '../values/objects.ts'
import type { ObjectValue } from '../values/value.ts'
import type { Given } from './places.ts'

/**
 * Options that go over others, together with those: what they do not say is what the library was told where it was
 * brought in. Where this file shows no such place, or several, what they do not say cannot be seen.
 */
export function* laidOver(given: readonly Given[]): Iterable<Given> {
  const bases = given.filter(({ overlays }) => !overlays)
  for (const one of given) {
    const { choice, overlays } = one
    if (!overlays) yield one
    else if (choice?.value.kind === 'object') yield { ...one, choice: { ...choice, value: over(choice.value, bases) } }
  }
}

function over(options: ObjectValue, bases: readonly Given[]): ObjectValue {
  const [base, ...others] = bases
  if (!base || others.length > 0) return { ...options, open: true }
  return base.choice ? overlaid(base.choice.value, options) : options
}
