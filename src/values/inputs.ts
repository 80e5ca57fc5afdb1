import { EITHER, UNSEEN, type Decision } from './condition.ts'
import { nameOf, roleOfParameter } from './roles.ts'
import type { ExternalValue, InputSource } from './value.ts'

const HEADERS = String.raw`(?:headers?|getheaders\(\)|rawheaders)`
const INSIDE = String.raw`(?:(?:req|request|raw|node|event|res|cf|switchtohttp\(\)|getrequest\(\))\.)*`

const ORIGIN = new RegExp(
  `^${INSIDE}(?:${HEADERS}\\.(?:get\\()?origin\\)?|(?:get|header|getheader|headers)\\(origin\\))$`,
  'i',
)
const REFERER = new RegExp(`^${INSIDE}(?:${HEADERS}\\.(?:get\\()?referr?er\\)?|(?:get|header)\\(referr?er\\))$`, 'i')
const HOST = new RegExp(
  `^${INSIDE}(?:${HEADERS}\\.(?:get\\()?(?:x-forwarded-)?(?:host|proto)\\)?|(?:get|header)\\((?:x-forwarded-)?(?:host|proto)\\)|hostname|host|protocol)$`,
  'i',
)
const QUERY = new RegExp(
  `^${INSIDE}(?:(?:query|params|body|cookies?|querystringparameters)(?:\\..+|\\(.+\\))|(?:query|param|cookie)\\(.+\\)|(?:nexturl\\.)?searchparams\\..+|url\\.searchparams\\..+)$`,
  'i',
)
/** Parts of a request that say nothing about the origin: an attacker sends whichever suits. */
const CHOSEN =
  /^(?:(?:req|request|raw|node|event)\.)*(?:method|url|path|originalurl|baseurl|httpmethod|rawpath|requestcontext|nexturl|hostname|host|ip|ips|protocol|secure|xhr|query|querystring\w*|params|body|cookies?|session|user|is\(|accepts|response\.(?:isboom|output|statuscode)|headers?\.(?:get\()?(?!origin|referr?er)[\w-]|(?:get|header)\((?!origin|referr?er))/
/** The request itself and its collections: there always, whatever is in them. */
const CONTAINER = /^(?:(?:req|request|raw|node|event)\.?)*(?:headers?|rawheaders)?$/

const TRUSTED_NAME =
  /^(?!.*(?:origins|list|hosts|domains|urls|all)).*(?:allow|trust|valid|permit|approv|whitelist|authori[sz]ed|safe|match|known|isOk)/i

/** Which part of the request an outside value is, or `undefined` when it is none. */
export function inputOf(value: ExternalValue): InputSource | undefined {
  const path = requestPath(value)
  if (path === undefined || path === '') return undefined
  if (ORIGIN.test(path)) return 'origin'
  if (REFERER.test(path)) return 'referer'
  if (HOST.test(path)) return 'host'
  if (QUERY.test(path)) return 'query'
  return undefined
}

/** Whether what a function answers is the headers of the request, all of them, or something about its method. */
export function isToldOfRequest(value: ExternalValue): boolean {
  return /^(?:headers\.?|is\(method\))$/.test(requestPath(value) ?? '')
}

/** Whether a value from outside may carry the request's origin, or a decision about it. */
export function mayCarryOrigin(value: ExternalValue): boolean {
  if (value.root.type !== 'parameter' && value.root.type !== 'request') return false
  const path = requestPath(value)
  return !CHOSEN.test(path ?? value.path.join('.').toLowerCase())
}

/** How an outside value counts in a condition. */
export function externalTruth(value: ExternalValue): Decision {
  const path = requestPath(value)
  if (path !== undefined) return CHOSEN.test(path) || CONTAINER.test(path) ? EITHER : UNSEEN
  if (value.root.type === 'parameter') return mayCarryOrigin(value) ? UNSEEN : EITHER
  if (value.path.includes('env')) return EITHER
  const name = value.path.at(-1) ?? ('name' in value.root ? value.root.name : '')
  return TRUSTED_NAME.test(name) ? UNSEEN : EITHER
}

/** Whether an outside value is the method of the request. */
export function isMethod(value: ExternalValue): boolean {
  const path = requestPath(value)
  return path !== undefined && /^(?:(?:req|request|raw|node|event)\.)*(?:method|httpmethod)$/.test(path)
}

/**
 * What only a request with credentials, or with headers of its own, has: a preflight has none of it. Other `x-` headers
 * are left out, because proxies add them to preflights as well.
 */
const SIGNED_IN =
  /^(?:(?:req|request|raw|node|event|state)\.)*(?:(?:headers?\.(?:get\()?|(?:get|header)\()(?:authorization|cookie|x-(?:api-key|auth|auth-token|access-token|session-token|csrf-token|xsrf-token|token))\)?|(?:signed)?cookies?\.(?:get\()?[\w.-]+\)?|session\.\w*(?:user|auth|logged|signed|account)\w*|(?:user|auth|isauthenticated\(\)))$/

/** Whether an outside value is missing from every preflight. */
export function isAbsentFromPreflight(value: ExternalValue): boolean {
  const path = requestPath(value)
  return path !== undefined && SIGNED_IN.test(path)
}

/** The path from the request to the value (`headers.origin`), or `undefined` when it is not part of one. */
function requestPath({ root, path }: ExternalValue): string | undefined {
  const text = path.join('.').toLowerCase()
  switch (root.type) {
    case 'parameter': {
      const role = roleOfParameter(root.fn, root.index)
      if (role === 'request' || role === 'context') return text
      if (role === 'response') return /^req\./.test(text) ? text.slice(4) : undefined
      // A parameter of unknown role: only what can hardly be anything else.
      const parameter = root.fn.params[root.index]
      if (parameter && nameOf(parameter) === 'headers') return `headers.${text}`
      return /(?:^|\.)headers?\.(?:get\()?(?:origin|referr?er)\)?$/.test(text)
        ? text.replace(/^.*?(?=headers?\.)/, '')
        : undefined
    }
    case 'request':
      return text
    case 'import':
      return root.module === 'next/headers' && root.name === 'headers'
        ? text.replace(/^\(\)\.?/, 'headers.')
        : importedHeader(root, text)
    case 'global':
      return eventHeader(root.name, text)
    case 'self':
      return /(?:^|\.)(?:req|request)\./.test(text) ? text.replace(/^.*?(?:req|request)\./, '') : undefined
  }
}

function importedHeader(root: { readonly module: string; readonly name: string }, text: string): string | undefined {
  return /^(?:h3|nitro|nitropack|#imports)(?:\/|$)/.test(root.module) ? eventHeader(root.name, text) : undefined
}

/**
 * h3's `getHeader(event, 'origin')` and `getHeaders(event).origin`, which Nuxt imports by itself: `headers.origin`;
 * and what it says about the method.
 */
function eventHeader(name: string, text: string): string | undefined {
  if (/^is(?:PreflightRequest|Method)$/.test(name) && /^\([^.]*\)$/.test(text)) return 'is(method)'
  if (/^(?:getHeader|getRequestHeader)$/.test(name)) return `headers.${text.replace(/^\(|\)$/g, '')}`
  return /^(?:getHeaders|getRequestHeaders)$/.test(name) ? `headers.${text.replace(/^\(\)\.?/, '')}` : undefined
}
