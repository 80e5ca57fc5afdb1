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

/** Removes a property with the comma that belongs to it, and the line it leaves empty. */
function removeElement(node: Node, text: string): Edit {
  const [start, end] = node.range
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0
  const isLast = /^\s*\}/.test(text.slice(end + comma))
  if (!isLast) {
    const gap = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end + comma))?.[0].length ?? 0
    return { start, end: end + comma + gap, text: '' }
  }
  const before = /,?\s*$/.exec(text.slice(0, start))?.[0] ?? ''
  const isOnly = text.slice(0, start - before.length).endsWith('{')
  const tail = isOnly ? (/^\s*/.exec(text.slice(end + comma))?.[0].length ?? 0) : 0
  // A list that ended with a comma keeps doing so.
  return { start: start - before.length, end: end + comma + tail, text: comma > 0 && before.startsWith(',') ? ',' : '' }
}

function removeLine(node: Node, text: string): Edit {
  const [start, end] = node.range
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  return rest > 0 ? { start: start - indent, end: end + rest, text: '' } : { start, end, text: '' }
}
