import { and, atomsOf, type Condition } from '../values/condition.ts'
import { literalText, single } from '../values/construct.ts'
import type { Choices, Frame, Node, Value } from '../values/value.ts'
import { GrantMaker } from './maker.ts'
import type { Grant } from './model.ts'
import { placeOf, type Setting } from './setting.ts'
import { nodeOf } from './texts.ts'

/** Turns values into grants: what each of them admits, and whom. */
export class GrantReader extends GrantMaker {
  /** The grants of a value written to `Access-Control-Allow-Origin`. */
  fromHeader(choices: Choices, when: Condition, node: Node, frame: Frame | null): readonly Grant[] {
    return choices.flatMap(({ value, when: own }): readonly Grant[] => {
      const condition = and(when, own)
      const place = nodeOf(value) ?? node
      switch (value.kind) {
        case 'literal':
          if (value.value === null) return this.make({ kind: 'null', by: 'coercion' }, place, condition)
          if (typeof value.value !== 'string' || value.value === '') return []
          return value.value.trim() === '*'
            ? this.make({ kind: 'anyone', by: 'value' }, place, condition)
            : this.literalOrigin(value.value, place, condition)
        case 'input':
          return this.fromInput(value, condition, place, frame, 'header')
        case 'list':
          return this.fromHeaderList(value, condition, node, frame)
        default:
          return this.unknown(place, condition)
      }
    })
  }

  /** A list sends a header for each of its items, which browsers read as one value. */
  private fromHeaderList(
    { items, open, node: place }: Value & { kind: 'list' },
    when: Condition,
    node: Node,
    frame: Frame | null,
  ): readonly Grant[] {
    const [only] = items
    if (items.length === 1 && !open && only) return this.fromHeader(only.choices(), when, node, frame)
    const texts = literalText(
      items.map((item) => (item.when.op === 'true' ? single(item.choices(), item.node) : undefined)),
      ', ',
      place,
    )
    return open || items.length === 0 || !texts
      ? this.unknown(place, when)
      : this.literalOrigin(String(texts.value), place, when)
  }

  /** A function that says whether an origin may come in. */
  protected fromVerdict(answer: Setting, counts: 'truthy' | 'true'): readonly Grant[] {
    const { value, when, frame } = answer
    const node = placeOf(answer)
    switch (value.kind) {
      case 'literal':
        return (counts === 'true' ? value.value === true : Boolean(value.value))
          ? this.echo(node, when, 'callback', frame)
          : []
      case 'test':
        return this.echo(node, and(when, value.condition), 'callback', frame)
      case 'input':
        return counts === 'truthy' && value.source === 'origin' && value.exact
          ? this.echo(node, when, 'callback', frame)
          : this.unknown(node, when)
      default:
        return this.unknown(node, when)
    }
  }

  protected fromInput(
    value: Value & { kind: 'input' },
    when: Condition,
    node: Node,
    frame: Frame | null,
    by: 'option' | 'callback' | 'header',
  ): readonly Grant[] {
    if (value.source !== 'origin') {
      return this.isCompared(value, when)
        ? this.unknown(node, when)
        : this.make({ kind: 'request', source: value.source }, node, when)
    }
    if (!value.exact && !this.isEchoed(value)) return this.unknown(node, when)
    return this.echo(node, when, by, frame)
  }

  /** Whether a condition looks at the same part of the request, in whatever way. */
  private isCompared(value: Value & { kind: 'input' }, when: Condition): boolean {
    const { text } = this.analysis
    const own = text.slice(value.node.range[0], value.node.range[1])
    const atoms = atomsOf(when, 60)
    return (
      !atoms ||
      atoms.some((one) => one.kind === 'truthy' && isMention(text.slice(one.node.range[0], one.node.range[1]), own))
    )
  }

  /** Whether a value computed from the origin is the origin again. */
  private isEchoed(value: Value & { kind: 'input' }): boolean {
    return this.analysis
      .evaluate(value.node, value.frame, this.world(this.stranger))
      .some((choice) => choice.value.kind === 'literal' && choice.value.value === this.stranger)
  }
}

/** Whether a text mentions another and is more than that: a comparison, a look-up, a call. */
function isMention(text: string, mentioned: string): boolean {
  return text !== mentioned && text.includes(mentioned)
}
