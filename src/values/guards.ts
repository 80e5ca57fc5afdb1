import type { TSESLint } from '@typescript-eslint/utils'
import { isFunction, unwrap } from './tree.ts'
import { writingReferences } from './variables.ts'
import type { Choices, Node, Primitive } from './value.ts'

/** How many guards of one place are looked at. */
const MAX_GUARDS = 16
/** How many statements before a place are searched for early exits. */
const MAX_STATEMENTS = 64

/** Whether a guard lets a value pass. */
type Guard = (value: Primitive) => boolean

/**
 * What a variable that is written once can hold at one place: not what the tests on the way there exclude, such as
 * `null` after `if (!origin) return`.
 */
export function guarded(choices: Choices, variable: TSESLint.Scope.Variable, node: Node): Choices {
  if (choices.length < 2 || !choices.some(({ value }) => value.kind === 'literal')) return choices
  if (writingReferences(variable).length > 1) return choices
  const guards = guardsAround(node, (one) => one.type === 'Identifier' && one.name === variable.name)
  if (guards.length === 0) return choices
  const left = choices.filter(({ value }) => value.kind !== 'literal' || guards.every((passes) => passes(value.value)))
  return left.length > 0 ? left : choices
}

function guardsAround(node: Node, isName: (one: Node) => boolean): readonly Guard[] {
  const guards: Guard[] = []
  let current = node
  for (let parent = node.parent; parent && guards.length < MAX_GUARDS; parent = parent.parent) {
    if (isFunction(parent)) break
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (current !== parent.test) guards.push(...guardsOf(parent.test, current === parent.consequent, isName))
    } else if (parent.type === 'LogicalExpression' && current === parent.right) {
      if (parent.operator !== '??') guards.push(...guardsOf(parent.left, parent.operator === '&&', isName))
    } else if (parent.type === 'BlockStatement') {
      const index = parent.body.findIndex((one) => one === current)
      for (const one of parent.body.slice(Math.max(0, index - MAX_STATEMENTS), index)) {
        if (one.type === 'IfStatement' && leaves(one.consequent)) guards.push(...guardsOf(one.test, false, isName))
      }
    }
    current = parent
  }
  return guards
}

function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1)
    return last !== undefined && leaves(last)
  }
  return /^(?:Return|Throw|Continue|Break)Statement$/.test(statement.type)
}

/** What a test that turned out so says about a name. */
function guardsOf(test: Node, holds: boolean, isName: (one: Node) => boolean): readonly Guard[] {
  const bare = unwrap(test)
  if (isName(bare)) return [(value) => Boolean(value) === holds]
  if (bare.type === 'UnaryExpression' && bare.operator === '!') return guardsOf(bare.argument, !holds, isName)
  if (bare.type === 'LogicalExpression' && bare.operator === (holds ? '&&' : '||'))
    return [...guardsOf(bare.left, holds, isName), ...guardsOf(bare.right, holds, isName)]
  if (bare.type !== 'BinaryExpression' || !/^[!=]==?$/.test(bare.operator)) return []
  const [left, right] = [unwrap(bare.left), unwrap(bare.right)]
  const constant = constantOf(isName(left) ? right : left)
  if (!constant || !(isName(left) || isName(right))) return []
  const isEqual = bare.operator.startsWith('=') === holds
  if (bare.operator.length === 3) return [(value) => (value === constant.value) === isEqual]
  return constant.value == null ? [(value) => (value == null) === isEqual] : []
}

function constantOf(node: Node): { readonly value: Primitive } | undefined {
  if (node.type === 'Identifier') return node.name === 'undefined' ? { value: undefined } : undefined
  return node.type === 'Literal' && !('regex' in node) ? { value: node.value as Primitive } : undefined
}
