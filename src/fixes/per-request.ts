import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { Form } from '../policy.ts'
import { isInside, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edit, type Edits, type FixContext } from './edit.ts'
import { addProperty, propertyOf } from './slots.ts'
import { styleOf } from './style.ts'

/** What an option has now, and how something else is written in its place. */
export interface WrittenValue {
  readonly node: Node
  readonly replacedBy: (code: string) => Edit
}

/** What code for an option calls the request. */
const REQUEST = /\brequest\b/g

/**
 * Gives an option a value that asks the request, where a library is given a function in place of its options.
 *
 * @param value the value as code, in which the request is called `request`.
 * @param written what it replaces; `undefined` where the option is missing.
 * @returns `undefined` where the function would have to be written over something that has a life of its own.
 */
export function setPerRequest(
  { slot, call, options }: Form & { type: 'options' },
  name: string,
  value: string,
  written: WrittenValue | undefined,
  context: FixContext,
): Edits | undefined {
  const style = styleOf(context.sourceCode)
  const { node, missing } = slot
  const asked = functionAround(node, call)
  if (asked) return insideFunction(asked, node, name, value, written, context)
  const object = `(request) => ({ ${name}: ${value} })`
  if (node.type === 'ObjectExpression' && missing.length > 0)
    return [addProperty(node, propertyOf(missing, object), style)]
  if (node.type === 'Property') return isConstant(node.value) ? [replace(node.value, object)] : undefined
  if (node.type !== 'ObjectExpression') return isConstant(node) ? [replace(node, object)] : undefined
  if (!isGivenAt(node)) {
    if (!options || options === call) return undefined
    return [replace(options, `(request) => ({ ...${style.of(options)}, ${name}: ${value} })`)]
  }
  const [start, end] = wrapped(node).range
  const inner = written ? written.replacedBy(value) : addProperty(node, `${name}: ${value}`, style)
  return [insertAt(start, '(request) => ('), inner, insertAt(end, ')')]
}

/** The same where the options are what a function returns. */
function insideFunction(
  fn: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression,
  object: Node,
  name: string,
  value: string,
  written: WrittenValue | undefined,
  context: FixContext,
): Edits | undefined {
  const [parameter] = fn.params
  if (parameter && parameter.type !== 'Identifier') return undefined
  const code = parameter ? value.replaceAll(REQUEST, parameter.name) : value
  const opening = context.sourceCode.getFirstToken(fn as unknown as Rule.Node, ({ value: text }) => text === '(')
  const asking = parameter || !opening ? [] : [insertAt(opening.range[1], 'request')]
  if (written) return isInside(written.node, fn) ? [...asking, written.replacedBy(code)] : undefined
  if (object.type !== 'ObjectExpression') return undefined
  return [...asking, addProperty(object, `${name}: ${code}`, styleOf(context.sourceCode))]
}

/** The function between a node and the call that it is part of. */
function functionAround(node: Node, call: Node) {
  for (let current: Node | undefined = node; current && current !== call; current = current.parent) {
    if (current.type === 'ArrowFunctionExpression' || current.type === 'FunctionExpression') return current
  }
  return undefined
}

/** Whether an object stands where the options go, so that nothing else uses it. */
function isGivenAt(node: Node): boolean {
  const { parent } = wrapped(node)
  return parent?.type === 'Property' || parent?.type === 'CallExpression'
}

function isConstant(node: Node): boolean {
  const { type, ...rest } = unwrap(node)
  return type === 'Literal' || (type === 'Identifier' && 'name' in rest && rest.name === 'undefined')
}
