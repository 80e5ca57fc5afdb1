import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { Grant } from '../grants/model.ts'
import { nameOfOption, type Form, type Library, type Policy } from '../policy.ts'
import { isInside, staticKey, unwrap, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edit, type Edits, type FixContext } from './edit.ts'
import { inlineList, namedList, onlyOrigin, type ListCode } from './list.ts'
import { setPerRequest, type WrittenValue } from './per-request.ts'
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
  const name = library.allowlistOption ?? nameOfOption(library, 'origin')
  if (form.isSwitch === true || isUnwritten(grant, form)) return setList(policy, name, undefined, context)
  const target = targetOf(policy, grant, context)
  if (!target) return undefined
  const other = library.allowlistOption === undefined ? undefined : otherOptionAround(target, policy)
  if (other === 'out of sight') return undefined
  // Who is on the list already stays there.
  if (other && policy.options.written.some((option) => option.name === name)) return removeSetting(other, context)
  const written: WrittenValue = other
    ? { node: other, replacedBy: (code) => replace(other, `${name}: ${code}`) }
    : { node: target, replacedBy: (code) => replaceValue(target, code, context) }
  return setList(policy, name, written, context)
}

/** Whether a way in is what the library does without the option. */
function isUnwritten(grant: Grant, { slot }: Form & { type: 'options' }): boolean {
  if (grant.kind === 'unusable') return slot.node.type === 'ObjectExpression' && grant.node === slot.node
  return (grant.kind === 'anyone' || grant.kind === 'echo') && grant.by === 'default'
}

/** Gives the option about origins the list: in place of what is written, or beside the other options. */
export function setList(
  policy: Policy & { form: { type: 'options' } },
  name: string,
  written: WrittenValue | undefined,
  context: FixContext,
): Edits | undefined {
  const { form, library } = policy
  const list = listFor(policy, written?.node ?? form.slot.node, context)
  if (!list) return undefined
  const edits = isPerRequest(library, context)
    ? setPerRequest(form, name, list.text, written, context)
    : written
      ? [written.replacedBy(list.text)]
      : addOption(form, name, list.text, context)
  return edits && [...list.edits, ...edits]
}

function replaceValue(target: Node, code: string, context: FixContext): Edit {
  const isOperand = target.parent?.type === 'LogicalExpression'
  const needsParentheses = isOperand && (code.includes('??') || code.includes('=>'))
  const text = needsParentheses ? `(${code})` : code
  return replace(target, target.type === 'Property' ? `${keyOf(target, context)}: ${text}` : text)
}

/** A list that admits nobody (RFC 6761, 6.4), where an empty one admits everybody. */
const NOBODY = ['https://unset.invalid']

/** The list as the value of the option; `undefined` where the library takes none. */
function listFor({ library }: Policy, place: Node, context: FixContext): ListCode | undefined {
  const { allowlist } = library
  // Libraries take lists that they might change.
  if (allowlist === 'list' && isConstantPlace(place)) return namedList(context)
  if (allowlist === 'list') return inlineList(context, library.emptyListAdmits === true ? NOBODY : [])
  if (!allowlist) return undefined
  if (allowlist === 'one') return onlyOrigin(context)
  if (allowlist.isPerRequest && !isPerRequest(library, context)) return inlineList(context)
  const list = allowlist.isInline === true ? inlineList(context) : namedList(context)
  const { quote } = styleOf(context.sourceCode)
  const code = (isTyped(context) ? allowlist.typed : undefined) ?? allowlist.code
  return { ...list, text: code.replaceAll('LIST', list.text).replaceAll("'", quote) }
}

/** Whether the list takes code that asks a request: more than one origin does. */
function isPerRequest({ allowlist }: Library, context: FixContext): boolean {
  return typeof allowlist === 'object' && allowlist.isPerRequest === true && !onlyOrigin(context)
}

/**
 * The option about origins that takes no list, where a value is all that it has or what it falls back to; `out of
 * sight` where that cannot be told.
 */
function otherOptionAround(value: Node, { library }: Policy): TSESTree.Property | 'out of sight' | undefined {
  let place = wrapped(value)
  while (place.parent?.type === 'LogicalExpression') place = wrapped(place.parent)
  const property = value.type === 'Property' ? value : place.parent
  if (property?.type !== 'Property') return 'out of sight'
  const name = staticKey(property)
  const isOther = library.options.some((one) => one.part === 'origin' && one.name === name)
  return isOther && name !== library.allowlistOption ? property : undefined
}

function keyOf(property: TSESTree.Property, context: FixContext): string {
  return property.computed
    ? `[${styleOf(context.sourceCode).of(property.key)}]`
    : styleOf(context.sourceCode).of(property.key)
}

/** What to replace: the whole callback or list that a grant stands in, or else the value itself. */
function targetOf(policy: Policy, grant: Grant, context: FixContext): Node | undefined {
  const node = isShared(grant, context) ? grant.use : grant.node
  const value = choiceAround(
    wrapped(listAround(callbackAround(node, policy, context) ?? callbackAround(grant.use, policy, context) ?? node)),
    context,
  )
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
