import type { Fact } from '../policy.ts'
import { wrapped } from '../values/tree.ts'
import type { Edits, FixContext } from './edit.ts'
import { removeElement, removeLine } from './removal.ts'

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
