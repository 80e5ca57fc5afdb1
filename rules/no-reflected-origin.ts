import { cookiesOf, exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import type { EchoGrant, Grant } from '../src/grants/model.ts'
import { nameOfOption, type Library } from '../src/policy.ts'
import { policyRule } from '../src/rule.ts'

const MESSAGE_OF = {
  header: 'reflected',
  callback: 'callback',
  option: 'option',
  default: 'default',
} as const satisfies Record<Exclude<EchoGrant['by'], 'type'>, string>

export default policyRule({
  name: 'no-reflected-origin',
  description: "disallow sending the request's origin back without a check",
  recommended: 'error',
  fixable: true,
  messages: {
    reflected:
      "The request's origin is sent back unchecked: any website can read the response{{credentials}}. Send it back only if it is on a list of origins.",
    callback:
      'This callback lets any website read the response{{credentials}}. Allow an origin only if it is on a list.',
    option:
      '{{library}} echoes every origin here: any website can read the response{{credentials}}. List the origins that may.',
    default:
      'Without `{{option}}`, {{library}} echoes every origin: any website can read the response{{credentials}}. List the origins that may.',
    always: '{{library}} echoes every origin: any website can read the response{{credentials}}. {{instead}}.',
    request:
      "The allowed origin is taken from the request's {{source}}, which the sender chooses: any website can read the response{{credentials}}. Compare its `Origin` with a list.",
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      if (exposureOf(policy, grant) !== 'reflected') continue
      const credentials = cookiesOf(policy, grant)
      const repair = allowlistRepair(policy, grant, context)
      yield { node: grant.node, ...messageOf(grant, policy.library, credentials), repair }
    }
  },
})

function messageOf(grant: Grant, library: Library, credentials: string) {
  if (grant.kind === 'request')
    return {
      messageId: 'request',
      data: { source: grant.source === 'query' ? 'parameters' : 'referrer', credentials },
    } as const
  const by = grant.kind === 'echo' && grant.by !== 'type' ? grant.by : 'header'
  if (by === 'option') return { messageId: 'option', data: { library: library.label, credentials } } as const
  const data = { library: library.label, credentials }
  if (by === 'default' && library.instead !== undefined)
    return { messageId: 'always', data: { ...data, instead: library.instead } } as const
  if (by === 'default')
    return { messageId: 'default', data: { ...data, option: nameOfOption(library, 'origin') } } as const
  return { messageId: MESSAGE_OF[by], data: { credentials } } as const
}
