import { PREFLIGHT } from '../applications/handlers.ts'
import { isWhollySeen } from '../applications/order.ts'
import { parsesJson, parsesForms } from '../applications/packages.ts'
import type { Application, Mount } from '../applications/model.ts'
import type { Policy } from '../policy.ts'
import { isPreflighted, registryOf, type Registered } from './registry.ts'

/** A policy that only the request itself would meet: nothing answers the preflight that comes first. */
export interface Unanswered {
  readonly mount: Mount
  readonly method: string
  /** Of a route; `undefined` for a module of handlers, or where it cannot be seen. */
  readonly path: string | undefined
}

/** The routes of a policy whose preflights nobody answers with CORS headers. */
export function* unansweredBy(policy: Policy, policies: readonly Policy[]): Iterable<Unanswered> {
  if (policy.reply && !policy.reply.emissions.some((one) => mayHappen(policy, one))) return
  for (const mount of policy.mounts) {
    if (mount.type === 'registration') {
      if (isUnanswered(mount, policies))
        yield { mount, method: mount.registration.method, path: mount.registration.path }
    } else {
      const { method, methods, readsJson } = mount.handler
      const isAnswered = !methods || ['OPTIONS', 'ALL', 'fallback'].some((name) => methods.has(name))
      if (!isAnswered && (isPreflighted(method) || (method === 'POST' && readsJson)))
        yield { mount, method, path: undefined }
    }
  }
}

function mayHappen(policy: Policy, one: Parameters<Policy['happens']>[0]): boolean {
  return policy.happens(one, { environment: 'production' }) !== 'no'
}

function isUnanswered({ registration }: Registered, policies: readonly Policy[]): boolean {
  const { application, method, path, inProduction } = registration
  if (inProduction !== 'yes' || !isWhollySeen(application)) return false
  if (!isPreflighted(method) && !(method === 'POST' && takesOnlyJson(application))) return false
  return !registryOf(policies).mayAnswer(application, path)
}

/** Whether the bodies that an application reads are JSON, which browsers ask for first. */
export function takesOnlyJson({ registrations }: Application): boolean {
  const parsers = registrations.flatMap(({ handlers, inProduction }) => (inProduction === 'no' ? [] : handlers))
  const packages = parsers.flatMap((handler) => handler.package ?? [])
  return packages.some(parsesJson) && !packages.some(parsesForms)
}

/** Whether a policy speaks in the answer to a preflight. */
export function mayMeetPreflights(policy: Policy): boolean {
  const isOnRoute = policy.mounts.some((mount) =>
    mount.type === 'export'
      ? !['OPTIONS', 'ALL', 'fallback'].includes(mount.handler.method)
      : !['USE', 'ALL', 'OPTIONS'].includes(mount.registration.method),
  )
  if (isOnRoute) return false
  return !policy.reply || policy.reply.emissions.some((one) => policy.happens(one, PREFLIGHT) !== 'no')
}
