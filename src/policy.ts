import type { Mount } from './applications/model.ts'
import type { Environment, Grant } from './grants/model.ts'
import type { Condition, Verdict } from './values/condition.ts'
import type { Frame, Node, Primitive, World } from './values/value.ts'

/**
 * What happens to `*` with credentials: browsers refuse it, the library answers every origin by name, or it leaves
 * credentials out.
 */
export type WildcardWithCredentials = 'refused' | 'echoed' | 'dropped'

/** The semantics of a library that rules ask about; data of its reader. */
export interface Library {
  /** The npm package, or `http` for headers written by hand. */
  readonly id: string
  /** The version that was observed; `undefined` for headers written by hand. */
  readonly version: string | undefined
  /** How messages call it. */
  readonly label: string
  readonly wildcardWithCredentials: WildcardWithCredentials
  /** Whether it sends `Vary: Origin` by itself with every origin that it lets in, where others are not. */
  readonly variesByItself: boolean
  /** Whether it is at work for routes that were registered before it, too. */
  readonly reachesEarlierRoutes?: boolean
  /** Whether its list of origins may hold regular expressions. */
  readonly acceptsPatterns: boolean
  /**
   * The form of an allowlist: the list itself; a text that holds one origin, which will do for a list of one; code for
   * the option, in which `LIST` stands for the name of the list; or none that would do.
   */
  readonly allowlist: 'list' | 'one' | AllowlistCode | undefined
  /** Whether an empty list lets everybody in. */
  readonly emptyListAdmits?: boolean
  /** The option that takes the list, where other options are about origins too; the first of them unless told. */
  readonly allowlistOption?: string
  /** Every option it takes; whatever else it is given, it ignores, unless it refuses to start. */
  readonly options: readonly LibraryOption[]
  readonly refusesUnknown?: boolean
  /** What to do instead where it has no option for origins, as a sentence without its full stop. */
  readonly instead?: string
  /** The major version before which it echoed whatever origin asked, where it sends `*` without an option today. */
  readonly echoedBefore?: number
  /** What it answers to preflights where the option is missing; `undefined` where it is nothing. */
  readonly defaultMethods: readonly string[] | undefined
}

/** An allowlist that a library takes as code. */
export interface AllowlistCode {
  /** An expression, in single quotes and without semicolons; `LIST` stands for the name of the list. */
  readonly code: string
  /** The same for TypeScript, where the types of the library do not say what its parameters are. */
  readonly typed?: string
  /** Whether the list itself goes in, where nothing runs often. */
  readonly isInline?: boolean
  /**
   * Whether the code asks a request: a function of `request` that returns the options has to take their place. A list
   * of one origin does without.
   */
  readonly isPerRequest?: boolean
}

/** One option of a library. */
export interface LibraryOption {
  readonly name: string
  /** The part of a policy that it sets; `undefined` when it is about something else. Two options may set one part. */
  readonly part: OptionPart | undefined
  /** What happens without it, as the end of a sentence. */
  readonly absent: string
  /** Whether it has to be a list: what is asked of a text fails then. */
  readonly isListOnly?: boolean
}

/** What a library calls the option that sets a part; the part itself where it has none. */
export function nameOfOption({ options }: Library, part: OptionPart): string {
  return options.find((option) => option.part === part)?.name ?? part
}

/** The parts of a policy that libraries have options for. */
export type OptionPart = 'origin' | 'methods' | 'allowedHeaders' | 'exposedHeaders' | 'credentials' | 'maxAge'

/** An option as the code writes it, whether the library knows it or not. */
export interface WrittenOption {
  readonly name: string
  /** The property or the assignment. */
  readonly node: Node
  readonly when: Condition
  readonly environment: Environment
}

/** The options that a policy is given. */
export interface WrittenOptions {
  readonly written: readonly WrittenOption[]
  /** True when there may be further ones that cannot be seen. */
  readonly open: boolean
}

/**
 * What a function that is asked about an origin does with the callback it has to call, where that goes wrong in
 * production. Nothing is said about a callback that is handed to code which cannot be seen.
 */
