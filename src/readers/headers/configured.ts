import type { TSESTree } from '@typescript-eslint/utils'
import { askedOf } from '../../grants/asked.ts'
import { exportOf } from '../../modules.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { staticKey, wrapped } from '../../values/tree.ts'
import type { Frame, ListItem, Node, Value } from '../../values/value.ts'
import type { DeclaredHeader } from './declared-header.ts'
import { nameNode, valueNode } from './objects.ts'
import { named, type PartReader, type WritePart } from './parts.ts'
import { keyOf } from './receivers.ts'

/**
 * The headers that servers for development are configured with: `server` and `preview` of Vite, `devServer` of
 * webpack, the options of `http-server`.
 */
export function* configuredHeaders(
  analysis: Analysis,
  contexts: Contexts,
  parts: PartReader,
): Iterable<DeclaredHeader> {
  for (const object of analysis.tree.objects) {
    if (!isServer(analysis, object)) continue
    for (const frame of contexts.of(object)) yield* ofServer(analysis, object, frame, parts)
  }
}

/** Whether an object is what such a server is told, and has headers. */
function isServer(analysis: Analysis, object: TSESTree.ObjectExpression): boolean {
  if (!object.properties.some((one) => one.type === 'Property' && staticKey(one) === 'headers')) return false
  const place = wrapped(object)
  const { parent } = place
  if (parent?.type === 'Property' && parent.value === place) {
    const key = staticKey(parent)
    return key === 'devServer' || (/^(?:server|preview)$/.test(key ?? '') && /['"`]vite["'`/]/.test(analysis.text))
  }
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== place) return false
  return analysis.evaluate(parent.callee, null, {}).some(({ value }) => {
    const target = exportOf(value)
    return target?.module === 'http-server' && target.name === 'createServer'
  })
}

function* ofServer(
  analysis: Analysis,
  object: TSESTree.ObjectExpression,
  frame: Frame | null,
  parts: PartReader,
): Iterable<DeclaredHeader> {
  analysis.refuel()
  const place = { receiver: keyOf(object, frame), frame, target: undefined, site: object, isCertain: true }
  const reached = analysis.reach(object, frame)
  for (const { value, when } of analysis.evaluate(object, frame, {})) {
    const headers = value.kind === 'object' ? value.fields.get('headers') : undefined
    for (const choice of headers?.choices() ?? []) {
      const condition = and(reached, when, headers?.when ?? TRUE, choice.when)
      if (choice.value.kind !== 'function') {
        for (const part of partsOf(choice.value, object, parts))
          yield { part, place: { ...place, api: 'declared' }, when: condition }
        continue
      }
      // webpack asks it for the headers of each answer.
      const asked = askedOf(choice.value, 'request')
      for (const answer of analysis.call(choice.value, asked, object, frame, {})) {
        const own = { ...place, api: 'result' as const, site: choice.value.node }
        for (const part of partsOf(answer.value, object, parts))
          yield { part, place: own, when: and(condition, answer.when) }
      }
    }
  }
}

/** An object from name to value, or a list of pairs. */
function partsOf(value: Value, site: Node, parts: PartReader): readonly WritePart[] {
  if (value.kind === 'list') return value.items.flatMap(pairsOf)
  return value.kind === 'object' ? parts.ofValue(value, TRUE, site) : []
}

function pairsOf(item: ListItem): readonly WritePart[] {
  return item.choices().flatMap(({ value: pair, when }) => pairOf(pair, item, and(item.when, when)))
}

/** `{ key: 'Access-Control-Allow-Origin', value: '*' }` */
function pairOf(pair: Value, { node }: ListItem, when: Condition): readonly WritePart[] {
  const key = pair.kind === 'object' ? pair.fields.get('key') : undefined
  const value = pair.kind === 'object' ? pair.fields.get('value') : undefined
  if (!key || !value) return []
  return key.choices().flatMap(({ value: name, when: own }): readonly WritePart[] => {
    if (name.kind !== 'literal' || typeof name.value !== 'string') return []
    const header = named(name.value, nameNode(valueNode(key) ?? key.node, name.value, key.node))
    const choices = value.choices()
    return [{ ...header, mode: 'set', node, value: valueNode(value), shape: 'pair', choices, when: and(when, own) }]
  })
}
