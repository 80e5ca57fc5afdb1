import type { TSESTree } from '@typescript-eslint/utils'
import { accessMember } from './accesses.ts'
import { and, not, TRUE, type Condition } from './condition.ts'
import { literal, literalText, mapChoices, one, single, unknown } from './construct.ts'
import { evaluateCall, evaluateNew } from './calls.ts'
import { evaluateLogical, under } from './logic.ts'
import { evaluateName } from './names.ts'
import { buildList, buildObject } from './objects.ts'
import { binary, testOf, textOf, unary } from './operators.ts'
import { enclosingClass, enclosingObject } from './tree.ts'
import type { Choices, Evaluator, Frame, Node, Value, World } from './value.ts'

/** What one expression can be: its parts are the evaluator's business. */
export function evaluateExpression(evaluator: Evaluator, node: Node, frame: Frame | null, world: World): Choices {
  switch (node.type) {
    case 'Literal':
      return one(
        'regex' in node
          ? { kind: 'regexp', source: node.regex.pattern, flags: node.regex.flags, node }
          : literal(node.value, node),
      )
    case 'TemplateLiteral':
      return template(evaluator, node, frame, world)
    case 'Identifier':
      return evaluateName(evaluator, evaluator.variables.get(node), node, frame, world)
    case 'MemberExpression':
      return accessMember(evaluator, node, frame, world)
    case 'CallExpression':
      return evaluateCall(evaluator, node, frame, world)
    case 'NewExpression':
      return evaluateNew(evaluator, node, frame, world)
    case 'ObjectExpression':
      return one(buildObject(evaluator, node, frame, world))
    case 'ArrayExpression':
      return one(buildList(evaluator, node, frame, world))
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return one({ kind: 'function', node, frame })
    case 'ClassExpression':
      return one({ kind: 'class', node })
    case 'ConditionalExpression': {
      const test = evaluator.test(node.test, frame)
      return [
        ...under(evaluator, node.consequent, frame, world, test),
        ...under(evaluator, node.alternate, frame, world, not(test)),
      ]
    }
    case 'LogicalExpression':
      return evaluateLogical(evaluator, node, frame, world)
    case 'BinaryExpression':
      return binaryExpression(evaluator, node, frame, world)
    case 'UnaryExpression':
      return evaluator.evaluate(node.argument, frame, world).map(({ value, when }) => ({
        // `~text.indexOf(part)` is a test, too.
        value:
          value.kind === 'test' && node.operator === '~'
            ? testOf(node, frame)
            : unary(node.operator, value, () => not(evaluator.test(node.argument, frame)), node),
        when,
      }))
    case 'AwaitExpression':
      return evaluator
        .evaluate(node.argument, frame, world)
        .flatMap(({ value, when }) =>
          awaited(value).map((choice) => ({ value: choice.value, when: and(when, choice.when) })),
        )
    case 'ImportExpression':
      return node.source.type === 'Literal'
        ? one({
            kind: 'external',
            root: { type: 'import', module: String(node.source.value), name: '*' },
            path: [],
            node,
          })
        : one(unknown(node))
    case 'MetaProperty':
      return one({ kind: 'external', root: { type: 'global', name: 'import.meta' }, path: [], node })
    case 'ThisExpression':
      return one(self(evaluator, node, frame, world))
    case 'AssignmentExpression':
      return evaluator.evaluate(node.right, frame, world)
    default:
      return one(unknown(node))
  }
}

/** More alternatives of a text than this are not told apart. */
const MAX_TEXTS = 8

/** A text for each thing that its parts can be: `${isKnown ? origin : null}` is the origin, or `null`. */
function template(evaluator: Evaluator, node: TSESTree.TemplateLiteral, frame: Frame | null, world: World): Choices {
  let texts: readonly { readonly parts: readonly Value[]; readonly when: Condition }[] = [{ parts: [], when: TRUE }]
  for (const [index, quasi] of node.quasis.entries()) {
    const fixed = quasi.value.raw === '' ? [] : [literal(quasi.value.cooked, quasi)]
    const expression = node.expressions[index]
    const choices = expression ? evaluator.evaluate(expression, frame, world) : []
    const isFew = texts.length * choices.length <= MAX_TEXTS
    const nexts = isFew || !expression ? choices : one(inputAmong(choices, expression))
    texts = texts.flatMap(({ parts, when }) =>
      expression
        ? nexts.map((next) => ({ parts: [...parts, ...fixed, next.value], when: and(when, next.when) }))
        : [{ parts: [...parts, ...fixed], when }],
    )
  }
  return texts.map(({ parts, when }) => ({
    value: literalText(parts, '', node) ?? textOf(parts, node, frame),
    when,
  }))
}

function binaryExpression(
  evaluator: Evaluator,
  node: TSESTree.BinaryExpression,
  frame: Frame | null,
  world: World,
): Choices {
  if (node.left.type === 'PrivateIdentifier') return one(unknown(node))
  const left = evaluator.evaluate(node.left, frame, world)
  const right = evaluator.evaluate(node.right, frame, world)
  return mapChoices(left, (a) => mapChoices(right, (b) => one(binary(node, a, b, frame, world))))
}

function self(evaluator: Evaluator, node: Node, frame: Frame | null, world: World): Value {
  const owner = enclosingClass(node)
  if (owner) return { kind: 'instance', of: 'this', args: [], node, frame, class: owner, tainted: false }
  const object = enclosingObject(node)
  const [only] = object ? evaluator.evaluate(object, evaluator.frameOf(object, frame), world) : []
  return only?.value ?? { kind: 'external', root: { type: 'self' }, path: [], node }
}

function awaited(value: Value): Choices {
  if (value.kind !== 'instance' || value.of !== 'Promise') return one(value)
  return value.args[0]?.() ?? one(unknown(value.node, true))
}

/** One of several values: the client's, if it can be that. */
function inputAmong(choices: Choices, node: Node): Value {
  return choices.find(({ value }) => value.kind === 'input')?.value ?? single(choices, node)
}
