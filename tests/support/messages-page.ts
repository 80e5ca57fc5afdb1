/** What a rule says in one place, filled in. */
export interface Example {
  /** The name of the rule, without prefix. */
  readonly rule: string
  readonly messageId: string
  readonly isSuggestion: boolean
  readonly text: string
}

const HEAD = `# Messages

What the rules say, one example for each message, as it was said about code of the tests. A report says what happens to
whom and what to do. A suggestion says what an editor would do when it is chosen.
`

/** The page with one example for each message, in one table, in the order of the examples. */
export function messagesPage(examples: readonly Example[]): string {
  const rows = examples.map(({ rule, messageId, isSuggestion, text }) =>
    [`[${rule}](rules/${rule}.md)`, `\`${messageId}\``, isSuggestion ? 'suggestion' : 'report', inCell(text)].join(
      ' | ',
    ),
  )
  return `${[HEAD, '| Rule | Message | Kind | Says |', '| :-- | :-- | :-- | :-- |', ...rows.map((row) => `| ${row} |`)].join('\n')}\n`
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
