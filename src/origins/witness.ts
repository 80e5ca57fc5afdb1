import { isLoopback, isPrivate } from './hosts.ts'
import { parseOrigin } from './serialized.ts'
import {
  isRegistered,
  seedsOf,
  trustedDomains,
  type NamedPattern,
  type NamedText,
  type Seed,
  type Words,
} from './seeds.ts'
import { publicSuffix, registrableDomain, tenantIn, type SuffixOptions } from './suffixes.ts'

/** How a witness gets past a check. */
export type WitnessKind =
  /** `https://app.example.com.evil.example`: the check looks at how the origin begins. */
  | 'appended'
  /** `https://evilexample.com`: the check looks at how it ends, and not for a dot in front. */
  | 'prepended'
  /** `https://evil.example.com.evil.example`: the text may stand anywhere. */
  | 'embedded'
  /** `https://wwwxexample.com`: a dot that stands for any character. */
  | 'dot'
  /** `https://app.example.co`: the origin has to occur in the text, not to be it. */
  | 'part'
  /** `https://example.com;.evil.example`: the parser ends the host earlier than browsers do. */
  | 'parser'
  /** `http://app.example.com`: the scheme is not looked at. */
  | 'scheme'
  /** `https://app.example.com:8443`: any port of the host. */
  | 'port'
  /** `https://evil.vercel.app`: anybody can get a name under the suffix. */
  | 'suffix'
  /** `https://evil.example.com`: any name under a domain of one's own. */
  | 'subdomain'
  /** `http://app.example.com`, which the check asks for by name. */
  | 'insecure'

/** An origin that an attacker can have and that a check lets in. */
export interface Witness<Clue> {
  /** As browsers send it. */
  readonly origin: string
  readonly kind: WitnessKind
  /** What in the check it was found by. */
  readonly clue: Clue
  /** For `suffix` and `subdomain`: what everything under it is let in. */
  readonly suffix?: string
}

/** Asks the check itself whether an origin gets in. */
export type Admits = (origin: string) => boolean

/** How many origins one search asks about. */
const MAX_QUESTIONS = 400

interface Candidate<Clue> extends Witness<Clue> {
  /** The attacker has to be able to have it: to register its domain. */
  readonly isClaimed: boolean
}

/**
 * Searches for origins that a check lets in and should not. Candidates are made from what the check names, by
 * the ways in which such checks are passed in practice, and each is confirmed by the check itself: what comes
 * back is proof, and `undefined` means that none of the shapes tried gets in.
 */
export class WitnessSearch<T extends NamedText, P extends NamedPattern> {
  private readonly seeds: readonly Seed<T | P>[]
  /** What the author had in mind, and no filling of a pattern; each once. */
  private readonly names: readonly Seed<T | P>[]
  private readonly trusted: ReadonlySet<string>
  private readonly admits: Admits
  /** A host that the attacker owns, such as `evil.example`. */
  private readonly attacker: string
  private readonly answers = new Map<string, boolean>()

  constructor(words: Words<T, P>, admits: Admits, attacker: string) {
    this.seeds = seedsOf(words)
    this.names = uniqueNames(this.seeds)
    this.trusted = trustedDomains(this.seeds)
    this.admits = admits
    this.attacker = attacker
  }

  /** A site of the attacker's that gets in. */
  bypass(): Witness<T | P> | undefined {
    return this.first([
      this.names.flatMap((seed) => this.appended(seed)),
      this.names.flatMap((seed) => this.prepended(seed)),
      this.names.flatMap((seed) => this.embedded(seed)),
      this.names.flatMap((seed) => this.parsed(seed)),
      this.seeds.flatMap((seed) => this.sampled(seed)),
      this.seeds.flatMap((seed) => this.parts(seed)),
    ])
  }

  /** A site under a suffix that the check trusts and that is open to everybody. */
  sharedSuffix(options: SuffixOptions): Witness<T | P> | undefined {
    return this.first([this.seeds.flatMap((seed) => this.underSuffix(seed, options))])
  }

  /** Any site under a domain of one's own. */
  anySubdomain(): Witness<T | P> | undefined {
    return this.first([
      this.seeds.filter(isRegistered).flatMap((seed) =>
        schemesOf(seed).map((scheme) => ({
          ...candidate(seed, 'subdomain', scheme, `evil.${registrableDomain(seed.host) ?? ''}`, false),
          suffix: registrableDomain(seed.host) ?? '',
        })),
      ),
    ])
  }

  /** A host that is let in whatever its scheme. */
  anyScheme(): Witness<T | P> | undefined {
    return this.first([
      this.hosts().flatMap(({ seed, host }) =>
        this.ask(`cors-probe://${host}`) ? [candidate(seed, 'scheme', 'http', host, false)] : [],
      ),
    ])
  }

