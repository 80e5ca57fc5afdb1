import type { TSESTree } from '@typescript-eslint/utils'
import { and, atom, FALSE, not, or, TRUE, type Condition } from './condition.ts'
import { isFunction, methodName, unwrap } from './tree.ts'
import type { Frame, Node, Operand } from './value.ts'

/** What path conditions need to know about expressions. */
export interface FlowContext {
  readonly text: string
  test(node: Node, frame: Frame | null): Condition
  nullish(node: Node, frame: Frame | null): Condition
  /** Whether a block has a `return` of its function. */
  returnsIn(block: Node): boolean
  /** The `throw` statements that leave a block for its handler. */
  throwsIn(block: Node): readonly Node[]
  /** The condition under which a call returns instead of throwing. */
  survives(call: TSESTree.CallExpression, frame: Frame | null): Condition
}

/**
 * Path conditions, read off the syntax: what must hold for control to get to a
 * node, early exits included. Computed per statement list, so the cost is linear.
 */
export class Flow {
  private readonly context: FlowContext
  private readonly reached = new WeakMap<Node, Map<Frame | null, Condition>>()
  private readonly prefixes = new WeakMap<Node, Map<Frame | null, Condition[]>>()

  constructor(context: FlowContext) {
    this.context = context
  }

  /** The condition for control to get from the start of the enclosing function to a node. */
  reach(node: Node, frame: Frame | null): Condition {
    let perFrame = this.reached.get(node)
    if (!perFrame) this.reached.set(node, (perFrame = new Map<Frame | null, Condition>()))
    const known = perFrame.get(frame)
    if (known) return known
    perFrame.set(frame, TRUE)
    const condition = this.computeReach(node, frame)
    perFrame.set(frame, condition)
    return condition
  }

  private computeReach(node: Node, frame: Frame | null): Condition {
    const steps: Condition[] = []
    let current = node
    for (let parent = node.parent; parent && !isFunction(parent); parent = parent.parent) {
      const step = this.step(current, parent, frame)
      if (step.op !== 'true') steps.push(step)
      current = parent
    }
    return and(...steps.reverse())
  }

