import { optionReader } from '../options/reader.ts'

/** `parse-server` 8.6.94: `new ParseServer({ allowOrigin })`. It never allows credentials. */
export const parseServerReader = optionReader({
  library: {
    id: 'parse-server',
    version: '8.6.94',
    label: 'Parse Server',
    wildcardWithCredentials: 'refused',
    variesByItself: false,
    acceptsPatterns: false,
    allowlist: 'list',
    defaultMethods: ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS'],
    options: [
      { name: 'allowOrigin', part: 'origin' },
      { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow the headers of Parse' },
    ],
  },
  origin: {
    absent: 'anyone',
    undefined: 'anyone',
    null: 'anyone',
    empty: 'none',
    false: 'fails',
    true: 'fails',
    star: 'anyone',
    text: 'origin',
    list: 'compared',
    emptyList: 'sent',
    starInList: 'anyone',
    // Whoever is not on the list is sent its first entry.
    starAmongOthers: 'none',
    regexp: 'fails',
    regexpInList: 'none',
    other: 'fails',
    function: 'fails',
  },
  credentials: { absent: false, on: 'true' },
  places: [
    { type: 'new', modules: ['parse-server'], names: ['ParseServer', ''], argument: 0, absent: 'off' },
    { type: 'call', modules: ['parse-server'], names: ['ParseServer', ''], argument: 0, absent: 'off' },
  ],
  bare: { other: 'off' },
  mention: /["'`]parse-server["'`]/,
  silentNames: ['parse-server'],
  answersPreflights: true,
})
