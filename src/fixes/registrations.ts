import type { Registration } from '../applications/model.ts'
import type { Policy } from '../policy.ts'
import { isFunction, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { insertBefore } from './placement.ts'
import { styleOf } from './style.ts'

/**
 * Moves a registration in front of another one. Only where both are statements of one block, and where nothing that
 * the moved one uses is declared in between.
 */
export function moveBefore(moved: Registration, other: Registration, { sourceCode }: FixContext): Edits | undefined {
  const [statement, target] = [statementOf(moved.node), statementOf(other.node)]
  if (!statement || !target || statement.parent !== target.parent) return undefined
  const [start, end] = statement.range
  const uses = sourceCode.scopeManager.scopes.flatMap(({ references }) =>
    references.filter(({ identifier }) => isWithin(identifier.range, start, end)),
  )
  const isDeclaredLater = uses.some(({ resolved }) =>
    resolved?.defs.some(({ type, name }) => {
      const position = (name as { range?: [number, number] }).range?.[0] ?? 0
      return type !== 'ImportBinding' && type !== 'FunctionName' && position > target.range[0] && position < start
    }),
  )
  if (isDeclaredLater) return undefined
  const style = styleOf(sourceCode)
  const lineStart = sourceCode.text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = sourceCode.text.indexOf('\n', end)
  const isAlone = sourceCode.text.slice(lineStart, start).trim() === '' && lineEnd >= 0
  const rest = sourceCode.text.slice(end, lineEnd)
  return [
    ...insertBefore(target, [style.of(statement)], style),
    isAlone && rest.trim() === '' ? { start: lineStart, end: lineEnd + 1, text: '' } : { start, end, text: '' },
  ]
}

/** Adds `app.options(path, …)` in front of a route, with the policy that the route has. */
export function answerPreflight(route: Registration, policy: Node, { sourceCode }: FixContext): Edits | undefined {
  const statement = statementOf(route.node)
  const { pathNode, target } = route
  const callee = route.node.type === 'CallExpression' ? unwrap(route.node.callee) : undefined
  if (!statement || !pathNode || callee?.type !== 'MemberExpression' || unwrap(callee.object) !== unwrap(target))
    return undefined
  if (isFunction(unwrap(policy))) return undefined
  const style = styleOf(sourceCode)
  const call = `${style.of(target)}.options(${style.of(pathNode)}, ${style.of(policy)})${style.semicolon}`
  return insertBefore(statement, [call], style)
}

/** Gives `app.use(cors())` a path, where that is the only place at which a policy is put to work. */
export function mountUnder(path: string, { library, mounts }: Policy, { sourceCode }: FixContext): Edits | undefined {
  const [mount, ...others] = mounts
  if (library.id !== 'cors' || mount?.type !== 'registration' || others.length > 0) return undefined
  const { node, method, pathNode, handlers, application } = mount.registration
  if (!application.isCreatedHere || application.kind !== 'application') return undefined
  if (method !== 'USE' || pathNode || handlers.length !== 1 || node.type !== 'CallExpression') return undefined
  const [argument] = node.arguments
  if (node.arguments.length !== 1 || argument?.type === 'SpreadElement' || !argument) return undefined
  return [insertAt(argument.range[0], `${styleOf(sourceCode).string(path)}, `)]
}

/** Adds names to a list: a literal array, or a string with commas. */
export function extendList(
  list: Node | undefined,
  names: readonly string[],
  { sourceCode }: FixContext,
): Edits | undefined {
  const value = list && unwrap(list)
  const style = styleOf(sourceCode)
  if (value?.type === 'Literal' && typeof value.value === 'string')
    return [replace(value, style.string([value.value, ...names].join(value.value.includes(', ') ? ', ' : ',')))]
  if (value?.type !== 'ArrayExpression') return undefined
  const last = value.elements.at(-1)
  return last ? [insertAt(last.range[1], names.map((name) => `, ${style.string(name)}`).join(''))] : undefined
}

/** Renames the method of a call on a response or a `Headers`: `append` becomes `set`. */
export function setInsteadOfAppend(call: Node): Edits | undefined {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined
  if (callee?.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined
  const name = { append: 'set', appendHeader: 'setHeader' }[callee.property.name]
  return name === undefined ? undefined : [replace(callee.property, name)]
}

/** Gives a header another name, where the name is written out. */
export function renameHeader(write: Node, name: string, { sourceCode }: FixContext): Edits | undefined {
  const key = write.type === 'CallExpression' ? write.arguments[0] : write.type === 'Property' ? write.key : undefined
  const isWritten =
    key?.type === 'Literal' || (key?.type === 'Identifier' && write.type === 'Property' && !write.computed)
  return isWritten ? [replace(key, styleOf(sourceCode).string(name))] : undefined
}

/** The statement that a call makes up by itself. */
function statementOf(call: Node): Node | undefined {
  const { parent } = wrapped(call)
  return parent?.type === 'ExpressionStatement' ? parent : undefined
}

function isWithin(range: readonly [number, number] | undefined, start: number, end: number): boolean {
  return range !== undefined && range[0] >= start && range[1] <= end
}
