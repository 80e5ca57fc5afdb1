import type { Fact, Policy } from '../policy.ts'

/** What is wrong with a value for credentials. */
export type CredentialsDefect =
  /** The header goes out with a value that browsers do not accept. */
  | 'refused'
  /** The library does not count the value, and sends no header. */
  | 'ignored'
  /** The header says `false`, which is the same as not to send it. */
  | 'idle'

/** Values that are meant to say no. */
const NEGATIVE = /^(?:|0|false|no|none|null|off|undefined)$/i

/** The defects of what a policy says about credentials. */
export function* faultyCredentials(policy: Policy): Iterable<{ defect: CredentialsDefect; fact: Fact<boolean> }> {
  // Where some values are right, the others are the way to say no.
  const isIdle = policy.credentials.length > 0 && policy.credentials.every(isFalse)
  for (const fact of policy.credentials) {
    if (fact.environment === 'development') continue
    const { sent, written } = fact
    if (sent === null) {
      if (!NEGATIVE.test(String(written))) yield { defect: 'ignored', fact }
    } else if (sent !== undefined && sent !== 'true') {
      if (!NEGATIVE.test(sent)) yield { defect: 'refused', fact }
      else if (isIdle) yield { defect: 'idle', fact }
    }
  }
}

function isFalse({ sent }: Fact<boolean>): boolean {
  return sent?.toLowerCase() === 'false'
}
