import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { Grant } from '../grants/model.ts'
import type { Policy } from '../policy.ts'
import { isInside, staticKey, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { inlineList, namedList, onlyOrigin, type ListCode } from './list.ts'
import { removeSetting } from './removal.ts'
import { addOption } from './slots.ts'
import { styleOf } from './style.ts'
import { isConstantPlace, isTyped } from './typed.ts'

/** Rewrites an origin option to the list, in the form that the library takes. */
export function optionAllowlist(
  policy: Policy & { form: { type: 'options' } },
  grant: Grant,
  context: FixContext,
): Edits | undefined {
  const { library, form } = policy
  const isDefault = (grant.kind === 'anyone' || grant.kind === 'echo') && grant.by === 'default'
  if (isDefault || form.isSwitch === true) {
    const list = listFor(policy, form.slot.node, context)
    if (!list) return undefined
    const name = library.allowlistOption ?? library.options.find(({ part }) => part === 'origin')?.name
    const added = name === undefined ? undefined : addOption(form, name, list.text, context)
    return added && [...list.edits, ...added]
  }
  const target = targetOf(policy, grant, context)
  const list = target && listFor(policy, target, context)
  if (!list) return undefined
  const isOperand = target.parent?.type === 'LogicalExpression'
  const needsParentheses = isOperand && (list.text.includes('??') || list.text.includes('=>'))
  const text = needsParentheses ? `(${list.text})` : list.text
  const property = target.type === 'Property' ? target : wrapped(target).parent
  const { allowlistOption } = library
  if (allowlistOption !== undefined && property?.type === 'Property' && isOtherOption(property, policy)) {
    // Who is on the list already stays there.
    if (policy.options.written.some(({ name }) => name === allowlistOption)) return removeSetting(property, context)
    return [...list.edits, replace(property, `${allowlistOption}: ${list.text}`)]
  }
  if (target.type === 'Property') return [...list.edits, replace(target, `${keyOf(target, context)}: ${text}`)]
  return [...list.edits, replace(target, text)]
}

/** The list as the value of the option; `undefined` where the library takes none. */
export function listFor({ library }: Policy, place: Node, context: FixContext): ListCode | undefined {
  const { allowlist } = library
  // Libraries take lists that they might change.
  if (allowlist === 'list') return isConstantPlace(place) ? namedList(context) : inlineList(context)
  if (!allowlist) return undefined
  if (allowlist === 'one') return onlyOrigin(context)
  const list = allowlist.isInline === true ? inlineList(context) : namedList(context)
  const { quote } = styleOf(context.sourceCode)
  const code = (isTyped(context) ? allowlist.typed : undefined) ?? allowlist.code
  return { ...list, text: code.replaceAll('LIST', list.text).replaceAll("'", quote) }
}

/** Whether a property is an option about origins that takes no list. */
function isOtherOption(property: TSESTree.Property, { library }: Policy): boolean {
  const name = staticKey(property)
  return name !== library.allowlistOption && library.options.some((one) => one.part === 'origin' && one.name === name)
}

function keyOf(property: TSESTree.Property, context: FixContext): string {
  return property.computed
    ? `[${styleOf(context.sourceCode).of(property.key)}]`
    : styleOf(context.sourceCode).of(property.key)
}

/** What to replace: the whole callback or list that a grant stands in, or else the value itself. */
function targetOf(policy: Policy, grant: Grant, context: FixContext): Node | undefined {
  const node = isShared(grant, context) ? grant.use : grant.node
  const value = choiceAround(wrapped(listAround(callbackAround(node, policy, context) ?? node)), context)
  const { parent } = value
  // `{ origin }` and `{ origin() {} }` have no value of their own to replace.
  if (parent?.type === 'Property' && parent.value === value && (parent.shorthand || parent.method)) return parent
  return value
}

/** What a value is the first choice of: a list in its place leaves nothing to choose. */
function choiceAround(value: Node, { sourceCode }: FixContext): Node {
  const { parent } = value
  if (parent?.type !== 'LogicalExpression' || parent.operator === '&&' || parent.left !== value) return value
  return sourceCode.getCommentsInside(parent as unknown as Rule.Node).length > 0 ? value : wrapped(parent)
}

/** Whether a value stands where something else may use it too: a constant with other uses, an enum, an export. */
function isShared({ node, use }: Grant, { sourceCode }: FixContext): boolean {
  // A constant refers to nothing: what is assigned later stands beside what is pointed at.
  if (isInside(node, use) || unwrap(use).type === 'Literal') return false
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression') return false
    if (current.type === 'AssignmentPattern') return isPlainType(current.left)
    if (current.type === 'TSEnumMember' || current.type === 'PropertyDefinition') return true
    if (current.type === 'ArrowFunctionExpression' || current.type.startsWith('Function')) {
      return (
        current.parent?.type === 'ExportNamedDeclaration' ||
        current.parent?.parent?.parent?.type === 'ExportNamedDeclaration'
      )
    }
    if (current.type === 'VariableDeclarator') {
      if (isPlainType(current.id)) return true
      const variables = sourceCode.scopeManager.getDeclaredVariables(current as unknown as Rule.Node)
      const reads = variables.flatMap((variable) => variable.references.filter((reference) => reference.isRead()))
      return reads.length > 1 || current.parent.parent.type === 'ExportNamedDeclaration'
    }
  }
  return false
}

/** Whether a name is declared with a type that a list is not of. */
function isPlainType(name: Node): boolean {
  const type = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined
  const types = type?.type === 'TSUnionType' ? type.types : type ? [type] : []
  return types.length > 0 && types.every((one) => PLAIN_TYPE.test(one.type) || typeNameOf(one) === 'RegExp')
}

const PLAIN_TYPE = /^TS(?:String|Boolean|Undefined|Null)Keyword$|^TSLiteralType$/

function typeNameOf(type: Node): string | undefined {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined
}

/** The list that a value is an element of, or a choice of one: the user's list takes its place. */
function listAround(node: Node): Node {
  let list = node
  for (let place = wrapped(node); place.parent; place = wrapped(place.parent)) {
    const { parent } = place
    if (parent.type === 'ArrayExpression') list = parent
    else if (parent.type !== 'LogicalExpression' && !(parent.type === 'ConditionalExpression' && parent.test !== place))
      break
  }
  return list
}

/** The function that is written as the value of an origin option, if the node stands in one. */
function callbackAround(node: Node, { library }: Policy, { sourceCode }: FixContext): Node | undefined {
  const names = library.options.filter(({ part }) => part === 'origin').map(({ name }) => name)
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (
      current.type === 'Property' &&
      current.parent.type === 'ObjectExpression' &&
      names.includes(staticKey(current) ?? '')
    ) {
      const value = unwrap(current.value)
      const isCallback = value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression'
      // What its comments say would be lost with it: then only the answer changes.
      const hasComments = isCallback && sourceCode.getCommentsInside(value as unknown as Rule.Node).length > 0
      return isCallback && !hasComments ? current.value : undefined
    }
  }
  return undefined
}
