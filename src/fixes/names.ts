import type { Rule } from 'eslint'
import type { LibraryOption, Policy, WrittenOption } from '../policy.ts'
import { staticKey, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { AllowlistRepair } from './allowlist.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { nameOfList } from './list.ts'
import { setList } from './options.ts'
import type { WrittenValue } from './per-request.ts'
import { styleOf } from './style.ts'

/** Gives an option another name, where it is written by name. */
export function renameOption({ node }: WrittenOption, name: string, context: FixContext): Edits | undefined {
  const style = styleOf(context.sourceCode)
  if (node.type === 'Property') {
    const key = node.key
    if (node.shorthand) return [replace(node, `${name}: ${style.of(node.value)}`)]
    if (node.computed && key.type !== 'Literal') return undefined
    return [replace(key, key.type === 'Literal' && node.computed ? style.string(name) : name)]
  }
  const target = node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined
  if (target?.type !== 'MemberExpression' || staticKey(target) === undefined) return undefined
  return [replace(target.property, target.computed ? style.string(name) : name)]
}

/** Writes the list in place of an option about origins that has a wrong name, under the right one. */
function allowlistInstead(
  policy: Policy,
  written: WrittenOption,
  meant: LibraryOption,
  context: FixContext,
): Edits | undefined {
  const { node } = written
  if (context.sourceCode.getCommentsInside(node as unknown as Rule.Node).length > 0) return undefined
  const name = policy.library.allowlistOption ?? meant.name
  const { form } = policy
  if (form.type !== 'options') return undefined
  const set = (replacedBy: WrittenValue['replacedBy']) =>
    setList({ ...policy, form }, name, { node, replacedBy }, context)
  if (node.type === 'Property') return set((code) => replace(node, `${name}: ${code}`))
  const renamed = renameOption(written, name, context)
  if (!renamed || node.type !== 'AssignmentExpression') return undefined
  const edits = set((code) => replace(node.right, code))
  return edits && [...edits, ...renamed]
}

/** The same as a repair. */
export function misnamedRepair(
  policy: Policy,
  written: WrittenOption,
  meant: LibraryOption,
  context: FixContext,
): AllowlistRepair {
  const edits = allowlistInstead(policy, written, meant, context)
  return { messageId: 'allowlist', data: { list: nameOfList(context) }, edits }
}

/** The name of an option, where it is written. */
export function placeOfName({ node }: WrittenOption): Node {
  if (node.type === 'Property') return node.key
  const target = node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined
  return target?.type === 'MemberExpression' ? target.property : node
}
