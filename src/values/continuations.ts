import type { TSESTree } from '@typescript-eslint/utils'
import { atom, TRUE } from './condition.ts'
import { isTainted } from './construct.ts'
import { isFunction, methodName, unwrap } from './tree.ts'
import type { Condition, Evaluator, Frame, FunctionNode } from './value.ts'

/** Calls that run the function they are given without asking anything. */
const UNCONDITIONAL =
  /^(?:forEach|use|all|get|head|post|put|patch|delete|options|route|on|once|setTimeout|setImmediate|nextTick|queueMicrotask)$/

/**
 * What must hold for a function to be called that is handed to a call which was given the
 * origin, or goes on from such a call: `check(origin).then(() => …)`, `when(origin, () => …)`.
 * That call may be the check, and a rejection its refusal.
 */
export function continuation(evaluator: Evaluator, fn: FunctionNode, frame: Frame | null): Condition {
  const call = fn.parent
  if (call.type !== 'CallExpression' || !call.arguments.some((argument) => argument === fn)) return TRUE
  const callee = unwrap(call.callee)
  const name = callee.type === 'Identifier' ? callee.name : methodName(call)
  if (name !== undefined && UNCONDITIONAL.test(name)) return TRUE
  return isGivenOrigin(evaluator, call, frame) ? atom({ kind: 'unseen', node: call }) : TRUE
}

/** Whether the origin is among the arguments of a call or of those it is chained to. */
function isGivenOrigin(evaluator: Evaluator, call: TSESTree.CallExpression, frame: Frame | null): boolean {
  for (let current: TSESTree.Node = call; current.type === 'CallExpression' || current.type === 'MemberExpression';) {
    if (current.type === 'CallExpression') {
      const isGiven = current.arguments.some(
        (argument) =>
          !isFunction(argument) && argument.type !== 'SpreadElement' && mentionsInput(evaluator, argument, frame),
      )
      if (isGiven) return true
      current = unwrap(current.callee)
    } else current = unwrap(current.object)
  }
  return false
}

function mentionsInput(evaluator: Evaluator, node: TSESTree.Node, frame: Frame | null): boolean {
  const bare = unwrap(node)
  if (bare.type === 'ObjectExpression') {
    return bare.properties.some(
      (property) => property.type === 'Property' && mentionsInput(evaluator, property.value, frame),
    )
  }
  return evaluator.evaluate(bare, frame, {}).some(({ value }) => isTainted(value))
}
