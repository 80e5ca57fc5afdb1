import { allOf, and, anyOf, EITHER, NO, TRUE, YES, type Decision } from './condition.ts'
import { isTainted, literal, literalText, one, unknown } from './construct.ts'
import type { Choices, Evaluator, Frame, ListItem, ListValue, Node, Primitive, Thunk, Value, World } from './value.ts'

/** A call on a collection, with what is needed to answer it. */
interface Call {
  readonly evaluator: Evaluator
  readonly name: string
  readonly args: readonly Thunk[]
  readonly node: Node
  readonly frame: Frame | null
  readonly world: World
}

const QUERIES = /^(?:includes|indexOf|lastIndexOf|has|some|every|find|findIndex|findLast|findLastIndex)$/

export function isQuery(name: string): boolean {
  return QUERIES.test(name)
}

/** The list an array, `Set` or the keys of a `Map` stand for, or `undefined` when it is none. */
export function listBehind(value: Value, depth = 0): ListValue | undefined {
  if (value.kind === 'list') return value
  if (value.kind !== 'instance' || (value.of !== 'Set' && value.of !== 'Map')) return undefined
  const [source] = value.args
  if (!source) return { kind: 'list', items: [], open: false, node: value.node }
  const items: ListItem[] = []
  let open = false
  for (const choice of source()) {
    const list = depth < 8 ? listBehind(choice.value, depth + 1) : undefined
    if (!list) {
      open = open || !(choice.value.kind === 'literal' && choice.value.value == null)
      continue
    }
    open = open || list.open
    items.push(...(value.of === 'Map' && choice.value.kind === 'list' ? list.items.map(keyOfEntry) : list.items))
  }
  return { kind: 'list', items, open, node: value.node }
}

function keyOfEntry(item: ListItem): ListItem {
  const choices = (): Choices =>
    item.choices().flatMap(({ value, when }) => {
      const key = value.kind === 'list' ? value.items[0] : undefined
      return key ? key.choices() : [{ value: unknown(item.node), when }]
    })
  return { ...item, choices }
}

/**
 * Answers a query on a list whose members may be partly unknown. A string computed from the
 * assumed origin is not a member of anything that cannot be seen: what an allowlist holds is its
 * author's business, and it does not hold the attacker's site.
 */
export function queryList(list: ListValue | undefined, call: Call, isListTainted = false): Choices {
  const { name, node } = call
  switch (name) {
    case 'includes':
    case 'has':
      return membership(list, call, true, false, isListTainted)
    case 'indexOf':
    case 'lastIndexOf':
      return membership(list, call, 0, -1, isListTainted)
    default:
      return one(search(list, call) ?? unknown(node, true))
  }
}

function membership(
  list: ListValue | undefined,
  { args, node, world }: Call,
  hit: Primitive,
  miss: Primitive,
  isListTainted: boolean,
): Choices {
  const sought = args[0]?.() ?? one(literal(undefined, node))
  const isOfOrigin = isListTainted || (list !== undefined && isTainted(list))
  return sought.map(({ value, when }) => {
    if (value.kind !== 'literal') return { value: unknown(node, isTainted(value) || isOfOrigin), when }
    const decision = list ? contains(list, value.value, world) : NO
    const tainted = value.tainted || isOfOrigin
    if (decision.verdict === 'yes') return { value: literal(hit, node, tainted), when }
    const isForeign = value.tainted && !isOfOrigin
    const isCertain = decision.verdict === 'no' && (isForeign || (list && !list.open && !hasUnknownItem(list)))
    return { value: isCertain ? literal(miss, node, tainted) : unknown(node, tainted), when }
  })
}

function contains(list: ListValue, sought: Primitive, world: World): Decision {
  return anyOf(
    list.items.map((item) => {
      const isHit = item.choices().map(({ value }) => (value.kind === 'literal' && value.value === sought ? YES : NO))
      const hit = anyOf(isHit)
      if (hit.verdict !== 'yes') return hit
      const isSure = isHit.length === 1 && item.when.op === 'true'
      return isSure || world.origin === undefined ? hit : EITHER
    }),
  )
}

function hasUnknownItem(list: ListValue): boolean {
  return list.items.some((item) => item.choices().some(({ value }) => value.kind !== 'literal'))
}

/** `some`, `every`, `find`…: runs the callback over what is known of the list. */
function search(list: ListValue | undefined, call: Call): Value | undefined {
  const { evaluator, args, node, frame, world, name } = call
  const callback = args[0]?.()[0]?.value
  if (callback?.kind !== 'function') return undefined
  const decide = (item: Thunk): Decision => {
    const results = evaluator.call(callback, [item, () => one(unknown(node))], node, frame, world)
    return anyOf(
      results.map((result) => allOf([evaluator.decide(result.when, world), evaluator.truthiness(result.value, world)])),
    )
  }
  const items = list ? list.items : []
  const decisions = items.map((item) => decide(item.choices))
  // One more member stands for all that cannot be seen.
  if (!list || list.open) decisions.push(decide(() => one(unknown(node))))
  const total = name === 'every' ? allOf(decisions) : anyOf(decisions)
  if (total.verdict === 'unseen' || total.verdict === 'either') return unknown(node, total.verdict === 'unseen')
  const isFound = total.verdict === 'yes'
  if (name === 'some' || name === 'every') return literal(isFound, node, true)
  if (name.endsWith('Index')) return literal(isFound ? 0 : -1, node, true)
  if (!isFound) return literal(undefined, node, true)
  const hit = items[decisions.findIndex((decision) => decision.verdict === 'yes')]
  return hit?.choices()[0]?.value ?? unknown(node, true)
}

