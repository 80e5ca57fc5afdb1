import { ESLint } from 'eslint'

import type { LintOptions } from './options.ts'
import { oneLine, type Problem } from './inventory.ts'

/** So many files that cannot be read are left out before the lint is given up. */
const MAX_UNREADABLE = 100

/** What a lint brings back. */
export interface Linted {
  readonly results: readonly ESLint.LintResult[]
  /** Files that could not be read. */
  readonly problems: readonly Problem[]
}

/**
 * Lints paths with ESLint, in workers where it has them. Files that it cannot read are left out and named.
 *
 * @param optionsModule the address of the module that makes the options, for the workers.
 */
export async function lint(paths: readonly string[], options: LintOptions, optionsModule: URL): Promise<Linted> {
  const problems: Problem[] = []
  for (;;) {
    const unreadable = problems.map(({ file }) => file)
    const eslint = await eslintWith({ ...options, unreadable }, optionsModule)
    try {
      const results = await eslint.lintFiles([...paths])
      if (options.isFixing) await ESLint.outputFixes(results)
      return { results, problems }
    } catch (error) {
      const file = unreadableFileOf(error)
      if (file === undefined || unreadable.includes(file) || problems.length >= MAX_UNREADABLE) throw error
      problems.push({ file, line: 0, message: oneLine(error instanceof Error ? error.message : String(error)) })
    }
  }
}

/** The path of a file system error. */
function unreadableFileOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined
  const isOfFile = typeof error.code === 'string' && /^E(?:ACCES|PERM|NOENT|IO|LOOP|INVAL)$/.test(error.code)
  return isOfFile && typeof error.path === 'string' ? error.path : undefined
}

async function eslintWith(options: LintOptions, optionsModule: URL): Promise<ESLint> {
  // Before 9.34 there are no workers.
  if (options.concurrency !== 'off' && 'fromOptionsModule' in ESLint) {
    const address = new URL(optionsModule)
    address.searchParams.set('options', JSON.stringify(options))
    return ESLint.fromOptionsModule(address)
  }
  const { eslintOptions } = await import('./options.ts')
  return new ESLint(eslintOptions({ ...options, concurrency: 'off' }))
}
