import type { LibraryOption, Slot } from '../policy.ts'
import type { ReaderContext } from '../readers/reader.ts'
import type { OptionLibrary, Place, PlaceOfOptions } from '../semantics.ts'
import { and, TRUE, type Condition } from '../values/condition.ts'
import { overlaid } from '../values/objects.ts'
import { staticKey, wrapped } from '../values/tree.ts'
import { useOf } from '../values/uses.ts'
import type { Choice, Field, Frame, Node, Value } from '../values/value.ts'
import { callsIn, type ActiveCall, type Call } from './calls.ts'
import { exportedAs, exportedBy } from './exported.ts'

/** One thing that stands where a library takes its options; or nothing, where it takes them. */
export interface Given {
  /** The call, or the object of a configuration, by which the library is told. */
  readonly call: Node
  readonly frame: Frame | null
  /** What stands there; `undefined` for nothing at all. */
  readonly choice: Choice | undefined
  /** Where it stands. */
  readonly node: Node
  readonly slot: Slot
  readonly when: Condition
  /** Whether it is told from a name or a type alone that they are for the library. */
  readonly isGuessed?: boolean
  /** Whether the options that are missing here are those that the library is given elsewhere. */
  readonly overlays: boolean
}

/** Everything that a file gives a library as options. */
export function* givenTo({ library, places }: OptionLibrary, context: ReaderContext): Iterable<Given> {
  for (const place of places) {
    if (place.type === 'file') {
      if (place.file.test(context.filename.replaceAll('\\', '/'))) yield* fromFile(place, context)
      continue
    }
    if (place.type === 'exported') {
      yield* fromExport(place.name, library.options, context)
      continue
    }
    if (place.type === 'beside') {
      yield* fromObjects(place, context)
      continue
    }
    for (const { call, frame, argument } of callsOf(place, context)) {
      context.analysis.refuel()
      yield* fromCall(call, argument, place, frame, context)
    }
  }
}

/** The calls that a place is about, each with the argument that holds the options. */
function callsOf(
  place: Exclude<Place, { type: 'file' | 'exported' | 'beside' }>,
  context: ReaderContext,
): readonly (ActiveCall & { readonly argument: number })[] {
  const index = callsIn(context)
  switch (place.type) {
    case 'call':
    case 'new': {
      const type = place.type === 'new' ? 'NewExpression' : 'CallExpression'
      return index
        .ofExports(place)
        .filter(({ call }) => call.type === type)
        .map((one) => ({ ...one, argument: place.argument }))
    }
    case 'method':
      return place.mention.test(context.analysis.text)
        ? index.ofMethods(place.methods).map((one) => ({ ...one, argument: place.argument }))
        : []
    case 'handed':
      return index.ofMethods(place.methods).flatMap((one) => {
        const handed = one.call.arguments.findIndex(
          (argument) => argument.type !== 'SpreadElement' && index.isExport(argument, one.frame, place),
        )
        return handed < 0 ? [] : [{ ...one, argument: handed + 1 + place.argument }]
      })
  }
}

function* fromCall(
  call: Call,
  argument: number,
  place: PlaceOfOptions,
  frame: Frame | null,
  { analysis }: ReaderContext,
): Iterable<Given> {
  const used = call.type === 'CallExpression' ? useOf(analysis, call, frame) : TRUE
  const reached = and(analysis.reach(call, frame), used)
  const { path = [] } = place
  const slot: Slot = { node: call, argument, missing: path }
  const leading = call.arguments.slice(0, argument + 1)
  if (leading.some(({ type }) => type === 'SpreadElement')) return
  const given = call.arguments[argument]
  const origin = { call, frame, slot, when: reached, overlays: place.overlays ?? false }
  // What comes last is never what may be left out.
  if (place.isOptional === true && call.arguments.length === argument + 1) {
    if (place.absent === 'defaults')
      yield { ...origin, choice: undefined, node: call, slot: { ...slot, isInserted: true } }
    return
  }
  if (!given || given.type === 'SpreadElement') {
    if (place.absent === 'defaults') yield { ...origin, choice: undefined, node: call }
    return
  }
  for (const choice of analysis.evaluate(given, frame, {})) yield* underneath(choice, given, place, origin)
}

/** The options under a value, with those that hold unless they say otherwise. */
function* underneath(choice: Choice, node: Node, place: PlaceOfOptions, origin: Origin): Iterable<Given> {
  const { path = [], over } = place
  if (!over) {
    yield* descend(choice, node, path, place, origin)
    return
  }
  const bases = [...descend(choice, node, over, { ...place, absent: 'off' }, origin)]
  for (const given of descend(choice, node, path, place, origin)) {
    const own = given.choice
    if (own?.value.kind !== 'object') {
      yield given
      continue
    }
    for (const { choice: base } of bases)
      yield base ? { ...given, choice: { ...own, value: overlaid(base.value, own.value) } } : given
    if (bases.length === 0) yield given
  }
}

interface Origin {
  readonly call: Node
  readonly frame: Frame | null
  readonly slot: Slot
  readonly when: Condition
  readonly overlays: boolean
}

