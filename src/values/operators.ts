import type { TSESTree } from '@typescript-eslint/utils'
import { atom, type Condition } from './condition.ts'
import { isTainted, literal, one, unknown } from './construct.ts'
import { listBehind } from './collections.ts'
import { isStage } from './development.ts'
import type { Choices, Frame, LiteralValue, Node, Primitive, TestValue, Value, World } from './value.ts'

/** A boolean that this world does not decide: true exactly when the expression is. */
export function testOf(node: Node, frame: Frame | null): TestValue {
  return { kind: 'test', condition: atom({ kind: 'truthy', node, frame }), node }
}

const COMPARISONS = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>='])

/** `left operator right`, for every operator but the logical ones. */
export function binary(
  node: TSESTree.BinaryExpression,
  left: Value,
  right: Value,
  frame: Frame | null,
  world: World,
): Value {
  const { operator } = node
  if (operator === '+') return concatenate(left, right, node, frame)
  if (operator === 'in') return hasKey(right, left, node, frame, world)
  if (left.kind === 'literal' && right.kind === 'literal') {
    const value = compute(operator, left.value, right.value)
    // Whether there is an origin at all is presence, not a check.
    const isPresence = asksPresence(left, right) || asksPresence(right, left)
    return value === undefined
      ? unknown(node, left.tainted || right.tainted)
      : literal(value, node, !isPresence && (left.tainted || right.tainted))
  }
  if (!COMPARISONS.has(operator)) return unknown(node, isTainted(left) || isTainted(right))
  if (world.environment === undefined) return testOf(node, frame)
  return compareUnseen(operator, left, right, node, world)
}

/** A string from the assumed origin equals nothing that cannot be seen. */
function compareUnseen(operator: string, left: Value, right: Value, node: Node, world: World): Value {
  const known = left.kind === 'literal' ? left : right.kind === 'literal' ? right : undefined
  const other = known === left ? right : left
  const isObject =
    other.kind !== 'external' && other.kind !== 'unknown' && other.kind !== 'test' && other.kind !== 'input'
  const isEquality = operator === '===' || operator === '==' || operator === '!==' || operator === '!='
  if (known && isEquality) {
    const isNegated = operator.startsWith('!')
    if (isObject) return literal(isNegated, node, 'tainted' in other && other.tainted === true)
    const stage =
      other.kind === 'external' && typeof known.value === 'string' && !known.tainted
        ? isStage(known.value, world)
        : undefined
    if (stage !== undefined) return literal(stage !== isNegated, node)
    if (known.tainted && typeof known.value === 'string' && !isTainted(other)) return literal(isNegated, node, true)
  }
  return unknown(node, isTainted(left) || isTainted(right))
}

/** `key in object`, `Object.hasOwn(object, key)`. */
export function hasKey(object: Value, key: Value, node: Node, frame: Frame | null, world: World): Value {
  if (world.origin === undefined) return testOf(node, frame)
  if (key.kind !== 'literal') return unknown(node, isTainted(key))
  if (object.kind === 'object' && (object.fields.has(String(key.value)) || !object.open)) {
    return literal(object.fields.has(String(key.value)), node, key.tainted)
  }
  return key.tainted ? literal(false, node, true) : unknown(node)
}

/** `origin !== undefined`, `origin !== ''`: the origin against nothing. */
function asksPresence(asked: LiteralValue, nothing: LiteralValue): boolean {
  const isNothing = nothing.value === undefined || nothing.value === null || nothing.value === ''
  return asked.tainted && !nothing.tainted && typeof asked.value === 'string' && isNothing
}

function concatenate(left: Value, right: Value, node: Node, frame: Frame | null): Value {
  if (left.kind === 'literal' && right.kind === 'literal') {
    const tainted = left.tainted || right.tainted
    if (typeof left.value === 'number' && typeof right.value === 'number')
      return literal(left.value + right.value, node, tainted)
    const text = String(left.value) + String(right.value)
    return text.length > 10_000 ? unknown(node, tainted) : literal(text, node, tainted)
  }
  return textOf([left, right], node, frame)
}

/** A string built from parts of which some cannot be seen. */
export function textOf(parts: readonly Value[], node: Node, frame: Frame | null): Value {
  const input = parts.find((part) => part.kind === 'input')
  if (input?.kind === 'input') return { kind: 'input', source: input.source, exact: false, node, frame }
  return unknown(node, parts.some(isTainted))
}

function compute(operator: string, left: Primitive, right: Primitive): Primitive {
  const [a, b] = [left as number, right as number]
  switch (operator) {
    case '===':
      return left === right
    case '!==':
      return left !== right
    case '==':
      // eslint-disable-next-line eqeqeq
      return left == right
    case '!=':
      // eslint-disable-next-line eqeqeq
      return left != right
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
    default:
      return typeof left === 'number' && typeof right === 'number' ? arithmetic(operator, left, right) : undefined
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '%':
      return left % right
    case '**':
      return left ** right
    case '|':
      return left | right
    case '&':
      return left & right
    case '>>>':
      return left >>> right
    default:
      return undefined
  }
}

/** `!x`, `~x`, `-x`, `typeof x`, `void x`. */
export function unary(operator: string, value: Value, negation: () => Condition, node: Node): Value {
  if (operator === 'void') return literal(undefined, node)
  if (operator === 'typeof') {
    const type = typeOf(value)
    return type === undefined ? unknown(node) : literal(type, node)
  }
  if (operator === '!') {
    if (value.kind === 'literal') return literal(!value.value, node, value.tainted && typeof value.value !== 'string')
    return { kind: 'test', condition: negation(), node }
  }
  if (value.kind !== 'literal') return unknown(node, isTainted(value))
  if (operator === '~') return literal(~Number(value.value), node, value.tainted)
  if (operator === '-') return literal(-Number(value.value), node, value.tainted)
  return operator === '+' ? literal(Number(value.value), node, value.tainted) : unknown(node, value.tainted)
}

function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'literal':
      return value.value === null ? 'object' : typeof value.value
    case 'function':
    case 'class':
      return 'function'
    case 'list':
    case 'object':
    case 'regexp':
    case 'instance':
      return 'object'
    case 'test':
      return 'boolean'
    default:
      return undefined
  }
}

/** What `Array.isArray` answers, where that can be told. */
export function isArray(value: Value, node: Node): Choices {
  if (value.kind === 'unknown' || value.kind === 'external' || value.kind === 'input') return one(unknown(node))
  return one(literal(value.kind === 'list' && listBehind(value) !== undefined, node))
}
