import type { HeaderWrite } from '../policy.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { quoted } from './expressions.ts'
import { styleOf } from './style.ts'

/** Gives a header another name; `undefined` where the name does not stand in the code. */
export function renameHeader({ nameNode, written }: HeaderWrite, name: string, context: FixContext): Edits | undefined {
  const { parent } = nameNode
  if (!isConstantName({ nameNode, written })) return undefined
  const text = quoted(name, context)
  if (parent?.type !== 'Property' || !parent.shorthand) return [replace(nameNode, text)]
  return [replace(parent, `${text}: ${styleOf(context.sourceCode).of(parent.value)}`)]
}

/** Whether the name of a header stands in the code, and is not computed from what differs from call to call. */
export function isConstantName({ nameNode, written }: Pick<HeaderWrite, 'nameNode' | 'written'>): boolean {
  const { parent } = nameNode
  if (nameNode.type === 'Literal') return nameNode.value === written
  if (nameNode.type === 'TemplateLiteral') return nameNode.quasis.length === 1
  return parent?.type === 'Property' && parent.key === nameNode && !parent.computed
}
