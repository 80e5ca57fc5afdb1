import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'

import * as parser from '@typescript-eslint/parser'
import type { Linter, Rule, RuleTester } from 'eslint'

import plugin from '../../src/index.ts'
import { collectCases } from './rule-tester.ts'

/** A text with what a rule is told about it: one case of the tests of a rule. */
export interface Fixture {
  /** The name of the rule, without prefix. */
  readonly rule: string
  readonly code: string
  /** The path that the case gives its text, relative to the project. */
  readonly filename: string | undefined
  readonly isReported: boolean
  readonly isTyped: boolean
  readonly isCommonJs: boolean
  readonly settings: Linter.Config['settings']
  readonly options: readonly unknown[]
}

const folder = fileURLToPath(new URL('../rules', import.meta.url))

/** Every case of the tests of the rules, in the order of files and cases. */
export async function ruleFixtures(): Promise<Fixture[]> {
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => readFileSync(file, 'utf8').includes('runRule('))
  const collected = await collectCases(async () => {
    for (const file of files) await import(pathToFileURL(file).href)
  })
  return collected.flatMap(({ rule, valid, invalid, isTyped }) => {
    const name = nameOf(rule)
    const fixtureOf = (one: RuleTester.ValidTestCase, isReported: boolean): Fixture => ({
      rule: name,
      code: one.code,
      filename: one.filename,
      isReported,
      isTyped: one.languageOptions?.parser === parser || (isTyped && one.languageOptions?.parser === undefined),
      isCommonJs: one.languageOptions?.sourceType === 'commonjs',
      settings: one.settings,
      options: (one.options ?? []) as unknown[],
    })
    return [
      ...valid.map((one) => fixtureOf(typeof one === 'string' ? { code: one } : one, false)),
      ...invalid.map((one) => fixtureOf(one, true)),
    ]
  })
}

/** What the plugin calls a rule; the tests may say more about their cases. */
function nameOf(rule: Rule.RuleModule): string {
  const [name] = Object.entries(plugin.rules).find(([, own]) => own === rule) ?? []
  if (name === undefined) throw new Error('A test runs a rule that the plugin does not have')
  return name
}

/** The configuration that a case asks for, with its rule alone as an error. */
export function configOf({ rule, isTyped, isCommonJs, settings, options }: Fixture): Linter.Config {
  return {
    files: ['**'],
    plugins: { cors: plugin },
    languageOptions: { sourceType: isCommonJs ? 'commonjs' : 'module', ...(isTyped && { parser }) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { [`cors/${rule}`]: ['error', ...options] },
    ...(settings && { settings }),
  }
}
