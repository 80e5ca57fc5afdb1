import type { Policy } from './policy.ts'
import { readers } from './readers/index.ts'
import { Contexts } from './values/contexts.ts'
import { Analysis, type Source } from './values/evaluate.ts'

export type { Source } from './values/evaluate.ts'

const NONE: readonly Policy[] = []

/** What a file must mention to have a policy at all: every library and header name contains it. */
const MENTIONS_CORS = /cors|access-control-/i

const gates = new WeakMap<object, boolean>()

/** Whether a file can have a policy at all; one scan per file, however many rules ask. */
export function mentionsCors({ ast, text }: Source): boolean {
  let mentions = gates.get(ast)
  if (mentions === undefined) gates.set(ast, (mentions = MENTIONS_CORS.test(text)))
  return mentions
}

/** One answer per file: keyed by its syntax tree, which every host makes anew for each file. */
const answers = new WeakMap<object, readonly Policy[]>()

/**
 * Every CORS policy that a file declares, sound ones too.
 *
 * @param source the file, as ESLint's `SourceCode` has it.
 * @param developmentGuards names that mean "development only" in this project.
 * @returns the policies in the order of the readers; none for a file that does not mention CORS.
 */
export function policiesIn(source: Source, developmentGuards: readonly string[] = []): readonly Policy[] {
  const known = answers.get(source.ast)
  if (known) return known
  const policies = mentionsCors(source) ? analyse(source, developmentGuards) : NONE
  answers.set(source.ast, policies)
  return policies
}

function analyse(source: Source, developmentGuards: readonly string[]): readonly Policy[] {
  const analysis = new Analysis(source, developmentGuards)
  const contexts = new Contexts(analysis)
  return readers.flatMap((reader) => [...reader.read({ analysis, contexts })])
}
