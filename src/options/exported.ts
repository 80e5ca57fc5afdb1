import type { TSESTree } from '@typescript-eslint/utils'
import { unseenBy } from '../grants/asked.ts'
import { awaited } from '../grants/promises.ts'
import type { Analysis } from '../values/evaluate.ts'
import { staticKey, unwrap } from '../values/tree.ts'
import type { Choice, Node } from '../values/value.ts'

/** What a configuration file hands to its framework. */
export interface Exported {
  readonly choice: Choice
  /** Where it is written. */
  readonly node: Node
}

/** How often a configuration is followed through functions that take it and functions that make it. */
const MAX_STEPS = 4

/**
 * The values that a file exports under one of the names: `default` is `export default`, `module.exports` and
 * `export =`. A configuration that is handed to a function first (`defineConfig({ … })`), or made by one, is seen
 * through.
 */
export function* exportedBy(analysis: Analysis, names: readonly string[]): Iterable<Exported> {
  for (const statement of analysis.tree.program.body) {
    for (const [name, node] of exportsOf(statement)) if (names.includes(name)) yield* configurations(analysis, node, 0)
  }
}

/**
 * The objects that a file exports under a name that matches, and does not use itself: whoever imports them may hand
 * them to a library.
 *
 * @param filename what the default export of a file goes by.
 */
export function* exportedAs(analysis: Analysis, name: RegExp, filename: string): Iterable<Exported> {
  for (const statement of analysis.tree.program.body) {
    for (const [exported, node] of exportsOf(statement)) {
      const own = exported === 'default' ? (filename.split('/').at(-1) ?? '') : exported
      const bare = unwrap(node)
      if (!name.test(own) || isTyped(node) || isUsed(analysis, bare)) continue
      for (const choice of analysis.evaluate(bare, null, {})) {
        if (choice.value.kind === 'object')
          yield { choice, node: isPlain(choice.value.node) ? choice.value.node : bare }
      }
    }
  }
}

/** Whether a type says whose options they are. */
function isTyped(node: Node): boolean {
  if (node.type === 'TSSatisfiesExpression') return true
  if (node.type === 'TSAsExpression') return !isConst(node)
  return node.parent?.type === 'VariableDeclarator' && node.parent.id.typeAnnotation !== undefined
}

/** `as const` says nothing about whose they are. */
function isConst({ typeAnnotation }: TSESTree.TSAsExpression): boolean {
  return (
    typeAnnotation.type === 'TSTypeReference' &&
    typeAnnotation.typeName.type === 'Identifier' &&
    typeAnnotation.typeName.name === 'const'
  )
}

/** Whether a file does something else with a variable than export it. */
function isUsed(analysis: Analysis, node: Node): boolean {
  const name =
    node.type === 'Identifier' ? node : node.parent?.type === 'VariableDeclarator' ? node.parent.id : undefined
  const variable = name && analysis.variables.get(name)
  return (variable?.references ?? []).some(
    (reference) => reference.isRead() && !/^Export|^AssignmentExpression$/.test(reference.identifier.parent.type),
  )
}

function exportsOf(statement: TSESTree.ProgramStatement): readonly (readonly [string, Node])[] {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return [['default', statement.declaration]]
    case 'TSExportAssignment':
      return [['default', statement.expression]]
    case 'ExportNamedDeclaration': {
      const { declaration } = statement
      if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [[declaration.id.name, declaration]] : []
      if (declaration?.type === 'VariableDeclaration')
        return declaration.declarations.flatMap(({ id, init }) =>
          id.type === 'Identifier' && init ? [[id.name, init] as const] : [],
        )
      return statement.specifiers.flatMap(({ exported, local }) =>
        exported.type === 'Identifier' && local.type === 'Identifier' ? [[exported.name, local] as const] : [],
      )
    }
    case 'ExpressionStatement': {
      const { expression } = statement
      if (expression.type !== 'AssignmentExpression') return []
      const name = commonName(expression.left)
      return name === undefined ? [] : [[name, expression.right]]
    }
    default:
      return []
  }
}

/** `module.exports` is `default`; `module.exports.x` and `exports.x` are `x`. */
function commonName(target: Node): string | undefined {
  if (target.type !== 'MemberExpression') return undefined
  const { object } = target
  const key = staticKey(target)
  if (object.type === 'Identifier' && object.name === 'module') return key === 'exports' ? 'default' : undefined
  if (object.type === 'Identifier' && object.name === 'exports') return key
  return commonName(object) === 'default' ? key : undefined
}

function* configurations(analysis: Analysis, node: Node, steps: number): Iterable<Exported> {
  const bare = unwrap(node)
  if (steps > MAX_STEPS) return
  for (const choice of analysis.evaluate(node.type === 'FunctionDeclaration' ? node : bare, null, {})) {
    const { value } = choice
    if (value.kind === 'function') {
      for (const answer of analysis.call(value, unseenBy(value), bare, null, {}).flatMap(awaited)) {
        if (answer.value.kind === 'object' || answer.value.kind === 'list')
          yield { choice: answer, node: isPlain(answer.value.node) ? answer.value.node : bare }
      }
    } else if (value.kind === 'object' || value.kind === 'list' || value.kind === 'literal') {
      yield { choice, node: isPlain(value.node) ? value.node : bare }
    } else if (bare.type === 'CallExpression') {
      // `defineConfig({ … })`, `withSentry(config)`: what it is given is what counts.
      const [given] = bare.arguments
      if (given && given.type !== 'SpreadElement') yield* configurations(analysis, given, steps + 1)
    }
  }
}

function isPlain({ type }: Node): boolean {
  return type === 'ObjectExpression' || type === 'ArrayExpression'
}