  /** A host that is let in whatever its port. */
  anyPort(): Witness<T | P> | undefined {
    return this.first([
      this.hosts()
        .filter(({ seed }) => seed.port === '')
        .flatMap(({ seed, host }) =>
          [8443, 30001].every((port) => this.ask(`https://${host}:${String(port)}`))
            ? [candidate(seed, 'port', 'https', `${host}:8443`, false)]
            : [],
        ),
    ])
  }

  /** The sites that are let in over plain http, each once. */
  insecure(): readonly Witness<T | P>[] {
    const found = new Map<string, Witness<T | P>>()
    for (const { seed, host } of this.hosts()) {
      if (seed.scheme === 'https' && !this.isPattern(seed)) continue
      const witness = candidate(seed, 'insecure', 'http', withPort(host, seed), false)
      if (!found.has(witness.origin) && this.ask(witness.origin)) found.set(witness.origin, witness)
    }
    return [...found.values()]
  }

  private isPattern({ clue }: Seed<T | P>): boolean {
    return 'source' in clue
  }

  /** The whole hosts that the check names, and one below each. */
  private hosts(): { seed: Seed<T | P>; host: string }[] {
    return this.names
      .filter((seed) => isRegistered(seed) && !isPrivate(seed.host) && !isLoopback(seed.host))
      .flatMap((seed) => [seed.host, `app.${seed.host}`].map((host) => ({ seed, host })))
  }

  private first(groups: readonly (readonly Candidate<T | P>[])[]): Witness<T | P> | undefined {
    for (const group of groups) {
      for (const { isClaimed, ...witness } of group) {
        if (isClaimed && !this.isObtainable(witness.origin, witness.kind)) continue
        if (parseOrigin(witness.origin) === undefined || !this.ask(witness.origin)) continue
        return witness.kind === 'appended' ? { ...witness, kind: this.appendedTo(witness) } : witness
      }
    }
    return undefined
  }

  /** What stands at the beginning may be looked for anywhere. */
  private appendedTo({ origin }: Witness<T | P>): WitnessKind {
    return this.ask(origin.replace('://', '://evil.')) ? 'embedded' : 'appended'
  }

  private ask(origin: string): boolean {
    let answer = this.answers.get(origin)
    if (answer === undefined) {
      if (this.answers.size >= MAX_QUESTIONS) return false
      this.answers.set(origin, (answer = this.admits(origin)))
    }
    return answer
  }

  /** Whether an attacker can have a page there: its domain can be registered and is nobody's that the check names. */
  private isObtainable(origin: string, kind: WitnessKind): boolean {
    const parsed = parseOrigin(origin)
    if (!parsed || isPrivate(parsed.host) || isLoopback(parsed.host) || parsed.host.includes('..')) return false
    if (parsed.host.endsWith(`.${this.attacker}`)) return !this.trusted.has(this.attacker)
    const domain = registrableDomain(parsed.host)
    // A piece of a name is no name that ends with `.example`, which nobody can have.
    if (domain === undefined || (kind === 'part' && domain.endsWith('.example'))) return false
    return !this.trusted.has(domain) && !/[_.-]{2}|^-|-$/.test(domain.replace(/\..*/, ''))
  }

  private appended(seed: Seed<T | P>): Candidate<T | P>[] {
    return schemesOf(seed).map((scheme) =>
      candidate(seed, 'appended', scheme, withPort(`${seed.host}${glueOf(seed)}${this.attacker}`, seed), true),
    )
  }

  private prepended(seed: Seed<T | P>): Candidate<T | P>[] {
    return schemesOf(seed).flatMap((scheme) =>
      ['evil', 'evil-', ...this.pieces().map((piece) => `${piece}evil`)].map((text) =>
        candidate(seed, 'prepended', scheme, withPort(`${text}${seed.host}`, seed), true),
      ),
    )
  }

  private embedded(seed: Seed<T | P>): Candidate<T | P>[] {
    return schemesOf(seed).flatMap((scheme) =>
      ['evil.', 'evil'].map((text) =>
        candidate(seed, 'embedded', scheme, `${text}${seed.host}${glueOf(seed)}${this.attacker}`, true),
      ),
    )
  }

  /** What Node's `url.parse` and its kin take for the end of a host, and browsers do not. */
  private parsed(seed: Seed<T | P>): Candidate<T | P>[] {
    if (this.isPattern(seed) || !seed.host.includes('.')) return []
    return schemesOf(seed).flatMap((scheme) =>
      [seed.host, `app.${seed.host}`].map((host) =>
        candidate(seed, 'parser', scheme, `${host};.${this.attacker}`, true),
      ),
    )
  }

