// Measures the built plugin; all figures are medians of runs that take turns.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import sonarjs from 'eslint-plugin-sonarjs'
import { Bench } from 'tinybench'

import cors from '../../dist/src/index.js'
import { INVENTORY_HEAD, inventoryRow } from './inventory.mjs'
import { shareOfTree } from './tree.mjs'
import { keystrokes } from './keystrokes.mjs'
import { corsServer, hostilePatterns, longServer, manyPolicies, plainServer, withPattern } from './servers.mjs'

const root = new URL('../../', import.meta.url)
const linter = new Linter()
const strict = Object.fromEntries(Object.keys(cors.rules).map((name) => [`cors/${name}`, 'error']))
const RULES = { none: {}, sonarjs: { 'sonarjs/cors': 'error' }, strict }

const configOf = (rules, parser) => [
  {
    files: ['**'],
    languageOptions: { sourceType: 'module', ...(parser && { parser }) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { cors, sonarjs },
    rules,
  },
]

/** The milliseconds of each run of each task, one round after the other, so that all meet the same machine. */
async function measure(tasks, rounds) {
  const samples = new Map(Object.keys(tasks).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    const bench = new Bench({ iterations: 1, time: 0, warmup: false, retainSamples: true })
    for (const [name, task] of Object.entries(tasks)) bench.add(name, task)
    await bench.run()
    // The first round warms up.
    if (round >= 0) for (const task of bench.tasks) samples.get(task.name).push(task.result.latency.p50)
  }
  return samples
}

const sorted = (values) => [...values].sort((one, other) => one - other)
const at = (values, share) => sorted(values)[Math.round((values.length - 1) * share)]
const median = (values) => at(values, 0.5)
const figure = (values) =>
  `${median(values).toFixed(2)} (${at(values, 0.25).toFixed(2)}–${at(values, 0.75).toFixed(2)})`

async function compare(name, code, parserName, parser, rounds) {
  const lint = (rules) => () => void linter.verify(code, configOf(rules, parser), 'server.js')
  const samples = await measure(
    { none: lint(RULES.none), sonarjs: lint(RULES.sonarjs), strict: lint(RULES.strict) },
    rounds,
  )
  const ratio = (one, other) => samples.get(one).map((value, index) => value / samples.get(other)[index])
  const whole = figure(ratio('strict', 'sonarjs'))
  return `| ${name} | ${parserName} | ${figure(ratio('strict', 'none'))} | ${figure(ratio('sonarjs', 'none'))} | ${whole} |`
}

const comparisons = []
for (const [parserName, parser] of [['espree'], ['@typescript-eslint/parser', typescriptParser]]) {
  comparisons.push(await compare('300 lines with CORS', corsServer, parserName, parser, 15))
  comparisons.push(await compare('300 lines without', plainServer, parserName, parser, 15))
  comparisons.push(await compare('5,000 lines with CORS', longServer, parserName, parser, 5))
  comparisons.push(await compare('1,000 `cors()` calls', manyPolicies(1000), parserName, parser, 3))
}

const growth = await measure(
  Object.fromEntries(
    [10, 100, 1000].map((count) => {
      const code = manyPolicies(count)
      return [String(count), () => void linter.verify(code, configOf(strict), 'server.js')]
    }),
  ),
  3,
)
const grown = (count) => `${(median(growth.get(String(count))) / median(growth.get('10'))).toFixed(1)}`

const hostile = await measure(
  Object.fromEntries(
    hostilePatterns.map((pattern) => [
      pattern,
      () => void linter.verify(withPattern(pattern), configOf(strict), 'server.js'),
    ]),
  ),
  5,
)
const worst = [...hostile].sort((one, other) => median(other[1]) - median(one[1]))[0]

const IMPORT = `const start = performance.now(); await import('./dist/src/index.js'); console.log(performance.now() - start)`
const imports = Array.from({ length: 9 }, () =>
  Number(execFileSync(process.execPath, ['--input-type=module', '--eval', IMPORT], { cwd: root, encoding: 'utf8' })),
)
const plugin = new URL('dist/src/index.js', root).href
const loaded = JSON.parse(
  execFileSync(process.execPath, ['tests/support/print-loaded.cjs', plugin], { cwd: root, encoding: 'utf8' }),
).length

const tree = await shareOfTree()
const inventory = [inventoryRow(1000, 1), inventoryRow(3000, 1)]

const typed = Object.entries(await keystrokes()).map(([name, values]) => `| ${name} | ${figure(values)} |`)

const page = `# Performance

\`npm run build && npm run bench\` writes this page. Runs take turns, so that a busy machine slows all of them alike. Ratios come first, because milliseconds are those of one machine. Each figure is a median, with the middle half in brackets.

## Cost

How long ESLint takes with the rules, where 1 is ESLint that parses the file and has no rules. The last column compares the two: below 1, all rules of \`cors/strict\` are faster than the one rule \`sonarjs/cors\`.

| file | parser | \`cors/strict\` | \`sonarjs/cors\` | \`cors/strict\`, to \`sonarjs/cors\` |
| :-- | :-- | --: | --: | --: |
${comparisons.join('\n')}

## Real files

Sources of installed packages, a part of each, with the rules that ESLint recommends beside these. Many of these packages are about CORS.

| files | share of the lint that is \`cors/strict\` | memory |
| --: | --: | --: |
| ${String(tree.files)} | ${(tree.share * 100).toFixed(1)} % | ${tree.memory.toFixed(0)} MiB |

## Inventory

A tree in which one file of ten has policies.

${INVENTORY_HEAD}
${inventory.join('\n')}

## Growth

| \`cors()\` calls | time, where 10 calls take 1 |
| --: | --: |
| 10 | ${grown(10)} |
| 100 | ${grown(100)} |
| 1000 | ${grown(1000)} |

## Import and patterns

| | |
| :-- | --: |
| import in a fresh process, ms | ${figure(imports)} |
| modules loaded | ${String(loaded)} |
| worst hostile pattern, whole file, ms | ${figure(worst[1])} |

## Keystrokes

How long ESLint takes, as a language server calls it, after each character of an origin that is typed into a TypeScript server of 500 lines.

| linted with | ms for each keystroke |
| :-- | --: |
${typed.join('\n')}
`
writeFileSync(new URL('docs/performance.md', root), page)
process.stdout.write(page)
