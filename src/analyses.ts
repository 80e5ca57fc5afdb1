import { Contexts } from './values/contexts.ts'
import { Analysis, type Source } from './values/evaluate.ts'

/** One file, ready to be read. */
export interface Analyzed {
  readonly analysis: Analysis
  readonly contexts: Contexts
}

/** One analysis per file: keyed by its syntax tree, which every host makes anew for each file. */
const analyses = new WeakMap<object, Analyzed>()

/**
 * The analysis of a file, shared by everything that reads it.
 *
 * @param developmentGuards names that mean "development only" in this project.
 */
export function analysisOf(source: Source, developmentGuards: readonly string[]): Analyzed {
  let analyzed = analyses.get(source.ast)
  if (!analyzed) {
    const analysis = new Analysis(source, developmentGuards)
    analyses.set(source.ast, (analyzed = { analysis, contexts: new Contexts(analysis) }))
  }
  return analyzed
}
