/** A method or a field name (RFC 9110, section 5.6.2 "Tokens"). */
const TOKEN = /^[!#$%&'*+\-.^`|~\w]+$/

/** Methods that clients send as they are written here, and whose other spellings therefore match nothing. */
const LISTED_METHODS = new Set(['DELETE', 'PATCH', 'PUT'])

/** Fetch, "forbidden method"; compared without regard to case. */
const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** Fetch, "forbidden request-header": no script can send them. */
const FORBIDDEN_REQUEST_HEADERS = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

/** Response headers of the CORS protocol, which no request carries. */
const CORS_RESPONSE_HEADER = /^access-control-(?:allow-(?:origin|credentials|methods|headers)|expose-headers|max-age)$/

/** Fetch, "forbidden response-header name": no script can read them. */
const FORBIDDEN_RESPONSE_HEADERS = new Set(['set-cookie', 'set-cookie2'])

/** Fetch, "CORS-safelisted response-header name": every script can read them. */
const SAFELISTED_RESPONSE_HEADERS = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])

/** Whether browsers can read an entry of a comma list of methods or header names. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/**
 * The spelling under which a client sends a method, where another one is listed. Fetch ("normalize a method") turns
 * `delete` and `put` of a script into capitals, but not `patch`, and servers know only `PATCH`. A list is compared
 * as it is written. `GET`, `HEAD` and `POST` need no listing, so their spelling has no effect.
 *
 * @returns `undefined` where the spelling is right or does not matter.
 */
export function sentSpelling(method: string): string | undefined {
  const upper = method.toUpperCase()
  return method !== upper && LISTED_METHODS.has(upper) ? upper : undefined
}

export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN_METHODS.has(method.toUpperCase())
}

export function isForbiddenRequestHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return FORBIDDEN_REQUEST_HEADERS.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')
}

export function isForbiddenResponseHeader(name: string): boolean {
  return FORBIDDEN_RESPONSE_HEADERS.has(name.toLowerCase())
}

export function isSafelistedResponseHeader(name: string): boolean {
  return SAFELISTED_RESPONSE_HEADERS.has(name.toLowerCase())
}

export function isCorsResponseHeader(name: string): boolean {
  return CORS_RESPONSE_HEADER.test(name.toLowerCase())
}

/** The names that a text was probably meant to list; `undefined` where that cannot be told. */
export function meantNames(text: string, areMethods: boolean): readonly string[] | undefined {
  // What stands around the names, and what takes the place of the commas. A header name may have lost its hyphen.
  const separator = areMethods ? /[\s,;|/&+]+/ : /[,;|]+/
  const names = text
    .replaceAll(/[[\](){}"']/g, '')
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length > 0 && names.every(isToken) ? names : undefined
}
