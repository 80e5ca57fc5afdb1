import { credentialsWith, exposureOf, isOfNamedSites, isOpenToAll } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { dropHttp, replaceText } from '../src/fixes/literals.ts'
import { removeEntry } from '../src/fixes/removal.ts'
import { policyRule } from '../src/rule.ts'
import { developmentOriginsOf, insecureOriginsOf } from '../src/weaknesses.ts'

interface Options {
  readonly dangerouslyAllowedOrigins?: readonly string[]
  readonly developmentOrigins?: boolean
}

export default policyRule<'insecure' | 'development' | 'useHttps' | 'onlyHttps' | 'remove' | 'allowlist', Options>({
  name: 'no-insecure-origin',
  description: 'disallow trusting pages with credentials that come over plain http',
  recommended: 'error',
  fixable: true,
  schema: [
    {
      type: 'object',
      properties: {
        dangerouslyAllowedOrigins: {
          type: 'array',
          items: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*://[^/]+$' },
          uniqueItems: true,
          description: 'Origins that are not reported, such as `http://intranet.example.com`.',
        },
        developmentOrigins: {
          type: 'boolean',
          description: 'Whether loopback, private and tunnel hosts that production trusts are reported, too.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ dangerouslyAllowedOrigins: [], developmentOrigins: false }],
  messages: {
    insecure:
      '`{{origin}}` is not encrypted: whoever controls the network can change its pages and read the response with the cookies of its visitors. Use `https://`.',
    development:
      'Production lets `{{origin}}` in: whatever answers at that address can read the response with the cookies of its visitors. Allow it during development only.',
    useHttps: 'Use `{{origin}}`',
    onlyHttps: 'Allow `https://` only',
    remove: 'Remove `{{origin}}` from the list',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    if (isOpenToAll(policy)) return
    const { dangerouslyAllowedOrigins = [], developmentOrigins } = context.options
    for (const grant of policy.grants) {
      const exposure = exposureOf(policy, grant)
      if (!isOfNamedSites(exposure) || grant.environment === 'development' || !credentialsWith(policy, grant)) continue
      const repair = allowlistRepair(policy, grant, context)
      for (const { origin, node } of insecureOriginsOf(policy, grant)) {
        if (dangerouslyAllowedOrigins.includes(origin)) continue
        const secure = origin.replace(/^http:/, 'https:')
        const suggestions = [
          { messageId: 'useHttps' as const, data: { origin: secure }, edits: replaceText(node, secure, context) },
          { messageId: 'onlyHttps' as const, edits: dropHttp(node) },
          { messageId: 'remove' as const, data: { origin }, edits: removeEntry(node, context) },
        ]
        yield { node, messageId: 'insecure', data: { origin }, repair, suggestions }
      }
      if (developmentOrigins !== true) continue
      for (const { origin, node } of developmentOriginsOf(policy, grant)) {
        if (dangerouslyAllowedOrigins.includes(origin)) continue
        const suggestions = [{ messageId: 'remove' as const, data: { origin }, edits: removeEntry(node, context) }]
        yield { node, messageId: 'development', data: { origin }, repair, suggestions }
      }
    }
  },
})
