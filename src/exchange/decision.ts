import type { Answer, PageRequest } from './answer.ts'

/** What a browser does with an answer: it lets the page read it, or refuses for a reason; or that cannot be told. */
export type Decision =
  | { readonly outcome: 'read' }
  | { readonly outcome: 'refused'; readonly reason: Reason }
  | { readonly outcome: 'unknown' }

/**
 * Why a browser refuses:
 *
 * - `failed`: the server answers with an error, or not at all;
 * - `missing`: there is no `Access-Control-Allow-Origin`;
 * - `wildcard`: it is `*`, and cookies went along;
 * - `others`: other origins are let in, and not this one;
 * - `mismatch`: it is something else than the origin of the page;
 * - `credentials`: cookies went along, and `Access-Control-Allow-Credentials` is not `true`.
 */
export type Reason = 'failed' | 'missing' | 'others' | 'wildcard' | 'mismatch' | 'credentials'

/** The CORS check (Fetch, 4.10). */
export function decisionOf(answer: Answer, { origin, hasCookies }: PageRequest): Decision {
  const { allowOrigin, allowCredentials, isForOthers, hasFailed } = answer
  if (hasFailed) return refused('failed')
  if (isForOthers) return refused('others')
  if (allowOrigin === undefined) return { outcome: 'unknown' }
  if (allowOrigin === null) return refused('missing')
  if (allowOrigin === '*') return hasCookies ? refused('wildcard') : { outcome: 'read' }
  if (allowOrigin !== origin) return refused('mismatch')
  if (!hasCookies || allowCredentials === 'true') return { outcome: 'read' }
  return allowCredentials === undefined ? { outcome: 'unknown' } : refused('credentials')
}

function refused(reason: Reason): Decision {
  return { outcome: 'refused', reason }
}
