import type { Policy } from '../policy.ts'
import type { Contexts } from '../values/contexts.ts'
import type { Analysis } from '../values/evaluate.ts'

/** What a reader works on: one file. */
export interface ReaderContext {
  readonly analysis: Analysis
  readonly contexts: Contexts
}

/** A policy before it is known where it is put to work. */
export type ReadPolicy = Omit<Policy, 'mounts' | 'isLocal'>

/** Turns the code of one library, or one way to write headers, into policies. Decides nothing. */
export interface Reader {
  read(context: ReaderContext): Iterable<ReadPolicy>
}
