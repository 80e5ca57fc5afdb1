import type { CallbackFault } from './policy.ts'
import { completionsOf, type Completion } from './values/completions.ts'
import { and, assume, atomsOf, not, or, TRUE, type Condition } from './values/condition.ts'
import type { Analysis } from './values/evaluate.ts'
import { enclosingFunction, isInside } from './values/tree.ts'
import type { Frame, FunctionNode, FunctionValue, Node, Thunk, World } from './values/value.ts'

const PRODUCTION: World = { environment: 'production' }

/** A function that a library calls with a callback, and what the library gives it. */
export interface Callee {
  readonly fn: FunctionValue
  /** What its parameters hold, as far as the library says. */
  readonly bindings: ReadonlyMap<Node, Thunk>
  /** Requests that are asked about: a stranger's, and one without an `Origin`. */
  readonly worlds: readonly World[]
}

/**
 * Whether a function calls its second parameter once in every run, as libraries that wait for it need.
 *
 * @param when the condition under which the library is given the function.
 */
export function callbackFaultsOf(analysis: Analysis, callee: Callee, when: Condition): readonly CallbackFault[] {
  const { node } = callee.fn
  if (node.generator || takesRest(node, analysis.text) || isNever(analysis, when, PRODUCTION)) return []
  const frame = analysis.enter(node, callee.bindings, callee.fn.frame, null)
  const { completions, escapes } = completionsOf(analysis, node, 1, frame)
  return escapes ? [] : new CallbackUse(analysis, callee, completions, frame).faults()
}

/** Whether the callback may be reached by another way than its name. */
function takesRest(node: FunctionNode, text: string): boolean {
  if (node.params.some((parameter) => parameter.type === 'RestElement')) return true
  return node.type !== 'ArrowFunctionExpression' && /\barguments\b/.test(text.slice(node.range[0], node.range[1]))
}

function isNever(analysis: Analysis, condition: Condition, world: World): boolean {
  return analysis.decide(condition, world).verdict === 'no'
}

/** The calls of one callback, as one function makes them. */
class CallbackUse {
  private readonly analysis: Analysis
  private readonly callee: Callee
  private readonly completions: readonly Completion[]
  private readonly frame: Frame
  private readonly node: FunctionNode

  constructor(analysis: Analysis, callee: Callee, completions: readonly Completion[], frame: Frame) {
    this.analysis = analysis
    this.callee = callee
    this.completions = completions
    this.frame = frame
    this.node = callee.fn.node
  }

  faults(): readonly CallbackFault[] {
    if (this.completions.length === 0) return this.canHappen(this.ended()) ? [{ kind: 'never', node: this.node }] : []
    const unanswered = this.unansweredReturns()
    return [
      ...(unanswered.length > 0 ? unanswered : this.unansweredRuns()),
      ...this.repetitions(),
      ...this.completions.flatMap((completion) => this.refusal(completion)),
    ]
  }

  /** A condition that counts every call of the callback as one that returns. */
  private settled(condition: Condition): Condition {
    return assume(condition, (one) =>
      one.kind === 'unseen' && this.completions.some(({ call }) => call === one.node) ? true : undefined,
    )
  }

  /** The condition under which the callback is called, or handed to a function that may call it later. */
  private called(): Condition {
    return this.settled(or(...this.completions.map(({ when, deferred }) => deferred ?? when)))
  }

  /** The condition under which the function ends without an exception. */
  private ended(): Condition {
    return or(this.falls(), ...this.returns().map(({ reached }) => reached))
  }

  private falls(): Condition {
    return this.node.body.type === 'BlockStatement'
      ? this.settled(this.analysis.completes(this.node, this.frame))
      : TRUE
  }

  private returns(): readonly { readonly node: Node; readonly reached: Condition }[] {
    return this.analysis.returnsOf(this.node).map((node) => ({
      node,
      reached: this.settled(this.analysis.reachInFunction(node, this.frame)),
    }))
  }

