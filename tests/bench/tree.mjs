// What the rules cost over a tree of real files, beside those that ESLint recommends.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import { ESLint } from 'eslint'

import cors from '../../dist/src/index.js'

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url))

const config = [
  {
    ...js.configs.recommended,
    files: ['**/*.{js,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { cors },
    rules: {
      ...js.configs.recommended.rules,
      ...Object.fromEntries(Object.keys(cors.rules).map((name) => [`cors/${name}`, 'error'])),
    },
  },
]

/** The sources of installed packages, each once, in the order of their names. */
function* sources(folder = packages) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (/^(?!.*\.min\.)[^.].*\.[cm]?js$/.test(entry.name) && existsSync(path) && statSync(path).size < 500_000)
      yield path
  }
}

/**
 * How long all rules of the plugin take over a number of files, as a share of the whole lint: parsing, the rules that
 * ESLint recommends, and these. With the largest resident memory, in MiB.
 */
export async function shareOfTree(count = 3000) {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config, stats: true })
  let [own, whole, files, peak] = [0, 0, 0, 0]
  // Every so many files, so that all packages have a part in it.
  const all = [...sources()]
  const step = Math.max(Math.floor(all.length / count), 1)
  for (let index = 0; index < all.length && files < count; index += step) {
    const [{ stats }] = await eslint.lintText(readFileSync(all[index], 'utf8'), { filePath: 'file.js' })
    for (const { total, rules = {} } of stats.times.passes) {
      whole += total
      for (const [name, time] of Object.entries(rules)) if (name.startsWith('cors/')) own += time.total
    }
    files += 1
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  return { files, share: own / whole, memory: peak / 2 ** 20 }
}
