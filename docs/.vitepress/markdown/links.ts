import { existsSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path/posix'
import { fileURLToPath } from 'node:url'

import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Pages of the site whose text stands elsewhere in the repository: where, and the page. */
const BORROWED: Readonly<Record<string, string>> = {
  'README.md': 'guide.md',
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
}

/**
 * Links of a page that lead to files of the repository: to the page of the site where there is one, to the file in the
 * repository otherwise. Readers of the repository follow the same links there. Pictures are found beside the page.
 */
export function followRepository(markdown: MarkdownRenderer, repository: string): void {
  markdown.core.ruler.after('inline', 'repository', (state) => {
    const { relativePath: page } = state.env as Partial<MarkdownEnv>
    if (page === undefined) return
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet('href')
      if (token.type === 'link_open' && href !== null && !/^(?:\w+:|#|\/)/.test(href))
        token.attrSet('href', addressOf(href, page, repository))
      const source = token.attrGet('src')
      if (token.type === 'image' && source !== null && !/^(?:\w+:|\/)/.test(source))
        token.attrSet('src', `./${relative(join('docs', dirname(page)), fileOf(source, page))}`)
    }
  })
}

function addressOf(href: string, page: string, repository: string): string {
  const [path = '', anchor] = href.split('#')
  const file = fileOf(path, page)
  const hash = anchor === undefined ? '' : `#${anchor}`
  if (!existsSync(join(root, file))) throw new Error(`${page} links to ${file}, which is not there`)
  const target = BORROWED[file] ?? /^docs\/((?:rules\/)?[^/]+\.md)$/.exec(file)?.[1]
  return target === undefined ? `${repository}/blob/main/${file}${hash}` : `/${target}${hash}`
}

/** The file of the repository that a page means by a path. */
function fileOf(path: string, page: string): string {
  return normalize(join(dirname(sourceOf(page)), path))
}

/** The file of the repository that a page is made of. */
function sourceOf(page: string): string {
  return Object.entries(BORROWED).find(([, name]) => name === page)?.[0] ?? `docs/${page}`
}
