import { isLoopback, isPlayground, isPrivate, isTunnel } from './origins/hosts.ts'
import { matchPattern } from './origins/match.ts'
import { anchorsOf } from './origins/samples.ts'
import { isSerialized, parseOrigin } from './origins/serialized.ts'
import { WitnessSearch, type Witness, type WitnessKind } from './origins/witness.ts'
import type { SuffixOptions } from './origins/suffixes.ts'
import type { Check, CheckedGrant, Grant } from './grants/model.ts'
import type { Policy } from './policy.ts'
import type { Pattern, Word } from './values/vocabulary.ts'
import { isInside } from './values/tree.ts'
import type { Node } from './values/value.ts'

/** A way past a check, and where the check is written. */
export interface Weakness extends Omit<Witness<Clue>, 'kind'> {
  readonly kind: WitnessKind | PatternSlip | 'any'
  /** The expression that lets the witness pass. */
  readonly node: Node
  /** What an environment variable was assumed to hold, or that it is not set, where the check depends on one. */
  readonly assumed?: { readonly variable: string; readonly text: string | undefined }
}

/** What is wrong with a pattern that a witness matches; `wide` where it is none of the usual slips. */
export type PatternSlip = 'openStart' | 'openEnd' | 'alternation' | 'wide'

/** What in a check a witness was found by. */
export type Clue = Word | Pattern

/** Whether a text that a check names is a pattern. */
function isPattern(clue: Clue): clue is Pattern {
  return 'source' in clue
}

/** What is put in place of an environment variable: the shapes that an allowed origin, or a part of it, is kept in. */
const CONFIGURATIONS = [
  'https://app.example.com',
  'https://app.example.com,https://admin.example.com',
  'app.example.com',
  'example.com',
  '.example.com',
  '^https:\\/\\/app\\.example\\.com$',
]
/** Origins of which a check that works with one of these admits at least one. */
const CONFIGURED = ['https://app.example.com', 'https://admin.app.example.com']

/** Whether a check lets in what anybody can have, only by its shape: its scheme, its length, a character. */
export function isShapeTest(policy: Policy, { check }: CheckedGrant): boolean {
  const { host } = new URL(policy.stranger)
  const others = [`http://${host}`, `https://${host}:8443`, `cors-probe://${host}`, 'https://intranet']
  return check.vocabulary.patterns.length > 0 || others.some((origin) => check.admits(origin) === 'no')
}

/** The way past a check that counts: for anybody, for an owner of a fitting name, or for the network in between. */
export function wayPast(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  if (!isYes(grant.check.admits(policy.stranger))) return bypassOf(policy, grant) ?? anySchemeOf(policy, grant)
  const { patterns, tests } = grant.check.vocabulary
  const open = patterns.find(({ source, flags }) => matchPattern(source, flags, policy.stranger))
  const [only] = tests
  const node = open?.node ?? (tests.length === 1 && only ? only : grant.node)
  return { origin: policy.stranger, kind: 'any', clue: { text: policy.stranger, node }, node }
}

/** Whether a sandboxed frame, whose origin is `null`, passes a check. */
export function admitsNull({ check }: CheckedGrant): boolean {
  const verdict = check.admits('null')
  return verdict === 'yes' || verdict === 'either'
}

/** Where a check lets `null` in: the text that names it, or the test; `undefined` where it does not. */
export function nullTestOf(policy: Policy, grant: CheckedGrant): Node | undefined {
  if (!admitsNull(grant) || isYes(grant.check.admits(policy.stranger))) return undefined
  const { texts, patterns, tests } = grant.check.vocabulary
  const word =
    texts.find(({ text }) => text === 'null') ??
    patterns.find(({ source, flags }) => matchPattern(source, flags, 'null'))
  const [only] = tests
  return word?.node ?? (tests.length === 1 && only ? only : grant.node)
}

const bypasses = new WeakMap<CheckedGrant, { readonly found: Weakness | undefined }>()

/**
 * A site of an attacker's that passes the check of a grant. Where the check reads an environment variable, it is
 * searched with each shape that the variable may hold: a witness counts only if every shape with which the check
 * works has one, because what is configured cannot be seen.
 */
export function bypassOf(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  let known = bypasses.get(grant)
  if (!known) bypasses.set(grant, (known = { found: findBypass(policy, grant) }))
  return known.found
}

