import type { WrittenOption } from '../policy.ts'
import { staticKey, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
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

/** The name of an option, where it is written. */
export function placeOfName({ node }: WrittenOption): Node {
  if (node.type === 'Property') return node.key
  const target = node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined
  return target?.type === 'MemberExpression' ? target.property : node
}
