import { samplesOf } from './samples.ts'
import { registrableDomain } from './suffixes.ts'

/** A text that a check names: a whole origin, a host, or a piece of one. */
export interface NamedText {
  readonly text: string
}

/** A pattern that a check names. */
export interface NamedPattern {
  readonly source: string
  readonly flags: string
}

/** What a check names, and thereby what its author had in mind. */
export interface Words<T extends NamedText, P extends NamedPattern> {
  readonly texts: readonly T[]
  readonly patterns: readonly P[]
}

/** A host that a check names, or that one of its patterns asks for. */
export interface Seed<Clue> {
  /** Empty where it is not named. */
  readonly scheme: string
  /** Lower case, without leading dots. May be a piece of a host. */
  readonly host: string
  readonly port: string
  readonly text: string
  /** What stands for each character of the host, as in `Sample`. */
  readonly mask: string
  readonly clue: Clue
}

const PARTS = /^(?:([a-z][a-z0-9+.-]*)?:)?(?:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d+))?/i
const HOST = /^(?:[a-z0-9_-][a-z0-9._-]*|\[[\da-f:.]+\])$/
/** Words that stand in a check and have nothing to do with a host. */
const NO_HOST = /^(?:null|true|false|undefined|origin|production|development|test|string|https?|GET|POST|OPTIONS)$/i
const MAX_TEXTS = 24

/** The hosts that a check is about, whole ones first. */
export function seedsOf<T extends NamedText, P extends NamedPattern>({ texts, patterns }: Words<T, P>): Seed<T | P>[] {
  // One text can hold several: `'https://a.example https://b.example'`.
  const fromTexts = texts.flatMap((clue) =>
    clue.text.split(/[\s,;|]+/, 20).flatMap((part) => seed(part, '='.repeat(part.length), clue)),
  )
  const fromPatterns = patterns.flatMap((clue) =>
    samplesOf(clue.source, clue.flags).flatMap(({ text, mask }) => seed(text, mask, clue)),
  )
  const isWhole = (one: Seed<T | P>): boolean => one.host.includes('.') || one.scheme !== ''
  const ordered = [...fromTexts.filter(isWhole), ...fromTexts.filter((one) => !isWhole(one))]
  return [...ordered.slice(0, MAX_TEXTS), ...fromPatterns]
}

function seed<Clue>(text: string, mask: string, clue: Clue): Seed<Clue>[] {
  if (text.length > 300 || NO_HOST.test(text)) return []
  const [, scheme = '', written = '', port = ''] = PARTS.exec(text) ?? []
  const host = written.replace(/^(?:\*?\.)+/, '').toLowerCase()
  const start = text.indexOf(written, scheme === '' ? 0 : scheme.length) + written.length - host.length
  if (!HOST.test(host)) return []
  return [{ scheme: scheme.toLowerCase(), host, port, text, mask: mask.slice(start, start + host.length), clue }]
}

/** Whether a part of a host, counted from its end, is spelled out by the check. */
function isSpelled({ host, mask }: Seed<unknown>, length: number): boolean {
  return !/[^=]/.test(mask.slice(Math.max(0, host.length - length)))
}

/** The domains that a check's author registered, as far as the check spells them out. */
export function trustedDomains(seeds: readonly Seed<unknown>[]): ReadonlySet<string> {
  const domains = new Set<string>()
  for (const one of seeds) {
    const domain = registrableDomain(one.host)
    if (domain !== undefined && isSpelled(one, domain.length)) domains.add(domain)
  }
  return domains
}

/** Whether a seed spells out a whole host that somebody registered. */
export function isRegistered(one: Seed<unknown>): boolean {
  const domain = registrableDomain(one.host)
  return domain !== undefined && isSpelled(one, domain.length)
}
