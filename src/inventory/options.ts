import { relative, sep } from 'node:path'

import * as typescript from '@typescript-eslint/parser'
import type { ESLint, Linter } from 'eslint'

import plugin from '../index.ts'
import type { CorsSettings } from '../settings.ts'
import { policiesRule } from './rule.ts'

/** What the command asks of ESLint; passed in the query of the address of this module, so that workers get it too. */
export interface LintOptions {
  readonly cwd: string
  /** The configuration of the project to use instead of the own one. */
  readonly config?: string | undefined
  readonly cors?: CorsSettings | undefined
  readonly isFixing: boolean
  readonly concurrency: number | 'auto' | 'off'
  /** The channel on which each file is announced, where somebody listens. */
  readonly channel?: string | undefined
  /** Files that cannot be read, and are left out. */
  readonly unreadable?: readonly string[]
}

/** Names of files that ESLint would not lint by itself. */
const FILES = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'

/** The options for ESLint: its own configuration, or that of the project with the inventory put on top. */
export function eslintOptions(asked: LintOptions): ESLint.Options {
  const { cwd, config, cors, isFixing, concurrency, channel, unreadable = [] } = asked
  const inventory: Linter.Config = {
    files: [FILES],
    plugins: { 'cors-inventory': { rules: { policies: policiesRule(channel) } } },
    rules: { 'cors-inventory/policies': 'warn' },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    ...(cors && { settings: { cors } }),
  }
  const own: Linter.Config[] = [
    { files: [FILES], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    // Without a program: the rules need no types, and files are parsed one by one.
    { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: typescript } },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
    plugin.configs.strict,
  ]
  return {
    cwd,
    overrideConfigFile: config ?? true,
    overrideConfig: config === undefined ? [...own, inventory] : [inventory],
    warnIgnored: false,
    errorOnUnmatchedPattern: false,
    ...(unreadable.length > 0 && { ignorePatterns: unreadable.map((path) => patternOf(relative(cwd, path))) }),
    ...(isFixing && { fix: (message) => message.ruleId?.startsWith('cors/') === true }),
    ...(concurrency !== 'off' && { concurrency }),
  }
}

/** A path as a pattern for it alone. */
function patternOf(path: string): string {
  return path.replaceAll(sep, '/').replaceAll(/[*?[\]{}()!\\]/g, String.raw`\$&`)
}

const { searchParams } = new URL(import.meta.url)
const query = searchParams.get('options')

/** The options for the query of this module's address; those of no query are of no use. */
export default query === null ? {} : eslintOptions(JSON.parse(query) as LintOptions)
