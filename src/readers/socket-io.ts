import { optionReader } from '../options/reader.ts'

/** Socket.IO 4.8.4, which hands its option `cors` to `cors` for the requests of its polling. */
export const socketIoReader = optionReader({
  library: {
    id: 'socket.io',
    version: '4.8.4',
    label: 'Socket.IO',
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
    // `new Server(options)`, `new Server(httpServer, options)`, and how it is called without `new`.
    { type: 'new', modules: ['socket.io'], names: ['Server', ''], argument: 0, path: ['cors'], absent: 'off' },
    { type: 'new', modules: ['socket.io'], names: ['Server', ''], argument: 1, path: ['cors'], absent: 'off' },
    { type: 'call', modules: ['socket.io'], names: ['Server', ''], argument: 0, path: ['cors'], absent: 'off' },
    { type: 'call', modules: ['socket.io'], names: ['Server', ''], argument: 1, path: ['cors'], absent: 'off' },
    {
      type: 'method',
      methods: ['attach', 'listen'],
      mention: /["'`]socket\.io["'`]/,
      argument: 1,
      path: ['cors'],
      absent: 'off',
    },
  ],
  // `cors` looks at an object only; anything else that is truthy leaves its defaults.
  bare: { true: 'defaults', false: 'off', text: 'defaults', list: 'defaults', other: 'defaults' },
  delegate: 'callback',
  mention: /["'`]socket\.io["'`]/,
  answersPreflights: true,
})
