import { isQuery, listBehind, queryList, transformList } from './collections.ts'
import { and, TRUE } from './condition.ts'
import { choices as bounded, isTainted, literal, one, unknown } from './construct.ts'
import { callGlobal, callStatic } from './globals.ts'
import { isToldOfRequest } from './inputs.ts'
import { argument, isAnyTainted, mayAsk, type Invocation } from './invocation.ts'
import { extend } from './members.ts'
import { objectFromEntries } from './objects.ts'
import { hasKey, testOf } from './operators.ts'
import { callRegExp, callString, isStringMethod } from './strings.ts'
import { isUrlModule, legacyUrl } from './urls.ts'
import type { Choice, Choices, Frame, FunctionValue, Node, Thunk, Value } from './value.ts'

/** Calls nested deeper than this are not followed. */
const MAX_DEPTH = 8

/** What calling a function value answers. */
export function callFunction(callee: Value, call: Invocation): Choices {
  const { node, evaluator } = call
  if (callee.kind === 'function') return inline(callee, call)
  // `isDevelopment()`: its name has already said what it answers.
  if (callee.kind === 'literal' && typeof callee.value === 'boolean') return one(callee)
  if (callee.kind === 'external') {
    const read = callee.path.length === 0 ? callOutside(callee, '', call) : undefined
    // `getRequestHeader(event, 'origin')`, `getRequestHeaders(event)`, `isPreflightRequest(event)`
    if (read && (read.kind !== 'external' || isToldOfRequest(read))) return one(read)
    const isGuard = callee.root.type === 'global' && evaluator.developmentGuards.has(callee.root.name)
    if (callee.root.type === 'global' && callee.path.length === 0 && !isGuard) return callGlobal(callee.root.name, call)
    const { root, path } = callee
    if (root.type === 'import' && isUrlModule(root.module) && [root.name, ...path].at(-1) === 'parse')
      return one(legacyUrl(call, isAnyTainted(call)))
    if (read && !mayAsk(call)) return one(read)
  }
  return one(unknown(node, isTainted(callee) || mayAsk(call)))
}

/** Runs a function of this file with its parameters bound. */
function inline(fn: FunctionValue, call: Invocation): Choices {
  const { evaluator, node, frame } = call
  const depth = frame?.depth ?? 0
  if (fn.node.generator || depth >= MAX_DEPTH) return one(unknown(node, true))
  const bindings = new Map<Node, Thunk>()
  for (const [index, parameter] of fn.node.params.entries()) {
    const rest = call.args.slice(index)
    if (parameter.type === 'RestElement') {
      bindings.set(parameter, () =>
        one({ kind: 'list', open: false, node, items: rest.map((choices) => ({ choices, when: TRUE, node })) }),
      )
    } else bindings.set(parameter, call.args[index] ?? (() => one(literal(undefined, node))))
  }
  const inner = evaluator.enter(fn.node, bindings, fn.frame, { node, frame })
  const answers = returned(fn, inner, call)
  if (!fn.node.async) return answers
  return one({
    kind: 'instance',
    of: 'Promise',
    args: [() => answers],
    node,
    frame: inner,
    tainted: isAnyTainted(call),
  })
}

function returned(fn: FunctionValue, inner: Frame, { evaluator, node, world }: Invocation): Choices {
  const { body } = fn.node
  if (body.type !== 'BlockStatement') return evaluator.evaluate(body, inner, world)
  const found: Choice[] = []
  for (const statement of evaluator.returnsOf(fn.node)) {
    const when = evaluator.reachInFunction(statement, inner)
    if (evaluator.decide(when, world).verdict === 'no' && world.origin !== undefined) continue
    const values = statement.argument
      ? evaluator.evaluate(statement.argument, inner, world)
      : one(literal(undefined, statement))
    found.push(...values.map((choice) => ({ value: choice.value, when: and(when, choice.when) })))
  }
  const falls = evaluator.completes(fn.node, inner)
  if (falls.op !== 'false') found.push({ value: literal(undefined, node), when: falls })
  return bounded(found, node)
}

/** What `receiver.name(…)` answers. */
export function callMethod(receiver: Value, name: string, call: Invocation): Choices {
  const { node, frame, world, evaluator } = call
  switch (receiver.kind) {
    case 'external':
      return callExternalMethod(receiver, name, call)
    case 'input':
      return one(callOnInput(receiver, name, call))
    case 'literal': {
      if (receiver.value === undefined || receiver.value === null)
        return one(literal(undefined, node, receiver.tainted))
      const args = call.args.map((_, index) => argument(call, index))
      const value = callString(receiver, name, args, node)
      if (value) return one(value)
      return one(
        isStringMethod(name) && args.some((one) => one.kind === 'input')
          ? testOf(node, frame)
          : unknown(node, receiver.tainted || args.some(isTainted)),
      )
    }
    case 'regexp': {
      const subject = argument(call, 0)
      if (name === 'test' && subject.kind !== 'literal' && world.origin === undefined) return one(testOf(node, frame))
      if (name === 'exec' && subject.kind === 'input') return one({ ...subject, exact: false, node, frame })
      return one(callRegExp(receiver, name, subject, node) ?? unknown(node, isTainted(subject)))
    }
    case 'list':
      return callList(receiver, name, call)
    case 'instance':
      return callInstance(receiver, name, call)
    case 'object':
    case 'class': {
      if (receiver.kind === 'object' && name === 'hasOwnProperty')
        return one(hasKey(receiver, argument(call, 0), node, frame, world))
      const method = evaluator.member(receiver, name, node, frame, world)
      return bounded(
        method.flatMap(({ value, when }) =>
          callFunction(value, call).map((choice) => ({ value: choice.value, when: and(when, choice.when) })),
        ),
        node,
      )
    }
    default:
      if (world.origin !== undefined && isQuery(name))
        return queryList(undefined, { ...call, name }, isTainted(receiver))
      // A pattern that is made of what cannot be seen answers yes or no all the same.
      return one(
        isQuery(name) || (name === 'test' && world.origin === undefined)
          ? testOf(node, frame)
          : unknown(node, isTainted(receiver) || mayAsk(call)),
      )
  }
}

