import type { Library } from '../policy.ts'
import type { OptionLibrary } from '../semantics.ts'

/** What all libraries have in common that hand their options on to `cors`. */
type HandedToCors = Pick<
  OptionLibrary,
  'library' | 'origin' | 'credentials' | 'bare' | 'delegate' | 'answersPreflights'
>

/** `cors` 2.8.6, as observed: also for the libraries that hand their options on to it. */
export function handedToCors(library: Pick<Library, 'id' | 'version' | 'label'>): HandedToCors {
  return {
    library: {
      ...library,
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
    // It looks at an object only; anything else that is no function leaves the defaults.
    bare: { true: 'defaults', false: 'defaults', text: 'defaults', list: 'defaults', other: 'defaults' },
    delegate: 'callback',
    answersPreflights: true,
  }
}
