import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { HeaderWrite } from '../policy.ts'
import { unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { Edit, Edits, FixContext } from './edit.ts'
import { isConstantName } from './header-names.ts'

/**
 * Removes what sets an option or writes a header: a property, a statement, a link of a chain.
 *
 * @returns `undefined` where it cannot be taken out cleanly, or a comment would be lost.
 */
export function removeSetting(node: Node, context: FixContext): Edits | undefined {
  const edit = removalOf(node, context)
  return edit && !hasComments(edit, context) ? [edit] : undefined
}

/** Removes the write of a header; `undefined` where one call writes whatever headers it is handed. */
export function removeWrite(write: HeaderWrite, context: FixContext): Edits | undefined {
  return write.shape === 'table' || !isConstantName(write) ? undefined : removeSetting(write.node, context)
}

function removalOf(node: Node, context: FixContext): Edit | undefined {
  const { text } = context.sourceCode
  if (node.type === 'Property') return removeElement(node, context)
  if (node.type !== 'CallExpression' && node.type !== 'AssignmentExpression') return undefined
  const { parent } = wrapped(node)
  if (parent?.type === 'ExpressionStatement') {
    const chain = node.type === 'CallExpression' ? linkOf(node) : undefined
    if (chain) return chain
    return parent.parent.type === 'BlockStatement' || parent.parent.type === 'Program'
      ? removeLine(parent, text)
      : undefined
  }
  return node.type === 'CallExpression' && parent?.type === 'MemberExpression' ? linkOf(node, true) : undefined
}

/** `.set(…)` of `res.status(200).set(…)`; of `res.set(…).json(…)` only where something is known to follow. */
function linkOf(call: TSESTree.CallExpression, isFollowed = false): Edit | undefined {
  const callee = unwrap(call.callee)
  if (callee.type !== 'MemberExpression') return undefined
  const isLink = isFollowed || unwrap(callee.object).type === 'CallExpression'
  return isLink ? { start: callee.object.range[1], end: call.range[1], text: '' } : undefined
}

/**
 * Removes an element of a list that is written in the code and has others; `undefined` for what is no such element, or
 * where a comment stands in the way.
 */
export function removeEntry(node: Node, context: FixContext): Edits | undefined {
  const element = wrapped(node)
  const { parent } = element
  // An empty list would mean something else than one entry less.
  if (parent?.type !== 'ArrayExpression' || parent.elements.length < 2) return undefined
  const edit = removeElement(element, context)
  return edit && !hasComments(edit, context) ? [edit] : undefined
}

/** Removes a property or an element with the comma that belongs to it, and the line it leaves empty. */
export function removeElement(node: Node, { sourceCode }: FixContext): Edit | undefined {
  const { text } = sourceCode
  const [start, end] = node.range
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0
  // A comment between the two would be left with the comma.
  if (comma === 0 && sourceCode.getTokenAfter(node as unknown as Rule.Node)?.value === ',') return undefined
  const isLast = /^\s*[\]}]/.test(text.slice(end + comma))
  if (!isLast) {
    const gap = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end + comma))?.[0].length ?? 0
    return { start, end: end + comma + gap, text: '' }
  }
  const before = /,?\s*$/.exec(text.slice(0, start))?.[0] ?? ''
  const isOnly = /[[{]$/.test(text.slice(0, start - before.length))
  const tail = isOnly ? (/^\s*/.exec(text.slice(end + comma))?.[0].length ?? 0) : 0
  // A list that ended with a comma keeps doing so.
  return { start: start - before.length, end: end + comma + tail, text: comma > 0 && before.startsWith(',') ? ',' : '' }
}

/** Removes a statement, and the line it stood on. */
export function removeLine(node: Node, text: string): Edit {
  const [start, end] = node.range
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  const gap = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
  return rest > 0 ? { start: start - indent, end: end + rest, text: '' } : { start, end: end + gap, text: '' }
}

function hasComments({ start, end }: Edit, { sourceCode }: FixContext): boolean {
  return sourceCode.getAllComments().some(({ range }) => range && range[0] < end && range[1] > start)
}
