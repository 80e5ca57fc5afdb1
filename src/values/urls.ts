import { isTainted, literal, unknown } from './construct.ts'
import { testOf } from './operators.ts'
import type { Frame, Node, Thunk, Value } from './value.ts'

/** A call that parses an address. */
interface Parsing {
  readonly args: readonly Thunk[]
  readonly node: Node
  readonly frame: Frame | null
}

/** Whether a module is the one that has Node's `url.parse`. */
export function isUrlModule(name: string): boolean {
  return name === 'url' || name === 'node:url'
}

/** What Node's `url.parse` answers. */
export function legacyUrl({ args, node, frame }: Parsing, tainted: boolean): Value {
  return { kind: 'instance', of: 'LegacyURL', args, node, frame, tainted }
}

/** What `URL.canParse` and `URL.parse` answer. */
export function parseUrl(name: 'canParse' | 'parse', input: Value, { args, node, frame }: Parsing): Value {
  if (input.kind === 'literal') {
    const isValid = URL.canParse(String(input.value))
    if (name === 'canParse') return literal(isValid, node)
    if (!isValid) return literal(null, node)
  }
  if (name === 'canParse') return testOf(node, frame)
  return { kind: 'instance', of: 'URL', args, node, frame, tainted: isTainted(input) }
}

const URL_PROPERTIES = new Set([
  'hash',
  'host',
  'hostname',
  'href',
  'origin',
  'password',
  'pathname',
  'port',
  'protocol',
  'search',
  'username',
])

/** A property of `new URL(input)`; `undefined` when the input does not parse or cannot be seen. */
export function urlProperty(input: Value | undefined, key: string, node: Node): Value | undefined {
  if (input?.kind !== 'literal' || typeof input.value !== 'string' || !URL_PROPERTIES.has(key)) return undefined
  if (!URL.canParse(input.value)) return unknown(node, input.tainted)
  const value: unknown = Reflect.get(new URL(input.value), key)
  return literal(typeof value === 'string' ? value : undefined, node, input.tainted)
}

/**
 * A property of what Node's `url.parse` makes of an address. It ends the host at characters that browsers take for
 * a part of it; as observed on Node 20.20.
 */
export function legacyUrlProperty(input: Value | undefined, key: string, node: Node): Value | undefined {
  if (input?.kind !== 'literal' || typeof input.value !== 'string') return undefined
  const parts = /^([a-z][a-z0-9+.-]*:)\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^\s/?#:"'`;<>\\^{|}%]*)(?::(\d+))?/i.exec(
    input.value,
  )
  const [, protocol = '', hostname = '', port] = parts ?? []
  if (!parts) return unknown(node, input.tainted)
  const known: Readonly<Record<string, string | null>> = {
    protocol: protocol.toLowerCase(),
    hostname: hostname.toLowerCase(),
    host: `${hostname.toLowerCase()}${port === undefined ? '' : `:${port}`}`,
    port: port ?? null,
    href: input.value,
  }
  return Object.hasOwn(known, key) ? literal(known[key], node, input.tainted) : unknown(node, input.tainted)
}
