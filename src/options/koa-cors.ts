import type { Library } from '../policy.ts'
import type { OptionLibrary } from '../semantics.ts'

/** What all libraries have in common that hand their options on to `@koa/cors`. */
type HandedToKoaCors = Pick<OptionLibrary, 'library' | 'origin' | 'credentials' | 'bare' | 'answersPreflights'>

/** `@koa/cors` 5.0.0, as observed: also for the libraries that hand their options on to it. */
export function handedToKoaCors(library: Pick<Library, 'id' | 'version' | 'label' | 'echoedBefore'>): HandedToKoaCors {
  return {
    library: {
      ...library,
      wildcardWithCredentials: 'echoed',
      variesByItself: true,
      acceptsPatterns: false,
      allowlist: { code: "(ctx) => (LIST.includes(ctx.get('Origin')) ? ctx.get('Origin') : '')" },
      defaultMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH'],
      options: [
        { name: 'origin', part: 'origin', absent: 'any website can read the response' },
        { name: 'allowMethods', part: 'methods', absent: 'preflights allow GET, HEAD, PUT, POST, DELETE and PATCH' },
        { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow every header that is asked for' },
        { name: 'exposeHeaders', part: 'exposedHeaders', absent: 'scripts cannot read these headers' },
        { name: 'credentials', part: 'credentials', absent: 'requests with cookies fail' },
        { name: 'maxAge', part: 'maxAge', absent: 'browsers forget a preflight after 5 seconds' },
        { name: 'keepHeadersOnError', part: undefined, absent: 'answers to failed requests keep the headers' },
        { name: 'secureContext', part: undefined, absent: 'the page is not isolated from others' },
        { name: 'privateNetworkAccess', part: undefined, absent: 'public sites cannot reach a private network' },
      ],
    },
    origin: {
      absent: 'anyone',
      undefined: 'anyone',
      null: 'anyone',
      empty: 'anyone',
      false: 'anyone',
      true: 'sent',
      star: 'anyone',
      text: 'origin',
      list: 'sent',
      emptyList: 'none',
      starInList: 'anyone',
      regexp: 'sent',
      other: 'sent',
      function: { asks: 'request', answers: 'header', promise: 'awaited' },
    },
    credentials: { absent: false, on: 'truthy', isAsked: true },
    bare: { true: 'defaults', false: 'defaults', text: 'defaults', list: 'defaults', other: 'defaults' },
    answersPreflights: true,
  }
}
