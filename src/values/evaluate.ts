import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { and, atom, not, TRUE } from './condition.ts'
import { choices as bounded, literal, one, unknown } from './construct.ts'
import { Decider } from './decisions.ts'
import { environmentValue, isVariable } from './development.ts'
import { evaluateExpression } from './expressions.ts'
import { Flow } from './flow.ts'
import { isAbsentFromPreflight, isMethod } from './inputs.ts'
import { callFunction } from './invoke.ts'
import { memberOf } from './members.ts'
import { survives } from './refusals.ts'
import { nullishCondition, testOfExpression } from './tests.ts'
import { enclosingFunction, isInside, isLoop, readTree, unwrap } from './tree.ts'
import { indexVariables } from './variables.ts'
import type {
  Choices,
  Condition,
  Decision,
  Evaluator,
  Frame,
  FunctionNode,
  Node,
  Thunk,
  Tree,
  Value,
  World,
} from './value.ts'

/** How many expressions one question may look at before the answer is "unknown". */
const FUEL = 20_000
/** How many all questions about a file may look at together: so many, and more for each of its characters. */
const RESERVE = 100_000
const RESERVE_PER_CHARACTER = 10
const MAX_RESERVE = 1_000_000
/** Expressions nested deeper than this are unknown: the stack is finite. */
const MAX_NESTING = 150

/** What the analysis reads; ESLint's `SourceCode` has all of it. */
export interface Source {
  readonly ast: TSESTree.Program
  readonly text: string
  readonly scopeManager: TSESLint.Scope.ScopeManager | null
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>
}

/**
 * What the expressions of one file can be at run time, and under which conditions. Evaluates
 * symbolically, or in a `World` that assumes an `Origin` and an environment. Executes nothing.
 */
export class Analysis implements Evaluator {
  readonly text: string
  readonly tree: Tree
  readonly developmentGuards: ReadonlySet<string>
  readonly variables: ReadonlyMap<Node, TSESLint.Scope.Variable>
  private readonly flow: Flow
  private readonly memo = new WeakMap<World, WeakMap<Node, Map<Frame | null, Choices>>>()
  private readonly tests = new WeakMap<Node, Map<Frame | null, Condition>>()
  private readonly decider = new Decider(this)
  private frames = 0
  private fuel = FUEL
  private reserve: number
  private nesting = 0

  constructor(source: Source, developmentGuards: readonly string[] = []) {
    this.text = source.text
    this.reserve = Math.min(RESERVE + source.text.length * RESERVE_PER_CHARACTER, MAX_RESERVE)
    this.developmentGuards = new Set(developmentGuards)
    this.tree = readTree(source.ast, source.visitorKeys)
    this.variables = source.scopeManager ? indexVariables(source.scopeManager) : new Map()
    this.flow = new Flow({
      text: source.text,
      test: (node, frame) => this.test(node, frame),
      nullish: (node, frame) => nullishCondition(this, node, frame),
      survives: (call, frame) => survives(this, call, frame),
      throwsIn: (block) => throwsIn(this.tree, block),
      returnsIn: (block) => returnsIn(this.tree, block),
    })
  }

  /**
   * Starts a new question with a full budget.
   *
   * @param limit how many expressions it may look at, where a simple answer is all that is asked for.
   */
  refuel(limit = FUEL): void {
    this.fuel = limit
  }

  evaluate(node: Node, frame: Frame | null, world: World): Choices {
    const bare = unwrap(node)
    let perNode = this.memo.get(world)
    if (!perNode) this.memo.set(world, (perNode = new WeakMap()))
    let perFrame = perNode.get(bare)
    if (!perFrame) perNode.set(bare, (perFrame = new Map<Frame | null, Choices>()))
    const known = perFrame.get(frame)
    if (known) return known
    if (!this.spend() || this.nesting > MAX_NESTING) return one(unknown(bare, true))
    this.nesting += 1
    perFrame.set(frame, one(unknown(bare, true)))
    const choices = bounded(evaluateExpression(this, bare, frame, world), bare).map(({ value, when }) => ({
      value: this.settle(value, world),
      when,
    }))
    this.nesting -= 1
    // An answer that was cut short is none for the next question.
    if (this.fuel < 0) perFrame.delete(frame)
    else perFrame.set(frame, choices)
    return choices
  }

  /** Takes one step of the budget; false when it is used up. */
  spend(): boolean {
    this.fuel -= 1
    this.reserve -= 1
    return this.fuel >= 0 && this.reserve >= 0
  }

