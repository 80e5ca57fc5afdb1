import { execFileSync, execSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the published package', () => {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', { cwd: root, encoding: 'utf8', stdio: 'pipe' })
  const [packed] = JSON.parse(output) as [{ files: { path: string }[] }]
  const files = packed.files.map(({ path }) => path)

  test('has the code, its types and its papers', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/src/index.d.ts',
        'dist/src/index.js',
        'dist/src/inventory/bin.js',
        'dist/src/inventory/options.js',
        'inventory.schema.json',
        'package.json',
      ]),
    )
  })

  test('has nothing else', () => {
    const expected =
      /^(dist\/src\/(index|inventory\/(bin|options)|chunks\/\w+)\.js|inventory\.schema\.json|dist\/(src|rules)\/.*\.d\.ts|CHANGELOG\.md|LICENSE|README\.md|package\.json)$/
    expect(files.filter((file) => !expected.test(file))).toEqual([])
  })
})

describe('importing the plugin', () => {
  test('loads neither typescript nor eslint', () => {
    const loaded = packagesLoadedBy(pathToFileURL(join(root, 'dist/src/index.js')).href)
    expect(loaded).not.toContain('typescript')
    expect(loaded).not.toContain('eslint')
  })

  test('loads what is large on first need only', () => {
    const loaded = packagesLoadedBy(pathToFileURL(join(root, 'dist/src/index.js')).href)
    expect(loaded.filter((name) => /^(?:tldts.*|re2js|@eslint-community\/regexpp)$/.test(name))).toEqual([])
  })

  test('would be seen loading them', () => {
    expect(packagesLoadedBy('@typescript-eslint/utils')).toContain('eslint')
    expect(packagesLoadedBy('typescript')).toContain('typescript')
  })
})

/** The packages whose files a fresh process loads, by import or by require. */
function packagesLoadedBy(specifier: string): string[] {
  const output = execFileSync(process.execPath, [join(root, 'tests/support/print-loaded.cjs'), specifier], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const names = (JSON.parse(output) as string[]).map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1])
  return [...new Set(names)].filter((name) => name !== undefined).sort()
}
