import { removeWrite } from '../src/fixes/removal.ts'
import { renameHeader } from '../src/fixes/header-names.ts'
import { judgeName } from '../src/protocol/names.ts'
import { policyRule } from '../src/rule.ts'

interface Options {
  readonly additionalNames?: readonly string[]
}

export default policyRule<'misspelt' | 'unknown' | 'request' | 'retired' | 'rename' | 'remove', Options>({
  name: 'valid-header-name',
  description: 'disallow response headers that look like CORS but that no browser reads',
  recommended: 'error',
  suggests: true,
  schema: [
    {
      type: 'object',
      description: 'What else counts as a header name.',
      properties: {
        additionalNames: {
          type: 'array',
          description: 'Header names that clients of your own read, in any case. They are not reported.',
          items: { type: 'string', minLength: 1 },
          uniqueItems: true,
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ additionalNames: [] }],
  messages: {
    misspelt: 'Browsers do not know `{{name}}` and ignore it. Write `{{meant}}`.',
    unknown: 'Browsers do not know `{{name}}` and ignore it: CORS has no such header. Remove it.',
    request: '`{{name}}` belongs to requests: browsers ignore it in a response. Send `{{meant}}`.',
    retired:
      'No browser reads `{{name}}` any more: a permission prompt has replaced Private Network Access. Remove it.',
    rename: 'Write `{{meant}}`',
    remove: 'Remove the header',
  },
  *judge({ form }, context) {
    if (form.type !== 'headers') return
    const additional = new Set((context.options.additionalNames ?? []).map((name) => name.toLowerCase()))
    for (const write of form.writes) {
      const { kind, ...verdict } = judgeName(write.name)
      if (kind === 'other' || write.mode === 'remove' || write.environment === 'development') continue
      if (additional.has(write.name)) continue
      const name = write.written
      const meant = name === write.name ? verdict.meant?.toLowerCase() : verdict.meant
      const isSent = form.writes.some((other) => other.name === meant?.toLowerCase() && other.mode !== 'remove')
      const remove = { messageId: 'remove' as const, edits: removeWrite(write, context) }
      if (meant === undefined) {
        const messageId = kind === 'retired' ? kind : 'unknown'
        yield { node: write.nameNode, messageId, data: { name }, suggestions: [remove] }
        continue
      }
      const rename = { messageId: 'rename' as const, data: { meant }, edits: renameHeader(write, meant, context) }
      yield {
        node: write.nameNode,
        messageId: kind === 'request' ? kind : 'misspelt',
        data: { name, meant },
        suggestions: isSent ? [remove] : [rename, remove],
      }
    }
  },
})
