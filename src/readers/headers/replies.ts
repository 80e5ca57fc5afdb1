import type { TSESTree } from '@typescript-eslint/utils'
import { literal, one } from '../../values/construct.ts'
import { methodName, staticKey, unwrap } from '../../values/tree.ts'
import type { Choices, Node } from '../../values/value.ts'

/** The status of a response, collected beside its headers: a name that no header can have. */
export const STATUS = ':status'
/** The place where a response is sent off. */
export const ENDING = ':end'

/** Methods whose first argument is the status. */
const WITH_STATUS = /^(?:status|code|sendStatus|writeHead)$/
const SENDING = /^(?:end|send|json|jsonp|sendStatus|sendFile|redirect|render|download)$/

/** One thing that a call does to a response beside its headers. */
interface ReplyPart {
  readonly name: typeof STATUS | typeof ENDING
  readonly value: Node | undefined
  /** What the value is where it is not written. */
  readonly otherwise: Choices
}

/** The status that a call on a response gives it, and whether it sends it off. */
export function replyParts(call: TSESTree.CallExpression): readonly ReplyPart[] {
  const method = methodName(call) ?? ''
  const [first] = call.arguments
  const parts: ReplyPart[] = []
  if (WITH_STATUS.test(method) && first && first.type !== 'SpreadElement')
    parts.push({ name: STATUS, value: first, otherwise: [] })
  if (method === 'redirect') parts.push({ name: STATUS, value: undefined, otherwise: one(literal(302, call)) })
  // `response.json()` without arguments reads the answer of a `fetch`.
  if (SENDING.test(method) && (method !== 'json' || call.arguments.length > 0))
    parts.push({ name: ENDING, value: undefined, otherwise: one(literal(true, call)) })
  return parts
}

/** The response whose status an assignment sets: `res` in `res.statusCode = 204`, `ctx` in `ctx.status = 204`. */
export function statusTarget({ left, operator }: TSESTree.AssignmentExpression): Node | undefined {
  const target = unwrap(left)
  if (target.type !== 'MemberExpression' || operator !== '=') return undefined
  return /^status(?:Code)?$/.test(staticKey(target) ?? '') ? target.object : undefined
}
