import { execFile } from 'node:child_process'

/** How a command ended, with all it printed. */
export interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of Node to its end. A status other than 0 is an outcome, not an error. */
export function runNode(script: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return run(process.execPath, [script, ...args], cwd)
}

/** Runs a program to its end, without colours. Rejects where it cannot be started or is killed. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  // Whatever runs the tests must not tell the linter which colours, loaders or modes to use.
  const env = {
    ...process.env,
    FORCE_COLOR: undefined,
    NODE_OPTIONS: undefined,
    ESLINT_FLAGS: undefined,
    NO_COLOR: '1',
  }
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, encoding: 'utf8', env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code
      if (typeof status === 'number') resolve({ status, stdout, stderr })
      else reject(error ?? new Error(`${program} has no status`))
    })
  })
}
