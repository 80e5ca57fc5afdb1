import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../../modules.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { staticKey } from '../../values/tree.ts'
import type { Choices, Frame, ListItem, Value } from '../../values/value.ts'
import { nameNode, valueNode } from './objects.ts'
import { named, type PartReader, type WritePart } from './parts.ts'
import { keyOf } from './receivers.ts'
import type { DeclaredHeader } from './declared-header.ts'
import { ofRouteRules } from './route-rules.ts'
import { Route, textOf } from './routes.ts'

/** The headers of decorators, and of the routes and rules in a configuration. */
export function* declaredHeaders(analysis: Analysis, contexts: Contexts, parts: PartReader): Iterable<DeclaredHeader> {
  for (const call of analysis.tree.calls) yield* ofDecorator(analysis, parts, call)
  for (const object of analysis.tree.objects) {
    yield* ofRouteRules(analysis, contexts, parts, object)
    if (isRoute(object)) for (const frame of contexts.of(object)) yield* ofRoute(analysis, object, frame)
  }
}

/** Nest's `@Header(name, value)`; of several with one name, the uppermost is sent (`@nestjs/core` 11.2). */
function* ofDecorator(analysis: Analysis, parts: PartReader, call: TSESTree.CallExpression): Iterable<DeclaredHeader> {
  const decorator = call.parent
  if (decorator.type !== 'Decorator') return
  const target = analysis.evaluate(call.callee, null, {}).map(({ value }) => exportOf(value))
  if (!target.some((one) => one?.module === '@nestjs/common' && one.name === 'Header')) return
  const method = decorator.parent
  const place = { receiver: keyOf(method, null), frame: null, target: undefined, site: method, isCertain: true }
  for (const part of parts.ofSetter(call, 'header', null)) {
    const position = method.range[1] - decorator.range[0]
    const choices = part.choices.flatMap((choice) => answersOf(analysis, choice.value, call, choice.when))
    yield { part: { ...part, choices, position }, place: { ...place, api: 'declared' }, when: TRUE }
  }
}

/** A function in place of a value is called for each answer. */
function answersOf(analysis: Analysis, value: Value, site: TSESTree.Node, when: Condition): Choices {
  if (value.kind !== 'function') return [{ value, when }]
  return analysis.call(value, [], site, null, {}).map((choice) => ({ ...choice, when: and(when, choice.when) }))
}

/** `{ source: '/api/:path*', headers: [{ key, value }] }`, as in the configuration of Next.js. */
function isRoute(object: TSESTree.ObjectExpression): boolean {
  const keys = object.properties.map((property) => (property.type === 'Property' ? staticKey(property) : undefined))
  return keys.includes('source') && keys.includes('headers')
}

function* ofRoute(
  analysis: Analysis,
  object: TSESTree.ObjectExpression,
  frame: Frame | null,
): Iterable<DeclaredHeader> {
  analysis.refuel()
  const site = { receiver: keyOf(object, frame), frame, target: undefined, site: object, isCertain: true }
  const reached = analysis.reach(object, frame)
  for (const { value, when } of analysis.evaluate(object, frame, {})) {
    if (value.kind !== 'object') continue
    const route = new Route(value)
    for (const { value: list, when: own } of value.fields.get('headers')?.choices() ?? []) {
      for (const item of list.kind === 'list' ? list.items : [])
        for (const part of pairsOf(item, route))
          yield { part, place: { ...site, api: 'declared' }, when: and(reached, when, own, route.condition()) }
    }
  }
}

function pairsOf(item: ListItem, route: Route): readonly WritePart[] {
  return item.choices().flatMap(({ value: pair, when }): readonly WritePart[] => {
    const key = pair.kind === 'object' ? pair.fields.get('key') : undefined
    const value = pair.kind === 'object' ? pair.fields.get('value') : undefined
    const name = key && textOf(key.choices())
    if (!key || !value || name === undefined) return []
    const sent = value.choices().map((choice) => ({ when: choice.when, ...route.fill(choice.value) }))
    return [
      {
        ...named(name, nameNode(valueNode(key) ?? key.node, name, key.node)),
        mode: 'set',
        node: item.node,
        value: valueNode(value),
        shape: 'pair',
        choices: sent,
        pattern: sent.find(({ pattern }) => pattern)?.pattern,
        when: and(item.when, when),
      },
    ]
  })
}
