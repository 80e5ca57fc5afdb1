import type { TSESTree } from '@typescript-eslint/utils'
import { memberOfList } from './collections.ts'
import { and, not } from './condition.ts'
import { choices as bounded, isTainted, literal, one, unknown } from './construct.ts'
import { inputOf, isAbsentFromPreflight } from './inputs.ts'
import { enclosingFunction, staticKey, within } from './tree.ts'
import { legacyUrlProperty, urlProperty } from './urls.ts'
import type { Choice, Choices, ClassNode, Evaluator, ExternalValue, Frame, Node, Value, World } from './value.ts'

/** What `value.key` can be. */
export function memberOf(
  evaluator: Evaluator,
  value: Value,
  key: string,
  node: Node,
  frame: Frame | null,
  world: World,
): Choices {
  switch (value.kind) {
    case 'object': {
      const field = value.fields.get(key)
      if (!field) return one(value.open ? unknown(node) : literal(undefined, node))
      if (field.when.op === 'true') return field.choices()
      return [
        ...field.choices().map((choice) => ({ value: choice.value, when: and(field.when, choice.when) })),
        { value: value.open ? unknown(node) : literal(undefined, node), when: not(field.when) },
      ]
    }
    case 'list':
      return memberOfList(value, key, node)
    case 'literal':
      return one(memberOfLiteral(value.value, key, node, value.tainted))
    case 'external':
      return one(extend(value, key, node, frame, world))
    case 'input':
      return one(key === 'length' ? unknown(node, true) : { ...value, exact: false, node, frame })
    case 'instance':
      return value.class
        ? memberOfClass(evaluator, value.class, key, false, node, frame, world)
        : one(memberOfInstance(value, key, node, frame))
    case 'class':
      return memberOfClass(evaluator, value.node, key, true, node, frame, world)
    case 'regexp':
      return one(key === 'source' ? literal(value.source, node) : unknown(node))
    default:
      return one(unknown(node, isTainted(value)))
  }
}

function memberOfLiteral(value: unknown, key: string, node: Node, tainted: boolean): Value {
  // Only `?.` gets here: without it the program would have thrown.
  if (value === undefined || value === null) return literal(undefined, node, tainted)
  if (typeof value !== 'string') return unknown(node, tainted)
  if (key === 'length') return literal(value.length, node, tainted)
  return /^\d+$/.test(key) ? literal(value[Number(key)], node, tainted) : unknown(node, tainted)
}

function memberOfInstance(value: Value & { kind: 'instance' }, key: string, node: Node, frame: Frame | null): Value {
  const argument = value.args[0]?.()[0]?.value
  if (value.of === 'URL' || value.of === 'LegacyURL') {
    if (argument?.kind === 'input') return { ...argument, exact: false, node, frame }
    const read = value.of === 'URL' ? urlProperty : legacyUrlProperty
    return read(argument, key, node) ?? unknown(node, value.tainted)
  }
  return unknown(node, value.tainted)
}

/** Goes one step further into something from outside; the step may arrive at a part of the request. */
export function extend(value: ExternalValue, key: string, node: Node, frame: Frame | null, world: World): Value {
  const extended: ExternalValue = { ...value, path: [...value.path, key], node }
  if (world.isPreflight === true && isAbsentFromPreflight(extended)) return literal(undefined, node)
  const source = inputOf(extended)
  if (source === undefined) return extended.path.length > 12 ? unknown(node, isTainted(value)) : extended
  if (source === 'origin' && world.origin !== undefined) return literal(world.origin ?? undefined, node, true)
  return { kind: 'input', source, exact: true, node, frame }
}

