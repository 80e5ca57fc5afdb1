// What the inventory adds to a plain lint of a tree of 3,000 files, and how its memory grows with the tree.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { corsServer, plainServer } from './servers.mjs'

const bin = fileURLToPath(new URL('../../dist/src/inventory/bin.js', import.meta.url))
const eslint = fileURLToPath(new URL('../../node_modules/eslint/bin/eslint.js', import.meta.url))
const plugin = new URL('../../dist/src/index.js', import.meta.url).href

/** A tree in which one file of ten has a policy. */
function treeOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'))
  for (let index = 0; index < files; index++) {
    const directory = join(folder, `service-${index % 50}`)
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, `file-${index}.js`), index % 10 === 0 ? corsServer : plainServer)
  }
  const config = `import cors from '${plugin}'\nexport default [{ ignores: ['eslint.config.mjs'] }, cors.configs.strict]\n`
  writeFileSync(join(folder, 'eslint.config.mjs'), config)
  return folder
}

/** Seconds, and the largest resident memory in MiB. */
function run(script, args, cwd) {
  const measuring = `process.on('exit', () => console.error('MAXRSS ' + process.resourceUsage().maxRSS))`
  const start = performance.now()
  const loader = `data:text/javascript,${encodeURIComponent(measuring)}`
  const command = `"${process.execPath}" --import "${loader}" "${script}" ${args.join(' ')} 2>&1 >/dev/null || true`
  const errors = execFileSync('/bin/sh', ['-c', command], { cwd, encoding: 'utf8' })
  const memory = Number(/MAXRSS (\d+)/.exec(errors)?.[1] ?? NaN) / 1024
  return { seconds: (performance.now() - start) / 1000, memory }
}

/** The row of a table: the lint alone, the inventory, their ratio, and the memory of the inventory. */
export function inventoryRow(files = 3000, rounds = 3) {
  const folder = treeOf(files)
  try {
    const ratios = []
    let [lint, inventory] = []
    for (let round = 0; round < rounds; round++) {
      lint = run(eslint, ['.'], folder)
      inventory = run(bin, ['--concurrency', 'off', '--format', 'json'], folder)
      ratios.push(inventory.seconds / lint.seconds)
    }
    const ratio = ratios.sort((one, other) => one - other)[Math.floor(rounds / 2)]
    const cells = [files, ratio.toFixed(2), `${lint.memory.toFixed(0)} MiB`, `${inventory.memory.toFixed(0)} MiB`]
    return `| ${cells.join(' | ')} |`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const INVENTORY_HEAD =
  '| files | inventory / lint, time | memory of the lint | memory of the inventory |\n| --: | --: | --: | --: |'
