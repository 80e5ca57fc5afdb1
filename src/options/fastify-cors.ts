import type { Library } from '../policy.ts'
import type { OptionLibraryData } from '../semantics.ts'

/** `@fastify/cors` 11.4.3, as observed: also for the libraries that hand their options on to it. */
export function handedToFastifyCors(
  library: Pick<Library, 'id' | 'version' | 'label'>,
): Pick<OptionLibraryData, 'library' | 'origin' | 'credentials' | 'bare' | 'answersPreflights'> {
  return {
    library: {
      ...library,
      wildcardWithCredentials: 'refused',
      variesByItself: true,
      reachesEarlierRoutes: true,
      acceptsPatterns: true,
      allowlist: 'list',
      defaultMethods: ['GET', 'HEAD', 'POST'],
      options: [
        { name: 'origin', part: 'origin' },
        { name: 'methods', part: 'methods' },
        { name: 'allowedHeaders', part: 'allowedHeaders' },
        { name: 'exposedHeaders', part: 'exposedHeaders' },
        { name: 'credentials', part: 'credentials' },
        { name: 'maxAge', part: 'maxAge' },
        { name: 'preflightContinue', part: undefined, absent: 'preflights end here' },
        { name: 'optionsSuccessStatus', part: undefined, absent: 'preflights are answered with 204' },
        { name: 'hook', part: undefined, absent: 'the headers are set when a request comes in' },
        { name: 'preflight', part: undefined, absent: 'preflights are answered' },
        { name: 'strictPreflight', part: undefined, absent: 'preflights without their headers fail' },
        { name: 'cacheControl', part: undefined, absent: 'preflights say nothing about shared caches' },
        { name: 'hideOptionsRoute', part: undefined, absent: 'the route for preflights is left out of documentation' },
        { name: 'logLevel', part: undefined, absent: 'preflights are logged like other requests' },
        { name: 'delegator', part: undefined, absent: 'every request gets the same options' },
      ],
    },
    origin: {
      absent: 'anyone',
      undefined: 'fails',
      null: 'fails',
      empty: 'fails',
      false: 'none',
      true: 'echo',
      star: 'anyone',
      text: 'origin',
      list: 'compared',
      emptyList: 'none',
      starInList: 'anyone',
      regexp: 'tested',
      restartsPatterns: true,
      other: 'echo',
      function: { asks: 'origin', answers: 'callback', promise: 'awaited', success: 'null' },
    },
    credentials: { absent: false, on: 'truthy' },
    bare: { other: 'defaults' },
    answersPreflights: true,
  }
}
