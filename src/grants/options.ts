import { callbackFaultsOf } from '../callbacks.ts'
import type { CallbackFault } from '../policy.ts'
import type { Effect, FunctionSemantics, OriginSemantics } from '../semantics.ts'
import { listBehind } from '../values/collections.ts'
import { completionsOf, type Completion } from '../values/completions.ts'
import { and, atom, not, TRUE, type Atom, type Condition } from '../values/condition.ts'
import { isInside } from '../values/tree.ts'
import type {
  Choice,
  Choices,
  Frame,
  FunctionValue,
  ListValue,
  Node,
  Primitive,
  Thunk,
  Value,
} from '../values/value.ts'
import { askedOf, bindOrigin } from './asked.ts'
import type { EchoGrant, Grant } from './model.ts'
import { awaited, mayPromise } from './promises.ts'
import { GrantReader } from './reader.ts'
import { bodyOf, isEveryone, isMissing, placeOf, settingOf, type Setting } from './setting.ts'
import { globPattern, textOf, typeNameOf } from './texts.ts'

/** How often a nested list is followed. */
const MAX_NESTING = 4

/** Turns the values of an origin option into grants, as a library reads them. */
export class OptionGrants extends GrantReader {
  /** The grants of an origin option. */
  fromOption(
    choices: Choices,
    when: Condition,
    place: Node,
    semantics: OriginSemantics,
    frame: Frame | null,
  ): readonly Grant[] {
    return choices
      .flatMap((choice) => this.read(settingOf(choice, when, place, frame, 'option'), semantics))
      .map((grant) => ({ ...grant, use: place }))
  }

  /** A library that was not told anything about origins. */
  fromDefault(node: Node, when: Condition, semantics: OriginSemantics): readonly Grant[] {
    const { absent } = semantics
    return absent === 'anyone' || absent === 'echo' ? this.fromEffect(absent, node, when, 'default') : []
  }

  /** What stands where options go, and means that everybody gets in. */
  fromEffect(
    effect: 'anyone' | 'echo',
    node: Node,
    when: Condition,
    by: 'default' | 'option' = 'option',
  ): readonly Grant[] {
    return effect === 'anyone'
      ? this.make({ kind: 'anyone', by: by === 'default' ? by : 'value' }, node, when)
      : this.make({ kind: 'echo', by, type: undefined, idleCheck: undefined }, node, when)
  }

  private read(setting: Setting, semantics: OriginSemantics): readonly Grant[] {
    const { value, when, frame, by } = setting
    const node = placeOf(setting)
    switch (value.kind) {
      case 'literal':
        return this.fromLiteral(value.value, setting, semantics)
      case 'test':
        return semantics.true === 'echo'
          ? this.echo(node, and(when, value.condition), by, frame)
          : this.unknown(node, when)
      case 'input':
        return this.fromInput(value, when, node, frame, by)
      case 'list':
        return this.fromList(value, setting, semantics)
      case 'regexp': {
        const effect = setting.nesting > 0 ? (semantics.regexpInList ?? semantics.regexp) : semantics.regexp
        return effect === 'tested'
          ? this.matched(value.source, semantics.restartsPatterns ? value.flags.replace('g', '') : value.flags, setting)
          : this.wide(effect, setting, by)
      }
      case 'function':
        if (by === 'option' && (setting.nesting === 0 || semantics.functionInList))
          return this.fromFunction(value, setting, semantics)
        return this.wide(semantics.other, setting, 'type')
      case 'instance': {
        const list = semantics.isSetList === true && value.of === 'Set' ? listBehind(value) : undefined
        return list ? this.fromList(list, setting, semantics) : this.wide(semantics.other, setting, 'type')
      }
      case 'object':
      case 'class':
        return this.wide(semantics.other, setting, 'type')
      case 'external':
        return isEveryone(value, semantics) ? this.wide(semantics.starInList, setting, by) : this.unknown(node, when)
      default:
        return this.unknown(node, when)
    }
  }

