import { factsOf, listFactsOf, unseenFacts, type Reading } from '../facts.ts'
import { askedOf } from '../grants/asked.ts'
import type { Grant } from '../grants/model.ts'
import { OptionGrants } from '../grants/options.ts'
import { awaited, mayPromise } from '../grants/promises.ts'
import type { CallbackFault, Fact, ListFact, OptionPart, WrittenOptions } from '../policy.ts'
import type { ReaderContext, ReadPolicy } from '../readers/reader.ts'
import type { BareEffect, OptionLibrary } from '../semantics.ts'
import { and, not, TRUE, type Condition } from '../values/condition.ts'
import { environmentOf } from '../values/development.ts'
import type { Analysis } from '../values/evaluate.ts'
import { wrapped } from '../values/tree.ts'
import type { Choice, Choices, Field, FunctionValue, Node, ObjectValue, Value } from '../values/value.ts'
import { Delegates } from './delegates.ts'
import { valueOf, type Given } from './places.ts'
import { age, bareEffect, credentials, gateOf, isBehindOneMethod, outcomesOf, preflightContinues } from './readings.ts'
import { refusing } from './refusing.ts'

/** Turns what a library is given as options into policies. */
export class OptionPolicies {
  private readonly definition: OptionLibrary
  private readonly analysis: Analysis
  private readonly grants: OptionGrants
  private readonly context: ReaderContext

  constructor(definition: OptionLibrary, context: ReaderContext) {
    this.definition = definition
    this.context = context
    this.analysis = context.analysis
    this.grants = new OptionGrants(context.analysis)
  }

  *from(given: Given): Iterable<ReadPolicy> {
    const { choice, node } = given
    if (!choice) {
      const when = and(given.when, gateOf(this.definition.gate, undefined))
      if (when.op !== 'false') yield this.untold().policy(given, undefined, node, undefined, when)
      return
    }
    for (const { value, when } of outcomesOf(choice)) {
      const condition = and(given.when, when)
      if (value.kind === 'function') yield* this.fromFunction(value, given, condition)
      else if (value.kind === 'object') yield* this.fromObject(value, given, condition)
      else {
        const effect = bareEffect(value, this.definition.bare)
        if (effect !== undefined && effect !== 'off')
          yield this.fromBare(effect, { value, when: TRUE }, given, condition)
      }
    }
  }

  /** The library as it is where it is told nothing at all. */
  private untold(): OptionPolicies {
    const { definition, context } = this
    const { untold, ...rest } = definition
    if (!untold) return this
    const { maxAge } = untold
    const told = {
      ...rest,
      origin: { ...definition.origin, absent: untold.origin },
      credentials: { ...definition.credentials, absent: untold.credentials },
      ...(maxAge !== undefined && { defaultMaxAge: maxAge }),
    }
    return new OptionPolicies(told, context)
  }

  private *fromObject(options: ObjectValue, given: Given, when: Condition): Iterable<ReadPolicy> {
    const { delegator } = this.definition
    const asked = delegator && options.fields.get(delegator.option)
    if (!asked) {
      const isOn = and(when, gateOf(this.definition.gate, options))
      if (isOn.op !== 'false') yield this.policy(given, options, objectNode(options, given.node), given.node, isOn)
      return
    }
    for (const { value, when: own } of asked.choices())
      if (value.kind === 'function')
        yield* this.fromFunction(value, given, and(when, asked.when, own), delegator.delegate)
  }

  /** A value that takes the place of the options. */
  private fromBare(effect: BareEffect, choice: Choice, given: Given, when: Condition): ReadPolicy {
    const { node, frame } = given
    const policy = this.policy(given, undefined, node, node, when)
    const { origin, bareOrigin = origin } = this.definition
    switch (effect) {
      case 'origin':
        return { ...policy, grants: this.grants.fromOption([choice], when, node, bareOrigin, frame) }
      case 'anyone':
      case 'echo': {
        const form = policy.form.type === 'options' ? { ...policy.form, isSwitch: true } : policy.form
        return { ...policy, form, grants: this.grants.fromEffect(effect, node, when) }
      }
      default:
        return policy
    }
  }

