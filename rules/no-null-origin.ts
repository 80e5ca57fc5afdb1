import { cookiesOf, exposureOf, isOpenToAll } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { removeEntry } from '../src/fixes/removal.ts'
import { policyRule } from '../src/rule.ts'
import { nullTestOf } from '../src/weaknesses.ts'

export default policyRule({
  name: 'no-null-origin',
  description: 'disallow allowing the `null` origin, which every website can send',
  recommended: 'error',
  fixable: true,
  messages: {
    literal:
      '`null` is the origin of every sandboxed frame and `data:` page: any website can send it and read the response{{credentials}}. Remove it.',
    coercion:
      'JavaScript `null` becomes the text `null` here, the origin of every sandboxed frame: any website can read the response{{credentials}}. Send no header instead.',
    refusal:
      '{{library}} answers `null`, the origin of every sandboxed frame, to whoever is not on this list: any website can read the response{{credentials}}. Answer each request with one origin.',
    checked:
      'This check lets `null` in, the origin of every sandboxed frame: any website can read the response{{credentials}}. Allow whole origins only.',
    remove: 'Remove `null` from the list',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    if (isOpenToAll(policy)) return
    for (const grant of policy.grants) {
      const exposure = exposureOf(policy, grant)
      const data = { credentials: cookiesOf(policy, grant) }
      const repair = allowlistRepair(policy, grant, context)
      if (grant.kind === 'null' && exposure === 'null') {
        const suggestions = [{ messageId: 'remove' as const, edits: removeEntry(grant.node, context) }]
        yield grant.by === 'refusal'
          ? { node: grant.node, messageId: 'refusal', data: { ...data, library: policy.library.label }, repair }
          : { node: grant.node, messageId: grant.by === 'coercion' ? 'coercion' : 'literal', data, repair, suggestions }
      } else if (grant.kind === 'checked') {
        const test = exposure === undefined ? undefined : nullTestOf(policy, grant)
        const isNamed = test?.type === 'Literal' && test.value === 'null'
        // A test that more than `null` gets past is one defect, and has been said.
        if (!test || (exposure !== 'null' && !isNamed)) continue
        const suggestions = [{ messageId: 'remove' as const, edits: removeEntry(test, context) }]
        yield { node: test, messageId: isNamed ? 'literal' : 'checked', data, repair, suggestions }
      }
    }
  },
})
