import type { HeaderWrite } from '../policy.ts'
import { isDirective, isFunction, staticKey, unwrap, wrapped } from '../values/tree.ts'
import type { FunctionNode, Node } from '../values/value.ts'
import { insertAt, type Edits } from './edit.ts'
import type { Style } from './style.ts'

/** The statement of a block that a node stands in, where other statements can be put before it. */
export function statementAround(node: Node): Node | undefined {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current
    if (parent.type === 'BlockStatement' || parent.type === 'Program' || parent.type === 'SwitchCase') {
      return parent.type === 'SwitchCase' && parent.test === current ? undefined : current
    }
    if (isFunction(current)) return undefined
  }
  return undefined
}

/** Whether a call is a statement by itself, on a plain receiver: `res.setHeader(…)`. */
export function isPlainStatement(call: Node): boolean {
  const outer = wrapped(call)
  if (outer.parent?.type !== 'ExpressionStatement') return false
  if (call.type !== 'CallExpression') return true
  const callee = unwrap(call.callee)
  return callee.type !== 'MemberExpression' || unwrap(callee.object).type !== 'CallExpression'
}

/** Puts a statement under a condition. */
export function wrapInIf(statement: Node, condition: string, style: Style): Edits {
  const indent = style.indentOf(statement)
  const isAlone =
    statement.parent?.type === 'BlockStatement' ||
    statement.parent?.type === 'Program' ||
    statement.parent?.type === 'SwitchCase'
  const head = `if (${condition}) {${style.newline}${indent}${style.unit}`
  if (isAlone) return [insertAt(statement.range[0], head), insertAt(statement.range[1], `${style.newline}${indent}}`)]
  // The only statement of an `if` without braces: the condition is nested in a block of its own.
  return [insertAt(statement.range[0], `{ if (${condition}) `), insertAt(statement.range[1], ' }')]
}

/** Puts lines before a statement, with its indentation. */
export function insertBefore(statement: Node, lines: readonly string[], style: Style): Edits {
  const indent = style.indentOf(statement)
  return [insertAt(statement.range[0], lines.map((line) => `${line}${style.newline}${indent}`).join(''))]
}

/** Puts lines at the start of a function; an expression body becomes a block that returns it. */
export function insertAtStart(fn: FunctionNode, lines: readonly string[], style: Style): Edits {
  const { body } = fn
  if (body.type === 'BlockStatement') {
    const first = body.body.find((statement) => !isDirective(statement))
    if (first && style.startsLine(first)) return insertBefore(first, lines, style)
    if (first)
      return [insertAt(first.range[0], lines.map((line) => `${line}${style.semicolon === '' ? ';' : ''} `).join(''))]
    return [insertAt(body.range[0] + 1, ` ${lines.join(' ')} `)]
  }
  const indent = style.indentOf(fn)
  const inner = `${style.newline}${indent}${style.unit}`
  const start = wrapped(body).range[0]
  const end = wrapped(body).range[1]
  const [from, to] = parenthesised(fn, start, end, style)
  return [
    insertAt(from, `{${inner}${lines.map((line) => `${line}${inner}`).join('')}return `),
    insertAt(to, `${style.semicolon}${style.newline}${indent}}`),
  ]
}

/** An object literal as an arrow's body stands in parentheses; they belong to the returned value. */
function parenthesised(fn: FunctionNode, start: number, end: number, style: Style): readonly [number, number] {
  const before = style.of(fn).slice(0, start - fn.range[0])
  const open = /\(\s*$/.exec(before)
  if (!open || !/=>\s*\(\s*$/.test(before)) return [start, end]
  return [fn.range[0] + open.index, Math.max(end, fn.range[1])]
}

/** The expression of the response, without the calls chained on it: `res` for `res.status(403)`. */
export function receiverText(write: Pick<HeaderWrite, 'target'>, style: Style): string | undefined {
  let target = write.target && unwrap(write.target)
  while (target?.type === 'CallExpression') {
    const callee: Node = unwrap(target.callee)
    // hapi's `h.response()` makes the response: what it is called on is none.
    if (callee.type !== 'MemberExpression' || staticKey(callee) === 'response') return undefined
    target = unwrap(callee.object)
  }
  if (!target) return undefined
  const text = style.of(target)
  return /^[\w$.]+$/.test(text) ? text : undefined
}
