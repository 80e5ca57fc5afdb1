import { fileURLToPath } from 'node:url'

import ts from 'typescript'

/** Below the project, so that imports of packages resolve; nothing is written there. */
const FOLDER = fileURLToPath(new URL('../.generated/types/', import.meta.url)).replaceAll('\\', '/')

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
}

/**
 * Checks TypeScript with the types of the real packages, in one program.
 *
 * @param sources the text of each file by its path.
 * @returns the errors of each file, as `line: message`.
 */
export function typeErrorsOf(sources: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const texts = new Map([...sources].map(([path, text]) => [FOLDER + path, text]))
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, readFile, getSourceFile, directoryExists } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.directoryExists = (path) => `${path}/`.startsWith(FOLDER) || directoryExists?.(path) === true
  host.getSourceFile = (path, ...rest) => {
    const text = texts.get(path)
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023)
  }
  const program = ts.createProgram([...texts.keys()], OPTIONS, host)
  return new Map(
    [...sources.keys()].map((path) => {
      const file = program.getSourceFile(FOLDER + path)
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      return [path, found.map(describe)]
    }),
  )
}

function describe({ file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
  return `${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
