import type { Fact } from '../policy.ts'
import { wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { Edit, Edits, FixContext } from './edit.ts'

/** Removes the place that asks for credentials; `undefined` where it cannot be taken out cleanly. */
export function dropCredentials({ node }: Fact<boolean>, { sourceCode }: FixContext): Edits | undefined {
  const { text } = sourceCode
  if (node.type === 'Property') return [removeElement(node, text)]
  const statement = wrapped(node).parent
  if (
    (node.type === 'CallExpression' || node.type === 'AssignmentExpression') &&
    statement?.type === 'ExpressionStatement'
  ) {
    return statement.parent.type === 'BlockStatement' || statement.parent.type === 'Program'
      ? [removeLine(statement, text)]
      : undefined
  }
  return undefined
}

/** Removes a property with the comma that belongs to it. */
function removeElement(node: Node, text: string): Edit {
  const [start, end] = node.range
  const after = /^\s*,[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end))
  if (after) return { start, end: end + after[0].length, text: '' }
  const before = /,?\s*$/.exec(text.slice(0, start))?.[0] ?? ''
  return { start: start - before.length, end, text: before.startsWith(',') ? '' : before }
}

function removeLine(node: Node, text: string): Edit {
  const [start, end] = node.range
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  return rest > 0 ? { start: start - indent, end: end + rest, text: '' } : { start, end, text: '' }
}
