import type { Grant, Policy } from '../policy.ts'
import { staticKey, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { inlineList } from './list.ts'
import { Style } from './style.ts'

/** Rewrites an origin option to the list: the array form that option libraries share. */
export function optionAllowlist(
  policy: Policy & { form: { type: 'options' } },
  grant: Grant,
  context: FixContext,
): Edits | undefined {
  const { sourceCode } = context
  const list = inlineList(context)
  if (grant.kind === 'anyone' && grant.by === 'default') {
    const added = addOrigin(grant.node, policy, list.text, new Style(sourceCode))
    return added && [...list.edits, ...added]
  }
  const target = targetOf(grant.node)
  if (!target) return undefined
  const needsParentheses = target.parent?.type === 'LogicalExpression' && list.text.includes('??')
  const text = needsParentheses ? `(${list.text})` : list.text
  if (target.type === 'Property') return [...list.edits, replace(target, `${style(target, context)}: ${text}`)]
  return [...list.edits, replace(target, text)]
}

function style(property: Node, context: FixContext): string {
  return property.type === 'Property' && !property.computed ? new Style(context.sourceCode).of(property.key) : 'origin'
}

/** What to replace: the whole callback that a grant stands in, or else the value itself. */
function targetOf(node: Node): Node | undefined {
  const callback = callbackAround(node)
  const value = wrapped(callback ?? node)
  const { parent } = value
  // `{ origin }` and `{ origin() {} }` have no value of their own to replace.
  if (parent?.type === 'Property' && parent.value === value && (parent.shorthand || parent.method)) return parent
  return value
}

/** The function that is written as the value of an `origin` option, if the node stands in one. */
function callbackAround(node: Node): Node | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'Property' && staticKey(current) === 'origin') {
      const value = unwrap(current.value)
      return value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression' ? current.value : undefined
    }
  }
  return undefined
}

function addOrigin(
  node: Node,
  policy: Policy & { form: { type: 'options' } },
  list: string,
  style: Style,
): Edits | undefined {
  const { call } = policy.form
  if (node.type === 'ObjectExpression') {
    const [first] = node.properties
    if (!first) return [replace(node, `{ origin: ${list} }`)]
    const separator = style.startsLine(first) ? `,${style.newline}${style.indentOf(first)}` : ', '
    return [insertAt(first.range[0], `origin: ${list}${separator}`)]
  }
  if (node.type === 'CallExpression' && (node === call || node !== policy.form.options)) {
    const option = `{ origin: ${list} }`
    const [argument] = node.arguments
    const close = node.range[1] - 1
    if (node !== call) return [insertAt(close, `, ${option}`)]
    return [argument ? replace(argument, option) : insertAt(close, option)]
  }
  // A value that `cors` does not read as options at all.
  if (node.type === 'Literal' || node.type === 'ArrayExpression' || node.type === 'TemplateLiteral')
    return [replace(node, `{ origin: ${list} }`)]
  return [replace(node, `{ ...${style.of(node)}, origin: ${list} }`)]
}
