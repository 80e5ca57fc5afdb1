import type { TSESTree } from '@typescript-eslint/utils'
import { memberOfList } from './collections.ts'
import { not } from './condition.ts'
import { choices as bounded, isTainted, literal, one, unknown } from './construct.ts'
import { inputOf } from './inputs.ts'
import { urlProperty } from './strings.ts'
import { staticKey, unwrap } from './tree.ts'
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
        ...field.choices(),
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
  if (value.of === 'URL') {
    if (argument?.kind === 'input') return { ...argument, exact: false, node, frame }
    return urlProperty(argument, key, node) ?? unknown(node, value.tainted)
  }
  return unknown(node, value.tainted)
}

/** Goes one step further into something from outside; the step may arrive at a part of the request. */
export function extend(value: ExternalValue, key: string, node: Node, frame: Frame | null, world: World): Value {
  const extended: ExternalValue = { ...value, path: [...value.path, key], node }
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
): Choices {
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
  found.push(...assignedInClass(evaluator, owner, key, isStatic, world))
  if (found.length > 0) return bounded(found, node)
  return one({ kind: 'external', root: { type: 'self' }, path: [key], node })
}

function assignedInClass(
  evaluator: Evaluator,
  owner: ClassNode,
  key: string,
  isStatic: boolean,
  world: World,
): readonly Choice[] {
  if (isStatic) return []
  const found: Choice[] = []
  for (const element of owner.body.body) {
    if (element.type !== 'MethodDefinition' || element.value.type !== 'FunctionExpression') continue
    for (const statement of element.value.body.body) {
      const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined
      if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') continue
      if (isSelfMember(assignment.left, key)) found.push(...evaluator.evaluate(assignment.right, null, world))
    }
  }
  return found
}

function isSelfMember(node: TSESTree.Node, key: string): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && staticKey(node) === key
}
