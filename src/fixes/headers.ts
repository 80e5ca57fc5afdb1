import type { TSESTree } from '@typescript-eslint/utils'
import type { Grant } from '../grants/model.ts'
import type { HeaderWrite, Policy } from '../policy.ts'
import { isInside, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edit, type Edits, type FixContext } from './edit.ts'
import { namedList } from './list.ts'
import { declaredAllowlist } from './declared.ts'
import { insertAtStart, insertBefore, isPlainStatement, receiverText, statementAround, wrapInIf } from './placement.ts'
import { originAt, type OriginCode } from './request.ts'
import { styleOf, type Style } from './style.ts'
import { asText, isTyped } from './typed.ts'
import { varyOrigin, varyStatement } from './vary.ts'

type HeadersPolicy = Policy & { readonly form: { readonly type: 'headers'; readonly writes: readonly HeaderWrite[] } }

/** Writes the allowed origin only where the list includes the request's, and `Vary: Origin` always. */
export function headerAllowlist(policy: HeadersPolicy, grant: Grant, context: FixContext): Edits | undefined {
  const style = styleOf(context.sourceCode)
  const write = policy.form.writes.find(
    (one) => one.name === 'access-control-allow-origin' && isInside(grant.node, one.node),
  )
  if (!write) return undefined
  if (write.api === 'declared') return declaredAllowlist(write, grant, context)
  const origin = originFor(write, grant, style, context)
  if (!origin) return undefined
  const list = namedList(context)
  const condition = `${list.text}.includes(${origin.text})`
  const isVaried = policy.vary.state === 'sent' || policy.vary.state === 'unknown'
  const arrow = arrowAround(write.node)
  if (arrow) {
    const rewritten = rewriteArrow(arrow, write, condition, origin.text, !isVaried, style)
    return rewritten && merge([...list.edits, ...origin.edits, ...rewritten])
  }
  const guarded = guard(policy, write, condition, origin.text, context)
  if (!guarded) return undefined
  // A list of header entries is given its `Vary` together with the allowed origin.
  const vary = isVaried || write.shape === 'entry' ? [] : varyOrigin(policy, context)
  return vary && merge([...list.edits, ...origin.edits, ...vary, ...guarded])
}

/** The arrow function without a block whose expression a call is part of. */
function arrowAround(node: Node): TSESTree.ArrowFunctionExpression | undefined {
  if (node.type !== 'CallExpression') return undefined
  for (let current: Node | undefined = node.parent; current; current = current.parent) {
    if (current.type === 'BlockStatement') return undefined
    if (current.type === 'ArrowFunctionExpression') return current
  }
  return undefined
}

/** `(req, res) => res.set(…).json(…)` becomes a block that sets the header under its condition. */
function rewriteArrow(
  arrow: TSESTree.ArrowFunctionExpression,
  write: HeaderWrite,
  condition: string,
  origin: string,
  needsVary: boolean,
  style: Style,
): Edits | undefined {
  const call = callText(write, origin, style)
  const vary = needsVary ? varyStatement(write, style) : ''
  if (call === undefined || vary === undefined || write.node.type !== 'CallExpression') return undefined
  const lines = [...(vary === '' ? [] : [vary]), `if (${condition}) ${call}`]
  if (unwrap(arrow.body) === write.node) {
    const indent = `${style.newline}${style.indentOf(arrow)}`
    return [replace(arrow.body, `{${lines.map((line) => `${indent}${style.unit}${line}`).join('')}${indent}}`)]
  }
  const removed = removedLink(write.node)
  return removed && [...insertAtStart(arrow, lines, style), removed]
}

function callText({ node, target }: HeaderWrite, origin: string, style: Style): string | undefined {
  const receiver = target && receiverText({ target }, style)
  if (node.type !== 'CallExpression' || receiver === undefined) return undefined
  const callee = unwrap(node.callee)
  if (callee.type === 'Identifier' && node.arguments[1])
    return `${callee.name}(${receiver}, ${style.of(node.arguments[1])}, ${origin})${style.semicolon}`
  const [name] = node.arguments
  if (callee.type !== 'MemberExpression' || !name) return undefined
  return `${receiver}.${style.of(callee.property)}(${style.of(name)}, ${origin})${style.semicolon}`
}

/** What is cut where a call leaves the chain it is a link of. */
function removedLink(call: TSESTree.CallExpression): Edit | undefined {
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression'
    ? { start: callee.object.range[1], end: call.range[1], text: '' }
    : undefined
}

/** The origin as it is already at hand in the written value, or read from the request. */
function originFor(write: HeaderWrite, grant: Grant, style: Style, context: FixContext): OriginCode | undefined {
  const value = write.value && unwrap(write.value)
  const source =
    grant.kind !== 'echo' && grant.kind !== 'checked'
      ? undefined
      : (simpleOrigin(unwrap(grant.node)) ?? (value && simpleOrigin(value)))
  if (source) return { text: asText(source, write, context), edits: [] }
  const isTypeScript = isTyped(context)
  const origin = originAt(write.node, write, style, isTypeScript)
  // A missing header is no string; an empty one is on nobody's list.
  return origin && isTypeScript ? { ...origin, text: `${origin.text} ?? ${style.string('')}` } : origin
}

