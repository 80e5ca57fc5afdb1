import type { Condition, Verdict } from '../values/condition.ts'
import type { InputSource, Node } from '../values/value.ts'
import type { Vocabulary } from '../values/vocabulary.ts'

/** Where code runs, as far as its conditions tell: everywhere, or only in one environment. */
export type Environment = 'any' | 'development' | 'production'

interface GrantBase {
  /** The node to point at. */
  readonly node: Node
  /** Where the policy takes it up; the same node, or the one that refers to it. */
  readonly use: Node
  /** The condition under which this way in is open. */
  readonly when: Condition
  readonly environment: Environment
  /** Whether other origins get another answer. */
  readonly dependsOnOrigin: boolean
  /**
   * What it stands in for: `configuration` that is missing (`process.env.X || '*'`), or an answer that
   * failed (`catch`). `undefined` when it is no fallback.
   */
  readonly fallback: 'configuration' | 'error' | undefined
}

/** `Access-Control-Allow-Origin: *`, written or by default. */
export interface AnyoneGrant extends GrantBase {
  readonly kind: 'anyone'
  /** `default`: the library's default for a missing option; `value`: written in the code. */
  readonly by: 'default' | 'value'
  /**
   * Of a value: `missing` where the library takes it for none (`''`, `false`), `sent` where the star goes out as it is
   * also by a library that echoes origins for a star in its option.
   */
  readonly as?: 'missing' | 'sent'
}

/** The request's origin, sent back without a check. */
export interface EchoGrant extends GrantBase {
  readonly kind: 'echo'
  /**
   * `default`: the library's default for a missing option; `option`: the option that means "any origin" (`true`);
   * `callback`: a function that always allows; `type`: a value that the library cannot compare (`new Set(…)`);
   * `header`: written by hand.
   */
  readonly by: 'default' | 'option' | 'callback' | 'type' | 'header'
  /** For `type`: the class of the value (`Set`), or what it is: `function`, `object`, `number`. */
  readonly type: string | undefined
  /** A check nearby that does not decide anything, if there is one. */
  readonly idleCheck: Node | undefined
}

/** The request's origin, sent back behind a condition that compares it. */
export interface CheckedGrant extends GrantBase {
  readonly kind: 'checked'
  readonly by: EchoGrant['by']
  readonly check: Check
}

/** One literal origin, as it is written: it may be none that a browser ever sends. */
export interface ListedGrant extends GrantBase {
  readonly kind: 'listed'
  readonly origin: string
}

/**
 * The `null` origin: as text, as a JavaScript `null` that becomes that text, or as what a library sends to those who
 * are not on its list.
 */
export interface NullGrant extends GrantBase {
  readonly kind: 'null'
  readonly by: 'text' | 'coercion' | 'refusal'
}

/** Some other part of the request than its origin. */
export interface RequestGrant extends GrantBase {
  readonly kind: 'request'
  readonly source: Exclude<InputSource, 'origin'>
}

/** A value that no browser takes for an origin: it admits nobody. */
export interface UnusableGrant extends GrantBase {
  readonly kind: 'unusable'
  /** Whose requests get it: those of a stranger, only those without an `Origin`, or all. */
  readonly whose: 'stranger' | 'unnamed' | 'all'
  /** The value, as it is written or computed: `undefined`, `''`, `/x/`. */
  readonly value: string
  /** What becomes of it: the text that is sent, an exception where it is written, or requests that the library fails. */
  readonly effect:
    { readonly type: 'sent'; readonly text: string } | { readonly type: 'throws' | 'fails' | 'stops' | 'refused' }
}

/** Something that cannot be seen; no rule speaks about it. */
export interface UnknownGrant extends GrantBase {
  readonly kind: 'unknown'
}

export type Grant =
  AnyoneGrant | EchoGrant | CheckedGrant | ListedGrant | NullGrant | RequestGrant | UnusableGrant | UnknownGrant

/** A condition on the request's origin, as a question. */
export interface Check {
  /**
   * Whether a request with this `Origin` (`null`: without one) gets in, in production.
   * `either` depends on something else; `unseen` cannot be told.
   *
   * @param configuration what environment variables are assumed to hold, `null` where none is set; unseen where it is
   * left out.
   */
  admits(origin: string | null, configuration?: string | null): Verdict
  /** What the condition compares with, as far as the file shows it. */
  readonly vocabulary: Vocabulary
}
