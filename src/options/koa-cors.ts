import type { Library } from '../policy.ts'
import type { OptionLibraryData } from '../semantics.ts'

/** What all libraries have in common that hand their options on to `@koa/cors`. */
type HandedToKoaCors = Pick<OptionLibraryData, 'library' | 'origin' | 'credentials' | 'bare' | 'answersPreflights'>

/**
 * `@koa/cors` 5.0.0, as observed: also for the libraries that hand their options on to it.
 *
 * @param withoutOrigin what happens without `origin`, where such a library decides that itself.
 */
export function handedToKoaCors(
  library: Pick<Library, 'id' | 'version' | 'label' | 'echoedBefore'>,
  withoutOrigin?: string,
): HandedToKoaCors {
  return {
    library: {
      ...library,
      wildcardWithCredentials: 'echoed',
      variesByItself: true,
      acceptsPatterns: false,
      allowlist: { code: "(ctx) => (LIST.includes(ctx.get('Origin')) ? ctx.get('Origin') : '')" },
      defaultMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH'],
      options: [
        { name: 'origin', part: 'origin', ...(withoutOrigin !== undefined && { absent: withoutOrigin }) },
        { name: 'allowMethods', part: 'methods' },
        { name: 'allowHeaders', part: 'allowedHeaders' },
        { name: 'exposeHeaders', part: 'exposedHeaders' },
        { name: 'credentials', part: 'credentials' },
        { name: 'maxAge', part: 'maxAge' },
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
      function: { asks: 'request', answers: 'header', star: 'option', promise: 'awaited' },
    },
    credentials: { absent: false, on: 'truthy', isAsked: true },
    bare: { other: 'defaults' },
    answersPreflights: true,
  }
}
