import { execFileSync, execSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join, posix } from 'node:path'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly files: { readonly path: string; readonly size: number }[]
}

describe('the published package', () => {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', { cwd: root, encoding: 'utf8', stdio: 'pipe' })
  const [{ size, unpackedSize, files }] = JSON.parse(output) as [Packed]

  test('has the code, the types that it gives, its papers, and nothing else', () => {
    const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
    console.log(
      [
        `packed ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}`,
        ...files.map((file) => `${file.path} ${kilobytes(file.size)}`),
      ].join('\n'),
    )
    const types = declarationsFrom('dist/src/index.d.ts')
    expect(types).toContain('dist/src/settings.d.ts')
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'inventory.schema.json', 'package.json']
    const code = ['index.js', 'inventory/bin.js', 'inventory/options.js'].map((name) => `dist/src/${name}`)
    const paths = files.map(({ path }) => path).filter((path) => !/^dist\/src\/chunks\/\w+\.js$/.test(path))
    expect(paths.sort()).toEqual([...papers, ...code, ...types].sort())
  })

  test('has types that know no package but the one that users have', () => {
    const packages = declarationsFrom('dist/src/index.d.ts').flatMap(specifiersIn)
    expect(new Set(packages.filter((specifier) => !specifier.startsWith('.')))).toEqual(new Set(['eslint']))
  })

  test('asks for nothing that its code does not load', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const code = files.map(({ path }) => path).filter((path) => path.endsWith('.js'))
    const text = code.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
    const idle = Object.keys(dependencies).filter((name) => !new RegExp(`["'\`]${name}["'\`]`).test(text))
    expect(Object.keys(dependencies)).toContain('re2js')
    expect(idle).toEqual([])
  })
})

/** The declaration files that a file leads to, with itself. */
function declarationsFrom(file: string, found = new Set<string>()): string[] {
  if (found.has(file)) return []
  found.add(file)
  for (const specifier of specifiersIn(file)) {
    if (specifier.startsWith('.'))
      declarationsFrom(posix.join(posix.dirname(file), specifier).replace(/\.[jt]s$/, '.d.ts'), found)
  }
  return [...found]
}

/** What a declaration file imports. */
function specifiersIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/\b(?:from|import\() ?['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier)
}

test('two builds are the same, byte for byte, and so are two packages', { timeout: 60_000 }, () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'build-')))
  try {
    const built = folders.map((folder) => {
      const options = ['--config', 'rolldown.config.js', '--dir', join(folder, 'dist'), '--log-level', 'silent']
      execFileSync(join(root, 'node_modules/.bin/rolldown'), options, { cwd: root, stdio: 'pipe' })
      const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
      const [{ filename }] = JSON.parse(
        execFileSync('npm', packing, { cwd: root, encoding: 'utf8', stdio: 'pipe' }),
      ) as [{ filename: string }]
      const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.js'),
      )
      const contents = files.sort().map((name) => [name, readFileSync(join(folder, 'dist', name), 'utf8')] as const)
      return { contents, tarball: readFileSync(join(folder, filename)).toString('base64') }
    })
    const [first, second] = built
    expect(first!.contents.length).toBeGreaterThan(3)
    expect(second!.contents).toEqual(first!.contents)
    expect(second!.tarball === first!.tarball).toBe(true)
    // What lies in `dist` is such a build.
    for (const [name, text] of first!.contents) expect(readFileSync(join(root, 'dist/src', name), 'utf8')).toBe(text)
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
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
