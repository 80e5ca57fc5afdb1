import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../modules.ts'
import type { ReaderContext } from '../readers/reader.ts'
import type { OptionLibrary } from '../semantics.ts'
import { TRUE } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import { enclosingFunction, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { Given } from './places.ts'

/**
 * The options that a file defines for a library by their type, for whoever imports them: `const options: CorsOptions =
 * { … }`, `{ … } satisfies CorsOptions`, `(): CorsOptions => ({ … })`.
 *
 * @param known the objects that the library is given in this file, which are read there.
 */
export function* typedAs(
  { types = [] }: OptionLibrary,
  { analysis }: ReaderContext,
  known: ReadonlySet<Node>,
): Iterable<Given> {
  if (types.length === 0) return
  const named = (type: TSESTree.TypeNode | undefined): boolean => {
    const name = nameOfType(type)
    const target = name && exportOfType(analysis, name)
    return types.some(({ modules, names }) => target && modules.includes(target.module) && names.includes(target.name))
  }
  for (const object of analysis.tree.objects) {
    if (known.has(object) || !isTyped(object, named)) continue
    const [choice] = analysis.evaluate(object, analysis.frameOf(object, null), {})
    if (choice)
      yield {
        call: object,
        frame: null,
        choice,
        node: object,
        slot: { node: object, argument: 0, missing: [] },
        when: TRUE,
        isGuessed: true,
        overlays: false,
      }
  }
}

/** Whether an object is declared to be of a type: by itself, by its variable, or by the function that returns it. */
function isTyped(object: Node, named: (type: TSESTree.TypeNode | undefined) => boolean): boolean {
  let current = object
  for (let { parent } = current; parent; { parent } = current) {
    switch (parent.type) {
      case 'TSSatisfiesExpression':
      case 'TSAsExpression':
        if (named(parent.typeAnnotation)) return true
        break
      case 'TSNonNullExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        break
      case 'VariableDeclarator':
        return parent.init === current && named(parent.id.typeAnnotation?.typeAnnotation)
      case 'PropertyDefinition':
        return parent.value === current && named(parent.typeAnnotation?.typeAnnotation)
      case 'ArrowFunctionExpression':
        return parent.body === current && named(parent.returnType?.typeAnnotation)
      case 'ReturnStatement': {
        return named(enclosingFunction(parent)?.returnType?.typeAnnotation)
      }
      default:
        return false
    }
    current = parent
  }
  return false
}

/** The name of a type, step by step; `Partial<CorsOptions>` and `Readonly<CorsOptions>` are CorsOptions. */
function nameOfType(type: TSESTree.TypeNode | undefined): readonly string[] | undefined {
  if (type?.type !== 'TSTypeReference') return undefined
  const { typeName, typeArguments } = type
  const [inner] = typeArguments?.params ?? []
  if (inner && typeName.type === 'Identifier' && /^(?:Partial|Readonly|Required)$/.test(typeName.name))
    return nameOfType(inner)
  return stepsOf(typeName)
}

function stepsOf(name: TSESTree.EntityName): readonly string[] | undefined {
  if (name.type === 'Identifier') return [name.name]
  const steps = name.type === 'TSQualifiedName' ? stepsOf(name.left) : undefined
  return steps && name.type === 'TSQualifiedName' ? [...steps, name.right.name] : undefined
}

/** What a name of a type is imported as; types are not values, so their imports are looked up by name. */
function exportOfType(analysis: Analysis, [name, ...steps]: readonly string[]) {
  for (const statement of analysis.tree.program.body) {
    if (statement.type !== 'ImportDeclaration') continue
    for (const one of statement.specifiers) {
      if (one.local.name !== name) continue
      const root = { type: 'import', module: statement.source.value, name: importedName(one) } as const
      return exportOf({ kind: 'external', root, path: steps, node: unwrap(one) })
    }
  }
  return undefined
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type !== 'ImportSpecifier') return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*'
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value
}
