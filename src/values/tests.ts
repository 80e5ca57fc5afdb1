import type { TSESTree } from '@typescript-eslint/utils'
import { and, atom, not, or, TRUE, type Condition } from './condition.ts'
import { isEnvironmentName } from './development.ts'
import type { Evaluator, Frame, Node, Value } from './value.ts'

/** The condition that an expression stands for as a test; `undefined` when it is its own. */
export function testOfExpression(evaluator: Evaluator, node: Node, frame: Frame | null): Condition | undefined {
  switch (node.type) {
    case 'Literal':
      return node.value ? TRUE : not(TRUE)
    case 'LogicalExpression':
      if (node.operator === '??') return undefined
      return node.operator === '&&'
        ? and(evaluator.test(node.left, frame), evaluator.test(node.right, frame))
        : or(evaluator.test(node.left, frame), evaluator.test(node.right, frame))
    case 'UnaryExpression':
      return node.operator === '!' ? not(evaluator.test(node.argument, frame)) : undefined
    case 'ConditionalExpression': {
      const test = evaluator.test(node.test, frame)
      return or(
        and(test, evaluator.test(node.consequent, frame)),
        and(not(test), evaluator.test(node.alternate, frame)),
      )
    }
    case 'CallExpression': {
      const [argument] = node.arguments
      const isBoolean =
        node.callee.type === 'Identifier' &&
        node.callee.name === 'Boolean' &&
        !evaluator.variables.get(node.callee)?.defs.length
      return isBoolean && argument && argument.type !== 'SpreadElement' ? evaluator.test(argument, frame) : undefined
    }
    case 'Identifier':
      return testName(evaluator, node, frame)
    default:
      return undefined
  }
}

/** A variable that only stands for another test is that test. */
function testName(evaluator: Evaluator, node: TSESTree.Identifier, frame: Frame | null): Condition | undefined {
  const definition = evaluator.variables.get(node)?.defs[0]
  if (definition?.type !== 'Variable' || isEnvironmentName(node.name, evaluator.developmentGuards)) return undefined
  const values = evaluator.evaluate(node, frame, {})
  if (
    values.length > 6 ||
    !values.every(({ value }) => value.kind === 'test' || value.kind === 'literal' || values.length > 1)
  )
    return undefined
  return or(...values.map(({ value, when }) => and(when, truthCondition(value))))
}

function truthCondition(value: Value): Condition {
  if (value.kind === 'literal') return value.value ? TRUE : not(TRUE)
  if (value.kind === 'test') return value.condition
  // What was computed from the origin is asked again, with the origin at hand.
  if (value.kind === 'input' && !value.exact) return atom({ kind: 'truthy', node: value.node, frame: value.frame })
  if (value.kind === 'external' && value.path.at(-1)?.endsWith(')'))
    return atom({ kind: 'truthy', node: value.node, frame: null })
  return atom({ kind: 'value', value })
}

/** The condition under which an expression is `null` or `undefined`. */
export function nullishCondition(evaluator: Evaluator, node: Node, frame: Frame | null): Condition {
  const values = evaluator.evaluate(node, frame, {})
  if (values.some(({ value }) => /^(?:unknown|external|input)$/.test(value.kind)))
    return atom({ kind: 'nullish', node, frame })
  const missing = values.filter(
    ({ value }) => value.kind === 'literal' && (value.value === null || value.value === undefined),
  )
  return or(...missing.map(({ when }) => when))
}
