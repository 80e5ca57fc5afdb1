import { optionReader } from '../options/reader.ts'

/** `cors` 2.8.6: Express, Connect, Polka and everything that takes `(req, res, next)`; `@feathersjs/express` hands it on. */
export const corsReader = optionReader({
  library: {
    id: 'cors',
    version: '2.8.6',
    label: '`cors`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: true,
    allowlist: 'list',
    defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    options: [
      { name: 'origin', part: 'origin', absent: 'any website can read the response' },
      { name: 'methods', part: 'methods', absent: 'preflights allow GET, HEAD, PUT, PATCH, POST and DELETE' },
      { name: 'allowedHeaders', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
      { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
      { name: 'exposedHeaders', part: 'exposedHeaders', absent: 'scripts cannot read these headers' },
      { name: 'credentials', part: 'credentials', absent: 'requests with cookies fail' },
      { name: 'maxAge', part: 'maxAge', absent: 'browsers forget a preflight after 5 seconds' },
      { name: 'preflightContinue', part: undefined, absent: 'preflights end here' },
      { name: 'optionsSuccessStatus', part: undefined, absent: 'preflights are answered with 204' },
    ],
  },
  origin: {
    absent: 'anyone',
    undefined: 'none',
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
    other: 'echo',
    function: { asks: 'origin', answers: 'callback', promise: 'hangs' },
  },
  credentials: { absent: false, on: 'true' },
  places: [
    { type: 'call', modules: ['cors'], names: [''], argument: 0, absent: 'defaults' },
    { type: 'call', modules: ['@feathersjs/express'], names: ['cors'], argument: 0, absent: 'defaults' },
    { type: 'exported', name: /cors/i },
  ],
  // It looks at an object only; anything else that is no function leaves the defaults.
  bare: { true: 'defaults', false: 'defaults', text: 'defaults', list: 'defaults', other: 'defaults' },
  delegate: 'callback',
  types: [{ modules: ['cors'], names: ['CorsOptions'] }],
  // What a file exports for others need not bring the package in.
  mention: /["'`](?:npm:)?cors(?:@[^"'`]*)?["'`]|@feathersjs\/express|origin/,
  answersPreflights: true,
})
