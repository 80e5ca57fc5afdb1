import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { listBehind } from './collections.ts'
import { and, TRUE } from './condition.ts'
import { one, unknown } from './construct.ts'
import { ObjectBuilder, spreadInto } from './objects.ts'
import { enclosingFunction, isInside, staticKey, unwrap, wrapped } from './tree.ts'
import type { Choice, Evaluator, Frame, InstanceValue, ListItem, Node, ObjectValue, Value, World } from './value.ts'

/** Callees that take an object without changing it. */
const HARMLESS =
  /^(?!Reflect\.)(?:console\..*|JSON\.stringify|Object\.(?:freeze|seal|keys|values|entries|hasOwn|fromEntries)|Array\.(?:isArray|from)|structuredClone|String|Boolean|Set|Map|Headers|Response|expect|.*\bcors\w*|.*[cC]ors|.*\.(?:json|writeHead|set|header|headers|setHeaders|includes|has|hasOwnProperty|concat|use|register|log|info|debug|warn|get|post|put|patch|delete|options|all|enableCors))$/

/** An object or list that is changed or handed on more often is not followed: each use would go through them all. */
const MAX_TOUCHES = 500

const SHRINKING = /^(?:pop|shift|splice|fill|copyWithin)$/

/** A later change to an object or list that a variable holds. */
interface Touch {
  readonly node: Node
  apply(value: Value, frame: Frame | null, world: World): Value
}

/** The touches of each variable; what they do is told when they are applied. */
const touchesOf = new WeakMap<TSESLint.Scope.Variable, readonly Touch[]>()

/**
 * Applies what happens to a variable's object or list before it is used: property
 * assignments, `Object.assign`, `push`, `delete`. An object handed to code that cannot be
 * seen may be changed there, so its fields become unknown.
 */
export function applyTouches(
  evaluator: Evaluator,
  variable: TSESLint.Scope.Variable,
  choices: readonly Choice[],
  use: Node,
  frame: Frame | null,
  world: World,
): readonly Choice[] {
  if (!choices.some(({ value }) => value.kind === 'object' || value.kind === 'list' || isSet(value))) return choices
  const all = allTouches(evaluator, variable)
  if (all.length > MAX_TOUCHES) return one(unknown(use, true))
  const home = enclosingFunction(use)
  const touches: Touch[] = []
  for (const touch of all) {
    const fn = enclosingFunction(touch.node)
    if (fn === home) {
      if (touch.node.range[1] <= use.range[0]) touches.push(touch)
    } else if (fn === null || isInside(use, fn)) touches.push(touch)
    // Another function may have run before, or not.
    else
      touches.push({ node: touch.node, apply: (value) => obscure(touch.apply(value, null, world), value, touch.node) })
  }
  if (touches.length === 0) return choices
  return choices.map(({ value, when }) => ({
    when,
    value: touches.reduce((current, touch) => touch.apply(current, evaluator.frameOf(touch.node, frame), world), value),
  }))
}

function allTouches(evaluator: Evaluator, variable: TSESLint.Scope.Variable): readonly Touch[] {
  let touches = touchesOf.get(variable)
  if (!touches) {
    touches = variable.references.flatMap((reference) => readTouch(evaluator, reference.identifier) ?? [])
    touchesOf.set(variable, touches)
  }
  return touches
}

