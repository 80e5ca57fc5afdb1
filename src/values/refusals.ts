import type { TSESTree } from '@typescript-eslint/utils'
import { and, atom, not, TRUE, type Condition } from './condition.ts'
import { rootOf } from './flow.ts'
import { isFunction, methodName, unwrap } from './tree.ts'
import { isUrlModule } from './urls.ts'
import type { Evaluator, Frame, Node, Thunk } from './value.ts'

/** Calls that never stop a request: logging, metrics, collections, header writes. */
const HARMLESS_ROOT =
  /^(?:console|log|logger|debug|winston|pino|sentry|tracer|span|metrics?|stats|statsd|telemetry|audit|analytics|Object|Array|JSON|Math|Promise|String)$/i
const HARMLESS_METHOD =
  /^(?:log|info|warn|debug|error|trace|set|header|headers|setHeader|setHeaders|append|appendHeader|writeHead|vary|status|code|type|add|push|unshift|delete|get|has|includes|indexOf|some|every|find|test|match|emit|on|once|inc|increment|observe|track|record|split|trim|toString)$/
/** Names that say that the call may refuse, whatever it is given. */
const REFUSING_NAME = /^(?:throw|fail|deny|reject|abort|refuse|forbid|block|bail|die|exit)/i
const GUARDING_NAME =
  /^(?:assert|check|verify|validate|ensure|require|enforce|guard|must|authori[sz]e|protect).*(?:origin|cors|allow|trust|whitelist|cross)/i
const COMPLETION_NAME = /^(?:next|done|cb|callback)$/
const MENTIONS_ORIGIN = /origin/i

/**
 * The condition under which a call returns. A function of this file throws where its `throw`
 * statements are reached; a call that cannot be seen may throw when it is given the origin.
 */
export function survives(evaluator: Evaluator, call: TSESTree.CallExpression, frame: Frame | null): Condition {
  const asserted = assertion(call)
  if (asserted) return evaluator.test(asserted, frame)
  const own = throwsInside(evaluator, call, frame)
  if (own) return own
  return mayRefuse(evaluator, call) && !isParser(evaluator, call, frame) ? atom({ kind: 'unseen', node: call }) : TRUE
}

/** Node's own `url.parse` and its like: what they are given is nothing they could refuse. */
function isParser(evaluator: Evaluator, { callee }: TSESTree.CallExpression, frame: Frame | null): boolean {
  return evaluator
    .evaluate(callee, frame, {})
    .every(({ value }) => value.kind === 'external' && value.root.type === 'import' && isUrlModule(value.root.module))
}

/** What `assert(…)`, `assert.ok(…)`, `invariant(…)` and `ctx.assert(…)` demand; they throw otherwise. */
function assertion(call: TSESTree.CallExpression): Node | undefined {
  const callee = unwrap(call.callee)
  const name = callee.type === 'Identifier' ? callee.name : methodName(call)
  const isOfAssert =
    name === 'ok' &&
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'assert'
  const [demanded] = call.arguments
  return (isOfAssert || name === 'assert' || name === 'invariant') && demanded && demanded.type !== 'SpreadElement'
    ? demanded
    : undefined
}

function throwsInside(evaluator: Evaluator, call: TSESTree.CallExpression, frame: Frame | null): Condition | undefined {
  const callee = unwrap(call.callee)
  if ((frame?.depth ?? 0) > 6) return TRUE
  const [only] =
    callee.type === 'Identifier' || callee.type === 'MemberExpression' || isFunction(callee)
      ? evaluator.evaluate(callee, frame, {})
      : []
  if (only?.value.kind !== 'function') return undefined
  const fn = only.value.node
  // A rejection that nobody waits for stops nothing.
  if (fn.async && call.parent.type !== 'AwaitExpression') return TRUE
  const throwing = evaluator.throwsOf(fn).filter((statement) => !isCaught(statement, fn))
  if (throwing.length === 0) return TRUE
  const bindings = new Map<Node, Thunk>()
  for (const [index, parameter] of fn.params.entries()) {
    const argument = call.arguments[index]
    if (argument && argument.type !== 'SpreadElement')
      bindings.set(parameter, (world = {}) => evaluator.evaluate(argument, frame, world))
  }
  const inner = evaluator.enter(fn, bindings, only.value.frame, { node: call, frame })
  return and(...throwing.map((statement) => not(evaluator.reachInFunction(statement, inner))))
}

function isCaught(node: Node, fn: Node): boolean {
  for (let current = node; current.parent && current !== fn; current = current.parent) {
    if (current.parent.type === 'TryStatement' && current.parent.handler && current === current.parent.block)
      return true
  }
  return false
}

function mayRefuse(evaluator: Evaluator, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  const name = callee.type === 'Identifier' ? callee.name : (methodName(call) ?? '')
  // `await next(request)` goes on and comes back; a bare `next(error)` does not.
  if (COMPLETION_NAME.test(name)) return call.arguments.length > 0 && call.parent.type === 'ExpressionStatement'
  const root = rootOf(callee)
  if (root?.type === 'Identifier' && HARMLESS_ROOT.test(root.name)) return false
  if (REFUSING_NAME.test(name) || GUARDING_NAME.test(name)) return true
  if (callee.type === 'MemberExpression' && HARMLESS_METHOD.test(name)) return false
  if (
    callee.type === 'Identifier' &&
    /^(?:log|warn|debug|print|track|record|trace|String|Boolean|set\w*|add\w*|apply\w*)$/.test(name)
  )
    return false
  return call.arguments.some(
    (argument) =>
      isReading(unwrap(argument)) && MENTIONS_ORIGIN.test(evaluator.text.slice(argument.range[0], argument.range[1])),
  )
}

/** A name, a property or what a getter answers: a value that is handed over as it is. */
function isReading(argument: Node): boolean {
  if (argument.type === 'CallExpression')
    return /^(?:get|header|toLowerCase|trim|toString)$/.test(methodName(argument) ?? '')
  return argument.type === 'Identifier' || argument.type === 'MemberExpression' || argument.type === 'TemplateLiteral'
}
