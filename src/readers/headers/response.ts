import { factsOf, listFactsOf, unseenFacts, type Place } from '../../facts.ts'
import type { GrantReader } from '../../grants/reader.ts'
import type { Grant } from '../../grants/model.ts'
import type { Library, Occurrence, Reply, Vary } from '../../policy.ts'
import type { ReadPolicy } from '../reader.ts'
import { and, anyOf, not, or, type Condition } from '../../values/condition.ts'
import { unknown } from '../../values/construct.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { functionName } from '../../values/roles.ts'
import { enclosingFunction, isInside, methodName } from '../../values/tree.ts'
import type { Choices, Node, Value, World } from '../../values/value.ts'
import { coversOrigin, listText, readCredentials, readMaxAge, statusCode } from './contents.ts'
import { ENDING, STATUS } from './replies.ts'
import { unusableIn } from './unusable.ts'
import type { LocatedWrite } from './writes.ts'

/** Headers written by hand: Node and Express responses, fetch-style responses, returned results. */
const LIBRARY: Library = {
  id: 'http',
  version: undefined,
  allowlist: undefined,
  label: 'This response',
  wildcardWithCredentials: 'refused',
  variesByItself: false,
  acceptsPatterns: false,
  defaultMethods: undefined,
  options: [],
}

const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW_CREDENTIALS = 'access-control-allow-credentials'
const OF_PREFLIGHTS = /^access-control-allow-(?:methods|headers)$/
/** What matters here only together with headers of CORS. */
const COLLECTED_BESIDE = /^(?:vary|cache-control|allow|:status|:end)$/

export function isOrigin(write: LocatedWrite): boolean {
  return write.name === ALLOW_ORIGIN
}

/** The writes to one response, put together in the order in which they happen. */
export class ResponsePolicy {
  private readonly writes: readonly LocatedWrite[]
  private readonly grants: GrantReader
  private readonly analysis: Analysis
  /** Requests whose answers a cache may give to others: of a site that is refused, and of none. */
  private readonly readers: readonly World[]

  constructor(writes: readonly LocatedWrite[], grants: GrantReader, analysis: Analysis) {
    this.writes = [...writes].sort((one, other) => compareOrder(one.order, other.order))
    this.grants = grants
    this.readers = [grants.stranger, null].map((origin) => ({ ...READING, origin }))
    this.analysis = analysis
  }

  /**
   * @param isVariedElsewhere whether something else of the file sends `Vary: Origin`.
   * @param bare the fetch-style responses of the file that are returned without CORS headers.
   * @param isOpen whether the response is given headers whose names cannot be seen.
   */
  build(isVariedElsewhere: boolean, bare: readonly LocatedWrite[], isOpen: boolean): ReadPolicy | undefined {
    const { analysis } = this
    const first = this.writes.find((write) => !COLLECTED_BESIDE.test(write.name))
    if (!first) return undefined
    const readList = (choices: Choices, place: Place) => listFactsOf(analysis, choices, place)
    const origins = this.fold(ALLOW_ORIGIN)
    const grants = origins.flatMap(({ write, when }) => this.grantsOf(write, when))
    return {
      library: LIBRARY,
      form: { type: 'headers', writes: this.writes.filter(({ name }) => name !== STATUS && name !== ENDING) },
      node: origins[0]?.write.node ?? first.node,
      frame: (origins[0]?.write ?? first).frame,
      grants,
      stranger: this.grants.stranger,
      options: { written: [], open: false },
      callbackFaults: [],
      credentials: this.facts(ALLOW_CREDENTIALS, isOpen, (choices, place) =>
        factsOf(analysis, choices, place, readCredentials),
      ),
      methods: this.facts('access-control-allow-methods', isOpen, readList),
      allowedHeaders: this.facts('access-control-allow-headers', isOpen, readList),
      exposedHeaders: this.facts('access-control-expose-headers', isOpen, readList),
      maxAge: this.facts('access-control-max-age', isOpen, (choices, place) =>
        factsOf(analysis, choices, place, readMaxAge),
      ),
      preflightContinues: [],
      // Only the answer to a preflight needs to say which methods and headers are allowed.
      preflight: this.writes.some(({ name }) => OF_PREFLIGHTS.test(name)) ? 'answered' : 'unknown',
      vary: isVariedElsewhere ? { state: 'sent' } : this.vary(),
      reply: this.reply(bare),
      happens: (one, request) => analysis.decide(one.when, request).verdict,
      canCoincide: (one, other) => analysis.canHold(and(one.when, other.when)),
    }
  }

  private grantsOf(write: LocatedWrite, when: Condition): readonly Grant[] {
    const grants = this.grants
      .fromHeader(sentChoices(write), when, write.value ?? write.node, write.frame)
      .map((grant) => (write.shape === 'table' ? grant : placeIn(grant, write)))
    // What an echo sends to those who name no origin is the least of its defects.
    const isEcho = grants.some(({ kind }) => kind === 'echo')
    return isEcho ? grants : [...grants, ...unusableIn(this.analysis, this.grants, write, when)]
  }

  /** The writes of one header that survive, each with the condition under which it does. */
  private fold(name: string): readonly Surviving[] {
    let current: Surviving[] = []
    for (const write of this.writes) {
      if (write.name !== name) continue
      if (write.mode !== 'append') {
        current = current.map((one) => ({ write: one.write, when: and(one.when, not(write.when)) }))
        current = current.filter((one) => one.when.op !== 'false' && this.analysis.canHold(one.when))
      }
      if (write.mode !== 'remove') current.push({ write, when: write.when })
    }
    return current
  }

