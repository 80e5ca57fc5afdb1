import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../modules.ts'
import type { ReaderContext } from '../readers/reader.ts'
import type { Analysis } from '../values/evaluate.ts'
import { methodName, unwrap } from '../values/tree.ts'
import type { Frame, Node } from '../values/value.ts'

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** A call in one activation of the function around it. */
export interface ActiveCall {
  readonly call: Call
  readonly frame: Frame | null
}

/**
 * Packages, and the dotted names that they export; the empty text is the package itself, or its default export. Among
 * the packages, it stands for none: what a framework brings in by itself is a global name.
 */
export interface Exports {
  readonly modules: readonly string[]
  readonly names: readonly string[]
}

/** The calls of one file, looked up once for all readers. */
export interface CallIndex {
  /** The calls, and `new`, of what packages export. */
  ofExports(exports: Exports): readonly ActiveCall[]
  /** The calls of methods of these names. */
  ofMethods(names: readonly string[]): readonly ActiveCall[]
  /** Whether an expression is one of the exports. */
  isExport(node: Node, frame: Frame | null, exports: Exports): boolean
}

const indexes = new WeakMap<Analysis, CallIndex>()

/** The index of a file; made when the first reader asks. */
export function callsIn(context: ReaderContext): CallIndex {
  let index = indexes.get(context.analysis)
  if (!index) indexes.set(context.analysis, (index = indexOf(context)))
  return index
}

function indexOf({ analysis, contexts }: ReaderContext): CallIndex {
  const byExport = new Map<string, ActiveCall[]>()
  const byMethod = new Map<string, Call[]>()
  for (const call of [...analysis.tree.calls, ...analysis.tree.news]) {
    const callee = unwrap(call.callee)
    if (call.type === 'CallExpression' && callee.type === 'MemberExpression')
      add(byMethod, methodName(call) ?? '', call)
    // Callees that may name an export; anything else is not looked up.
    if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression' && callee.type !== 'CallExpression') continue
    for (const frame of contexts.of(call)) {
      analysis.refuel()
      const keys = keysOf(callee, frame)
      for (const key of keys) add(byExport, key, { call, frame })
      if (keys.length === 0) break
    }
  }
  return {
    ofExports: ({ modules, names }) =>
      modules.flatMap((module) => names.flatMap((name) => byExport.get(keyOf(module, name)) ?? [])),
    ofMethods: (names) =>
      names.flatMap((name) =>
        (byMethod.get(name) ?? []).flatMap((call) => contexts.of(call).map((frame) => ({ call, frame }))),
      ),
    isExport: (node, frame, { modules, names }) =>
      keysOf(node, frame).some((key) => modules.some((module) => names.some((name) => key === keyOf(module, name)))),
  }

  function keysOf(node: Node, frame: Frame | null): readonly string[] {
    const keys = analysis.evaluate(node, frame, {}).flatMap(({ value }) => {
      if (value.kind === 'external' && value.root.type === 'global' && value.path.length === 0)
        return [keyOf('', value.root.name)]
      const target = exportOf(value)
      return target ? [keyOf(target.module, target.name)] : []
    })
    return [...new Set(keys)]
  }
}

function keyOf(module: string, name: string): string {
  return `${module}#${name}`
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