  /** `process.env.NODE_ENV` and its kin have a value where the environment is assumed. */
  settle(value: Value, world: World): Value {
    if (value.kind !== 'external') return value
    if (world.method !== undefined && isMethod(value)) return literal(world.method, value.node)
    if (world.isPreflight === true && isAbsentFromPreflight(value)) return literal(undefined, value.node)
    const environment = environmentValue(value, world, this.developmentGuards)
    if (environment) return literal(environment.value, value.node)
    return world.configuration !== undefined && isVariable(value)
      ? literal(world.configuration ?? undefined, value.node)
      : value
  }

  member(value: Value, key: string, node: Node, frame: Frame | null, world: World): Choices {
    return memberOf(this, value, key, node, frame, world).map(({ value, when }) => ({
      value: this.settle(value, world),
      when,
    }))
  }

  call(callee: Value, args: readonly Thunk[], node: Node, frame: Frame | null, world: World): Choices {
    return callFunction(callee, { evaluator: this, args, node, frame, world })
  }

  test(node: Node, frame: Frame | null): Condition {
    const bare = unwrap(node)
    let perFrame = this.tests.get(bare)
    if (!perFrame) this.tests.set(bare, (perFrame = new Map<Frame | null, Condition>()))
    const known = perFrame.get(frame)
    if (known) return known
    const itself = atom({ kind: 'truthy', node: bare, frame })
    perFrame.set(frame, itself)
    if (this.nesting > MAX_NESTING) return itself
    this.nesting += 1
    const condition = testOfExpression(this, bare, frame) ?? itself
    this.nesting -= 1
    perFrame.set(frame, condition)
    return condition
  }

  decide(condition: Condition, world: World): Decision {
    return this.decider.decide(condition, world)
  }

  truthiness(value: Value, world: World): Decision {
    return this.decider.truthiness(value, world)
  }

  canHold(condition: Condition): boolean {
    return this.decider.canHold(condition)
  }

  reachInFunction(node: Node, frame: Frame | null): Condition {
    return this.flow.reach(node, frame)
  }

  reach(node: Node, frame: Frame | null): Condition {
    const local = this.flow.reach(node, frame)
    const fn = enclosingFunction(node)
    const conditions: Condition[] = []
    let own = frame
    for (; own && own.owner !== fn; own = own.outer) if (isLoop(own.owner)) conditions.unshift(own.when)
    if (!fn) return and(...conditions, local)
    if (!own?.entry) return and(this.reach(fn, this.frameOf(fn, frame)), ...conditions, local)
    return and(this.reach(own.entry.node, own.entry.frame), own.when, ...conditions, local)
  }

  completes(fn: FunctionNode, frame: Frame | null): Condition {
    return fn.body.type === 'BlockStatement' ? this.flow.completes(fn.body, frame) : not(TRUE)
  }

  returnsOf(fn: FunctionNode): readonly TSESTree.ReturnStatement[] {
    return this.tree.returns.get(fn) ?? []
  }

  throwsOf(fn: FunctionNode): readonly TSESTree.ThrowStatement[] {
    return this.tree.throws.get(fn) ?? []
  }

  enter(
    owner: Node,
    bindings: ReadonlyMap<Node, Thunk>,
    outer: Frame | null,
    entry: Frame['entry'],
    when: Condition = TRUE,
  ): Frame {
    this.frames += 1
    const depth = Math.max(outer?.depth ?? 0, entry?.frame?.depth ?? 0) + 1
    return { id: this.frames, owner, bindings, outer, entry, when, depth }
  }

  frameOf(node: Node, frame: Frame | null): Frame | null {
    const fn = enclosingFunction(node)
    for (let current = frame; current; current = current.outer) {
      if (current.owner === fn) return current
      const isAround = isLoop(current.owner) && isInside(node, current.owner)
      if (isAround && enclosingFunction(current.owner) === fn) return current
    }
    return null
  }
}

function returnsIn(tree: Tree, block: Node): boolean {
  const fn = enclosingFunction(block)
  const returns = fn ? (tree.returns.get(fn) ?? []) : []
  return returns.some((one) => isInside(one, block))
}

function throwsIn(tree: Tree, block: Node): readonly Node[] {
  const fn = enclosingFunction(block)
  return (fn ? (tree.throws.get(fn) ?? []) : []).filter((one) => {
    if (one.range[0] < block.range[0] || one.range[1] > block.range[1]) return false
    for (let current: Node | undefined = one.parent; current && current !== block; current = current.parent) {
      if (current.type === 'TryStatement' && current.handler) return false
    }
    return true
  })
}
