import type { Server } from 'node:http'

/** What a module of the served code exports. */
export type Exports = Readonly<Record<string, unknown>>

/** How one library, or one way of writing headers, is served and judged. */
export interface Library {
  readonly name: string
  /** Turns what the served module exports into a server that does not listen yet. */
  listen(exports: Exports): Server | Promise<Server>
  /** Gives up what else the exports hold on to, after the server is closed. */
  stop?(exports: Exports): Promise<void>
  /** Other majors are installed under names of their own: what the served text is to import instead of what it says. */
  readonly installedAs?: Readonly<Record<string, string>>
  /**
   * Who writes `Vary`. Where the library does, a missing one is not the code's to repair, and no rule is expected
   * to speak about it.
   */
  readonly vary: 'by hand' | 'by the library'
  /** Whether the framework around the library replaces the `Vary` that it sends. */
  readonly replacesVary?: boolean
}

/** The module formats a configuration may be written in. TypeScript loses its types before it is served. */
export type Format = 'mjs' | 'cjs' | 'ts'

/**
 * What can be wrong with how a server treats a page of a stranger's site:
 *
 * - `anyone`: let in by `*`;
 * - `conflict`: `*` together with credentials;
 * - `echoed`: let in by its own origin sent back;
 * - `unvaried`: refused, but the answer depends on the origin and caches are not told.
 */
export type Defect = 'anyone' | 'conflict' | 'echoed' | 'unvaried'

/** One server as somebody would write it. The same text is linted, and served for real. */
export interface ServerCase {
  readonly name: string
  /** What the server is expected to be observed doing; `sound` is none of the defects. */
  readonly outcome: Defect | 'sound'
  readonly source: string
  /** `mjs` unless told. */
  readonly format?: Format
  /** Modules beside the server, by file name. They are served, not linted. */
  readonly files?: Readonly<Record<string, string>>
  /** The folder of the server's file, below that of the modules beside it. */
  readonly folder?: string
  /** Environment variables around import and requests; `undefined` unsets one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The path that is asked for; `/` unless told. */
  readonly path?: string
  /** Why the lint cannot know what is observed, and must stay silent. */
  readonly unseen?: string
  /** Why the code may be left unrepaired. A repair that is made nevertheless has to be right. */
  readonly unfixable?: string
  /** Where the repaired server treats credentials otherwise than the code did: what it does, and why. */
  readonly repairedCredentials?: { readonly sent: boolean; readonly reason: string }
}
