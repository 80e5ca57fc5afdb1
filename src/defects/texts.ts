import type { ListFact, Policy } from '../policy.ts'

/** A text in the place of a list, for a library that takes nothing else there. */
export interface UnlistedText {
  readonly option: string
  readonly fact: ListFact
  readonly names: readonly string[]
  /** What fails by it. */
  readonly fails: 'preflight' | 'request'
}

/** The texts by which answers fail, because the library goes through them as if they were lists. */
export function* unlistedTexts(policy: Policy): Iterable<UnlistedText> {
  for (const { name, part, isListOnly } of policy.library.options) {
    if (isListOnly !== true || (part !== 'methods' && part !== 'allowedHeaders' && part !== 'exposedHeaders')) continue
    for (const fact of policy[part]) {
      if (typeof fact.written !== 'string' || fact.written === '' || fact.environment === 'development') continue
      const names = fact.written.split(',').map((one) => one.trim())
      yield { option: name, fact, names, fails: part === 'exposedHeaders' ? 'request' : 'preflight' }
    }
  }
}
