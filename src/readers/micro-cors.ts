import { optionReader } from '../options/reader.ts'

/** `micro-cors` 0.1.1, around handlers of `micro` and API routes of Next.js. */
export const microCorsReader = optionReader({
  library: {
    id: 'micro-cors',
    version: '0.1.1',
    label: '`micro-cors`',
    wildcardWithCredentials: 'refused',
    variesByItself: false,
    acceptsPatterns: false,
    allowlist: 'one',
    defaultMethods: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    options: [
      { name: 'origin', part: 'origin' },
      { name: 'allowMethods', part: 'methods' },
      { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow a few usual headers' },
      { name: 'exposeHeaders', part: 'exposedHeaders' },
      { name: 'allowCredentials', part: 'credentials' },
      { name: 'maxAge', part: 'maxAge', absent: 'browsers keep the answer to a preflight for a day' },
    ],
  },
  origin: {
    absent: 'anyone',
    undefined: 'anyone',
    null: 'sent',
    empty: 'none',
    false: 'sent',
    true: 'sent',
    star: 'anyone',
    text: 'origin',
    list: 'sent',
    emptyList: 'none',
    starInList: 'anyone',
    regexp: 'sent',
    other: 'sent',
    function: 'sent',
  },
  credentials: { absent: true, on: 'truthy', undefined: 'absent' },
  defaultMaxAge: 86_400,
  places: [{ type: 'call', modules: ['micro-cors'], names: [''], argument: 0, absent: 'defaults' }],
  bare: { other: 'defaults' },
  mention: /["'`]micro-cors["'`]/,
  // It sends the headers, and the handler still has to answer.
  answersPreflights: true,
})
