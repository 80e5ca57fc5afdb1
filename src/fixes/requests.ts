import type { RequestHeader } from '../policy.ts'
import { unwrap, wrapped } from '../values/tree.ts'
import type { Edits, FixContext } from './edit.ts'
import { removeElement, removeLine } from './removal.ts'

/** Takes a header out of a request; `undefined` where something else uses it, or where it cannot be cut out. */
export function removeHeader({ node, isOwn }: RequestHeader, context: FixContext): Edits | undefined {
  const { text } = context.sourceCode
  if (!isOwn) return undefined
  if (node.type === 'Property' || node.type === 'ArrayExpression') {
    const edit = removeElement(node, context)
    return edit && [edit]
  }
  const outer = wrapped(node).parent
  const isStatement = outer?.type === 'ExpressionStatement' && /^(?:BlockStatement|Program)$/.test(outer.parent.type)
  if (node.type === 'AssignmentExpression') return isStatement ? [removeLine(outer, text)] : undefined
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrap(node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  // A link of a chain leaves it; a call by itself goes as a whole.
  if (unwrap(callee.object).type === 'CallExpression' || unwrap(callee.object).type === 'NewExpression')
    return [{ start: callee.object.range[1], end: node.range[1], text: '' }]
  return isStatement ? [removeLine(outer, text)] : undefined
}
