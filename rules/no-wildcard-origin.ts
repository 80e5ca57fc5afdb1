import { exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { policyRule } from '../src/rule.ts'

export default policyRule({
  name: 'no-wildcard-origin',
  description: 'disallow letting every website read a response',
  recommended: 'warn',
  fixable: true,
  messages: {
    default:
      '{{library}} without an `origin` option sends `Access-Control-Allow-Origin: *`: any website can read the response. List the origins that may.',
    wildcard:
      '`*` lets any website read the response. List the origins that may. Echoing the origin instead (`origin: true`) admits every website just the same.',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      if (grant.kind !== 'anyone' || exposureOf(policy, grant) !== 'wildcard') continue
      const repair = allowlistRepair(policy, grant, context)
      if (grant.by === 'default')
        yield { node: grant.node, messageId: 'default', data: { library: policy.library.label }, repair }
      else yield { node: grant.node, messageId: 'wildcard', repair }
    }
  },
})
