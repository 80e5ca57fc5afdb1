import type { MarkdownRenderer } from 'vitepress'

/** A heading of a table that says nothing is an empty cell: screen readers would announce it as a heading. */
export function emptyHeadings(markdown: MarkdownRenderer): void {
  markdown.core.ruler.after('inline', 'empty-headings', ({ tokens }) => {
    for (const [index, open] of tokens.entries()) {
      const [content, close] = [tokens[index + 1], tokens[index + 2]]
      if (open.type !== 'th_open' || content?.content.trim() !== '' || !close) continue
      open.tag = 'td'
      close.tag = 'td'
    }
  })
}
