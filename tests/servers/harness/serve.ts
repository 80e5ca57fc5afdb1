import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import typescript from 'typescript'

import type { Exports, Format, Library, ServerCase } from './case.ts'

/** Below the project, so that the bare imports of a server resolve. */
const GENERATED = fileURLToPath(new URL('../.generated/', import.meta.url))

const importNatively = createRequire(import.meta.url)('./native-import.cjs') as (url: string) => Promise<Exports>

/** The part of a case that says what runs. */
export type Servable = Pick<ServerCase, 'source' | 'format' | 'files' | 'folder' | 'env' | 'path'>

/**
 * Runs the code on a free local port for as long as `use` takes, with the environment of the case from before its
 * import until after its last answer.
 */
export async function serving<Result>(
  library: Library,
  served: Servable,
  use: (url: URL) => Promise<Result>,
): Promise<Result> {
  return withEnvironment(served.env ?? {}, () =>
    withFiles(filesOf(library, served), async (directory) => {
      const entry = join(directory, entryOf(served))
      const exports = await importNatively(pathToFileURL(entry).href)
      const server = await library.listen(exports)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      try {
        const { port } = server.address() as AddressInfo
        return await use(new URL(served.path ?? '/', `http://127.0.0.1:${port}`))
      } finally {
        server.close()
        server.closeAllConnections()
        await library.stop?.(exports)
      }
    }),
  )
}

/** The name a server's file has, on disk and to the linter. */
export function fileNameOf(format: Format = 'mjs'): string {
  return `server.${format}`
}

/** Where the server's file is, below the folder that is made for it. */
function entryOf({ format, folder = '.' }: Servable): string {
  return join(folder, fileNameOf(runnableFormatOf(format)))
}

function runnableFormatOf(format: Format = 'mjs'): Format {
  return format === 'ts' ? 'mjs' : format
}

function filesOf({ installedAs = {} }: Library, served: Servable): Record<string, string> {
  const { source, format, files } = served
  const text = Object.entries(installedAs).reduce(
    (changed, [name, installed]) => changed.replaceAll(`'${name}'`, `'${installed}'`),
    format === 'ts' ? withoutTypes(source) : source,
  )
  return { ...files, [entryOf(served)]: text }
}

function withoutTypes(source: string): string {
  const { ESNext } = typescript.ModuleKind
  return typescript.transpileModule(source, {
    compilerOptions: { module: ESNext, target: typescript.ScriptTarget.ESNext, experimentalDecorators: true },
  }).outputText
}

async function withFiles<Result>(
  files: Record<string, string>,
  use: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = join(GENERATED, randomUUID())
  await mkdir(directory, { recursive: true })
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => write(join(directory, name), text)))
    return await use(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

async function withEnvironment<Result>(
  env: Readonly<Record<string, string | undefined>>,
  use: () => Promise<Result>,
): Promise<Result> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  const assign = (pairs: Iterable<readonly [string, string | undefined]>): void => {
    for (const [name, value] of pairs) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
  assign(Object.entries(env))
  try {
    return await use()
  } finally {
    assign(before)
  }
}
