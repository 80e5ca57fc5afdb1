import { roleOfParameter } from './roles.ts'
import { enclosingClass, enclosingFunction, isInside, staticKey } from './tree.ts'
import type { FunctionNode, Node, Tree } from './value.ts'

/**
 * Whether a pattern is one and the same object for request after request, and thereby goes on from its `lastIndex`.
 * What is made anew, reset, or kept in an object is not.
 *
 * @param option where a library is given the pattern, to keep it; without it, code of the file tests it.
 */
export function isReused(tree: Tree, pattern: Node, option?: Node): boolean {
  if (enclosingClass(pattern) && !isStatic(pattern)) return false
  for (let fn = enclosingFunction(pattern); fn; fn = enclosingFunction(fn))
    if (!option || !isInside(option, fn) || runsPerRequest(fn)) return false
  return !tree.assignments.some(({ left }) => left.type === 'MemberExpression' && staticKey(left) === 'lastIndex')
}

function isStatic(node: Node): boolean {
  let current: Node | undefined = node
  while (current && current.type !== 'PropertyDefinition') current = current.parent
  return current?.static === true
}

/** A handler, or a callback that is asked about a request. */
function runsPerRequest(fn: FunctionNode): boolean {
  return fn.params.some((_, index) => roleOfParameter(fn, index) !== undefined)
}
