import type { Exchange, HeaderAnswer } from '../../../src/exchange/exchange.ts'
import type { LintAnswer, PolicyExchange } from '../linter/messages.ts'
import type { State } from './state.ts'

/** A header of an answer; the value is `undefined` where the code does not show it. */
export interface HeaderLine {
  readonly name: string
  readonly value: string | undefined
}

/** One policy, as it answers now and after `eslint --fix`. */
export interface ExchangePair {
  readonly now: PolicyExchange
  /** `undefined` where nothing is fixed. */
  readonly fixed: PolicyExchange | undefined
}

/** The policies of a text beside what becomes of them. */
export function pairsOf(answer: LintAnswer | undefined, code: string): ExchangePair[] {
  if (!answer) return []
  const { exchanges, fixedExchanges, fixed } = answer
  const isPaired = fixed !== code && exchanges.length === fixedExchanges.length
  return exchanges.map((now, index) => ({ now, fixed: isPaired ? fixedExchanges[index] : undefined }))
}

/** The headers of an answer that a browser heeds. What is missing, or is for others, is left out. */
export function headersOf({ response: { allowOrigin, allowCredentials, vary } }: Exchange): HeaderLine[] {
  const credentials: readonly [string, HeaderAnswer][] =
    allowOrigin.state === 'sent' ? [['Access-Control-Allow-Credentials', allowCredentials]] : []
  const headers: readonly [string, HeaderAnswer][] = [
    ['Access-Control-Allow-Origin', allowOrigin],
    ...credentials,
    ['Vary', vary],
  ]
  return headers.flatMap(([name, answer]): HeaderLine[] => {
    if (answer.state === 'sent') return [{ name, value: answer.text }]
    return answer.state === 'unknown' && name !== 'Vary' ? [{ name, value: undefined }] : []
  })
}

const VERDICTS: Readonly<Record<Exchange['decision'], string>> = {
  reads: 'The page reads the response',
  refused: 'The browser refuses',
  unknown: 'Not to be told',
}

/** What the browser does, as a heading and a sentence. */
export function verdictOf({ decision, reason }: Exchange): [string, string] {
  return [VERDICTS[decision], reason]
}

/** Whether the decision is what the list of allowed origins asks for; `undefined` without such a list. */
export function isWanted({ decision }: Exchange, { origin, allowedOrigins }: Pick<State, 'origin' | 'allowedOrigins'>) {
  const list = allowedOrigins.split(/[\s,]+/).filter((one) => one.includes('://') && !one.includes('#'))
  if (list.length === 0 || decision === 'unknown') return undefined
  return list.includes(origin.trim()) === (decision === 'reads')
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
