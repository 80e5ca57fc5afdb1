import type { Linter } from 'eslint'

import type { LintRequest } from '../linter/messages.ts'
import type { State } from './state.ts'

/**
 * What the linter is asked about a state of the playground.
 *
 * @returns a sentence where the rules are not written as JSON.
 */
export function requestOf(state: State): Omit<LintRequest, 'id'> | string {
  const rules = rulesIn(state.rules)
  if (typeof rules === 'string') return rules
  return {
    code: state.code,
    fileName: `${state.name}.${state.language}`,
    preset: state.preset,
    rules,
    settings: settingsOf(state),
    page: { origin: state.origin.trim(), withCookies: state.hasCookies },
  }
}

function rulesIn(text: string): Linter.RulesRecord | string {
  if (text.trim() === '') return {}
  try {
    const rules: unknown = JSON.parse(text)
    if (typeof rules === 'object' && rules !== null && !Array.isArray(rules)) return rules as Linter.RulesRecord
    return 'The rules are no object, such as { "cors/no-wildcard-origin": "off" }.'
  } catch (error) {
    return `The rules are not JSON: ${error instanceof Error ? error.message : String(error)}.`
  }
}

/** `settings.cors`, from the text fields. What is not accepted is the plugin's to say. */
function settingsOf({ allowedOrigins, developmentGuards }: State): Record<string, unknown> {
  const guards = wordsOf(developmentGuards)
  const origins = originsOf(allowedOrigins.trim())
  return {
    ...(origins !== undefined && { allowedOrigins: origins }),
    ...(guards.length > 0 && { developmentGuards: guards }),
  }
}

/** `https://a.example https://b.example`, `./origins.js#allowedOrigins` or `env:ALLOWED_ORIGINS`. */
function originsOf(text: string): unknown {
  if (text === '') return undefined
  if (text.startsWith('env:')) return { env: text.slice('env:'.length).trim() }
  const [, module, name] = /^([^#\s]+)#([^#\s]+)$/.exec(text) ?? []
  return module === undefined ? wordsOf(text) : { module, export: name }
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

/** The configuration of ESLint that does the same as the playground, as code. */
export function configurationOf(state: State): string {
  const rules = rulesIn(state.rules)
  const settings = settingsOf(state)
  const extra = [
    ...(Object.keys(settings).length > 0 ? [`    settings: { cors: ${literal(settings)} },`] : []),
    ...(typeof rules !== 'string' && Object.keys(rules).length > 0 ? [`    rules: ${literal(rules)},`] : []),
  ]
  return [
    "import { defineConfig } from 'eslint/config'",
    "import cors from 'eslint-plugin-cors'",
    '',
    'export default defineConfig([',
    '  {',
    '    plugins: { cors },',
    `    extends: ['cors/${state.preset}'],`,
    ...extra,
    '  },',
    '])',
    '',
  ].join('\n')
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(
    ([key, one]) => `${/^\w+$/.test(key) ? key : literal(key)}: ${literal(one)}`,
  )
  return `{ ${entries.join(', ')} }`
}
