import { cookiesOf, credentialsWith, exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { policyRule } from '../src/rule.ts'
import { anyPortOf, wayPast, type Weakness } from '../src/weaknesses.ts'

const PASSES = '{{where}}`{{origin}}` passes this check'
const MATCHES = '{{where}}`{{origin}}` matches this pattern'
const READS = 'Its owner can read the response{{credentials}}'

interface Options {
  /** Whether a host that passes with any port is reported, too. */
  readonly ports?: boolean
}

/** By the way past the check. */
const messages = {
  any: 'Any website passes this check, `{{origin}}` for one, and can read the response{{credentials}}. Compare the origin with a list.',
  appended: `${PASSES}, which only looks at its start. ${READS}. Compare the whole origin.`,
  prepended: `${PASSES}, which only looks at its end. ${READS}. Compare the whole origin.`,
  embedded: `${PASSES}, which only asks for a text somewhere in the origin. ${READS}. Compare the whole origin.`,
  part: `${PASSES} as part of the text that is searched. ${READS}. Search a list of origins.`,
  parser: `${PASSES}: browsers and this parser end the host at different places. ${READS}. Parse with \`new URL\`, or compare the whole origin.`,
  openEnd: `${MATCHES}, which has no \`$\` at its end. ${READS}. Add it, or list the origins.`,
  openStart: `${MATCHES}, which has no \`^\` at its start. ${READS}. Add it, or list the origins.`,
  alternation: `${MATCHES}: \`|\` leaves \`^\` or \`$\` to one side only. ${READS}. Group the alternatives, or list the origins.`,
  dot: `${MATCHES}, in which \`.\` stands for any character. ${READS}. Write \`\\.\`, or list the origins.`,
  wide: `${MATCHES}, which leaves too much open. ${READS}. Pin down the domain, or list the origins.`,
  scheme:
    '`{{origin}}` passes this check, which does not look at the scheme: whoever controls the network can read the response{{credentials}}. Compare the whole origin.',
  port: '`{{origin}}` passes this check, which does not look at the port: every service on that host can read the response{{credentials}}. Compare the whole origin.',
  ...suggestAllowlist,
} as const

export default policyRule<keyof typeof messages, Options>({
  name: 'no-bypassable-origin-check',
  description: 'disallow origin checks that an attacker can pass with a fitting name',
  recommended: 'error',
  fixable: true,
  schema: [
    {
      type: 'object',
      properties: {
        ports: {
          type: 'boolean',
          description: 'Whether checks that admit a host with any port are reported, where credentials are allowed.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ ports: false }],
  messages,
  *judge(policy, context) {
    for (const grant of policy.grants) {
      if (grant.kind !== 'checked') continue
      const exposure = exposureOf(policy, grant)
      const hasCredentials = credentialsWith(policy, grant) !== undefined
      const isAskedForPorts = exposure === undefined && hasCredentials && grant.environment !== 'development'
      const way =
        exposure === 'bypassable'
          ? wayPast(policy, grant)
          : isAskedForPorts && context.options.ports === true
            ? anyPortOf(policy, grant)
            : undefined
      if (!way || !isReported(way)) continue
      const credentials = cookiesOf(policy, grant)
      const repair = allowlistRepair(policy, grant, context)
      yield {
        node: way.node,
        messageId: way.kind,
        data: { where: whereOf(way), origin: way.origin, credentials },
        repair,
      }
    }
  },
})

function isReported(way: Weakness): way is Weakness & { kind: keyof typeof messages } {
  return way.kind in messages
}

/** What the message assumes about the configuration. */
function whereOf({ assumed }: Weakness): string {
  if (!assumed) return ''
  const { variable, text } = assumed
  return text === undefined ? `Where \`${variable}\` is not set, ` : `Where \`${variable}\` is \`${text}\`, `
}
