import { conflictsOf } from '../src/conflicts.ts'
import { setInsteadOfAppend } from '../src/fixes/registrations.ts'
import { policyRule } from '../src/rule.ts'

export default policyRule({
  name: 'no-conflicting-policies',
  description: 'disallow two CORS policies for the same response',
  recommended: 'warn',
  suggests: true,
  messages: {
    added:
      'This adds a second `Access-Control-Allow-Origin` to the one from line {{line}}: browsers refuse a response that has two. Set the header once, to the one origin that is meant.',
    replaced:
      'This replaces the `Access-Control-Allow-Origin` of line {{line}}, and the two disagree: browsers go by the last one alone. Keep one policy.',
    divided:
      'Line {{line}} has another policy for the same requests. It answers the preflights, this one has the last word on the responses: where they disagree, browsers refuse the request. Keep one policy.',
    setOnce: 'Set the header instead of adding to it',
  },
  *judge(policy, { policies }) {
    for (const { kind, node, other, emission } of conflictsOf(policy, policies)) {
      yield {
        node,
        messageId: kind,
        data: { line: String(other.loc.start.line) },
        suggestions: [
          kind === 'added' && emission ? { messageId: 'setOnce', edits: setInsteadOfAppend(emission.node) } : undefined,
        ],
      }
    }
  },
})