  private fromLiteral(value: Primitive, setting: Setting, semantics: OriginSemantics): readonly Grant[] {
    const { by, when, nesting, isOnly } = setting
    if (nesting > 0) {
      if (value === '*') {
        const effect = isOnly ? semantics.starInList : (semantics.starAmongOthers ?? semantics.starInList)
        return effect === 'none' ? this.literalOrigin(value, placeOf(setting), when) : this.wide(effect, setting, by)
      }
      if (!value) return []
      return typeof value === 'string'
        ? this.fromText(value, setting, semantics)
        : this.wide(semantics.other, setting, 'type')
    }
    switch (value) {
      case true:
        return this.wide(semantics.true, setting, by)
      case false:
        return this.wide(semantics.false, setting, by)
      case undefined:
        return this.wide(semantics.undefined, setting, by)
      case null:
        return this.wide(semantics.null, setting, by)
      case '':
        return this.wide(semantics.empty, setting, by)
      case '*':
        return this.wide(semantics.star, setting, by)
      default:
        if (typeof value === 'string') {
          const effect = semantics.words?.[value]
          return effect ? this.wide(effect, setting, by) : this.fromText(value, setting, semantics)
        }
        return this.wide(value ? semantics.other : semantics.false, setting, value ? 'type' : by)
    }
  }

  private fromText(text: string, setting: Setting, semantics: OriginSemantics): readonly Grant[] {
    const { globs } = semantics
    const node = placeOf(setting)
    if (globs && text.includes('*') && (globs.in === 'both' || (globs.in === 'list') === setting.nesting > 0)) {
      return globs.star === 'anything'
        ? this.wide('echo', setting, setting.by)
        : this.matched(globPattern(text, globs), '', setting)
    }
    if (text === 'null' && semantics.nullText) return this.wide(semantics.nullText, setting, setting.by)
    const reading = setting.nesting > 0 ? (semantics.textInList ?? semantics.text) : semantics.text
    switch (reading) {
      case 'contains':
        return text === 'null' ? this.literalOrigin(text, node, setting.when) : this.contained(text, setting)
      case 'list':
      case 'trimmed list': {
        const parts = setting.nesting === 0 ? text.split(',') : [text]
        return parts
          .map((part) => (reading === 'list' ? part : part.trim()))
          .flatMap((part) => this.literalOrigin(part, node, setting.when))
      }
      case 'host':
        // A host is let in by every scheme: what of it is no origin, cannot be told.
        return text.includes('://') || text === 'null'
          ? this.literalOrigin(text, node, setting.when)
          : this.unknown(node, setting.when)
      case 'origin':
        return this.literalOrigin(text, node, setting.when)
      default:
        return setting.nesting > 0
          ? this.literalOrigin(text, node, setting.when)
          : this.wide(reading, setting, setting.by)
    }
  }

  private fromList(list: ListValue, setting: Setting, semantics: OriginSemantics): readonly Grant[] {
    const { when, nesting, by, frame } = setting
    const { items, open } = list
    if (nesting > MAX_NESTING) return []
    if (semantics.list === 'sent') return this.sent(list, setting)
    if (semantics.list !== 'compared') return this.wide(semantics.list, setting, by)
    if (items.length === 0 && !open && nesting === 0) return this.wide(semantics.emptyList, setting, by)
    const isOnly = items.length === 1 && !open
    const entries = items.flatMap((item) =>
      item.choices().flatMap((choice) =>
        this.read(
          {
            ...settingOf(choice, and(when, item.when), item.node, frame, by),
            nesting: nesting + 1,
            isOnly,
          },
          semantics,
        ),
      ),
    )
    const refused = semantics.refusal === 'null' && nesting === 0 && items.length > 1
    return [
      ...entries,
      ...(open ? this.unknown(placeOf(setting), when) : []),
      ...(refused ? this.make({ kind: 'null', by: 'refusal' }, placeOf(setting), when) : []),
    ]
  }

  /** Who matches a pattern that the library tests against the origin. */
  private matched(source: string, flags: string, setting: Setting): readonly Grant[] {
    const node = placeOf(setting)
    const matches: Atom = { kind: 'matches', source, flags, node, option: setting.place }
    return this.echo(node, and(setting.when, atom(matches)), setting.by, setting.frame)
  }

  /** Who is part of a text in which the library looks for the origin. */
  private contained(text: string, setting: Setting): readonly Grant[] {
    const node = placeOf(setting)
    const when = and(setting.when, atom({ kind: 'contained', text, node }))
    return this.echo(node, when, setting.by, setting.frame)
  }

