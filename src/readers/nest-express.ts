import { optionReader } from '../options/reader.ts'

/** Nest 11.2.10 on its Express adapter, which hands the options to `cors`. */
export const nestExpressReader = optionReader({
  library: {
    id: '@nestjs/platform-express',
    version: '11.2.10',
    label: 'NestJS',
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
    { type: 'method', methods: ['enableCors'], mention: /@nestjs\//, argument: 0, absent: 'defaults' },
    // `NestFactory.create(module, options)`, `NestFactory.create(module, adapter, options)`
    {
      type: 'call',
      modules: ['@nestjs/core'],
      names: ['NestFactory.create'],
      argument: 1,
      path: ['cors'],
      absent: 'off',
    },
    {
      type: 'call',
      modules: ['@nestjs/core'],
      names: ['NestFactory.create'],
      argument: 2,
      path: ['cors'],
      absent: 'off',
    },
  ],
  // As the option of \`create\`, whatever is truthy and is no options turns CORS on as it is.
  bare: { true: 'defaults', false: 'off', text: 'defaults', list: 'defaults', other: 'defaults' },
  delegate: 'callback',
  types: [
    {
      modules: ['@nestjs/common/interfaces/external/cors-options.interface', '@nestjs/common'],
      names: ['CorsOptions'],
    },
  ],
  mention: /^(?![^]*["'`](?:@nestjs\/platform-fastify)["'`])[^]*@nestjs\//,
  answersPreflights: true,
})
