import type { TSESTree } from '@typescript-eslint/utils'
import { and, atom, not, or, TRUE, type Condition } from './condition.ts'
import { literal, taint } from './construct.ts'
import type { Choice, Choices, Evaluator, Frame, Node, Value, World } from './value.ts'

/** The choices of a node that hold only where `condition` does. */
export function under(
  evaluator: Evaluator,
  node: Node,
  frame: Frame | null,
  world: World,
  condition: Condition,
): Choices {
  if (condition.op === 'false') return []
  let residual: Condition = condition
  let isCompared = false
  if (world.environment !== undefined) {
    const { verdict, compared } = evaluator.decide(condition, world)
    isCompared = compared
    if (verdict === 'no') return []
    if (verdict === 'yes') residual = TRUE
  }
  return evaluator.evaluate(node, frame, world).map((choice) => ({
    value: isCompared ? taint(choice.value) : choice.value,
    when: and(residual, choice.when),
  }))
}

/** `left && right`, `left || right`, `left ?? right`. */
export function evaluateLogical(
  evaluator: Evaluator,
  node: TSESTree.LogicalExpression,
  frame: Frame | null,
  world: World,
): Choices {
  const left = evaluator.evaluate(node.left, frame, world)
  const kept: Choice[] = []
  let goesOn = false
  const decisions: Condition[] = []
  for (const { value, when } of left) {
    const stays = staysLeft(node.operator, value)
    if (stays === true) kept.push({ value, when })
    else {
      goesOn = true
      if (stays === undefined) {
        const holds: Condition =
          node.operator === '??'
            ? not(atom({ kind: 'nullish', node: node.left, frame }))
            : truthOf(evaluator, value, node.left, frame)
        const condition = node.operator === '&&' ? not(holds) : holds
        kept.push({ value: node.operator === '&&' ? falsy(value, node.left) : value, when: and(when, condition) })
        decisions.push(and(when, not(condition)))
      } else decisions.push(when)
    }
  }
  if (!goesOn) return kept
  const right = under(evaluator, node.right, frame, world, or(...decisions))
  if (world.environment === undefined) return [...kept, ...right]
  return [...kept.filter((choice) => evaluator.decide(choice.when, world).verdict !== 'no'), ...right]
}

/** The truth of one value of an expression; a boolean test is its own condition. */
function truthOf(evaluator: Evaluator, value: Value, node: Node, frame: Frame | null): Condition {
  if (value.kind === 'test') return value.condition
  return value.kind === 'external' || value.kind === 'unknown'
    ? atom({ kind: 'value', value })
    : evaluator.test(node, frame)
}

/** Whether `left op right` is its left side for certain; `undefined` when both can be. */
function staysLeft(operator: '&&' | '||' | '??', value: Value): boolean | undefined {
  if (value.kind === 'test' || value.kind === 'external' || value.kind === 'input' || value.kind === 'unknown') {
    return value.kind === 'test' && operator === '??' ? true : undefined
  }
  const primitive = value.kind === 'literal' ? value.value : true
  if (operator === '??') return primitive !== null && primitive !== undefined
  return operator === '||' ? Boolean(primitive) : !primitive
}

/** What `a && b` is when `a` is falsy. */
function falsy(value: Value, node: Node): Value {
  return literal(value.kind === 'test' ? false : undefined, node)
}
