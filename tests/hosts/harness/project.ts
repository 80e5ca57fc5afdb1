import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { root, unpackPlugin } from './packed.ts'
import { runNode, type Outcome } from './run.ts'

/** The texts of files, by their paths in the project. */
export type Files = Readonly<Record<string, string>>

/**
 * A project of a user: the published plugin is installed in it, and other packages are those of its host, a workspace
 * below `tests/hosts`.
 */
export class Project {
  readonly folder: string
  readonly #require: NodeJS.Require

  /** A project that stands in the folder of its host, or, with `linked` packages, outside of this repository. */
  constructor(host: string, files: Files = {}, linked: readonly string[] = []) {
    const home = join(root, 'tests/hosts', host)
    const parent = linked.length === 0 ? join(home, '.generated') : realpathSync(tmpdir())
    mkdirSync(parent, { recursive: true })
    this.folder = mkdtempSync(join(parent, 'project-'))
    this.#require = createRequire(join(home, 'package.json'))
    unpackPlugin(this.folder)
    this.write({ 'package.json': '{ "private": true, "type": "module" }\n', ...files })
    for (const name of linked) {
      const link = join(this.folder, 'node_modules', name)
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(this.folderOf(name), link, 'junction')
    }
  }

  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      writeFileSync(join(this.folder, path), text)
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  /** Where an installed package stands. */
  folderOf(name: string): string {
    const folders = this.#require.resolve.paths(name) ?? []
    const found = [join(this.folder, 'node_modules'), ...folders].find((one) => existsSync(join(one, name)))
    if (found === undefined) throw new Error(`${name} is not installed`)
    return realpathSync(join(found, name))
  }

  /** Runs a script of an installed package. */
  run(name: string, script: string, args: readonly string[] = []): Promise<Outcome> {
    return runNode(join(this.folderOf(name), script), args, this.folder)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
