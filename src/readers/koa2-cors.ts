import { optionReader } from '../options/reader.ts'

/** `koa2-cors` 2.0.6. */
export const koa2CorsReader = optionReader({
  library: {
    id: 'koa2-cors',
    version: '2.0.6',
    label: '`koa2-cors`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: false,
    allowlist: { code: "(ctx) => (LIST.includes(ctx.get('Origin')) ? ctx.get('Origin') : '')" },
    defaultMethods: ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    options: [
      { name: 'origin', part: 'origin' },
      {
        name: 'allowMethods',
        part: 'methods',
        absent: 'preflights allow GET, PUT, POST, PATCH, DELETE, HEAD and OPTIONS',
        isListOnly: true,
      },
      {
        name: 'allowHeaders',
        part: 'allowedHeaders',
        absent: 'preflights allow every header that is asked for',
        isListOnly: true,
      },
      {
        name: 'exposeHeaders',
        part: 'exposedHeaders',
        absent: 'scripts cannot read these headers',
        isListOnly: true,
      },
      { name: 'credentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge' },
    ],
  },
  origin: {
    absent: 'echo',
    undefined: 'echo',
    null: 'echo',
    empty: 'echo',
    false: 'echo',
    true: 'sent',
    star: 'anyone',
    text: 'origin',
    list: 'sent',
    emptyList: 'none',
    starInList: 'anyone',
    regexp: 'sent',
    other: 'sent',
    function: { asks: 'request', answers: 'header', promise: 'sent' },
  },
  credentials: { absent: false, on: 'true' },
  places: [{ type: 'call', modules: ['koa2-cors'], names: [''], argument: 0, absent: 'defaults' }],
  bare: { other: 'defaults' },
  mention: /["'`]koa2-cors["'`]/,
  answersPreflights: true,
})
