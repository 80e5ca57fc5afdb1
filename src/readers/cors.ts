import type { TSESTree } from '@typescript-eslint/utils'
import { factsOf, listFactsOf, unseenFacts, UNSEEN, type Reading } from '../facts.ts'
import { GrantReader } from '../grants/reader.ts'
import { exportOf } from '../modules.ts'
import type { Grant } from '../grants/model.ts'
import type { CallbackFault, Fact, Library, ListFact, Occurrence, OriginSemantics, WrittenOptions } from '../policy.ts'
import { completionsOf } from '../values/completions.ts'
import { and, not, TRUE, type Condition } from '../values/condition.ts'
import { environmentOf } from '../values/development.ts'
import type { Analysis } from '../values/evaluate.ts'
import { methodName, unwrap, wrapped } from '../values/tree.ts'
import { useOf } from '../values/uses.ts'
import type { Frame, FunctionValue, Node, ObjectValue, Thunk, Value } from '../values/value.ts'
import type { Reader, ReadPolicy } from './reader.ts'

/** `cors` 2.8.6: Express, Connect, Polka and everything that takes `(req, res, next)`. */
const LIBRARY: Library = {
  id: 'cors',
  label: '`cors`',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: true,
  defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
  options: [
    { name: 'origin', part: 'origin', absent: 'any website can read the response' },
    { name: 'methods', part: 'methods', absent: 'preflights allow GET, HEAD, PUT, PATCH, POST and DELETE' },
    { name: 'allowedHeaders', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
    { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
    { name: 'exposedHeaders', part: 'exposedHeaders', absent: 'scripts cannot read these headers' },
    { name: 'credentials', part: 'credentials', absent: 'requests with cookies fail' },
    { name: 'maxAge', part: 'maxAge', absent: 'browsers forget a preflight after 5 seconds' },
    { name: 'preflightContinue', part: undefined, absent: 'preflights end here' },
    { name: 'optionsSuccessStatus', part: undefined, absent: 'preflights are answered with 204' },
  ],
}

/** As observed: `cors` 2.8.6, `lib/index.js`. */
const ORIGIN: OriginSemantics = {
  absent: 'anyone',
  falsy: 'none',
  true: 'echo',
  starInList: 'none',
  regexp: 'tested',
  other: 'echo',
  function: 'callback',
}

/** What a file that brings the package in has to contain. */
const NAMES_PACKAGE = /['"`]cors['"`]/

export const corsReader: Reader = {
  *read({ analysis, contexts }) {
    if (!NAMES_PACKAGE.test(analysis.text)) return
    const grants = new GrantReader(analysis)
    for (const call of analysis.tree.calls) {
      const callee = unwrap(call.callee)
      if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression' && callee.type !== 'CallExpression')
        continue
      for (const frame of contexts.of(call)) {
        analysis.refuel()
        if (!isCors(analysis, callee, frame)) break
        yield* new CorsCall(analysis, grants, call, frame).policies()
      }
    }
  },
}

function isCors(analysis: Analysis, callee: Node, frame: Frame | null): boolean {
  return analysis.evaluate(callee, frame, {}).some(({ value }) => {
    const target = exportOf(value)
    return target?.module === 'cors' && target.name === ''
  })
}

/** One `cors(…)` call in one activation. */
class CorsCall {
  private readonly analysis: Analysis
  private readonly grants: GrantReader
  private readonly call: TSESTree.CallExpression
  private readonly frame: Frame | null

  constructor(analysis: Analysis, grants: GrantReader, call: TSESTree.CallExpression, frame: Frame | null) {
    this.analysis = analysis
    this.grants = grants
    this.call = call
    this.frame = frame
  }

  *policies(): Iterable<ReadPolicy> {
    const { analysis, call, frame } = this
    const reached = and(analysis.reach(call, frame), useOf(analysis, call, frame))
    const [argument] = call.arguments
    if (!argument) {
      yield this.fromOptions(undefined, call, undefined, reached)
      return
    }
    if (argument.type === 'SpreadElement') return
    for (const { value, when } of analysis.evaluate(argument, frame, {})) {
      const condition = and(reached, when)
      if (value.kind === 'function') yield* this.fromDelegate(value, condition)
      else if (value.kind === 'object') yield this.fromOptions(value, optionsNode(value, argument), argument, condition)
      // `cors` looks at an object only; anything else that is no function leaves the defaults.
      else if (value.kind === 'literal' || value.kind === 'list' || value.kind === 'regexp' || isForeignObject(value))
        yield this.fromOptions(undefined, argument, argument, condition)
    }
  }

  /** `cors((req, callback) => callback(null, options))` */
  private *fromDelegate(fn: FunctionValue, when: Condition): Iterable<ReadPolicy> {
    const { analysis } = this
    const bindings = new Map<Node, Thunk>()
    const [request] = fn.node.params
    if (request)
      bindings.set(request, () => [
        { when: TRUE, value: { kind: 'external', root: { type: 'request' }, path: [], node: request } },
      ])
    const frame = analysis.enter(fn.node, bindings, fn.frame, null)
    const faults = this.grants.callbackFaults(fn, when, bindings)
    const callbackFaults = faults.filter(({ kind }) => kind !== 'refusal')
    // Where it does not answer, nobody gets in.
    if (callbackFaults.length > 0)
      yield { ...this.fromOptions(undefined, fn.node, undefined, when), grants: [], callbackFaults }
    for (const completion of completionsOf(analysis, fn.node, 1, frame).completions) {
      const [failure, options] = completion.call.arguments
      // `callback(error)`: the request fails, without headers.
      const allowed = failure && failure.type !== 'SpreadElement' ? not(analysis.test(failure, completion.frame)) : TRUE
      const path = and(when, completion.when, allowed)
      if (!options) {
        if (!failure || failure.type === 'Literal') yield this.fromOptions(undefined, completion.call, undefined, path)
        continue
      }
      if (options.type === 'SpreadElement') continue
      for (const choice of analysis.evaluate(options, completion.frame, {})) {
        const condition = and(path, choice.when)
        if (choice.value.kind === 'object')
          yield this.fromOptions(choice.value, optionsNode(choice.value, options), options, condition)
        else if (choice.value.kind === 'literal') yield this.fromOptions(undefined, options, options, condition)
      }
    }
  }

  private fromOptions(
    options: ObjectValue | undefined,
    node: Node,
    argument: Node | undefined,
    when: Condition,
  ): ReadPolicy {
    const { analysis, call, frame } = this
    return {
      library: LIBRARY,
      form: { type: 'options', call, options: argument },
      node,
      frame,
      grants: this.grantsOf(options, node, when),
      stranger: this.grants.stranger,
      options: writtenOptions(analysis, options, when),
      callbackFaults: this.callbackFaults(options, when),
      credentials: this.facts(options, 'credentials', when, credentials),
      methods: this.lists(options, ['methods'], when),
      allowedHeaders: this.lists(options, ['allowedHeaders', 'headers'], when),
      exposedHeaders: this.lists(options, ['exposedHeaders'], when),
      maxAge: this.facts(options, 'maxAge', when, age),
      preflightContinues: preflightContinues(options, when),
      preflight: isBehindOneMethod(wrapped(call)) ? 'unanswered' : 'answered',
      vary: { state: 'sent' },
      reply: undefined,
      happens: (one, request) => analysis.decide(one.when, request).verdict,
      canCoincide: (one, other) => analysis.canHold(and(one.when, other.when)),
    }
  }

  private facts<T>(
    options: ObjectValue | undefined,
    key: string,
    when: Condition,
    read: (value: Value) => Reading<T>,
  ): readonly Fact<T>[] {
    const field = options?.fields.get(key)
    if (!field) return options?.open ? unseenFacts(options.node, when) : []
    const condition = and(when, field.when)
    const place = { node: field.node, value: valueOf(field.node), when: condition, frame: this.frame }
    return factsOf(this.analysis, field.choices(), place, read)
  }

  /** @param keys the first that is set counts. */
  private lists(options: ObjectValue | undefined, keys: readonly string[], when: Condition): readonly ListFact[] {
    const fields = keys.flatMap((key) => options?.fields.get(key) ?? [])
    if (options && fields.length === 0) return options.open ? unseenFacts(options.node, when) : []
    return fields.flatMap((field) => {
      const condition = and(when, field.when)
      const place = { node: field.node, value: valueOf(field.node), when: condition, frame: this.frame }
      return listFactsOf(this.analysis, field.choices(), place)
    })
  }

  private callbackFaults(options: ObjectValue | undefined, when: Condition): readonly CallbackFault[] {
    const origin = options?.fields.get('origin')
    return (origin?.choices() ?? []).flatMap((choice) =>
      choice.value.kind === 'function'
        ? this.grants.callbackFaults(choice.value, and(when, origin?.when ?? TRUE, choice.when))
        : [],
    )
  }

  private grantsOf(options: ObjectValue | undefined, node: Node, when: Condition): readonly Grant[] {
    const origin = options?.fields.get('origin')
    if (!origin) return options?.open ? this.grants.unknown(node, when) : this.grants.fromDefault(node, when, ORIGIN)
    const place = valueOf(origin.node)
    const written = this.grants.fromOption(origin.choices(), and(when, origin.when), place, ORIGIN, this.frame)
    if (origin.when.op === 'true' || options?.open) return written
    return [...written, ...this.grants.fromDefault(node, and(when, { op: 'not', of: origin.when }), ORIGIN)]
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

/** A promise, a `Set`: an object without any of the options. */
function isForeignObject(value: Value): boolean {
  return value.kind === 'instance' && /^(?:Promise|Set|Map|URL)$/.test(value.of)
}

/** The value that a property or an assignment gives an option. */
function valueOf(node: Node): Node {
  if (node.type === 'Property') return node.value
  return node.type === 'AssignmentExpression' ? node.right : node
}

function optionsNode(value: ObjectValue, argument: Node): Node {
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

/** As observed: `true` alone turns credentials on; with anything else no header is sent. */
function credentials(value: Value): Reading<boolean> {
  if (value.kind !== 'literal') return UNSEEN
  return value.value === true ? { value: true, sent: 'true' } : { value: false, sent: null }
}

/** As observed: a number or anything truthy goes out as text. */
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
