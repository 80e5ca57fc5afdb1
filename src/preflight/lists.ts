import { PREFLIGHT } from '../applications/handlers.ts'
import { isBefore } from '../applications/order.ts'
import { covers } from '../applications/paths.ts'
import type { Application, Registration } from '../applications/model.ts'
import type { Part, Policy } from '../policy.ts'
import type { Node } from '../values/value.ts'
import { isPreflighted, registryOf, type Registered, type Registry } from './registry.ts'
import { takesOnlyJson } from './unanswered.ts'
import { parsesJson } from '../applications/packages.ts'

/** Something that routes under a policy need and that its list leaves out. */
export interface Omission {
  readonly kind: 'methods' | 'headers'
  readonly node: Node
  /** The expression of the list. */
  readonly list: Node | undefined
  /** The methods or header names that are left out. */
  readonly missing: readonly string[]
  /** The first route that needs them. */
  readonly route: Registration
}

/** Routes that other servers call, not browsers. */
const NOT_FOR_BROWSERS = /hook|internal|callback|cron|metrics/i

/** What the lists of a policy leave out, of that which the routes behind it need. */
export function* omissionsOf(policy: Policy, policies: readonly Policy[]): Iterable<Omission> {
  const registry = registryOf(policies)
  for (const mount of policy.mounts) {
    if (mount.type !== 'registration' || !isAlone(mount, registry)) continue
    const routes = routesBehind(mount.registration, registry)
    const methods = listOf(policy, policy.methods)
    if (methods) yield* missingMethods(methods, routes)
    const headers = listOf(policy, policy.allowedHeaders)
    if (headers)
      yield* missingContentType(headers, routes, mount.registration.application, listOf(policy, policy.methods))
  }
}

/** Whether a policy answers the preflights of its application, and no other does. */
function isAlone({ registration }: Registered, registry: Registry): boolean {
  const { application, method, inProduction } = registration
  if (method !== 'USE' || inProduction !== 'yes' || !application.isCreatedHere || application.isShared) return false
  return application.registrations.every(
    (one) =>
      one === registration ||
      (one.method !== 'USE' && one.method !== 'OPTIONS' && one.method !== 'ALL') ||
      (one.method === 'USE'
        ? one.handlers.every((handler) => handler.application ?? !registry.mayHandle(one, handler)) ||
          isBefore(registration, one)
        : isBefore(registration, one)),
  )
}

/** The routes that certainly stand behind a middleware and have no policy of their own. */
function routesBehind(front: Registration, registry: Registry): readonly Registration[] {
  return front.application.registrations.flatMap((one) => {
    if (!isBefore(front, one) || covers(front, one.path) !== 'yes' || one.inProduction !== 'yes') return []
    if (registry.hasPolicy(one)) return []
    if (one.method !== 'USE') return [one]
    return one.handlers.flatMap(({ application }) => (application ? routesIn(application, registry) : []))
  })
}

function routesIn(router: Application, registry: Registry): readonly Registration[] {
  if (registry.isGoverned(router)) return []
  return router.registrations.filter(({ method, inProduction }) => method !== 'USE' && inProduction === 'yes')
}

interface List {
  readonly names: readonly string[]
  readonly node: Node
  /** Its expression. */
  readonly list: Node | undefined
}

/** The only list that a part has in the answer to a preflight; none where it cannot be seen or allows everything. */
function listOf(policy: Policy, part: Part<readonly string[]>): List | undefined {
  const possible = part.filter((fact) => policy.happens(fact, PREFLIGHT) !== 'no')
  const [only, another] = possible
  if (!only?.value || another) return undefined
  // A library was given one list or several; headers written by hand stand behind the check of the origin.
  if (policy.form.type === 'options' && policy.happens(only, PREFLIGHT) !== 'yes') return undefined
  return only.value.includes('*') || only.value.join('') === ''
    ? undefined
    : { names: only.value, node: only.node, list: expressionOf(policy, only.node) }
}

function expressionOf({ form }: Policy, node: Node): Node | undefined {
  if (form.type === 'headers') return form.writes.find((write) => write.node === node)?.value
  if (node.type === 'Property') return node.value
  return node.type === 'AssignmentExpression' ? node.right : undefined
}

/** A list for reading only is taken for what it says: other sites may not write. */
function* missingMethods({ names, node, list }: List, routes: readonly Registration[]): Iterable<Omission> {
  const allowed = new Set(names.map((name) => name.toUpperCase()))
  if (![...allowed].some((name) => name === 'POST' || isPreflighted(name))) return
  const needing = routes.filter(
    ({ method, path }) => isPreflighted(method) && !allowed.has(method) && !NOT_FOR_BROWSERS.test(path ?? ''),
  )
  const [route] = needing
  if (route) yield { kind: 'methods', node, list, missing: [...new Set(needing.map(({ method }) => method))], route }
}

function* missingContentType(
  { names, node, list }: List,
  routes: readonly Registration[],
  application: Application,
  methods: List | undefined,
): Iterable<Omission> {
  if (names.some((name) => name.toLowerCase() === 'content-type')) return
  const parsers = application.registrations.flatMap(({ handlers }) => handlers)
  if (!parsers.some((handler) => handler.package && parsesJson(handler.package))) return
  const isOnlyJson = takesOnlyJson(application)
  const route = routes.find(({ method, path }) => {
    if (methods && !methods.names.some((name) => name.toUpperCase() === method)) return false
    if (NOT_FOR_BROWSERS.test(path ?? '')) return false
    return method === 'PUT' || method === 'PATCH' || (method === 'POST' && isOnlyJson)
  })
  if (route) yield { kind: 'headers', node, list, missing: ['Content-Type'], route }
}