export type CallbackFault =
  /** It never calls back; the node is the function. */
  | { readonly kind: 'never'; readonly node: Node }
  /** It returns something else than the promise that it has to return; the node is the function. */
  | { readonly kind: 'unpromised'; readonly node: Node }
  /** It ends here, by a `return` or at its end, and has not called back. */
  | { readonly kind: 'unanswered'; readonly node: Node }
  /**
   * It does not call back for this `Origin` (`null`: for a request without one; `undefined`: for one that it does
   * not let in, by a check that cannot be seen); the node is the function.
   */
  | { readonly kind: 'unansweredFor'; readonly node: Node; readonly origin: string | null | undefined }
  /** This call comes after another one in the same run. */
  | { readonly kind: 'repeated'; readonly node: Node; readonly first: Node }
  /** This call answers an origin that is refused with an error. */
  | { readonly kind: 'refusal'; readonly node: Node }

/** A part of a policy: each value it can have, under its condition. Empty when it is not set. */
export type Part<T> = readonly Fact<T>[]

/** One thing that can happen, under its condition. */
export interface Occurrence<T> {
  /** `undefined` when the value cannot be seen. */
  readonly value: T | undefined
  readonly node: Node
  readonly when: Condition
}

export interface Fact<T> extends Occurrence<T> {
  /** What the library makes of it; `undefined` when the value cannot be seen. */
  readonly value: T | undefined
  /** False where it cannot even be seen whether anything sets it. */
  readonly isSet: boolean
  /** The option or the write that sets it. */
  readonly node: Node
  /** The expression of the value: the constant where it stands in the option or the write, or what refers to it. */
  readonly source: Node
  /** True where nothing in the code sets it: it is what the library does by itself. */
  readonly isDefault?: boolean
  /** The constant as it is written (`'True'`, `1`, `'24h'`); `undefined` when it is none or cannot be seen. */
  readonly written: Primitive
  /** The text that goes out as the header; `null` when none does, `undefined` when that cannot be seen. */
  readonly sent: string | null | undefined
  readonly when: Condition
  readonly environment: Environment
}

/** A list of methods or header names. */
export interface ListFact extends Fact<readonly string[]> {
  /** The names that can be seen, also where others cannot. */
  readonly entries: readonly Entry[]
}

/** One name of a list. */
export interface Entry {
  /** Without the white space around it. */
  readonly name: string
  /** The element of an array, the text that holds the comma list, or the expression that makes it. */
  readonly node: Node
  /** Where the name stands in the text of the node; the whole node where that cannot be told. */
  readonly range: readonly [start: number, end: number]
  /** The condition under which the list has it. */
  readonly when: Condition
}

/** One `Access-Control-Allow-Origin` that no later write replaces. */
export interface Emission {
  readonly node: Node
  /** Where the value of the header stands. */
  readonly value: Node | undefined
  /** `append` adds a line to what is there already. */
  readonly mode: 'set' | 'append'
  readonly api: HeaderWrite['api']
  readonly when: Condition
}

/** What else the response of a policy says that is written by hand. */
export interface Reply {
  readonly emissions: readonly Emission[]
  /** Status codes; 200 where none is written. */
  readonly statuses: readonly Occurrence<number>[]
  /** Where the response is sent off: no header can follow. */
  readonly ends: readonly Occurrence<true>[]
  /** The `Allow` header (RFC 9110, 10.2.1), which browsers do not look at. */
  readonly allow: readonly Occurrence<readonly string[]>[]
}

/** What a policy does about `Vary: Origin`. */
export type Vary =
  /** Sent wherever the answer depends on the origin, or nothing depends on it. */
  | { readonly state: 'sent' }
  | { readonly state: 'missing' }
  /** Sent with some answers only: not with refusals. */
  | { readonly state: 'conditional'; readonly node: Node }
  /** Sent, until the node replaces it by something else. */
  | { readonly state: 'overwritten'; readonly node: Node }
  | { readonly state: 'unknown' }

/** How the policy is written; `fixes` edits along this. */
export type Form =
  /** An options object, or the place in a call where one would go. */
  | {
      readonly type: 'options'
      /** The call, or the object of a configuration, by which the library is told. */
      readonly call: Node
      /** What stands where the options go. */
      readonly options: Node | undefined
      /** Where an option is added: its node, and the names of the properties that lead from there to the options. */
      readonly slot: Slot
      /** Whether what stands there turns the library on, such as `true`, and is no value of an option. */
      readonly isSwitch?: boolean
      /** Whether the library is only told from a name or a type: another one may be given the same options. */
      readonly isGuessed?: boolean
    }
  /** Header writes on one response. */
  | { readonly type: 'headers'; readonly writes: readonly HeaderWrite[] }

