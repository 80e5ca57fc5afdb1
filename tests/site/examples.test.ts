import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { expect, test } from 'vitest'

import { EXAMPLES } from '../../docs/.vitepress/examples/index.ts'
import { lint, type Means } from '../../docs/.vitepress/linter/lint.ts'
import type { LintRequest } from '../../docs/.vitepress/linter/messages.ts'

const means: Means = { linter: new Linter({ cwd: '/' }), loadParser: () => Promise.resolve(parser as Linter.Parser) }

const PAGE = { origin: 'https://evil.example', withCookies: true }

test.each(EXAMPLES)('$library: $title', async ({ code, language, name = 'server', rules }) => {
  const request: LintRequest = {
    id: 1,
    code,
    fileName: `${name}.${language}`,
    preset: 'recommended',
    rules: {},
    settings: {},
    page: PAGE,
  }
  const { findings, refusal } = await lint(request, means)
  expect({ rules: findings.map(({ rule }) => rule), refusal }).toEqual({ rules, refusal: undefined })
})

test('the examples are of at least 24 libraries, and each has a name of its own', () => {
  expect(new Set(EXAMPLES.map(({ library }) => library)).size).toBeGreaterThanOrEqual(24)
  expect(new Set(EXAMPLES.map(({ library, title }) => `${library}: ${title}`)).size).toBe(EXAMPLES.length)
})
