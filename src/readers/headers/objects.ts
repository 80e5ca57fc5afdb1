import type { TSESTree } from '@typescript-eslint/utils'
import type { HeaderWrite } from '../../policy.ts'
import { and, TRUE } from '../../values/condition.ts'
import { objectFromEntries } from '../../values/objects.ts'
import { functionName } from '../../values/roles.ts'
import { enclosingFunction, staticKey, wrapped } from '../../values/tree.ts'
import type { Choices, Field, Node, ObjectValue, Value } from '../../values/value.ts'

/** What a value says about headers, as an object from name to value. */
export function headersObject(value: Value, site: Node, depth = 0): ObjectValue | undefined {
  if (value.kind === 'object') return value
  if (value.kind === 'instance' && (value.of === 'Map' || value.of === 'Headers')) {
    const [source] = value.args
    const content = source?.()[0]?.value
    return content && depth < 4 ? headersObject(content, site, depth + 1) : undefined
  }
  if (value.kind !== 'list') return undefined
  return objectFromEntries(pairsIn(value), site)
}

/**
 * The headers of a list that names one more than once, each pair by itself: unlike an object, a list sends them all.
 */
export function repeatedPairs(value: Value, site: Node): readonly (readonly [string, Field])[] | undefined {
  const source = value.kind === 'instance' && value.of === 'Headers' ? value.args[0]?.()[0]?.value : value
  if (source?.kind !== 'list' || source.open) return undefined
  const pairs = pairsIn(source)
  const fields = pairs.items.flatMap((item) => [...objectFromEntries({ ...pairs, items: [item] }, site).fields])
  const names = new Set(fields.map(([name]) => name.toLowerCase()))
  return names.size < fields.length ? fields : undefined
}

function pairsIn(value: Value & { kind: 'list' }): Value & { kind: 'list' } {
  const isPaired = value.items.some((item) => item.choices().some((choice) => choice.value.kind === 'list'))
  return isPaired ? value : paired(value)
}

/** Node's flat form: `['Name', 'value', 'Name', 'value']`. */
function paired(value: Value & { kind: 'list' }): Value & { kind: 'list' } {
  const items = value.items.flatMap((item, index) => {
    const content = value.items[index + 1]
    if (index % 2 === 1 || !content) return []
    const pair: Value = { kind: 'list', items: [item, content], open: false, node: item.node }
    return [
      { choices: (): Choices => [{ value: pair, when: TRUE }], when: and(item.when, content.when), node: content.node },
    ]
  })
  return { ...value, items }
}

/** The expression that a field was given. */
export function valueNode(field: Field): Node | undefined {
  if (field.node.type === 'Property') return field.node.value
  return field.node.type === 'AssignmentExpression' ? field.node.right : field.node
}

/**
 * The node that writes the name of a header.
 *
 * @param node where the analysis has the name from: a text, a property, the content of a pair.
 * @param name as it goes out.
 * @param otherwise what refers to it.
 */
export function nameNode(node: Node, name: string, otherwise: Node): Node {
  if (node.type === 'Property') return node.computed ? otherwise : node.key
  if (node.type === 'Literal' && node.value === name) return node
  const list = node.parent
  if (list?.type !== 'ArrayExpression') return otherwise
  const before = list.elements[list.elements.findIndex((element) => element === node) - 1]
  return before?.type === 'Literal' && before.value === name ? before : otherwise
}

/** Whether an `{ headers }` shows every header there is. */
export function hasVisibleHeaders(init: Choices): boolean {
  return init.every(({ value }) => {
    if (value.kind !== 'object' || value.open) return false
    const headers = value.fields.get('headers')?.choices() ?? []
    return headers.every((choice) => choice.value.kind === 'object' && !choice.value.open)
  })
}

/** How a field of a header object is written. */
export function shapeOf(node: Node): HeaderWrite['shape'] {
  if (node.type === 'Property') return 'property'
  return node.type === 'AssignmentExpression' ? 'assignment' : 'entry'
}

/** Whether an object is an answer of a handler that returns it. */
export function isResult(value: ObjectValue): boolean {
  return value.fields.has('statusCode')
}

/** What tRPC's `responseMeta` returns: its headers go along with every answer. */
export function isReturnedAsMeta(object: TSESTree.ObjectExpression): boolean {
  const fn = enclosingFunction(object)
  return fn !== null && functionName(fn) === 'responseMeta'
}

/** `export const corsHeaders = { 'Access-Control-Allow-Origin': … }` */
export function isExportedHeaderMap(object: TSESTree.ObjectExpression): boolean {
  const declarator = wrapped(object).parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false
  if (!/cors|headers/i.test(declarator.id.name) || declarator.parent.parent.type !== 'ExportNamedDeclaration')
    return false
  return allowsOrigin(object)
}

/** What a route of Remix or React Router exports as `headers`: a function that answers with those of its document. */
export function isReturnedAsHeaders(object: TSESTree.ObjectExpression): boolean {
  const fn = enclosingFunction(object)
  if (!fn || functionName(fn) !== 'headers' || !allowsOrigin(object)) return false
  const { parent } = wrapped(object)
  if (parent?.type !== 'ReturnStatement' && parent !== fn) return false
  const declaration = fn.type === 'FunctionDeclaration' ? fn.parent : fn.parent.parent?.parent
  return declaration?.type === 'ExportNamedDeclaration'
}

function allowsOrigin(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some(
    (property) => property.type === 'Property' && staticKey(property)?.toLowerCase() === 'access-control-allow-origin',
  )
}
