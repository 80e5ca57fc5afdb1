import { strangerTo } from '../origins/stranger.ts'
import type { Condition } from '../values/condition.ts'
import { environmentOf } from '../values/development.ts'
import type { Analysis } from '../values/evaluate.ts'
import { enclosingFunction, within } from '../values/tree.ts'
import type { Frame, Node, World } from '../values/value.ts'
import { ConditionCheck } from './check.ts'
import { fallbackOf, isAskedFor } from './fallbacks.ts'
import type { CheckedGrant, EchoGrant, Grant } from './model.ts'

type Draft = Draftable<Grant>
type Draftable<T> = T extends unknown
  ? Omit<T, 'environment' | 'fallback' | 'dependsOnOrigin' | 'when' | 'node' | 'use'>
  : never

/** Makes grants, once it is known what a value lets in: under which condition, where, and whether behind a check. */
export class GrantMaker {
  protected readonly analysis: Analysis
  private readonly worlds = new Map<string, World>()
  readonly stranger: string

  constructor(analysis: Analysis) {
    this.analysis = analysis
    this.stranger = strangerTo(analysis.text)
  }

  /** The same world for the same origin, so that evaluations are shared. */
  world(origin: string | null, configuration?: string | null): World {
    const key = JSON.stringify({ origin, configuration })
    let world = this.worlds.get(key)
    if (!world) {
      world = { origin, environment: 'production', ...(configuration !== undefined && { configuration }) }
      this.worlds.set(key, world)
    }
    return world
  }

  protected echo(
    node: Node,
    when: Condition,
    by: EchoGrant['by'],
    frame: Frame | null,
    type?: string,
  ): readonly Grant[] {
    const decision = this.analysis.decide(when, this.world(this.stranger))
    if (decision.verdict === 'unseen') return this.make(this.checked(when, by), node, when)
    if (decision.compared) return this.make(this.checked(when, by), node, when)
    const idleCheck = by === 'header' || by === 'callback' ? this.idleCheck(node, frame) : undefined
    return this.make({ kind: 'echo', by, type, idleCheck }, node, when)
  }

  private checked(when: Condition, by: CheckedGrant['by']): Draft {
    const check = new ConditionCheck(this.analysis, when, (origin, configuration) => this.world(origin, configuration))
    return { kind: 'checked', by, check }
  }

  /** A comparison of the origin in the same function, on which this grant does not depend. */
  private idleCheck(node: Node, frame: Frame | null): Node | undefined {
    const fn = enclosingFunction(node)
    if (!fn) return undefined
    return within(this.analysis.tree.tests, fn).find((test) => {
      const condition = this.analysis.test(test, this.analysis.frameOf(test, frame))
      return this.analysis.decide(condition, this.world(this.stranger)).compared
    })
  }

  protected literalOrigin(text: string, node: Node, when: Condition): readonly Grant[] {
    if (text === 'null') return this.make({ kind: 'null', by: isComputed(node) ? 'coercion' : 'text' }, node, when)
    return this.make({ kind: 'listed', origin: text }, node, when)
  }

  unknown(node: Node, when: Condition): readonly Grant[] {
    return this.make({ kind: 'unknown' }, node, when)
  }

  /** Finishes a grant; none when the code that makes it never runs for a cross-origin request. */
  protected make(draft: Draft, node: Node, when: Condition): readonly Grant[] {
    const { analysis } = this
    const environment = environmentOf(analysis, when)
    if (!environment) return []
    // Everyone, but only where the operator says so: what the operator says cannot be seen.
    if ((draft.kind === 'anyone' || draft.kind === 'echo') && isAskedFor(when))
      return this.make({ kind: 'unknown' }, node, when)
    const forStranger = analysis.decide(when, this.world(this.stranger))
    if (draft.kind === 'null' && analysis.decide(when, this.world('null')).verdict === 'no') return []
    // What a function answers those with who are on its list may be no origin, either.
    const isForSome = /^(?:checked|listed|null|unusable)$/.test(draft.kind)
    if (!isForSome && environment !== 'development' && forStranger.verdict === 'no') return []
    const dependsOnOrigin = draft.kind === 'echo' || draft.kind === 'checked' || forStranger.compared
    return [{ ...draft, node, use: node, when, environment, dependsOnOrigin, fallback: fallbackOf(analysis, when) }]
  }
}

/** A text that is not written as such: `String(null)`, `${null}`, `'' + null`. */
function isComputed(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.length > 0
  return node.type === 'CallExpression' || node.type === 'BinaryExpression'
}
