import { optionReader } from '../options/reader.ts'

/** `http-server` 14.1.1: `createServer({ cors: true })`, which is everybody or nobody. */
export const httpServerReader = optionReader({
  library: {
    id: 'http-server',
    version: '14.1.1',
    label: '`http-server`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: false,
    allowlist: undefined,
    defaultMethods: undefined,
    options: [],
  },
  origin: {
    absent: 'anyone',
    undefined: 'anyone',
    null: 'anyone',
    empty: 'anyone',
    false: 'anyone',
    true: 'anyone',
    star: 'anyone',
    text: 'anyone',
    list: 'anyone',
    emptyList: 'anyone',
    starInList: 'anyone',
    regexp: 'anyone',
    other: 'anyone',
    function: 'anyone',
  },
  credentials: { absent: false, on: 'true' },
  places: [
    { type: 'call', modules: ['http-server'], names: ['createServer'], argument: 0, path: ['cors'], absent: 'off' },
  ],
  bare: { false: 'off', other: 'anyone' },
  mention: /["'`]http-server["'`]/,
  answersPreflights: true,
})
