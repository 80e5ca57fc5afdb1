import type { SourceCode } from 'eslint'

import { exchange } from '../../../src/exchange/exchange.ts'
import { recordOf } from '../../../src/inventory/record.ts'
import type { Policy } from '../../../src/policy.ts'
import type { Source } from '../../../src/policies.ts'
import { SENDERS, type Probes } from './probe.ts'

const ASKING = ['stranger', 'opaque', 'listed'] as const

/** What the exchange model says about a server, held against what the server was observed answering. */
export interface Comparison {
  /** How many origins it gives an answer for. */
  readonly answered: number
  readonly disagreements: readonly string[]
}

/**
 * Compares what the only policy of a file is said to answer to a stranger, to `null` and to a listed origin with the
 * answers of the server. Nothing is compared where a file has several policies: they are not told apart.
 */
export function compareExchanges(policies: readonly Policy[], source: Source, { get }: Probes): Comparison {
  const [policy, other] = policies
  if (!policy || other) return { answered: 0, disagreements: [] }
  // The same object: ESLint and typescript-eslint describe it with different types.
  const record = recordOf(
    policy,
    source as unknown as SourceCode,
    ASKING.map((sender) => SENDERS[sender]),
  )
  const disagreements: string[] = []
  let answered = 0
  for (const sender of ASKING) {
    const origin = SENDERS[sender]
    const { response, isConditional } = exchange(record, { origin, withCookies: true })
    const { allowOrigin, allowCredentials } = response
    const seen = get[sender].allowOrigin.join(', ')
    if (allowOrigin.state === 'unknown' || isConditional) continue
    answered++
    const expected = allowOrigin.state === 'sent' ? allowOrigin.text : ''
    const isRight = allowOrigin.state === 'other' ? seen !== origin && seen !== '*' : seen === expected
    if (!isRight) disagreements.push(`${origin} is answered ${seen || 'nothing'}, not ${expected || allowOrigin.state}`)
    // Beside `*`, it makes no difference to browsers: with cookies they refuse, without they do not look at it.
    else if (allowOrigin.state === 'sent' && expected !== '*' && allowCredentials.state !== 'unknown') {
      const credentials = get[sender].allowCredentials.join(', ')
      const said = allowCredentials.state === 'sent' ? 'true' : ''
      if ((credentials === 'true' ? 'true' : '') !== said)
        disagreements.push(`${origin} gets the credentials "${credentials}", not "${said}"`)
    }
  }
  return { answered, disagreements }
}
