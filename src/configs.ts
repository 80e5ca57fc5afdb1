import type { ESLint, Linter, Rule } from 'eslint'

/**
 * Files that other ESLint languages or parsers may own: a rule for JavaScript must not be enabled there. A preset with
 * `files` instead would opt TypeScript files in for users who have no parser for them.
 */
const OTHER_LANGUAGES = '**/*.{json,jsonc,json5,md,css,html,yml,yaml,toml,graphql,gql}'

export interface Preset {
  name: string
  ignores: string[]
  readonly plugins: { readonly cors: ESLint.Plugin }
  rules: Record<string, Linter.StringSeverity>
}

/** The presets, computed from `meta.docs.recommended` of each rule. */
export function createConfigs(
  rules: Readonly<Record<string, Rule.RuleModule>>,
  self: () => ESLint.Plugin,
): { recommended: Preset; strict: Preset } {
  return {
    recommended: preset('recommended', recommendedSeverity),
    strict: preset('strict', () => 'error'),
  }

  function preset(name: string, severityOf: (name: string, rule: Rule.RuleModule) => Linter.StringSeverity): Preset {
    const severities = Object.entries(rules).map(
      ([rule, module]) => [`cors/${rule}`, severityOf(rule, module)] as const,
    )
    return {
      name: `cors/${name}`,
      ignores: [OTHER_LANGUAGES],
      plugins: {
        get cors(): ESLint.Plugin {
          return self()
        },
      },
      rules: Object.fromEntries(severities.filter(([, severity]) => severity !== 'off')),
    }
  }
}

function recommendedSeverity(name: string, rule: Rule.RuleModule): Linter.StringSeverity {
  const severity = rule.meta?.docs?.recommended
  if (severity === 'error' || severity === 'warn' || severity === 'off') return severity
  throw new TypeError(`Rule ${name}: meta.docs.recommended must be 'error', 'warn' or 'off'.`)
}
