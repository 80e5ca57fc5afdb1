import { and, atom, FALSE, not, TRUE, type Condition } from '../../values/condition.ts'
import { unknown } from '../../values/construct.ts'
import type { Choices, Node, ObjectValue, Value } from '../../values/value.ts'
import { valueNode } from './objects.ts'

/** A value of a header as it goes out. */
interface Filled {
  readonly value: Value
  /** Where it is the request's origin: the pattern that the origin is held against, or the object that lacks one. */
  readonly pattern: Node | undefined
}

interface Pattern {
  /** `undefined` where it cannot be seen. */
  readonly text: string | undefined
  readonly node: Node
}

/** One entry of `has` or `missing`: a part of the request, and what it has to match as a whole. */
interface RouteCondition {
  /** `header`, `cookie`, `query`, `host` */
  readonly type: string
  /** Lower case. */
  readonly key: string
  /** `undefined` where the part only has to be there. */
  readonly pattern: Pattern | undefined
  readonly node: Node
}

/**
 * One route of a configuration, `{ source, has, missing, headers }`: whom its headers go to, and what it fills in for
 * `:name`. As read and observed: `next` 16.4, `server/lib/router-utils/resolve-routes.js` and
 * `shared/lib/router/utils/prepare-destination.js`.
 */
export class Route {
  private readonly route: ObjectValue
  private readonly has: readonly RouteCondition[]

  constructor(route: ObjectValue) {
    this.route = route
    this.has = this.conditionsIn('has')
  }

  /** What the route asks of the request's origin; other conditions hold or not whoever sends the request. */
  condition(): Condition {
    const asked = this.has.filter(isOnOrigin).map(matching)
    const excluded = this.conditionsIn('missing')
      .filter(isOnOrigin)
      .map((one) => (one.pattern ? not(matching(one)) : FALSE))
    return and(...asked, ...excluded)
  }

  /** A value, with what the route fills in. */
  fill(value: Value): Filled {
    const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : ''
    if (value.kind !== 'literal' || !text.includes(':')) return { value, pattern: undefined }
    const [, name] = /^:(\w+)$/.exec(text) ?? []
    const captured = this.has.find((one) => isOnOrigin(one) && capturesAll(one, name))
    if (captured) {
      const origin: Value = { kind: 'input', source: 'origin', exact: true, node: value.node, frame: null }
      return { value: origin, pattern: captured.pattern?.node ?? captured.node }
    }
    const isFilled = [...text.matchAll(/:([A-Za-z]\w*)/g)].some(([, one = '']) => this.isParameter(one))
    return { value: isFilled ? unknown(value.node) : value, pattern: undefined }
  }

  /** Whether the path or a condition gives a name a value. */
  private isParameter(name: string): boolean {
    const source = textOf(this.route.fields.get('source')?.choices() ?? [])
    if (source === undefined || source.includes(`:${name}`)) return true
    return this.has.some(({ key, pattern }) =>
      pattern ? pattern.text?.includes(`(?<${name}>`) !== false : key.replaceAll(/[^a-z]/g, '') === name,
    )
  }

  private conditionsIn(field: 'has' | 'missing'): readonly RouteCondition[] {
    const lists = this.route.fields.get(field)?.choices() ?? []
    return lists.flatMap(({ value }) =>
      value.kind === 'list'
        ? value.items.flatMap((item) => item.choices().flatMap((choice) => routeCondition(choice.value) ?? []))
        : [],
    )
  }
}

/** The text that something is, where it can be nothing else. */
export function textOf(choices: Choices): string | undefined {
  const [only] = choices
  return choices.length === 1 && only?.value.kind === 'literal' && typeof only.value.value === 'string'
    ? only.value.value
    : undefined
}

function routeCondition(value: Value): RouteCondition | undefined {
  if (value.kind !== 'object') return undefined
  const [type, key, text] = ['type', 'key', 'value'].map((name) => textOf(value.fields.get(name)?.choices() ?? []))
  const pattern = value.fields.get('value')
  if (type === undefined || key === undefined) return undefined
  const node = pattern && (valueNode(pattern) ?? pattern.node)
  return {
    type,
    key: key.toLowerCase(),
    pattern: node && { text, node },
    node: value.node,
  }
}

function isOnOrigin({ type, key }: RouteCondition): boolean {
  return type === 'header' && key === 'origin'
}

function matching({ pattern }: RouteCondition): Condition {
  if (!pattern) return TRUE
  if (pattern.text === undefined) return atom({ kind: 'unseen', node: pattern.node })
  return atom({
    kind: 'matches',
    source: `^${pattern.text}$`,
    flags: '',
    node: pattern.node,
    option: pattern.node,
  })
}

/** Whether a name stands for all that a condition looks at. Without a pattern it is the key. */
function capturesAll({ key, pattern }: RouteCondition, name: string | undefined): boolean {
  return name !== undefined && (pattern ? isWholeGroup(pattern.text ?? '', name) : key === name)
}

/** `(?<name>…)`, from the first character of a pattern to the last. */
function isWholeGroup(pattern: string, name: string): boolean {
  if (!pattern.startsWith(`(?<${name}>`)) return false
  let depth = 0
  let isInClass = false
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]
    if (character === '\\') index += 1
    else if (isInClass) isInClass = character !== ']'
    else if (character === '[') isInClass = true
    else if (character === '(') depth += 1
    else if (character === ')') {
      depth -= 1
      if (depth === 0) return index === pattern.length - 1
    }
  }
  return false
}
