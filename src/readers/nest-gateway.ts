import { optionReader } from '../options/reader.ts'

/** The gateways of Nest 11.2, which hand their option `cors` to Socket.IO 4.8. Other adapters do not look at it. */
export const nestGatewayReader = optionReader({
  library: {
    id: '@nestjs/websockets',
    version: '11.2.6',
    label: 'The gateway',
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
    // `@WebSocketGateway(options)`, `@WebSocketGateway(port, options)`
    {
      type: 'call',
      modules: ['@nestjs/websockets'],
      names: ['WebSocketGateway'],
      argument: 0,
      path: ['cors'],
      absent: 'off',
    },
    {
      type: 'call',
      modules: ['@nestjs/websockets'],
      names: ['WebSocketGateway'],
      argument: 1,
      path: ['cors'],
      absent: 'off',
    },
  ],
  // `cors` looks at an object only; anything else that is truthy leaves its defaults.
  bare: { true: 'defaults', false: 'off', text: 'defaults', list: 'defaults', other: 'defaults' },
  delegate: 'callback',
  mention: /^(?![^]*["'`]@nestjs\/platform-ws["'`])[^]*["'`]@nestjs\/websockets["'`]/,
  answersPreflights: true,
})
