import type { Application, Handler, Mount, Registration } from '../applications/model.ts'
import { isBefore } from '../applications/order.ts'
import { covers, isEverything } from '../applications/paths.ts'
import { isBystander } from '../applications/packages.ts'
import type { Policy } from '../policy.ts'

/** Methods that browsers ask for first (Fetch, CORS-safelisted method). */
const PREFLIGHTED = new Set(['PUT', 'PATCH', 'DELETE'])

export function isPreflighted(method: string): boolean {
  return PREFLIGHTED.has(method)
}

export type Registered = Mount & { readonly type: 'registration' }

/** The places where policies are registered, by registration. */
export class Registry {
  private readonly byRegistration = new Map<Registration, Set<Handler>>()

  constructor(policies: readonly Policy[]) {
    for (const { mounts } of policies) {
      for (const mount of mounts) {
        if (mount.type !== 'registration') continue
        const handlers = this.byRegistration.get(mount.registration)
        if (handlers) handlers.add(mount.handler)
        else this.byRegistration.set(mount.registration, new Set([mount.handler]))
      }
    }
  }

  /** Whether a registration brings a policy of its own. */
  hasPolicy(registration: Registration): boolean {
    return this.byRegistration.has(registration)
  }

  /** Whether an application has a policy anywhere in it. */
  isGoverned({ registrations }: Application, depth = 0): boolean {
    return registrations.some(
      (one) =>
        this.hasPolicy(one) ||
        one.handlers.some(({ application }) => application && depth < 4 && this.isGoverned(application, depth + 1)),
    )
  }

  /**
   * Whether a preflight for a path may be answered, with CORS headers, by what is registered on an application or on
   * those it is mounted on. True as well for whatever cannot be seen.
   */
  mayAnswer({ registrations, mounts }: Application, path: string | undefined, depth = 0): boolean {
    return (
      depth > 4 ||
      registrations.some((one) => covers(one, path) !== 'no' && this.answers(one, depth)) ||
      mounts.some((mount) => this.mayAnswer(mount.application, join(mount.path, path), depth + 1))
    )
  }

  /** Whether a preflight may be answered before it gets to what is mounted. */
  mayAnswerBefore(mount: Registration, depth = 0): boolean {
    const { application, path } = mount
    return (
      depth > 4 ||
      application.registrations.some(
        (one) => one !== mount && !isBefore(mount, one) && covers(one, path) !== 'no' && this.answers(one, depth),
      ) ||
      application.mounts.some((outer) => this.mayAnswerBefore(outer, depth + 1))
    )
  }

  private answers(registration: Registration, depth: number): boolean {
    const { method, handlers, inProduction } = registration
    if (inProduction === 'no') return false
    if (method === 'OPTIONS' || (method === 'ALL' && this.hasPolicy(registration))) return true
    return method === 'USE' && handlers.some((handler) => this.mayHandle(registration, handler, depth))
  }

  /** Whether a middleware may answer a preflight with CORS headers. */
  mayHandle(registration: Registration, handler: Handler, depth = 0): boolean {
    if (this.byRegistration.get(registration)?.has(handler) === true) return true
    if (handler.application) return this.mayAnswerInside(handler.application, depth + 1)
    if (handler.fn) return handler.mentionsCors()
    return !handler.package || !isBystander(handler.package)
  }

  private mayAnswerInside({ isShared, registrations }: Application, depth: number): boolean {
    return (
      isShared ||
      depth > 4 ||
      registrations.some((one) => (isEverything(one) ? this.answers(one, depth) : one.method === 'OPTIONS'))
    )
  }
}

function join(mount: string | undefined, path: string | undefined): string | undefined {
  if (mount === undefined || path === undefined) return undefined
  return `${mount.replace(/\/$/, '')}/${path.replace(/^\//, '')}`
}

const registries = new WeakMap<readonly Policy[], Registry>()

export function registryOf(policies: readonly Policy[]): Registry {
  let registry = registries.get(policies)
  if (!registry) registries.set(policies, (registry = new Registry(policies)))
  return registry
}
