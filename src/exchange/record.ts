/**
 * A policy as data: what the inventory lists, what its report shows, and what `exchange` answers from. JSON all the way
 * down, so that it passes from worker to worker, into a file and into a page. `undefined` never occurs: what cannot be
 * seen is `unknown`.
 */

/** Lines and columns start at 1, as ESLint reports them; the end is exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Whether something is the case for a request: `perhaps` depends on something else than its origin. */
export type Certainty = 'yes' | 'no' | 'perhaps' | 'unknown'

/** One value that a part of a policy can have. */
export type Setting<T> =
  /** `isDefault`: nothing in the code sets it, it is what the library does by itself. */
  | { readonly state: 'set'; readonly value: T; readonly isDefault: boolean }
  /** Nothing is sent. */
  | { readonly state: 'absent' }
  /** It cannot be seen. */
  | { readonly state: 'unknown' }

/** One way in, and for which of the origins that were asked about it is open. */
export interface Way {
  /**
   * Who may read: `anyone` by `*`; `echo`: every site, by its own name; `checked`: those who pass a check; `listed`: one
   * origin; `null`; `request`: whoever another part of the request names; `unusable`: nobody, the value is no origin;
   * `unknown`.
   */
  readonly kind: 'anyone' | 'echo' | 'checked' | 'listed' | 'null' | 'request' | 'unusable' | 'unknown'
  /**
   * What `Access-Control-Allow-Origin` says; `origin`: the request's own; `other`: something that is nobody's origin;
   * `nothing`: the header is not sent.
   */
  readonly sends:
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'origin' }
    | { readonly type: 'other' }
    | { readonly type: 'nothing' }
    | { readonly type: 'unknown' }
  /** Open to an origin, by its name as a browser sends it; the key `''` is a request without one. */
  readonly open: Readonly<Record<string, Certainty>>
  /** Whether credentials are allowed together with it. */
  readonly credentials: Certainty
  readonly environment: 'any' | 'development' | 'production'
  /** What it stands in for: missing configuration or an answer that failed; `null` where it is no fallback. */
  readonly fallback: 'configuration' | 'error' | null
  /** The code of the check, and an origin of an attacker's that passes it; `null` where there is none. */
  readonly check: { readonly code: string; readonly names: readonly string[]; readonly witness: string | null } | null
  /** Why nobody is let in by it, where the value is no origin; `null` otherwise. */
  readonly failure: string | null
  readonly place: Place
}

/** Where a policy is put to work. */
export interface MountRecord {
  /** In upper case; `USE` for a middleware, `ALL`. */
  readonly method: string
  /** `null` where it cannot be seen. */
  readonly path: string | null
}

/** What a rule says about a policy, or about a file. */
export interface FindingRecord extends Place {
  /** The name of the rule, without that of the plugin. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Whether a comment in the code silences it. */
  readonly isSuppressed: boolean
}

/** What one piece of code tells browsers about cross-origin reads. */
export interface PolicyRecord {
  readonly library: { readonly id: string; readonly label: string }
  readonly place: Place
  /** All places that belong to it: findings that lie in one of them are about it. */
  readonly places: readonly Place[]
  /** The code from its first line on, and the number of that line. */
  readonly code: { readonly text: string; readonly firstLine: number }
  readonly mounts: readonly MountRecord[]
  /** Whether the servers of the file answer on the loopback interface only. */
  readonly isLocal: boolean
  /** Whether it is at work during development only. */
  readonly isDevelopmentOnly: boolean
  /** An origin that the file does not name: any website. */
  readonly stranger: string
  readonly ways: readonly Way[]
  readonly credentials: readonly Setting<boolean>[]
  readonly methods: readonly Setting<readonly string[]>[]
  readonly allowedHeaders: readonly Setting<readonly string[]>[]
  readonly exposedHeaders: readonly Setting<readonly string[]>[]
  /** Seconds, or the text that is sent. */
  readonly maxAge: readonly Setting<number | string>[]
  readonly preflight: 'answered' | 'unanswered' | 'unknown'
  readonly vary: 'sent' | 'missing' | 'conditional' | 'overwritten' | 'unknown'
  readonly dependsOnOrigin: boolean
}
