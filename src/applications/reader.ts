import type { TSESTree } from '@typescript-eslint/utils'
import type { Contexts } from '../values/contexts.ts'
import type { Analysis } from '../values/evaluate.ts'
import { positionsOf, sequenceOf } from '../values/positions.ts'
import { enclosingFunction, isFunction, methodName, unwrap } from '../values/tree.ts'
import type { Frame, FunctionNode, Node, Value, World } from '../values/value.ts'
import { EscapeReader } from './escapes.ts'
import { exportedHandlers } from './exports.ts'
import { passesOn, refusalBy } from './handlers.ts'
import { identify, identityOf, makerOf, type Identity } from './identity.ts'
import type { Application, ExportedHandler, Handler, Mount, Registration } from './model.ts'
import { comparePositions } from './order.ts'
import { refusalOf } from './packages.ts'

const PRODUCTION: World = { environment: 'production' }
/** What a function says that has to do with preflights. */
const MENTIONS_CORS = /options|preflight|cors|access-control|headers?\b|origin/i
const REGISTERING = /^(?:use|all|get|head|post|put|patch|delete|del|options)$/

type Draft = { -readonly [Key in keyof Application]: Application[Key] } & {
  readonly registrations: Registration[]
  readonly mounts: Registration[]
}

/** A mount, and its place among all of the file. */
interface PlacedMount {
  readonly place: number
  readonly mount: Mount
}

/** The applications and routers of one file, and where the functions of the file are put to work. */
export class Applications {
  private readonly analysis: Analysis
  private readonly contexts: Contexts
  private readonly drafts = new Map<string, Draft>()
  private readonly registrations: Registration[] = []
  private readonly mountsByOrigin: ReadonlyMap<Node, readonly PlacedMount[]>

  constructor(analysis: Analysis, contexts: Contexts) {
    this.analysis = analysis
    this.contexts = contexts
    for (const call of analysis.tree.calls) {
      if (!REGISTERING.test(methodName(call) ?? '')) continue
      for (const frame of contexts.of(call)) {
        analysis.refuel()
        this.register(call, frame)
      }
    }
    for (const registration of this.registrations)
      this.draftOf(registration.application)?.registrations.push(registration)
    for (const draft of this.drafts.values())
      draft.registrations.sort((one, other) => comparePositions(one.order, other.order))
    const names = new Set(this.registrations.map(({ target }) => this.textOf(target)))
    const escapes = new EscapeReader(analysis, contexts, names, (key) => this.drafts.get(key))
    escapes.mark()
    this.mountsByOrigin = this.indexMounts(exportedHandlers(analysis))
  }

  /**
   * Where a policy is put to work.
   *
   * @param made the call that makes it, or a write of one of its headers.
   * @param frame the activation in which that happens.
   */
  mountsOf(made: Node, frame: Frame | null): readonly Mount[] {
    const origins = new Set<Node>([made])
    this.addFunctions(made, frame, origins)
    // Headers that stand in an object of the module are written by the function that uses it.
    if (frame && isFunction(frame.owner)) this.addActivation(frame.owner, frame, origins)
    const mounts = [...origins].flatMap((origin) => this.mountsByOrigin.get(origin) ?? [])
    return mounts.sort((one, other) => one.place - other.place).map(({ mount }) => mount)
  }

  private indexMounts(exported: readonly ExportedHandler[]): ReadonlyMap<Node, readonly PlacedMount[]> {
    const index = new Map<Node, PlacedMount[]>()
    let place = 0
    const add = (origin: Node, mount: Mount): void => {
      const known = index.get(origin) ?? []
      index.set(origin, known)
      known.push({ place: place++, mount })
    }
    for (const registration of this.registrations)
      for (const handler of registration.handlers) add(handler.origin, { type: 'registration', registration, handler })
    for (const handler of exported) add(handler.fn, { type: 'export', handler })
    return index
  }

  /** The functions around a node, and those that call them. */
  private addFunctions(node: Node, frame: Frame | null, found: Set<Node>): void {
    const fn = enclosingFunction(node)
    if (!fn) return
    let own = frame
    while (own && own.owner !== fn) own = own.outer
    this.addActivation(fn, own, found)
  }

  private addActivation(fn: FunctionNode, own: Frame | null, found: Set<Node>): void {
    if (found.has(fn)) return
    found.add(fn)
    if (own?.entry && own.entry.node !== fn) this.addFunctions(own.entry.node, own.entry.frame, found)
    this.addFunctions(fn, this.analysis.frameOf(fn, own), found)
  }

  private register(call: TSESTree.CallExpression, frame: Frame | null): void {
    const callee = unwrap(call.callee)
    if (callee.type !== 'MemberExpression') return
    const { target, route } = this.targetOf(callee.object)
    const identity = identify(this.analysis, this.contexts, target, frame)
    if (!identity) return
    const name = methodName(call) ?? ''
    const method = name === 'del' ? 'DELETE' : name.toUpperCase()
    const { path, pathNode, rest } = this.pathIn(call.arguments, method, route, frame)
    const handlers = rest.flatMap((argument) => this.handlersIn(argument, frame))
    if (handlers.length === 0) return
    const application = this.draftFor(identity)
    const when = this.analysis.reach(call, frame)
    const { verdict } = this.analysis.decide(when, PRODUCTION)
    const registration: Registration = {
      application,
      node: call,
      target,
      method,
      path,
      pathNode,
      handlers,
      when,
      inProduction: verdict === 'yes' || verdict === 'no' ? verdict : 'perhaps',
      sequence: sequenceOf(call, frame),
      order: [...positionsOf(frame), callee.property.range[0]],
    }
    this.registrations.push(registration)
    for (const handler of handlers) this.draftOf(handler.application)?.mounts.push(registration)
  }

