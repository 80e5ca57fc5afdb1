import type { ExternalValue, Value } from './values/value.ts'

/** An export of a package, however it was brought in. */
export interface ModuleExport {
  readonly module: string
  /** The dotted name of the export; empty for the default export or the module itself. */
  readonly name: string
}

/**
 * Tells which package export a value is: through `import` (default, namespace, named, renamed),
 * `require` (whole or destructured), `import x = require()`, `await import()`, a compiler's
 * interop wrapper, and aliases of any of these.
 *
 * @returns `undefined` when the value is not an import.
 */
export function exportOf(value: Value): ModuleExport | undefined {
  if (value.kind !== 'external' || value.root.type !== 'import') return undefined
  const { module, name } = value.root
  const steps = [...(name === '*' || name === 'default' ? [] : [name]), ...withoutInterop(value)]
  return { module: packageOf(module), name: steps.join('.') }
}

/** A module by its name in npm: `npm:hono@4/cors` and `jsr:@hono/hono/cors` are how Deno writes it. */
function packageOf(module: string): string {
  return module.replace(/^(?:node|npm|jsr):\/?/, '').replace(/^((?:@[^/]+\/)?[^/@]+)@[^/]*/, '$1')
}

/** `.default` is how a CommonJS module looks through interop: it is the module again. */
function withoutInterop({ path }: ExternalValue): readonly string[] {
  const start = path.findIndex((step) => step !== 'default')
  return start < 0 ? [] : path.slice(start)
}
