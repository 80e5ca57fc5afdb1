import { Linter, type Rule } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'

import plugin from '../src/index.ts'
import { readers } from '../src/readers/index.ts'
import { configOf, ruleFixtures } from './support/fixtures.ts'
import { messagesPage, type Example } from './support/messages-page.ts'

const rules: Readonly<Record<string, Rule.RuleModule>> = plugin.rules

/** The name of each message of each rule, in the order of the rules. */
const ids = Object.entries(rules).flatMap(([rule, { meta }]) =>
  Object.keys(meta?.messages ?? {}).map((messageId) => ({ rule, messageId })),
)

/** Everything that is said about the cases of the rule tests. */
let said: Example[] = []

beforeAll(async () => {
  const linter = new Linter()
  const fixtures = (await ruleFixtures()).filter(({ isReported }) => isReported)
  said = fixtures.flatMap((fixture) => {
    const fileName = fixture.filename ?? (fixture.isTyped ? 'server.ts' : 'server.js')
    const messages = linter.verify(fixture.code, [configOf(fixture)], fileName)
    return messages.flatMap(({ messageId = '', message, suggestions = [] }): Example[] => [
      { rule: fixture.rule, messageId, isSuggestion: false, text: message },
      ...suggestions.map((one) => ({
        rule: fixture.rule,
        messageId: one.messageId ?? '',
        isSuggestion: true,
        text: one.desc,
      })),
    ])
  })
}, 120_000)

/** `npm run docs` writes the page anew. */
test('the page about messages shows what the rules say', async () => {
  const examples = ids.flatMap(({ rule, messageId }) => exampleOf(rule, messageId) ?? [])
  await expect(messagesPage(examples)).toMatchFileSnapshot('../docs/messages.md')
})

describe('the messages', () => {
  test('are all said about a case of a test', () => {
    const silent = ids.filter(({ rule, messageId }) => exampleOf(rule, messageId) === undefined)
    expect(silent).toEqual([])
  })

  test('are all filled in', () => {
    expect(said.length).toBeGreaterThan(500)
    expect(textsOf(({ text }) => /\{\{|\}\}|``/.test(text) || /\bundefined\b|\[object/.test(proseOf(text)))).toEqual([])
  })

  test('are short enough for a line of the console', () => {
    expect(textsOf(({ text }) => text.length > 240)).toEqual([])
  })

  test('are sentences where they report, and imperatives where they suggest', () => {
    // Some libraries write their names small.
    const labels = readers.flatMap(({ definition }) => definition ?? []).map(({ library }) => library.label)
    const isBegun = (text: string): boolean => /^[^a-z]/.test(text) || labels.some((label) => text.startsWith(label))
    expect(textsOf(({ text, isSuggestion }) => !isSuggestion && !(isBegun(text) && text.endsWith('.')))).toEqual([])
    expect(textsOf(({ text, isSuggestion }) => isSuggestion && !/^[A-Z].*[^.!?:;, ]$/s.test(text))).toEqual([])
    expect(textsOf(({ text }) => /[.,;:]{2}|\s{2}| [.,;]/.test(proseOf(text)))).toEqual([])
  })
})

/** A text without what it quotes: code stands between backticks. */
function proseOf(text: string): string {
  return text.replaceAll(/`[^`]+`/g, '`code`')
}

/** The first example of a message; the shortest code comes first in the tests. */
function exampleOf(rule: string, messageId: string): Example | undefined {
  return said.find((one) => one.rule === rule && one.messageId === messageId)
}

/** The texts of the messages that are as told, each once, with their names. */
function textsOf(isWanted: (example: Example) => boolean): string[] {
  return [
    ...new Set(
      said.filter(isWanted).map(({ rule, messageId, text }) => `${rule} ${messageId} (${text.length}): ${text}`),
    ),
  ]
}
