import { matchPattern, replacePattern } from '../origins/match.ts'
import { literal } from './construct.ts'
import type { ListValue, LiteralValue, Node, Primitive, RegExpValue, Value } from './value.ts'

/** Longer strings are not computed, so that no source can make the lint build a huge one. */
const MAX_LENGTH = 10_000

type Method = (receiver: string, args: readonly Primitive[]) => Primitive

const text = (value: Primitive): string => String(value)
const position = (value: Primitive): number | undefined => (value === undefined ? undefined : Number(value))

/** String methods whose result is a primitive, as ECMAScript defines them. */
const METHODS: Readonly<Record<string, Method | undefined>> = {
  at: (receiver, [index]) => receiver.at(position(index) ?? 0),
  charAt: (receiver, [index]) => receiver.charAt(position(index) ?? 0),
  concat: (receiver, args) => receiver.concat(...args.map(text)),
  endsWith: (receiver, [search, end]) => receiver.endsWith(text(search), position(end)),
  includes: (receiver, [search, start]) => receiver.includes(text(search), position(start)),
  indexOf: (receiver, [search, start]) => receiver.indexOf(text(search), position(start)),
  lastIndexOf: (receiver, [search, start]) => receiver.lastIndexOf(text(search), position(start)),
  localeCompare: (receiver, [other]) => (receiver === text(other) ? 0 : receiver < text(other) ? -1 : 1),
  normalize: (receiver) => receiver.normalize(),
  slice: (receiver, [start, end]) => receiver.slice(position(start), position(end)),
  startsWith: (receiver, [search, start]) => receiver.startsWith(text(search), position(start)),
  substr: (receiver, [start, length]) => substr(receiver, position(start) ?? 0, position(length)),
  substring: (receiver, [start, end]) => receiver.substring(position(start) ?? 0, position(end)),
  toLocaleLowerCase: (receiver) => receiver.toLowerCase(),
  toLocaleUpperCase: (receiver) => receiver.toUpperCase(),
  toLowerCase: (receiver) => receiver.toLowerCase(),
  toString: (receiver: string) => receiver,
  toUpperCase: (receiver) => receiver.toUpperCase(),
  trim: (receiver) => receiver.trim(),
  trimEnd: (receiver) => receiver.trimEnd(),
  trimStart: (receiver) => receiver.trimStart(),
  valueOf: (receiver: string) => receiver,
}

function substr(receiver: string, start: number, length: number | undefined): string {
  const from = start < 0 ? Math.max(0, receiver.length + start) : start
  return receiver.slice(from, length === undefined ? undefined : from + length)
}

export function isStringMethod(name: string): boolean {
  return Object.hasOwn(METHODS, name) || /^(?:split|replace|replaceAll|match|search)$/.test(name)
}

/** What a string method answers, or `undefined` when it cannot be told. */
export function callString(
  receiver: LiteralValue,
  name: string,
  args: readonly Value[],
  node: Node,
): Value | undefined {
  const subject = receiver.value
  if (typeof subject !== 'string') return undefined
  const tainted = receiver.tainted || args.some((argument) => argument.kind === 'literal' && argument.tainted)
  if (name === 'split') return split(subject, args[0], tainted, node)
  if (name === 'match' || name === 'search') return search(subject, name, args[0], tainted, node)
  if (name === 'replace' || name === 'replaceAll') return replace(subject, name, args, tainted, node)
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  const primitives = args.map((argument) => (argument.kind === 'literal' ? argument : undefined))
  if (!method || primitives.some((argument) => argument === undefined)) return undefined
  const result = method(
    subject,
    primitives.map((argument) => argument?.value),
  )
  return typeof result === 'string' && result.length > MAX_LENGTH ? undefined : literal(result, node, tainted)
}

function split(subject: string, separator: Value | undefined, tainted: boolean, node: Node): Value | undefined {
  const items = pieces(subject, separator)
  return !items || items.length > 500
    ? undefined
    : listOf(
        items.map((item) => literal(item, node, tainted)),
        node,
      )
}

function pieces(subject: string, separator: Value | undefined): readonly string[] | undefined {
  if (separator?.kind === 'literal' && typeof separator.value === 'string') return subject.split(separator.value)
  // Where a match stands is only certain where nothing but its own text makes it one.
  if (separator?.kind !== 'regexp' || /[\^$]|\\[bB]|\(/.test(separator.source)) return undefined
  const found: string[] = []
  let rest = subject
  while (found.length <= 500) {
    const match = matchPattern(separator.source, separator.flags, rest)
    if (match === null) return [...found, rest]
    const text = match?.[0] ?? ''
    if (text === '') return undefined
    found.push(rest.slice(0, rest.indexOf(text)))
    rest = rest.slice(rest.indexOf(text) + text.length)
  }
  return undefined
}

function search(
  subject: string,
  name: string,
  pattern: Value | undefined,
  tainted: boolean,
  node: Node,
): Value | undefined {
  const match = runPattern(subject, pattern)
  if (match === undefined) return undefined
  if (name === 'search') return literal(match === null ? -1 : 0, node, tainted)
  return matchValue(match, tainted, node)
}

function replace(
  subject: string,
  name: string,
  args: readonly Value[],
  tainted: boolean,
  node: Node,
): Value | undefined {
  const [pattern, replacement] = args
  if (replacement?.kind !== 'literal' || typeof replacement.value !== 'string') return undefined
  const text = replacement.value
  if (pattern?.kind === 'regexp') {
    const result = replacePattern(pattern.source, pattern.flags, subject, text)
    return result === undefined ? undefined : literal(result, node, tainted)
  }
  if (pattern?.kind !== 'literal' || typeof pattern.value !== 'string' || text.includes('$')) return undefined
  const result =
    name === 'replaceAll' ? subject.split(pattern.value).join(text) : subject.replace(pattern.value, () => text)
  return literal(result, node, tainted)
}

function runPattern(subject: string, pattern: Value | undefined): readonly (string | undefined)[] | null | undefined {
  if (pattern?.kind === 'regexp') return matchPattern(pattern.source, pattern.flags, subject)
  // `match` and `search` turn a string into an unanchored pattern.
  if (pattern?.kind === 'literal' && typeof pattern.value === 'string') return matchPattern(pattern.value, '', subject)
  return undefined
}

/** `test` and `exec` of a regular expression, or `undefined` when it cannot be evaluated. */
export function callRegExp(
  receiver: RegExpValue,
  name: string,
  argument: Value | undefined,
  node: Node,
): Value | undefined {
  if (argument?.kind !== 'literal' || (name !== 'test' && name !== 'exec')) return undefined
  const match = matchPattern(receiver.source, receiver.flags, String(argument.value))
  if (match === undefined) return undefined
  return name === 'test' ? literal(match !== null, node, argument.tainted) : matchValue(match, argument.tainted, node)
}

function matchValue(match: readonly (string | undefined)[] | null, tainted: boolean, node: Node): Value {
  return match === null
    ? literal(null, node, tainted)
    : {
        ...listOf(
          match.map((group) => literal(group, node, tainted)),
          node,
        ),
        tainted,
      }
}

function listOf(values: readonly Value[], node: Node): ListValue {
  return {
    kind: 'list',
    open: false,
    node,
    items: values.map((value) => ({ choices: () => [{ value, when: { op: 'true' } }], when: { op: 'true' }, node })),
  }
}
