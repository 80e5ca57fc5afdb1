import type { Linter } from 'eslint'

import type { Exchange, PageRequest } from '../../../src/exchange/exchange.ts'

/** What the page asks the linter for. */
export interface LintRequest {
  /** Answers carry it back. */
  readonly id: number
  readonly code: string
  /** Its ending decides how the code is parsed. */
  readonly fileName: string
  readonly preset: PresetName
  /** What differs from the preset, by full name: `cors/no-null-origin`. */
  readonly rules: Linter.RulesRecord
  /** `settings.cors`, as an ESLint configuration has it. */
  readonly settings: unknown
  /** The page that asks the server in the exchange. */
  readonly page: PageRequest
}

export type PresetName = 'recommended' | 'strict'

/** An edit of the text: what stands in a range, in UTF-16 units from 0, is replaced. */
export interface Edit {
  readonly range: readonly [start: number, end: number]
  readonly text: string
}

export interface Suggestion {
  /** What it does, as an imperative. */
  readonly title: string
  readonly edit: Edit
}

/** One report of one rule. */
export interface Finding {
  /** Without `cors/`; `undefined` for code that does not parse. */
  readonly rule: string | undefined
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Where it is marked, in UTF-16 units from 0. */
  readonly from: number
  readonly to: number
  /** The line, from 1. */
  readonly line: number
  /** The column, from 1. */
  readonly column: number
  /** What `eslint --fix` does about it. */
  readonly fix: Edit | undefined
  readonly suggestions: readonly Suggestion[]
}

/** What happens between a page and the server, as far as one policy decides. */
export interface PolicyExchange {
  /** How messages call the library. */
  readonly library: string
  /** Where the policy is, from 1. */
  readonly line: number
  readonly exchange: Exchange
}

/** What the linter says to one request. */
export interface LintAnswer {
  readonly id: number
  readonly findings: readonly Finding[]
  /** The text after `eslint --fix`; the same text where there is nothing to fix. */
  readonly fixed: string
  /** One for each policy of the text, and of the text after `eslint --fix`. */
  readonly exchanges: readonly PolicyExchange[]
  readonly fixedExchanges: readonly PolicyExchange[]
  /** Why there are no findings: options or settings that are not accepted. */
  readonly refusal: string | undefined
}
