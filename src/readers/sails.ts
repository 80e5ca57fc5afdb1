import { optionReader } from '../options/reader.ts'
import type { OptionLibraryData, OriginSemantics } from '../semantics.ts'
import type { Reader } from './reader.ts'

/** As observed: `'*'`, a list, or a text with commas; anything that is no list of origins keeps it from lifting. */
const ORIGIN: OriginSemantics = {
  absent: 'anyone',
  undefined: 'anyone',
  null: 'stops',
  empty: 'none',
  false: 'stops',
  true: 'stops',
  star: 'anyone',
  text: 'trimmed list',
  nullText: 'stops',
  list: 'compared',
  emptyList: 'none',
  starInList: 'stops',
  regexp: 'stops',
  other: 'stops',
  function: 'stops',
}

const SHARED: Omit<OptionLibraryData, 'places' | 'bare'> = {
  library: {
    id: 'sails',
    version: '1.5.18',
    label: 'Sails',
    wildcardWithCredentials: 'echoed',
    variesByItself: true,
    acceptsPatterns: false,
    allowlist: 'list',
    defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    options: [
      { name: 'allowOrigins', part: 'origin' },
      { name: 'origin', part: 'origin', absent: '`allowOrigins` decides' },
      {
        name: 'allowRequestMethods',
        part: 'methods',
        absent: 'preflights allow GET, HEAD, PUT, PATCH, POST and DELETE',
      },
      { name: 'methods', part: 'methods', absent: '`allowRequestMethods` decides' },
      { name: 'allowRequestHeaders', part: 'allowedHeaders', absent: 'preflights allow Content-Type only' },
      { name: 'headers', part: 'allowedHeaders', absent: '`allowRequestHeaders` decides' },
      { name: 'allowResponseHeaders', part: 'exposedHeaders' },
      { name: 'exposeHeaders', part: 'exposedHeaders', absent: '`allowResponseHeaders` decides' },
      { name: 'allowCredentials', part: 'credentials' },
      { name: 'credentials', part: 'credentials', absent: '`allowCredentials` decides' },
      { name: 'allRoutes', part: undefined, absent: 'only routes that ask for it are opened' },
      { name: 'allowAnyOriginWithCredentialsUnsafe', part: undefined, absent: 'it refuses `*` with credentials' },
    ],
  },
  origin: ORIGIN,
  credentials: { absent: false, on: 'true' },
  refusesOpenCredentials: { unless: 'allowAnyOriginWithCredentialsUnsafe' },
  mention: /\bcors\b/,
  answersPreflights: true,
}

/** `config/security.js`: for all routes, if it says so. */
const security = optionReader({
  ...SHARED,
  gate: { name: 'allRoutes', on: 'true', absent: false },
  places: [
    {
      type: 'file',
      file: /(?:^|\/)config\/security\.[cm]?[jt]s$/,
      exports: ['security'],
      argument: 0,
      path: ['cors'],
      absent: 'off',
    },
  ],
  bare: { other: 'off' },
})

/** `config/routes.js`: for single routes. */
const routes = optionReader({
  ...SHARED,
  library: { ...SHARED.library, label: 'A route of Sails' },
  // A text is one origin, and `*` is none.
  bareOrigin: { ...ORIGIN, star: 'none', text: 'origin' },
  places: [
    {
      type: 'file',
      file: /(?:^|\/)config\/routes\.[cm]?[jt]s$/,
      exports: ['routes'],
      argument: 0,
      path: ['{}', 'cors'],
      absent: 'off',
    },
  ],
  bare: { text: 'origin', other: 'off' },
})

/** Sails 1.5.18. */
export const sailsReaders: readonly Reader[] = [security, routes]
