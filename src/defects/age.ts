import type { Fact, Policy } from '../policy.ts'
import { isProbablyMilliseconds, parseMaxAge } from '../protocol/age.ts'

/** What is wrong with the text of `Access-Control-Max-Age`. */
export type AgeDefect = 'invalid' | 'negative' | 'milliseconds'

/** One time that answers to preflights state. */
export interface StatedAge {
  readonly fact: Fact<number | string>
  /** The header text. */
  readonly text: string
  /** `undefined` for a text that is no time. */
  readonly seconds: number | undefined
  readonly defect: AgeDefect | undefined
}

/** The times that a policy states, sound ones too. */
export function* statedAges(policy: Policy): Iterable<StatedAge> {
  if (policy.preflight === 'unanswered') return
  for (const fact of policy.maxAge) {
    const text = fact.sent
    if (typeof text !== 'string' || text === '' || fact.environment === 'development' || fact.isDefault) continue
    const seconds = parseMaxAge(text)
    yield { fact, text, seconds, defect: defectOf(text, seconds) }
  }
}

function defectOf(text: string, seconds: number | undefined): AgeDefect | undefined {
  if (seconds === undefined) return /^-\d+$/.test(text) ? 'negative' : 'invalid'
  return isProbablyMilliseconds(seconds) ? 'milliseconds' : undefined
}
