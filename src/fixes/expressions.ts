import type { Node } from '../values/value.ts'
import { replace, type Edit, type Edits, type FixContext } from './edit.ts'
import { styleOf } from './style.ts'

/** Replaces the expression of a value. */
export function replaceValue(node: Node, text: string, context: FixContext): Edits {
  return [replaceExpression(node, text, context)]
}

function replaceExpression(node: Node, text: string, context: FixContext): Edit {
  const { parent } = node
  // `{ credentials }` needs its key besides the value.
  return parent?.type === 'Property' && parent.shorthand
    ? replace(parent, `${styleOf(context.sourceCode).of(parent.key)}: ${text}`)
    : replace(node, text)
}

/** Writes a text in the quotes of the file. */
export function quoted(text: string, context: FixContext): string {
  return styleOf(context.sourceCode).string(text)
}
