import { createRequire } from 'node:module'
import type { AST, RegExpParser } from '@eslint-community/regexpp'

/** A text in the shape that a pattern asks for. It need not match: anchors and look-around are not heeded. */
export interface Sample {
  readonly text: string
  /** For each character: `=` the pattern spells it, `*` the pattern leaves it open, `.` it stands for a bare dot. */
  readonly mask: string
}

/** How the alternatives of a pattern are held to the ends of the text. */
export interface Anchors {
  readonly alternatives: number
  /** Whether each alternative begins with `^`, or none does; `some` is a slip of precedence. */
  readonly start: 'all' | 'some' | 'none'
  readonly end: 'all' | 'some' | 'none'
}

const MAX_SAMPLES = 48
/** Per element of a pattern. */
const MAX_VARIATIONS = 10
/** Longer patterns are not tried; see `matchPattern`. */
const MAX_SOURCE = 1_000

/** What an attacker would put where a pattern leaves several characters open. */
const FILLINGS = ['evil', '', 'evil.', '.evil', '.evil.example', 'evil.example', '-evil', 'evil-', 'com', '1', '443']
/** And where it leaves one open. */
const CHARACTERS = ['x', '1', '-', '.', 'X', '/', ':']

let parser: RegExpParser | undefined

function parse(source: string, flags: string): AST.Pattern | undefined {
  if (source.length > MAX_SOURCE) return undefined
  parser ??= new (
    createRequire(import.meta.url)('@eslint-community/regexpp') as {
      RegExpParser: typeof RegExpParser
    }
  ).RegExpParser()
  try {
    return parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') })
  } catch {
    return undefined
  }
}

/**
 * A few dozen texts that follow a pattern: the shortest one, and others that differ from it in one place each.
 * Linear in the pattern.
 *
 * @returns none for a pattern that does not parse or is too long.
 */
export function samplesOf(source: string, flags: string): readonly Sample[] {
  const pattern = parse(source, flags)
  if (!pattern) return []
  const { base, others } = either(pattern.alternatives)
  const samples = new Map([base, ...others].map((sample) => [sample.text, sample]))
  return [...samples.values()].slice(0, MAX_SAMPLES)
}

/** How a pattern is anchored; `undefined` when it does not parse. */
export function anchorsOf(source: string, flags: string): Anchors | undefined {
  const alternatives = parse(source, flags)?.alternatives
  if (!alternatives) return undefined
  const isHeld = (index: 0 | -1, kind: 'start' | 'end') => (alternative: AST.Alternative) => {
    const element = alternative.elements.at(index)
    return element?.type === 'Assertion' && element.kind === kind
  }
  return {
    alternatives: alternatives.length,
    start: quantify(alternatives.map(isHeld(0, 'start'))),
    end: quantify(alternatives.map(isHeld(-1, 'end'))),
  }
}

function quantify(answers: readonly boolean[]): 'all' | 'some' | 'none' {
  if (answers.every(Boolean)) return 'all'
  return answers.some(Boolean) ? 'some' : 'none'
}

/** The first text of a part of a pattern, and others in its place. */
interface Variants {
  readonly base: Sample
  readonly others: readonly Sample[]
}

const EMPTY: Variants = { base: { text: '', mask: '' }, others: [] }

function either(alternatives: readonly AST.Alternative[]): Variants {
  const [first = EMPTY, ...rest] = alternatives.slice(0, 12).map(({ elements }) => sequence(elements))
  const others = [...first.others, ...rest.flatMap((variants) => [variants.base, ...variants.others])]
  return { base: first.base, others: others.slice(0, MAX_SAMPLES) }
}

function sequence(elements: readonly AST.Element[]): Variants {
  const parts = elements.map(variantsOf)
  const bases = parts.map(({ base }) => base)
  const others: Sample[] = []
  for (const [index, part] of parts.entries()) {
    for (const other of part.others.slice(0, MAX_VARIATIONS)) {
      if (others.length >= MAX_SAMPLES) break
      others.push(concatenate([...bases.slice(0, index), other, ...bases.slice(index + 1)]))
    }
  }
  return { base: concatenate(bases), others }
}

