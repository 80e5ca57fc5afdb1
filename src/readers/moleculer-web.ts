import { optionReader } from '../options/reader.ts'
import type { Place } from '../semantics.ts'

const GATEWAY = { type: 'beside', modules: ['moleculer-web'], names: [''], property: 'mixins', argument: 0 } as const

/** The settings of the gateway, and those of its routes, which are laid over them. */
const PLACES: readonly Place[] = [
  { ...GATEWAY, path: ['settings', 'cors'], absent: 'off' },
  { ...GATEWAY, path: ['settings', 'routes', '[]', 'cors'], over: ['settings', 'cors'], absent: 'off' },
]

/** `moleculer-web` 0.10.8: `{ mixins: [ApiGateway], settings: { cors, routes: [{ cors }] } }`. */
export const moleculerReader = optionReader({
  library: {
    id: 'moleculer-web',
    version: '0.10.8',
    label: '`moleculer-web`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: false,
    // It looks for the origin in the texts that it is given, so that a part of one will do.
    allowlist: { code: '(origin) => LIST.includes(origin)', typed: '(origin: string) => LIST.includes(origin)' },
    defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    options: [
      { name: 'origin', part: 'origin' },
      { name: 'methods', part: 'methods' },
      { name: 'allowedHeaders', part: 'allowedHeaders' },
      { name: 'exposedHeaders', part: 'exposedHeaders' },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
    ],
  },
  origin: {
    absent: 'anyone',
    undefined: 'anyone',
    null: 'anyone',
    empty: 'anyone',
    false: 'anyone',
    true: 'none',
    star: 'anyone',
    text: 'contains',
    globs: { in: 'both', star: '.*' },
    list: 'compared',
    emptyList: 'none',
    starInList: 'echo',
    regexp: 'none',
    other: 'none',
    function: { asks: 'origin', answers: 'truthy', promise: 'echo' },
  },
  credentials: { absent: false, on: 'true' },
  places: PLACES,
  bare: { false: 'off', other: 'defaults' },
  mention: /["'`]moleculer-web["'`]/,
  answersPreflights: true,
})
