import type { Grant } from './grants/model.ts'
import type { LibraryOption, OptionPart, Policy, WrittenOption } from './policy.ts'

/** An option that the library ignores, because it calls it by another name. */
export interface Misnaming {
  readonly written: WrittenOption
  /** The option that was meant. */
  readonly meant: LibraryOption
  /** Whether that option is missing for certain, so that what happens without it does happen. */
  readonly isLost: boolean
}

/** How other libraries, the headers themselves and habit call an option; in small letters without separators. */
const SYNONYMS: Readonly<Record<OptionPart, RegExp>> = {
  origin:
    /^(?:(?:access)?(?:control)?(?:allow|allowed|accepted|permitted|trusted|valid|whitelisted|cors)?origins?|origins?(?:white|allow)?list|(?:cors)?(?:white|allow)list|origins?allowed|alloworiginslist)$/,
  methods: /^(?:access)?(?:control)?(?:allow|allowed|permitted|http|cors|accepted|supported)?(?:http)?methods?$/,
  allowedHeaders: /^(?:access)?(?:control)?(?:allow|allowed|permitted|accepted|request|supported)headers?$/,
  exposedHeaders: /^(?:access)?(?:control)?(?:expose|exposed|response)headers?$/,
  credentials: /^(?:access)?(?:control)?(?:allow|allows|allowed|with|support|supports|include|use)?credentials?$/,
  maxAge: /^(?:access)?(?:control)?(?:preflight)?max(?:imum)?age(?:seconds|insecs?)?$/,
}

/** Shorter names than this are too near to too much. */
const MIN_LENGTH = 5

const known = new WeakMap<Policy, readonly Misnaming[]>()

/** The options of a policy that are given by a name which its library does not know, and that can be told. */
export function misnamingsOf(policy: Policy): readonly Misnaming[] {
  let misnamings = known.get(policy)
  if (!misnamings) known.set(policy, (misnamings = findMisnamings(policy)))
  return misnamings
}

function findMisnamings({ library, options }: Policy): readonly Misnaming[] {
  const taken = options.written.flatMap(({ name }) => library.options.filter((option) => option.name === name))
  return options.written.flatMap((written): Misnaming[] => {
    if (written.environment === 'development') return []
    if (library.options.some(({ name }) => name === written.name)) return []
    const meant = optionMeantBy(written.name, library.options)
    // Given by its right name as well, it is not lost, and the other one may be there for somebody else.
    if (!meant || taken.some((option) => isSame(option, meant))) return []
    return [{ written, meant, isLost: !options.open }]
  })
}

function isSame(one: LibraryOption, other: LibraryOption): boolean {
  return one === other || (one.part !== undefined && one.part === other.part)
}

/** The misnamed list of origins for want of which a way in is open to everyone. */
export function lostOriginOf(policy: Policy, grant: Grant): Misnaming | undefined {
  const isDefault = (grant.kind === 'anyone' || grant.kind === 'echo') && grant.by === 'default'
  if (!isDefault || grant.environment === 'development') return undefined
  return misnamingsOf(policy).find(
    ({ meant, written, isLost }) => meant.part === 'origin' && isLost && policy.canCoincide(grant, written),
  )
}

/** The option that a name stands for: by another spelling, by the name it has elsewhere, or by a slip. */
export function optionMeantBy(name: string, options: readonly LibraryOption[]): LibraryOption | undefined {
  const plain = plainOf(name)
  return (
    options.find((option) => plainOf(option.name) === plain) ??
    options.find(({ part }) => part !== undefined && SYNONYMS[part].test(plain)) ??
    nearest(plain, options)
  )
}

function plainOf(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ .]/g, '')
}

function nearest(plain: string, options: readonly LibraryOption[]): LibraryOption | undefined {
  if (plain.length < MIN_LENGTH) return undefined
  const measured = options
    .map((option) => ({ option, distance: distanceOf(plain, plainOf(option.name)) }))
    .filter(({ option, distance }) => distance <= (option.name.length > 8 ? 2 : 1))
  return measured.sort((one, other) => one.distance - other.distance)[0]?.option
}

/** How many letters have to be added, removed, replaced or swapped with the next one (optimal string alignment). */
export function distanceOf(one: string, other: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isEqual = one[row - 1] === other[column - 1]
      const steps = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isEqual ? 0 : 1),
      ]
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        steps.push((before[column - 2] ?? Infinity) + 1)
      current.push(Math.min(...steps))
    }
    ;[before, previous] = [previous, current]
  }
  return previous[other.length] ?? 0
}
