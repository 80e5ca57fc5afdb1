/** A reason for which Chromium keeps a response from a script. */
export interface Message {
  /** Its name in the developer tools. */
  readonly code: string
  /** What the console says behind "has been blocked by CORS policy: ". */
  readonly text: string
}

/** What the console of a page says in full. Every table asks for the same address. */
export function lineOf(origin: string, { text }: Message): string {
  return `Access to fetch at 'https://api.example.com/' from origin '${origin}' has been blocked by CORS policy: ${text}`
}

/** No `Access-Control-Allow-Origin`. */
export const MISSING: Message = {
  code: 'MissingAllowOriginHeader',
  text: "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
}

/** `*`, and cookies were to go along. */
export const WILDCARD: Message = {
  code: 'WildcardOriginNotAllowed',
  text: "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
}

const REMEDY = 'Have the server send the header with a valid value.'

/** Another origin than that of the page. */
export function mismatch(value: string): Message {
  return {
    code: 'AllowOriginMismatch',
    text: `The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin. ${REMEDY}`,
  }
}

/** No origin at all. */
export function invalid(value: string): Message {
  return {
    code: 'InvalidAllowOriginValue',
    text: `The 'Access-Control-Allow-Origin' header contains the invalid value '${value}'. ${REMEDY}`,
  }
}

/** Several origins. */
export function multiple(value: string): Message {
  return {
    code: 'MultipleAllowOriginValues',
    text: `The 'Access-Control-Allow-Origin' header contains multiple values '${value}', but only one is allowed. ${REMEDY}`,
  }
}

/** `Access-Control-Allow-Credentials` is not `true`. */
export function credentials(value: string): Message {
  return {
    code: 'InvalidAllowCredentials',
    text: `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`,
  }
}

/** The same about the answer to a preflight. */
export function preflight({ code, text }: Message): Message {
  return { code: `Preflight${code}`, text: `${ANSWER}: ${text}` }
}

const ANSWER = "Response to preflight request doesn't pass access control check"

/** A preflight with an error for an answer. */
export const STATUS: Message = { code: 'PreflightInvalidStatus', text: `${ANSWER}: It does not have HTTP ok status.` }

/** A preflight that is sent elsewhere. */
export const REDIRECT: Message = {
  code: 'PreflightDisallowedRedirect',
  text: `${ANSWER}: Redirect is not allowed for a preflight request.`,
}

/** A method that is not listed. */
export function method(name: string): Message {
  return {
    code: 'MethodDisallowedByPreflightResponse',
    text: `Method ${name} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  }
}

/** A header that is not listed. */
export function header(name: string): Message {
  return {
    code: 'HeaderDisallowedByPreflightResponse',
    text: `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  }
}

/** Methods that are no list. */
export const METHODS: Message = {
  code: 'InvalidAllowMethodsPreflightResponse',
  text: 'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
}

/** Headers that are no list. */
export const HEADERS: Message = {
  code: 'InvalidAllowHeadersPreflightResponse',
  text: 'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
}
