import { optionReader } from '../options/reader.ts'

/** `restify-cors-middleware2` 2.2.1: `server.pre(cors.preflight)`, `server.use(cors.actual)`. */
export const restifyReader = optionReader({
  library: {
    id: 'restify-cors-middleware2',
    version: '2.2.1',
    label: '`restify-cors-middleware2`',
    wildcardWithCredentials: 'echoed',
    variesByItself: true,
    acceptsPatterns: true,
    allowlist: 'list',
    // It allows whatever method is asked for.
    defaultMethods: undefined,
    options: [
      { name: 'origins', part: 'origin' },
      { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow a few usual headers' },
      { name: 'exposeHeaders', part: 'exposedHeaders', absent: 'scripts can read a few usual headers' },
      { name: 'credentials', part: 'credentials' },
      { name: 'preflightMaxAge', part: 'maxAge' },
      { name: 'allowCredentialsAllOrigins', part: undefined, absent: 'it refuses every origin with credentials' },
      { name: 'preflightStrategy', part: undefined, absent: 'preflights are answered with 204' },
    ],
  },
  origin: {
    absent: 'echo',
    undefined: 'echo',
    null: 'echo',
    empty: 'echo',
    false: 'echo',
    true: 'stops',
    star: 'stops',
    text: 'stops',
    globs: { in: 'list', star: '.*', isNaive: true },
    list: 'compared',
    emptyList: 'none',
    starInList: 'echo',
    regexp: 'stops',
    regexpInList: 'tested',
    other: 'stops',
    function: 'stops',
  },
  credentials: { absent: false, on: 'truthy' },
  refusesOpenCredentials: { unless: 'allowCredentialsAllOrigins' },
  places: [{ type: 'call', modules: ['restify-cors-middleware2'], names: [''], argument: 0, absent: 'off' }],
  bare: { other: 'off' },
  mention: /["'`]restify-cors-middleware2["'`]/,
  answersPreflights: true,
})
