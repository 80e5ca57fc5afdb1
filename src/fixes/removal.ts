import { wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { Edit, Edits, FixContext } from './edit.ts'

/** Removes an element of an object or a list with the comma that belongs to it, and the line it leaves empty. */
export function removeElement(node: Node, text: string): Edit {
  const [start, end] = node.range
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0
  const isLast = /^\s*[}\]]/.test(text.slice(end + comma))
  if (!isLast) {
    const gap = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end + comma))?.[0].length ?? 0
    return { start, end: end + comma + gap, text: '' }
  }
  const before = /,?\s*$/.exec(text.slice(0, start))?.[0] ?? ''
  const isOnly = /[{[]$/.test(text.slice(0, start - before.length))
  const tail = isOnly ? (/^\s*/.exec(text.slice(end + comma))?.[0].length ?? 0) : 0
  // A list that ended with a comma keeps doing so.
  return { start: start - before.length, end: end + comma + tail, text: comma > 0 && before.startsWith(',') ? ',' : '' }
}

/** Removes a statement, and the line it stood on. */
export function removeLine(node: Node, text: string): Edit {
  const [start, end] = node.range
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  return rest > 0 ? { start: start - indent, end: end + rest, text: '' } : { start, end, text: '' }
}

/** Removes an element of a list that is written in the code; `undefined` for what is no such element. */
export function removeEntry(node: Node, { sourceCode }: FixContext): Edits | undefined {
  const element = wrapped(node)
  const { parent } = element
  // An empty list would mean something else than one entry less.
  if (parent?.type !== 'ArrayExpression' || parent.elements.length < 2) return undefined
  return [removeElement(element, sourceCode.text)]
}