  /** What going from `parent` into `node` requires. */
  private step(node: Node, parent: Node, frame: Frame | null): Condition {
    const test = (condition: Node): Condition => this.context.test(condition, frame)
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (node === parent.consequent) return test(parent.test)
        return node === parent.alternate ? not(test(parent.test)) : TRUE
      case 'LogicalExpression':
        if (node !== parent.right) return TRUE
        if (parent.operator === '??') return atom({ kind: 'nullish', node: parent.left, frame })
        return parent.operator === '&&' ? test(parent.left) : not(test(parent.left))
      case 'AssignmentExpression':
        if (node !== parent.right) return TRUE
        if (parent.operator === '??=') return this.context.nullish(parent.left, frame)
        if (parent.operator === '&&=') return test(parent.left)
        return parent.operator === '||=' ? not(test(parent.left)) : TRUE
      case 'WhileStatement':
      case 'ForStatement':
        return node === parent.body && parent.test ? test(parent.test) : TRUE
      case 'SwitchCase':
        return this.caseReach(node, parent, frame)
      case 'BlockStatement':
      case 'Program':
        return this.before(node, parent, parent.body, frame)
      case 'CatchClause':
        return this.throws(parent.parent, frame)
      default:
        return TRUE
    }
  }

  private caseReach(node: Node, parent: TSESTree.SwitchCase, frame: Frame | null): Condition {
    if (node === parent.test) return TRUE
    const statement = parent.parent
    return and(this.caseEntry(statement, parent, frame), this.before(node, parent, parent.consequent, frame))
  }

  /** The condition to enter a case: its own test, or falling through from the ones above it. */
  private caseEntry(statement: TSESTree.SwitchStatement, target: TSESTree.SwitchCase, frame: Frame | null): Condition {
    const discriminant: Operand = { node: statement.discriminant, frame }
    const matches = (one: TSESTree.SwitchCase): Condition =>
      one.test
        ? atom({ kind: 'equal', left: discriminant, right: { node: one.test, frame } })
        : this.noCase(statement, frame)
    let entry: Condition = FALSE
    for (const one of statement.cases) {
      entry = or(entry, matches(one))
      if (one === target) return entry
      if (one.consequent.length > 0) entry = and(entry, this.listCompletes(one, one.consequent, frame))
    }
    return entry
  }

  private noCase(statement: TSESTree.SwitchStatement, frame: Frame | null): Condition {
    const left: Operand = { node: statement.discriminant, frame }
    const tests = statement.cases.flatMap((one) => (one.test ? [one.test] : []))
    return and(...tests.map((test) => not(atom({ kind: 'equal', left, right: { node: test, frame } }))))
  }

  /** The condition for the statements before `node` in its list to be passed. */
  private before(node: Node, owner: Node, list: readonly Node[], frame: Frame | null): Condition {
    const index = list.indexOf(node)
    if (index <= 0) return TRUE
    let perFrame = this.prefixes.get(owner)
    if (!perFrame) this.prefixes.set(owner, (perFrame = new Map<Frame | null, Condition[]>()))
    let prefix = perFrame.get(frame)
    if (!prefix) perFrame.set(frame, (prefix = [TRUE]))
    while (prefix.length <= index) {
      const position = prefix.length - 1
      const statement = list[position]
      const previous = prefix[position] ?? TRUE
      // The slot is taken first: a statement that asks about its own list sees what is before it.
      prefix.push(previous)
      prefix[position + 1] = statement ? and(previous, this.completes(statement, frame)) : previous
    }
    return prefix[index] ?? TRUE
  }

  private listCompletes(owner: Node, list: readonly Node[], frame: Frame | null): Condition {
    const last = list.at(-1)
    if (!last) return TRUE
    return and(this.before(last, owner, list, frame), this.completes(last, frame))
  }

  /**
   * The condition for a statement to be followed by the next one. With `leaving`,
   * only what leaves the function counts as not completing (for whole loops and switches).
   */
  completes(statement: Node, frame: Frame | null, leaving = false): Condition {
    switch (statement.type) {
      case 'ReturnStatement':
      case 'ThrowStatement':
        return FALSE
      case 'BreakStatement':
      case 'ContinueStatement':
        return leaving ? TRUE : FALSE
      case 'BlockStatement':
        return leaving
          ? and(...statement.body.map((one) => this.completes(one, frame, true)))
          : this.listCompletes(statement, statement.body, frame)
      case 'IfStatement':
        return this.ifCompletes(statement, frame, leaving)
      case 'TryStatement':
        return this.tryCompletes(statement, frame, leaving)
      case 'SwitchStatement':
        return and(
          ...statement.cases.map((one) => {
            const completes = and(...one.consequent.map((child) => this.completes(child, frame, true)))
            return completes.op === 'true' ? TRUE : or(not(this.caseEntry(statement, one, frame)), completes)
          }),
        )
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.completes(statement.body, frame, true)
      case 'LabeledStatement':
        return this.completes(statement.body, frame, leaving)
      case 'ExpressionStatement':
        return this.expressionCompletes(statement.expression, frame)
      case 'VariableDeclaration':
        return and(
          ...statement.declarations.map((one) => (one.init ? this.expressionCompletes(one.init, frame) : TRUE)),
        )
      default:
        return TRUE
    }
  }

  private ifCompletes(statement: TSESTree.IfStatement, frame: Frame | null, leaving: boolean): Condition {
    const consequent = this.completes(statement.consequent, frame, leaving)
    const alternate = statement.alternate ? this.completes(statement.alternate, frame, leaving) : TRUE
    if (consequent.op === 'true' && alternate.op === 'true') return TRUE
    const test = this.context.test(statement.test, frame)
    return or(and(test, consequent), and(not(test), alternate))
  }

  private tryCompletes(statement: TSESTree.TryStatement, frame: Frame | null, leaving: boolean): Condition {
    const block = this.completes(statement.block, frame, leaving)
    const finalizer = statement.finalizer ? this.completes(statement.finalizer, frame, leaving) : TRUE
    if (!statement.handler) return and(block, finalizer)
    const handler = this.completes(statement.handler.body, frame, leaving)
    if (block.op === 'true' && handler.op === 'true') return finalizer
    const throws = this.throws(statement, frame)
    return and(or(and(not(throws), block), and(throws, handler)), finalizer)
  }

  /** The condition for the block of a `try` to throw: where its own `throw` stands, or what it calls does. */
  private throws(statement: TSESTree.TryStatement, frame: Frame | null): Condition {
    const block = this.context.returnsIn(statement.block) ? TRUE : this.completes(statement.block, frame, true)
    const own = this.context.throwsIn(statement.block).map((thrown) => this.reach(thrown, frame))
    // Without a `return` in it, a block that does not get to its end has thrown.
    return or(not(block), ...own, atom({ kind: 'throws', node: statement, frame }))
  }

  private expressionCompletes(expression: Node, frame: Frame | null): Condition {
    const node = unwrap(expression)
    switch (node.type) {
      case 'AwaitExpression':
        return this.expressionCompletes(node.argument, frame)
      case 'AssignmentExpression':
        return this.expressionCompletes(node.right, frame)
      case 'LogicalExpression': {
        const right = this.expressionCompletes(node.right, frame)
        if (right.op === 'true') return TRUE
        if (node.operator === '??') return or(right, not(atom({ kind: 'nullish', node: node.left, frame })))
        const test = this.context.test(node.left, frame)
        return or(right, node.operator === '&&' ? not(test) : test)
      }
      case 'CallExpression':
        return endsResponse(node) ? FALSE : this.context.survives(node, frame)
      default:
        return TRUE
    }
  }
}

const ENDING_METHOD = /^(?:end|send|json|jsonp|sendStatus|sendFile|redirect|render|download)$/
const RESPONSE_NAME = /^_?(?:res|resp|response|reply)$/

/** `process.exit()`, `ctx.throw()` and what sends the response: no header can follow. */
function endsResponse(call: TSESTree.CallExpression): boolean {
  const method = methodName(call)
  const callee = unwrap(call.callee)
  if (method === undefined || callee.type !== 'MemberExpression') return false
  const root = rootOf(callee.object)
  if (root?.type !== 'Identifier') return false
  if (method === 'exit') return root.name === 'process'
  if (method === 'throw') return /^(?:ctx|context|c)$/.test(root.name)
  // `response.json()` without arguments reads the answer of a `fetch`.
  if (method === 'json' && call.arguments.length === 0) return false
  return ENDING_METHOD.test(method) && RESPONSE_NAME.test(root.name)
}

/** The object a chain of calls and members starts from: `res` for `res.status(403).end()`. */
export function rootOf(node: Node): Node | undefined {
  let current = unwrap(node)
  for (;;) {
    if (current.type === 'MemberExpression') current = unwrap(current.object)
    else if (current.type === 'CallExpression') current = unwrap(current.callee)
    else return current
  }
}
