import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { listBehind } from './collections.ts'
import { one, unknown } from './construct.ts'
import { continuation } from './continuations.ts'
import type { Analysis } from './evaluate.ts'
import { enclosingClass, enclosingFunction, isFunction, methodName, staticKey, unwrap, wrapped } from './tree.ts'
import type { Frame, FunctionNode, ListItem, Node, Thunk } from './value.ts'

const MAX_CONTEXTS = 24
const MAX_CALL_DEPTH = 5
const MAX_ELEMENTS = 40

/** How a function of the file is entered, as far as the file shows. */
interface Entries {
  readonly calls: readonly TSESTree.CallExpression[]
  /** True when code that cannot be seen may call it too. */
  readonly escapes: boolean
}

/**
 * The activations in which a piece of code runs: one for each visible call of the function
 * around it (and of the functions around those), and for each element of a loop over a list
 * that is known. A function that nobody here calls has one, with its parameters unbound.
 */
export class Contexts {
  private readonly analysis: Analysis
  private readonly known = new WeakMap<Node, readonly (Frame | null)[]>()

  constructor(analysis: Analysis) {
    this.analysis = analysis
  }

  of(node: Node): readonly (Frame | null)[] {
    return this.expandLoops(node, this.around(node, 0))
  }

  private around(node: Node, depth: number): readonly (Frame | null)[] {
    const fn = enclosingFunction(node)
    return fn ? this.ofFunction(fn, depth) : [null]
  }

  private ofFunction(fn: FunctionNode, depth: number): readonly (Frame | null)[] {
    const known = this.known.get(fn)
    if (known) return known
    // Recursion sees itself as entered from outside.
    this.known.set(fn, [this.analysis.enter(fn, new Map(), null, null)])
    const frames = this.enterFunction(fn, depth).slice(0, MAX_CONTEXTS)
    this.known.set(fn, frames)
    return frames
  }

  private enterFunction(fn: FunctionNode, depth: number): readonly Frame[] {
    const outers = this.expandLoops(fn, this.around(fn, depth + 1))
    const { calls, escapes } = this.entriesOf(fn)
    const frames: Frame[] = []
    for (const call of depth < MAX_CALL_DEPTH ? calls : []) {
      for (const site of this.expandLoops(call, this.around(call, depth + 1))) {
        for (const outer of outers) {
          if (!isCompatible(outer, site)) continue
          frames.push(this.analysis.enter(fn, this.bind(fn, call, site), outer, { node: call, frame: site }))
        }
      }
    }
    frames.push(...this.iterations(fn, outers))
    if (frames.length === 0 || escapes) {
      for (const outer of outers) {
        const when = continuation(this.analysis, fn, outer)
        frames.push(this.analysis.enter(fn, new Map(), outer, { node: fn, frame: outer }, when))
      }
    }
    return frames
  }

  private bind(fn: FunctionNode, call: TSESTree.CallExpression, site: Frame | null): ReadonlyMap<Node, Thunk> {
    const bindings = new Map<Node, Thunk>()
    const hasSpread = call.arguments.some((argument) => argument.type === 'SpreadElement')
    for (const [index, parameter] of fn.params.entries()) {
      const argument = call.arguments[index]
      if (hasSpread || parameter.type === 'RestElement') bindings.set(parameter, () => one(unknown(parameter, true)))
      else if (argument && argument.type !== 'SpreadElement')
        bindings.set(parameter, (world = {}) => this.analysis.evaluate(argument, site, world))
      else bindings.set(parameter, () => one({ kind: 'literal', value: undefined, node: call, tainted: false }))
    }
    return bindings
  }

  /** `list.forEach((element) => …)` over a list that is known. */
  private iterations(fn: FunctionNode, outers: readonly (Frame | null)[]): readonly Frame[] {
    const { parent } = fn
    const [first] = fn.params
    if (parent.type !== 'CallExpression' || parent.arguments[0] !== fn || !first) return []
    if (methodName(parent) !== 'forEach') return []
    const callee = unwrap(parent.callee)
    if (callee.type !== 'MemberExpression') return []
    return outers.flatMap((outer) =>
      this.elements(callee.object, outer).map((element) =>
        this.analysis.enter(
          fn,
          new Map([[first, element.choices]]),
          outer,
          { node: parent, frame: outer },
          element.when,
        ),
      ),
    )
  }

