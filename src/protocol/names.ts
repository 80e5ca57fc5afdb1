/** Response headers of the CORS protocol (Fetch, section 3.3.3 "HTTP responses"), as they are usually written. */
export const RESPONSE_HEADERS = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const

/** What every name of these contains, as a pattern: one that is misspelt in one or two letters has two words of it. */
export const WORDS_OF_HEADERS =
  'access[-_]control[-_]|control[-_]?(?:al|expose|max)|allow[-_](?:origin|credential|method|header)|expose[-_]header'

/** The header of requests that is taken for one of responses has none of the words. */
const HEADER = new RegExp(`${WORDS_OF_HEADERS}|["'\`]origin["'\`]|\\borigin\\s*:\\s*["'\`]https?:`, 'i')

/** Whether a text can have the name of such a header, or of one that is taken for it. */
export function mentionsHeaders(text: string): boolean {
  return HEADER.test(text)
}

/** What a request header means to say where it is sent with a response (Fetch, section 3.3.2 "HTTP requests"). */
const MEANT_BY_REQUEST_HEADER: ReadonlyMap<string, string> = new Map([
  ['origin', 'Access-Control-Allow-Origin'],
  ['access-control-request-method', 'Access-Control-Allow-Methods'],
  ['access-control-request-methods', 'Access-Control-Allow-Methods'],
  ['access-control-request-header', 'Access-Control-Allow-Headers'],
  ['access-control-request-headers', 'Access-Control-Allow-Headers'],
])

/** Private Network Access, which the permission prompt of Local Network Access replaced (Chrome 142). */
const RETIRED = new Set([
  'access-control-allow-external',
  'access-control-allow-private-network',
  'access-control-request-external',
  'access-control-request-private-network',
])

const KNOWN = new Set<string>(RESPONSE_HEADERS.map((name) => name.toLowerCase()))
/** The names without what separates their words, and without the word that is left out or added most. */
const CANDIDATES = RESPONSE_HEADERS.map((name) => ({ name, joined: join(name), short: shorten(join(name)) }))
/** How many letters a misspelt name may differ in. */
const MAX_DISTANCE = 2
const MAX_LENGTH = 60

/** What a header name is to a browser that reads a response. */
export type NameKind =
  /** It reads it, or the name has nothing to do with CORS. */
  | 'other'
  /** It looks like a header of the protocol and is none. */
  | 'unknown'
  /** It belongs to a request. */
  | 'request'
  /** It was read by a protocol that is gone. */
  | 'retired'

export interface NameVerdict {
  readonly kind: NameKind
  /** The header that was probably meant. */
  readonly meant: string | undefined
}

const OTHER: NameVerdict = { kind: 'other', meant: undefined }

/**
 * Judges the name of a response header.
 *
 * @param name in lower case.
 */
export function judgeName(name: string): NameVerdict {
  if (KNOWN.has(name)) return OTHER
  const requested = MEANT_BY_REQUEST_HEADER.get(name)
  if (requested !== undefined) return { kind: 'request', meant: requested }
  if (RETIRED.has(name)) return { kind: 'retired', meant: undefined }
  const meant = nearest(name)
  return meant !== undefined || name.startsWith('access-control-') ? { kind: 'unknown', meant } : OTHER
}

/** The header of the protocol that a name is a misspelling of, if it is one. */
function nearest(name: string): string | undefined {
  if (name.length > MAX_LENGTH || name.startsWith('x-')) return undefined
  const joined = join(name)
  const short = shorten(joined)
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const candidate of CANDIDATES) {
    const distance = Math.min(
      distanceOf(joined, candidate.joined),
      // A word more or less counts as one letter.
      short.startsWith('accesscontrol') ? distanceOf(short, candidate.short) + 1 : Infinity,
    )
    if (distance <= MAX_DISTANCE && distance < (best?.distance ?? Infinity)) best = { name: candidate.name, distance }
  }
  return best?.name
}

function join(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '')
}

function shorten(joined: string): string {
  return joined.replace('allow', '')
}

/** The number of letters to add, drop, change or swap, up to one more than counts. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MAX_DISTANCE) return Infinity
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          at(rows, row - 1, column) + 1,
          (current[column - 1] ?? 0) + 1,
          at(rows, row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(rows, row - 2, column - 2) + 1 : Infinity,
        ),
      )
    }
    rows.push(current)
  }
  return at(rows, one.length, other.length)
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity
}
