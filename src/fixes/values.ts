import type { EchoGrant, UnusableGrant } from '../grants/model.ts'
import { enclosingFunction, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { isPlainStatement, wrapInIf } from './placement.ts'
import { styleOf } from './style.ts'

/** How a value becomes one that an origin can be compared with. */
export interface Conversion {
  readonly way: 'spread' | 'origin' | 'await'
  readonly edits: Edits
}

/** What turns a `Set` into a list, a `URL` into its origin, or a promise into what it resolves to. */
export function comparable({ node, type }: EchoGrant, context: FixContext): Conversion | undefined {
  const place = wrapped(node)
  // What was said about its type is no longer true.
  const bare = unwrap(node)
  if (!/^(?:Identifier|MemberExpression|NewExpression|CallExpression)$/.test(bare.type)) return undefined
  const text = context.sourceCode.text.slice(bare.range[0], bare.range[1])
  switch (type) {
    case 'Set': {
      const isEntry = place.parent?.type === 'ArrayExpression'
      return { way: 'spread', edits: replaceValue(place, isEntry ? `...${text}` : `[...${text}]`) }
    }
    case 'URL':
      return { way: 'origin', edits: replaceValue(place, `${text}.origin`) }
    case 'Promise':
      return isAwaitable(place, context) ? { way: 'await', edits: replaceValue(place, `await ${text}`) } : undefined
    default:
      return undefined
  }
}

/** Whether `await` may stand at a place as it is: in an async function, or at the top of a module. */
function isAwaitable(node: Node, { sourceCode }: FixContext): boolean {
  const fn = enclosingFunction(node)
  if (fn) return fn.async
  return sourceCode.ast.body.some(({ type }) => /^(?:Import|Export(?:Named|Default|All))Declaration$/.test(type))
}

/** `{ origin }` has no value of its own to replace. */
function replaceValue(value: Node, text: string): Edits {
  const { parent } = value
  if (parent?.type === 'Property' && parent.shorthand && parent.key.type === 'Identifier')
    return [replace(parent, `${parent.key.name}: ${text}`)]
  return [replace(value, text)]
}

/** Writes the header only where its value is there: a name that is written by a statement of its own. */
export function guardValue({ node, value }: UnusableGrant, { sourceCode }: FixContext): Edits | undefined {
  const call = wrapped(node).parent
  if (!/^(?:undefined|false)$/.test(value) || node.type !== 'Identifier' || node.name === 'undefined') return undefined
  if (call?.type !== 'CallExpression' || !isPlainStatement(call)) return undefined
  const statement = wrapped(call).parent
  if (statement?.type !== 'ExpressionStatement') return undefined
  return wrapInIf(statement, node.name, styleOf(sourceCode))
}
