import { matchPattern } from '../origins/match.ts'
import { allOf, anyOf, decide, EITHER, isSatisfiable, NO, UNSEEN, YES } from './condition.ts'
import { isTainted, literal, single } from './construct.ts'
import { externalTruth, inputOf } from './inputs.ts'
import { enclosingFunction, within } from './tree.ts'
import type { Atom, Condition, Decision, Evaluator, Frame, Node, Value, World } from './value.ts'

/** Decides conditions in worlds, atom by atom, by evaluating what they are about. */
export class Decider {
  private readonly evaluator: Evaluator
  private readonly deciding = new Set<string>()
  private readonly keys = new WeakMap<Node, number>()
  private readonly keysOfAtoms = new WeakMap<Atom, string>()

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator
  }

  decide(condition: Condition, world: World): Decision {
    return decide(
      condition,
      (one) => this.decideAtom(one, world),
      () => this.evaluator.spend(),
    )
  }

  private decideAtom(one: Atom, world: World): Decision {
    switch (one.kind) {
      case 'unseen':
        return UNSEEN
      case 'value':
        return this.truthiness(this.evaluator.settle(one.value, world), world)
      case 'picked':
        return this.isPicked(one.key, one.name, world)
      case 'matches':
        return matches(one.source, one.flags, world)
      case 'contained':
        return contains(one.text, world)
      case 'throws':
        return this.guarded(one, world, () => this.throws(one.node, one.frame, world))
      case 'equal':
        return this.guarded(one, world, () => this.areEqual(one, world))
      case 'nullish':
        return this.guarded(one, world, () => this.anyOfChoices(one.node, one.frame, world, isNullish))
      case 'truthy':
        return this.guarded(one, world, () =>
          this.anyOfChoices(one.node, one.frame, world, (value) => this.truthiness(value, world)),
        )
    }
  }

  private guarded(one: Atom, world: World, answer: () => Decision): Decision {
    const { origin, environment = '', method = '', configuration = '', isPreflight } = world
    const key = [this.keyOf(one), String(origin), environment, method, String(configuration), isPreflight].join('|')
    if (this.deciding.has(key) || !this.evaluator.spend()) return UNSEEN
    this.deciding.add(key)
    try {
      return answer()
    } finally {
      this.deciding.delete(key)
    }
  }

  private anyOfChoices(node: Node, frame: Frame | null, world: World, judge: (value: Value) => Decision): Decision {
    const decisions = this.evaluator
      .evaluate(node, frame, world)
      .map(({ value, when }) => this.both(this.decide(when, world), judge(value)))
    return anyOf(decisions)
  }

  /** A value that cannot be seen, picked by a comparison of the origin, may be the outcome of that. */
  private both(when: Decision, value: Decision): Decision {
    const decision = allOf([when, value])
    return decision.verdict === 'either' && when.compared ? UNSEEN : decision
  }

  private areEqual({ left, right }: Atom & { kind: 'equal' }, world: World): Decision {
    const rights = this.evaluator.evaluate(right.node, right.frame, world)
    return this.anyOfChoices(left.node, left.frame, world, (a) => anyOf(rights.map(({ value: b }) => equals(a, b))))
  }

  private isPicked(key: Value, name: string, world: World): Decision {
    const [only] = this.evaluator.evaluate(key.node, null, world)
    return only ? equals(only.value, literal(name, key.node)) : EITHER
  }

  /** A `try` is left for its handler where it parses a URL that is none. */
  private throws(node: Node, frame: Frame | null, world: World): Decision {
    const parsed = within(this.evaluator.tree.news, node).filter(
      (one) => one.callee.type === 'Identifier' && one.callee.name === 'URL',
    )
    if (parsed.length === 0) return EITHER
    return anyOf(
      parsed.map((one) => {
        const [argument] = one.arguments
        const value =
          argument && argument.type !== 'SpreadElement'
            ? single(this.evaluator.evaluate(argument, this.evaluator.frameOf(one, frame), world), one)
            : undefined
        if (value?.kind !== 'literal') return EITHER
        return { verdict: URL.canParse(String(value.value)) ? 'no' : 'yes', compared: false }
      }),
    )
  }

  truthiness(value: Value, world: World): Decision {
    switch (value.kind) {
      case 'literal':
        return {
          verdict: value.value ? 'yes' : 'no',
          compared: value.tainted && typeof value.value !== 'string' && world.origin !== null,
        }
      case 'test':
        return this.decide(value.condition, world)
      case 'unknown':
        return value.tainted ? UNSEEN : EITHER
      case 'input':
        return value.source === 'origin'
          ? world.origin === undefined
            ? UNSEEN
            : world.origin === null
              ? NO
              : YES
          : EITHER
      case 'external': {
        if (inputOf(value) === 'origin' && world.origin !== undefined) return world.origin === null ? NO : YES
        return externalTruth(value)
      }
      case 'instance':
        return { verdict: 'yes', compared: value.of === 'Promise' && value.tainted }
      default:
        return YES
    }
  }

  /** Whether two conditions, or one and a half, can hold in the same run. */
  canHold(condition: Condition): boolean {
    return isSatisfiable(condition, (one) => this.keyOf(one))
  }

  private keyOf(one: Atom): string {
    let key = this.keysOfAtoms.get(one)
    if (key === undefined) this.keysOfAtoms.set(one, (key = this.makeKey(one)))
    return key
  }

  private makeKey(one: Atom): string {
    switch (one.kind) {
      case 'value':
        return `value:${this.textKey(one.value.node, null)}`
      case 'picked':
        return `picked:${this.textKey(one.key.node, null)}:${one.name}`
      case 'equal':
        return `equal:${this.textKey(one.left.node, one.left.frame)}:${this.textKey(one.right.node, one.right.frame)}`
      case 'matches':
      case 'contained':
      case 'unseen':
        return `${one.kind}:${String(one.node?.range[0])}`
      default:
        return `${one.kind}:${this.textKey(one.node, one.frame)}`
    }
  }

  /** The same text in the same activation is taken to have the same value. */
  private textKey(node: Node, frame: Frame | null): string {
    let home = this.keys.get(node)
    if (home === undefined) this.keys.set(node, (home = enclosingFunction(node)?.range[0] ?? -1))
    return `${String(home)}.${String(frame?.id ?? 0)}:${this.evaluator.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + 400))}`
  }
}

