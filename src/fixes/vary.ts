import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule, Scope } from 'eslint'
import { rootOf } from '../values/flow.ts'
import type { HeaderWrite, Policy } from '../policy.ts'
import { enclosingFunction, isFunction, staticKey, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { insertAtStart, insertBefore, receiverText } from './placement.ts'
import { ownerOf } from './request.ts'
import { styleOf, type Style } from './style.ts'

/** Sends `Vary: Origin` with every response of a policy; `undefined` where there is no place for it. */
export function varyOrigin(policy: Policy, context: FixContext): Edits | undefined {
  if (policy.form.type !== 'headers') return undefined
  const style = styleOf(context.sourceCode)
  const writes = policy.form.writes
  const write = writes.find((one) => one.name === 'access-control-allow-origin')
  // What is declared goes out or not as a whole: the place for `Vary` is elsewhere.
  if (!write || write.api === 'declared') return undefined
  const extended = extendVary(writes, style)
  const isCovered = writes.some(
    (one) => one.name === 'vary' && one.mode === 'set' && one.when.op === 'true' && isLiteral(one),
  )
  if (isCovered) return extended
  const added = addVary(write, style, context)
  return added && [...extended, ...added]
}

/** Adds `Origin` to what a literal `Vary` already names: a header that is set replaces what was there. */
function extendVary(writes: readonly HeaderWrite[], style: Style): Edits {
  const done = new Set<Node>()
  return writes.flatMap((write) => {
    const { value } = write
    if (write.name !== 'vary' || write.mode !== 'set' || value?.type !== 'Literal' || typeof value.value !== 'string')
      return []
    if (done.has(value) || /(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(value.value)) return []
    done.add(value)
    return [replace(value, style.string(`${value.value}, Origin`))]
  })
}

function isLiteral(write: HeaderWrite): boolean {
  return write.value?.type === 'Literal'
}

function addVary(write: HeaderWrite, style: Style, context: FixContext): Edits | undefined {
  if (write.shape === 'entry' || write.shape === 'table') return undefined
  if (write.shape === 'assignment') return varyAssignment(write, style)
  // An object that is set under a condition is no place for what must always be sent.
  const isConditional = write.when.op !== 'true' && write.target !== undefined
  if (write.shape === 'property' && !isConditional) return varyProperty(write, style)
  const statement = varyStatement(write, style)
  if (statement === undefined) return undefined
  return placeAtStart(write, statement, style, context)
}

/** Puts a statement where it runs for every response, whoever asks. */
function placeAtStart(write: HeaderWrite, statement: string, style: Style, context: FixContext): Edits | undefined {
  const declarator = declaratorOf(write, context)
  if (declarator?.init && declarator.parent.parent.type === 'BlockStatement') {
    const declaration = declarator.parent
    return [insertAt(declaration.range[1], `${style.newline}${style.indentOf(declaration)}${statement}`)]
  }
  const owner = declarator ? undefined : (ownerOf(write) ?? enclosingFunction(write.node))
  if (owner) return insertAtStart(owner, [statement], style)
  const outermost = outermostStatement(write.node)
  return outermost && insertBefore(outermost, [statement], style)
}

/** The local variable that holds the response or `Headers` object a write goes to. */
function declaratorOf(
  { node, target }: HeaderWrite,
  { sourceCode }: FixContext,
): TSESTree.VariableDeclarator | undefined {
  const root = target && rootOf(target)
  if (root?.type !== 'Identifier') return undefined
  for (let scope: Scope.Scope | null = sourceCode.getScope(node as Rule.Node); scope; scope = scope.upper) {
    const definition = scope.set.get(root.name)?.defs[0]
    if (definition)
      return definition.type === 'Variable' ? (definition.node as unknown as TSESTree.VariableDeclarator) : undefined
  }
  return undefined
}

/** Frameworks whose responses have `header` as those of Express do, and no `vary`. */
const WITHOUT_VARY = /['"`](?:lambda-api|restify)['"`]/

export function varyStatement(write: HeaderWrite, style: Style): string | undefined {
  const receiver = receiverText(write, style)
  if (receiver === undefined) return undefined
  const [vary, origin] = [style.string('Vary'), style.string('Origin')]
  switch (write.api) {
    case 'node':
      return `${receiver}.appendHeader(${vary}, ${origin})${style.semicolon}`
    case 'express':
      if (style.mentions(WITHOUT_VARY)) return `${receiver}.header(${vary}, ${origin})${style.semicolon}`
      return `${receiver}.vary(${origin})${style.semicolon}`
    case 'koa':
      return `${receiver}.vary(${origin})${style.semicolon}`
    case 'fastify':
      return `${receiver}.header(${vary}, ${origin})${style.semicolon}`
    case 'hono':
      return `${receiver}.header(${vary}, ${origin}, { append: true })${style.semicolon}`
    case 'fetch':
      return `${receiver}.append(${vary}, ${origin})${style.semicolon}`
    case 'event': {
      const call = write.target?.parent
      const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined
      if (callee?.type !== 'Identifier') return undefined
      // `setResponseHeaders` takes an object.
      const written = callee.name.endsWith('s') ? `{ Vary: ${origin} }` : `${vary}, ${origin}`
      return `${callee.name}(${receiver}, ${written})${style.semicolon}`
    }
    case 'result':
    case 'declared':
      return undefined
  }
}

/** `headers.Vary = 'Origin'` beside other headers that are assigned to an object. */
function varyAssignment({ node, api, when }: HeaderWrite, style: Style): Edits | undefined {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return undefined
  // A response that is not made here may not be there without the condition; an object of headers is.
  const isOwn = api === 'result' || node.left.object.type === 'Identifier'
  if (!isOwn && when.op !== 'true') return undefined
  const outermost = outermostStatement(node)
  return (
    outermost &&
    insertBefore(outermost, [`${style.of(node.left.object)}.Vary = ${style.string('Origin')}${style.semicolon}`], style)
  )
}

/** The statement of the function's own body that a node stands in. */
function outermostStatement(node: Node): Node | undefined {
  let found: Node | undefined
  for (let current = node; current.parent && !isFunction(current); current = current.parent) {
    if (current.parent.type === 'BlockStatement' || current.parent.type === 'Program') found = current
  }
  return found
}

/** `Vary: 'Origin'` beside the property that holds the allowed origin. */
function varyProperty(write: HeaderWrite, style: Style): Edits | undefined {
  const object = write.node.parent
  if (write.node.type !== 'Property' || object?.type !== 'ObjectExpression') return undefined
  // It is there already: what lacks it is another response of the same function.
  if (object.properties.some((one) => one.type === 'Property' && staticKey(one)?.toLowerCase() === 'vary'))
    return undefined
  const place = spreadAround(object) ?? write.node
  return [insertAt(place.range[1], `${separatorAfter(place, style)}Vary: ${style.string('Origin')}`)]
}

/** `...(ok && { header })`: the condition is about that header only. */
function spreadAround(object: Node): Node | undefined {
  let current: Node = object
  while (current.parent?.type === 'LogicalExpression' || current.parent?.type === 'ConditionalExpression')
    current = current.parent
  return current.parent?.type === 'SpreadElement' ? current.parent : undefined
}

function separatorAfter(property: Node, style: Style): string {
  return style.startsLine(property) ? `,${style.newline}${style.indentOf(property)}` : ', '
}
