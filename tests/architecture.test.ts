import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Imports run one way. Each part of the code, with the parts it may import: a part is a file of `src`, a folder of
 * `src`, `rules`, or the list of rules. `docs/architecture.md` shows the same as a picture.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/index': ['rules/index', 'src/configs', 'src/settings'],
  'rules/index': ['rules'],
  rules: [
    'src/applications',
    'src/rule',
    'src/exposure',
    'src/weaknesses',
    'src/flaws',
    'src/conflicts',
    'src/sequence',
    'src/preflight',
    'src/defects',
    'src/misnaming',
    'src/fixes',
    'src/grants/model',
    'src/policy',
    'src/protocol',
    'src/settings',
    'src/values',
    'src/origins',
  ],
  'src/exchange': ['src/exchange'],
  'src/inventory': [
    'src/inventory',
    'src/defects',
    'src/exchange',
    'src/exposure',
    'src/applications',
    'src/files',
    'src/grants/model',
    'src/index',
    'src/mentions',
    'src/origins',
    'src/policies',
    'src/policy',
    'src/settings',
    'src/values',
    'src/weaknesses',
  ],
  'src/configs': ['src/rule'],
  'src/rule': [
    'src/files',
    'src/mentions',
    'src/policies',
    'src/fixes',
    'src/grants/model',
    'src/policy',
    'src/settings',
    'src/values',
  ],
  'src/exposure': ['src/misnaming', 'src/weaknesses', 'src/grants/model', 'src/policy', 'src/origins'],
  'src/flaws': ['src/weaknesses', 'src/grants/model', 'src/policy', 'src/values', 'src/origins'],
  'src/weaknesses': ['src/grants/model', 'src/policy', 'src/values', 'src/origins'],
  'src/conflicts': ['src/applications', 'src/grants/model', 'src/policy', 'src/values'],
  'src/sequence': ['src/preflight', 'src/applications', 'src/grants/model', 'src/policy', 'src/values'],
  'src/preflight': ['src/preflight', 'src/applications', 'src/grants/model', 'src/policy', 'src/values'],
  'src/defects': ['src/exposure', 'src/grants/model', 'src/policy', 'src/protocol', 'src/values'],
  'src/fixes': [
    'src/fixes',
    'src/applications',
    'src/defects',
    'src/grants/model',
    'src/policy',
    'src/protocol',
    'src/settings',
    'src/values',
    'src/origins',
  ],
  'src/misnaming': ['src/grants/model', 'src/policy'],
  'src/files': ['src/policies', 'src/readers', 'src/analyses', 'src/mentions', 'src/grants/model', 'src/policy'],
  'src/mentions': ['src/protocol', 'src/readers/index', 'src/values'],
  'src/analyses': ['src/values'],
  'src/policies': [
    'src/readers/index',
    'src/readers/reader',
    'src/analyses',
    'src/mentions',
    'src/applications',
    'src/grants/model',
    'src/policy',
    'src/settings',
    'src/modules',
    'src/values',
    'src/origins',
  ],
  'src/semantics': ['src/policy'],
  'src/options': [
    'src/options',
    'src/facts',
    'src/grants',
    'src/grants/model',
    'src/modules',
    'src/policy',
    'src/readers/reader',
    'src/semantics',
    'src/values',
  ],
  'src/readers/index': ['src/readers', 'src/readers/reader'],
  'src/readers': [
    'src/readers/reader',
    'src/analyses',
    'src/facts',
    'src/grants',
    'src/grants/model',
    'src/options',
    'src/policy',
    'src/protocol',
    'src/semantics',
    'src/modules',
    'src/values',
    'src/origins',
    'src/semantics',
  ],
  'src/readers/reader': ['src/grants/model', 'src/policy', 'src/semantics', 'src/values'],
  'src/applications': ['src/applications', 'src/modules', 'src/values', 'src/origins'],
  'src/facts': ['src/grants/model', 'src/policy', 'src/values'],
  'src/grants/model': ['src/values'],
  'src/grants': [
    'src/grants',
    'src/callbacks',
    'src/grants/model',
    'src/modules',
    'src/policy',
    'src/semantics',
    'src/values',
    'src/origins',
  ],
  'src/callbacks': ['src/grants/model', 'src/policy', 'src/values'],
  'src/policy': ['src/grants/model', 'src/applications', 'src/settings', 'src/values', 'src/origins'],
  'src/modules': ['src/values'],
  'src/settings': ['src/origins'],
  'src/values': ['src/values', 'src/origins'],
  'src/origins': ['src/origins'],
  'src/protocol': ['src/protocol'],
}

