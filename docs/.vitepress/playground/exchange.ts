import type { Answer } from '../../../src/exchange/answer.ts'
import type { Decision, Reason } from '../../../src/exchange/decision.ts'
import type { Exchange, LintAnswer } from '../linter/messages.ts'
import type { State } from './state.ts'

/** A header of an answer; the value is `undefined` where the code does not show it. */
export interface HeaderLine {
  readonly name: string
  readonly value: string | undefined
}

/** One policy, as it answers now and after `eslint --fix`. */
export interface ExchangePair {
  readonly now: Exchange
  /** `undefined` where nothing is fixed. */
  readonly fixed: Exchange | undefined
}

/** The policies of a text beside what becomes of them. */
export function pairsOf(answer: LintAnswer | undefined, code: string): ExchangePair[] {
  if (!answer) return []
  const { exchanges, fixedExchanges, fixed } = answer
  const isPaired = fixed !== code && exchanges.length === fixedExchanges.length
  return exchanges.map((now, index) => ({ now, fixed: isPaired ? fixedExchanges[index] : undefined }))
}

/** The headers of an answer that a browser heeds. */
export function headersOf({ allowOrigin, allowCredentials, isForOthers, variesByOrigin }: Answer): HeaderLine[] {
  return [
    ...(allowOrigin === null || isForOthers ? [] : [{ name: 'Access-Control-Allow-Origin', value: allowOrigin }]),
    ...(allowCredentials === null || isForOthers
      ? []
      : [{ name: 'Access-Control-Allow-Credentials', value: allowCredentials }]),
    ...(variesByOrigin === true ? [{ name: 'Vary', value: 'Origin' }] : []),
  ]
}

const REASONS: Readonly<Record<Reason, string>> = {
  failed: 'The server fails such requests.',
  missing: 'There is no Access-Control-Allow-Origin.',
  wildcard: '* does not count for requests with cookies.',
  others: 'The server lets in other origins, and not this one.',
  mismatch: 'Access-Control-Allow-Origin is not the origin of the page.',
  credentials: 'Access-Control-Allow-Credentials is not true.',
}

/** What the browser does, as a heading and a sentence. */
export function verdictOf(decision: Decision, { hasCookies }: Pick<State, 'hasCookies'>): [string, string] {
  switch (decision.outcome) {
    case 'read':
      return [
        'The page reads the response',
        hasCookies ? 'It gets what the visitor gets who is signed in.' : 'It gets what everybody gets.',
      ]
    case 'refused':
      return ['The browser refuses', REASONS[decision.reason]]
    case 'unknown':
      return ['Not to be told', 'It depends on something that the code does not show.']
  }
}

/** Whether the decision is what the list of allowed origins asks for; `undefined` without such a list. */
export function isWanted(decision: Decision, { origin, allowedOrigins }: Pick<State, 'origin' | 'allowedOrigins'>) {
  const list = allowedOrigins.split(/[\s,]+/).filter((one) => one.includes('://') && !one.includes('#'))
  if (list.length === 0 || decision.outcome === 'unknown') return undefined
  return list.includes(origin.trim()) === (decision.outcome === 'read')
}

/** Origins to choose from: a stranger, a sandboxed frame, the sites on the list, and those that slip through a check. */
export function originsFor(
  { allowedOrigins }: Pick<State, 'allowedOrigins'>,
  answer: LintAnswer | undefined,
): string[] {
  const witnesses = (answer?.findings ?? [])
    .filter(({ rule }) => rule === 'no-bypassable-origin-check')
    .flatMap(({ message }) => message.match(/\bhttps?:\/\/[^\s`'",;)]+/g) ?? [])
    .map((one) => one.replace(/[.:]+$/, ''))
    .filter((one) => URL.canParse(one) && new URL(one).origin === one)
  const listed = allowedOrigins.split(/[\s,]+/).filter((one) => URL.canParse(one) && new URL(one).origin === one)
  return [...new Set(['https://evil.example', 'null', ...listed, ...witnesses])]
}
