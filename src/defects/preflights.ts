import type { Mount } from '../applications/model.ts'
import type { Policy } from '../policy.ts'

/**
 * Whether browsers ask a policy before they send a request (Fetch, "CORS-preflight fetch").
 *
 * `unanswered`: it is put to work for other methods than `OPTIONS` only, so what it says about methods, request
 * headers and times never reaches a preflight.
 */
export function preflightsOf(policy: Policy): 'answered' | 'unanswered' | 'unknown' {
  if (policy.mounts.length > 0 && policy.mounts.every(isForOneMethod)) return 'unanswered'
  if (policy.preflightContinues.some(({ value }) => value !== false)) return 'unknown'
  if (policy.form.type === 'options') return 'answered'
  // Only the answer to a preflight needs to say which methods and headers are allowed.
  const isAnswer = policy.form.writes.some(({ name }) => /^access-control-allow-(?:methods|headers)$/.test(name))
  return isAnswer ? 'answered' : 'unknown'
}

/** `app.get('/path', cors(), handler)`, `export function GET()` */
function isForOneMethod(mount: Mount): boolean {
  const method = mount.type === 'export' ? mount.handler.method : mount.registration.method
  return /^(?:GET|HEAD|POST|PUT|PATCH|DELETE)$/.test(method)
}
