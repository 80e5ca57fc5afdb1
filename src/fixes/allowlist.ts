import type { Grant } from '../grants/model.ts'
import type { Policy } from '../policy.ts'
import type { Edits, FixContext } from './edit.ts'
import { headerAllowlist } from './headers.ts'
import { nameOfList } from './list.ts'
import { optionAllowlist } from './options.ts'

/** The text of the suggestion that `allowlistRepair` makes; part of the messages of every rule that offers it. */
export const suggestAllowlist = { allowlist: 'Allow only the origins listed in {{list}}' }

export interface AllowlistRepair {
  readonly messageId: 'allowlist'
  readonly data: { readonly list: string }
  readonly edits: Edits | undefined
}

/** Narrows one way in to the user's list, in the form that the library of the policy understands. */
export function allowlistRepair(policy: Policy, grant: Grant, context: FixContext): AllowlistRepair {
  return { messageId: 'allowlist', data: { list: nameOfList(context) }, edits: toAllowlist(policy, grant, context) }
}

function toAllowlist(policy: Policy, grant: Grant, context: FixContext): Edits | undefined {
  const { form } = policy
  const edits =
    form.type === 'options'
      ? optionAllowlist({ ...policy, form }, grant, context)
      : headerAllowlist({ ...policy, form }, grant, context)
  return edits && edits.length > 0 ? edits : undefined
}