function findBypass(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  const { vocabulary } = grant.check
  if (vocabulary.tests.length === 0) return undefined
  const plain = searchOf(policy, grant).bypass()
  if (plain) return weakness(plain, grant)
  const [variable] = vocabulary.variables
  if (variable === undefined) return undefined
  return configuredBypass(policy, grant, variable) ?? defaultBypass(policy, grant, variable)
}

/** The way past what a check compares with where no variable is set: the code says itself what it means then. */
function defaultBypass(policy: Policy, grant: CheckedGrant, variable: string): Weakness | undefined {
  const { check } = grant
  const admits = (origin: string): boolean => isYes(check.admits(origin, null))
  if (admits(policy.stranger)) return undefined
  const witness = new WitnessSearch(check.vocabulary, admits, new URL(policy.stranger).host).bypass()
  return witness && { ...weakness(witness, grant), assumed: { variable, text: undefined } }
}

function configuredBypass(policy: Policy, grant: CheckedGrant, variable: string): Weakness | undefined {
  const { check } = grant
  let first: Weakness | undefined
  for (const text of CONFIGURATIONS) {
    const admits = (origin: string): boolean => isYes(check.admits(origin, text))
    if (admits(policy.stranger) || !CONFIGURED.some(admits)) continue
    const texts = text.split(',').map((part): Word => ({ text: part, node: grant.node }))
    // Where the variable ends up in a pattern, its dots are bare.
    const patterns = texts.map(({ text: source, node }): Pattern => ({ source, flags: '', node, isReused: false }))
    const words = {
      texts: [...check.vocabulary.texts, ...texts],
      patterns: text.startsWith('^') ? [] : [...check.vocabulary.patterns, ...patterns],
    }
    const witness = new WitnessSearch(words, admits, new URL(policy.stranger).host).bypass()
    if (!witness) return undefined
    first ??= { ...weakness(witness, grant), assumed: { variable, text } }
  }
  return first
}

/** A site under a suffix that the check trusts as a whole, and under which anybody can have one. */
export function sharedSuffixOf(policy: Policy, grant: CheckedGrant, options: SuffixOptions): Weakness | undefined {
  if (grant.check.vocabulary.tests.length === 0) return undefined
  const witness = searchOf(policy, grant).sharedSuffix(options)
  return witness && weakness(witness, grant)
}

/** Any name under a domain of one's own. */
export function anySubdomainOf(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  if (grant.check.vocabulary.tests.length === 0) return undefined
  const witness = searchOf(policy, grant).anySubdomain()
  return witness && weakness(witness, grant)
}

/** A host that passes whatever its scheme is. */
export function anySchemeOf(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  if (grant.check.vocabulary.tests.length === 0) return undefined
  const witness = searchOf(policy, grant).anyScheme()
  return witness && weakness(witness, grant)
}

/** A host that passes whatever its port is. */
export function anyPortOf(policy: Policy, grant: CheckedGrant): Weakness | undefined {
  if (grant.check.vocabulary.tests.length === 0) return undefined
  const witness = searchOf(policy, grant).anyPort()
  return witness && weakness(witness, grant)
}

/** The sites that a check admits over plain http, by asking for them. */
function insecureOf(policy: Policy, grant: CheckedGrant): readonly Weakness[] {
  return searchOf(policy, grant)
    .insecure()
    .map((witness) => {
      const isNamed = 'text' in witness.clue && witness.clue.text === witness.origin
      return isNamed ? { ...witness, node: witness.clue.node } : weakness(witness, grant)
    })
}

/** An origin that a policy names, as browsers send it, and where. */
export interface NamedOrigin {
  readonly origin: string
  readonly node: Node
}

/** The origins of a certain kind that a way in names and admits. */
export function namedOriginsOf(
  policy: Policy,
  grant: Grant,
  isWanted: (origin: string) => boolean,
): readonly NamedOrigin[] {
  if (grant.kind === 'listed')
    return isSerialized(grant.origin) && isWanted(grant.origin) ? [{ origin: grant.origin, node: grant.node }] : []
  if (grant.kind !== 'checked') return []
  const { check } = grant
  const wanted = check.vocabulary.texts.filter(({ text }) => isSerialized(text) && isWanted(text))
  if (wanted.length === 0 || isYes(check.admits(policy.stranger))) return []
  return wanted.filter(({ text }) => isYes(check.admits(text))).map(({ text, node }) => ({ origin: text, node }))
}