function callExternalMethod(receiver: Value & { kind: 'external' }, name: string, call: Invocation): Choices {
  const { evaluator, node, frame, world } = call
  const { root, path } = receiver
  if (root.type === 'global' && path.length === 0) {
    const known = callStatic(root.name, name, call)
    if (known) return known
  }
  if (root.type === 'import' && isUrlModule(root.module) && name === 'parse')
    return one(legacyUrl(call, isAnyTainted(call)))
  const read = callOutside(receiver, name, call)
  if (read.kind === 'external' && world.environment !== undefined) {
    const assumed = evaluator.settle(read, world)
    if (assumed !== read) return one(assumed)
  }
  if (read.kind === 'input' || (read.kind === 'literal' && read.tainted)) return one(read)
  if (isQuery(name) && call.args.length > 0) {
    return world.origin === undefined
      ? one(testOf(node, frame))
      : queryList(undefined, { ...call, name }, isTainted(receiver))
  }
  if (name === 'split') return one({ kind: 'list', items: [], open: true, node })
  if (
    /^(?:toString|trim|toLowerCase|toUpperCase|valueOf|map|filter|flatMap|concat|slice|sort)$/.test(name) &&
    root.type !== 'parameter'
  )
    return one(receiver)
  return one(mayAsk(call) ? unknown(node, true) : read)
}

/** `req.get('origin')` reads as the path `get(origin)`; other calls on the outside are steps too. */
function callOutside(receiver: Value & { kind: 'external' }, name: string, call: Invocation): Value {
  const { node, frame, world } = call
  const key = argument(call, name === '' ? 1 : 0)
  const text = key.kind === 'literal' && typeof key.value === 'string' ? key.value : ''
  return extend(receiver, `${name}(${text})`, node, frame, world)
}

function callOnInput(receiver: Value & { kind: 'input' }, name: string, call: Invocation): Value {
  const { node, frame } = call
  if (/^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|search|localeCompare)$/.test(name))
    return testOf(node, frame)
  return { ...receiver, exact: receiver.exact && /^(?:toString|trim|toLowerCase|valueOf)$/.test(name), node, frame }
}

function callList(receiver: Value & { kind: 'list' }, name: string, call: Invocation): Choices {
  const { node, frame, world } = call
  if (isQuery(name)) {
    if (name.startsWith('find') && !name.endsWith('Index') && world.origin === undefined) {
      const members = receiver.items.flatMap((item) =>
        item
          .choices()
          .map((choice) => ({ value: choice.value, when: and(item.when, choice.when, testOf(node, frame).condition) })),
      )
      if (!receiver.open)
        return bounded(
          [...members, { value: literal(undefined, node), when: { op: 'not', of: testOf(node, frame).condition } }],
          node,
        )
      return one(unknown(node, true))
    }
    const needsOrigin =
      world.origin === undefined && call.args.some((thunk) => thunk().some(({ value }) => value.kind !== 'literal'))
    return needsOrigin ? one(testOf(node, frame)) : queryList(receiver, { ...call, name })
  }
  return one(transformList(receiver, { ...call, name }) ?? unknown(node, mayAsk(call) || isTainted(receiver)))
}

function callInstance(receiver: Value & { kind: 'instance' }, name: string, call: Invocation): Choices {
  const { node, frame, world, evaluator } = call
  if (receiver.class) {
    const method = evaluator.member(receiver, name, node, frame, world)
    return bounded(
      method.flatMap(({ value }) => [...callFunction(value, call)]),
      node,
    )
  }
  const list = listBehind(receiver)
  if (list && (name === 'has' || name === 'includes')) {
    const isSymbolic = world.origin === undefined && argument(call, 0).kind !== 'literal'
    return isSymbolic ? one(testOf(node, frame)) : queryList(list, { ...call, name })
  }
  if (receiver.of === 'Map' && name === 'get') return one(getFromMap(receiver, call))
  if (list && (name === 'values' || name === 'keys')) return one(list)
  if ((receiver.of === 'URL' || receiver.of === 'LegacyURL') && (name === 'toString' || name === 'toJSON'))
    return evaluator.member(receiver, 'href', node, frame, world)
  return one(unknown(node, receiver.tainted || isAnyTainted(call)))
}

function getFromMap(receiver: Value & { kind: 'instance' }, call: Invocation): Value {
  const source = receiver.args[0]?.()[0]?.value
  const key = argument(call, 0)
  if (source?.kind !== 'list' || key.kind !== 'literal') return unknown(call.node, true)
  const found = objectFromEntries(source, call.node).fields.get(String(key.value))
  return (
    found?.choices()[0]?.value ??
    (source.open ? unknown(call.node, key.tainted) : literal(undefined, call.node, key.tainted))
  )
}
