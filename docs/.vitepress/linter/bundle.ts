import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const eslint = dirname(createRequire(import.meta.url).resolve('eslint/package.json'))

/** What the linter asks of Node, and what answers in the page. */
const HOSTS: Readonly<Record<string, string>> = {
  'node:module': here('hosts/module.ts'),
  'node:path': 'pathe',
  path: 'pathe',
}

/** What is never reached in the page. */
const ABSENT = [
  /^(?:node:)?(?:fs|os|util|url|child_process|perf_hooks|inspector|crypto|process|tty|worker_threads)$/,
  /^(?:tinyglobby|cross-spawn|@humanwhocodes\/module-importer|source-map-support)$/,
  /^@typescript\/native/,
]

/**
 * Bundles ESLint, the plugin and its parsers as a script that runs in a worker of the page. The parser for TypeScript
 * is a part of its own, which loads when it is first needed.
 *
 * @param folder where the files go.
 * @returns what tells this bundle from others, for its address.
 */
export async function bundleLinter(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: { linter: here('worker.ts') },
    platform: 'browser',
    logLevel: 'warn',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    checks: { pluginTimings: false },
    plugins: [
      {
        name: 'hosts',
        resolveId: {
          order: 'pre',
          handler(id, importer) {
            const host = HOSTS[id]
            if (host !== undefined) return host === 'pathe' ? this.resolve('pathe', here('bundle.ts')) : host
            if (ABSENT.some((name) => name.test(id))) return here('hosts/nothing.ts')
            const isOwnRules = id === '../rules' && importer?.startsWith(join(eslint, 'lib'))
            return isOwnRules ? here('hosts/nothing.ts') : null
          },
        },
      },
    ],
  })
  await bundle.write({ dir: folder, format: 'esm', minify: true, cleanDir: true, chunkFileNames: '[name]-[hash].js' })
  await bundle.close()
  return createHash('sha256')
    .update(readFileSync(join(folder, 'linter.js')))
    .digest('hex')
    .slice(0, 12)
}