/** Fields, methods, getters and `this.x = …` assignments of a class of the file. */
function memberOfClass(
  evaluator: Evaluator,
  owner: ClassNode,
  key: string,
  isStatic: boolean,
  node: Node,
  frame: Frame | null,
  world: World,
  depth = 0,
): Choices {
  const { classes } = evaluator.tree
  // Which of them `this` is cannot be told where a subclass has its own.
  if (!isStatic && classes.some((other) => isSubclass(other, owner) && declares(other, key))) {
    return one(unknown(node, true))
  }
  const found: Choice[] = []
  for (const element of owner.body.body) {
    if (element.type !== 'PropertyDefinition' && element.type !== 'MethodDefinition') continue
    if (element.static !== isStatic || staticKey(element) !== key) continue
    const inner = evaluator.frameOf(element, frame)
    if (element.type === 'PropertyDefinition') {
      if (element.value) found.push(...evaluator.evaluate(element.value, inner, world))
    } else {
      const method = evaluator.evaluate(element.value, inner, world)
      const [only] = method
      found.push(...(element.kind === 'get' && only ? evaluator.call(only.value, [], node, inner, world) : method))
    }
  }
  const assigned = isStatic ? [] : assignedInClass(evaluator, owner, key, world)
  // What a method or an argument of the constructor puts there replaces the initial value, or may.
  if (assigned) found.splice(0, assigned.length > 0 ? found.length : 0, ...assigned)
  else return one(unknown(node))
  if (found.length > 0) return bounded(found, node)
  const base = classes.find((other) => isSubclass(owner, other))
  if (base && depth < 8) return memberOfClass(evaluator, base, key, isStatic, node, frame, world, depth + 1)
  return one({ kind: 'external', root: { type: 'self' }, path: [key], node })
}

function isSubclass(one: ClassNode, other: ClassNode): boolean {
  return one !== other && one.superClass?.type === 'Identifier' && other.id?.name === one.superClass.name
}

function declares(owner: ClassNode, key: string): boolean {
  return owner.body.body.some(
    (element) =>
      (element.type === 'PropertyDefinition' || element.type === 'MethodDefinition') && staticKey(element) === key,
  )
}

/**
 * What the constructor of a class gives a field; nothing when it does not, and `undefined` when
 * what the field holds cannot be told: it is assigned elsewhere, sometimes, or from outside.
 */
function assignedInClass(evaluator: Evaluator, owner: ClassNode, key: string, world: World): Choices | undefined {
  const writes = within(evaluator.tree.assignments, owner).filter((one) => mentionsSelf(one.left, key))
  if (within(evaluator.tree.calls, owner).some((call) => isAssignedTo(evaluator, call, key))) return undefined
  const [write] = writes
  if (!write) return []
  const method = enclosingFunction(write)?.parent
  const isCertain =
    method?.type === 'MethodDefinition' && method.kind === 'constructor' && write.parent.type === 'ExpressionStatement'
  if (writes.length > 1 || !isCertain || write.operator !== '=' || !isSelfMember(write.left, key)) return undefined
  if (evaluator.reachInFunction(write, null).op !== 'true') return undefined
  const values = evaluator.evaluate(write.right, null, world)
  const isFromOutside = values.some(({ value }) => value.kind === 'external' && value.root.type === 'parameter')
  return isFromOutside ? undefined : values
}

/** `Object.assign(this.key, …)`, `this.key.push(…)` */
function isAssignedTo(evaluator: Evaluator, call: TSESTree.CallExpression, key: string): boolean {
  const { callee } = call
  if (callee.type !== 'MemberExpression') return false
  const [target] = call.arguments
  const isAssign = evaluator.text.slice(callee.range[0], callee.range[1]) === 'Object.assign'
  if (isAssign) return target !== undefined && mentionsSelf(target, key)
  return /^(?:push|unshift|splice)$/.test(staticKey(callee) ?? '') && mentionsSelf(callee.object, key)
}

/** `this.key`, or something in it: `this.key.part`. */
function mentionsSelf(node: TSESTree.Node, key: string): boolean {
  if (node.type !== 'MemberExpression') return false
  return isSelfMember(node, key) || mentionsSelf(node.object, key)
}

function isSelfMember(node: TSESTree.Node, key: string): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && staticKey(node) === key
}
