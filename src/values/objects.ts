import type { TSESTree } from '@typescript-eslint/utils'
import { listBehind } from './collections.ts'
import { and, not, or, TRUE, type Condition } from './condition.ts'
import { literal, one, unknown } from './construct.ts'
import { staticKey } from './tree.ts'
import type { Choices, Evaluator, Field, Frame, ListItem, ListValue, Node, ObjectValue, Value, World } from './value.ts'

/** A list longer than this is known in part only. */
const MAX_ITEMS = 1_000

/** An object being put together; later parts override earlier ones. */
export class ObjectBuilder {
  private readonly fields = new Map<string, Field>()
  private open = false

  set(key: string, field: Field): void {
    const earlier = this.fields.get(key)
    if (!earlier || field.when.op === 'true') this.fields.set(key, field)
    else {
      const { when } = field
      this.fields.set(key, {
        node: field.node,
        when: earlier.when.op === 'true' ? TRUE : or(earlier.when, when),
        choices: () => [
          ...earlier.choices().map((choice) => ({ value: choice.value, when: and(choice.when, not(when)) })),
          ...field.choices().map((choice) => ({ value: choice.value, when: and(when, choice.when) })),
        ],
      })
    }
  }

  /** Merges what `{ ...value }` or `Object.assign(target, value)` brings, where `when` holds. */
  merge(value: Value, when: Condition): void {
    switch (value.kind) {
      case 'object':
        if (value.open) this.blur(value.node)
        for (const [key, field] of value.fields) {
          this.set(key, { ...field, when: and(when, field.when) })
        }
        return
      case 'literal':
      case 'test':
      case 'function':
      case 'regexp':
        return
      case 'list':
        this.open = true
        return
      default:
        this.blur(value.node)
    }
  }

  /** Something that cannot be seen may override everything so far. */
  blur(node: Node): void {
    this.open = true
    for (const [key, field] of this.fields) this.fields.set(key, { ...field, choices: () => one(unknown(node)) })
  }

  /** There may be more fields, but none of them hides a known one. */
  openUp(): void {
    this.open = true
  }

  build(node: Node): ObjectValue {
    return { kind: 'object', fields: this.fields, open: this.open, node }
  }
}

/** An object with another one underneath: what it does not say is what that one says. */
export function overlaid(base: Value, own: ObjectValue): ObjectValue {
  const builder = new ObjectBuilder()
  if (base.kind === 'function') builder.openUp()
  builder.merge(base, TRUE)
  builder.merge(own, TRUE)
  return builder.build(own.node)
}

export function buildObject(
  evaluator: Evaluator,
  node: TSESTree.ObjectExpression,
  frame: Frame | null,
  world: World,
): Value {
  const builder = new ObjectBuilder()
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      for (const { value, when } of evaluator.evaluate(property.argument, frame, world)) builder.merge(value, when)
      continue
    }
    const keys = staticKey(property) ?? computedKey(evaluator, property.key, frame, world)
    if (keys === undefined) builder.openUp()
    else {
      const isGetter = property.kind === 'get'
      const read = (): Choices => {
        const choices = evaluator.evaluate(property.value, frame, world)
        const [only] = choices
        return isGetter && only ? evaluator.call(only.value, [], property, frame, world) : choices
      }
      builder.set(keys, { node: property, when: TRUE, choices: read })
    }
  }
  return builder.build(node)
}

function computedKey(evaluator: Evaluator, key: Node, frame: Frame | null, world: World): string | undefined {
  const choices = evaluator.evaluate(key, frame, world)
  const [only] = choices
  return choices.length === 1 && only?.value.kind === 'literal' ? String(only.value.value) : undefined
}

export function buildList(
  evaluator: Evaluator,
  node: TSESTree.ArrayExpression,
  frame: Frame | null,
  world: World,
): ListValue {
  const items: ListItem[] = []
  let open = false
  for (const element of node.elements) {
    if (!element) items.push({ choices: () => one(literal(undefined, node)), when: TRUE, node })
    else if (element.type !== 'SpreadElement')
      items.push({ choices: () => evaluator.evaluate(element, frame, world), when: TRUE, node: element })
    else open = spreadInto(items, evaluator.evaluate(element.argument, frame, world)) || open
  }
  return { kind: 'list', items, open, node }
}

/** Adds the elements of each choice; true when there may be more than can be seen. */
export function spreadInto(items: ListItem[], choices: Choices): boolean {
  let open = false
  for (const { value, when } of choices) {
    const list = listBehind(value)
    if (!list) {
      open = open || value.kind !== 'literal'
      continue
    }
    if (items.length + list.items.length > MAX_ITEMS) return true
    open = open || list.open
    items.push(...list.items.map((item) => ({ ...item, when: and(when, item.when) })))
  }
  return open
}

/** `Object.entries`, `keys`, `values` of a known object; `undefined` when it cannot be listed. */
export function listObject(value: Value, what: 'entries' | 'keys' | 'values', node: Node): Value | undefined {
  if (value.kind !== 'object') return undefined
  const items = [...value.fields].map(([key, field]): ListItem => {
    const keyChoices = (): Choices => one(literal(key, field.node))
    if (what !== 'entries')
      return { choices: what === 'keys' ? keyChoices : field.choices, when: field.when, node: field.node }
    const pair: ListValue = {
      kind: 'list',
      open: false,
      node: field.node,
      items: [
        { choices: keyChoices, when: TRUE, node: field.node },
        { choices: field.choices, when: TRUE, node: field.node },
      ],
    }
    return { choices: () => one(pair), when: field.when, node: field.node }
  })
  return { kind: 'list', items, open: value.open, node }
}

/** The object that a list of `[key, value]` pairs, a `Map` or a `Headers` describes. */
export function objectFromEntries(list: ListValue, node: Node): ObjectValue {
  const builder = new ObjectBuilder()
  for (const item of list.items) {
    for (const { value, when } of item.choices()) {
      const key = value.kind === 'list' ? value.items[0]?.choices()[0]?.value : undefined
      const content = value.kind === 'list' ? value.items[1] : undefined
      if (key?.kind === 'literal' && content)
        builder.set(String(key.value), { choices: content.choices, node: content.node, when: and(item.when, when) })
      else builder.openUp()
    }
  }
  if (list.open) builder.openUp()
  return builder.build(node)
}
