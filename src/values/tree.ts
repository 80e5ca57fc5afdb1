import type { TSESTree } from '@typescript-eslint/utils'
import type { ClassNode, FunctionNode, Node, Tree } from './value.ts'

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>

/**
 * Walks a file once, in source order. Sets no state on the nodes but `parent`,
 * which every supported parser or host has set already when rules run.
 */
export function readTree(program: TSESTree.Program, visitorKeys: VisitorKeys): Tree {
  const calls: TSESTree.CallExpression[] = []
  const news: TSESTree.NewExpression[] = []
  const objects: TSESTree.ObjectExpression[] = []
  const functions: FunctionNode[] = []
  const classes: ClassNode[] = []
  const assignments: TSESTree.AssignmentExpression[] = []
  const tests: TSESTree.Expression[] = []
  const returns = new Map<FunctionNode, TSESTree.ReturnStatement[]>()
  const throws = new Map<FunctionNode, TSESTree.ThrowStatement[]>()
  const pending: { node: Node; fn: FunctionNode | null }[] = [{ node: program, fn: null }]

  for (let item = pending.pop(); item; item = pending.pop()) {
    const { node } = item
    let { fn } = item
    if (isFunction(node)) {
      functions.push(node)
      fn = node
    }
    if (isClass(node)) classes.push(node)
    else if (node.type === 'CallExpression') calls.push(node)
    else if (node.type === 'NewExpression') news.push(node)
    else if (node.type === 'ObjectExpression') objects.push(node)
    else if (node.type === 'AssignmentExpression') assignments.push(node)
    else if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') tests.push(node.test)
    else if (node.type === 'ReturnStatement' && fn) append(returns, fn, node)
    else if (node.type === 'ThrowStatement' && fn) append(throws, fn, node)

    const children = childrenOf(node, visitorKeys)
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]
      if (child) pending.push({ node: child, fn })
    }
  }
  return { program, calls, news, objects, functions, classes, assignments, tests, returns, throws }
}

function childrenOf(node: Node, visitorKeys: VisitorKeys): readonly Node[] {
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key)
    if (Array.isArray(child)) children.push(...child.filter(isNode))
    else if (isNode(child)) children.push(child)
  }
  return children
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression'
  )
}

/** Whether a statement is one like `'use strict'`. Hosts differ in what other statements have there. */
export function isDirective(node: Node): boolean {
  return node.type === 'ExpressionStatement' && typeof node.directive === 'string'
}

function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

export function isLoop(node: Node): boolean {
  return (
    node.type === 'ForOfStatement' ||
    node.type === 'ForInStatement' ||
    node.type === 'ForStatement' ||
    node.type === 'WhileStatement' ||
    node.type === 'DoWhileStatement'
  )
}

/** Whether a node stands in another, or is it. */
export function isInside({ range: [start, end] }: Node, ancestor: Node): boolean {
  return start >= ancestor.range[0] && end <= ancestor.range[1]
}

/** Those of a list in source order that stand inside a node; found by bisection. */
export function within<T extends Node>(nodes: readonly T[], { range: [start, end] }: Node): readonly T[] {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.range[0] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let node = nodes[low]; node && node.range[0] < end; node = nodes[++low])
    if (node.range[1] <= end) found.push(node)
  return found
}

/** The function whose body (or parameter list) a node stands in, or `null` at module level. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (let current = node.parent; current; current = current.parent) {
    if (isFunction(current)) return current
  }
  return null
}

/** The nearest function that has a `this` of its own, or the class field a node stands in. */
export function enclosingClass(node: Node): ClassNode | null {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'PropertyDefinition' || current.type === 'MethodDefinition') {
      return current.parent.parent
    }
    if (current.type === 'FunctionDeclaration') return null
    if (current.type === 'FunctionExpression' && current.parent.type !== 'MethodDefinition') return null
  }
  return null
}

/** The object literal whose method or function property a node's `this` belongs to. */
export function enclosingObject(node: Node): TSESTree.ObjectExpression | null {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'FunctionDeclaration') return null
    if (current.type === 'FunctionExpression') {
      const property = current.parent
      return property.type === 'Property' && property.parent.type === 'ObjectExpression' ? property.parent : null
    }
  }
  return null
}

/** Strips what changes a type or groups, but never a value: `as`, `!`, `satisfies`, `?.` chains. */
export function unwrap(node: Node): Node {
  let current = node
  for (;;) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        current = current.expression
        break
      case 'SequenceExpression': {
        const last = current.expressions.at(-1)
        if (!last) return current
        current = last
        break
      }
      default:
        return current
    }
  }
}

/** The outermost node that is the same value as this one: its `as`, `!` and chain wrappers. */
export function wrapped(node: Node): Node {
  let current = node
  for (;;) {
    const { parent } = current
    if (parent && unwrap(parent) === unwrap(current) && parent.type !== 'SequenceExpression') current = parent
    else return current
  }
}

/** The name of a non-computed property, member or argument key; `undefined` when computed. */
export function staticKey(
  node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key
  if (!node.computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name
  if (key.type === 'Literal') return String(key.value)
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** The name of the method a call invokes: `set` for `res.set(…)` and `res?.['set'](…)`. */
export function methodName(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression' ? staticKey(callee) : undefined
}

/** The name of the class an instance or annotation mentions last: `Response` for `express.Response<X>`. */
export function typeName(annotation: TSESTree.TSTypeAnnotation | undefined): string | undefined {
  const type = annotation?.typeAnnotation
  if (type?.type !== 'TSTypeReference') return undefined
  const name = type.typeName
  if (name.type === 'Identifier') return name.name
  return name.type === 'TSQualifiedName' ? name.right.name : undefined
}
