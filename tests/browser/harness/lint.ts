import { Linter } from 'eslint'

import plugin from '../../../src/index.ts'

const linter = new Linter()

/** What all rules together say about a server. How long an answer to a preflight is kept is asked for elsewhere. */
export function lint(source: string): Linter.LintMessage[] {
  return linter.verify(source, configFor({}), 'server.mjs')
}

/** What `eslint --fix` makes of it, for a list of origins. */
export function fixed(source: string, allowedOrigins: readonly string[]): string {
  return linter.verifyAndFix(source, configFor({ allowedOrigins }), 'server.mjs').output
}

/** The text after the first suggestion of a rule; all reports of the rule are followed, the last one first. */
export function suggested(source: string, rule: string | undefined): string {
  const suggestions = lint(source)
    .filter(({ ruleId }) => ruleId === `cors/${rule ?? ''}`)
    .flatMap((message) => message.suggestions?.slice(0, 1) ?? [])
  return suggestions
    .toSorted((one, other) => other.fix.range[0] - one.fix.range[0])
    .reduce((text, { fix }) => text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]), source)
}

/** For the text of a failure. */
export function reportOf(source: string, messages: readonly Linter.LintMessage[]): string {
  return [source, ...messages.map(({ line, ruleId, message }) => `${line} ${ruleId ?? ''} ${message}`)].join('\n')
}

function configFor(cors: Readonly<Record<string, unknown>>): Linter.Config[] {
  const { strict } = plugin.configs as unknown as { strict: { rules: Linter.RulesRecord } }
  return [{ plugins: { cors: plugin }, rules: { ...strict.rules, 'cors/require-max-age': 'off' }, settings: { cors } }]
}
