import { createRequire } from 'node:module'
import type * as Tldts from 'tldts'

let library: typeof Tldts | undefined

/** Loaded on first need: the public suffix list is large. */
function tldts(): typeof Tldts {
  return (library ??= createRequire(import.meta.url)('tldts') as typeof Tldts)
}

/** Additions to the public suffix list, and exceptions from it. */
export interface SuffixOptions {
  /** More suffixes under which strangers can have a site. */
  readonly additional: readonly string[]
  /** Suffixes that are not to be taken for shared ones. */
  readonly ignored: readonly string[]
}

const NONE: SuffixOptions = { additional: [], ignored: [] }

/**
 * The suffix of a host under which anybody can get a name: a top-level domain, or the domain of a hosting
 * service (the public suffix list, with its private section).
 *
 * @param host lower case, without a port.
 * @returns `undefined` for addresses, for a suffix itself, and for names under no known suffix.
 */
export function publicSuffix(host: string, { additional, ignored }: SuffixOptions = NONE): string | undefined {
  const extra = additional.filter((suffix) => host.endsWith(`.${suffix}`)).sort((a, b) => b.length - a.length)[0]
  const { publicSuffix: suffix, domain, isIcann, isPrivate } = tldts().parse(host, PARSING)
  const known =
    domain !== null && suffix !== null && (isIcann || isPrivate || suffix === 'example') ? suffix : undefined
  const found = extra !== undefined && extra.length > (known?.length ?? 0) ? extra : known
  if (found === undefined || !ignored.includes(found)) return found
  // A hosting service that is trusted leaves the suffix above it.
  const above = tldts().parse(host, { ...PARSING, allowPrivateDomains: false })
  return isPrivate && above.domain !== null ? (above.publicSuffix ?? undefined) : undefined
}

const PARSING = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const

/** The name that somebody registered: the public suffix and one label more. */
export function registrableDomain(host: string, options: SuffixOptions = NONE): string | undefined {
  const suffix = publicSuffix(host, options)
  if (suffix === undefined) return undefined
  const label = host
    .slice(0, -suffix.length - 1)
    .split('.')
    .at(-1)
  return label ? `${label}.${suffix}` : undefined
}

/** Hosting services that name a preview after its site: in front of two dashes, or behind them. */
const PREVIEWS: ReadonlyMap<string, 'before' | 'after'> = new Map([
  ['netlify.app', 'after'],
  ['web.app', 'before'],
  ['firebaseapp.com', 'before'],
])

/**
 * Where, in what stands in front of a shared suffix, the name of the site is: the last label, without the
 * name of a preview.
 *
 * @returns the position and the length.
 */
export function tenantIn(name: string, suffix: string): readonly [start: number, length: number] {
  const start = name.lastIndexOf('.') + 1
  const label = name.slice(start)
  const order = PREVIEWS.get(suffix)
  const dashes = order === 'after' ? label.lastIndexOf('--') : order === 'before' ? label.indexOf('--') : -1
  if (dashes < 0) return [start, label.length]
  return order === 'after' ? [start + dashes + 2, label.length - dashes - 2] : [start, dashes]
}
