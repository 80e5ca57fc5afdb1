import * as parser from '@typescript-eslint/parser'
import { type Rule, RuleTester } from 'eslint'
import { describe, it } from 'vitest'

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

/** Runs the cases with every assertion on: each error states its message id, its data and its whole location. */
export function runRule(name: string, rule: Rule.RuleModule, { valid, invalid }: Cases, tester = ruleTester): void {
  tester.run(name, rule, {
    valid: [...valid],
    invalid: [...invalid],
    assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
  })
}
