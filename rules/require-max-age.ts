import { statedAges } from '../src/defects/age.ts'
import { addMaxAge, replaceAge } from '../src/fixes/age.ts'
import type { Policy } from '../src/policy.ts'
import { CHROMIUM_MAX_AGE, DEFAULT_MAX_AGE, LONGEST_MAX_AGE } from '../src/protocol/age.ts'
import { policyRule } from '../src/rule.ts'

interface Options {
  readonly minimum?: number
  readonly maximum?: number
}

export default policyRule<'missing' | 'short' | 'long' | 'add' | 'write', Options>({
  name: 'require-max-age',
  description: 'require answers to preflights to say how long browsers may keep them',
  recommended: 'off',
  type: 'suggestion',
  suggests: true,
  schema: [
    {
      type: 'object',
      description: 'Which times are accepted.',
      properties: {
        minimum: { type: 'integer', minimum: 0, description: 'The shortest time in seconds.' },
        maximum: { type: 'integer', minimum: 0, description: 'The longest time in seconds.' },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ minimum: DEFAULT_MAX_AGE, maximum: LONGEST_MAX_AGE }],
  messages: {
    missing:
      'Without `Access-Control-Max-Age`, browsers keep the answer to a preflight for 5 seconds and then ask again. Say how long it may be kept.',
    short:
      'Browsers keep the answer to a preflight for {{seconds}} seconds only and then ask again. Allow {{minimum}} seconds or more.',
    long: '{{seconds}} seconds are longer than the {{maximum}} that this rule accepts, and no browser keeps the answer to a preflight for more than 86400. Write a shorter time.',
    add: 'Allow {{seconds}} seconds',
    write: 'Write `{{seconds}}`',
  },
  *judge(policy, context) {
    const { minimum = DEFAULT_MAX_AGE, maximum = LONGEST_MAX_AGE } = context.options
    // What the suggestions write: what Chromium keeps, or the nearest time that is accepted.
    const best = String(Math.max(minimum, Math.min(CHROMIUM_MAX_AGE, maximum)))
    for (const stated of statedAges(policy)) {
      const { fact, text, seconds, defect } = stated
      if (seconds === undefined || defect || (seconds >= minimum && seconds <= maximum)) continue
      yield {
        node: fact.source,
        ...(seconds < minimum
          ? { messageId: 'short', data: { seconds: text, minimum: String(minimum) } }
          : { messageId: 'long', data: { seconds: text, maximum: String(maximum) } }),
        suggestions: [{ messageId: 'write', data: { seconds: best }, edits: replaceAge(stated, best, context) }],
      }
    }
    const place = placeWithoutAge(policy, context.policies)
    if (!place) return
    const edits = addMaxAge(policy, place, best, context)
    yield { node: place, messageId: 'missing', suggestions: [{ messageId: 'add', data: { seconds: best }, edits }] }
  },
})

/** Where a policy that answers preflights should say how long its answer may be kept. */
function placeWithoutAge(policy: Policy, policies: readonly Policy[]) {
  if (policy.preflight !== 'answered' || policy.maxAge.length > 0) return undefined
  if (policy.form.type === 'options') {
    const isInUse = policy.grants.some(({ environment }) => environment !== 'development')
    const isKnown = policy.library.options.some(({ part }) => part === 'maxAge')
    return isInUse && isKnown && policy.form.options ? policy.node : undefined
  }
  // One function may set the headers of all answers, and another those of preflights.
  if (policies.some((other) => other.form.type === 'headers' && other.maxAge.length > 0)) return undefined
  const fact = [...policy.methods, ...policy.allowedHeaders].find(({ environment }) => environment !== 'development')
  return fact?.node
}
