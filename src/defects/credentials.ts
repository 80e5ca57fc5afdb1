import type { Fact, Policy } from '../policy.ts'

/** What is wrong with a value for credentials. */
export type CredentialsDefect =
  /** The header goes out with a value that browsers do not accept. */
  | 'refused'
  /** The library does not count the value, and sends no header. */
  | 'ignored'
  /** The header says `false`, which is the same as not to send it. */
  | 'idle'

const ALLOW_CREDENTIALS = 'access-control-allow-credentials'

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

/** Whether a policy writes its credentials once, and nothing in the file allows any: there is nothing to take back. */
export function isAlone({ form, grants }: Policy, policies: readonly Policy[]): boolean {
  const writes = form.type === 'headers' ? form.writes.filter(({ name }) => name === ALLOW_CREDENTIALS) : []
  return (
    new Set(writes.map(({ node }) => node)).size === 1 &&
    grants.length > 0 &&
    policies.every(({ credentials }) =>
      credentials.every(({ sent }) => sent === null || sent?.toLowerCase() === 'false'),
    )
  )
}
