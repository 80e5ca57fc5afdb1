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

/** How often routers that are mounted on one another are followed. */
const MAX_NESTING = 8

/**
 * The whole paths at which a registration answers: one for each place where its router is mounted.
 *
 * @returns `undefined` in place of a path of which a part cannot be seen. The path of a router that is mounted in
 * another file starts at that router.
 */
export function pathsOf({ application, path }: Registration, depth = 0): readonly (string | undefined)[] {
  if (application.mounts.length === 0 || depth > MAX_NESTING) return [path]
  return application.mounts
    .flatMap((mount) => pathsOf(mount, depth + 1))
    .map((prefix) =>
      prefix === undefined || path === undefined ? undefined : trim(`${prefix}/${path}`.replace(/\/+/g, '/')),
    )
}

export function isEverything({ method, path }: Registration): boolean {
  return path !== undefined && EVERYTHING.test(path) && (method === 'USE' || path !== '/')
}

function trim(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path
}
