import { callbackFaultsOf } from '../callbacks.ts'
import type { CallbackFault, OriginSemantics } from '../policy.ts'
import { completionsOf, type Completion } from '../values/completions.ts'
import { and, atom, atomsOf, not, TRUE, type Atom, type Condition } from '../values/condition.ts'
import { literalText, single } from '../values/construct.ts'
import { isInside } from '../values/tree.ts'
import type { Choices, Frame, FunctionValue, Node, Thunk, Value, World } from '../values/value.ts'
import { GrantMaker } from './maker.ts'
import type { Grant } from './model.ts'

/** How often a nested list is followed. */
const MAX_NESTING = 4

/** Turns values into grants: what each of them admits, and whom. */
export class GrantReader extends GrantMaker {
  /** The grants of an origin option, as the library reads them. */
  fromOption(
    choices: Choices,
    when: Condition,
    node: Node,
    semantics: OriginSemantics,
    frame: Frame | null,
  ): readonly Grant[] {
    return choices
      .flatMap((choice) =>
        this.fromOptionValue(choice.value, and(when, choice.when), node, semantics, frame, 0, 'option'),
      )
      .map((grant) => ({ ...grant, use: node }))
  }

  private fromOptionValue(
    value: Value,
    when: Condition,
    fallbackNode: Node,
    semantics: OriginSemantics,
    frame: Frame | null,
    nesting: number,
    by: 'option' | 'callback',
  ): readonly Grant[] {
    const own = nodeOf(value) ?? fallbackNode
    // A constant is the place to change; anything else is pointed at where it is used.
    const isConstant = value.kind === 'literal' || value.kind === 'regexp' || value.kind === 'function'
    const node = isConstant || isInside(own, fallbackNode) ? own : fallbackNode
    switch (value.kind) {
      case 'literal':
        return this.fromOptionLiteral(value, when, node, semantics, nesting, by, frame)
      case 'test':
        return semantics.true === 'echo'
          ? this.echo(node, and(when, value.condition), by, frame)
          : this.unknown(node, when)
      case 'input':
        return this.fromInput(value, when, node, frame, by)
      case 'list':
        return nesting > MAX_NESTING
          ? []
          : value.items.flatMap((item) =>
              item
                .choices()
                .flatMap((choice) =>
                  this.fromOptionValue(
                    choice.value,
                    and(when, item.when, choice.when),
                    item.node,
                    semantics,
                    frame,
                    nesting + 1,
                    by,
                  ),
                ),
            )
      case 'regexp': {
        if (semantics.regexp === 'none') return this.unknown(node, when)
        const matches: Atom = { kind: 'matches', source: value.source, flags: value.flags, node, option: fallbackNode }
        return this.echo(node, and(when, atom(matches)), by, frame)
      }
      case 'function':
        if (nesting === 0 && by === 'option') return this.fromFunction(value, when, semantics, node)
        return this.other(value, node, when, semantics, frame)
      case 'object':
      case 'class':
      case 'instance':
        return this.other(value, node, when, semantics, frame)
      default:
        return this.unknown(node, when)
    }
  }

  private fromOptionLiteral(
    { value }: Value & { kind: 'literal' },
    when: Condition,
    node: Node,
    semantics: OriginSemantics,
    nesting: number,
    by: 'option' | 'callback',
    frame: Frame | null,
  ): readonly Grant[] {
    if (value === true)
      return nesting > 0
        ? this.wide(semantics.other, node, when, by, frame)
        : this.wide(semantics.true, node, when, by, frame)
    if (!value) return nesting > 0 ? [] : this.wide(semantics.falsy, node, when, by, frame)
    if (typeof value !== 'string') return this.wide(semantics.other, node, when, 'type', frame, typeof value)
    if (value === '*' && nesting === 0) return this.wide('anyone', node, when, by, frame)
    if (value === '*' && semantics.starInList === 'anyone') return this.wide('anyone', node, when, by, frame)
    return this.literalOrigin(value, node, when)
  }

