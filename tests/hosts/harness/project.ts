import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

  constructor(host: string, files: Files = {}) {
    const parent = join(root, 'tests/hosts', host, '.generated')
    mkdirSync(parent, { recursive: true })
    this.folder = mkdtempSync(join(parent, 'project-'))
    this.#require = createRequire(join(this.folder, 'package.json'))
    unpackPlugin(this.folder)
    this.write({ 'package.json': '{ "private": true, "type": "module" }\n', ...files })
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
    return dirname(this.#require.resolve(`${name}/package.json`))
  }

  /** Runs a script of an installed package. */
  run(name: string, script: string, args: readonly string[] = []): Promise<Outcome> {
    return runNode(join(this.folderOf(name), script), args, this.folder)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