  /** `app` in `app.get(…)`, in `app.use(…).get(…)` and in `app.route('/item').get(…)`. */
  private targetOf(node: Node): { readonly target: Node; readonly route?: TSESTree.CallExpression } {
    let route: TSESTree.CallExpression | undefined
    let target = unwrap(node)
    while (target.type === 'CallExpression') {
      const method = methodName(target)
      const callee = unwrap(target.callee)
      if (callee.type !== 'MemberExpression' || (method !== 'route' && !REGISTERING.test(method ?? ''))) break
      if (method === 'route') route = target
      target = unwrap(callee.object)
    }
    return route ? { target, route } : { target }
  }

  private pathIn(
    args: readonly TSESTree.CallExpressionArgument[],
    method: string,
    route: TSESTree.CallExpression | undefined,
    frame: Frame | null,
  ): { path: string | undefined; pathNode: Node | undefined; rest: readonly TSESTree.CallExpressionArgument[] } {
    const first = route ? route.arguments[0] : args[0]
    const [, ...rest] = args
    if (!first || first.type === 'SpreadElement') return { path: undefined, pathNode: undefined, rest: args }
    const values = this.analysis.evaluate(first, frame, {})
    const [only, another] = values
    const path =
      only?.value.kind === 'literal' && !another && typeof only.value.value === 'string' ? only.value.value : undefined
    if (route) return { path, pathNode: first, rest: args }
    const isPath = values.every(
      ({ value }) => value.kind === 'regexp' || (value.kind === 'literal' && typeof value.value === 'string'),
    )
    if (isPath || method !== 'USE') return { path, pathNode: first, rest }
    if (args.length > 1 && this.mayBePath(first, values)) return { path: undefined, pathNode: first, rest: args }
    return { path: '/', pathNode: undefined, rest: args }
  }

  /** A name from elsewhere, or a list, in front of other arguments: a path as well as a middleware. */
  private mayBePath(first: Node, values: ReturnType<Analysis['evaluate']>): boolean {
    if (unwrap(first).type === 'CallExpression') return false
    return values.some(
      ({ value }) =>
        value.kind === 'list' ||
        value.kind === 'unknown' ||
        value.kind === 'input' ||
        (value.kind === 'external' && !identityOf(this.analysis, this.contexts, value, first)),
    )
  }

  private handlersIn(argument: TSESTree.CallExpressionArgument, frame: Frame | null, depth = 0): readonly Handler[] {
    if (argument.type === 'SpreadElement') return [this.handler(argument, undefined, undefined)]
    const bare = unwrap(argument)
    if (bare.type === 'ArrayExpression' && depth < 3)
      return bare.elements.flatMap((element) => (element ? this.handlersIn(element, frame, depth + 1) : []))
    const ownIdentity = identify(this.analysis, this.contexts, argument, frame)
    return this.analysis.evaluate(argument, frame, {}).flatMap(({ value }): readonly Handler[] => {
      if (value.kind !== 'list') return [this.handler(argument, value, ownIdentity)]
      const items = value.items.flatMap((item) => item.choices())
      return [
        ...items.map((choice) => this.handler(argument, choice.value, undefined)),
        ...(value.open ? [this.handler(argument, undefined, undefined)] : []),
      ]
    })
  }

  private handler(node: Node, value: Value | undefined, identity: Identity | undefined): Handler {
    const { analysis } = this
    const fn = value?.kind === 'function' ? value : undefined
    const maker = value && makerOf(analysis, value)
    const origin = value && 'node' in value ? value.node : node
    let refusal: { status: number | undefined } | undefined
    const refusedBy = (): number | undefined => {
      if (fn) return refusalBy(analysis, fn)
      return maker && refusalOf(maker, this.textOf(origin))
    }
    return {
      node,
      origin,
      fn,
      application: identity && this.draftFor(identity),
      package: maker,
      refusal: () => (refusal ??= { status: refusedBy() }).status,
      mentionsCors: () => !fn || MENTIONS_CORS.test(this.textOf(fn.node)),
      isForErrors: fn?.node.params.length === 4,
      passesOn: () => !fn || passesOn(analysis, fn),
    }
  }

  private draftFor({ key, kind, isCreatedHere }: Identity): Draft {
    let draft = this.drafts.get(key)
    if (!draft) {
      draft = {
        kind,
        isCreatedHere,
        isShared: false,
        isExported: false,
        isServed: false,
        isOnPlatform: false,
        registrations: [],
        mounts: [],
      }
      this.drafts.set(key, draft)
    }
    return draft
  }

  private draftOf(application: Application | undefined): Draft | undefined {
    for (const draft of this.drafts.values()) if (draft === application) return draft
    return undefined
  }

  private textOf(node: Node): string {
    return this.analysis.text.slice(node.range[0], node.range[1])
  }
}
