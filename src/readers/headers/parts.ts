import type { TSESTree } from '@typescript-eslint/utils'
import type { HeaderWrite } from '../../policy.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { unwrap } from '../../values/tree.ts'
import type { Choices, Frame, Node, Value } from '../../values/value.ts'
import { headersObject, repeatedPairs, shapeOf, valueNode } from './objects.ts'

const REMOVING = new Set(['removeHeader', 'remove', 'delete'])

/** One header of a write, before it is known where it goes. */
export type WritePart = Pick<HeaderWrite, 'name' | 'mode' | 'node' | 'value' | 'shape' | 'when'> & {
  readonly choices: Choices
}

/** Reads which headers a call writes. */
export class PartReader {
  private readonly analysis: Analysis

  constructor(analysis: Analysis) {
    this.analysis = analysis
  }

  ofSetter(call: TSESTree.CallExpression, method: string, frame: Frame | null): readonly WritePart[] {
    const [first, second] = call.arguments
    if (!first || first.type === 'SpreadElement' || second?.type === 'SpreadElement') return []
    const mode = method.startsWith('append') || this.isAppending(call.arguments[2], frame) ? 'append' : 'set'
    if (method === 'writeHead') return this.ofHeaders(call.arguments.at(-1), frame, call)
    if (method === 'vary')
      return [
        {
          name: 'vary',
          mode: 'append',
          node: call,
          value: first,
          shape: 'call',
          choices: this.analysis.evaluate(first, frame, {}),
          when: TRUE,
        },
      ]
    if (REMOVING.has(method)) return this.removed(call, first, frame)
    if (!second) return this.ofHeaders(first, frame, call)
    const values = this.analysis.evaluate(second, frame, {})
    const shape = this.isLoopVariable(first) ? 'table' : 'call'
    return this.analysis
      .evaluate(first, frame, {})
      .flatMap(({ value, when }): readonly WritePart[] =>
        value.kind === 'literal' && typeof value.value === 'string'
          ? [{ name: value.value.toLowerCase(), mode, node: call, value: second, shape, choices: values, when }]
          : [],
      )
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

  private removed(call: TSESTree.CallExpression, name: Node, frame: Frame | null): readonly WritePart[] {
    const removed = this.literalOf(name, frame)
    if (removed === undefined) return []
    return [
      {
        name: removed.toLowerCase(),
        mode: 'remove',
        node: call,
        value: undefined,
        shape: 'call',
        choices: [],
        when: TRUE,
      },
    ]
  }

  /** The headers of an object, a list of pairs, a flat list, a `Headers` or a `Map`. */
  ofHeaders(argument: Node | undefined, frame: Frame | null, site: Node): readonly WritePart[] {
    if (!argument || argument.type === 'SpreadElement') return []
    return this.analysis.evaluate(argument, frame, {}).flatMap(({ value, when }) => this.ofValue(value, when, site))
  }

  ofValue(value: Value, when: Condition, site: Node): readonly WritePart[] {
    const fields = repeatedPairs(value, site) ?? headersObject(value, site)?.fields ?? []
    const seen = new Set<string>()
    const isRepeated = (name: string): boolean => {
      const known = seen.has(name.toLowerCase())
      seen.add(name.toLowerCase())
      return known
    }
    return [...fields].map(([name, field]) => ({
      name: name.toLowerCase(),
      mode: isRepeated(name) ? ('append' as const) : ('set' as const),
      node: field.node,
      value: valueNode(field),
      shape: shapeOf(field.node),
      choices: field.choices(),
      when: and(when, field.when),
    }))
  }

  literalOf(node: Node, frame: Frame | null): string | undefined {
    const [only] = this.analysis.evaluate(node, frame, {})
    return only?.value.kind === 'literal' && typeof only.value.value === 'string' ? only.value.value : undefined
  }
}
