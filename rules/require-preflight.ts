import { answerPreflight, extendList, renameHeader } from '../src/fixes/registrations.ts'
import type { Policy } from '../src/policy.ts'
import { omissionsOf } from '../src/preflight/lists.ts'
import { refusedBy } from '../src/preflight/refused.ts'
import { unansweredBy } from '../src/preflight/unanswered.ts'
import { policyRule, type JudgeContext } from '../src/rule.ts'

export default policyRule({
  name: 'require-preflight',
  description: 'require preflights to be answered with what the requests need',
  recommended: 'warn',
  suggests: true,
  messages: {
    route:
      'Browsers ask with `OPTIONS` before `{{method}}`, and nothing here answers that with CORS headers: they refuse the request. Answer `OPTIONS` on this path with the same policy.',
    export:
      'Browsers ask with `OPTIONS` before this `{{method}}`, and this module has no `OPTIONS` handler that sends CORS headers: they refuse the request. Export one.',
    bare: 'Preflights end here without `Access-Control-Allow-Origin`: browsers refuse the request that was to follow. Write the CORS headers before `OPTIONS` is answered.',
    status:
      'This preflight is answered with {{status}}: browsers go on only after 200 to 299, whatever the headers say. Answer `OPTIONS` with 204.',
    allow:
      'Browsers do not look at `Allow` in the answer to a preflight and refuse {{names}}. Send `Access-Control-Allow-Methods`.',
    methods:
      'This list leaves out {{names}}, which line {{line}} handles: browsers refuse such requests at the preflight. Add what other origins are meant to use.',
    headers:
      'This list leaves out {{names}}: browsers refuse the requests with JSON that line {{line}} is there for. Add it.',
    answerPreflight: 'Answer `OPTIONS` with the same policy',
    addNames: 'Add {{names}} to the list',
    sendMethods: 'Send `Access-Control-Allow-Methods` instead',
  },
  *judge(policy, context) {
    for (const { mount, method } of unansweredBy(policy, context.policies)) {
      if (mount.type === 'export') yield { node: mount.handler.node, messageId: 'export', data: { method } }
      else {
        const { registration, handler } = mount
        const edits = policy.reply ? undefined : answerPreflight(registration, handler.node, context)
        const node = policy.reply ? policy.node : handler.node
        yield { node, messageId: 'route', data: { method }, suggestions: [{ messageId: 'answerPreflight', edits }] }
      }
    }
    const defect = refusedBy(policy, context.policies)
    if (defect?.kind === 'bare') yield { node: defect.node, messageId: 'bare' }
    else if (defect?.kind === 'status')
      yield { node: defect.node, messageId: 'status', data: { status: String(defect.status) } }
    else if (defect) {
      const edits = renameHeader(defect.node, 'Access-Control-Allow-Methods', context)
      const data = { names: quoted(defect.methods) }
      yield { node: defect.node, messageId: 'allow', data, suggestions: [{ messageId: 'sendMethods', edits }] }
    }
    yield* omissions(policy, context)
  },
})

function* omissions(policy: Policy, context: JudgeContext<object>) {
  for (const { kind, list, missing, node, route } of omissionsOf(policy, context.policies)) {
    const names = quoted(missing)
    const data = { names, line: String(route.node.loc.start.line) }
    const edits = extendList(list, missing, context)
    yield { node, messageId: kind, data, suggestions: [{ messageId: 'addNames' as const, data: { names }, edits }] }
  }
}

function quoted(names: readonly string[]): string {
  const all = names.map((name) => `\`${name}\``)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
}
