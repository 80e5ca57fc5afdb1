import { listBehind } from './collections.ts'
import { TRUE } from './condition.ts'
import { literal, one, unknown } from './construct.ts'
import { argument, isAnyTainted, type Invocation } from './invocation.ts'
import { listObject, ObjectBuilder, objectFromEntries } from './objects.ts'
import { hasKey, isArray, testOf, textOf } from './operators.ts'
import { parseUrl } from './urls.ts'
import type { Choices, Frame, Node, Value } from './value.ts'

/** `String(x)`, `Boolean(x)` and other global functions. */
export function callGlobal(name: string, call: Invocation): Choices {
  const { node, frame } = call
  const first = argument(call, 0)
  switch (name) {
    case 'String':
    case 'decodeURIComponent':
    case 'decodeURI':
    case 'encodeURI':
      return (call.args[0]?.() ?? one(first)).map(({ value, when }) => ({ value: asText(value, node, frame), when }))
    case 'Boolean': {
      const choices = call.args[0]?.() ?? one(literal(undefined, node))
      return choices.map(({ value, when }) => ({ when, value: asBoolean(value, node, frame) }))
    }
    case 'Array':
      return one({ kind: 'list', items: [], open: true, node })
    case 'RegExp':
      return one(regexpOf(first, argument(call, 1), node))
    case 'structuredClone':
      return call.args[0]?.() ?? one(unknown(node))
    default:
      return one(unknown(node, isAnyTainted(call)))
  }
}

function asText(value: Value, node: Node, frame: Frame | null): Value {
  if (value.kind === 'literal') return literal(String(value.value), node, value.tainted)
  return value.kind === 'input' ? { ...value, node, frame } : textOf([value], node, frame)
}

function asBoolean(value: Value, node: Node, frame: Frame | null): Value {
  switch (value.kind) {
    case 'literal':
      return literal(Boolean(value.value), node, value.tainted && typeof value.value !== 'string')
    case 'test':
      return value
    case 'external':
    case 'input':
    case 'unknown':
      return testOf(node, frame)
    default:
      return literal(true, node, 'tainted' in value && value.tainted === true)
  }
}

/** What `new RegExp(source, flags)` makes. */
export function regexpOf(source: Value, flags: Value, node: Node): Value {
  const text = flags.kind === 'literal' && typeof flags.value === 'string' ? flags.value : ''
  if (source.kind === 'regexp') return { ...source, flags: text === '' ? source.flags : text, node }
  if (source.kind === 'literal' && typeof source.value === 'string')
    return { kind: 'regexp', source: source.value, flags: text, node }
  return unknown(node)
}

/** `Object.assign(…)`, `Array.from(…)` and other functions of global objects. */
export function callStatic(owner: string, name: string, call: Invocation): Choices | undefined {
  const { node, frame } = call
  const first = argument(call, 0)
  if (owner === 'Object') {
    if (name === 'freeze' || name === 'seal' || name === 'preventExtensions') return call.args[0]?.()
    if (name === 'assign') return one(assigned(call))
    if (name === 'entries' || name === 'keys' || name === 'values')
      return one(listObject(first, name, node) ?? { kind: 'list', items: [], open: true, node })
    if (name === 'fromEntries' && first.kind === 'external') return one(first)
    if (name === 'fromEntries') return one(first.kind === 'list' ? objectFromEntries(first, node) : unknown(node))
    if (name === 'hasOwn') return one(hasKey(first, argument(call, 1), node, frame, call.world))
    if (name === 'create') return one({ kind: 'object', fields: new Map(), open: true, node })
  }
  if (owner === 'Array') {
    if (name === 'from') {
      const list = listBehind(first)
      return one(list ?? { kind: 'list', items: [], open: true, node })
    }
    if (name === 'of')
      return one({
        kind: 'list',
        open: false,
        node,
        items: call.args.map((choices) => ({ choices, when: TRUE, node })),
      })
    if (name === 'isArray') return isArray(first, node)
  }
  if (owner === 'URL' && (name === 'canParse' || name === 'parse')) return one(parseUrl(name, first, call))
  if (owner === 'Promise' && name === 'resolve')
    return one({ kind: 'instance', of: 'Promise', args: call.args, node, frame, tainted: isAnyTainted(call) })
  return undefined
}

function assigned(call: Invocation): Value {
  const builder = new ObjectBuilder()
  for (const thunk of call.args) for (const { value, when } of thunk()) builder.merge(value, when)
  return builder.build(call.node)
}
