import { faultyEntries } from '../src/defects/entries.ts'
import { entryRemoval, isShared } from '../src/fixes/entries.ts'
import { policyRule } from '../src/rule.ts'

export default policyRule({
  name: 'no-redundant-entries',
  description: 'disallow names in CORS lists that have no effect',
  recommended: 'off',
  type: 'suggestion',
  fixable: true,
  messages: {
    unsendable:
      'No script can set `{{name}}`, so browsers never ask whether it is allowed. Remove it: what browsers send themselves needs no permission.',
    readable: 'Every script that may read the response can read `{{name}}`, exposed or not. Remove it.',
    duplicate: '`{{name}}` is in this list already, and a second time has no effect. Remove it.',
    responseHeader:
      '`{{name}}` is a header of responses: only a client that wrongly sends it needs this permission. Remove it.',
    remove: 'Remove `{{name}}`',
  },
  *judge(policy, context) {
    for (const faulty of faultyEntries(policy)) {
      const { defect, entry } = faulty
      // What serves another list too may be needed there.
      if (isShared(faulty, context)) continue
      const { node, range, name } = entry
      const edits = entryRemoval(faulty, context)
      if (defect === 'responseHeader') {
        const suggestions = [{ messageId: 'remove' as const, data: { name }, edits }]
        yield { node, range, messageId: defect, data: { name }, suggestions }
      } else if (defect === 'unsendable' || defect === 'readable' || defect === 'duplicate')
        yield { node, range, messageId: defect, data: { name }, fix: edits }
    }
  },
})
