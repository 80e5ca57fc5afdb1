import { cookiesOf, credentialsWith, exposureOf, isOfNamedSites, isOpenToAll } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { removeEntry } from '../src/fixes/removal.ts'
import { policyRule } from '../src/rule.ts'
import { anySubdomainOf, namedOriginsOf, riskOf, sharedSuffixOf } from '../src/weaknesses.ts'

interface Options {
  readonly additionalSuffixes?: readonly string[]
  readonly dangerouslyTrustedSuffixes?: readonly string[]
  readonly anySubdomain?: boolean
  readonly withoutCredentials?: boolean
}

const suffixes = {
  type: 'array',
  items: { type: 'string', pattern: '^[^.*/:]+(\\.[^.*/:]+)*$' },
  uniqueItems: true,
} as const

export default policyRule<'suffix' | 'playground' | 'subdomain' | 'remove' | 'allowlist', Options>({
  name: 'no-shared-suffix-origin',
  description: 'disallow trusting a domain under which anybody can have a site',
  recommended: 'error',
  fixable: true,
  schema: [
    {
      type: 'object',
      properties: {
        additionalSuffixes: {
          ...suffixes,
          description: 'More suffixes under which strangers can have a site, such as `apps.example.net`.',
        },
        dangerouslyTrustedSuffixes: {
          ...suffixes,
          description: 'Suffixes that are not reported, although the public suffix list says that they are shared.',
        },
        anySubdomain: {
          type: 'boolean',
          description: 'Whether checks that trust every subdomain of a domain of your own are reported, too.',
        },
        withoutCredentials: {
          type: 'boolean',
          description: 'Whether policies that do not allow credentials are reported, too.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [
    { additionalSuffixes: [], dangerouslyTrustedSuffixes: [], anySubdomain: false, withoutCredentials: false },
  ],
  messages: {
    suffix:
      'Anybody can have a site under `{{suffix}}`: `{{origin}}` gets in and can read the response{{credentials}}. List the sites that are yours.',
    playground:
      'Pages of everybody share the origin `{{origin}}`: whoever has an account there can read the response{{credentials}}. Remove it.',
    subdomain:
      'Every site under `{{suffix}}` can read the response{{credentials}}, `{{origin}}` for one: it takes only one that is abandoned or taken over. List those that need it.',
    remove: 'Remove `{{origin}}` from the list',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    if (isOpenToAll(policy)) return
    const {
      additionalSuffixes = [],
      dangerouslyTrustedSuffixes = [],
      anySubdomain,
      withoutCredentials,
    } = context.options
    const options = { additional: additionalSuffixes, ignored: dangerouslyTrustedSuffixes }
    for (const grant of policy.grants) {
      const exposure = exposureOf(policy, grant)
      const hasCredentials = credentialsWith(policy, grant) !== undefined
      if (!isOfNamedSites(exposure) || grant.environment === 'development' || !(hasCredentials || withoutCredentials))
        continue
      const credentials = cookiesOf(policy, grant)
      const repair = allowlistRepair(policy, grant, context)
      for (const { origin, node } of namedOriginsOf(policy, grant, (one) => riskOf(one) === 'shared')) {
        const suggestions = [{ messageId: 'remove' as const, data: { origin }, edits: removeEntry(node, context) }]
        yield { node, messageId: 'playground', data: { origin, credentials }, repair, suggestions }
      }
      if (grant.kind !== 'checked') continue
      const shared = sharedSuffixOf(policy, grant, options)
      const way = shared ?? (anySubdomain ? anySubdomainOf(policy, grant) : undefined)
      if (!way) continue
      const data = { suffix: way.suffix ?? '', origin: way.origin, credentials }
      yield { node: way.node, messageId: shared ? 'suffix' : 'subdomain', data, repair }
    }
  },
})
