import { varyOrigin } from '../src/fixes/vary.ts'
import { dependsOnOrigin } from '../src/exposure.ts'
import { policyRule } from '../src/rule.ts'

export default policyRule({
  name: 'require-vary-origin',
  description: 'require `Vary: Origin` where the answer depends on the origin',
  recommended: 'warn',
  suggests: true,
  messages: {
    missing:
      'The allowed origin differs from request to request, but caches are not told: one site can be given the answer that was meant for another. Send `Vary: Origin` with every response.',
    conditional:
      '`Vary: Origin` is sent with some answers only: a cached refusal is then given to allowed sites as well. Send it before the origin is checked.',
    overwritten:
      '`Vary: Origin` is sent, but line {{line}} replaces it: caches give one site the answer that was meant for another. Add `Origin` there.',
    addVary: 'Send `Vary: Origin` with every response',
  },
  *judge(policy, context) {
    const { vary } = policy
    if (policy.library.variesByItself || vary.state === 'sent' || vary.state === 'unknown') return
    const grant = dependsOnOrigin(policy)
    if (!grant) return
    const suggestions = [{ messageId: 'addVary' as const, edits: varyOrigin(policy, context) }]
    if (vary.state === 'overwritten') {
      yield {
        node: grant.node,
        messageId: 'overwritten',
        data: { line: String(vary.node.loc.start.line) },
        suggestions,
      }
    } else yield { node: grant.node, messageId: vary.state, suggestions }
  },
})
