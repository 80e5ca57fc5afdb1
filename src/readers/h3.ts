import { optionReader } from '../options/reader.ts'

/** What Nitro and Nuxt import by themselves has no import in the file. */
const MODULES = ['h3', 'nitro/h3', 'nitropack/runtime', '#imports', '']

/**
 * `handleCors` and its kin, of h3 1.15.11 (`dist/index.mjs`) and 2.0.8 (`dist/cors.mjs`). Where the majors differ, the
 * milder one counts: a pattern or `true` in place of a list fails in 1 and admits nobody in 2.
 */
export const h3Reader = optionReader({
  library: {
    id: 'h3',
    version: '1.15.11, 2.0.8',
    label: 'h3',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: true,
    allowlist: 'list',
    defaultMethods: undefined,
    options: [
      { name: 'origin', part: 'origin' },
      { name: 'methods', part: 'methods', absent: 'preflights allow every method or none' },
      { name: 'allowHeaders', part: 'allowedHeaders' },
      { name: 'exposeHeaders', part: 'exposedHeaders', absent: 'scripts can read every header or none' },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
      { name: 'preflight', part: undefined, absent: 'preflights are answered with 204' },
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
    text: 'origin',
    list: 'compared',
    emptyList: 'none',
    starInList: 'none',
    regexp: 'none',
    regexpInList: 'tested',
    other: 'none',
    function: { asks: 'origin', answers: 'truthy', promise: 'echo' },
  },
  credentials: { absent: false, on: 'truthy' },
  places: [
    {
      type: 'call',
      modules: MODULES,
      names: ['handleCors', 'appendCorsHeaders', 'appendCorsPreflightHeaders'],
      argument: 1,
      absent: 'defaults',
    },
  ],
  bare: { other: 'defaults' },
  types: [{ modules: ['h3', 'nitro/h3'], names: ['H3CorsOptions', 'CorsOptions'] }],
  mention: /\b(?:handleCors|appendCors(?:Preflight)?Headers|H3CorsOptions|CorsOptions)\b/,
  answersPreflights: true,
})
