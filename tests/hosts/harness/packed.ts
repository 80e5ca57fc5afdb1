import { execFileSync, execSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

let tarball: string | undefined

/** The package as it is published, packed once by each process that asks; its path. */
export function packedPlugin(): string {
  if (tarball !== undefined) return tarball
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const output = execSync(`npm pack --json --ignore-scripts --pack-destination "${folder}"`, {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const [{ filename }] = JSON.parse(output) as [{ filename: string }]
  tarball = join(folder, filename)
  return tarball
}

/** Puts the published package into the `node_modules` of a folder, as an install would. */
export function unpackPlugin(folder: string): void {
  const target = join(folder, 'node_modules/eslint-plugin-cors')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', packedPlugin(), '-C', target, '--strip-components=1'])
}
