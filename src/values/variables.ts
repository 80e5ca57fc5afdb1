import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { and, not, type Condition } from './condition.ts'
import { restOfList } from './collections.ts'
import { choices as bounded, isTainted, literal, one, unknown } from './construct.ts'
import { enclosingFunction, isInside, isLoop, staticKey, unwrap } from './tree.ts'
import type { Choice, Choices, Evaluator, Frame, FunctionNode, Node, Value, World } from './value.ts'

type Variable = TSESLint.Scope.Variable

/** A variable that is written more often is not followed. */
const MAX_WRITES = 32

/** One step from a destructured value to one of its names. */
export interface Step {
  readonly key: string | undefined
  readonly rest: boolean
  /** The default that applies when the value is `undefined` at this point. */
  readonly fallback: Node | undefined
}

/** Finds the variable each identifier of a file refers to, in one pass over its scopes. */
export function indexVariables(scopeManager: TSESLint.Scope.ScopeManager): ReadonlyMap<Node, Variable> {
  const index = new Map<Node, Variable>()
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references)
      if (reference.resolved) index.set(reference.identifier, reference.resolved)
    for (const variable of scope.variables)
      for (const identifier of variable.identifiers) index.set(identifier, variable)
  }
  return index
}

/** The way from a pattern to a name in it; `undefined` when the name is not in it. */
export function stepsTo(pattern: Node, name: Node): readonly Step[] | undefined {
  if (pattern === name) return []
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const steps = stepsTo(pattern.left, name)
      return steps && [{ key: undefined, rest: false, fallback: pattern.right }, ...steps]
    }
    case 'TSParameterProperty':
      return stepsTo(pattern.parameter, name)
    case 'RestElement':
      return stepsTo(pattern.argument, name)
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        const isRest = property.type === 'RestElement'
        const steps = stepsTo(isRest ? property.argument : property.value, name)
        if (steps)
          return [{ key: isRest ? undefined : staticKey(property), rest: isRest, fallback: undefined }, ...steps]
      }
      return undefined
    case 'ArrayPattern':
      for (const [position, element] of pattern.elements.entries()) {
        const steps = element && stepsTo(element, name)
        if (steps)
          return [{ key: String(position), rest: element.type === 'RestElement', fallback: undefined }, ...steps]
      }
      return undefined
    default:
      return undefined
  }
}

/** Follows destructuring steps from what the whole pattern holds. */
export function project(
  evaluator: Evaluator,
  start: Choices,
  steps: readonly Step[],
  node: Node,
  frame: Frame | null,
  world: World,
): Choices {
  let current = start
  for (const step of steps) {
    if (step.fallback) current = withFallback(evaluator, current, step.fallback, frame, world)
    else if (step.rest || step.key === undefined)
      current = current.map(({ value, when }) => ({ value: restOf(value, Number(step.key), node), when }))
    else {
      const { key } = step
      current = current.flatMap(({ value, when }) =>
        evaluator
          .member(value, key, node, frame, world)
          .map((choice) => ({ value: choice.value, when: and(when, choice.when) })),
      )
    }
  }
  return bounded(current, node)
}

/** The rest of an object may hold anything the object holds; of a list it is what follows a position. */
function restOf(value: Value, start: number, node: Node): Value {
  if (value.kind === 'object') return { ...value, node }
  if (value.kind === 'list' && Number.isInteger(start)) return restOfList(value, start, node)
  return unknown(node, value.kind === 'external' || isTainted(value))
}

function withFallback(
  evaluator: Evaluator,
  current: Choices,
  fallback: Node,
  frame: Frame | null,
  world: World,
): Choices {
  return current.flatMap(({ value, when }): Choices => {
    if (value.kind === 'literal') {
      return value.value === undefined
        ? evaluator.evaluate(fallback, frame, world).map((choice) => ({ ...choice, when: and(when, choice.when) }))
        : [{ value, when }]
    }
    if (value.kind !== 'external' && value.kind !== 'unknown' && value.kind !== 'input') return [{ value, when }]
    const isSet: Condition = { op: 'atom', atom: { kind: 'value', value } }
    const otherwise = evaluator.evaluate(fallback, frame, world)
    return [
      { value, when: and(when, isSet) },
      ...otherwise.map((choice) => ({ ...choice, when: and(when, not(isSet), choice.when) })),
    ]
  })
}

/** One assignment to a variable. */
export interface Write {
  readonly node: Node
  readonly fn: FunctionNode | null
  readonly isInitial: boolean
  evaluate(frame: Frame | null): Choices
}

const writing = new WeakMap<Variable, readonly TSESLint.Scope.Reference[]>()

