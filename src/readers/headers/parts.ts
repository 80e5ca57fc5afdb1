import type { TSESTree } from '@typescript-eslint/utils'
import type { HeaderWrite } from '../../policy.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { unwrap } from '../../values/tree.ts'
import type { Choices, Frame, Node, Value } from '../../values/value.ts'
import { headersObject, nameNode, repeatedPairs, shapeOf, valueNode } from './objects.ts'

const REMOVING = new Set(['removeHeader', 'remove', 'delete'])

/** One header of a write, before it is known where it goes. */
export type WritePart = Omit<HeaderWrite, 'api' | 'target' | 'environment'> & {
  readonly choices: Choices
  /** What decides between parts of one place, where that is not the order in the text. */
  readonly position?: number
}

/** Where a write goes. */
export interface WritePlace extends Pick<HeaderWrite, 'api' | 'target'> {
  readonly receiver: string
  readonly frame: Frame | null
  readonly site: Node
  /** Whether it certainly is a response of this server. */
  readonly isCertain: boolean
}

/** Headers that are written at one place, and where they go. */
export interface PlacedParts {
  readonly parts: readonly WritePart[]
  readonly place: WritePlace
}

/** The name of a header, in both its forms. */
export function named(written: string, node: Node): Pick<WritePart, 'name' | 'written' | 'nameNode'> {
  return { name: written.toLowerCase(), written, nameNode: node }
}

/** What a call that only extends `Vary` writes. */
export function varyPart(call: Node, value: Node, choices: Choices): WritePart {
  return { ...named('Vary', call), mode: 'append', node: call, value, shape: 'call', choices, when: TRUE }
}

/** A header whose name cannot be seen. */
function unseenPart(node: Node, when: Condition): WritePart {
  return { ...named('', node), mode: 'set', node, value: undefined, shape: 'call', choices: [], when }
}

/** Reads which headers a call writes. */
export class PartReader {
  private readonly analysis: Analysis

  constructor(analysis: Analysis) {
    this.analysis = analysis
  }

  /** @param written the arguments that tell of headers: all, or those after the response. */
  ofSetter(
    call: TSESTree.CallExpression,
    method: string,
    frame: Frame | null,
    written: readonly TSESTree.CallExpressionArgument[] = call.arguments,
  ): readonly WritePart[] {
    const [first, second] = written
    if (!first || first.type === 'SpreadElement' || second?.type === 'SpreadElement') return []
    const mode = method.startsWith('append') || this.isAppending(written[2], frame) ? 'append' : 'set'
    if (method === 'writeHead') return second ? this.ofHeaders(written.at(-1), frame, call) : []
    if (method === 'vary') return [varyPart(call, first, this.analysis.evaluate(first, frame, {}))]
    if (REMOVING.has(method)) return this.removed(call, first, frame)
    if (!second) return this.ofHeaders(first, frame, call)
    const values = this.analysis.evaluate(second, frame, {})
    const shape = this.isLoopVariable(first) ? 'table' : 'call'
    return this.analysis.evaluate(first, frame, {}).map(({ value, when }): WritePart => {
      if (value.kind !== 'literal' || typeof value.value !== 'string') return unseenPart(call, when)
      const name = named(value.value, nameNode(value.node, value.value, first))
      return { ...name, mode, node: call, value: second, shape, choices: values, when }
    })
  }

  /** Hono's `c.header(name, value, { append: true })`. */
  private isAppending(options: Node | undefined, frame: Frame | null): boolean {
    if (!options || options.type === 'SpreadElement') return false
    const [only] = this.analysis.evaluate(options, frame, {})
    const [append] = (only?.value.kind === 'object' && only.value.fields.get('append')?.choices()) || []
    return append?.value.kind === 'literal' && append.value.value === true
  }

  /** Whether the name of a header comes from the list that a loop goes through. */
  private isLoopVariable(name: Node): boolean {
    const definition = this.analysis.variables.get(unwrap(name))?.defs[0]
    if (definition?.type === 'Parameter') return true
    return definition?.type === 'Variable' && /^For(?:Of|In)Statement$/.test(definition.node.parent.parent.type)
  }

  private removed(call: TSESTree.CallExpression, written: Node, frame: Frame | null): readonly WritePart[] {
    const removed = this.literalOf(written, frame)
    if (removed === undefined) return []
    const name = named(removed, written)
    return [{ ...name, mode: 'remove', node: call, value: undefined, shape: 'call', choices: [], when: TRUE }]
  }

  /** The headers of an object, a list of pairs, a flat list, a `Headers` or a `Map`. */
  ofHeaders(argument: Node | undefined, frame: Frame | null, site: Node): readonly WritePart[] {
    if (!argument || argument.type === 'SpreadElement') return []
    return this.analysis.evaluate(argument, frame, {}).flatMap(({ value, when }) => this.ofValue(value, when, site))
  }

  ofValue(value: Value, when: Condition, site: Node): readonly WritePart[] {
    const object = headersObject(value, site)
    const fields = repeatedPairs(value, site) ?? object?.fields
    if (!fields) return value.kind === 'literal' ? [] : [unseenPart(site, when)]
    const seen = new Set<string>()
    const isRepeated = (name: string): boolean => {
      const known = seen.has(name.toLowerCase())
      seen.add(name.toLowerCase())
      return known
    }
    const parts = [...fields].map(([name, field]): WritePart => ({
      ...named(name, nameNode(field.node, name, field.node)),
      mode: isRepeated(name) ? 'append' : 'set',
      node: field.node,
      value: valueNode(field),
      shape: shapeOf(field.node),
      choices: field.choices(),
      when: and(when, field.when),
    }))
    return object?.open ? [...parts, unseenPart(site, when)] : parts
  }

  literalOf(node: Node, frame: Frame | null): string | undefined {
    const [only] = this.analysis.evaluate(node, frame, {})
    return only?.value.kind === 'literal' && typeof only.value.value === 'string' ? only.value.value : undefined
  }
}
