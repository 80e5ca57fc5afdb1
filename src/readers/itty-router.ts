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
      { name: 'origin', part: 'origin' },
      { name: 'credentials', part: 'credentials' },
      { name: 'allowMethods', part: 'methods', absent: 'preflights allow every method' },
      { name: 'allowHeaders', part: 'allowedHeaders', absent: 'it depends on the major which headers are allowed' },
      { name: 'exposeHeaders', part: 'exposedHeaders' },
      { name: 'maxAge', part: 'maxAge' },
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
  bare: { other: 'defaults' },
  types: [{ modules: ['itty-router', 'itty-router/cors'], names: ['CorsOptions'] }],
  mention: /["'`]itty-router(?:\/cors)?["'`]/,
  answersPreflights: true,
})
