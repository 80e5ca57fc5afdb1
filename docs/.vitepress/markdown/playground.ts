import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'

import { encodeState } from '../playground/state.ts'

const LANGUAGES = ['js', 'ts']

type Token = Parameters<NonNullable<MarkdownRenderer['renderer']['rules']['fence']>>[0][number]

/** Puts a link to the playground under each block of code of a page about a rule. */
export function offerPlayground(markdown: MarkdownRenderer, base: string): void {
  const { fence } = markdown.renderer.rules
  if (!fence) throw new Error('nothing renders blocks of code')
  markdown.renderer.rules.fence = (tokens, index, options, env: MarkdownEnv, self) => {
    const block = fence(tokens, index, options, env, self)
    const { info = '', content = '' } = tokens[index] ?? {}
    const language = info.trim()
    const [, rule] = /^rules\/(.+)\.md$/.exec(env.relativePath) ?? []
    if (rule === undefined || !LANGUAGES.includes(language)) return block
    const state = encodeState({
      code: content,
      language: language === 'ts' ? 'ts' : 'js',
      preset: 'strict',
      // Its own page aside, the examples do not care how long answers to preflights are kept.
      rules: rule === 'require-max-age' ? '' : '{ "cors/require-max-age": "off" }',
      // Suggestions are made where there is no list to narrow to.
      ...(sectionOf(tokens, index) === 'Suggestion' && { allowedOrigins: '' }),
    })
    return `<div class="tried">${block}<a class="try" href="${base}playground.html#${state}">Open in the playground</a></div>`
  }
}

/** The heading of the second level above a token. */
function sectionOf(tokens: readonly Token[], index: number): string | undefined {
  const heading = tokens.slice(0, index).findLastIndex(({ type, tag }) => type === 'heading_open' && tag === 'h2')
  return tokens[heading + 1]?.content
}
