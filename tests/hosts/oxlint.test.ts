import { relative, sep } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { corpus, type Batch } from './harness/corpus.ts'
import { lint } from './harness/eslint.ts'
import { Project } from './harness/project.ts'

/** A finding: `file:line:column rule: message`. */
type Findings = readonly string[]

interface Seen {
  readonly findings: Findings
  /** The texts after all fixes, by path. */
  readonly fixed: ReadonlyMap<string, string>
}

interface Diagnostic {
  readonly message: string
  readonly code?: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
}

/** oxlint looks into `.gitignore`, so its projects stand outside of this repository. */
const LINKED = ['eslint', '@typescript-eslint/parser', '@eslint-community/regexpp', 're2js', 'tldts']

const projects: Project[] = []
let batches: readonly Batch[] = []
let eslint: Seen
let oxlint: Seen

beforeAll(async () => {
  batches = await corpus()
  const paths = Object.keys(filesOf(batches))
  const textsOf = (project: Project): ReadonlyMap<string, string> =>
    new Map(paths.map((path) => [path, project.read(path)]))

  const one = projectOf()
  const said = await eslintIn(one, false)
  await eslintIn(one, true)
  eslint = { findings: [...said].sort(), fixed: textsOf(one) }

  const other = projectOf()
  const findings: string[] = []
  for (const [index, batch] of batches.entries()) {
    findings.push(...(await oxlintIn(other, batch, index, false)))
    // ESLint fixes up to ten times, and oxlint once in each run.
    const isFixed = (): boolean =>
      Object.keys(filesOf([batch])).every((path) => other.read(path) === eslint.fixed.get(path))
    for (let pass = 0; pass < 4 && !isFixed(); pass++) await oxlintIn(other, batch, index, true)
  }
  oxlint = { findings: findings.sort(), fixed: textsOf(other) }
}, 900_000)

afterAll(() => {
  for (const project of projects) project.remove()
}, 60_000)

test('oxlint finds what ESLint finds in all cases of the rule tests and all code of the rule pages', () => {
  expect(eslint.findings.length).toBeGreaterThan(1000)
  expect(oxlint.findings).toEqual(eslint.findings)
})

test('oxlint writes what ESLint writes', () => {
  const original = filesOf(batches)
  const changed = [...eslint.fixed].filter(([path, text]) => text !== original[path])
  expect(changed.length).toBeGreaterThan(300)
  const differing = changed.filter(([path, text]) => oxlint.fixed.get(path) !== text)
  expect(differing.map(([path, text]) => ({ path, eslint: text, oxlint: oxlint.fixed.get(path) }))).toEqual([])
})

test('oxlint writes nothing where ESLint does not', () => {
  const original = filesOf(batches)
  const untouched = [...eslint.fixed].filter(([path, text]) => text === original[path])
  expect(untouched.filter(([path, text]) => oxlint.fixed.get(path) !== text)).toEqual([])
})

function projectOf(): Project {
  const project = new Project('editors', filesOf(batches), LINKED)
  projects.push(project)
  return project
}

function filesOf(all: readonly Batch[]): Record<string, string> {
  return Object.fromEntries(
    all.flatMap(({ groups }) =>
      groups.flatMap(({ folder, files }) => Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
    ),
  )
}

async function eslintIn(project: Project, isFixing: boolean): Promise<Findings> {
  const blocks = batches.flatMap(({ settings, groups }) =>
    groups.map(({ folder, rules, isCommonJs }) => ({
      files: [`${folder}/**`],
      languageOptions: { sourceType: isCommonJs ? 'commonjs' : 'module' },
      rules,
      settings,
    })),
  )
  project.write({
    'eslint.config.js': [
      "import * as parser from '@typescript-eslint/parser'",
      "import cors from 'eslint-plugin-cors'",
      `const blocks = ${JSON.stringify(blocks)}`,
      "const linterOptions = { reportUnusedDisableDirectives: 'off' }",
      "const typed = { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser } }",
      "export default [{ ignores: ['*.js'] }, { plugins: { cors }, linterOptions }, ...blocks, typed]",
    ].join('\n'),
  })
  const results = await lint(project, ['.', ...(isFixing ? ['--fix'] : [])])
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => {
      const path = relative(project.folder, filePath).replaceAll(sep, '/')
      return `${path}:${String(line)}:${String(column)} ${ruleId ?? ''}: ${message}`
    }),
  )
}

/** Settings hold for a whole run of oxlint. */
async function oxlintIn(project: Project, batch: Batch, index: number, isFixing: boolean): Promise<Findings> {
  const { settings = {}, groups } = batch
  const config = `batch-${String(index)}.json`
  project.write({
    [config]: JSON.stringify({
      plugins: [],
      categories: { correctness: 'off' },
      jsPlugins: ['eslint-plugin-cors'],
      settings,
      overrides: groups.map(({ folder, rules }) => ({ files: [`${folder}/**`], rules })),
    }),
  })
  const args = ['--config', config, ...groups.map(({ folder }) => folder), ...(isFixing ? ['--fix'] : [])]
  const { status, stdout, stderr } = await project.run('oxlint', 'bin/oxlint', [...args, '--format', 'json'])
  expect(status, stdout + stderr).toBeLessThan(2)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
  return diagnostics.map(lineOf)
}

function lineOf({ message, code, filename, labels: [label] }: Diagnostic): string {
  const rule = code?.replace(/^(.+)\((.+)\)$/, '$1/$2') ?? ''
  return `${filename}:${String(label?.span.line)}:${String(label?.span.column)} ${rule}: ${message}`
}
