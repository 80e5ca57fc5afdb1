import type { TSESTree } from '@typescript-eslint/utils'
import { rootOf } from '../../values/flow.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { nameOf, roleByName, roleOfParameter, type Role } from '../../values/roles.ts'
import { methodName, staticKey, typeName, unwrap } from '../../values/tree.ts'
import { isHandedOn, isHeadersOfResponse } from './flows.ts'
import type { ExternalValue, Frame, Node, Value } from '../../values/value.ts'

/** What headers are set on: a response of this server, or something else (a request, a plain `Map`). */
export interface Receiver {
  readonly role: 'response' | 'other' | 'unknown'
  /** The same for the same response, however it is reached. */
  readonly key: string
  /** `headers`: a fetch-style `Headers`; `context`: an object that carries request and response. */
  readonly type: 'response' | 'headers' | 'context'
  /** Whether it may as well be a request: headers that are handed on, and nobody here sees to whom. */
  readonly isHandedOn?: boolean
  /** Whether it is a reply of Fastify, by its type or by the name that Fastify gives it. */
  readonly isReply?: boolean
}

const OTHER: Receiver = { role: 'other', key: '', type: 'response' }
const CHAINED =
  /^(?:status|code|type|set|header|headers|append|vary|cookie|location|links|attachment|setHeader|removeHeader|appendHeader|writeHead|flushHeaders)$/
const CLIENT_MODULE = /^(?:axios|got|undici|superagent|supertest|needle|ky|node-fetch|request)(?:\/|$)/
const RESPONSE_CLASS = /(?:^|\.)\w*Response$/

/** Finds out what an expression that headers are set on is. */
export function receiverOf(analysis: Analysis, node: Node, frame: Frame | null): Receiver {
  const place = unwrap(node)
  // `res.status(200).set(…)`, `response.headers.set(…)`, `reply.raw.setHeader(…)` are the response itself.
  if (place.type === 'CallExpression' && CHAINED.test(methodName(place) ?? '')) {
    const callee = unwrap(place.callee)
    if (callee.type === 'MemberExpression') return receiverOf(analysis, callee.object, frame)
  }
  if (place.type === 'MemberExpression' && staticKey(place) === 'headers') {
    const owner = receiverOf(analysis, place.object, frame)
    if (owner.role === 'response') return { ...owner, type: 'headers' }
  }
  const [only] = analysis.evaluate(place, frame, {})
  return only ? ofValue(analysis, only.value, place, frame) : OTHER
}

function ofValue(analysis: Analysis, value: Value, node: Node, frame: Frame | null): Receiver {
  switch (value.kind) {
    case 'external':
      return ofExternal(value, node, frame)
    case 'instance':
      return ofInstance(analysis, value)
    case 'unknown':
      return { ...OTHER, role: roleOfUnknown(value.node, node), key: keyOf(value.node, null) }
    default:
      return OTHER
  }
}

function ofInstance(analysis: Analysis, value: Value & { kind: 'instance' }): Receiver {
  const key = keyOf(value.node, value.frame)
  if (value.of === 'Headers')
    return {
      role: isHeadersOfResponse(analysis, value.node) ? 'response' : 'other',
      key,
      type: 'headers',
      isHandedOn: isHandedOn(analysis, value.node),
    }
  if (RESPONSE_CLASS.test(value.of)) return { role: 'response', key: headersKey(value) ?? key, type: 'response' }
  return OTHER
}

/** `new Response(body, { headers })` with a `Headers` object shares that object's identity. */
function headersKey(value: Value & { kind: 'instance' }): string | undefined {
  const init = value.args[1]?.()[0]?.value
  const field = init?.kind === 'object' ? init.fields.get('headers') : undefined
  const headers = field?.choices()[0]?.value
  return headers?.kind === 'instance' && headers.of === 'Headers' ? keyOf(headers.node, headers.frame) : undefined
}

