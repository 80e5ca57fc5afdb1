import { optionReader } from '../options/reader.ts'
import type { OriginSemantics } from '../semantics.ts'

/** As observed: `origins`, which is `'*'` or a list; in a text, the origin is looked for like in a list. */
const ORIGIN: OriginSemantics = {
  absent: 'none',
  undefined: 'fails',
  null: 'fails',
  empty: 'none',
  false: 'fails',
  true: 'fails',
  star: 'anyone',
  text: 'contains',
  textInList: 'origin',
  list: 'compared',
  emptyList: 'none',
  starInList: 'none',
  regexp: 'fails',
  other: 'fails',
  function: 'fails',
}

/** Payload 3.90.2: `buildConfig({ cors })`. */
export const payloadReader = optionReader({
  library: {
    id: 'payload',
    version: '3.90.2',
    label: 'Payload',
    wildcardWithCredentials: 'dropped',
    variesByItself: false,
    acceptsPatterns: false,
    allowlist: 'list',
    defaultMethods: ['PUT', 'PATCH', 'POST', 'GET', 'DELETE', 'OPTIONS'],
    options: [
      { name: 'origins', part: 'origin' },
      { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow a few usual headers' },
    ],
  },
  origin: ORIGIN,
  bareOrigin: { ...ORIGIN, text: 'none' },
  credentials: { absent: true, on: 'true' },
  places: [{ type: 'call', modules: ['payload'], names: ['buildConfig'], argument: 0, path: ['cors'], absent: 'off' }],
  bare: { text: 'origin', list: 'origin', other: 'off' },
  mention: /["'`]payload["'`]/,
  answersPreflights: true,
})