function concatenate(samples: readonly Sample[]): Sample {
  return { text: samples.map(({ text }) => text).join(''), mask: samples.map(({ mask }) => mask).join('') }
}

function variantsOf(element: AST.Element): Variants {
  switch (element.type) {
    case 'Character':
      return { base: spelled(String.fromCodePoint(element.value)), others: [] }
    case 'CharacterSet':
    case 'CharacterClass':
      return character(element)
    case 'Group':
    case 'CapturingGroup':
      return either(element.alternatives)
    case 'Quantifier':
      return repeated(element)
    default:
      return EMPTY
  }
}

function spelled(text: string): Sample {
  return { text, mask: '='.repeat(text.length) }
}

function open(text: string): Sample {
  return { text, mask: '*'.repeat(text.length) }
}

/** One character. A bare dot stands for a dot first: that is what its author meant. */
function character(element: AST.CharacterClass | AST.CharacterSet): Variants {
  if (element.type === 'CharacterSet' && element.kind === 'any')
    return { base: spelled('.'), others: ['x', '-'].map((text) => ({ text, mask: '.' })) }
  const accepted = CHARACTERS.filter((text) => accepts(element, text))
  const [first = only(element)] = accepted
  if (first === undefined) return EMPTY
  return { base: accepted.length > 1 ? open(first) : spelled(first), others: accepted.slice(1).map(open) }
}

/** The first character that a class names. */
function only(element: AST.CharacterClass | AST.CharacterSet): string | undefined {
  if (element.type !== 'CharacterClass' || element.negate) return undefined
  const [first] = element.elements
  if (first?.type === 'Character') return String.fromCodePoint(first.value)
  return first?.type === 'CharacterClassRange' ? String.fromCodePoint(first.min.value) : undefined
}

function repeated({ min, max, element }: AST.Quantifier): Variants {
  if (element.type === 'CharacterSet' || element.type === 'CharacterClass') {
    const fits = (text: string): boolean => Array.from(text).every((one) => accepts(element, one))
    const [shortest = only(element) ?? ''] = CHARACTERS.filter(fits)
    const fillings = FILLINGS.filter((text) => text.length >= min && text.length <= max && fits(text)).map(open)
    const padded = open(shortest.repeat(Math.min(min, 64)))
    const base = min === 0 ? EMPTY.base : (fillings[0] ?? padded)
    return { base, others: fillings.filter(({ text }) => text !== base.text) }
  }
  const inner = variantsOf(element)
  const times = (sample: Sample): Sample =>
    concatenate(Array.from({ length: Math.min(Math.max(min, 1), 8) }, () => sample))
  const present = [inner.base, ...inner.others].map(times)
  const [first = EMPTY.base, ...others] = present
  // What may be left out, and is not spelled out, is left out first.
  if (min === 0)
    return first.mask.includes('*')
      ? { base: EMPTY.base, others: present }
      : { base: first, others: [...others, EMPTY.base] }
  return { base: first, others }
}

/** Whether a class has a character; `false` where that is too involved to tell. */
function accepts(element: AST.CharacterClass | AST.CharacterSet, text: string): boolean {
  const code = text.codePointAt(0) ?? 0
  if (element.type === 'CharacterSet') return isInSet(element, text)
  const isListed = element.elements.some((one) => {
    if (one.type === 'Character') return one.value === code
    if (one.type === 'CharacterClassRange') return one.min.value <= code && code <= one.max.value
    return one.type === 'CharacterSet' && isInSet(one, text)
  })
  return isListed !== element.negate
}

function isInSet(set: AST.CharacterSet, text: string): boolean {
  switch (set.kind) {
    case 'any':
      return true
    case 'digit':
      return /\d/.test(text) !== set.negate
    case 'word':
      return /\w/.test(text) !== set.negate
    case 'space':
      return /\s/.test(text) !== set.negate
    default:
      return false
  }
}