  private facts<T>(
    name: string,
    isOpen: boolean,
    read: (choices: Choices, place: Place) => readonly T[],
  ): readonly (T | ReturnType<typeof unseenFacts>[0])[] {
    const surviving = this.fold(name)
    const [first] = this.writes
    if (surviving.length === 0 && isOpen && first) return unseenFacts(first.node, first.when)
    return surviving.flatMap(({ write, when }) => {
      const { node, value, frame, shape } = write
      return read(write.choices, { node, value, when, frame, isTable: shape === 'table' })
    })
  }

  private occurrences<T>(name: string, read: (value: Value) => T | undefined): readonly Occurrence<T>[] {
    return this.fold(name).flatMap(({ write, when }) =>
      write.choices.map((choice) => ({ value: read(choice.value), node: write.node, when: and(when, choice.when) })),
    )
  }

  private reply(bare: readonly LocatedWrite[]): Reply {
    const emissions = this.fold(ALLOW_ORIGIN).flatMap(({ write, when }) =>
      write.mode === 'remove' ? [] : [{ node: write.node, value: write.value, mode: write.mode, api: write.api, when }],
    )
    const own = new Set(this.writes.filter(isOrigin).map(({ frame }) => frame))
    const ends = [...this.writes.filter(({ name }) => name === ENDING), ...bare.filter(({ frame }) => own.has(frame))]
    return {
      emissions,
      statuses: this.occurrences(STATUS, statusCode),
      ends: ends.map(({ node, when }) => ({ value: true, node, when })),
      allow: this.occurrences('allow', listText),
    }
  }

  /** Whether `Vary: Origin` goes out with refusals and with requests that have no origin, too. */
  private vary(): Vary {
    if (this.isNeverStored() || this.isPreflightOnly()) return { state: 'sent' }
    const covering = this.fold('vary').flatMap(({ write, when }) =>
      write.choices.flatMap((choice) => {
        const covers = coversOrigin([choice])
        return covers === false ? [] : [{ covers, node: write.node, when: and(when, choice.when) }]
      }),
    )
    const [first] = covering
    if (!first) return this.overwritten() ?? { state: 'missing' }
    if (covering.some((one) => one.covers === undefined)) return { state: 'unknown' }
    const isMissedBy = (world: World): boolean =>
      anyOf(covering.map((one) => this.analysis.decide(one.when, world))).verdict === 'no'
    return this.readers.some(isMissedBy) || this.isOnlyForAdmitted(covering)
      ? { state: 'conditional', node: first.node }
      : { state: 'sent' }
  }

  /** Whether `Vary` goes out only where an origin is admitted, by a check that cannot be seen. */
  private isOnlyForAdmitted(varies: readonly { readonly when: Condition }[]): boolean {
    const { analysis } = this
    const admitted = or(...this.fold(ALLOW_ORIGIN).map((one) => one.when))
    return (
      this.readers.some((world) => analysis.decide(admitted, world).verdict === 'unseen') &&
      varies.every((one) => !analysis.canHold(and(one.when, not(admitted))))
    )
  }

  /** A later write that takes a `Vary: Origin` away. */
  private overwritten(): Vary | undefined {
    const varies = this.writes.filter((write) => write.name === 'vary')
    const sent = varies.findIndex((write) => write.mode !== 'remove' && coversOrigin(write.choices) === true)
    const last = varies.at(-1)
    return sent >= 0 && last ? { state: 'overwritten', node: last.node } : undefined
  }

  /** Preflights are cached by their own rules, whatever `Vary` says. */
  private isPreflightOnly(): boolean {
    return this.writes.every(
      (write) =>
        write.name !== ALLOW_ORIGIN ||
        isOptionsHandler(write.node) ||
        this.analysis.decide(write.when, READING).verdict === 'no',
    )
  }

  /** `Cache-Control: no-store` keeps the response out of every cache. */
  private isNeverStored(): boolean {
    const surviving = this.fold('cache-control')
    return surviving.some(({ write, when }) => {
      const isNoStore = write.choices.every(
        ({ value }) => value.kind === 'literal' && /no-store/i.test(String(value.value)),
      )
      return isNoStore && this.readers.every((world) => this.analysis.decide(when, world).verdict !== 'no')
    })
  }
}

/** A write, and the condition under which no later one undoes it. */
interface Surviving {
  readonly write: LocatedWrite
  readonly when: Condition
}

/** A request that reads. */
const READING: World = { environment: 'production', method: 'GET' }

/** `app.options(…)`, `export function OPTIONS()` */
function isOptionsHandler(node: Node): boolean {
  for (let current = enclosingFunction(node); current; current = enclosingFunction(current)) {
    if (functionName(current) === 'OPTIONS') return true
    if (current.parent.type === 'CallExpression' && methodName(current.parent) === 'options') return true
  }
  return false
}

/** Points at the value where it stands in the write, and at the write where it comes from elsewhere. */
function placeIn(grant: Grant, write: LocatedWrite): Grant {
  const isHere = isInside(grant.node, write.node)
  return isHere ? grant : { ...grant, node: write.value ?? write.node }
}

/** What is sent. A platform that is handed an object as its answer decides itself what becomes of `null`. */
function sentChoices({ api, choices }: LocatedWrite): Choices {
  if (api !== 'result') return choices
  return choices.map(({ value, when }) => ({
    value: value.kind === 'literal' && value.value === null ? unknown(value.node) : value,
    when,
  }))
}

/** Source order, where a call stands for all that happens in it. */
function compareOrder(one: readonly number[], other: readonly number[]): number {
  for (const [index, position] of one.entries()) {
    const difference = position - (other[index] ?? -1)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
