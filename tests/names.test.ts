import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import plugin from '../src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'rules', 'tests', 'docs'].flatMap(filesIn)
const sources = files.filter((file) => /^(?:src|rules)\/.*(?<!\.d)\.ts$/.test(file))

/** Words that say that nobody knew what belongs together. */
const VAGUE = /(?:^|[-./])(?:utils?|helpers?|misc|common)(?:[-./]|$)/

describe('files', () => {
  test('were found', () => {
    expect(files).toContain('src/values/tree.ts')
    expect(files.length).toBeGreaterThan(300)
    expect(VAGUE.test('src/utils.ts') && VAGUE.test('src/helpers/url.ts') && VAGUE.test('tests/test-helper.ts')).toBe(
      true,
    )
  })

  test('say what they hold', () => {
    expect(files.filter((file) => VAGUE.test(file))).toEqual([])
  })

  test('are written in small letters with dashes', () => {
    const odd = sources.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(basename(file)))
    expect(odd).toEqual([])
  })

  test('are small: under 350 lines, and rules under 120', () => {
    const limit = (file: string): number => (file.startsWith('rules/') ? 120 : 350)
    const lengths = sources.map((file) => ({ file, lines: read(file).split('\n').length }))
    expect(lengths.filter(({ file, lines }) => lines > limit(file))).toEqual([])
  })
})

test('rules say what they forbid, require or hold valid, or the order that they want', () => {
  for (const name of Object.keys(plugin.rules)) expect(name).toMatch(/^(?:no|require|valid)-|-before-/)
})

test('functions that tell types apart start with `is` or `has`', () => {
  const found = sources.flatMap(predicatesIn)
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter((name) => !/: (?:is|has)[A-Z]/.test(name))).toEqual([])
})

/** `file: name` of each function whose result is a type predicate. */
function predicatesIn(file: string): string[] {
  return [...read(file).matchAll(/\bfunction (\w+)(?:<[^>]*>)?\([^)]*\): \w+ is /g)].map(
    ([, name = '']) => `${file}: ${name}`,
  )
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => !/(?:^|\/)(?:node_modules|\.generated)\//.test(file))
    .sort()
}