  /** A function that is asked for options. */
  private *fromFunction(
    fn: FunctionValue,
    given: Given,
    when: Condition,
    delegate = this.definition.delegate,
  ): Iterable<ReadPolicy> {
    if (!delegate) {
      const effect = this.definition.bare.other
      if (effect !== 'off') yield this.fromBare(effect, { value: fn, when: TRUE }, given, when)
      return
    }
    for (const answer of new Delegates(this.analysis, this.grants).of(delegate, fn, given, when)) {
      if (answer.type === 'options') yield* this.from(answer.given)
      // Where it does not answer, nobody gets in.
      else
        yield { ...this.policy(given, undefined, fn.node, undefined, when), grants: [], callbackFaults: answer.faults }
    }
  }

  /**
   * @param node the object, or what stands in its place: what the policy is pointed at by.
   * @param argument what stands where the options go.
   */
  private policy(
    given: Given,
    options: ObjectValue | undefined,
    node: Node,
    argument: Node | undefined,
    when: Condition,
  ): ReadPolicy {
    const { analysis, definition } = this
    const { call, frame } = given
    const slot = options ? { node, argument: 0, missing: [] } : given.slot
    const credentials = this.credentialsOf(options, node, given, when)
    return {
      library: definition.library,
      form: { type: 'options', call, options: argument, slot, isGuessed: given.isGuessed ?? false },
      node,
      frame,
      grants: refusing(definition, this.grantsOf(options, node, given, when), options, credentials, analysis),
      stranger: this.grants.stranger,
      options: writtenOptions(analysis, options, when),
      callbackFaults: this.callbackFaults(options, when),
      credentials,
      methods: this.lists(options, 'methods', given, when),
      allowedHeaders: this.lists(options, 'allowedHeaders', given, when),
      exposedHeaders: this.lists(options, 'exposedHeaders', given, when),
      maxAge: this.maxAgeOf(options, node, given, when),
      preflightContinues: preflightContinues(options, when),
      // What goes over other options, for one route, is not what answers its preflights.
      preflight:
        given.overlays || !definition.answersPreflights
          ? 'unknown'
          : isBehindOneMethod(wrapped(call))
            ? 'unanswered'
            : 'answered',
      vary: { state: 'sent' },
      reply: undefined,
      happens: (one, request) => analysis.decide(one.when, request).verdict,
      canCoincide: (one, other) => analysis.canHold(and(one.when, other.when)),
    }
  }

  /** The properties that set a part; where a library has two names for it, the first that is set counts. */
  private fieldsOf(options: ObjectValue | undefined, part: OptionPart): readonly Field[] {
    const names = this.definition.library.options.filter((option) => option.part === part)
    return names.flatMap(({ name }) => options?.fields.get(name) ?? [])
  }

  private facts<T>(
    options: ObjectValue | undefined,
    part: OptionPart,
    { frame }: Given,
    when: Condition,
    read: (value: Value) => Reading<T>,
    isAsked = false,
  ): readonly Fact<T>[] {
    const [field] = this.fieldsOf(options, part)
    if (!field) return options?.open ? unseenFacts(options.node, when) : []
    const place = { node: field.node, value: valueOf(field.node), when: and(when, field.when), frame }
    const choices = isAsked ? field.choices().flatMap((choice) => this.answersTo(choice, field)) : field.choices()
    return factsOf(this.analysis, choices, place, read)
  }

  /** What a function in the place of a value answers when it is given the request. */
  private answersTo(choice: Choice, { node }: Field): Choices {
    const { value, when } = choice
    if (value.kind !== 'function') return [choice]
    return this.analysis
      .call(value, askedOf(value, 'request'), node, null, {})
      .flatMap(awaited)
      .map((answer) => ({ value: answer.value, when: and(when, answer.when) }))
  }

  /** Credentials as they are set, and as the library has them where nothing sets them. */
  private credentialsOf(
    options: ObjectValue | undefined,
    node: Node,
    given: Given,
    when: Condition,
  ): readonly Fact<boolean>[] {
    const { credentials: semantics } = this.definition
    const read = (value: Value): Reading<boolean> => credentials(value, semantics)
    const written = this.facts(options, 'credentials', given, when, read, semantics.isAsked)
    if (!semantics.absent) return written
    return [...written, ...this.unset('credentials', options, { value: true, sent: 'true' }, node, when)]
  }

