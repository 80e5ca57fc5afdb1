import { optionReader } from '../options/reader.ts'

/** `json-server` 0.17.4: `jsonServer.defaults()`, which lets every website in with its cookies. */
export const jsonServerReader = optionReader({
  library: {
    id: 'json-server',
    version: '0.17.4',
    label: '`json-server`',
    wildcardWithCredentials: 'echoed',
    variesByItself: true,
    acceptsPatterns: false,
    // It is on for everybody, or off.
    allowlist: undefined,
    instead: 'Pass `noCors: true`, and put `cors` with a list of origins in front',
    defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    options: [
      { name: 'noCors', part: undefined, absent: 'any website can read the response' },
      { name: 'logger', part: undefined, absent: 'requests are logged' },
      { name: 'static', part: undefined, absent: '`./public` is served' },
      { name: 'noGzip', part: undefined, absent: 'responses are compressed' },
      { name: 'readOnly', part: undefined, absent: 'every method is allowed' },
      { name: 'bodyParser', part: undefined, absent: 'bodies are not parsed' },
    ],
  },
  origin: {
    absent: 'echo',
    undefined: 'echo',
    null: 'echo',
    empty: 'echo',
    false: 'echo',
    true: 'echo',
    star: 'echo',
    text: 'echo',
    list: 'echo',
    emptyList: 'echo',
    starInList: 'echo',
    regexp: 'echo',
    other: 'echo',
    function: 'echo',
  },
  credentials: { absent: true, on: 'true' },
  gate: { name: 'noCors', on: 'falsy', absent: true },
  places: [{ type: 'call', modules: ['json-server'], names: ['defaults'], argument: 0, absent: 'defaults' }],
  bare: { other: 'defaults' },
  mention: /["'`]json-server["'`]/,
  silentNames: ['json-server'],
  answersPreflights: true,
})
