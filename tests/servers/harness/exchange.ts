import { answerOf, type PageRequest } from '../../../src/exchange/answer.ts'
import { decisionOf, type Decision } from '../../../src/exchange/decision.ts'
import type { Policy } from '../../../src/policy.ts'
import { SENDERS, type Answer, type Probes } from './probe.ts'

/** The pages whose requests are compared. */
const PAGES = ['stranger', 'opaque', 'listed'] as const

/** How an exchange that is worked out from the code compares with what the server was observed answering. */
export interface Comparison {
  /** Where they differ, in sentences. */
  readonly differences: readonly string[]
  /** Of how many requests the outcome was worked out. */
  readonly told: number
}

/**
 * Compares what the only policy of a file is worked out to answer with what the server answered, to each page, with
 * cookies and without. Files with several policies are not compared.
 */
export function compareExchange(policies: readonly Policy[], { get }: Probes): Comparison {
  const [policy, other] = policies
  if (!policy || other) return { differences: [], told: 0 }
  const requests = PAGES.flatMap((page) => [false, true].map((hasCookies) => ({ page, hasCookies })))
  const compared = requests.map(({ page, hasCookies }) => {
    const request: PageRequest = { origin: SENDERS[page], hasCookies }
    const worked = decisionOf(answerOf(policy, request, {}), request)
    const seen = decisionOf(observed(get[page]), request)
    const isSame =
      worked.outcome === 'unknown' ||
      (process.env.STRICT ? show(worked) === show(seen) : worked.outcome === seen.outcome)
    const cookies = hasCookies ? 'with' : 'without'
    return {
      isTold: worked.outcome !== 'unknown',
      difference: isSame ? undefined : `${request.origin} ${cookies} cookies: ${show(worked)}, observed ${show(seen)}`,
    }
  })
  return {
    differences: compared.flatMap(({ difference }) => difference ?? []),
    told: compared.filter(({ isTold }) => isTold).length,
  }
}

function observed({ status, allowOrigin, allowCredentials, vary }: Answer): ReturnType<typeof answerOf> {
  return {
    allowOrigin: allowOrigin.length === 0 ? null : allowOrigin.join(', '),
    allowCredentials: allowCredentials.length === 0 ? null : allowCredentials.join(', '),
    variesByOrigin: vary.join(',').toLowerCase().includes('origin'),
    isForOthers: false,
    hasFailed: typeof status !== 'number',
  }
}

function show(decision: Decision): string {
  return decision.outcome === 'refused' ? `refused (${decision.reason})` : decision.outcome
}
