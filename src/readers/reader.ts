import type { Policy } from '../policy.ts'
import type { OptionLibrary } from '../semantics.ts'
import type { Contexts } from '../values/contexts.ts'
import type { Analysis } from '../values/evaluate.ts'

/** What a reader works on: one file. */
export interface ReaderContext {
  readonly analysis: Analysis
  readonly contexts: Contexts
  /** The path of the file, as the host has it; empty where it has none. */
  readonly filename: string
}

/** A policy before it is known where it is put to work. */
export type ReadPolicy = Omit<Policy, 'mounts' | 'isLocal'>

/** Turns the code of one library, or one way to write headers, into policies. Decides nothing. */
export interface Reader {
  /** What the reader is made of, where a library is told by options. */
  readonly definition?: OptionLibrary
  read(context: ReaderContext): Iterable<ReadPolicy>
}
