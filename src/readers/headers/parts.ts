import type { HeaderWrite } from '../../policy.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Choices, Node, Value } from '../../values/value.ts'
import { headersObject, nameNode, shapeOf, valueNode } from './objects.ts'

/** One header of a write, before it is known where it goes. */
export type WritePart = Omit<HeaderWrite, 'api' | 'target' | 'environment'> & { readonly choices: Choices }

/** The name of a header, in both its forms. */
export function named(written: string, node: Node): Pick<WritePart, 'name' | 'written' | 'nameNode'> {
  return { name: written.toLowerCase(), written, nameNode: node }
}

/** What a call that only extends `Vary` writes. */
export function varyPart(call: Node, value: Node, choices: Choices): WritePart {
  return { ...named('Vary', call), mode: 'append', node: call, value, shape: 'call', choices, when: TRUE }
}

/** A header whose name cannot be seen. */
export function unseenPart(node: Node, when: Condition): WritePart {
  return { ...named('', node), mode: 'set', node, value: undefined, shape: 'call', choices: [], when }
}

/** What a value says about headers, one by one. */
export function partsOfValue(value: Value, when: Condition, site: Node): readonly WritePart[] {
  const object = headersObject(value, site)
  if (!object) return value.kind === 'literal' ? [] : [unseenPart(site, when)]
  const parts = [...object.fields].map(([name, field]): WritePart => ({
    ...named(name, nameNode(field.node, name, field.node)),
    mode: 'set',
    node: field.node,
    value: valueNode(field),
    shape: shapeOf(field.node),
    choices: field.choices(),
    when: and(when, field.when),
  }))
  return object.open ? [...parts, unseenPart(site, when)] : parts
}
