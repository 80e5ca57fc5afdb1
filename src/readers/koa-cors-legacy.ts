import { optionReader } from '../options/reader.ts'

/** `koa-cors` 0.0.16, the middleware of Koa 1, which Koa 2 and 3 run through `koa-convert`. */
export const koaCorsLegacyReader = optionReader({
  library: {
    id: 'koa-cors',
    version: '0.0.16',
    label: '`koa-cors`',
    wildcardWithCredentials: 'refused',
    variesByItself: false,
    acceptsPatterns: false,
    // An origin that is refused with `false` is not answered at all: what comes after the middleware does not run.
    allowlist: { code: "(request) => (LIST.includes(request.get('Origin')) ? request.get('Origin') : '')" },
    defaultMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    options: [
      { name: 'origin', part: 'origin', absent: 'any website can read the response' },
      { name: 'methods', part: 'methods', absent: 'preflights allow GET, HEAD, PUT, POST and DELETE' },
      { name: 'headers', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
      { name: 'expose', part: 'exposedHeaders', absent: 'scripts cannot read these headers' },
      { name: 'credentials', part: 'credentials', absent: 'requests with cookies fail' },
      { name: 'maxAge', part: 'maxAge', absent: 'browsers forget a preflight after 5 seconds' },
    ],
  },
  origin: {
    absent: 'echo',
    undefined: 'fails',
    null: 'fails',
    empty: 'none',
    false: 'none',
    true: 'echo',
    star: 'anyone',
    text: 'origin',
    list: 'fails',
    emptyList: 'fails',
    starInList: 'fails',
    regexp: 'fails',
    other: 'fails',
    function: { asks: 'request', answers: 'header', promise: 'sent' },
  },
  credentials: { absent: false, on: 'true' },
  places: [{ type: 'call', modules: ['koa-cors'], names: [''], argument: 0, absent: 'defaults' }],
  bare: { true: 'defaults', false: 'defaults', text: 'defaults', list: 'defaults', other: 'defaults' },
  mention: /["'`]koa-cors["'`]/,
  answersPreflights: true,
})
