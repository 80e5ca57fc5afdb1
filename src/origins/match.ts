import { createRequire } from 'node:module'
import type { RE2JS as Engine } from 're2js'

/** Longer patterns are not tried: nobody writes an origin check of that size. */
const MAX_SOURCE = 1_000

type Compiled = InstanceType<typeof Engine>

let engine: typeof Engine | undefined

/**
 * Runs a regular expression of the linted source over an origin, in time linear in both
 * (RE2 semantics), so a hostile pattern cannot slow the lint.
 *
 * @returns the match with its groups, `null` when there is none, or `undefined` when the
 * pattern uses something that cannot be evaluated in linear time (lookaround, back-references).
 */
export function matchPattern(
  source: string,
  flags: string,
  input: string,
): readonly (string | undefined)[] | null | undefined {
  const pattern = compile(source, flags)
  if (!pattern) return undefined
  const matcher = pattern.matcher(input)
  const found = flags.includes('y') ? matcher.lookingAt() : matcher.find()
  if (!found) return null
  return Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? undefined)
}

/** More replacements than this are not made. */
const MAX_REPLACEMENTS = 500

/**
 * What `input.replace(pattern, replacement)` makes, `$&`, `$1` and `$$` included; `g` replaces each match.
 *
 * @returns `undefined` for a pattern that cannot be evaluated, and for other uses of `$`.
 */
export function replacePattern(source: string, flags: string, input: string, replacement: string): string | undefined {
  const pattern = compile(source, flags)
  const isUsual = !replacement.replace(/\$[$&1-9]/g, '').includes('$')
  if (!pattern || flags.includes('y') || !isUsual) return undefined
  const matcher = pattern.matcher(input)
  let [result, position] = ['', 0]
  for (let count = 0; matcher.find(); count++) {
    // An empty match goes on in a way of its own.
    if (matcher.end() === matcher.start() || count === MAX_REPLACEMENTS) return undefined
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '')
    const text = replacement.replace(/\$([$&1-9])/g, (all, name: string) => {
      if (name === '$') return '$'
      return groups[name === '&' ? 0 : Number(name)] ?? all
    })
    result += input.slice(position, matcher.start()) + text
    position = matcher.end()
    if (!flags.includes('g')) break
  }
  return result + input.slice(position)
}

/** The patterns that were asked about last: a search asks hundreds of times about the same one. */
const compiled = new Map<string, Compiled | undefined>()
const MAX_COMPILED = 16

function compile(source: string, flags: string): Compiled | undefined {
  const key = `${flags}/${source}`
  if (!compiled.has(key)) {
    if (compiled.size >= MAX_COMPILED) compiled.clear()
    compiled.set(key, compileAnew(source, flags))
  }
  return compiled.get(key)
}

function compileAnew(source: string, flags: string): Compiled | undefined {
  if (source.length > MAX_SOURCE || /[uv]/.test(flags)) {
    if (source.length > MAX_SOURCE || /\\[pPu]/.test(source) || flags.includes('v')) return undefined
  }
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof Engine }).RE2JS
  try {
    let options = 0
    if (flags.includes('i')) options |= engine.CASE_INSENSITIVE
    if (flags.includes('m')) options |= engine.MULTILINE
    if (flags.includes('s')) options |= engine.DOTALL
    return engine.compile(engine.translateRegExp(source), options)
  } catch {
    return undefined
  }
}
