import { moveBefore } from '../src/fixes/registrations.ts'
import { policyRule } from '../src/rule.ts'
import { missedRoute, refusedBefore } from '../src/sequence.ts'

export default policyRule({
  name: 'cors-before-routes',
  description: 'require CORS to be registered before what it is for',
  recommended: 'warn',
  suggests: true,
  messages: {
    afterRoutes:
      'No route comes after this policy: those before it, such as the one on line {{line}}, answer without its headers, and browsers then keep the responses from other origins. Register it before them.',
    afterRefusal:
      'The middleware on line {{line}} comes first and answers {{status}} to requests without credentials. Preflights never carry any, so browsers refuse the request. Register CORS before it.',
    moveBeforeRoutes: 'Move it before the route on line {{line}}',
    moveBeforeRefusal: 'Move it before the middleware on line {{line}}',
  },
  *judge({ library, mounts }, context) {
    if (library.reachesEarlierRoutes) return
    for (const mount of mounts) {
      if (mount.type !== 'registration') continue
      const { registration, handler } = mount
      const route = missedRoute(mount, context.policies)
      const refusal = route ? undefined : refusedBefore(mount, context.policies)
      if (route) {
        const data = { line: String(route.node.loc.start.line) }
        const edits = moveBefore(registration, route, context)
        yield {
          node: handler.node,
          messageId: 'afterRoutes',
          data,
          suggestions: [{ messageId: 'moveBeforeRoutes', data, edits }],
        }
      } else if (refusal) {
        const line = String(refusal.handler.node.loc.start.line)
        const edits = refusal.registration !== registration && moveBefore(registration, refusal.registration, context)
        yield {
          node: handler.node,
          messageId: 'afterRefusal',
          data: { line, status: String(refusal.status) },
          suggestions: [edits ? { messageId: 'moveBeforeRefusal', data: { line }, edits } : undefined],
        }
      }
    }
  },
})
