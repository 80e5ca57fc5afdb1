import type { Fact, Policy } from '../policy.ts'
import type { Edits, FixContext } from './edit.ts'
import { removeSetting } from './removal.ts'
import { addOption } from './slots.ts'

/**
 * Takes credentials back: removes the place that asks for them, or turns them off where the library has them on by
 * itself; `undefined` where that cannot be done cleanly.
 */
export function dropCredentials(
  { library, form }: Policy,
  { node, isDefault }: Fact<boolean>,
  context: FixContext,
): Edits | undefined {
  if (isDefault !== true) return removeSetting(node, context)
  const name = library.options.find(({ part }) => part === 'credentials')?.name
  return form.type === 'options' && name !== undefined ? addOption(form, name, 'false', context) : undefined
}
