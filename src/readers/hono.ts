import { optionReader } from '../options/reader.ts'

/** `hono/cors` of Hono 4.13.19: `dist/middleware/cors/index.js`. */
export const honoReader = optionReader({
  library: {
    id: 'hono',
    version: '4.13.19',
    label: '`hono/cors`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: false,
    allowlist: 'list',
    defaultMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'QUERY'],
    options: [
      { name: 'origin', part: 'origin' },
      { name: 'allowMethods', part: 'methods', absent: 'preflights allow all common methods' },
      { name: 'allowHeaders', part: 'allowedHeaders' },
      { name: 'exposeHeaders', part: 'exposedHeaders' },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
    ],
  },
  origin: {
    absent: 'anyone',
    // The options are spread over the defaults, and what is no text and no function is asked for `includes`.
    undefined: 'fails',
    null: 'fails',
    empty: 'none',
    false: 'fails',
    true: 'fails',
    star: 'anyone',
    text: 'origin',
    list: 'compared',
    emptyList: 'none',
    starInList: 'none',
    regexp: 'fails',
    regexpInList: 'none',
    other: 'fails',
    function: { asks: 'origin', answers: 'header', promise: 'awaited' },
  },
  credentials: { absent: false, on: 'truthy' },
  places: [
    {
      type: 'call',
      modules: ['hono/cors', 'hono/middleware', '@hono/hono/cors', 'jsr:@hono/hono/cors', 'npm:hono/cors'],
      names: ['cors'],
      argument: 0,
      absent: 'defaults',
    },
  ],
  bare: { other: 'defaults' },
  mention: /["'`](?:jsr:|npm:)?(?:@hono\/)?hono\b/,
  answersPreflights: true,
})