  private elements(iterated: Node, frame: Frame | null): readonly ListItem[] {
    const [only] = this.analysis.evaluate(iterated, frame, {})
    const list = only && listBehind(only.value)
    return list ? list.items.slice(0, MAX_ELEMENTS) : []
  }

  /** One activation for each element of the known lists that the loops around a node go through. */
  private expandLoops(node: Node, frames: readonly (Frame | null)[]): readonly (Frame | null)[] {
    const loops: TSESTree.ForOfStatement[] = []
    for (let current = node.parent; current && !isFunction(current); current = current.parent) {
      if (current.type === 'ForOfStatement') loops.unshift(current)
    }
    let expanded = frames
    for (const loop of loops) {
      const declaration = loop.left.type === 'VariableDeclaration' ? loop.left.declarations[0].id : undefined
      if (!declaration) continue
      expanded = expanded.flatMap((frame) => {
        const elements = this.elements(loop.right, frame)
        if (elements.length === 0) return [frame]
        return elements.map((element) =>
          this.analysis.enter(loop, new Map([[declaration, element.choices]]), frame, null, element.when),
        )
      })
    }
    return expanded.slice(0, MAX_CONTEXTS * MAX_ELEMENTS)
  }

  private entriesOf(fn: FunctionNode): Entries {
    const place = wrapped(fn)
    const { parent } = place
    if (parent?.type === 'CallExpression' && parent.callee === place) return { calls: [parent], escapes: false }
    if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition')
      return this.entriesOfMethod(parent)
    if (parent?.type === 'Property') return this.entriesOfProperty(parent)
    const name =
      fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' ? parent.id : undefined
    const variable = name && this.analysis.variables.get(name)
    return variable ? entriesOfVariable(variable, isExported(fn)) : { calls: [], escapes: true }
  }

  /** `this.method(…)` and `instance.method(…)`, by name, within the file. */
  private entriesOfMethod(definition: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): Entries {
    const name = staticKey(definition)
    const calls = this.analysis.tree.calls.filter((call) => {
      const callee = unwrap(call.callee)
      return (
        callee.type === 'MemberExpression' &&
        staticKey(callee) === name &&
        callee.object.type === 'ThisExpression' &&
        enclosingClass(call) === definition.parent.parent
      )
    })
    const isPrivate = definition.key.type === 'PrivateIdentifier' || definition.accessibility === 'private'
    return { calls, escapes: !isPrivate && calls.length === 0 }
  }

  private entriesOfProperty(property: TSESTree.Property): Entries {
    const name = staticKey(property)
    const declarator = property.parent.parent
    const owner =
      declarator.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
        ? this.analysis.variables.get(declarator.id)
        : undefined
    const calls = (owner?.references ?? []).flatMap((reference) => {
      const member = reference.identifier.parent
      const call =
        member.type === 'MemberExpression' && member.object === reference.identifier && staticKey(member) === name
          ? wrapped(member).parent
          : undefined
      return call?.type === 'CallExpression' && unwrap(call.callee) === member ? [call] : []
    })
    return { calls, escapes: calls.length === 0 }
  }
}

function entriesOfVariable(variable: TSESLint.Scope.Variable, isExportedHere: boolean): Entries {
  const calls: TSESTree.CallExpression[] = []
  let escapes = isExportedHere
  for (const reference of variable.references) {
    if (!reference.isRead()) continue
    const place = wrapped(reference.identifier)
    const { parent } = place
    if (parent?.type === 'CallExpression' && parent.callee === place) calls.push(parent)
    else escapes = true
  }
  return { calls, escapes }
}

function isExported(fn: FunctionNode): boolean {
  const statement = fn.type === 'FunctionDeclaration' ? fn : wrapped(fn).parent?.parent
  return statement?.parent?.type === 'ExportNamedDeclaration' || statement?.parent?.type === 'ExportDefaultDeclaration'
}

/** A closure's own surroundings and those of its call must not be two activations of one function. */
function isCompatible(outer: Frame | null, site: Frame | null): boolean {
  for (let current = outer; current; current = current.outer) {
    for (let other = site; other; other = other.outer) {
      if (current.owner === other.owner) return current === other
    }
  }
  return true
}
