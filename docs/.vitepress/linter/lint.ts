import type { Linter, Rule } from 'eslint'

import { exchange } from '../../../src/exchange/exchange.ts'
import plugin from '../../../src/index.ts'
import { recordOf } from '../../../src/inventory/record.ts'
import { policiesIn, type Source } from '../../../src/policies.ts'
import { readSettings } from '../../../src/settings.ts'
import type { Finding, LintAnswer, LintRequest, PolicyExchange } from './messages.ts'

const TYPESCRIPT = /\.[mc]?tsx?$/

/** What lints: `Linter` of ESLint, and where the parser for TypeScript comes from. */
export interface Means {
  readonly linter: Linter
  readonly loadParser: () => Promise<Linter.Parser>
}

/** Lints a text as ESLint does it in an editor, and says what `eslint --fix` would make of it. */
export async function lint(request: LintRequest, { linter, loadParser }: Means): Promise<LintAnswer> {
  const { id, code, fileName } = request
  const parser = TYPESCRIPT.test(fileName) ? await loadParser() : undefined
  const config = configFor(request, parser)
  try {
    const messages = linter.verify(code, config, fileName)
    const { output } = linter.verifyAndFix(code, config, fileName)
    const starts = startsOfLines(code)
    return {
      id,
      findings: messages.map((message) => findingOf(message, starts, code.length)),
      fixed: output,
      exchanges: exchangesIn(code, request, linter, config),
      fixedExchanges: exchangesIn(output, request, linter, config),
      refusal: undefined,
    }
  } catch (error) {
    return { id, findings: [], fixed: code, exchanges: [], fixedExchanges: [], refusal: refusalOf(error) }
  }
}

/** What each policy of a text answers to the page of a request. */
function exchangesIn(
  code: string,
  { fileName, page }: LintRequest,
  linter: Linter,
  config: readonly Linter.Config[],
): PolicyExchange[] {
  const found: PolicyExchange[] = []
  const exchanges: Rule.RuleModule = {
    create: ({ sourceCode, settings, filename }) => ({
      'Program:exit'() {
        // The same object: ESLint and typescript-eslint describe it with different types.
        const source = sourceCode as unknown as Source
        for (const policy of policiesIn(source, readSettings(settings).developmentGuards, filename)) {
          const record = recordOf(policy, sourceCode, [page.origin])
          const { line } = record.place
          found.push({ library: record.library.label, line, exchange: exchange(record, page) })
        }
      },
    }),
  }
  const reading = { plugins: { exchange: { rules: { exchanges } } }, rules: { 'exchange/exchanges': 'error' } } as const
  linter.verify(code, [...config, reading], fileName)
  return found.sort((one, other) => one.line - other.line)
}

function configFor({ preset, rules, settings }: LintRequest, parser: Linter.Parser | undefined): Linter.Config[] {
  return [
    plugin.configs[preset],
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      languageOptions: { ...(parser && { parser }), parserOptions: { ecmaFeatures: { jsx: true } } },
      rules,
      settings: { cors: settings },
    },
  ]
}

function findingOf(message: Linter.LintMessage, starts: readonly number[], length: number): Finding {
  const { ruleId, severity, line, column, endLine = line, endColumn = column + 1, fix, suggestions = [] } = message
  const at = (row: number, place: number): number => Math.min((starts[row - 1] ?? length) + place - 1, length)
  return {
    rule: ruleId?.replace('cors/', '') ?? undefined,
    severity: severity === 2 ? 'error' : 'warning',
    message: message.message,
    from: at(line, column),
    to: at(endLine, endColumn),
    line,
    column,
    fix: fix && { range: fix.range, text: fix.text },
    suggestions: suggestions.map(({ desc, fix: { range, text } }) => ({ title: desc, edit: { range, text } })),
  }
}

function startsOfLines(code: string): number[] {
  return [0, ...[...code.matchAll(/\r\n|[\r\n\u2028\u2029]/g)].map(({ index, 0: { length } }) => index + length)]
}

/** The sentence of an error of ESLint's configuration, without the key that it was found under. */
function refusalOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text
    .replace(/\nOccurred while linting[\s\S]*$/, '')
    .replace(/^Key "[^"]+": /, '')
    .trim()
}