function isNullish(value: Value): Decision {
  if (value.kind === 'literal') return { verdict: value.value == null ? 'yes' : 'no', compared: false }
  if (value.kind === 'external') return isTainted(value) ? UNSEEN : EITHER
  if (value.kind === 'unknown') return value.tainted ? UNSEEN : EITHER
  return value.kind === 'input' ? EITHER : NO
}

/** Whether a text in which a library looks for the origin contains the assumed one. */
function contains(text: string, { origin }: World): Decision {
  if (origin === undefined || origin === null) return origin === null ? NO : UNSEEN
  return { verdict: text.includes(origin) ? 'yes' : 'no', compared: true }
}

/** Whether a pattern that a library tests against the origin accepts the assumed one. */
function matches(source: string, flags: string, world: World): Decision {
  if (world.origin === undefined || world.origin === null) return world.origin === null ? NO : UNSEEN
  const match = matchPattern(source, flags, world.origin)
  if (match === undefined) return UNSEEN
  return { verdict: match === null ? 'no' : 'yes', compared: true }
}

function equals(a: Value, b: Value): Decision {
  if (a.kind === 'literal' && b.kind === 'literal')
    return { verdict: a.value === b.value ? 'yes' : 'no', compared: a.tainted || b.tainted }
  if ((a.kind === 'literal' && a.tainted) || (b.kind === 'literal' && b.tainted))
    return { verdict: 'no', compared: true }
  return isTainted(a) || isTainted(b) ? UNSEEN : EITHER
}
