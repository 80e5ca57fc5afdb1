import type { Grant } from './model.ts'
import { and, atomsOf, not } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import { nameOf } from '../values/roles.ts'
import { methodName, staticKey, unwrap } from '../values/tree.ts'
import type { Atom, Condition, Node, Value } from '../values/value.ts'

const CONFIGURED_NAME = /origin|cors|allow|url|domain|host|client|front|site|web|whitelist/i

/** What a grant under this condition stands in for: configuration that is missing, or an answer that failed. */
export function fallbackOf(analysis: Analysis, when: Condition): Grant['fallback'] {
  // Longer conditions are not told apart.
  if ((atomsOf(when, 60)?.length ?? 0) === 0) return undefined
  const visit = (condition: Condition, positive: boolean): Grant['fallback'] => {
    switch (condition.op) {
      case 'not':
        return visit(condition.of, !positive)
      case 'and':
      case 'or':
        return condition.of.map((part) => visit(part, positive)).find((kind) => kind !== undefined)
      case 'atom': {
        const kind = fallbackOfAtom(analysis, condition.atom, positive)
        // Where it is open without that, too, the missing configuration is not the reason.
        const isNeeded = kind && !analysis.canHold(and(when, positive ? not(condition) : condition))
        return isNeeded ? kind : undefined
      }
      default:
        return undefined
    }
  }
  return visit(when, true)
}

/** Whether somebody has to ask for it by configuration: `setting === '*'`, `origins.includes('*')`. */
export function isAskedFor(when: Condition): boolean {
  const parts = when.op === 'and' ? when.of : [when]
  return parts.some(
    (part) =>
      (part.op === 'and' && (atomsOf(part, 60)?.length ?? 0) > 0 && isAskedFor(part)) ||
      (part.op === 'atom' && part.atom.kind === 'truthy' && comparesStar(unwrap(part.atom.node))),
  )
}

function comparesStar(node: Node): boolean {
  if (node.type === 'BinaryExpression' && /^===?$/.test(node.operator)) return isStar(node.left) || isStar(node.right)
  if (node.type !== 'CallExpression' || !/^(?:includes|has|some)$/.test(methodName(node) ?? '')) return false
  return node.arguments.some(isStar)
}

function isStar(node: Node): boolean {
  return node.type === 'Literal' && node.value === '*'
}

function fallbackOfAtom(analysis: Analysis, one: Atom, positive: boolean): Grant['fallback'] {
  switch (one.kind) {
    case 'throws':
      return positive ? 'error' : undefined
    case 'value':
      return !positive && isConfiguration(analysis, one.value) ? 'configuration' : undefined
    case 'nullish':
      return positive && isConfigured(analysis, one.node, one) ? 'configuration' : undefined
    case 'truthy':
      if (positive) return isEmptiness(unwrap(one.node)) ? 'configuration' : undefined
      return isSize(unwrap(one.node)) || isConfigured(analysis, one.node, one) ? 'configuration' : undefined
    default:
      return undefined
  }
}

function isConfigured(analysis: Analysis, node: Node, { frame }: Atom & { kind: 'truthy' | 'nullish' }): boolean {
  return analysis.evaluate(node, frame, {}).some(({ value }) => isConfiguration(analysis, value))
}

/** An environment variable, or a setting whose name says that it holds an origin. */
function isConfiguration(analysis: Analysis, value: Value): boolean {
  if (value.kind !== 'external') return false
  // What tells production from development is there always.
  if (analysis.settle(value, { environment: 'production' }) !== value) return false
  const { root, path } = value
  if (path.includes('env')) return true
  if (root.type === 'request') return false
  return CONFIGURED_NAME.test(path.at(-1) ?? rootName(root))
}

function rootName(root: Exclude<(Value & { kind: 'external' })['root'], { type: 'request' }>): string {
  if (root.type === 'self') return ''
  return root.type === 'parameter' ? (nameOf(root.fn.params[root.index]) ?? '') : root.name
}

/** `list.length`, `set.size` */
function isSize(node: Node): boolean {
  return node.type === 'MemberExpression' && /^(?:length|size)$/.test(staticKey(node) ?? '')
}

/** `list.length === 0` */
function isEmptiness(node: Node): boolean {
  if (node.type !== 'BinaryExpression' || !/^(?:===?|<=?)$/.test(node.operator)) return false
  return (
    isSize(unwrap(node.left)) && node.right.type === 'Literal' && (node.right.value === 0 || node.right.value === 1)
  )
}