/** The sites that a way in admits over plain http, and where it names them or a pattern for them. */
export function insecureOriginsOf(policy: Policy, grant: Grant): readonly NamedOrigin[] {
  const named = namedOriginsOf(policy, grant, (origin) => riskOf(origin) === 'insecure')
  if (grant.kind !== 'checked' || grant.check.vocabulary.tests.length === 0) return named
  const found = insecureOf(policy, grant).filter((one) => !named.some(({ origin }) => origin === one.origin))
  return [...named, ...found.slice(0, named.length > 0 ? 0 : 1)]
}

/** The machines of developers that a way in admits. */
export function developmentOriginsOf(policy: Policy, grant: Grant): readonly NamedOrigin[] {
  const named = namedOriginsOf(policy, grant, isDevelopmentOrigin)
  if (grant.kind !== 'checked' || named.length > 0) return named
  const { check } = grant
  const [origin] = DEVELOPMENT_ORIGINS.filter((one) => isYes(check.admits(one)))
  const pattern = origin && check.vocabulary.patterns.find(({ source, flags }) => matchPattern(source, flags, origin))
  return origin === undefined
    ? []
    : [{ origin, node: pattern ? pattern.node : placeOf({ text: '', node: grant.node }, grant) }]
}

const DEVELOPMENT_ORIGINS = [
  'http://localhost:3000',
  'http://localhost',
  'http://127.0.0.1:3000',
  'http://192.168.0.2:3000',
]

/** Apps have schemes of their own, and their pages are `capacitor://localhost` in production as well. */
function isDevelopmentOrigin(origin: string): boolean {
  const { scheme = '', host = '' } = parseOrigin(origin) ?? {}
  if (scheme !== 'http' && scheme !== 'https') return false
  return isLoopback(host) || isPrivate(host) || isTunnel(host)
}

/** What is wrong with trusting one site with credentials: everybody's pages are on it, or anybody can change them. */
export function riskOf(origin: string): 'shared' | 'insecure' | undefined {
  const parsed = parseOrigin(origin)
  if (!parsed || isLoopback(parsed.host)) return undefined
  if (isPlayground(parsed.host)) return 'shared'
  return parsed.scheme === 'http' && !isPrivate(parsed.host) ? 'insecure' : undefined
}

const searches = new WeakMap<CheckedGrant, WitnessSearch<Word, Pattern>>()

function searchOf(policy: Policy, grant: CheckedGrant): WitnessSearch<Word, Pattern> {
  let search = searches.get(grant)
  if (!search) {
    const { check } = grant
    // What depends on a method or a flag gets in some of the time; where a stranger cannot, that is enough.
    const isClosed = check.admits(policy.stranger) === 'no'
    const admits = (origin: string): boolean => {
      const verdict = check.admits(origin)
      return verdict === 'yes' || (verdict === 'either' && isClosed)
    }
    search = new WitnessSearch(check.vocabulary, admits, new URL(policy.stranger).host)
    searches.set(grant, search)
  }
  return search
}

function isYes(verdict: ReturnType<Check['admits']>): boolean {
  return verdict === 'yes' || verdict === 'either'
}

function weakness(witness: Witness<Clue>, grant: CheckedGrant): Weakness {
  const { clue, kind } = witness
  const isSlip = isPattern(clue) && (kind === 'appended' || kind === 'prepended' || kind === 'embedded')
  return { ...witness, kind: isSlip ? slipOf(clue, kind) : kind, node: placeOf(clue, grant) }
}

function slipOf({ source, flags }: Pattern, kind: 'appended' | 'prepended' | 'embedded'): PatternSlip {
  const anchors = anchorsOf(source, flags)
  if (!anchors || (anchors.start === 'all' && anchors.end === 'all')) return 'wide'
  if (anchors.alternatives > 1 && (anchors.start === 'some' || anchors.end === 'some')) return 'alternation'
  return (kind === 'prepended' ? anchors.start : anchors.end) === 'all'
    ? 'wide'
    : kind === 'prepended'
      ? 'openStart'
      : 'openEnd'
}

/** The one test that the clue stands in; where several might be meant, the place that the grant points at. */
function placeOf(clue: Clue, { check, node }: CheckedGrant): Node {
  if (isPattern(clue) && clue.node !== node) return clue.node
  const { tests } = check.vocabulary
  const around = tests.filter((test) => isInside(clue.node, test))
  const [only] = around.length > 0 ? around : tests
  return only && (around.length > 0 || tests.length === 1) ? only : node
}
