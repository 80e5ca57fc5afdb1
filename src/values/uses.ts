import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { and, atom, or, TRUE } from './condition.ts'
import type { Analysis } from './evaluate.ts'
import { isFunction, methodName, unwrap, within, wrapped } from './tree.ts'
import type { Condition, Frame, Node } from './value.ts'

/** An origin on nobody's list, for asking whether a condition is about origins at all. */
const ASKING = { origin: 'https://evil.example', environment: 'production' } as const

/**
 * The condition under which a middleware runs for a request: `middleware(req, res, next)` behind
 * an `if`, or a middleware in front of it that turns origins away.
 */
export function useOf(analysis: Analysis, call: TSESTree.CallExpression, frame: Frame | null): Condition {
  return and(calledUnder(analysis, call, frame), gateBefore(analysis, call, frame))
}

/** Where a middleware is kept in a variable and only ever called by hand: the conditions of those calls. */
function calledUnder(analysis: Analysis, call: TSESTree.CallExpression, frame: Frame | null): Condition {
  const outer = wrapped(call).parent
  if (outer?.type === 'CallExpression' && outer.callee === wrapped(call)) return TRUE
  if (outer?.type !== 'VariableDeclarator' || outer.id.type !== 'Identifier') return TRUE
  const uses = (analysis.variables.get(outer.id)?.references ?? []).filter((reference) => reference.isRead())
  const calls = uses.map(calledBy)
  if (calls.length === 0 || calls.some((one) => one === undefined)) return TRUE
  return or(...calls.map((one) => (one ? analysis.reach(one, analysis.frameOf(one, frame)) : TRUE)))
}

function calledBy({ identifier }: TSESLint.Scope.Reference): TSESTree.CallExpression | undefined {
  const place = wrapped(identifier)
  return place.parent?.type === 'CallExpression' && place.parent.callee === place ? place.parent : undefined
}

/** A middleware of this file that compares origins, registered before this one. */
function gateBefore(analysis: Analysis, call: TSESTree.CallExpression, frame: Frame | null): Condition {
  const registration = wrapped(call).parent
  if (registration?.type !== 'CallExpression' || methodName(registration) === undefined) return TRUE
  const own = registration.arguments.findIndex((argument) => argument === wrapped(call))
  const isGated =
    (gatesOf(analysis).get(receiverText(analysis, registration)) ?? Infinity) < registration.range[0] ||
    registration.arguments.slice(0, own).some((one) => comparesOrigin(analysis, one, frame))
  return isGated ? atom({ kind: 'unseen', node: call }) : TRUE
}

/** For each application, where the first middleware stands that compares origins. */
const gates = new WeakMap<Analysis, ReadonlyMap<string, number>>()

function gatesOf(analysis: Analysis): ReadonlyMap<string, number> {
  const known = gates.get(analysis)
  if (known) return known
  const found = new Map<string, number>()
  for (const call of analysis.tree.calls) {
    if (methodName(call) !== 'use') continue
    const target = receiverText(analysis, call)
    const isGate = !found.has(target) && call.arguments.some((one) => comparesOrigin(analysis, one, null))
    if (isGate) found.set(target, call.range[0])
  }
  gates.set(analysis, found)
  return found
}

function receiverText(analysis: Analysis, call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee)
  return callee.type === 'MemberExpression' ? analysis.text.slice(callee.object.range[0], callee.object.range[1]) : ''
}

function comparesOrigin(analysis: Analysis, middleware: Node, frame: Frame | null): boolean {
  const bare = unwrap(middleware)
  if (bare.type !== 'Identifier' && !isFunction(bare)) return false
  const [only] = analysis.evaluate(bare, analysis.frameOf(bare, frame), {})
  if (only?.value.kind !== 'function') return false
  return within(analysis.tree.tests, only.value.node).some(
    (test) => analysis.decide(analysis.test(test, analysis.frameOf(test, frame)), ASKING).compared,
  )
}