  private canHappen(condition: Condition): boolean {
    return this.analysis.canHold(condition) && !isNever(this.analysis, condition, PRODUCTION)
  }

  /** Each `return` before which there is no call for certain. */
  private unansweredReturns(): readonly CallbackFault[] {
    const called = this.called()
    return this.returns().flatMap(({ node, reached }): CallbackFault[] => {
      const isAnswer = this.completions.some(({ call }) => isInside(call, node))
      if (isAnswer || !this.canHappen(reached) || this.analysis.canHold(and(called, reached))) return []
      return [{ kind: 'unanswered', node }]
    })
  }

  /** Runs that get to their end, and make no call on the way. */
  private unansweredRuns(): readonly CallbackFault[] {
    const { analysis, node } = this
    const [called, ended, falls] = [this.called(), this.ended(), this.falls()]
    const missed = and(not(called), ended)
    const world = this.callee.worlds.find((one) => {
      analysis.refuel()
      return analysis.decide(missed, one).verdict === 'yes'
    })
    if (world) return [{ kind: 'unansweredFor', node, origin: world.origin }]
    const isCertain = this.canHappen(falls) && !analysis.canHold(and(called, falls))
    return isCertain || this.isLeftToCheck(called, ended) ? [{ kind: 'unansweredFor', node, origin: undefined }] : []
  }

  /** `if (isAllowed(origin)) callback(null, true)` and nothing else: a check that never refuses would be none. */
  private isLeftToCheck(called: Condition, ended: Condition): boolean {
    const atoms = atomsOf(called, 1)
    const [world] = this.callee.worlds
    return (
      atoms?.length === 1 &&
      atoms[0]?.kind === 'truthy' &&
      !this.analysis.canHold(not(ended)) &&
      world !== undefined &&
      this.analysis.decide(called, world).verdict === 'unseen'
    )
  }

  /** Each call that comes after another one in the same run. */
  private repetitions(): readonly CallbackFault[] {
    const direct = this.completions.filter(({ call }) => enclosingFunction(call) === this.node)
    return direct.flatMap((second, index): CallbackFault[] => {
      const first = direct.slice(0, index).find((one) => !isTried(one.call) && this.areBothMade(one, second))
      return first ? [{ kind: 'repeated', node: second.call, first: first.call }] : []
    })
  }

  private areBothMade(one: Completion, other: Completion): boolean {
    const { analysis } = this
    const [first, second] = [this.settled(one.when), this.settled(other.when)]
    const both = and(first, second)
    if (!this.canHappen(both)) return false
    const follows = !analysis.canHold(and(first, not(second))) || !analysis.canHold(and(second, not(first)))
    return follows || this.callee.worlds.some((world) => analysis.decide(both, world).verdict === 'yes')
  }

  /** `callback(new Error('Not allowed'))` for a stranger, other than for a failure of the check itself. */
  private refusal({ call, frame, when, deferred }: Completion): readonly CallbackFault[] {
    const { analysis } = this
    const [failure] = call.arguments
    const [stranger] = this.callee.worlds
    if (!failure || failure.type === 'SpreadElement' || !stranger || isCaught(call)) return []
    const isError = analysis.evaluate(failure, frame, {}).some((choice) => {
      const { verdict } = analysis.decide(this.settled(and(when, choice.when)), stranger)
      const isReached = verdict === 'yes' || (verdict === 'unseen' && deferred === undefined)
      return isReached && analysis.truthiness(choice.value, stranger).verdict === 'yes'
    })
    return isError ? [{ kind: 'refusal', node: call }] : []
  }
}

/** Whether a call stands where what it throws is caught: it may not have been made then. */
function isTried(node: Node): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current
    if (parent.type === 'TryStatement' && parent.handler && current === parent.block) return true
  }
  return false
}

function isCaught(node: Node): boolean {
  for (let current = node.parent; current; current = current.parent) if (current.type === 'CatchClause') return true
  return false
}
