import type { TSESTree } from '@typescript-eslint/utils'
import { and, type Condition } from '../../values/condition.ts'
import { literal, one, unknown } from '../../values/construct.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { staticKey, unwrap, wrapped } from '../../values/tree.ts'
import type { Field, ObjectValue } from '../../values/value.ts'
import type { DeclaredHeader } from './declared-header.ts'
import { named, type PartReader, type WritePart } from './parts.ts'
import { keyOf } from './receivers.ts'

/** What `cors: true` makes of a rule, or any other value that is truthy: nitropack 2.13.6, `dist/core/index.mjs`. */
const WIDE = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  // It sends 0, which stands nowhere where it could be changed.
  ['Access-Control-Max-Age', undefined],
] as const

/** Whether a text can have such rules, which need not name a header. */
export function mentionsRouteRules(text: string): boolean {
  return /routeRules/i.test(text)
}

/** The headers that Nitro and Nuxt send by rules: `routeRules: { '/api/**': { cors: true, headers: { … } } }`. */
export function* ofRouteRules(
  analysis: Analysis,
  contexts: Contexts,
  parts: PartReader,
  object: TSESTree.ObjectExpression,
): Iterable<DeclaredHeader> {
  if (!isRule(object)) return
  for (const frame of contexts.of(object)) {
    analysis.refuel()
    const place = { receiver: keyOf(object, frame), frame, target: undefined, site: object, isCertain: true } as const
    const reached = analysis.reach(object, frame)
    for (const { value, when: own } of analysis.evaluate(object, frame, {})) {
      if (value.kind !== 'object') continue
      for (const part of [...wide(value), ...written(value, parts, object)])
        yield { part, place: { ...place, api: 'declared' }, when: and(reached, own) }
    }
  }
}

/** A value of `routeRules`, or what `defineRouteRules` is given. */
function isRule(object: TSESTree.ObjectExpression): boolean {
  const { parent } = wrapped(object)
  if (parent?.type === 'CallExpression') {
    const callee = unwrap(parent.callee)
    return callee.type === 'Identifier' && callee.name === 'defineRouteRules'
  }
  const rules = parent?.type === 'Property' ? wrapped(parent.parent).parent : undefined
  if (rules?.type === 'VariableDeclarator') return rules.id.type === 'Identifier' && rules.id.name === 'routeRules'
  return rules?.type === 'Property' && staticKey(rules) === 'routeRules'
}

/** What `cors` sends; headers of the same rule come after it, wherever they are written. */
function wide({ fields }: ObjectValue): readonly WritePart[] {
  const field = fields.get('cors')
  return field ? field.choices().flatMap(({ value, when }) => wideParts(field, isOn(value), and(field.when, when))) : []
}

function isOn(value: { readonly kind: string; readonly value?: unknown }): boolean {
  return value.kind === 'object' || (value.kind === 'literal' && Boolean(value.value))
}

function wideParts({ node }: Field, isOn: boolean, when: Condition): readonly WritePart[] {
  if (!isOn) return []
  return WIDE.map(([name, text], position) => ({
    ...named(name, node),
    mode: 'set',
    node,
    value: undefined,
    shape: 'call',
    choices: one(text === undefined ? unknown(node) : literal(text, node)),
    position,
    when,
  }))
}

function written({ fields }: ObjectValue, parts: PartReader, site: TSESTree.Node): readonly WritePart[] {
  const field = fields.get('headers')
  if (!field) return []
  return field
    .choices()
    .flatMap(({ value, when }) => parts.ofValue(value, and(field.when, when), site))
    .map((part) => ({ ...part, position: WIDE.length + part.node.range[0] }))
}
