import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'

import { encodeState } from '../playground/state.ts'

const LANGUAGES = ['js', 'ts']

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
    const state = encodeState({ code: content, language: language as 'js' | 'ts', preset: 'strict', rule })
    return `<div class="tried">${block}<a class="try" href="${base}playground.html#${state}">Open in the playground</a></div>`
  }
}