  private wide(effect: Effect, setting: Setting, by: EchoGrant['by']): readonly Grant[] {
    const { when, frame, value } = setting
    const node = placeOf(setting)
    switch (effect) {
      case 'none':
        return []
      case 'anyone':
        return this.make({ kind: 'anyone', by: 'value', ...(isMissing(value) && { as: 'missing' }) }, node, when)
      case 'echo':
        return this.echo(node, when, by, frame, by === 'type' ? typeNameOf(value) : undefined)
      case 'fails':
      case 'stops':
      case 'sent': {
        // Where it depends on something else than the origin, as on the environment, it may never come to that.
        const { verdict } = this.analysis.decide(when, this.world(this.stranger))
        if (verdict === 'either' || verdict === 'unseen') return this.unknown(node, when)
        const text = textOf(value)
        return this.make(
          {
            kind: 'unusable',
            whose: 'all',
            value: text,
            effect: effect === 'sent' ? { type: 'sent', text } : { type: effect },
          },
          node,
          when,
        )
      }
    }
  }

  private fromFunction(fn: FunctionValue, setting: Setting, semantics: OriginSemantics): readonly Grant[] {
    const asked = semantics.function
    if (typeof asked === 'string') return this.wide(asked, setting, 'type')
    const node = placeOf(setting)
    if (asked.answers === 'callback' && !(asked.promise === 'awaited' && mayPromise(this.analysis, fn)))
      return this.fromCallback(fn, setting, semantics, asked)
    if (fn.node.generator) return this.unknown(node, setting.when)
    if (fn.node.async && asked.promise !== 'awaited')
      return asked.promise === 'hangs' ? [] : this.wide(asked.promise, setting, 'callback')
    const place = bodyOf(fn)
    return this.analysis
      .call(fn, askedOf(fn, asked.asks), node, setting.frame, {})
      .flatMap(awaited)
      .flatMap((choice) => this.fromAnswer(choice, { ...setting, by: 'callback', place }, semantics, asked))
  }

  /** What a function returns, as the library takes it. */
  private fromAnswer(
    { value, when }: Choice,
    setting: Setting,
    semantics: OriginSemantics,
    asked: FunctionSemantics,
  ): readonly Grant[] {
    const answer = { ...setting, value, when: and(setting.when, when) }
    switch (asked.answers) {
      case 'callback':
      case 'option':
        return this.read(answer, semantics)
      case 'truthy':
      case 'true':
        return this.fromVerdict(answer, asked.answers)
      case 'header':
        if (value.kind === 'test')
          return this.wide('sent', { ...answer, when: and(answer.when, value.condition) }, 'callback')
        if (value.kind === 'literal' && !value.value) return []
        return value.kind === 'literal' && typeof value.value !== 'string'
          ? this.wide('sent', answer, 'callback')
          : this.sent(value, answer, asked.star)
    }
  }

  /** A value that goes into the header as it is, but for a star that the library takes as if it stood in the option. */
  private sent(value: Value, setting: Setting, star: FunctionSemantics['star'] = 'sent'): readonly Grant[] {
    const grants = this.fromHeader([{ value, when: TRUE }], setting.when, placeOf(setting), setting.frame)
    return star === 'sent'
      ? grants.map((grant) => (grant.kind === 'anyone' ? { ...grant, as: 'sent' } : grant))
      : grants
  }

  private fromCallback(
    fn: FunctionValue,
    { when }: Setting,
    semantics: OriginSemantics,
    { success }: FunctionSemantics,
  ): readonly Grant[] {
    const frame = this.analysis.enter(fn.node, bindOrigin(fn), fn.frame, null)
    const { completions, escapes } = completionsOf(this.analysis, fn.node, 1, frame)
    const grants = completions.flatMap((completion) => this.fromCompletion(completion, when, semantics, success))
    return escapes ? [...grants, ...this.unknown(fn.node, when)] : grants
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
    success: FunctionSemantics['success'],
  ): readonly Grant[] {
    const [failure, answer] = call.arguments
    if (failure?.type === 'SpreadElement' || answer?.type === 'SpreadElement') return this.unknown(call, when)
    const allowed = failure ? not(this.analysis.test(failure, frame)) : TRUE
    if (success === 'null' && failure && !this.canBeNull(failure, frame)) return []
    const path = and(when, reached, allowed)
    if (!answer) return []
    return this.analysis
      .evaluate(answer, frame, {})
      .flatMap((choice) => this.read(settingOf(choice, path, answer, frame, 'callback'), semantics))
      .map((grant) => ({
        ...grant,
        node: grant.kind === 'listed' || grant.kind === 'null' || isInside(grant.node, answer) ? grant.node : answer,
      }))
  }

  private canBeNull(failure: Node, frame: Frame | null): boolean {
    return this.analysis
      .evaluate(failure, frame, {})
      .some(({ value }) => value.kind !== 'literal' || value.value === null)
  }
}
