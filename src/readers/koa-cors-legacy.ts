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
      { name: 'origin', part: 'origin' },
      { name: 'methods', part: 'methods' },
      { name: 'headers', part: 'allowedHeaders' },
      { name: 'expose', part: 'exposedHeaders' },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
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
  bare: { other: 'defaults' },
  mention: /["'`]koa-cors["'`]/,
  answersPreflights: true,
})
