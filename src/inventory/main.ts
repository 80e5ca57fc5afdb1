import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'

import manifest from '#package.json' with { type: 'json' }

import { argumentsOf, HELP, type Arguments } from './arguments.ts'
import { inventoryOf, oneLine, type Inventory, type Problem } from './inventory.ts'
import { visible } from './table.ts'

/** Where the command reads and writes. */
export interface Terminal {
  readonly cwd: string
  readonly stdout: { write(text: string): unknown }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Whether it runs in CI, where nothing moves. */
  readonly isCi: boolean
}

/**
 * Runs the command.
 *
 * @param optionsModule the address of the module that makes ESLint's options, for its workers.
 * @returns the exit code: 0 no findings at or above `--fail-on`, 1 findings, 2 something could not be run or read.
 */
export async function main(args: readonly string[], terminal: Terminal, optionsModule: URL): Promise<0 | 1 | 2> {
  const complain = (text: string): void => {
    terminal.stderr.write(`eslint-plugin-cors: ${visible(oneLine(text))}\n`)
  }
  try {
    const asked = argumentsOf(args)
    if (asked.isAskingFor !== undefined) {
      terminal.stdout.write(asked.isAskingFor === 'help' ? HELP : `${manifest.version}\n`)
      return 0
    }
    const inventory = await take(asked, terminal, optionsModule)
    for (const { file, line, message } of inventory.problems)
      complain(`${file}${line > 0 ? `:${line}` : ''}: ${message}`)
    const text = await print(inventory, asked)
    if (asked.output === undefined) terminal.stdout.write(text)
    else await writeFile(resolve(terminal.cwd, asked.output), text)
    return exitCodeOf(inventory, asked)
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return 2
  }
}

async function take(asked: Arguments, terminal: Terminal, optionsModule: URL): Promise<Inventory> {
  const { cwd, stderr, isCi } = terminal
  const isThere = (path: string): boolean => /[*?{[!]/.test(path) || existsSync(resolve(cwd, path))
  const missing = asked.paths.filter((path) => !isThere(path))
  const problems: Problem[] = missing.map((file) => ({ file, line: 0, message: 'there is no such file or folder' }))
  const paths = asked.paths.filter(isThere)
  if (paths.length === 0) return { version: 1, files: 0, policies: [], fileFindings: [], problems }
  const [{ lint }, progress] = await Promise.all([
    import('./lint.ts'),
    asked.hasProgress && stderr.isTTY && !isCi
      ? import('./progress.ts').then(({ startProgress }) => startProgress(stderr))
      : undefined,
  ])
  try {
    const { allowedOrigins, concurrency } = asked
    const config = asked.config === undefined ? undefined : resolve(cwd, asked.config)
    const linted = await lint(
      paths,
      {
        cwd,
        config,
        cors: allowedOrigins && { allowedOrigins },
        isFixing: allowedOrigins !== undefined,
        concurrency,
        channel: progress?.channel,
      },
      optionsModule,
    )
    const nameOf = (path: string): string => relative(cwd, path).replaceAll(sep, '/')
    const inventory = inventoryOf(linted.results, nameOf)
    const unread = linted.problems.map((problem) => ({ ...problem, file: nameOf(problem.file) }))
    return { ...inventory, problems: [...problems, ...unread, ...inventory.problems] }
  } finally {
    progress?.stop()
  }
}

async function print(inventory: Inventory, { format }: Arguments): Promise<string> {
  switch (format) {
    case 'table':
      return (await import('./table.ts')).tableOf(inventory)
    case 'json':
      return `${JSON.stringify(inventory, null, 2)}\n`
    case 'html':
      return (await import('./report/report.ts')).reportOf(inventory)
    case 'sarif':
      return `${JSON.stringify((await import('./sarif.ts')).sarifOf(inventory), null, 2)}\n`
  }
}

function exitCodeOf({ policies, fileFindings, problems }: Inventory, { failOn }: Arguments): 0 | 1 | 2 {
  if (problems.length > 0) return 2
  const findings = [...policies.flatMap((policy) => policy.findings), ...fileFindings]
  const counts = findings.filter(
    ({ severity, isSuppressed }) =>
      !isSuppressed && failOn !== 'never' && (severity === 'error' || failOn === 'warning'),
  )
  return counts.length > 0 ? 1 : 0
}
