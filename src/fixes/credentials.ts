import type { Fact } from '../policy.ts'
import type { Edits, FixContext } from './edit.ts'
import { removeSetting } from './removal.ts'

/** Removes the place that asks for credentials; `undefined` where it cannot be taken out cleanly. */
export function dropCredentials({ node }: Fact<boolean>, context: FixContext): Edits | undefined {
  return removeSetting(node, context)
}
