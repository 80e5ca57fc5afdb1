import type { TSESTree } from '@typescript-eslint/utils'
import type { Analysis } from '../values/evaluate.ts'
import { isFunction, methodName, unwrap, within } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { ExportedHandler } from './model.ts'

const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ALL|fallback)$/

interface Export {
  readonly method: string
  readonly node: Node
  readonly fn: Node | undefined
}

/**
 * The functions that a module exports for one method each: route handlers of Next.js, SvelteKit, Astro and others
 * that follow the same convention.
 */
export function exportedHandlers(analysis: Analysis): readonly ExportedHandler[] {
  const found: Export[] = []
  let isOpen = false
  for (const statement of analysis.tree.program.body) {
    if (statement.type === 'ExportAllDeclaration') isOpen = true
    if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') continue
    found.push(...declared(analysis, statement.declaration))
    for (const { exported, local } of statement.specifiers) {
      const method = exported.type === 'Identifier' ? exported.name : exported.value
      found.push({ method, node: exported, fn: statement.source ? undefined : functionOf(analysis, local) })
    }
  }
  const handlers = found.filter(({ method }) => METHOD.test(method))
  const methods = isOpen ? undefined : new Set(handlers.map(({ method }) => method))
  return handlers.flatMap(({ method, node, fn }) =>
    fn ? [{ method, node, fn, methods, readsJson: readsJson(analysis, fn) }] : [],
  )
}

function declared(analysis: Analysis, declaration: TSESTree.ExportNamedDeclaration['declaration']): readonly Export[] {
  if (declaration?.type === 'FunctionDeclaration')
    return declaration.id ? [{ method: declaration.id.name, node: declaration.id, fn: declaration }] : []
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id, init }) => {
    if (id.type === 'Identifier')
      return [{ method: id.name, node: id, fn: init ? functionOf(analysis, init) : undefined }]
    // `export const { GET, POST } = handlers`
    if (id.type !== 'ObjectPattern') return []
    return id.properties.flatMap((property) =>
      property.type === 'Property' && property.value.type === 'Identifier'
        ? [{ method: property.value.name, node: property.value, fn: undefined }]
        : [],
    )
  })
}

/** The function that a value is, or that a wrapper is given. */
function functionOf(analysis: Analysis, node: Node): Node | undefined {
  const [only] = analysis.evaluate(node, null, {})
  if (only?.value.kind === 'function') return only.value.node
  const bare = unwrap(node)
  return bare.type === 'CallExpression' ? bare.arguments.find((argument) => isFunction(argument)) : undefined
}

function readsJson(analysis: Analysis, fn: Node): boolean {
  return within(analysis.tree.calls, fn).some((call) => {
    const callee = unwrap(call.callee)
    if (methodName(call) !== 'json' || call.arguments.length > 0 || callee.type !== 'MemberExpression') return false
    return analysis
      .evaluate(callee.object, null, {})
      .some(({ value }) => value.kind === 'external' && value.root.type === 'parameter' && value.root.fn === fn)
  })
}
