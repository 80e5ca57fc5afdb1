import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { runInThisContext } from 'node:vm'

import * as parser from '@typescript-eslint/parser'
import { ESLint, Linter } from 'eslint'
import { defineConfig } from 'eslint/config'
import { describe, expect, test } from 'vitest'

import plugin from '../src/index.ts'
import { readSettings } from '../src/settings.ts'
import { policiesOf } from './support/model.ts'
import { widened } from './support/narrowing.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const rulePages = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`)

/** What the fixes of the rule pages narrow to; the pages say so. */
const LIST = { allowedOrigins: ['https://app.example.com'] }

interface Block {
  readonly page: string
  /** The line of the first line of code, for the failure text. */
  readonly line: number
  readonly language: string
  /** The heading of the second level that the block stands under. */
  readonly section: string
  readonly code: string
}

describe.each(rulePages)('%s', (page) => {
  const rule = `cors/${basename(page, '.md')}`
  const blocks = blocksOf(page)
  const inSection = (section: string): Block[] => blocks.filter((block) => block.section === section)

  test('has code that is reported, and code that is not, in three ways to write it', () => {
    expect(inSection('Incorrect').length).toBeGreaterThanOrEqual(3)
    expect(inSection('Correct').length).toBeGreaterThanOrEqual(3)
  })

  test('has the sections of every page, in their order', () => {
    const { meta } = plugin.rules[basename(page, '.md') as keyof typeof plugin.rules]
    const found = [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    const isThere = (heading: string): boolean => found.includes(heading)
    const hasOptions = [meta?.schema ?? []].flat().length > 0
    expect(found).toEqual([
      ...['In the console'].filter(isThere),
      'Incorrect',
      'Correct',
      ...['Fix', 'Suggestion'].filter(isThere),
      ...(hasOptions ? ['Options'] : []),
      'When not to use it',
      'References',
    ])
    expect(isThere('Fix') || isThere('Suggestion')).toBe(true)
    // What happens to whom stands first, in plain words.
    expect(read(page)).toMatch(/<!-- end auto-generated rule header -->\n\n[^#\n<].{40,}\n/)
  })

  test('has code in no other place than a test looks at', () => {
    const sections = ['Incorrect', 'Correct', 'Fix', 'Suggestion']
    const stray = blocks.filter(({ section, language }) => !sections.includes(section) || !/^[jt]s$/.test(language))
    expect(stray.map(({ line, section }) => `${page}:${line} stands under "${section}"`)).toEqual([])
  })

  test.each(inSection('Incorrect'))('line $line is reported', (block) => {
    const reports = lint(block)
    expect(
      reports.map(({ ruleId }) => ruleId).join(', '),
      `${describeBlock(block, reports)}expected ${rule} here`,
    ).toBe(rule)
  })

  test.each(inSection('Correct'))('line $line is not reported', (block) => {
    const reports = lint(block)
    expect(reports.length, `${describeBlock(block, reports)}expected nothing here`).toBe(0)
  })

  test.each(pairsIn(inSection('Fix')))('line $before.line is fixed as shown', ({ before, after }) => {
    expect(fix(before, LIST), `${page}:${after.line} shows another text`).toBe(after.code)
  })

  test.each(inSection('Incorrect'))('line $line is only narrowed by --fix', (block) => {
    const format = block.language === 'ts' ? 'ts' : 'module'
    const { output } = new Linter({ cwd: root }).verifyAndFix(block.code, configFor(LIST, page), fileNameOf(block))
    const [before, after] = [policiesOf(block.code, { format }), policiesOf(output, { format })]
    expect(widened(before, after, LIST.allowedOrigins), output).toEqual([])
  })

  test.each(pairsIn(inSection('Suggestion')))('line $before.line gets the suggestion shown', ({ before, after }) => {
    const [suggested] = lint(before).flatMap(({ suggestions }) => suggestions ?? [])
    expect(suggested, `${page}:${before.line} has no suggestion`).toBeDefined()
    const { range, text } = suggested!.fix
    const output = before.code.slice(0, range[0]) + text + before.code.slice(range[1])
    expect(output, `${page}:${after.line} shows another text`).toBe(after.code)
  })
})

describe('README.md', () => {
  const blocks = blocksOf('README.md')

  test('shows what the plugin says about the examples', async () => {
    const shown = blocks.find(({ language }) => language === 'text')
    expect(shown).toBeDefined()
    const message = `README.md:${shown!.line} is out of date: node docs/examples/lint.js prints something else`
    expect(linesOf(shown!.code), message).toEqual(linesOf(await lintExamples()))
  }, 30_000)

  test('shows a fix as it is made', () => {
    const module = settingsIn('README.md').find(({ text }) => text.includes('module:'))
    const [pair] = pairsIn(blocks.filter(({ code }) => code.includes('createServer')))
    expect(pair, 'README.md shows no fix').toBeDefined()
    const { before, after } = pair!
    expect(fix(before, module?.settings.cors, 'src/metrics.js'), `README.md:${after.line} shows another text`).toBe(
      after.code,
    )
  })
})

describe.each(['README.md', 'docs/settings.md'])('%s', (page) => {
  const snippets = settingsIn(page)

  test('shows each setting in each form', () => {
    const all = snippets.map(({ text }) => text).join('\n')
    for (const form of ["allowedOrigins: ['", 'allowedOrigins: { module', 'allowedOrigins: { env', 'developmentGuards'])
      expect(all).toContain(form)
  })

  test.each(snippets)('line $line is accepted', ({ settings }) => {
    expect(Object.keys(readSettings(settings)).length).toBeGreaterThan(0)
  })
})

describe('docs/settings.md', () => {
  const rows = [...read('docs/settings.md').matchAll(/^\| `(.+)` \| `(settings\..+)` \|$/gm)]

  test('has a table of errors', () => {
    expect(rows.length).toBeGreaterThan(5)
  })

  test.each(rows.map(([, value = '', error = '']) => ({ value, error })))('$value', ({ value, error }) => {
    expect(() => readSettings({ cors: valueOf(value) })).toThrow(new TypeError(error))
  })
})

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...rulePages, ...pagesIn('docs')])(
  '%s',
  (page) => {
    test('links to pages and headings that are there', () => {
      const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      const broken = links.filter(([, path = '', anchor]) => {
        const target = path === '' ? page : join(page, '..', path)
        return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
      })
      expect(broken.map(([link]) => link)).toEqual([])
    })
  },
)

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** The anchors of the headings of a page, as code hosts make them. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** The fenced blocks of a page. */
function blocksOf(page: string): Block[] {
  const found: Block[] = []
  let section = ''
  let open: { line: number; language: string; lines: string[] } | undefined
  for (const [index, text] of read(page).split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(text)
    if (open && fence) {
      found.push({ page, line: open.line, language: open.language, section, code: `${open.lines.join('\n')}\n` })
      open = undefined
    } else if (open) open.lines.push(text)
    else if (fence) open = { line: index + 2, language: fence[1] ?? '', lines: [] }
    else section = /^## (.+)$/.exec(text)?.[1] ?? section
  }
  if (open) throw new Error(`${page}:${open.line} is never closed`)
  return found
}

interface Pair {
  readonly before: Block
  readonly after: Block
}

/** Blocks that stand by twos. */
function pairsIn(blocks: readonly Block[]): Pair[] {
  return blocks.flatMap((before, index): Pair[] => {
    const after = blocks[index + 1]
    if (index % 2 === 1) return []
    if (!after) throw new Error(`${before.page}:${before.line} has no counterpart`)
    return [{ before, after }]
  })
}

/** What all rules together say about a block. */
function lint(block: Block): Linter.LintMessage[] {
  return new Linter({ cwd: root }).verify(block.code, configFor({}, block.page), fileNameOf(block))
}

function fix(block: Block, cors: unknown, fileName = fileNameOf(block)): string {
  const config = configFor(cors, block.page)
  const { output, messages } = new Linter({ cwd: root }).verifyAndFix(block.code, config, join(root, fileName))
  expect(messages, `${describeBlock(block, messages)}something is left after the fix`).toEqual([])
  return output
}

/** Every rule; that answers to preflights are kept is asked of the examples on the page of that rule only. */
function configFor(cors: unknown, page: string): Linter.Config[] {
  const isAboutAge = page === 'docs/rules/require-max-age.md'
  const rules: Linter.RulesRecord = isAboutAge ? {} : { 'cors/require-max-age': 'off' }
  return defineConfig([
    { plugins: { cors: plugin }, extends: ['cors/strict'], settings: { cors }, rules },
    { files: ['**/*.ts'], languageOptions: { parser } },
  ])
}

function fileNameOf({ language }: Block): string {
  return `src/server.${language}`
}

/** Where a block is and what was said there, in lines of the page. */
function describeBlock({ page, line }: Block, messages: readonly Linter.LintMessage[]): string {
  const reports = messages.map((one) => `${page}:${line + one.line - 1} ${one.ruleId ?? 'error'}: ${one.message}\n`)
  return `${page}:${line}\n${reports.join('')}`
}

async function lintExamples(): Promise<string> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: defineConfig([
      { ignores: ['**/eslint.config.js', '**/lint.js'] },
      { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser } },
      { plugins: { cors: plugin }, extends: ['cors/recommended'] },
    ]),
  })
  const results = await eslint.lintFiles(['docs/examples'])
  const named = results.map((result) => ({
    ...result,
    filePath: relative(root, result.filePath).replaceAll(sep, '/'),
  }))
  const formatter = await eslint.loadFormatter('stylish')
  return stripVTControlCharacters(await formatter.format(named))
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

interface Snippet {
  readonly line: number
  readonly text: string
  readonly settings: { readonly cors: unknown }
}

/** The `settings: { … }` lines of the code on a page. */
function settingsIn(page: string): Snippet[] {
  return blocksOf(page).flatMap((block) =>
    block.code.split('\n').flatMap((text, index): Snippet[] => {
      const [, object] = /^ *settings: (\{.*\}),?$/.exec(text) ?? []
      return object === undefined
        ? []
        : [{ line: block.line + index, text, settings: valueOf(object) as Snippet['settings'] }]
    }),
  )
}

function valueOf(expression: string): unknown {
  return runInThisContext(`(${expression})`)
}