  /** The time as it is set, and as the library has it where nothing sets it. */
  private maxAgeOf(
    options: ObjectValue | undefined,
    node: Node,
    given: Given,
    when: Condition,
  ): readonly Fact<number | string>[] {
    const { defaultMaxAge, maxAgeUnit } = this.definition
    const written = this.facts(options, 'maxAge', given, when, (value) => age(value, maxAgeUnit))
    if (defaultMaxAge === undefined || written.length > 0) return written
    return this.unset('maxAge', options, { value: defaultMaxAge, sent: String(defaultMaxAge) }, node, when)
  }

  /** What a library does by itself where nothing sets an option. */
  private unset<T>(
    part: OptionPart,
    options: ObjectValue | undefined,
    reading: Reading<T>,
    node: Node,
    when: Condition,
  ): readonly Fact<T>[] {
    const [field] = this.fieldsOf(options, part)
    if (options?.open || field?.when.op === 'true') return []
    const own = field ? and(when, not(field.when)) : when
    const environment = environmentOf(this.analysis, own)
    if (!environment) return []
    return [
      { ...reading, isSet: true, isDefault: true, node, source: node, written: undefined, when: own, environment },
    ]
  }

  private lists(
    options: ObjectValue | undefined,
    part: OptionPart,
    { frame }: Given,
    when: Condition,
  ): readonly ListFact[] {
    const fields = this.fieldsOf(options, part)
    if (options && fields.length === 0) return options.open ? unseenFacts(options.node, when) : []
    return fields.flatMap((field) => {
      const place = { node: field.node, value: valueOf(field.node), when: and(when, field.when), frame }
      return listFactsOf(this.analysis, field.choices(), place)
    })
  }

  private callbackFaults(options: ObjectValue | undefined, when: Condition): readonly CallbackFault[] {
    const asked = this.definition.origin.function
    if (typeof asked === 'string' || asked.answers !== 'callback') return []
    const [origin] = this.fieldsOf(options, 'origin')
    return (origin?.choices() ?? []).flatMap(({ value, when: own }) =>
      value.kind === 'function' && !(asked.promise === 'awaited' && mayPromise(this.analysis, value))
        ? this.grants.callbackFaults(value, and(when, origin?.when ?? TRUE, own))
        : [],
    )
  }

  /** Whether there is an option that the library refuses. */
  private keepsFromStarting(options: ObjectValue | undefined): boolean {
    const { refusesUnknown, options: known } = this.definition.library
    if (refusesUnknown !== true) return false
    return [...(options?.fields ?? [])].some(
      ([name, { when }]) => when.op === 'true' && !known.some((option) => option.name === name),
    )
  }

  private grantsOf(options: ObjectValue | undefined, node: Node, { frame }: Given, when: Condition): readonly Grant[] {
    const { library, origin: semantics, otherOrigins } = this.definition
    if (this.keepsFromStarting(options)) return []
    const names = library.options.filter(({ part }) => part === 'origin').map(({ name }) => name)
    const set = names.flatMap((name) => {
      const field = options?.fields.get(name)
      return field ? [{ field, semantics: otherOrigins?.[name] ?? semantics }] : []
    })
    // Where a library has two names for it, the first that is set counts.
    const counting = otherOrigins ? set : set.slice(0, 1)
    const written = counting.flatMap(({ field, semantics: own }) =>
      this.grants.fromOption(field.choices(), and(when, field.when), valueOf(field.node), own, frame),
    )
    if (options?.open === true) return counting.length > 0 ? written : this.grants.unknown(node, when)
    const missing = and(when, ...counting.map(({ field }) => not(field.when)))
    return missing.op === 'false' ? written : [...written, ...this.grants.fromDefault(node, missing, semantics)]
  }
}

/** The options, as an object gives them: under the conditions under which it does. */
function writtenOptions(analysis: Analysis, options: ObjectValue | undefined, when: Condition): WrittenOptions {
  const written = [...(options?.fields ?? [])].flatMap(([name, { node, when: own }]) => {
    const condition = and(when, own)
    const environment = environmentOf(analysis, condition)
    return environment ? [{ name, node, when: condition, environment }] : []
  })
  return { written, open: options?.open ?? false }
}

function objectNode(value: ObjectValue, argument: Node): Node {
  return value.node.type === 'ObjectExpression' ? value.node : argument
}
