import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { Grant } from '../grants/model.ts'
import type { Policy } from '../policy.ts'
import { isInside, staticKey, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { inlineList } from './list.ts'
import { styleOf, type Style } from './style.ts'

/** Rewrites an origin option to the list: the array form that option libraries share. */
export function optionAllowlist(
  policy: Policy & { form: { type: 'options' } },
  grant: Grant,
  context: FixContext,
): Edits | undefined {
  const { sourceCode } = context
  const list = inlineList(context)
  if (grant.kind === 'anyone' && grant.by === 'default') {
    const added = addOrigin(grant.node, policy, list.text, styleOf(sourceCode))
    return added && [...list.edits, ...added]
  }
  const target = targetOf(grant, context)
  if (!target) return undefined
  const needsParentheses = target.parent?.type === 'LogicalExpression' && list.text.includes('??')
  const text = needsParentheses ? `(${list.text})` : list.text
  if (target.type === 'Property') return [...list.edits, replace(target, `${keyOf(target, context)}: ${text}`)]
  return [...list.edits, replace(target, text)]
}

function keyOf(property: TSESTree.Property, context: FixContext): string {
  return property.computed
    ? `[${styleOf(context.sourceCode).of(property.key)}]`
    : styleOf(context.sourceCode).of(property.key)
}

/** What to replace: the whole callback or list that a grant stands in, or else the value itself. */
function targetOf(grant: Grant, context: FixContext): Node | undefined {
  const node = isShared(grant, context) ? grant.use : grant.node
  const value = wrapped(listAround(callbackAround(node, context) ?? node))
  const { parent } = value
  // `{ origin }` and `{ origin() {} }` have no value of their own to replace.
  if (parent?.type === 'Property' && parent.value === value && (parent.shorthand || parent.method)) return parent
  return value
}

/** Whether a value stands where something else may use it too: a constant with other uses, an enum, an export. */
function isShared({ node, use }: Grant, { sourceCode }: FixContext): boolean {
  if (isInside(node, use)) return false
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression' || current.type === 'AssignmentPattern') return false
    if (current.type === 'TSEnumMember' || current.type === 'PropertyDefinition') return true
    if (current.type === 'ArrowFunctionExpression' || current.type.startsWith('Function')) {
      return (
        current.parent?.type === 'ExportNamedDeclaration' ||
        current.parent?.parent?.parent?.type === 'ExportNamedDeclaration'
      )
    }
    if (current.type === 'VariableDeclarator') {
      const variables = sourceCode.scopeManager.getDeclaredVariables(current as unknown as Rule.Node)
      const reads = variables.flatMap((variable) => variable.references.filter((reference) => reference.isRead()))
      return reads.length > 1 || current.parent.parent.type === 'ExportNamedDeclaration'
    }
  }
  return false
}

/** The list that a value is an element of: the user's list takes its place. */
function listAround(node: Node): Node {
  let current = node
  while (wrapped(current).parent?.type === 'ArrayExpression') current = wrapped(current).parent ?? current
  return current
}

/** The function that is written as the value of an `origin` option, if the node stands in one. */
function callbackAround(node: Node, { sourceCode }: FixContext): Node | undefined {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'Property' && staticKey(current) === 'origin') {
      const value = unwrap(current.value)
      const isCallback = value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression'
      // What its comments say would be lost with it: then only the answer changes.
      const hasComments = isCallback && sourceCode.getCommentsInside(value as unknown as Rule.Node).length > 0
      return isCallback && !hasComments ? current.value : undefined
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
    if (!first) {
      const inner = style.of(node).slice(1, -1)
      if (inner.trim() === '') return [replace(node, `{ origin: ${list} }`)]
      return [insertAt(node.range[0] + 1, `${style.newline}${style.indentOf(node)}${style.unit}origin: ${list},`)]
    }
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
  const isUndefined = node.type === 'Identifier' && node.name === 'undefined'
  if (isUndefined || node.type === 'Literal' || node.type === 'ArrayExpression' || node.type === 'TemplateLiteral')
    return [replace(node, `{ origin: ${list} }`)]
  return [replace(node, `{ ...${style.of(node)}, origin: ${list} }`)]
}