/** An expression that can be written twice: a name, a property, a getter call. */
function simpleOrigin(node: Node): Node | undefined {
  if (node.type === 'Identifier') return node
  if (node.type === 'LogicalExpression') return simpleOrigin(unwrap(node.left))
  if (node.type === 'ConditionalExpression')
    return simpleOrigin(unwrap(node.consequent)) ?? simpleOrigin(unwrap(node.alternate))
  if (node.type === 'MemberExpression') return simpleOrigin(unwrap(node.object)) && node
  if (node.type !== 'CallExpression' || node.arguments.length > 1) return undefined
  const callee = unwrap(node.callee)
  return callee.type === 'MemberExpression' &&
    simpleOrigin(callee) &&
    node.arguments.every((argument) => argument.type === 'Literal')
    ? node
    : undefined
}

function guard(
  { form }: HeadersPolicy,
  write: HeaderWrite,
  condition: string,
  origin: string,
  context: FixContext,
): Edits | undefined {
  const style = styleOf(context.sourceCode)
  // One call that writes several headers, in a loop: it cannot be put under the condition of one.
  if (form.writes.some((other) => other.node === write.node && other.name !== write.name)) return undefined
  switch (write.shape) {
    case 'property':
      return guardProperty(write, condition, origin, style)
    case 'entry':
      return guardEntry(write, condition, origin, context)
    default:
      return guardStatement(write, condition, origin, style)
  }
}

function guardProperty({ node }: HeaderWrite, condition: string, origin: string, style: Style): Edits | undefined {
  if (node.type !== 'Property') return undefined
  const key = node.computed ? `[${style.of(node.key)}]` : style.of(node.key)
  return [replace(node, `...(${condition} && { ${key}: ${origin} })`)]
}

/** A name and its value in a flat list, or a pair in a list of pairs. */
function guardEntry({ node }: HeaderWrite, condition: string, origin: string, context: FixContext): Edits | undefined {
  const style = styleOf(context.sourceCode)
  const list = node.parent
  if (list?.type !== 'ArrayExpression') return undefined
  const index = list.elements.findIndex((element) => element === node)
  const name = list.elements[index - 1]
  if (!name || name.type === 'SpreadElement') return undefined
  const [vary, value] = [style.string('Vary'), style.string('Origin')]
  const isPair = list.parent.type === 'ArrayExpression' && list.elements.length === 2
  if (isPair) {
    const pair = `[${style.of(name)}, ${origin}]${isTyped(context) ? ' as [string, string]' : ''}`
    return [replace(list, `...(${condition} ? [${pair}] : []), [${vary}, ${value}]`)]
  }
  return [
    {
      start: name.range[0],
      end: node.range[1],
      text: `...(${condition} ? [${style.of(name)}, ${origin}] : []), ${vary}, ${value}`,
    },
  ]
}

function guardStatement(write: HeaderWrite, condition: string, origin: string, style: Style): Edits | undefined {
  const { node, value } = write
  if (!value) return undefined
  if (isPlainStatement(node)) {
    const statement = node.parent?.type === 'ExpressionStatement' ? node.parent : statementAround(node)
    if (!statement) return undefined
    return [...wrapInIf(statement, condition, style), ...(style.of(value) === origin ? [] : [replace(value, origin)])]
  }
  return node.type === 'CallExpression' ? takeOutOfChain(write, condition, origin, style) : undefined
}

/** `res.status(200).set(…).json(…)`: the link leaves the chain and goes before it, under its condition. */
function takeOutOfChain(write: HeaderWrite, condition: string, origin: string, style: Style): Edits | undefined {
  const call = callText(write, origin, style)
  const removed = write.node.type === 'CallExpression' ? removedLink(write.node) : undefined
  const statement = statementAround(write.node)
  return call !== undefined && removed && statement
    ? [...insertBefore(statement, [`if (${condition}) ${call}`], style), removed]
    : undefined
}

/** Edits at one place become one, in the order in which they were made. */
function merge(edits: Edits): Edits {
  const byPlace = new Map<string, { start: number; end: number; text: string }>()
  for (const edit of edits) {
    const key = `${String(edit.start)}-${String(edit.end)}`
    const earlier = byPlace.get(key)
    if (earlier && edit.start === edit.end) earlier.text += edit.text
    else byPlace.set(key, { ...edit })
  }
  const sorted = [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end)
  const overlaps = sorted.some((edit, index) => index > 0 && edit.start < (sorted[index - 1]?.end ?? 0))
  return overlaps ? [] : sorted
}