function readTouch(evaluator: Evaluator, identifier: Node): Touch | undefined {
  const node = wrapped(identifier)
  const { parent } = node
  if (parent?.type === 'MemberExpression' && parent.object === node) return readMemberTouch(evaluator, parent)
  if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier')
    return readAlias(evaluator, parent.id)
  if (
    (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') &&
    parent.arguments.some((argument) => argument === node)
  ) {
    return readArgumentTouch(evaluator, parent, node)
  }
  return undefined
}

/** Another name for the same object: what is changed through it is not followed. */
function readAlias(evaluator: Evaluator, alias: Node): Touch | undefined {
  const variable = evaluator.variables.get(alias)
  const [first] = variable ? allTouches(evaluator, variable) : []
  return first && blurring(first.node)
}

/** A change of which only the place is known. */
function blurring(node: Node): Touch {
  return {
    node,
    apply: (value) => {
      if (value.kind === 'list') return { ...value, items: [], open: true }
      return value.kind === 'object'
        ? change(value, (builder) => {
            builder.blur(node)
          })
        : value
    },
  }
}

function readMemberTouch(evaluator: Evaluator, member: TSESTree.MemberExpression): Touch | undefined {
  const place = wrapped(member)
  const { parent } = place
  if (parent?.type === 'AssignmentExpression' && parent.left === place) {
    const { right, operator } = parent
    return {
      node: parent,
      apply: (value, frame, world) =>
        value.kind === 'list'
          ? { ...value, items: [], open: true }
          : value.kind !== 'object'
            ? value
            : change(value, (builder) => {
                const key = staticKey(member)
                const when = evaluator.reachInFunction(parent, frame)
                if (key === undefined) builder.blur(parent)
                else
                  builder.set(key, {
                    node: parent,
                    when,
                    choices: () =>
                      operator === '='
                        ? evaluator.evaluate(right, frame, world)
                        : [{ value: { kind: 'unknown', tainted: false, node: parent }, when: TRUE }],
                  })
              }),
    }
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') {
    return {
      node: parent,
      apply: (value) =>
        value.kind === 'object'
          ? change(value, (builder) => {
              builder.blur(parent)
            })
          : value,
    }
  }
  // `options.nested.part = …`, `list.length = 0`, `list.pop()`
  const outer = outermostMember(member)
  if (outer !== member && outer.parent?.type === 'AssignmentExpression' && outer.parent.left === outer)
    return blurring(outer.parent)
  const method = staticKey(member)
  if (parent?.type === 'CallExpression' && parent.callee === place && SHRINKING.test(method ?? ''))
    return blurring(parent)
  if (parent?.type === 'CallExpression' && parent.callee === place && /^(?:push|unshift|add)$/.test(method ?? ''))
    return readPush(evaluator, parent)
  return undefined
}

function isSet(value: Value): value is InstanceValue {
  return value.kind === 'instance' && value.of === 'Set'
}

/** `push` and `unshift` of a list, `add` of a set. */
function readPush(evaluator: Evaluator, call: TSESTree.CallExpression): Touch {
  return {
    node: call,
    apply: (target, frame, world) => {
      const value = isSet(target) ? listBehind(target) : target
      if (value?.kind !== 'list') return target
      const when = evaluator.reachInFunction(call, frame)
      const added: ListItem[] = []
      let open = false
      for (const argument of call.arguments) {
        if (argument.type === 'SpreadElement')
          open = spreadInto(added, evaluator.evaluate(argument.argument, frame, world)) || open
        else added.push({ choices: () => evaluator.evaluate(argument, frame, world), when: TRUE, node: argument })
      }
      const items = [...value.items, ...added.map((item) => ({ ...item, when: and(when, item.when) }))]
      const longer: Value = { ...value, items, open: value.open || open }
      return isSet(target) ? { ...target, args: [() => one(longer)] } : longer
    },
  }
}

function readArgumentTouch(
  evaluator: Evaluator,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  node: Node,
): Touch | undefined {
  const callee = unwrap(call.callee)
  const name = evaluator.text.slice(callee.range[0], callee.range[1])
  if (name === 'Object.assign' && call.arguments[0] === node) {
    const sources = call.arguments.slice(1)
    return {
      node: call,
      apply: (value, frame, world) =>
        value.kind !== 'object'
          ? value
          : change(value, (builder) => {
              const when = evaluator.reachInFunction(call, frame)
              for (const source of sources) {
                if (source.type === 'SpreadElement') builder.blur(call)
                else
                  for (const choice of evaluator.evaluate(source, frame, world))
                    builder.merge(choice.value, and(when, choice.when))
              }
            }),
    }
  }
  if (name === 'Object.assign' || HARMLESS.test(name)) return undefined
  return {
    node: call,
    apply: (value) => {
      if (value.kind === 'object')
        return change(value, (builder) => {
          builder.blur(call)
        })
      return value.kind === 'list' ? { ...value, open: true } : value
    },
  }
}

function change(value: ObjectValue, edit: (builder: ObjectBuilder) => void): ObjectValue {
  const builder = new ObjectBuilder()
  for (const [key, field] of value.fields) builder.set(key, field)
  if (value.open) builder.openUp()
  edit(builder)
  return builder.build(value.node)
}

/** A value that may or may not have been changed: what differs is unknown. */
function obscure(changed: Value, value: Value, node: Node): Value {
  if (value.kind === 'list') return { ...value, open: true }
  if (changed.kind !== 'object' || value.kind !== 'object') return value
  const builder = new ObjectBuilder()
  for (const [key, field] of changed.fields) {
    const isSame = value.fields.get(key) === field
    builder.set(
      key,
      isSame
        ? field
        : {
            node: field.node,
            when: TRUE,
            choices: () => [{ value: { kind: 'unknown', tainted: false, node }, when: TRUE }],
          },
    )
  }
  if (changed.open) builder.openUp()
  return builder.build(value.node)
}

function outermostMember(member: Node): Node {
  let current = member
  while (wrapped(current).parent?.type === 'MemberExpression') {
    const parent = wrapped(current).parent
    if (parent?.type !== 'MemberExpression' || unwrap(parent.object) !== unwrap(current)) break
    current = parent
  }
  return wrapped(current)
}
