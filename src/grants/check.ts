import type { Check } from './model.ts'
import type { Condition } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import type { World } from '../values/value.ts'
import { vocabularyOf, type Vocabulary } from '../values/vocabulary.ts'

/** A condition on the request's origin, as a question that can be asked again and again. */
export class ConditionCheck implements Check {
  private readonly analysis: Analysis
  private readonly when: Condition
  private readonly worldOf: (origin: string | null, configuration?: string | null) => World
  private words: Vocabulary | undefined

  constructor(
    analysis: Analysis,
    when: Condition,
    worldOf: (origin: string | null, configuration?: string | null) => World,
  ) {
    this.analysis = analysis
    this.when = when
    this.worldOf = worldOf
  }

  get vocabulary(): Vocabulary {
    return (this.words ??= vocabularyOf(this.analysis, this.when))
  }

  admits(origin: string | null, configuration?: string | null): ReturnType<Check['admits']> {
    this.analysis.refuel()
    return this.analysis.decide(this.when, this.worldOf(origin, configuration)).verdict
  }
}
