import type { Library } from '../policy.ts'
import type { OptionLibraryData } from '../semantics.ts'

/** What all libraries have in common that hand their options on to `cors`. */
type HandedToCors = Pick<
  OptionLibraryData,
  'library' | 'origin' | 'credentials' | 'bare' | 'delegate' | 'answersPreflights'
>

/**
 * `cors` 2.8.6, as observed: also for the libraries that hand their options on to it.
 *
 * @param withoutOrigin what happens without `origin`, where such a library decides that itself.
 */
export function handedToCors(library: Pick<Library, 'id' | 'version' | 'label'>, withoutOrigin?: string): HandedToCors {
  return {
    library: {
      ...library,
      wildcardWithCredentials: 'refused',
      variesByItself: true,
      acceptsPatterns: true,
      allowlist: 'list',
      defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
      options: [
        { name: 'origin', part: 'origin', ...(withoutOrigin !== undefined && { absent: withoutOrigin }) },
        { name: 'methods', part: 'methods' },
        { name: 'allowedHeaders', part: 'allowedHeaders' },
        { name: 'headers', part: 'allowedHeaders' },
        { name: 'exposedHeaders', part: 'exposedHeaders' },
        { name: 'credentials', part: 'credentials' },
        { name: 'maxAge', part: 'maxAge' },
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
    bare: { other: 'defaults' },
    delegate: 'callback',
    answersPreflights: true,
  }
}
