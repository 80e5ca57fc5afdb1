import type { ModuleExport } from '../modules.ts'
import type { Condition } from '../values/condition.ts'
import type { FunctionValue, Node } from '../values/value.ts'

/** An application or a router: what requests go through, in the order of its registrations. */
export interface Application {
  readonly kind: 'application' | 'router'
  /** False for a parameter or an import: something may have been registered before this file saw it. */
  readonly isCreatedHere: boolean
  /** Handed to code that cannot be seen, which may register whatever it likes. */
  readonly isShared: boolean
  /** Exported, returned or stored: other files may go on registering. */
  readonly isExported: boolean
  /** Serves requests from this file on: `app.listen(…)`, `createServer(app)`. */
  readonly isServed: boolean
  /** Behind a platform that may answer preflights before it: an API gateway, a function URL. */
  readonly isOnPlatform: boolean
  /** In source order. */
  readonly registrations: readonly Registration[]
  /** Where it is used as a handler of another application. */
  readonly mounts: readonly Registration[]
}

/** One call such as `app.use(…)` or `router.put('/item', …)`, in one activation. */
export interface Registration {
  readonly application: Application
  readonly node: Node
  /** The expression of the application: `app` in `app.use(…)`, `app.route('/item')` in what is chained to it. */
  readonly target: Node
  /** `USE` for a middleware, `ALL`, or the method in upper case. */
  readonly method: string
  /** `/` where it has none; `undefined` when it cannot be seen. */
  readonly path: string | undefined
  /** The argument that is the path. */
  readonly pathNode: Node | undefined
  readonly handlers: readonly Handler[]
  readonly when: Condition
  /** Whether it takes place in production: `no` under a development guard. */
  readonly inProduction: 'yes' | 'no' | 'perhaps'
  /**
   * What runs from top to bottom together with it: the module (`null`), or a function that is entered from
   * outside or waits. Registrations of different sequences have no order that the file shows.
   */
  readonly sequence: Node | null
  /** The positions of the calls that lead to it, and its own. */
  readonly order: readonly number[]
}

/** One handler of a registration. */
export interface Handler {
  /** The argument it is given as. */
  readonly node: Node
  /** Where its value is made: the call of a factory, the function. */
  readonly origin: Node
  readonly fn: FunctionValue | undefined
  readonly application: Application | undefined
  /** The package export it is, or that makes it; calls are steps: `json()`. */
  readonly package: ModuleExport | undefined
  /**
   * The status with which it refuses every request that brings no credentials, preflights included;
   * `undefined` when it lets some of them pass or cannot be seen.
   */
  refusal(): number | undefined
  /** Whether a function says anything about preflights, headers or origins; true where it cannot be seen. */
  mentionsCors(): boolean
  /** Whether it takes errors instead of requests: `(error, req, res, next)`. */
  readonly isForErrors: boolean
  /** Whether it can pass a request on to the next handler; `false` only when it certainly does not. */
  passesOn(): boolean
}

/** A function that a module exports for one method: `export function POST()`. */
export interface ExportedHandler {
  /** Upper case. */
  readonly method: string
  /** The name it is exported under. */
  readonly node: Node
  readonly fn: Node
  /** Every handler that the module exports, by its method; `undefined` when there may be more. */
  readonly methods: ReadonlySet<string> | undefined
  /** Whether it reads the body of the request as JSON. */
  readonly readsJson: boolean
}

/** Where a policy is put to work. */
export type Mount =
  | { readonly type: 'registration'; readonly registration: Registration; readonly handler: Handler }
  | { readonly type: 'export'; readonly handler: ExportedHandler }