/** Array methods that make another list (`map`, `filter`, `concat`…), or `undefined`. */
export function transformList(list: ListValue, call: Call): Value | undefined {
  const { evaluator, name, args, node, frame, world } = call
  switch (name) {
    case 'concat':
      return args.reduce<ListValue>((joined, argument) => appendTo(joined, argument, node), { ...list, node })
    case 'filter':
      return filtered(list, call)
    case 'map':
    case 'flatMap': {
      const callback = args[0]?.()[0]?.value
      if (!callback || callback.kind === 'unknown') return { kind: 'list', items: [], open: true, node }
      const items = list.items.map((item): ListItem => ({
        ...item,
        choices: () => evaluator.call(callback, [item.choices], node, frame, world),
      }))
      const mapped: ListValue = { kind: 'list', items, open: list.open, node }
      return name === 'flatMap' ? flattened(mapped) : mapped
    }
    case 'slice':
      return sliced(list, args, node)
    case 'splice':
      return openList(list, node)
    case 'at':
    case 'pop':
    case 'shift':
      return elementOf(list, name, args)
    case 'values':
    case 'reverse':
    case 'sort':
    case 'toReversed':
    case 'toSorted':
    case 'flat':
      return list
    case 'join':
      return joined(list, args, node)
    default:
      return undefined
  }
}

/** A list made from another in a way that cannot be followed. */
function openList(list: ListValue, node: Node): ListValue {
  return { kind: 'list', items: [], open: true, node, tainted: isTainted(list) }
}

function isComplete(list: ListValue): boolean {
  return !list.open && list.items.every((item) => item.when.op === 'true')
}

function sliced(list: ListValue, args: readonly Thunk[], node: Node): ListValue {
  const [start, end] = args.map(numberOf)
  const isKnown = isComplete(list) && args.slice(0, 2).every((argument) => numberOf(argument) !== undefined)
  if (args.length === 0) return list
  return isKnown ? { ...list, items: list.items.slice(start, end), node } : openList(list, node)
}

/** `[, ...rest]`: what follows the first `start` items. */
export function restOfList(list: ListValue, start: number, node: Node): ListValue {
  return isComplete(list) ? { ...list, items: list.items.slice(start), node } : openList(list, node)
}

/** What `at`, `pop` and `shift` answer; `undefined` where it cannot be told. */
function elementOf(list: ListValue, name: string, args: readonly Thunk[]): Value | undefined {
  const position = name === 'pop' ? -1 : name === 'shift' || args.length === 0 ? 0 : numberOf(args[0])
  const choices = position === undefined || !isComplete(list) ? undefined : list.items.at(position)?.choices()
  return choices?.length === 1 ? choices[0]?.value : undefined
}

function numberOf(argument: Thunk | undefined): number | undefined {
  const [choice, ...others] = argument?.() ?? []
  return others.length === 0 && choice?.value.kind === 'literal' && typeof choice.value.value === 'number'
    ? choice.value.value
    : undefined
}

/** A list of what its members hold, where they are lists. */
function flattened({ items, open, node }: ListValue): ListValue {
  const members = items.flatMap((item) => item.choices().map((choice) => ({ ...choice, item })))
  return {
    kind: 'list',
    open: open || members.some(({ value }) => (value.kind === 'list' ? value.open : value.kind !== 'literal')),
    node,
    items: members.flatMap(({ value, when, item }): ListItem[] => {
      const condition = and(item.when, when)
      return value.kind === 'list'
        ? value.items.map((inner) => ({ ...inner, when: and(condition, inner.when) }))
        : [{ choices: () => one(value), when: condition, node: item.node }]
    }),
  }
}

function filtered(list: ListValue, { evaluator, args, node, frame, world }: Call): Value {
  const callback = args[0]?.()[0]?.value
  let open = list.open
  let tainted = false
  const items = list.items.filter((item) => {
    const results = callback ? evaluator.call(callback, [item.choices], node, frame, world) : []
    const decision = anyOf(results.map((result) => evaluator.truthiness(result.value, world)))
    if (decision.verdict !== 'yes' && decision.verdict !== 'no') open = true
    tainted = tainted || decision.compared
    return decision.verdict !== 'no'
  })
  return { kind: 'list', items, open, node, tainted }
}

function appendTo(list: ListValue, argument: Thunk, node: Node): ListValue {
  const [choice] = argument()
  const more = choice && listBehind(choice.value)
  if (more && list.items.length + more.items.length > 1_000) return { ...list, open: true }
  if (more) return { ...list, items: [...list.items, ...more.items], open: list.open || more.open }
  if (choice?.value.kind === 'literal')
    return { ...list, items: [...list.items, { choices: argument, when: TRUE, node }] }
  return { ...list, open: true }
}

function joined(list: ListValue, args: readonly Thunk[], node: Node): Value | undefined {
  const separator = args[0]?.()[0]?.value ?? literal(',', node)
  if (list.open || separator.kind !== 'literal') return undefined
  const parts = list.items.map((item) => {
    const choices = item.choices()
    return choices.length === 1 && item.when.op === 'true' ? choices[0]?.value : undefined
  })
  return literalText(parts, String(separator.value), node)
}

/** The element at a position, or `length`, of a list. */
export function memberOfList(list: ListValue, key: string, node: Node): Choices {
  const tainted = isTainted(list)
  if (key === 'length')
    return one(isComplete(list) ? literal(list.items.length, node, tainted) : unknown(node, tainted))
  const item = /^\d+$/.test(key) ? list.items[Number(key)] : undefined
  if (!item) return one(/^\d+$/.test(key) && !list.open ? literal(undefined, node, tainted) : unknown(node, tainted))
  return item.when.op === 'true' && !list.open ? item.choices() : one(unknown(node, tainted))
}
