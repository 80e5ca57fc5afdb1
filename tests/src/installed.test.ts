import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { expect, test } from 'vitest'

import plugin from '../../src/index.ts'
import { mentionsIn } from '../../src/mentions.ts'

const ROOT = join(import.meta.dirname, '../../node_modules')
/** One file in so many is linted: all of them take minutes. */
const SHARE = 16
/** Bundles that are larger cost time and have no other syntax. */
const MAX_SIZE = 200_000

const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`cors/${name}`, 'error' as const]))
const linter = new Linter()

function isChosen(file: string): boolean {
  return createHash('sha1').update(file).digest().readUInt32BE() % SHARE === 0
}

test('the code of installed packages crashes no rule', { timeout: 240_000 }, () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.[cm]?js$/.test(file) && isChosen(file.replaceAll('\\', '/')),
  )
  let seen = 0
  for (const file of files) {
    const path = join(ROOT, file)
    const stats = statSync(path)
    if (!stats.isFile() || stats.size > MAX_SIZE) continue
    const text = readFileSync(path, 'utf8')
    const { cors, sockets } = mentionsIn({ ast: {}, text } as Parameters<typeof mentionsIn>[0])
    if (!cors && !sockets) continue
    for (const sourceType of ['module', 'commonjs'] as const) {
      const messages = linter.verify(
        text,
        [{ files: ['**'], languageOptions: { sourceType }, plugins: { cors: plugin }, rules }],
        'server.js',
      )
      if (messages.some(({ fatal }) => fatal)) continue
      seen += 1
      break
    }
  }
  expect(seen).toBeGreaterThan(20)
})
