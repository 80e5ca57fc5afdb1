import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../modules.ts'
import type { ReaderContext } from '../readers/reader.ts'
import type { Analysis } from '../values/evaluate.ts'
import { methodName, unwrap } from '../values/tree.ts'
import type { ClassNode, Frame, Node } from '../values/value.ts'

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
  /** Whether an expression is a list that has one of the exports. */
  holdsExport(node: Node, frame: Frame | null, exports: Exports): boolean
}

/** How many expressions lie between a callee and the export that it names, at most. */
const STEPS_TO_EXPORT = 1_000

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
    // What belongs to the module is the same in every activation: most calls of a file need no look at theirs.
    if (isOfModule(callee, analysis)) {
      analysis.refuel(STEPS_TO_EXPORT)
      if (keysOf(callee, null).length === 0) continue
    }
    for (const frame of contexts.of(call)) {
      analysis.refuel(STEPS_TO_EXPORT)
      const keys = keysOf(callee, frame)
      for (const key of keys) add(byExport, key, { call, frame })
      if (keys.length === 0) break
    }
  }
  // The reader that asked first goes on with its own question.
  analysis.refuel()
  return {
    ofExports: ({ modules, names }) =>
      modules.flatMap((module) => names.flatMap((name) => byExport.get(keyOf(module, name)) ?? [])),
    ofMethods: (names) =>
      names.flatMap((name) =>
        (byMethod.get(name) ?? []).flatMap((call) => contexts.of(call).map((frame) => ({ call, frame }))),
      ),
    isExport: (node, frame, exports) => keysOf(node, frame).some((key) => isAmong(key, exports)),
    holdsExport: (node, frame, exports) =>
      analysis.evaluate(node, frame, {}).some(
        ({ value }) =>
          value.kind === 'list' &&
          value.items.some((item) =>
            item.choices().some((one) => {
              const target = exportOf(one.value)
              return target !== undefined && isAmong(keyOf(target.module, target.name), exports)
            }),
          ),
      ),
  }

  function keysOf(node: Node, frame: Frame | null, inner: readonly ClassNode[] = []): readonly string[] {
    const keys = analysis.evaluate(node, frame, {}).flatMap(({ value }) => {
      if (value.kind === 'class') return keysOfClass(value.node, inner)
      if (value.kind === 'external' && value.root.type === 'global')
        return [keyOf('', [value.root.name, ...value.path].join('.'))]
      const target = exportOf(value)
      return target ? [keyOf(target.module, target.name)] : []
    })
    return [...new Set(keys)]
  }

  /** What a class of the file extends, if it hands on what it is constructed with. */
  function keysOfClass(node: ClassNode, inner: readonly ClassNode[]): readonly string[] {
    const { superClass, body } = node
    // Classes that extend one another in a circle extend no export.
    if (!superClass || inner.includes(node) || !handsOn(body)) return []
    return keysOf(innermost(superClass), null, [...inner, node])
  }
}

/** Whether an expression is a name of the module, or a property of one by its name. */
function isOfModule(node: Node, { variables }: Analysis): boolean {
  let root = unwrap(node)
  while (root.type === 'MemberExpression' && !root.computed) root = unwrap(root.object)
  const scope = root.type === 'Identifier' ? variables.get(root)?.scope.type : undefined
  return scope === 'module' || scope === 'global'
}

/** The class that mixins are laid around: `Outer(Inner(Base))`. */
function innermost(node: Node): Node {
  let current = unwrap(node)
  while (current.type === 'CallExpression') {
    const [inner] = current.arguments
    if (!inner || inner.type === 'SpreadElement') break
    current = unwrap(inner)
  }
  return current
}

/** Whether a constructor begins with `super` of its own parameters, in their order; one that is not written does. */
function handsOn({ body }: TSESTree.ClassBody): boolean {
  const method = body.find((one) => one.type === 'MethodDefinition' && one.kind === 'constructor')
  if (method?.type !== 'MethodDefinition') return true
  const [first] = method.value.body?.body ?? []
  const call = first?.type === 'ExpressionStatement' ? unwrap(first.expression) : undefined
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Super') return false
  const names = method.value.params.map(nameOfParameter)
  return call.arguments.every((given, index) => given.type === 'Identifier' && given.name === names[index])
}

function nameOfParameter(parameter: TSESTree.Parameter): string | undefined {
  const bare = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
  const target = bare.type === 'AssignmentPattern' ? bare.left : bare
  return target.type === 'Identifier' ? target.name : undefined
}

function isAmong(key: string, { modules, names }: Exports): boolean {
  return modules.some((module) => names.some((name) => key === keyOf(module, name)))
}

function keyOf(module: string, name: string): string {
  return `${module}#${name}`
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
