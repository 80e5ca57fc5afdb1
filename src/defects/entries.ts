import { credentialsWith } from '../exposure.ts'
import type { Entry, ListFact, Policy } from '../policy.ts'
import {
  isCorsResponseHeader,
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isSafelistedResponseHeader,
  isToken,
  sentSpelling,
} from '../protocol/lists.ts'

/** What is wrong with a name in a list; each is the business of exactly one rule. */
export type EntryDefect =
  /** No browser can read it, and with it the whole list. */
  | 'malformed'
  /** `*` where credentials are allowed: a name, no wildcard. */
  | 'star'
  /** A method in another spelling than clients send. */
  | 'spelling'
  /** A method that no script can send. */
  | 'forbiddenMethod'
  /** A response header that no script can read. */
  | 'unreadable'
  /** A request header that no script can send. */
  | 'unsendable'
  /** A response header among those of requests. */
  | 'responseHeader'
  /** A response header that every script can read. */
  | 'readable'
  /** The same name again. */
  | 'duplicate'

export interface FaultyEntry {
  readonly defect: EntryDefect
  readonly entry: Entry
  readonly fact: ListFact
  readonly list: ListName
  /** Whether the list has others that stay; an empty list means something else to some libraries. */
  readonly isRemovable: boolean
}

export type ListName = 'methods' | 'allowedHeaders' | 'exposedHeaders'

/** The header that carries each list. */
export const HEADER_OF: Readonly<Record<ListName, string>> = {
  methods: 'Access-Control-Allow-Methods',
  allowedHeaders: 'Access-Control-Allow-Headers',
  exposedHeaders: 'Access-Control-Expose-Headers',
}

/** Each list, and whether it is a part of the answers to preflights only. */
const LISTS = { methods: true, allowedHeaders: true, exposedHeaders: false } as const satisfies Record<
  ListName,
  boolean
>

/** Defects of names that can go without a client noticing. */
const REMOVABLE = new Set<EntryDefect>([
  'forbiddenMethod',
  'unreadable',
  'unsendable',
  'responseHeader',
  'readable',
  'duplicate',
])

/** The defects in the lists of a policy, at most one for each name; of a list that cannot be read, that alone. */
export function* faultyEntries(policy: Policy): Iterable<FaultyEntry> {
  for (const list of Object.keys(LISTS) as ListName[]) {
    if (LISTS[list] && policy.preflight === 'unanswered') continue
    for (const fact of policy[list]) if (fact.environment !== 'development') yield* inFact(policy, list, fact)
  }
}

function* inFact(policy: Policy, list: ListName, fact: ListFact): Iterable<FaultyEntry> {
  const malformed = fact.entries.filter(({ name }) => !isToken(name))
  for (const entry of malformed) {
    const isFirst = malformed.find(({ node }) => node === entry.node) === entry
    if (isFirst) yield { defect: 'malformed', entry, fact, list, isRemovable: false }
  }
  if (malformed.length > 0) return
  const judged = fact.entries.map((entry) => ({ entry, defect: defectOf(policy, list, fact, entry) }))
  const isRemovable = judged.some(
    ({ entry, defect }) => isCertain(entry, fact) && (defect === undefined || !REMOVABLE.has(defect)),
  )
  for (const { entry, defect } of judged) if (defect) yield { defect, entry, fact, list, isRemovable }
}

function defectOf(policy: Policy, list: ListName, fact: ListFact, entry: Entry): EntryDefect | undefined {
  if (entry.name === '*') return hasCredentials(policy, entry) ? 'star' : undefined
  return ofList(list, fact, entry) ?? (isRepeated(list, fact, entry) ? 'duplicate' : undefined)
}

function ofList(list: ListName, fact: ListFact, { name }: Entry): EntryDefect | undefined {
  switch (list) {
    case 'methods': {
      if (isForbiddenMethod(name)) return 'forbiddenMethod'
      const spelling = sentSpelling(name)
      if (spelling === undefined || fact.entries.some((other) => other.name === spelling)) return undefined
      // Without credentials, `*` allows every spelling.
      return fact.entries.some((other) => other.name === '*') ? undefined : 'spelling'
    }
    case 'allowedHeaders':
      if (isForbiddenRequestHeader(name)) return 'unsendable'
      return isCorsResponseHeader(name) ? 'responseHeader' : undefined
    case 'exposedHeaders':
      if (isForbiddenResponseHeader(name)) return 'unreadable'
      return isSafelistedResponseHeader(name) ? 'readable' : undefined
  }
}

function hasCredentials(policy: Policy, entry: Entry): boolean {
  // Where `*` is the origin too, browsers get no further than that.
  if (policy.grants.some((grant) => grant.kind === 'anyone' && credentialsWith(policy, grant))) return false
  return policy.credentials.some(
    (fact) => fact.value === true && fact.environment !== 'development' && policy.canCoincide(entry, fact),
  )
}

/** Whether a name and an earlier one are the same, and both always there. Methods are compared as they are written. */
function isRepeated(list: ListName, fact: ListFact, entry: Entry): boolean {
  const keyOf = ({ name }: Entry): string => (list === 'methods' ? name : name.toLowerCase())
  const first = fact.entries.find((other) => isCertain(other, fact) && keyOf(other) === keyOf(entry))
  // `[...LIST, ...LIST]` has the same name twice, but in one place.
  const isElsewhere = first && first.range[0] !== entry.range[0]
  return isElsewhere === true && isCertain(entry, fact) && fact.entries.indexOf(first) < fact.entries.indexOf(entry)
}

/** Whether a list has a name whenever it is used. */
function isCertain(entry: Entry, fact: ListFact): boolean {
  return entry.when.op === 'true' || entry.when === fact.when
}
