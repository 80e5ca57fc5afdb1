import { credentialsWith, exposureOf, isSentAsStar } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { dropCredentials } from '../src/fixes/credentials.ts'
import type { Grant } from '../src/grants/model.ts'
import { nameOfOption, type Policy } from '../src/policy.ts'
import { policyRule } from '../src/rule.ts'

export default policyRule({
  name: 'no-wildcard-with-credentials',
  description: 'disallow allowing every origin together with credentials',
  recommended: 'error',
  fixable: true,
  messages: {
    refused:
      'Browsers refuse `*` together with credentials, so requests with cookies fail. List the origins; do not echo the origin instead (`origin: true`), which lets any website read signed-in data.',
    echoedByDefault:
      'Without `{{option}}`, {{library}} echoes every origin as soon as credentials are on: any website can read the data of a signed-in user. List the origins.',
    echoed:
      '{{library}} answers `*` with credentials by echoing every origin: any website can read the data of a signed-in user. List the origins.',
    dropCredentials: 'Remove credentials and stay open to every website',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      const credentials = credentialsWith(policy, grant)
      if (!credentials || exposureOf(policy, grant) !== 'conflict') continue
      yield {
        node: grant.node,
        ...messageOf(policy, grant),
        repair: allowlistRepair(policy, grant, context),
        suggestions: [{ messageId: 'dropCredentials', edits: dropCredentials(policy, credentials, context) }],
      }
    }
  },
})

function messageOf(policy: Policy, grant: Grant) {
  const { library } = policy
  if (isSentAsStar(policy, grant)) return { messageId: 'refused' } as const
  return grant.kind === 'anyone' && (grant.by === 'default' || grant.as === 'missing')
    ? ({
        messageId: 'echoedByDefault',
        data: { library: library.label, option: nameOfOption(library, 'origin') },
      } as const)
    : ({ messageId: 'echoed', data: { library: library.label } } as const)
}
