import { optionReader } from '../options/reader.ts'
import type { OriginSemantics } from '../semantics.ts'

/** `origin`: one text, which is sent to everybody. */
const ORIGIN: OriginSemantics = {
  absent: 'none',
  undefined: 'none',
  null: 'none',
  empty: 'none',
  false: 'none',
  true: 'stops',
  star: 'anyone',
  text: 'origin',
  list: 'sent',
  emptyList: 'none',
  starInList: 'stops',
  regexp: 'stops',
  other: 'stops',
  function: 'stops',
}

/** `origins`: a list, with `*` for everybody, and for one label of a host. */
const ORIGINS: OriginSemantics = {
  ...ORIGIN,
  undefined: 'stops',
  null: 'stops',
  false: 'stops',
  text: 'none',
  globs: { in: 'list', star: '[^.]*' },
  list: 'compared',
  starInList: 'anyone',
}

/** `getOrigin`: answers with the header. */
const GET_ORIGIN: OriginSemantics = {
  ...ORIGIN,
  function: { asks: 'origin', answers: 'header', promise: 'sent' },
}

/** `@middy/http-cors` 6.4.5, a middleware of Lambda functions. */
export const middyReader = optionReader({
  library: {
    id: '@middy/http-cors',
    version: '6.4.5',
    label: '`@middy/http-cors`',
    wildcardWithCredentials: 'echoed',
    variesByItself: false,
    acceptsPatterns: false,
    allowlist: 'list',
    allowlistOption: 'origins',
    defaultMethods: undefined,
    options: [
      { name: 'origins', part: 'origin' },
      { name: 'origin', part: 'origin' },
      { name: 'getOrigin', part: 'origin', absent: '`origins` and `origin` decide' },
      { name: 'methods', part: 'methods', absent: 'preflights allow GET, HEAD and POST only' },
      { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow no header that has to be asked for' },
      { name: 'exposeHeaders', part: 'exposedHeaders' },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
      { name: 'disableBeforePreflightResponse', part: undefined, absent: 'the function answers preflights' },
      { name: 'cacheControl', part: undefined, absent: 'preflights are sent without it' },
      { name: 'vary', part: undefined, absent: 'nothing is added to `Vary`' },
    ],
  },
  origin: ORIGIN,
  otherOrigins: { origins: ORIGINS, getOrigin: GET_ORIGIN },
  credentials: { absent: false, on: 'truthy' },
  places: [{ type: 'call', modules: ['@middy/http-cors'], names: [''], argument: 0, absent: 'defaults' }],
  bare: { other: 'defaults' },
  types: [{ modules: ['@middy/http-cors'], names: ['Options'] }],
  mention: /["'`]@middy\/http-cors["'`]/,
  answersPreflights: false,
})
