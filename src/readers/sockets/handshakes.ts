import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../../modules.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { rootOf } from '../../values/flow.ts'
import { isInside, methodName, staticKey, unwrap, within } from '../../values/tree.ts'
import type { Frame, FunctionValue, Node, Value } from '../../values/value.ts'

/**
 * What a handler does with a handshake: `checked` when it mentions the origin, or another proof that the page is one's
 * own; `unseen` when the request goes to code that may; otherwise nothing, or where it takes the visitor's session.
 */
export type Handling = 'checked' | 'unseen' | 'silent' | { readonly session: Node }

/** Proofs that a page of another site cannot bring. */
const PROOF = /origin|sec-fetch-site|csrf|xsrf|ticket/i
const SESSION_FIELD = /^(?:cookies?|signedCookies|session|sessionID)$/
const SESSION_MODULE =
  /^(?:express-session|cookie-session|cookie-parser|cookie|cookies|iron-session|client-sessions|@fastify\/(?:cookie|session|secure-session)|passport|next-auth|@auth\/core|tough-cookie|keygrip)(?:\/|$)/
/** Calls of `ws`, of sockets and of logs that take a request and turn nobody away. */
const HARMLESS = /^(?:handleUpgrade|emit|log|info|debug|warn|error|trace|on|once|removeListener|off)$/
const MAX_DEPTH = 4

/**
 * Follows a handshake through a function of the file.
 *
 * @param request which of its parameters is the request, or an object that has it.
 */
export function readHandler(analysis: Analysis, fn: FunctionValue, request: number, depth = 0): Handling {
  const { node } = fn
  const frame = analysis.enter(node, new Map(), fn.frame, null)
  if (mentionsProof(node)) return 'checked'
  const parameter = node.params[request]
  let handling: Handling = 'silent'
  for (const call of within(analysis.tree.calls, node)) {
    const own = handlingOfCall(analysis, call, { handler: fn, frame, parameter, depth })
    if (own === 'checked') return own
    handling = graver(handling, own)
  }
  return graver(handling, sessionIn(analysis, node, parameter))
}

interface Place {
  readonly handler: FunctionValue
  readonly frame: Frame
  readonly parameter: Node | undefined
  readonly depth: number
}

function handlingOfCall(
  analysis: Analysis,
  call: TSESTree.CallExpression,
  { handler, frame, parameter, depth }: Place,
): Handling {
  const handed = call.arguments.findIndex((one) => one.type !== 'SpreadElement' && isRequest(analysis, one, parameter))
  if (handed < 0) return 'silent'
  const [only] = analysis.evaluate(call.callee, analysis.frameOf(call, frame), {})
  if (only?.value.kind === 'function') {
    if (only.value.node === handler.node || depth >= MAX_DEPTH) return 'unseen'
    return readHandler(analysis, only.value, handed, depth + 1)
  }
  if (only && isOfSessions(only.value)) return { session: call }
  return HARMLESS.test(methodName(call) ?? '') ? 'silent' : 'unseen'
}

const WHOLE = /^(?:req|request|headers)$/

/** The request as a whole: the parameter itself, `info.req`, `request.headers`. */
function isRequest(analysis: Analysis, argument: Node, parameter: Node | undefined): boolean {
  const bare = unwrap(argument)
  if (!parameter || (bare.type !== 'Identifier' && bare.type !== 'MemberExpression')) return false
  if (bare.type === 'MemberExpression' && !WHOLE.test(staticKey(bare) ?? '')) return false
  const root = rootOf(bare)
  const name = root && analysis.variables.get(root)?.defs[0]?.name
  if (!name || !isInside(name, parameter)) return false
  // Of what is taken apart, only these can have the origin.
  return bare.type === 'MemberExpression' || name.parent.type !== 'Property' || WHOLE.test(staticKey(name.parent) ?? '')
}

/** A middleware or a function of a package for sessions and cookies. */
function isOfSessions(value: Value): boolean {
  return SESSION_MODULE.test(exportOf(value)?.module ?? '')
}

function graver(one: Handling, other: Handling): Handling {
  if (one === 'unseen' || other === 'unseen') return 'unseen'
  return one === 'silent' ? other : one
}

/** Where a function reads the cookies of a request, or the session that they stand for. */
function sessionIn(analysis: Analysis, fn: Node, parameter: Node | undefined): Handling {
  if (!parameter) return 'silent'
  for (const node of nodesIn(fn)) {
    const isRead =
      (node.type === 'MemberExpression' || node.type === 'Property') && SESSION_FIELD.test(staticKey(node) ?? '')
    if (!isRead) continue
    if (node.type === 'Property' && node.parent.type === 'ObjectPattern') return { session: node }
    const root = node.type === 'MemberExpression' ? rootOf(node) : undefined
    const definition = root && analysis.variables.get(root)?.defs[0]
    if (definition && isInside(definition.name, parameter)) return { session: node }
  }
  return 'silent'
}

function mentionsProof(fn: Node): boolean {
  for (const node of nodesIn(fn)) {
    if (node.type === 'Identifier' && PROOF.test(node.name)) return true
    if (node.type === 'Literal' && typeof node.value === 'string' && PROOF.test(node.value)) return true
    if (node.type === 'TemplateElement' && PROOF.test(node.value.raw)) return true
  }
  return false
}

function* nodesIn(root: Node): Iterable<Node> {
  const pending: Node[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node
    for (const [key, child] of Object.entries(node) as [string, unknown][]) {
      if (key === 'parent') continue
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(one)) pending.push(one)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value
}
