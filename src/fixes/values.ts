import type { HeaderWrite } from '../policy.ts'
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

/** Gives a header another name; `undefined` where the name does not stand in the code. */
export function renameHeader({ nameNode, written }: HeaderWrite, name: string, context: FixContext): Edits | undefined {
  const { parent } = nameNode
  const isText = nameNode.type === 'Literal' && nameNode.value === written
  const isKey = parent?.type === 'Property' && parent.key === nameNode
  const isArgument = parent?.type === 'CallExpression' && parent.arguments[0] === nameNode
  if (!isText && !isKey && !isArgument) return undefined
  const text = quoted(name, context)
  if (parent?.type !== 'Property' || !parent.shorthand) return [replace(nameNode, text)]
  return [replace(parent, `${text}: ${styleOf(context.sourceCode).of(parent.value)}`)]
}