  /** What a pattern leaves open, filled by the attacker. */
  private sampled(seed: Seed<T | P>): Candidate<T | P>[] {
    const domain = registrableDomain(seed.host)
    if (!this.isPattern(seed) || domain === undefined || isRegistered(seed)) return []
    const own = seed.mask.slice(-domain.length)
    const suffix = publicSuffix(seed.host) ?? ''
    const isSuffixOpen = /[^=]/.test(own.slice(-suffix.length))
    if (own.includes('.')) return this.sites(seed, 'dot')
    if (isSuffixOpen) return this.sites(seed, 'appended')
    const isBeside = [...this.trusted].some((name) => seed.host.endsWith(name) && !seed.host.endsWith(`.${name}`))
    return isBeside ? this.sites(seed, 'prepended') : []
  }

  private sites(seed: Seed<T | P>, kind: WitnessKind): Candidate<T | P>[] {
    return schemesOf(seed).map((scheme) => candidate(seed, kind, scheme, withPort(seed.host, seed), true))
  }

  /** Origins that begin a text without being all of it. */
  private parts(seed: Seed<T | P>): Candidate<T | P>[] {
    if (this.isPattern(seed) || seed.scheme === '' || !seed.host.includes('.')) return []
    const found: Candidate<T | P>[] = []
    for (let length = seed.host.length - 1; length > 0; length--)
      found.push(candidate(seed, 'part', seed.scheme, seed.host.slice(0, length), true))
    return found
  }

  /** Texts without a dot, which a check looks for beside others. */
  private pieces(): readonly string[] {
    const pieces = new Set(this.seeds.map(({ host }) => host).filter((host) => /^[a-z0-9-]{1,40}$/.test(host)))
    return [...pieces].slice(0, 6)
  }

  /** Names that an attacker would register, to suit the pieces of names that the check looks for, too. */
  private namesUnder(suffix: string): string[] {
    const labels = ['evil', ...this.pieces().flatMap((piece) => [`${piece}-evil`, `evil-${piece}`])]
    return labels.map((label) => `${label.replace(/-{2,}/g, '-').replace(/^-|-$/g, '')}.${suffix}`)
  }

  private underSuffix(seed: Seed<T | P>, options: SuffixOptions): Candidate<T | P>[] {
    const suffix = publicSuffix(`x.${seed.host}`, options)
    if (suffix === undefined) return []
    // `my-app-*.vercel.app`: project names are first come, first served.
    const names = suffix === seed.host ? this.namesUnder(suffix) : isTenantOpen(seed, suffix) ? [seed.host] : []
    return names.flatMap((host) =>
      schemesOf(seed).map((scheme) => ({ ...candidate(seed, 'suffix', scheme, withPort(host, seed), false), suffix })),
    )
  }
}

/** Whether a pattern leaves open whose site it is, or a part of that name. */
function isTenantOpen({ host, mask }: Seed<unknown>, suffix: string): boolean {
  const end = host.length - suffix.length - 1
  const [start, length] = tenantIn(host.slice(0, Math.max(0, end)), suffix)
  return /[^=]/.test(mask.slice(start, start + length))
}

/** The seeds whose domain is spelled out, or that are no whole domain; what a pattern leaves open counts once. */
function uniqueNames<Clue>(seeds: readonly Seed<Clue>[]): readonly Seed<Clue>[] {
  const seen = new Set<string>()
  return seeds.filter((seed) => {
    const { host, mask, scheme, port } = seed
    if (mask.includes('.') || (registrableDomain(host) !== undefined && !isRegistered(seed))) return false
    // `[a-z]+\.io` is no suffix that was meant, although `com.io` is one.
    if (/[^=]/.test(mask) && publicSuffix(`x.${host}`) === host) return false
    const spelled = Array.from(host, (one, index) => (mask[index] === '*' ? '' : one)).join('')
    const key = `${scheme}:${spelled}:${port}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

function candidate<Clue>(
  { clue }: Seed<Clue>,
  kind: WitnessKind,
  scheme: string,
  host: string,
  isClaimed: boolean,
): Candidate<Clue> {
  return { origin: `${scheme}://${host}`, kind, clue, isClaimed }
}

/** What has to stand between a host and the attacker's. */
function glueOf({ host }: Seed<unknown>): '' | '.' {
  return host.endsWith('.') || host.endsWith('-') ? '' : '.'
}

function withPort(host: string, { port, scheme }: Seed<unknown>): string {
  const isDefault = port === '' || (port === '443' && scheme !== 'http') || (port === '80' && scheme === 'http')
  return isDefault ? host : `${host}:${port}`
}

/** Only pages that are reached over http can be an attacker's site. */
function schemesOf({ scheme }: Seed<unknown>): readonly string[] {
  if (scheme === '') return ['https', 'http']
  return scheme === 'http' || scheme === 'https' ? [scheme] : []
}