/** Where an option that is missing would go. */
export interface Slot {
  /** The innermost object or call that is there, or a value that takes the place of an object. */
  readonly node: Node
  /** The argument of the call that it goes to, from 0. */
  readonly argument: number
  /** The properties on the way that are missing too. */
  readonly missing: readonly string[]
  /** Whether other arguments make room for it. */
  readonly isInserted?: boolean
  /** Other properties of an object that has to be made for it, as code. */
  readonly beside?: string
}

/** One write of one header. */
export interface HeaderWrite {
  /** Lower case. */
  readonly name: string
  /** The name as it is written, and the node that writes it: a text, a key, or what refers to it. */
  readonly written: string
  readonly nameNode: Node
  readonly mode: 'set' | 'append' | 'remove'
  /** The call, property, list element or assignment that writes it. */
  readonly node: Node
  readonly value: Node | undefined
  /** `table`: one call that writes whatever headers a loop hands it; `pair`: `{ key, value }` in a list. */
  readonly shape: 'call' | 'table' | 'property' | 'entry' | 'assignment' | 'pair'
  /**
   * Whose way of writing it is: Node's response, Express's, Fastify's, Koa's or Hono's, a fetch-style
   * `Headers`, a function that is handed h3's event, a plain object that is returned, or a declaration
   * that no request is at hand for.
   */
  readonly api: 'node' | 'express' | 'fastify' | 'koa' | 'hono' | 'fetch' | 'event' | 'result' | 'declared'
  /** The expression of the response, where the write is a call on it. */
  readonly target: Node | undefined
  /**
   * Of a declaration that sends the request's origin back: the pattern that the origin is compared with, or the object
   * that would hold one.
   */
  readonly pattern?: Node | undefined
  readonly when: Condition
  readonly environment: Environment
}

/**
 * What one piece of code tells browsers about cross-origin reads: one `cors()` call, one
 * framework option, or all Access-Control-* writes to the same response in one function.
 */
export interface Policy {
  readonly library: Library
  readonly form: Form
  /** The node that stands for the whole policy. */
  readonly node: Node
  readonly frame: Frame | null
  readonly grants: readonly Grant[]
  /** An origin that this file does not name: any website. */
  readonly stranger: string
  readonly options: WrittenOptions
  readonly callbackFaults: readonly CallbackFault[]
  readonly credentials: Part<boolean>
  readonly methods: readonly ListFact[]
  readonly allowedHeaders: readonly ListFact[]
  readonly exposedHeaders: readonly ListFact[]
  /** Seconds. */
  readonly maxAge: Part<number | string>
  /** Whether preflights go on to the next handler instead of being answered. */
  readonly preflightContinues: readonly Occurrence<boolean>[]
  /**
   * Whether browsers ask this policy before they send a request (Fetch, "CORS-preflight fetch"). `unanswered`: it is
   * put to work for other methods than `OPTIONS` only, so what it says about methods, request headers and times
   * reaches no preflight.
   */
  readonly preflight: 'answered' | 'unanswered' | 'unknown'
  readonly vary: Vary
  /** Where it is put to work, as far as the file shows. */
  readonly mounts: readonly Mount[]
  /** Whether the servers of the file answer on the loopback interface only. */
  readonly isLocal: boolean
  /** The response it belongs to, for headers that are written by hand. */
  readonly reply: Reply | undefined
  /** Whether something of it happens for such a request. */
  happens(one: { readonly when: Condition }, request: World): Verdict
  /** Whether two of its parts can happen in the same run. */
  canCoincide(one: { readonly when: Condition }, other: { readonly when: Condition }): boolean
}

/** A request that the code sends somewhere else, with the headers that it is given here. */
export interface OutgoingRequest {
  /** The call that sends it, prepares it, or gives it a header. */
  readonly node: Node
  /** How messages call what sends it. */
  readonly label: string
  /** Whether a page may send it, so that browsers ask before they do. */
  readonly runsInBrowsers: boolean
  readonly headers: readonly RequestHeader[]
}

/** One header of a request. */
export interface RequestHeader {
  /** Lower case. */
  readonly name: string
  /** The property, list element, call or assignment that gives it. */
  readonly node: Node
  /** Whether nothing but requests uses what it is written in. */
  readonly isOwn: boolean
}

/** A server that takes WebSocket connections, and what the file shows of its handshakes. */
export interface SocketServer {
  readonly node: Node
  /** Whether something on the way compares or hands on what the handshake says about its origin. */
  readonly checksOrigin: boolean | 'unseen'
  /** Where a handler takes the session of the visitor from the handshake. */
  readonly session: Node | undefined
  /** The object that takes a `verifyClient`, where one can be added. */
  readonly options: Node | undefined
}
