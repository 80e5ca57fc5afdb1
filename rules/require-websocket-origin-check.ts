import { suggestAllowlist } from '../src/fixes/allowlist.ts'
import { nameOfList } from '../src/fixes/list.ts'
import { verifyOrigin } from '../src/fixes/sockets.ts'
import { fileRule } from '../src/rule.ts'

export default fileRule({
  name: 'require-websocket-origin-check',
  description: 'require WebSocket servers that know their visitors by a cookie to check the origin',
  recommended: 'off',
  about: 'sockets',
  suggests: true,
  messages: {
    unchecked:
      'Any website can open this WebSocket with the cookies of its visitors, and read and send as them: CORS does not apply. The session is taken on line {{line}}; compare the `Origin` with a list there.',
    ...suggestAllowlist,
  },
  *judge({ socketServers }, context) {
    for (const { node, checksOrigin, session, options } of socketServers) {
      if (checksOrigin !== false || !session) continue
      const edits = options && verifyOrigin(options, context)
      yield {
        node,
        messageId: 'unchecked',
        data: { line: String(session.loc.start.line) },
        suggestions: [{ messageId: 'allowlist', data: { list: nameOfList(context) }, edits }],
      }
    }
  },
})
