import type { TSESTree } from '@typescript-eslint/utils'
import type { Contexts } from '../values/contexts.ts'
import type { Analysis } from '../values/evaluate.ts'
import { isFunction, methodName, unwrap, wrapped } from '../values/tree.ts'
import type { Frame, Node } from '../values/value.ts'
import { identify } from './identity.ts'
import { ON_PLATFORM, SERVING } from './packages.ts'

/** What becomes of an application beside its registrations. */
export interface Fate {
  isShared: boolean
  isExported: boolean
  isServed: boolean
  isOnPlatform: boolean
}

const REGISTERING_OR_CHAINED = /^(?:use|all|get|head|post|put|patch|delete|del|options|route)$/

/** Looks for applications that leave the hands of the file: handed over, called, exported, served. */
export class EscapeReader {
  private readonly analysis: Analysis
  private readonly contexts: Contexts
  private readonly names: ReadonlySet<string>
  private readonly fateOf: (key: string) => Fate | undefined

  /**
   * @param names how the file writes its applications: `app`, `this.app`.
   * @param fateOf what to mark, by the key of an application.
   */
  constructor(
    analysis: Analysis,
    contexts: Contexts,
    names: ReadonlySet<string>,
    fateOf: (key: string) => Fate | undefined,
  ) {
    this.analysis = analysis
    this.contexts = contexts
    this.names = names
    this.fateOf = fateOf
  }

  mark(): void {
    const { tree } = this.analysis
    if (this.names.size === 0) return
    for (const call of [...tree.calls, ...tree.news]) this.fromCall(call)
    for (const { right } of tree.assignments) if (!this.isKept(right)) this.markAs(right, 'isExported')
    for (const object of tree.objects) this.fromObject(object)
    for (const returned of [...tree.returns.values()].flat())
      if (returned.argument) this.markAs(returned.argument, 'isExported')
    for (const fn of tree.functions) if (fn.body.type !== 'BlockStatement') this.markAs(fn.body, 'isExported')
    for (const statement of tree.program.body) this.fromExport(statement)
  }

  private fromCall(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
    const callee = unwrap(call.callee)
    const method = call.type === 'CallExpression' ? methodName(call) : undefined
    if (callee.type === 'MemberExpression' && method === 'listen') this.markAs(callee.object, 'isServed')
    // `app(req, res)`, `app.handle(req, res)`: something stands in front of it.
    if (method === 'handle' && callee.type === 'MemberExpression') this.markAs(callee.object, 'isShared')
    this.markAs(callee, 'isShared')
    const name = callee.type === 'Identifier' ? callee.name : (method ?? '')
    const isRegistering = call.type === 'CallExpression' && REGISTERING_OR_CHAINED.test(name)
    for (const argument of call.arguments) {
      const handed = argument.type === 'SpreadElement' ? argument.argument : argument
      if (SERVING.test(name)) {
        this.markAs(handed, 'isServed')
        if (ON_PLATFORM.test(name)) this.markAs(handed, 'isOnPlatform')
      } else if (!isRegistering && !this.isFunctionOfFile(callee, call)) this.markAs(handed, 'isShared')
    }
  }

  /** What a function of this file does with its parameter is seen there. */
  private isFunctionOfFile(callee: Node, call: Node): boolean {
    return this.framesOf(call).every((frame) =>
      this.analysis
        .evaluate(callee, frame, {})
        .every(({ value }) => value.kind === 'function' || value.kind === 'class'),
    )
  }

  private fromObject(object: TSESTree.ObjectExpression): void {
    const { parent } = wrapped(object)
    const isHanded = parent?.type === 'CallExpression' || parent?.type === 'NewExpression'
    const serves = parent?.type === 'CallExpression' && SERVING.test(nameOfCallee(parent))
    for (const property of object.properties) {
      if (property.type !== 'Property') continue
      this.markAs(property.value, serves ? 'isServed' : isHanded ? 'isShared' : 'isExported')
      if (serves && ON_PLATFORM.test(nameOfCallee(parent))) this.markAs(property.value, 'isOnPlatform')
    }
  }

  private fromExport(statement: TSESTree.ProgramStatement): void {
    if (statement.type === 'ExportDefaultDeclaration') this.markAs(statement.declaration, 'isExported')
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) return
    for (const { local } of statement.specifiers) this.markAs(local, 'isExported')
    if (statement.declaration?.type !== 'VariableDeclaration') return
    for (const { id } of statement.declaration.declarations) this.markAs(id, 'isExported')
  }

  /** `this.app = app`: the class goes on with it, in sight. */
  private isKept(right: Node): boolean {
    const { parent } = wrapped(right)
    const left = parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined
    return left?.type === 'MemberExpression' && left.object.type === 'ThisExpression'
  }

  private markAs(node: Node, mark: keyof Fate): void {
    const bare = unwrap(node)
    if (bare.type !== 'Identifier' && bare.type !== 'MemberExpression') return
    if (!this.names.has(this.analysis.text.slice(bare.range[0], bare.range[1]))) return
    for (const frame of this.framesOf(bare)) {
      const identity = identify(this.analysis, this.contexts, bare, frame)
      const fate = identity && this.fateOf(identity.key)
      if (fate) fate[mark] = true
    }
  }

  private framesOf(node: Node): readonly (Frame | null)[] {
    return this.contexts.of(node)
  }
}

function nameOfCallee(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee)
  if (isFunction(callee)) return ''
  return callee.type === 'Identifier' ? callee.name : (methodName(call) ?? '')
}
