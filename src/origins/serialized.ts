/** The parts of a serialised origin; the port is empty where it is the scheme's own. */
export interface Origin {
  readonly scheme: string
  /** Lower case, in punycode, IPv6 addresses in brackets. */
  readonly host: string
  readonly port: string
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/** Pages at such addresses have no origin of their own: browsers send `Origin: null` (HTML, "origin"). */
const OPAQUE_SCHEMES = new Set(['about:', 'blob:', 'data:', 'file:', 'javascript:'])
/** Nothing that a browser shows is at such an address. */
const PAGELESS_SCHEMES = new Set(['ftp:', 'ws:', 'wss:'])

/**
 * What browsers send as `Origin` for a page at an address, path and all: scheme, host in lower case and
 * punycode, and the port unless it is the scheme's own (HTML, "serialization of an origin").
 *
 * @returns `undefined` for what is no address of a page, or has no origin of its own.
 */
export function serialize(text: string): string | undefined {
  if (!SCHEME.test(text) || !URL.canParse(text)) return undefined
  const { protocol, host, origin } = new URL(text)
  if (host === '' || host.includes('*') || OPAQUE_SCHEMES.has(protocol) || PAGELESS_SCHEMES.has(protocol))
    return undefined
  // The URL Standard calls the origin of a custom scheme opaque; browsers send scheme and host.
  return origin === 'null' ? `${protocol}//${host}` : origin
}

/** Whether a text is an origin exactly as browsers send it. `null` is not: it stands for no site. */
export function isSerialized(text: string): boolean {
  return serialize(text) === text
}

/** The parts of a serialised origin; `undefined` for any other text. */
export function parseOrigin(text: string): Origin | undefined {
  if (!isSerialized(text)) return undefined
  const { protocol, hostname, port } = new URL(text)
  return { scheme: protocol.slice(0, -1), host: hostname, port }
}

/** Why a text that was meant as an origin never equals one. */
export type FlawKind =
  /** Several origins in one value. */
  | 'several'
  /** `*` as a part of the host. */
  | 'pattern'
  /** A path, a query, a fragment or a user name. */
  | 'path'
  /** No scheme. */
  | 'scheme'
  /** Upper case, the default port, a host that is not in punycode, an unusual way to write an address. */
  | 'form'
  /** White space around it. */
  | 'space'
  /** A scheme whose pages send `null`, or that has no pages. */
  | 'opaque'

export interface Flaw {
  readonly kind: FlawKind
  /** What was meant, as browsers send it; several for several origins, none where nobody can tell. */
  readonly meant: readonly string[]
}

/** A host name with a dot, an address, or `localhost`; with or without a port. */
const HOST_LIKE = /^(?:localhost|\[[\da-f:.]+\]|[^\s/:?#@[\]]+\.[^\s/:?#@[\].]+)(?::\d+)?(?:[/?#]\S*)?$/i

/**
 * What keeps a text that was written as an allowed origin from ever being equal to one (Fetch, "CORS check":
 * byte for byte).
 *
 * @returns `undefined` for a serialised origin, for `*` and `null`, and for texts that nobody meant as one.
 */
export function flawOf(text: string): Flaw | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '*' || trimmed === 'null' || text.length > 2_000) return undefined
  const parts = trimmed.split(/[\s,;|]+/).filter((part) => part !== '')
  if (parts.length > 1) {
    const isList = parts.every((part) => SCHEME.test(part) || HOST_LIKE.test(part) || part === '*' || part === 'null')
    return isList ? { kind: 'several', meant: parts.flatMap((part) => meantBy(part)) } : undefined
  }
  if (trimmed.includes('*')) return SCHEME.test(trimmed) || HOST_LIKE.test(trimmed) ? flaw('pattern') : undefined
  if (text !== trimmed) return isSerialized(trimmed) ? flaw('space', trimmed) : flawOf(trimmed)
  if (!SCHEME.test(text))
    return HOST_LIKE.test(text.replace(/^\/\//, '')) ? flaw('scheme', ...meantBy(text)) : undefined
  if (!URL.canParse(text)) return undefined
  const { protocol, pathname, search, hash, username, password, host } = new URL(text)
  if (OPAQUE_SCHEMES.has(protocol)) return flaw('opaque')
  if (PAGELESS_SCHEMES.has(protocol))
    return protocol === 'ftp:' ? flaw('opaque') : flaw('scheme', ...meantBy(text.replace(/^ws/i, 'http')))
  const meant = serialize(text)
  if (meant === undefined || meant === text || host === '') return undefined
  const isMore = pathname.length > 1 || /[/?#]$/.test(text) || `${search}${hash}${username}${password}` !== ''
  return flaw(isMore ? 'path' : 'form', meant)
}

function flaw(kind: FlawKind, ...meant: readonly string[]): Flaw {
  return { kind, meant }
}

function meantBy(text: string): readonly string[] {
  if (text === 'null' || text === '*') return []
  const bare = text.replace(/^\/\//, '')
  const address = SCHEME.test(bare) ? bare : `${/^(?:localhost|127\.|\[::1\])/.test(bare) ? 'http' : 'https'}://${bare}`
  const meant = serialize(address)
  return meant === undefined ? [] : [meant]
}

/**
 * What was meant by `https://*.example.com`, as a pattern: the sites directly under a domain.
 *
 * @returns `undefined` for any other place or number of stars.
 */
export function subdomainPattern(text: string): { readonly source: string; readonly domain: string } | undefined {
  const [, scheme, domain] = /^(https?):\/\/\*\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(text) ?? []
  if (scheme === undefined || domain === undefined) return undefined
  return { source: `^${scheme}:\\/\\/[a-z0-9-]+\\.${domain.replaceAll('.', '\\.')}$`, domain }
}