function ofExternal(value: ExternalValue, node: Node, frame: Frame | null): Receiver {
  const { root, path } = value
  const steps = path.filter((step) => !/^(?:status|code|type|set|header|append|vary|cookie)\(/.test(step))
  const text = steps.join('.')
  if (root.type === 'parameter') {
    const role = roleOfParameter(root.fn, root.index)
    // `await next()`, `await resolve(event)` and `await context.next()` answer with the response.
    const [step = ''] = path
    const isAnswer = step.startsWith('(') ? isContinuation(root) : role === 'context' && step.startsWith('next(')
    if (path.length === 1 && isAnswer) {
      return { ...OTHER, role: 'response', key: keyOf(value.node, frame) }
    }
    const key = `${String(root.fn.range[0])}/${String(root.index)}#${String(ownerFrame(frame, root.fn))}`
    const type = /(?:^|\.)headers$/.test(text) ? 'headers' : role === 'context' && text === '' ? 'context' : 'response'
    return { role: roleOfPath(role, text), key, type, isReply: isReply(root.fn.params[root.index]) }
  }
  const key = root.type === 'request' || root.type === 'self' ? `${root.type}.${text}` : `${root.name}.${text}`
  if (root.type === 'self')
    return { ...OTHER, role: roleByName(steps.at(-1)) === 'response' ? 'response' : 'unknown', key }
  if (root.type === 'request') return OTHER
  if (/^(?:Next)?Response$/.test(root.name)) return { ...OTHER, role: 'response', key: keyOf(value.node, frame) }
  if (steps.some((step) => step.startsWith('getResponse('))) return { ...OTHER, role: 'response', key }
  // What `http.request()`, axios and other clients hand out is a request.
  if (
    root.type === 'import' &&
    (CLIENT_MODULE.test(root.module) ||
      /request|client|fetch/i.test(root.name) ||
      /^(?:request|get)\(/.test(path[0] ?? ''))
  )
    return OTHER
  const outermost = rootOf(node)
  const name = outermost?.type === 'Identifier' ? outermost.name : undefined
  return { ...OTHER, role: steps.length <= 1 && roleByName(name) === 'response' ? 'response' : 'unknown', key }
}

function isReply(parameter: TSESTree.Parameter | undefined): boolean {
  const annotation = parameter && 'typeAnnotation' in parameter ? typeName(parameter.typeAnnotation) : undefined
  return annotation === undefined ? nameOf(parameter) === 'reply' : /Reply$/.test(annotation)
}

/** What `path` below something of that role is. */
function roleOfPath(role: Role | undefined, path: string): Receiver['role'] {
  // hapi's toolkit makes a response: `h.response(body)`.
  if (/^response\(.*\)$/.test(path)) return 'response'
  // Nest's `context.switchToHttp().getResponse()`.
  if (/(?:^|\.)getResponse\(\)(?:\.raw)?$/.test(path)) return 'response'
  if (/(?:^|\.)(?:res|response)(?:\.(?:raw|headers?|res))?$/.test(path)) return 'response'
  if (/(?:^|\.)(?:req|request)(?:\.|$)/.test(path)) return 'other'
  if (role === 'request') return 'other'
  if (role === 'response') return /^(?:raw|headers?|raw\.headers)?$/.test(path) ? 'response' : 'unknown'
  if (role === 'context') return /^(?:raw|set\.headers)?$/.test(path) ? 'response' : 'unknown'
  return path === '' ? 'unknown' : 'other'
}

function isContinuation({ fn, index }: ExternalValue['root'] & { type: 'parameter' }): boolean {
  return /^(?:next|resolve|handler|handle|fetch)$/.test(nameOf(fn.params[index]) ?? '')
}

function ownerFrame(frame: Frame | null, fn: Node): number {
  const seen = new Set<Frame>()
  const pending: (Frame | null | undefined)[] = [frame]
  for (let current = pending.shift(); pending.length > 0 || current; current = pending.shift()) {
    if (!current || seen.has(current)) continue
    if (current.owner === fn) return current.id
    seen.add(current)
    pending.push(current.outer, current.entry?.frame)
  }
  return 0
}

export function keyOf(node: Node, frame: Frame | null): string {
  return `${String(node.range[0])}-${String(node.range[1])}#${String(frame?.id ?? 0)}`
}

/** The result of a call that cannot be seen: `await next()`, `await fetch(…)`, by how it is called here. */
function roleOfUnknown(value: Node, node: Node): Receiver['role'] {
  const call = unwrap(value.type === 'AwaitExpression' ? value.argument : value)
  if (call.type === 'CallExpression') {
    const callee = unwrap(call.callee)
    const name = callee.type === 'Identifier' ? callee.name : methodName(call)
    if (name !== undefined && /^(?:next|resolve|getResponse|clone|handle|handler|fetch)$/.test(name)) return 'response'
  }
  const root = rootOf(node)
  return root?.type === 'Identifier' && roleByName(root.name) === 'response' ? 'response' : 'unknown'
}
