import * as parser from '@typescript-eslint/parser'
import { Linter, type Rule, RuleTester } from 'eslint'
import { describe, expect, it, test } from 'vitest'

import { policiesOf, type ParseOptions } from './model.ts'
import { originsIn, widened } from './narrowing.ts'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

/** Reads ECMAScript modules. */
const ruleTester = new RuleTester({ languageOptions: { sourceType: 'module' } })

/** Reads TypeScript. */
export const typescriptRuleTester = new RuleTester({ languageOptions: { parser, sourceType: 'module' } })

export interface Cases {
  readonly valid: readonly (string | RuleTester.ValidTestCase)[]
  readonly invalid: readonly RuleTester.InvalidTestCase[]
}

/** The cases of one call of `runRule`. */
export interface RuleCases extends Cases {
  readonly name: string
  readonly rule: Rule.RuleModule
  /** Whether they are TypeScript where a case does not name its parser. */
  readonly isTyped: boolean
}

const linter = new Linter()
let collected: RuleCases[] | undefined

/** The cases of the files that are loaded meanwhile, for tests that ask something else of them; none of them runs. */
export async function collectCases(load: () => Promise<unknown>): Promise<RuleCases[]> {
  const found: RuleCases[] = (collected = [])
  try {
    await load()
  } finally {
    collected = undefined
  }
  return found
}

/**
 * Runs the cases with every assertion on: each error states its message id, its data and its whole location. Whatever
 * `--fix` makes of them lets nobody in who is not on the user's list, and allows no more than the code did.
 */
export function runRule(name: string, rule: Rule.RuleModule, { valid, invalid }: Cases, tester = ruleTester): void {
  if (collected) {
    collected.push({ name, rule, valid, invalid, isTyped: tester === typescriptRuleTester })
    return
  }
  tester.run(name, rule, {
    valid: [...valid],
    invalid: [...invalid],
    assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
  })
  const fixed = invalid.filter(({ output }) => output !== undefined && output !== null)
  if (fixed.length === 0) return
  describe(`${name}: fixes narrow`, () => {
    test.each(fixed.map((one, index) => ({ ...one, title: one.name ?? `case ${String(index)}` })))('$title', (one) => {
      const format =
        one.languageOptions?.sourceType === 'commonjs' ? 'commonjs' : isTyped(one, tester) ? 'ts' : 'module'
      const parse: ParseOptions = { format, ...(one.filename !== undefined && { filename: one.filename }) }
      const { output } = linter.verifyAndFix(
        one.code,
        configOf(rule, one, format),
        one.filename ?? (format === 'ts' ? 'server.ts' : 'server.js'),
      )
      const list = originsIn((one.settings?.cors as { allowedOrigins?: unknown } | undefined)?.allowedOrigins)
      expect(widened(policiesOf(one.code, parse), policiesOf(output, parse), list), output).toEqual([])
    })
  })
}

function isTyped({ languageOptions }: RuleTester.InvalidTestCase, tester: RuleTester): boolean {
  return languageOptions?.parser === parser || tester === typescriptRuleTester
}

function configOf(
  rule: Rule.RuleModule,
  { settings, options = [] }: RuleTester.InvalidTestCase,
  format: ParseOptions['format'],
): Linter.Config[] {
  return [
    {
      files: ['**/*.{js,ts,mjs,cjs,tsx,jsx}'],
      languageOptions: {
        sourceType: format === 'commonjs' ? 'commonjs' : 'module',
        ...(format === 'ts' && { parser }),
      },
      plugins: { test: { rules: { rule } } },
      rules: { 'test/rule': ['error', ...(options as unknown[])] },
      ...(settings && { settings }),
    },
  ]
}