  /** A library that was not told anything about origins. */
  fromDefault(node: Node, when: Condition, semantics: OriginSemantics): readonly Grant[] {
    if (semantics.absent === 'anyone') return this.make({ kind: 'anyone', by: 'default' }, node, when)
    return semantics.absent === 'echo'
      ? this.make({ kind: 'echo', by: 'option', type: undefined, idleCheck: undefined }, node, when)
      : []
  }

  private wide(
    effect: 'anyone' | 'echo' | 'none',
    node: Node,
    when: Condition,
    by: 'option' | 'callback' | 'type',
    frame: Frame | null,
    type?: string,
  ): readonly Grant[] {
    if (effect === 'none') return []
    if (effect === 'anyone') return this.make({ kind: 'anyone', by: 'value' }, node, when)
    return this.echo(node, when, by, frame, type)
  }

  private other(
    value: Value,
    node: Node,
    when: Condition,
    semantics: OriginSemantics,
    frame: Frame | null,
  ): readonly Grant[] {
    if (semantics.other !== 'echo') return this.unknown(node, when)
    return this.echo(node, when, 'type', frame, typeNameOf(value))
  }

  private fromFunction(fn: FunctionValue, when: Condition, semantics: OriginSemantics, node: Node): readonly Grant[] {
    if (semantics.function !== 'callback') return this.unknown(node, when)
    const frame = this.analysis.enter(fn.node, bindOrigin(fn), fn.frame, null)
    const { completions, escapes } = completionsOf(this.analysis, fn.node, 1, frame)
    const grants = completions.flatMap((completion) => this.fromCompletion(completion, when, semantics))
    return escapes ? [...grants, ...this.unknown(node, when)] : grants
  }

  /** Where a function does not answer through its callback as it has to; it is asked about origins unless told. */
  callbackFaults(fn: FunctionValue, when: Condition, given?: ReadonlyMap<Node, Thunk>): readonly CallbackFault[] {
    const worlds = [this.world(this.stranger), this.world(null)]
    return callbackFaultsOf(this.analysis, { fn, bindings: given ?? bindOrigin(fn), worlds }, when)
  }

  private fromCompletion(
    { call, frame, when: reached }: Completion,
    when: Condition,
    semantics: OriginSemantics,
  ): readonly Grant[] {
    const [failure, answer] = call.arguments
    if (failure?.type === 'SpreadElement' || answer?.type === 'SpreadElement') return this.unknown(call, when)
    const allowed = failure ? not(this.analysis.test(failure, frame)) : TRUE
    const path = and(when, reached, allowed)
    if (!answer) return []
    return this.analysis
      .evaluate(answer, frame, {})
      .flatMap((choice) =>
        this.fromOptionValue(choice.value, and(path, choice.when), answer, semantics, frame, 0, 'callback'),
      )
      .map((grant) => ({
        ...grant,
        node:
          grant.kind === 'listed' || grant.kind === 'null'
            ? grant.node
            : isInside(grant.node, answer)
              ? grant.node
              : answer,
      }))
  }

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

  private fromInput(
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

/** What a library gives a function that it asks about an origin. */
function bindOrigin({ node }: FunctionValue): ReadonlyMap<Node, Thunk> {
  const [origin] = node.params
  return new Map(origin && [[origin, (world = {}) => [{ when: TRUE, value: originValue(origin, world) }]]])
}

function originValue(node: Node, world: World): Value {
  if (world.origin === undefined) return { kind: 'input', source: 'origin', exact: true, node, frame: null }
  return { kind: 'literal', value: world.origin ?? undefined, node, tainted: true }
}

function nodeOf(value: Value): Node | undefined {
  return value.kind === 'class' ? undefined : value.node
}

function typeNameOf(value: Value): string {
  if (value.kind === 'instance' && /^[A-Z]\w*$/.test(value.of)) return value.of
  return value.kind === 'function' || value.kind === 'class' ? 'function' : 'object'
}

/** Whether a text mentions another and is more than that: a comparison, a look-up, a call. */
function isMention(text: string, mentioned: string): boolean {
  return text !== mentioned && text.includes(mentioned)
}
