import type { Entry, Fact, ListFact } from './policy.ts'
import { and, not, type Condition } from './values/condition.ts'
import { literal } from './values/construct.ts'
import { environmentOf } from './values/development.ts'
import type { Analysis } from './values/evaluate.ts'
import { isInside, methodName, unwrap } from './values/tree.ts'
import type { Choice, Choices, Frame, Node, Value } from './values/value.ts'

/** Where a part of a policy is set. */
export interface Place {
  /** The option or the write. */
  readonly node: Node
  /** The expression of its value. */
  readonly value: Node | undefined
  readonly when: Condition
  readonly frame: Frame | null
  /** Whether the place hands on what stands elsewhere, one header after another. */
  readonly isTable?: boolean
}

/** What a library makes of a value, and the header text that goes out. */
export interface Reading<T> {
  readonly value: T | undefined
  readonly sent: string | null | undefined
}

/** A value that cannot be seen. */
export const UNSEEN: Reading<never> = { value: undefined, sent: undefined }

/** The facts that a value states about a part, as the library reads it. */
export function factsOf<T>(
  analysis: Analysis,
  choices: Choices,
  place: Place,
  read: (value: Value) => Reading<T>,
): readonly Fact<T>[] {
  return choices.flatMap(outcomes).flatMap((choice) => {
    const when = and(place.when, choice.when)
    const environment = environmentOf(analysis, when)
    if (!environment) return []
    const { value } = choice
    const isTable = place.isTable === true
    return [
      {
        ...read(value),
        isSet: true,
        node: isTable ? nodeOf(value, place.node) : place.node,
        source: isTable ? nodeOf(value, place.node) : sourceOf(value, place),
        written: value.kind === 'literal' ? value.value : undefined,
        when,
        environment,
      },
    ]
  })
}

/** A test is `true` where its condition holds, and `false` elsewhere. */
function outcomes({ value, when }: Choice): Choices {
  if (value.kind !== 'test') return [{ value, when }]
  return [
    { value: literal(true, value.node), when: and(when, value.condition) },
    { value: literal(false, value.node), when: and(when, not(value.condition)) },
  ]
}

/** The facts that a value states about a list of methods or header names: a comma list, or an array. */
export function listFactsOf(analysis: Analysis, choices: Choices, place: Place): readonly ListFact[] {
  return choices.flatMap((choice) =>
    factsOf(analysis, [choice], place, (value) => ({ value: namesOf(value), sent: undefined })).map((fact) => ({
      ...fact,
      entries: entriesOf(analysis, choice.value, place.frame, fact.when, fact.source),
    })),
  )
}

/** A part that may be set where it cannot be seen. */
export function unseenFacts(node: Node, when: Condition): readonly [ListFact & Fact<never>] {
  return [
    {
      ...UNSEEN,
      value: undefined,
      isSet: false,
      node,
      source: node,
      written: undefined,
      when,
      environment: 'any',
      entries: [],
    },
  ]
}

function nodeOf(value: Value, otherwise: Node): Node {
  return value.kind === 'class' ? otherwise : value.node
}

/** A constant in the place itself, or else the expression there. */
function sourceOf(value: Value, place: Place): Node {
  const own = nodeOf(value, place.node)
  return isInside(own, place.node) ? own : (place.value ?? place.node)
}

/** Every name of a list, or `undefined` when one of them cannot be seen. */
function namesOf(value: Value): readonly string[] | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? split(value.value) : []
  if (value.kind !== 'list' || value.open) return undefined
  const names = value.items.flatMap((item) => {
    const content = item.choices()[0]?.value
    return content?.kind === 'literal' ? [String(content.value)] : []
  })
  return names.length === value.items.length ? names.flatMap(split) : undefined
}

function split(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim())
}

function entriesOf(
  analysis: Analysis,
  value: Value,
  frame: Frame | null,
  when: Condition,
  source: Node,
): readonly Entry[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item) =>
      item.choices().flatMap((choice): readonly Entry[] => {
        if (choice.value.kind !== 'literal' || typeof choice.value.value !== 'string') return []
        const node = textNode(choice.value.node, choice.value.value) ?? item.node
        return entriesOfText(choice.value.value, node, and(when, item.when, choice.when))
      }),
    )
  }
  if (value.kind !== 'literal' || typeof value.value !== 'string') return []
  const joined = joinedList(analysis, value.node, value.value, frame)
  if (joined) return entriesOf(analysis, joined, frame, when, source)
  return entriesOfText(value.value, textNode(value.node, value.value) ?? source, when)
}

/** `LIST.join(', ')` is the list, wherever that stands. */
function joinedList(analysis: Analysis, node: Node, text: string, frame: Frame | null): Value | undefined {
  const call = unwrap(node)
  if (call.type !== 'CallExpression' || methodName(call) !== 'join') return undefined
  const callee = unwrap(call.callee)
  if (callee.type !== 'MemberExpression') return undefined
  const [only, ...others] = analysis.evaluate(callee.object, analysis.frameOf(call, frame), {})
  if (only?.value.kind !== 'list' || others.length > 0) return undefined
  return namesOf(only.value)?.join() === split(text).join() ? only.value : undefined
}

/** The names of a comma list, each with its place in the text. */
function entriesOfText(text: string, node: Node, when: Condition): readonly Entry[] {
  const isAddressable = textNode(node, text) !== undefined
  const entries: Entry[] = []
  let offset = node.range[0] + 1
  for (const part of text.split(',')) {
    const name = part.trim()
    const start = offset + part.indexOf(name)
    offset += part.length + 1
    const range = isAddressable ? ([start, start + name.length] as const) : node.range
    if (name !== '') entries.push({ name, node, range, when })
  }
  return entries
}

/** A node whose source text, between its quotes, is the text itself. */
function textNode(node: Node, text: string): Node | undefined {
  if (node.type === 'Literal') return node.raw.slice(1, -1) === text ? node : undefined
  return node.type === 'TemplateLiteral' && node.quasis.length === 1 && node.quasis[0]?.value.raw === text
    ? node
    : undefined
}
