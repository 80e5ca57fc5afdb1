import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'

import plugin from '../../../src/index.ts'
import type { ServerCase } from './case.ts'
import { fileNameOf } from './serve.ts'

/** The rules whose word is compared with what servers do. */
export const RULES = [
  'cors/no-wildcard-origin',
  'cors/no-wildcard-with-credentials',
  'cors/no-reflected-origin',
  'cors/no-ineffective-origin-check',
  'cors/no-bypassable-origin-check',
  'cors/no-null-origin',
  'cors/no-shared-suffix-origin',
  'cors/no-insecure-origin',
  'cors/require-vary-origin',
  'cors/valid-cors-options',
] as const

/** Every rule there is. */
export const ALL_RULES = Object.keys(plugin.rules).map((name) => `cors/${name}`)

export type RuleName = (typeof RULES)[number]

/** Tables also tell where the rule may speak that is about origins which never match. */
export const TABLE_RULES = [...RULES, 'cors/valid-origin'] as const

/** A text to lint, and how it is to be parsed. */
export type Lintable = Pick<ServerCase, 'source' | 'format'>

/** Settings of the plugin, as a user writes them below `settings.cors`. */
export type CorsSettings = Readonly<Record<string, unknown>>

const linter = new Linter()

/** What the plugin says about a text. */
export function lint(
  { source, format }: Lintable,
  settings: CorsSettings = {},
  filename = fileNameOf(format),
  rules: readonly string[] = RULES,
): Linter.LintMessage[] {
  return linter.verify(source, configFor(format, settings, rules), filename)
}

/** What `eslint --fix` makes of a text. */
export function lintAndFix(
  { source, format }: Lintable,
  settings: CorsSettings = {},
  filename = fileNameOf(format),
  rules: readonly string[] = RULES,
): Linter.FixReport {
  return linter.verifyAndFix(source, configFor(format, settings, rules), filename)
}

/** The names of the rules that spoke, each once. A text that can't be parsed is an error. */
export function rulesOf(messages: readonly Linter.LintMessage[]): RuleName[] {
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(`line ${fatal.line} can't be parsed: ${fatal.message}`)
  return RULES.filter((rule) => messages.some(({ ruleId }) => ruleId === rule))
}

/** Takes up the first suggestion that the rule offers. */
export function acceptSuggestion(source: string, messages: readonly Linter.LintMessage[], rule: RuleName): string {
  const offered = messages.find(({ ruleId, suggestions }) => ruleId === rule && suggestions?.length)?.suggestions?.[0]
  return offered ? applied(source, offered) : source
}

/** The text as each suggestion would leave it, or each of one kind. */
export function suggestionsFor(source: string, messages: readonly Linter.LintMessage[], kind?: string): string[] {
  return messages
    .flatMap(({ suggestions }) => suggestions ?? [])
    .filter(({ messageId }) => kind === undefined || messageId === kind)
    .map((suggestion) => applied(source, suggestion))
}

function applied(source: string, { fix }: Linter.LintSuggestion): string {
  return source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1])
}

function configFor(format: Lintable['format'], cors: CorsSettings, rules: readonly string[]): Linter.Config[] {
  return [
    {
      files: ['**/*.{js,mjs,cjs,ts}'],
      languageOptions: {
        sourceType: format === 'cjs' ? 'commonjs' : 'module',
        ...(format === 'ts' ? { parser: typescriptParser } : {}),
      },
      plugins: { cors: plugin },
      rules: Object.fromEntries(rules.map((rule) => [rule, 'error'] as const)),
      settings: { cors },
    },
  ]
}