/** What published code may load from outside. Anything else may only give types. */
const MAY_LOAD = [/^(re2js|tldts|@eslint-community\/regexpp)$/, /^node:(module|path)$/, /^#package\.json$/]

/** What the command may load besides; the plugin loads nothing of the command. */
const COMMAND_MAY_LOAD = /^(?:eslint|@typescript-eslint\/parser|cli-progress|node:\w+(?:\/\w+)?)$/

interface Import {
  readonly from: string
  readonly to: string
  readonly onlyTypes: boolean
}

const files = ['src', 'rules'].flatMap(filesIn)
const imports = files.flatMap(importsOf)
const inside = imports.filter(({ to }) => files.includes(to))
const outside = imports.filter(({ to }) => !files.includes(to))

describe('imports', () => {
  test('were found', () => {
    expect(inside).toContainEqual({ from: 'src/index.ts', to: 'src/configs.ts', onlyTypes: false })
    expect(outside).toContainEqual({ from: 'src/index.ts', to: 'eslint', onlyTypes: true })
  })

  test('each file belongs to a part', () => {
    expect(files.filter((file) => !(partOf(file) in MAY_IMPORT))).toEqual([])
  })

  test('run one way', () => {
    const offending = inside.filter(
      ({ from, to }) => !isOfOneReader(from, to) && !MAY_IMPORT[partOf(from)]?.includes(partOf(to)),
    )
    expect(offending.map(print)).toEqual([])
  })

  test('are never circular', () => {
    expect(cycles().map((cycle) => cycle.join(' → '))).toEqual([])
  })

  test('load little from outside', () => {
    const offending = outside.filter(
      ({ from, to, onlyTypes }) =>
        !onlyTypes &&
        !MAY_LOAD.some((name) => name.test(to)) &&
        !(from.startsWith('src/inventory/') && COMMAND_MAY_LOAD.test(to)),
    )
    expect(offending.map(print)).toEqual([])
  })
})

/** A reader that needs several files has a folder; readers do not import one another. */
function isOfOneReader(from: string, to: string): boolean {
  return posix.dirname(from) === posix.dirname(to) && posix.dirname(posix.dirname(from)) === 'src/readers'
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** `src/values/tree.ts` → `src/values`; `src/rule.ts` → `src/rule`; `rules/no-x.ts` → `rules`. */
function partOf(file: string): string {
  const path = file.replace(/\.ts$/, '')
  const segments = path.startsWith('src/') ? 2 : 1
  return path in MAY_IMPORT ? path : path.split('/').slice(0, segments).join('/')
}

function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(join(root, from), 'utf8'), ts.ScriptTarget.Latest)
  const found: Import[] = []
  visit(source)
  return found

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression, false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true)
    } else if (ts.isCallExpression(node) && isImportOrRequire(node.expression)) {
      add(node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }

  function add(specifier: ts.Node | undefined, onlyTypes: boolean): void {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier))
      throw new Error(`${from}: an import by a computed name`)
    const { text } = specifier
    found.push({ from, to: text.startsWith('.') ? posix.join(posix.dirname(from), text) : text, onlyTypes })
  }
}

function isImportOrRequire(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function print({ from, to, onlyTypes }: Import): string {
  return `${from} → ${to}${onlyTypes ? ' (types)' : ''}`
}

/** Each circle of imports once, whether it carries values or types. */
function cycles(): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  for (const file of files) follow(file, [])
  return found

  function follow(file: string, path: readonly string[]): void {
    const start = path.indexOf(file)
    if (start !== -1) found.push([...path.slice(start), file])
    if (start !== -1 || done.has(file)) return
    for (const { to } of inside.filter(({ from }) => from === file)) follow(to, [...path, file])
    done.add(file)
  }
}
