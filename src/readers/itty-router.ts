import { optionReader } from '../options/reader.ts'

/** `cors` of itty-router 5.0.24 and 6.0.0: `cors.mjs`. */
export const ittyRouterReader = optionReader({
  library: {
    id: 'itty-router',
    version: '5.0.24, 6.0.0',
    label: 'itty-router',
    wildcardWithCredentials: 'echoed',
    variesByItself: false,
    acceptsPatterns: false,
    allowlist: 'list',
    defaultMethods: ['*'],
    options: [
      { name: 'origin', part: 'origin', absent: 'any website can read the response' },
      { name: 'credentials', part: 'credentials', absent: 'requests with cookies fail' },
      { name: 'allowMethods', part: 'methods', absent: 'preflights allow every method' },
      { name: 'allowHeaders', part: 'allowedHeaders', absent: 'it depends on the major which headers are allowed' },
      { name: 'exposeHeaders', part: 'exposedHeaders', absent: 'scripts cannot read these headers' },
      { name: 'maxAge', part: 'maxAge', absent: 'browsers forget a preflight after 5 seconds' },
    ],
  },
  origin: {
    absent: 'anyone',
    undefined: 'anyone',
    null: 'none',
    empty: 'none',
    false: 'none',
    true: 'echo',
    star: 'anyone',
    text: 'origin',
    list: 'compared',
    emptyList: 'none',
    starInList: 'none',
    regexp: 'tested',
    regexpInList: 'none',
    other: 'sent',
    function: { asks: 'origin', answers: 'header', promise: 'sent' },
  },
  credentials: { absent: false, on: 'truthy' },
  places: [
    { type: 'call', modules: ['itty-router', 'itty-router/cors'], names: ['cors'], argument: 0, absent: 'defaults' },
  ],
  bare: { true: 'defaults', false: 'defaults', text: 'defaults', list: 'defaults', other: 'defaults' },
  types: [{ modules: ['itty-router', 'itty-router/cors'], names: ['CorsOptions'] }],
  mention: /["'`]itty-router(?:\/cors)?["'`]/,
  answersPreflights: true,
})
