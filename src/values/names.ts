import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { and, TRUE } from './condition.ts'
import { literal, one, unknown } from './construct.ts'
import { listBehind } from './collections.ts'
import { isEnvironmentName } from './development.ts'
import { guarded } from './guards.ts'
import { applyTouches } from './touches.ts'
import { enclosingFunction, isFunction } from './tree.ts'
import { project, stepsTo, valueAt, writesOf, type Write } from './variables.ts'
import type { Choices, Evaluator, Field, Frame, FunctionNode, Node, Thunk, Value, World } from './value.ts'

type Variable = TSESLint.Scope.Variable

/** What a name stands for at one place. */
export function evaluateName(
  evaluator: Evaluator,
  variable: Variable | undefined,
  node: TSESTree.Identifier,
  frame: Frame | null,
  world: World,
): Choices {
  const definition = variable?.defs[0]
  // The user's own word about a name counts more than what it is made of.
  if (!variable || !definition || evaluator.developmentGuards.has(node.name)) return one(globalValue(node))
  switch (definition.type) {
    case 'ImportBinding':
      return one(importedValue(definition.node, node))
    case 'FunctionName':
      if (!isFunction(definition.node)) return one(unknown(node, true))
      return one({ kind: 'function', node: definition.node, frame: evaluator.frameOf(definition.node, frame) })
    case 'ClassName':
      return one({ kind: 'class', node: definition.node })
    case 'TSEnumName':
      return one(enumValue(evaluator, definition.node))
    case 'Parameter':
    case 'Variable':
      return evaluateVariable(evaluator, variable, definition.node, node, frame, world)
    default:
      return one(unknown(node, true))
  }
}

/** Whether a world is assumed and still does not say what a name holds. */
function isUndecided(values: Choices, world: World): boolean {
  return world.environment !== undefined && values.some(({ value }) => /^(?:unknown|external|test)$/.test(value.kind))
}

function globalValue(node: TSESTree.Identifier): Value {
  if (node.name === 'undefined') return literal(undefined, node)
  if (node.name === 'NaN') return literal(Number.NaN, node)
  if (node.name === 'Infinity') return literal(Infinity, node)
  return { kind: 'external', root: { type: 'global', name: node.name }, path: [], node }
}

function importedValue(definition: Node, node: Node): Value {
  const external = (module: string, name: string): Value => ({
    kind: 'external',
    root: { type: 'import', module, name },
    path: [],
    node,
  })
  if (definition.type === 'TSImportEqualsDeclaration') {
    const reference = definition.moduleReference
    return reference.type === 'TSExternalModuleReference' ? external(reference.expression.value, '*') : unknown(node)
  }
  const declaration = definition.parent
  if (declaration?.type !== 'ImportDeclaration') return unknown(node)
  if (definition.type === 'ImportNamespaceSpecifier') return external(declaration.source.value, '*')
  if (definition.type === 'ImportDefaultSpecifier') return external(declaration.source.value, 'default')
  if (definition.type !== 'ImportSpecifier') return unknown(node)
  return external(
    declaration.source.value,
    definition.imported.type === 'Identifier' ? definition.imported.name : definition.imported.value,
  )
}

function enumValue(evaluator: Evaluator, declaration: TSESTree.TSEnumDeclaration): Value {
  const fields = new Map<string, Field>()
  let next = 0
  for (const member of declaration.body.members) {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value
    const { initializer } = member
    // Members without a value count on from the one before.
    if (initializer?.type === 'Literal' && typeof initializer.value === 'number') next = initializer.value
    const position = next++
    fields.set(name, {
      node: member,
      when: TRUE,
      choices: () => (initializer ? evaluator.evaluate(initializer, null, {}) : one(literal(position, member))),
    })
  }
  return { kind: 'object', fields, open: false, node: declaration }
}

function evaluateVariable(
  evaluator: Evaluator,
  variable: Variable,
  definition: Node,
  node: TSESTree.Identifier,
  frame: Frame | null,
  world: World,
): Choices {
  const start = isFunction(definition)
    ? parameterWrite(evaluator, variable, definition, world)
    : loopWrite(evaluator, variable, definition, world)
  const writes = writesOf(evaluator, variable, world).filter((write) => !start || !write.isInitial)
  const all = start ? [start, ...writes] : writes
  const [only] = all
  const values =
    all.length === 1 && only?.isInitial
      ? only.evaluate(evaluator.frameOf(only.node, frame))
      : valueAt(evaluator, all, node, frame)
  const touched = guarded(applyTouches(evaluator, variable, values, node, frame, world), variable, node)
  return isUndecided(touched, world) && isEnvironmentName(variable.name, evaluator.developmentGuards)
    ? one(globalValue({ ...node, name: variable.name }))
    : touched
}

/** What a parameter holds on entry: its binding, or something from outside. */
function parameterWrite(evaluator: Evaluator, variable: Variable, fn: FunctionNode, world: World): Write | undefined {
  const name = variable.identifiers[0]
  const index = fn.params.findIndex((parameter) => name && stepsTo(parameter, name) !== undefined)
  const pattern = fn.params[index]
  if (!name || !pattern) return undefined
  const steps = stepsTo(pattern, name) ?? []
  return {
    node: name,
    fn,
    isInitial: true,
    evaluate: (frame) => {
      const bound = binding(pattern, frame)
      const outside: Choices = one({ kind: 'external', root: { type: 'parameter', fn, index }, path: [], node: name })
      return project(evaluator, bound ? bound(world) : outside, steps, name, frame, world)
    },
  }
}

function binding(pattern: Node, frame: Frame | null): Thunk | undefined {
  for (let current = frame; current; current = current.outer) {
    const bound = current.bindings.get(pattern)
    if (bound) return bound
  }
  return undefined
}

/** A `for … of` variable holds one of the elements of what is iterated. */
function loopWrite(evaluator: Evaluator, variable: Variable, declarator: Node, world: World): Write | undefined {
  if (declarator.type !== 'VariableDeclarator') return undefined
  const loop = declarator.parent.parent
  if (loop.type !== 'ForOfStatement' && loop.type !== 'ForInStatement') return undefined
  if (loop.left !== declarator.parent) return undefined
  const name = variable.identifiers[0]
  const steps = name && stepsTo(declarator.id, name)
  if (!name || !steps) return undefined
  return {
    node: name,
    fn: enclosingFunction(name),
    isInitial: true,
    evaluate: (frame) => {
      const bound = binding(declarator.id, frame)
      if (bound) return project(evaluator, bound(world), steps, name, frame, world)
      const elements =
        loop.type === 'ForOfStatement' ? elementsOf(evaluator, loop.right, frame, world) : one(unknown(name))
      return project(evaluator, elements, steps, name, frame, world)
    },
  }
}

function elementsOf(evaluator: Evaluator, iterated: Node, frame: Frame | null, world: World): Choices {
  const found = evaluator.evaluate(iterated, frame, world).flatMap(({ value }): Choices => {
    const list = listBehind(value)
    const items = list
      ? list.items.flatMap((item) =>
          item.choices().map((choice) => ({ value: choice.value, when: and(item.when, choice.when) })),
        )
      : []
    return !list || list.open ? [...items, ...one(unknown(iterated))] : items
  })
  return found.length > 0 ? found : one(unknown(iterated))
}
