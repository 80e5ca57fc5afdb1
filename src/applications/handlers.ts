import type { TSESTree } from '@typescript-eslint/utils'
import type { Analysis } from '../values/evaluate.ts'
import { rootOf } from '../values/flow.ts'
import { nameOf, roleOfParameter } from '../values/roles.ts'
import { enclosingFunction, methodName, staticKey, unwrap, within, wrapped } from '../values/tree.ts'
import type { FunctionValue, Node, World } from '../values/value.ts'

/** A preflight in production: `OPTIONS`, from any origin, without credentials. */
export const PREFLIGHT: World = { environment: 'production', method: 'OPTIONS', isPreflight: true }

const WITH_STATUS = /^(?:status|code|sendStatus|writeHead|throw|redirect)$/

/**
 * The status with which a function of this file refuses every request without credentials, whatever its method;
 * `undefined` when it lets some pass, answers them, or does something that cannot be seen.
 */
export function refusalBy(analysis: Analysis, { node: fn, frame: outer }: FunctionValue): number | undefined {
  const frame = analysis.enter(fn, new Map(), outer, null)
  const happens = (node: Node): string => analysis.decide(analysis.reachInFunction(node, frame), PREFLIGHT).verdict
  analysis.refuel()
  if (mentionsOfNext(analysis, fn).some((mention) => happens(mention) !== 'no')) return undefined
  const own = <T extends Node>(nodes: readonly T[]): readonly T[] =>
    within(nodes, fn).filter((node) => enclosingFunction(node) === fn && isOnResponse(node, fn))
  const statuses = [
    ...own(analysis.tree.calls).filter((call) => WITH_STATUS.test(methodName(call) ?? '')),
    ...own(analysis.tree.assignments).filter(({ left }) => /\.status(?:Code)?$/.test(textOf(analysis, left))),
  ].filter((node) => happens(node) === 'yes')
  const codes = statuses.map((node) => statusIn(analysis, node, frame))
  const [first] = codes
  return codes.every((code) => code === first) && first !== undefined && first >= 300 ? first : undefined
}

function statusIn(
  analysis: Analysis,
  node: TSESTree.CallExpression | TSESTree.AssignmentExpression,
  frame: ReturnType<Analysis['enter']>,
): number | undefined {
  const written = node.type === 'CallExpression' ? node.arguments[0] : node.right
  if (!written || written.type === 'SpreadElement') return undefined
  const [only, another] = analysis.evaluate(written, frame, PREFLIGHT)
  if (only?.value.kind === 'literal' && !another && typeof only.value.value === 'number') return only.value.value
  return node.type === 'CallExpression' && methodName(node) === 'redirect' ? 302 : undefined
}

/** Whether a function can hand the request on. */
export function passesOn(analysis: Analysis, { node: fn }: FunctionValue): boolean {
  return mentionsOfNext(analysis, fn).length > 0
}

/** Where a function uses what it was given to go on with. */
function mentionsOfNext(analysis: Analysis, fn: FunctionValue['node']): readonly Node[] {
  const next = fn.params.findIndex((_, index) => roleOfParameter(fn, index) === 'next')
  const parameter = fn.params[next >= 0 ? next : fn.params.length === 4 ? 3 : 2]
  const variable = parameter && analysis.variables.get(parameter)
  return (variable?.references ?? []).map(({ identifier }) => wrapped(identifier))
}

function isOnResponse(node: TSESTree.CallExpression | TSESTree.AssignmentExpression | Node, fn: FunctionValue['node']) {
  const target = unwrap(
    node.type === 'AssignmentExpression' ? node.left : node.type === 'CallExpression' ? node.callee : node,
  )
  if (target.type !== 'MemberExpression' || staticKey(target) === undefined) return false
  const root = rootOf(target.object)
  const index = fn.params.findIndex((parameter) => root?.type === 'Identifier' && nameOf(parameter) === root.name)
  const role = index >= 0 ? roleOfParameter(fn, index) : undefined
  return role === 'response' || role === 'context'
}

function textOf({ text }: Analysis, node: Node): string {
  return text.slice(node.range[0], node.range[1])
}
