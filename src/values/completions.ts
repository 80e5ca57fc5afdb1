import type { TSESTree } from '@typescript-eslint/utils'
import type { Analysis } from './evaluate.ts'
import type { Condition } from './condition.ts'
import { continuation } from './continuations.ts'
import { enclosingFunction, wrapped } from './tree.ts'
import type { Frame, FunctionNode, Node, Thunk } from './value.ts'

/** One call of a callback parameter, with the condition under which it is made. */
export interface Completion {
  readonly call: TSESTree.CallExpression
  readonly frame: Frame | null
  readonly when: Condition
  /**
   * Where the call stands in a function of its own, which is handed to other code: the condition under which that
   * function is made. It may run later, or not.
   */
  readonly deferred: Condition | undefined
}

export interface Completions {
  readonly completions: readonly Completion[]
  /** True when the callback is handed to code that cannot be seen. */
  readonly escapes: boolean
}

/** How a function answers through the callback it takes at `index`, helpers of the file included. */
export function completionsOf(
  analysis: Analysis,
  fn: FunctionNode,
  index: number,
  frame: Frame,
  depth = 0,
): Completions {
  const parameter = fn.params[index]
  const variable =
    parameter && analysis.variables.get(parameter.type === 'AssignmentPattern' ? parameter.left : parameter)
  const found: Completion[] = []
  let escapes = false
  for (const reference of variable?.references ?? []) {
    if (!reference.isRead()) continue
    const place = wrapped(reference.identifier)
    const { parent } = place
    if (parent?.type === 'CallExpression' && parent.callee === place) {
      const inner = frameWithin(analysis, parent, frame)
      const deferring = outermostInside(parent, fn)
      found.push({
        call: parent,
        frame: inner,
        when: analysis.reach(parent, inner),
        deferred: deferring && analysis.reach(deferring, frame),
      })
      continue
    }
    const inner =
      parent?.type === 'CallExpression' && depth < 4 ? follow(analysis, parent, place, frame, depth) : undefined
    if (!inner) escapes = true
    else {
      found.push(...inner.completions)
      escapes = escapes || inner.escapes
    }
  }
  return { completions: found, escapes }
}

/** The outermost function around a node that itself stands inside `fn`. */
function outermostInside(node: Node, fn: FunctionNode): FunctionNode | undefined {
  let outermost: FunctionNode | undefined
  for (let own = enclosingFunction(node); own && own !== fn; own = enclosingFunction(own)) outermost = own
  return outermost
}

/** The callback is passed on to another function of the file. */
function follow(
  analysis: Analysis,
  call: TSESTree.CallExpression,
  argument: Node,
  frame: Frame,
  depth: number,
): Completions | undefined {
  const index = call.arguments.findIndex((one) => one === argument)
  const site = frameWithin(analysis, call, frame)
  const [only] = analysis.evaluate(call.callee, site, {})
  if (only?.value.kind !== 'function' || index < 0) return undefined
  const { node, frame: outer } = only.value
  const bindings = new Map<Node, Thunk>()
  for (const [position, parameter] of node.params.entries()) {
    const given = call.arguments[position]
    if (given && given.type !== 'SpreadElement' && position !== index) {
      bindings.set(parameter, (world = {}) => analysis.evaluate(given, site, world))
    }
  }
  return completionsOf(
    analysis,
    node,
    index,
    analysis.enter(node, bindings, outer, { node: call, frame: site }),
    depth + 1,
  )
}

/** The activation of the function around `node`, which stands somewhere inside that of `frame`. */
function frameWithin(analysis: Analysis, node: Node, frame: Frame): Frame | null {
  const fn = enclosingFunction(node)
  if (!fn || fn === frame.owner) return frame
  const outer = frameWithin(analysis, fn, frame)
  return analysis.enter(fn, new Map(), outer, { node: fn, frame: outer }, continuation(analysis, fn, outer))
}
