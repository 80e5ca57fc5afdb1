import type { Registration } from './model.ts'

/** `/`, `*`, `/*`, `(.*)`, `/*splat`, `/{*splat}`: every path there is. */
const EVERYTHING = /^\/?(?:\*\w*|\(\.\*\)|\{\*\w+\}|:\w+\*)?$/
const PATTERN = /[:*?+(){}[\]\\]/

/**
 * Whether the requests for `path` go through a registration.
 *
 * @param path as it is registered; `undefined` when it cannot be seen.
 * @returns `perhaps` where a pattern or an unseen path decides.
 */
export function covers(
  { method, path: own }: Pick<Registration, 'method' | 'path'>,
  path: string | undefined,
): 'yes' | 'no' | 'perhaps' {
  if (own === undefined) return 'perhaps'
  const isPrefix = method === 'USE'
  if (EVERYTHING.test(own) && (isPrefix || own !== '/')) return 'yes'
  if (path === undefined) return 'perhaps'
  const [outer, inner] = [trim(own), trim(path)]
  if (outer === inner) return 'yes'
  const prefix = outer.replace(/\/(?:\*\w*|\{\*\w+\}|\(\.\*\))$/, '')
  if ((isPrefix || prefix !== outer) && !PATTERN.test(prefix) && `${inner}/`.startsWith(`${prefix}/`)) return 'yes'
  return PATTERN.test(outer) || PATTERN.test(inner) ? 'perhaps' : 'no'
}

/** Whether some request goes through both: `no` only where the paths exclude each other. */
export function overlap(one: Registration, other: Registration): boolean {
  return covers(one, other.path) !== 'no' || covers(other, one.path) !== 'no'
}

export function isEverything({ method, path }: Registration): boolean {
  return path !== undefined && EVERYTHING.test(path) && (method === 'USE' || path !== '/')
}

function trim(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path
}
