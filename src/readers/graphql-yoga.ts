import { optionReader } from '../options/reader.ts'
import type { LibraryData, OptionLibraryData } from '../semantics.ts'

const OPTIONS: LibraryData['options'] = [
  { name: 'origin', part: 'origin' },
  { name: 'methods', part: 'methods' },
  { name: 'allowedHeaders', part: 'allowedHeaders' },
  { name: 'exposedHeaders', part: 'exposedHeaders' },
  { name: 'credentials', part: 'credentials' },
  { name: 'maxAge', part: 'maxAge' },
]

/**
 * `getCORSHeadersByRequestAndOptions` of `@whatwg-node/server`, `esm/plugins/useCors.js`: whatever is empty or holds a
 * `*` anywhere lets everybody in by name.
 */
const SEMANTICS = {
  origin: {
    absent: 'echo',
    undefined: 'echo',
    null: 'echo',
    empty: 'echo',
    false: 'fails',
    true: 'fails',
    star: 'echo',
    text: 'origin',
    globs: { in: 'text', star: 'anything' },
    list: 'compared',
    emptyList: 'echo',
    starInList: 'echo',
    regexp: 'fails',
    regexpInList: 'none',
    other: 'fails',
    function: 'fails',
  },
  credentials: { absent: true, on: 'true' },
  bare: { false: 'off', undefined: 'defaults', other: 'defaults' },
  delegate: 'value',
  answersPreflights: true,
} as const satisfies Partial<OptionLibraryData>

const LIBRARY = {
  wildcardWithCredentials: 'echoed',
  variesByItself: false,
  acceptsPatterns: false,
  emptyListAdmits: true,
  defaultMethods: undefined,
  options: OPTIONS,
} as const

/**
 * `createYoga({ cors })` of GraphQL Yoga 5.24.1, which brings along `@whatwg-node/server` 0.11: that tells those who
 * are not on a list of several the text `null`.
 */
export const graphqlYogaReader = optionReader({
  ...SEMANTICS,
  origin: { ...SEMANTICS.origin, refusal: 'null' },
  library: {
    ...LIBRARY,
    id: 'graphql-yoga',
    version: '5.24.1',
    label: 'GraphQL Yoga',
    allowlist: {
      code: "LIST.find((origin) => origin === request.headers.get('origin')) ?? 'https://unset.invalid'",
      isPerRequest: true,
    },
  },
  places: [
    { type: 'call', modules: ['graphql-yoga'], names: ['createYoga'], argument: 0, path: ['cors'], absent: 'defaults' },
  ],
  mention: /["'`]graphql-yoga["'`]/,
  silentNames: ['graphql-yoga'],
})

/** `useCORS(options)` of `@whatwg-node/server` 0.13.0, which tells them nothing. */
export const whatwgServerReader = optionReader({
  ...SEMANTICS,
  library: { ...LIBRARY, id: '@whatwg-node/server', version: '0.13.0', label: '`useCORS`', allowlist: 'list' },
  places: [{ type: 'call', modules: ['@whatwg-node/server'], names: ['useCORS'], argument: 0, absent: 'defaults' }],
  mention: /["'`]@whatwg-node\/server["'`]/,
})
