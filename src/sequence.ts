import { isBefore, isComplete, isOrdered, isWhollySeen } from './applications/order.ts'
import { covers, overlap } from './applications/paths.ts'
import { isBystander } from './applications/packages.ts'
import type { Application, Handler, Mount, Registration } from './applications/model.ts'
import type { Policy } from './policy.ts'
import { registryOf, type Registry } from './preflight/registry.ts'

/** A module of the same project, by its path or by an alias. */
const OF_PROJECT = /^(?:\.{1,2}\/|[@~#]\/|#)/

/**
 * The first route that a policy comes too late for, where it comes too late for all: nothing is registered after it
 * that it could serve.
 */
export function missedRoute(mount: Mount, policies: readonly Policy[]): Registration | undefined {
  if (mount.type !== 'registration') return undefined
  const { registration, handler } = mount
  const { application, method, inProduction } = registration
  if (method !== 'USE' || inProduction !== 'yes' || !isComplete(application)) return undefined
  if (handler.isForErrors || !handler.passesOn()) return undefined
  // Comparing paths costs more: most policies come before all routes.
  const isAfterRoute = routesOf(application).some((one) => isBefore(one, registration))
  if (!isAfterRoute) return undefined
  const registry = registryOf(policies)
  if (application.mounts.some((mount) => registry.mayAnswerBefore(mount))) return undefined
  const others = application.registrations.filter((one) => one !== registration && overlap(one, registration))
  const earlier = others.filter((one) => isBefore(one, registration))
  if (earlier.some((one) => !isRoute(one) && bringsPolicy(one, registry))) return undefined
  const isServedLater = others.some((one) => !earlier.includes(one) && one.inProduction !== 'no' && isServing(one))
  if (isServedLater) return undefined
  return earlier.find(
    (one) =>
      isRoute(one) &&
      one.inProduction === 'yes' &&
      covers(registration, one.path) === 'yes' &&
      !bringsPolicy(one, registry),
  )
}

/** A registration that brings a policy itself, or mounts a router that has one. */
function bringsPolicy(registration: Registration, registry: Registry): boolean {
  return (
    registry.hasPolicy(registration) ||
    registration.handlers.some(({ application }) => application && registry.isGoverned(application))
  )
}

/** A route of its own, a router of this file, or what the project mounts on a path. */
function isRoute({ method, path, handlers }: Registration): boolean {
  if (method !== 'USE') return method !== 'OPTIONS'
  return handlers.some(
    (handler) =>
      (handler.application?.registrations.length ?? 0) > 0 ||
      (path !== '/' && handler.package !== undefined && OF_PROJECT.test(handler.package.module)),
  )
}

const routes = new WeakMap<Application, readonly Registration[]>()

function routesOf(application: Application): readonly Registration[] {
  const known = routes.get(application) ?? application.registrations.filter(isRoute)
  routes.set(application, known)
  return known
}

/** Whether requests may end there: everything but middleware that is known to let them through. */
function isServing({ method, handlers }: Registration): boolean {
  if (method === 'OPTIONS') return false
  return handlers.some((handler) => {
    if (handler.isForErrors || (method === 'USE' && handler.refusal() !== undefined)) return false
    return (
      !handler.package || !isBystander(handler.package) || /static/.test(handler.package.name + handler.package.module)
    )
  })
}

/** A middleware in front of a policy that turns preflights away, and the status it does so with. */
export interface Refusal {
  readonly registration: Registration
  readonly handler: Handler
  readonly status: number
}

/** The middleware that refuses every preflight before a policy can answer it. */
export function refusedBefore(mount: Mount, policies: readonly Policy[]): Refusal | undefined {
  if (mount.type !== 'registration') return undefined
  const { registration } = mount
  const { application, method, inProduction } = registration
  if ((method !== 'USE' && method !== 'ALL' && method !== 'OPTIONS') || inProduction !== 'yes') return undefined
  const isSeen = application.kind === 'application' ? application.isCreatedHere : isWhollySeen(application)
  if (!isSeen || application.isShared) return undefined
  const registry = registryOf(policies)
  if (application.mounts.some((mount) => registry.mayAnswerBefore(mount))) return undefined
  for (const one of application.registrations) {
    if (one !== registration && !isOrdered(one, registration)) continue
    if (one !== registration && !isBefore(one, registration)) break
    if (one.method !== 'USE' && one.method !== 'ALL' && one.method !== 'OPTIONS') continue
    for (const handler of one.handlers) {
      if (handler === mount.handler) return undefined
      const status = handler.isForErrors ? undefined : handler.refusal()
      if (status !== undefined && one.inProduction === 'yes' && covers(one, registration.path) === 'yes')
        return { registration: one, handler, status }
      if (one.method !== 'USE' || registry.mayHandle(one, handler)) return undefined
    }
  }
  return undefined
}
