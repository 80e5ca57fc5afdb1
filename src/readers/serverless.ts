import { optionReader } from '../options/reader.ts'
import type { LibraryData, OptionLibraryData, OriginSemantics, Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

/** A text, which is sent to everybody; `*` without the option. */
const ORIGIN: OriginSemantics = {
  absent: 'anyone',
  undefined: 'anyone',
  null: 'anyone',
  empty: 'none',
  false: 'none',
  true: 'none',
  star: 'anyone',
  text: 'origin',
  list: 'compared',
  emptyList: 'none',
  starInList: 'anyone',
  regexp: 'none',
  other: 'none',
  function: 'none',
}

const LIBRARY: Omit<LibraryData, 'options'> = {
  id: 'serverless',
  version: '3.40.0',
  label: 'The Serverless Framework',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: false,
  allowlist: 'list',
  defaultMethods: undefined,
}

const SHARED: Pick<OptionLibraryData, 'credentials' | 'bare' | 'mention' | 'answersPreflights'> = {
  credentials: { absent: false, on: 'truthy' },
  bare: { true: 'defaults', other: 'off' },
  mention: /\bcors\b/,
  answersPreflights: true,
}

/** `serverless.ts`, and `serverless.js`. */
function within(...path: readonly string[]): Place {
  const file = /(?:^|\/)serverless(?:\.[\w-]+)?\.[cm]?[jt]s$/
  return { type: 'file', file, exports: ['default'], argument: 0, path, absent: 'off' }
}

/** `http`: the answers of a REST API, in which the first `*` of an origin stands for any text. */
const restApi = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    allowlistOption: 'origins',
    options: [
      { name: 'origins', part: 'origin' },
      { name: 'origin', part: 'origin' },
      { name: 'methods', part: 'methods', absent: 'preflights allow OPTIONS and the method of the event' },
      { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow a few usual headers' },
      { name: 'allowCredentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
      { name: 'cacheControl', part: undefined, absent: 'preflights are sent without it' },
    ],
  },
  origin: ORIGIN,
  otherOrigins: { origins: { ...ORIGIN, globs: { in: 'list', star: '.+' } } },
  places: [within('functions', '{}', 'events', '[]', 'http', 'cors')],
})

/** `httpApi` and `url`, whose services compare origins themselves. */
const services = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    label: 'An HTTP API of the Serverless Framework',
    options: [
      { name: 'allowedOrigins', part: 'origin' },
      { name: 'allowedMethods', part: 'methods', absent: 'preflights allow the methods that are in use' },
      { name: 'allowedHeaders', part: 'allowedHeaders', absent: 'preflights allow a few usual headers' },
      { name: 'exposedResponseHeaders', part: 'exposedHeaders' },
      { name: 'allowCredentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
    ],
  },
  origin: { ...ORIGIN, globs: { in: 'both', star: '.*' } },
  places: [within('provider', 'httpApi', 'cors'), within('functions', '{}', 'url', 'cors')],
})

/** The Serverless Framework 3.40.0. */
export const serverlessReaders: readonly Reader[] = [restApi, services]
