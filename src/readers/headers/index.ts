import { GrantReader } from '../../grants.ts'
import { STRANGER } from '../../origins/stranger.ts'
import type { Analysis } from '../../values/evaluate.ts'
import type { Fact, Grant, Library, Policy, Vary } from '../../policy.ts'
import type { Reader } from '../reader.ts'
import { and, anyOf, not, type Condition } from '../../values/condition.ts'
import { functionName } from '../../values/roles.ts'
import { enclosingFunction, methodName } from '../../values/tree.ts'
import type { Choices, Node, Value, World } from '../../values/value.ts'
import { WriteCollector, type LocatedWrite } from './writes.ts'

/** Headers written by hand: Node and Express responses, fetch-style responses, returned results. */
const LIBRARY: Library = {
  id: 'http',
  label: 'This response',
  wildcardWithCredentials: 'refused',
  variesByItself: false,
}

const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW_CREDENTIALS = 'access-control-allow-credentials'

export const headersReader: Reader = {
  *read({ analysis, contexts }) {
    const byResponse = new Map<string, LocatedWrite[]>()
    for (const write of new WriteCollector(analysis, contexts).collect()) {
      const group = byResponse.get(write.receiver)
      if (group) group.push(write)
      else byResponse.set(write.receiver, [write])
    }
    const grants = new GrantReader(analysis)
    const groups = [...byResponse.values()]
    // A middleware of its own that only says `Vary: Origin` says it for every response of the file.
    const isVariedElsewhere = groups.some(
      (group) =>
        !group.some(isOrigin) && group.some((write) => write.name === 'vary' && coversOrigin(write.choices) !== false),
    )
    for (const group of groups) {
      analysis.refuel()
      const policy = new ResponsePolicy(group, grants, analysis).build(isVariedElsewhere)
      if (policy) yield policy
    }
  },
}

function isOrigin(write: LocatedWrite): boolean {
  return write.name === ALLOW_ORIGIN
}

/** The writes to one response, put together in the order in which they happen. */
class ResponsePolicy {
  private readonly writes: readonly LocatedWrite[]
  private readonly grants: GrantReader
  private readonly analysis: Analysis

  constructor(writes: readonly LocatedWrite[], grants: GrantReader, analysis: Analysis) {
    this.writes = writes
    this.grants = grants
    this.analysis = analysis
  }

  build(isVariedElsewhere: boolean): Policy | undefined {
    const { analysis } = this
    const first = this.writes.find((write) => write.name.startsWith('access-control-'))
    if (!first) return undefined
    const origins = this.fold(ALLOW_ORIGIN)
    const grants = origins.flatMap(({ write, when }) =>
      this.grants
        .fromHeader(write.choices, when, write.value ?? write.node, write.frame)
        .map((grant): Grant => place(grant, write)),
    )
    return {
      library: LIBRARY,
      form: { type: 'headers', writes: this.writes },
      node: origins[0]?.write.node ?? first.node,
      frame: first.frame,
      grants,
      credentials: this.facts(ALLOW_CREDENTIALS, isTrue),
      methods: this.facts('access-control-allow-methods', listText),
      allowedHeaders: this.facts('access-control-allow-headers', listText),
      exposedHeaders: this.facts('access-control-expose-headers', listText),
      maxAge: this.facts('access-control-max-age', ageText),
      vary: isVariedElsewhere ? { state: 'sent' } : this.vary(),
      path: undefined,
      canCoincide: (one, other) => analysis.canHold(and(one.when, other.when)),
    }
  }

  /** The writes of one header that survive, each with the condition under which it does. */
  private fold(name: string): readonly { readonly write: LocatedWrite; readonly when: Condition }[] {
    let current: { write: LocatedWrite; when: Condition }[] = []
    for (const write of this.writes) {
      if (write.name !== name) continue
      const isAlone = write.shape !== 'property' || current.every((one) => one.write.frame === write.frame)
      if (write.mode === 'set' && isAlone) {
        current = current.map((one) => ({ write: one.write, when: and(one.when, not(write.when)) }))
        current = current.filter((one) => one.when.op !== 'false' && this.analysis.canHold(one.when))
      }
      current.push({ write, when: write.when })
    }
    return current
  }

  private facts<T>(name: string, read: (value: Value) => T | undefined): readonly Fact<T>[] {
    return this.fold(name).flatMap(({ write, when }) =>
      write.choices.map((choice) => ({ value: read(choice.value), node: write.node, when: and(when, choice.when) })),
    )
  }

  /** Whether `Vary: Origin` goes out with refusals and with requests that have no origin, too. */
  private vary(): Vary {
    if (this.isNeverStored() || this.isPreflightOnly()) return { state: 'sent' }
    const varies = this.fold('vary').flatMap(({ write, when }) =>
      write.choices.map((choice) => ({
        covers: coversOrigin([choice]),
        node: write.node,
        when: and(when, choice.when),
      })),
    )
    const covering = varies.filter((one) => one.covers !== false)
    const [firstVary] = covering
    if (!firstVary) return { state: 'missing' }
    if (covering.some((one) => one.covers === undefined)) return { state: 'unknown' }
    for (const origin of [STRANGER, null]) {
      const world = this.grants.world(origin)
      const decision = anyOf(covering.map((one) => this.analysis.decide(one.when, world)))
      if (decision.verdict === 'no') return { state: 'conditional', node: firstVary.node }
    }
    return { state: 'sent' }
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
    return this.writes.some(
      (write) =>
        write.name === 'cache-control' &&
        write.choices.some(({ value }) => value.kind === 'literal' && /no-store/i.test(String(value.value))),
    )
  }
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
function place(grant: Grant, write: LocatedWrite): Grant {
  const isHere = grant.node.range[0] >= write.node.range[0] && grant.node.range[1] <= write.node.range[1]
  return isHere ? grant : { ...grant, node: write.value ?? write.node }
}

function coversOrigin(choices: Choices): boolean | undefined {
  let covers: boolean | undefined = false
  for (const { value } of choices) {
    const names = listText(value)
    if (!names) return undefined
    if (names.some((name) => name === '*' || name.toLowerCase() === 'origin')) covers = true
  }
  return covers
}

function isTrue(value: Value): boolean | undefined {
  if (value.kind === 'literal') return value.value === true || value.value === 'true'
  return undefined
}

/** A comma list, or an array of names. */
function listText(value: Value): readonly string[] | undefined {
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? value.value.split(',').map((name) => name.trim()) : []
  if (value.kind !== 'list' || value.open) return undefined
  const names = value.items.map((item) => item.choices()[0]?.value)
  return names.every((name) => name?.kind === 'literal')
    ? names.map((name) => (name.kind === 'literal' ? String(name.value) : ''))
    : undefined
}

function ageText(value: Value): number | string | undefined {
  return value.kind === 'literal' && (typeof value.value === 'number' || typeof value.value === 'string')
    ? value.value
    : undefined
}
