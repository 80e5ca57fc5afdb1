import { removeHeader } from '../src/fixes/requests.ts'
import { fileRule } from '../src/rule.ts'

/** What servers answer with; browsers write the `Access-Control-Request-*` of a preflight themselves. */
const OF_RESPONSES =
  /^access-control-(?:allow-(?:origin|credentials|methods|headers|private-network)|expose-headers|max-age)$/

export default fileRule({
  name: 'no-cors-headers-in-request',
  description: 'disallow requests that carry the CORS headers of a response',
  recommended: 'off',
  about: 'cors',
  suggests: true,
  messages: {
    browser:
      '`{{name}}` belongs in a response. {{label}} sends it with the request: browsers then ask the server first, and do not go on unless it lists this header. Remove it; the server has to send it.',
    server:
      '`{{name}}` belongs in a response. {{label}} sends it with the request, where it does nothing. Remove it; the server that answers has to send it.',
    remove: 'Remove `{{name}}`',
  },
  *judge({ requests }, context) {
    for (const request of requests) {
      for (const header of request.headers) {
        if (!OF_RESPONSES.test(header.name)) continue
        const name = header.name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase())
        yield {
          node: header.isOwn ? header.node : request.node,
          messageId: request.runsInBrowsers ? 'browser' : 'server',
          data: { name, label: request.label },
          suggestions: [{ messageId: 'remove', data: { name }, edits: removeHeader(header, context) }],
        }
      }
    }
  },
})
