import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'

import { ESLint, Linter } from 'eslint'

import { inventoryOf, type Inventory } from '../../src/inventory/inventory.ts'
import { eslintOptions } from '../../src/inventory/options.ts'

const examples = fileURLToPath(new URL('../../docs/examples', import.meta.url))
const options = eslintOptions({ cwd: examples, isFixing: false, concurrency: 'off' })

/** The inventory of the servers in `docs/examples`. */
export async function inventoryOfExamples(): Promise<Inventory> {
  const results = await new ESLint(options).lintFiles(['.'])
  return inventoryOf(results, (path) => relative(examples, path))
}

/** The inventory of one file. */
export function inventoryOfText(code: string, filename = 'server.js'): Inventory {
  const messages = new Linter().verify(code, options.overrideConfig as Linter.Config[], { filename })
  const result = { filePath: filename, messages, suppressedMessages: [] } as unknown as ESLint.LintResult
  return inventoryOf([result], (path) => path)
}

/** The policies of the examples, in so many files. */
export async function largeInventory(policies: number): Promise<Inventory> {
  const inventory = await inventoryOfExamples()
  return {
    ...inventory,
    files: policies,
    policies: Array.from({ length: policies }, (_, index) => ({
      ...inventory.policies[index % inventory.policies.length]!,
      file: `services/server-${index}.js`,
    })),
  }
}

const MARKUP = '</script><script>globalThis.isHacked = 1</script><img src=x onerror="isHacked=2;alert(1)">'

/** Code, names, strings and messages that would like to run. */
export function hostileInventory(): Inventory {
  const code = [
    "import cors from 'cors'",
    `app.use(${JSON.stringify(`/${MARKUP}`)}, cors({ // ${MARKUP} </pre><!--`,
    '  origin: (origin, callback) => callback(null, origin.startsWith("https://app.example.com")),',
    `  methods: [${JSON.stringify(MARKUP)}, 'a" onmouseover="alert(1)'], credentials: true,`,
    `  allowedHeaders: [\`\${${JSON.stringify(MARKUP)}}\`] }))`,
  ].join('\n')
  const inventory = inventoryOfText(code)
  return {
    ...inventory,
    policies: inventory.policies.map((policy) => ({ ...policy, file: `${MARKUP}\u202Egnp.js` })),
    fileFindings: inventory.policies.flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, file: MARKUP, message: MARKUP })),
    ),
    problems: [{ file: MARKUP, line: 1, message: MARKUP }],
  }
}