/** The references that write a variable, looked up once. */
export function writingReferences(variable: Variable): readonly TSESLint.Scope.Reference[] {
  let found = writing.get(variable)
  if (!found) writing.set(variable, (found = variable.references.filter((reference) => reference.isWrite())))
  return found
}

/** The writes of a variable that say what it holds, in source order. */
export function writesOf(evaluator: Evaluator, variable: Variable, world: World): readonly Write[] {
  const writes: Write[] = []
  for (const reference of writingReferences(variable)) {
    const write = readWrite(evaluator, reference, world)
    writes.push(write)
  }
  const [definition] = variable.defs
  const isDeclaredEmpty =
    definition?.type === 'Variable' &&
    !definition.node.init &&
    !definition.node.parent.declare &&
    !writes.some((write) => write.isInitial) &&
    !isLoopVariable(definition.node)
  if (definition && isDeclaredEmpty) {
    const node = definition.name
    writes.unshift({
      node,
      fn: enclosingFunction(node),
      isInitial: true,
      evaluate: () => one(literal(undefined, node)),
    })
  }
  return writes
}

function isLoopVariable(declarator: TSESTree.VariableDeclarator): boolean {
  const { parent } = declarator.parent
  return parent.type === 'ForOfStatement' || parent.type === 'ForInStatement'
}

function readWrite(evaluator: Evaluator, reference: TSESLint.Scope.Reference, world: World): Write {
  const node: Node = reference.identifier
  const fn = enclosingFunction(node)
  const unseen = (): Choices => one(unknown(node, true))
  const expression = reference.writeExpr
  const isInitial = reference.init === true
  if (!expression) return { node, fn, isInitial, evaluate: unseen }
  let owner: Node | undefined = node.parent
  while (
    owner &&
    owner.type !== 'VariableDeclarator' &&
    owner.type !== 'AssignmentExpression' &&
    owner.type !== 'ForOfStatement' &&
    owner.type !== 'ForInStatement'
  )
    owner = owner.parent
  if (owner?.type === 'VariableDeclarator') {
    const { id, init } = owner
    if (!init || unwrap(init) !== unwrap(expression)) return { node, fn, isInitial, evaluate: unseen }
    const steps = stepsTo(id, node)
    if (!steps) return { node, fn, isInitial, evaluate: unseen }
    return {
      node,
      fn,
      isInitial,
      evaluate: (frame) => project(evaluator, evaluator.evaluate(init, frame, world), steps, node, frame, world),
    }
  }
  if (owner?.type === 'AssignmentExpression') {
    const { left, operator, right } = owner
    const steps = stepsTo(left, node)
    if (!steps || (operator !== '=' && operator !== '||=' && operator !== '??=' && operator !== '&&='))
      return { node, fn, isInitial: false, evaluate: unseen }
    return {
      node: owner.right,
      fn,
      isInitial: false,
      evaluate: (frame) => project(evaluator, evaluator.evaluate(right, frame, world), steps, node, frame, world),
    }
  }
  return { node, fn, isInitial, evaluate: unseen }
}

/**
 * What a variable holds at a place, from the writes that come before it: each new value under
 * the condition of its write, the older ones where that write did not happen.
 */
export function valueAt(evaluator: Evaluator, writes: readonly Write[], use: Node, frame: Frame | null): Choices {
  const home = enclosingFunction(use)
  const ordered = writes.filter(
    (write) => write.fn !== home || comesBefore(write.node, use) || sharesLoop(write.node, use),
  )
  // A write in some other function may have happened before, or not: nothing is certain then.
  if (ordered.some((write) => !write.isInitial && write.fn !== home && !isAround(write.fn, use))) {
    return one(unknown(use, enclosingFunction(use) !== null))
  }
  if (ordered.length > MAX_WRITES) return one(unknown(use, true))
  let current: Choice[] = []
  for (const write of ordered) {
    const writeFrame = evaluator.frameOf(write.node, frame)
    const when = evaluator.reachInFunction(write.node, writeFrame)
    const kept = current.map((choice) => ({ value: choice.value, when: and(choice.when, not(when)) }))
    const added = write
      .evaluate(writeFrame)
      .map((choice) => ({ value: choice.value, when: write.isInitial ? choice.when : and(when, choice.when) }))
    current = [...kept.filter((choice) => choice.when.op !== 'false'), ...added]
  }
  return bounded(current, use)
}

function isAround(fn: FunctionNode | null, node: Node): boolean {
  if (fn === null) return true
  for (let current: Node | undefined = node; current; current = current.parent) if (current === fn) return true
  return false
}

function comesBefore(write: Node, use: Node): boolean {
  return write.range[0] < use.range[0]
}

function sharesLoop(write: Node, use: Node): boolean {
  for (let current = use.parent; current; current = current.parent) {
    if (isLoop(current) && isInside(write, current)) return true
  }
  return false
}