/** Follows the properties that lead to the options. */
function* descend(
  choice: Choice,
  node: Node,
  path: readonly string[],
  place: PlaceOfOptions,
  origin: Origin,
): Iterable<Given> {
  const { value } = choice
  const when = and(origin.when, choice.when)
  const [step, ...rest] = path
  if (step === undefined) {
    yield { ...origin, choice, node, when: origin.when, slot: { ...origin.slot, missing: [] } }
    return
  }
  if (step.startsWith('[')) {
    yield* intoList(value, step, rest, place, { ...origin, when })
    return
  }
  if (step === '{}') {
    if (value.kind !== 'object') return
    for (const field of value.fields.values()) yield* intoField(field, rest, place, { ...origin, when })
    return
  }
  if (value.kind === 'literal' && value.value === undefined) {
    if (place.absent === 'defaults') yield { ...origin, choice: undefined, node, when }
    return
  }
  if (value.kind !== 'object') return
  const field = value.fields.get(step)
  if (field) yield* intoField(field, rest, place, { ...origin, when })
  const isCertain = field !== undefined && field.when.op === 'true'
  if (isCertain || value.open || place.absent === 'off') return
  const own = value.node.type === 'ObjectExpression' ? value.node : node
  const missing: Condition = field ? { op: 'not', of: field.when } : TRUE
  yield {
    ...origin,
    choice: undefined,
    node: own,
    slot: { node: own, argument: 0, missing: path },
    when: and(when, missing),
  }
}

function* intoField(field: Field, rest: readonly string[], place: PlaceOfOptions, origin: Origin): Iterable<Given> {
  const { node } = field
  const inner = { ...origin, when: and(origin.when, field.when), slot: { node, argument: 0, missing: rest } }
  for (const one of field.choices()) yield* descend(one, valueOf(node), rest, place, inner)
}

/** Each element of a list; or those of one name, which may stand there as nothing but that. */
function* intoList(
  value: Value,
  step: string,
  rest: readonly string[],
  place: PlaceOfOptions,
  origin: Origin,
): Iterable<Given> {
  if (value.kind !== 'list') return
  const name = step.slice(1, -1)
  for (const item of value.items) {
    const inner = { ...origin, when: and(origin.when, item.when) }
    for (const entry of item.choices()) {
      const slot = { node: item.node, argument: 0, missing: rest }
      if (name === '') yield* descend(entry, item.node, rest, place, { ...inner, slot })
      else if (isText(entry.value, name)) {
        const beside = `name: '${name}'`
        const when = and(inner.when, entry.when)
        yield { ...inner, choice: undefined, node: item.node, slot: { ...slot, beside }, when }
      } else if (entry.value.kind === 'object') {
        const named = entry.value.fields.get('name')?.choices() ?? []
        if (named.length > 0 && named.every((one) => isText(one.value, name)))
          yield* descend(entry, item.node, rest, place, { ...inner, slot })
      }
    }
  }
}

function isText(value: Value, text: string): boolean {
  return value.kind === 'literal' && value.value === text
}

function* fromObjects(place: Place & { type: 'beside' }, context: ReaderContext): Iterable<Given> {
  const { analysis, contexts } = context
  const index = callsIn(context)
  for (const object of analysis.tree.objects) {
    const property = object.properties.find((one) => one.type === 'Property' && staticKey(one) === place.property)
    if (property?.type !== 'Property') continue
    for (const frame of contexts.of(object)) {
      analysis.refuel()
      if (!index.holdsExport(property.value, frame, place)) break
      const slot: Slot = { node: object, argument: 0, missing: place.path ?? [] }
      for (const choice of analysis.evaluate(object, frame, {}))
        yield* underneath(choice, object, place, { call: object, frame, slot, when: TRUE, overlays: false })
    }
  }
}

function* fromFile(place: Place & { type: 'file' }, context: ReaderContext): Iterable<Given> {
  for (const { choice, node } of exportedBy(context.analysis, place.exports)) {
    const slot: Slot = { node, argument: 0, missing: place.path ?? [] }
    const call = wrapped(node)
    yield* underneath(choice, node, place, { call, frame: null, slot, when: TRUE, overlays: false })
  }
}

function* fromExport(
  name: RegExp,
  options: readonly LibraryOption[],
  { analysis, filename }: ReaderContext,
): Iterable<Given> {
  const origins = options.filter(({ part }) => part === 'origin').map((option) => option.name)
  for (const { choice, node } of exportedAs(analysis, name, filename)) {
    const { value } = choice
    if (value.kind !== 'object' || value.open || !origins.some((origin) => value.fields.has(origin))) continue
    if ([...value.fields.keys()].some((key) => options.every((option) => option.name !== key))) continue
    const slot: Slot = { node, argument: 0, missing: [] }
    yield { call: node, frame: null, choice, node, slot, when: TRUE, overlays: false, isGuessed: true }
  }
}

/** The value that a property or an assignment gives an option. */
export function valueOf(node: Node): Node {
  if (node.type === 'Property') return node.value
  return node.type === 'AssignmentExpression' ? node.right : node
}
