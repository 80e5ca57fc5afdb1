import type { Policy } from '../../src/policy.ts'
import { LISTED, STRANGER } from './model.ts'

/** Origins of strangers, some of which look like one that code lists. */
const STRANGERS = [
  STRANGER,
  'null',
  'https://app.example.com.evil.example',
  'https://evilapp.example.com',
  'https://evilexample.com',
  'https://appxexample.com',
  'https://app.example.co',
  'http://app.example.com',
]

/**
 * What is wider after an edit than before, in sentences; nothing for an edit that narrows. Somebody who comes in anew
 * has to be on the user's list, and whoever comes in may do no more than before.
 *
 * @param list the origins that the user lists.
 */
export function widened(before: readonly Policy[], after: readonly Policy[], list: readonly string[]): string[] {
  const newcomers = STRANGERS.filter(
    (origin) => !list.includes(origin) && admits(after, origin) && !admits(before, origin),
  )
  const [had, has] = [before, after].map((policies) => policies.some(({ credentials }) => credentials.some(isOn)))
  return [
    ...newcomers.map((origin) => `${origin} is let in`),
    ...(has === true && had === false ? ['credentials are allowed'] : []),
    ...(['methods', 'allowedHeaders', 'exposedHeaders'] as const).flatMap((part) =>
      added(before, after, part).map((name) => `${name} is among the ${part}`),
    ),
  ]
}

function isOn({ value }: Policy['credentials'][number]): boolean {
  return value === true
}

function added(
  before: readonly Policy[],
  after: readonly Policy[],
  part: 'methods' | 'allowedHeaders' | 'exposedHeaders',
): string[] {
  const [had, has] = [before, after].map((policies) =>
    policies.flatMap((policy) => policy[part].flatMap(({ entries }) => entries.map(({ name }) => name.toLowerCase()))),
  )
  return [...new Set(has)].filter((name) => had?.includes(name) !== true)
}

/** Whether somebody comes in who may be a stranger; what cannot be seen does not count. */
function admits(policies: readonly Policy[], origin: string): boolean {
  return policies.some(({ grants }) =>
    grants.some((grant) => {
      if (grant.environment === 'development') return false
      switch (grant.kind) {
        case 'anyone':
        case 'echo':
        case 'request':
          return true
        case 'checked':
          return /^(?:yes|either)$/.test(grant.check.admits(origin))
        case 'listed':
          return grant.origin === origin
        case 'null':
          return origin === 'null'
        default:
          return false
      }
    }),
  )
}

/** Every origin that a setting lists, as far as it says so itself; the others hold this one. */
export function originsIn(allowedOrigins: unknown): readonly string[] {
  return Array.isArray(allowedOrigins) ? allowedOrigins.map(String) : [LISTED]
}
