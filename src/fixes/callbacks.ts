import type { CallbackFault } from '../policy.ts'
import type { Node } from '../values/value.ts'
import type { Edits, FixContext } from './edit.ts'

const ERROR = /^(?:NewExpression|CallExpression|Literal|TemplateLiteral)$/

/** `callback(new Error(…))` becomes `callback(null, false)`; not where the error is one of several outcomes. */
function refuseQuietly(call: Node, { sourceCode }: FixContext): Edits | undefined {
  if (call.type !== 'CallExpression') return undefined
  const [first] = call.arguments
  const last = call.arguments.at(-1)
  if (!first || !last || !ERROR.test(first.type) || hasComment(sourceCode.text.slice(first.range[0], last.range[1])))
    return undefined
  return [{ start: first.range[0], end: last.range[1], text: 'null, false' }]
}

/** `(origin) => allowed` becomes `(origin, callback) => callback(null, allowed)`. */
function answerByCallback(fn: Node, { sourceCode }: FixContext): Edits | undefined {
  const { text } = sourceCode
  if (fn.type !== 'ArrowFunctionExpression' || fn.async || fn.body.type === 'BlockStatement') return undefined
  const [parameter] = fn.params
  const own = text.slice(fn.range[0], fn.range[1])
  if (fn.params.length !== 1 || parameter?.type !== 'Identifier' || /\bcallback\b/.test(own) || hasComment(own))
    return undefined
  const head = text.slice(fn.range[0], fn.body.range[0])
  // What stands in parentheses of its own would need them inside.
  if (!/=>\s*$/.test(head) || fn.range[1] !== fn.body.range[1]) return undefined
  const name = text.slice(parameter.range[0], parameter.range[1])
  const isBare = !head.startsWith('(') && !head.startsWith('<')
  return [
    { start: parameter.range[0], end: parameter.range[1], text: isBare ? `(${name}, callback)` : `${name}, callback` },
    { start: fn.body.range[0], end: fn.body.range[0], text: 'callback(null, ' },
    { start: fn.body.range[1], end: fn.body.range[1], text: ')' },
  ]
}

function hasComment(text: string): boolean {
  return /\/[/*]/.test(text.replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, ''))
}

/** What sets a callback right, where that can be written. */
export function repairCallback({ kind, node }: CallbackFault, context: FixContext): CallbackRepair | undefined {
  if (kind === 'never') return { messageId: 'answer', edits: answerByCallback(node, context) }
  return kind === 'refusal' ? { messageId: 'refuse', edits: refuseQuietly(node, context) } : undefined
}

export interface CallbackRepair {
  readonly messageId: 'answer' | 'refuse'
  readonly edits: Edits | undefined
}
