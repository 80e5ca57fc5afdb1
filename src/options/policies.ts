import { factsOf, listFactsOf, unseenFacts, UNSEEN, type Reading } from '../facts.ts'
import { askedOf } from '../grants/asked.ts'
import type { Grant } from '../grants/model.ts'
import { OptionGrants } from '../grants/options.ts'
import { awaited } from '../grants/promises.ts'
import type { CallbackFault, Fact, ListFact, Occurrence, OptionPart, WrittenOptions } from '../policy.ts'
import type { ReaderContext, ReadPolicy } from '../readers/reader.ts'
import type { BareEffect, BareSemantics, OptionLibrary } from '../semantics.ts'
import { and, not, TRUE, type Condition } from '../values/condition.ts'
import { environmentOf } from '../values/development.ts'
import type { Analysis } from '../values/evaluate.ts'
import { methodName, wrapped } from '../values/tree.ts'
import type { Choice, Choices, Field, FunctionValue, Node, ObjectValue, Value } from '../values/value.ts'
import { Delegates } from './delegates.ts'
import { valueOf, type Given } from './places.ts'

/** Turns what a library is given as options into policies. */
export class OptionPolicies {
  private readonly definition: OptionLibrary
  private readonly analysis: Analysis
  private readonly grants: OptionGrants

  constructor(definition: OptionLibrary, { analysis }: ReaderContext) {
    this.definition = definition
    this.analysis = analysis
    this.grants = new OptionGrants(analysis)
  }

  *from(given: Given): Iterable<ReadPolicy> {
    const { choice, node, when } = given
    if (!choice) {
      yield this.policy(given, undefined, node, undefined, when)
      return
    }
    const { value } = choice
    const condition = and(when, choice.when)
    if (value.kind === 'function') yield* this.fromFunction(value, given, condition)
    else if (value.kind === 'object') yield* this.fromObject(value, given, condition)
    else {
      const effect = bareEffect(value, this.definition.bare)
      if (effect !== undefined && effect !== 'off') yield this.fromBare(effect, { value, when: TRUE }, given, condition)
    }
  }

  private *fromObject(options: ObjectValue, given: Given, when: Condition): Iterable<ReadPolicy> {
    const { delegator } = this.definition
    const asked = delegator && options.fields.get(delegator.option)
    if (!asked) {
      yield this.policy(given, options, objectNode(options, given.node), given.node, when)
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
    switch (effect) {
      case 'origin':
        return { ...policy, grants: this.grants.fromOption([choice], when, node, this.definition.origin, frame) }
      case 'anyone':
      case 'echo':
        return { ...policy, grants: this.grants.fromEffect(effect, node, when) }
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
    return {
      library: definition.library,
      form: { type: 'options', call, options: argument, slot },
      node,
      frame,
      grants: this.grantsOf(options, node, given, when),
      stranger: this.grants.stranger,
      options: writtenOptions(analysis, options, when),
      callbackFaults: this.callbackFaults(options, when),
      credentials: this.credentialsOf(options, node, given, when),
      methods: this.lists(options, 'methods', given, when),
      allowedHeaders: this.lists(options, 'allowedHeaders', given, when),
      exposedHeaders: this.lists(options, 'exposedHeaders', given, when),
      maxAge: this.maxAgeOf(options, node, given, when),
      preflightContinues: preflightContinues(options, when),
      preflight: !definition.answersPreflights
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
    const { absent, on, isAsked = false } = this.definition.credentials
    const read = (value: Value): Reading<boolean> => credentials(value, on)
    const written = this.facts(options, 'credentials', given, when, read, isAsked)
    if (!absent) return written
    return [...written, ...this.unset('credentials', options, { value: true, sent: 'true' }, node, when)]
  }

  /** The time as it is set, and as the library has it where nothing sets it. */
  private maxAgeOf(
    options: ObjectValue | undefined,
    node: Node,
    given: Given,
    when: Condition,
  ): readonly Fact<number | string>[] {
    const { defaultMaxAge } = this.definition
    const written = this.facts(options, 'maxAge', given, when, age)
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
      value.kind === 'function' && !(asked.promise === 'awaited' && this.grants.mayPromise(value))
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
    const { origin: semantics } = this.definition
    if (this.keepsFromStarting(options)) return []
    const [origin] = this.fieldsOf(options, 'origin')
    if (!origin) return options?.open ? this.grants.unknown(node, when) : this.grants.fromDefault(node, when, semantics)
    const place = valueOf(origin.node)
    const written = this.grants.fromOption(origin.choices(), and(when, origin.when), place, semantics, frame)
    if (origin.when.op === 'true' || options?.open) return written
    return [...written, ...this.grants.fromDefault(node, and(when, not(origin.when)), semantics)]
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

/** What a value means that takes the place of an options object; `undefined` when it cannot be seen. */
function bareEffect(value: Value, bare: BareSemantics): BareEffect | undefined {
  switch (value.kind) {
    case 'literal':
      if (value.value === undefined) return bare.undefined ?? bare.false
      if (!value.value) return bare.false
      if (typeof value.value === 'string') return bare.text
      return value.value === true ? bare.true : bare.other
    case 'list':
      return bare.list
    case 'regexp':
      return bare.other
    case 'input':
      return bare.text === 'origin' ? 'origin' : undefined
    case 'instance':
      return /^(?:Promise|Set|Map|URL)$/.test(value.of) ? bare.other : undefined
    default:
      return undefined
  }
}

function objectNode(value: ObjectValue, argument: Node): Node {
  return value.node.type === 'ObjectExpression' ? value.node : argument
}

function preflightContinues(options: ObjectValue | undefined, when: Condition): readonly Occurrence<boolean>[] {
  const field = options?.fields.get('preflightContinue')
  if (!field) return []
  return field.choices().map((choice) => ({
    value: choice.value.kind === 'literal' ? Boolean(choice.value.value) : undefined,
    node: field.node,
    when: and(when, field.when, choice.when),
  }))
}

/** Whether credentials are on: where they are, `true` is sent, and otherwise no header. */
function credentials(value: Value, on: OptionLibrary['credentials']['on']): Reading<boolean> {
  const is = isOn(value, on)
  if (is === undefined) return UNSEEN
  return is ? { value: true, sent: 'true' } : { value: false, sent: null }
}

function isOn(value: Value, on: OptionLibrary['credentials']['on']): boolean | undefined {
  if (value.kind !== 'literal') return undefined
  if (on === 'true') return value.value === true
  return on === 'truthy' ? Boolean(value.value) : value.value !== false
}

/** A number or anything truthy goes out as text. */
function age(value: Value): Reading<number | string> {
  if (value.kind !== 'literal') return UNSEEN
  const written = value.value
  if (typeof written !== 'number' && !written) return { value: undefined, sent: null }
  return { value: typeof written === 'number' ? written : String(written), sent: String(written) }
}

/** `app.get('/path', cors(), handler)`: a middleware of one method sees no `OPTIONS` request. */
function isBehindOneMethod(middleware: Node): boolean {
  const registration = middleware.parent?.type === 'ArrayExpression' ? middleware.parent.parent : middleware.parent
  if (registration?.type !== 'CallExpression') return false
  return /^(?:get|head|post|put|patch|delete|del)$/.test(methodName(registration) ?? '')
}
