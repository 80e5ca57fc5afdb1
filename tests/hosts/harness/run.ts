import { exec, execFile } from 'node:child_process'

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

/** Runs a command line, as one that is typed. A status other than 0 is an outcome, not an error. */
export function runCommand(line: string, cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    exec(line, optionsFor(cwd), settle(line, resolve, reject))
  })
}

/** Runs a program to its end. A status other than 0 is an outcome, not an error. */
function run(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(program, args, optionsFor(cwd), settle(program, resolve, reject))
  })
}

/** Whatever runs the tests must not tell the linter which colours, loaders or modes to use. */
function optionsFor(cwd: string) {
  const env = {
    ...process.env,
    FORCE_COLOR: undefined,
    NODE_OPTIONS: undefined,
    ESLINT_FLAGS: undefined,
    NO_COLOR: '1',
  }
  return { cwd, encoding: 'utf8', env, maxBuffer: 2 ** 28 } as const
}

interface Failure extends Error {
  readonly code?: number | string | null
}

/** Rejects where the program could not be started or was killed. */
function settle(name: string, resolve: (outcome: Outcome) => void, reject: (error: Error) => void) {
  return (error: Failure | null, stdout: string, stderr: string): void => {
    const status = error === null ? 0 : error.code
    if (typeof status === 'number') resolve({ status, stdout, stderr })
    else reject(error ?? new Error(`${name} has no status`))
  }
}
