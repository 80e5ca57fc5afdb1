import type { TSESTree } from '@typescript-eslint/utils'
import { GrantReader } from '../../grants/reader.ts'
import { mentionsHeaders } from '../../protocol/names.ts'
import type { Reader } from '../reader.ts'
import { coversOrigin } from './contents.ts'
import { methodName } from '../../values/tree.ts'
import { ENDING } from './replies.ts'
import { mentionsRouteRules } from './route-rules.ts'
import { isOrigin, ResponsePolicy } from './response.ts'
import { WriteCollector, type LocatedWrite } from './writes.ts'

/** Reads headers that are written by hand, response by response. */
export const headersReader: Reader = {
  *read({ analysis, contexts }) {
    if (!mentionsHeaders(analysis.text) && !mentionsRouteRules(analysis.text)) return
    const byResponse = new Map<string, LocatedWrite[]>()
    const { writes, open } = new WriteCollector(analysis, contexts).collect()
    for (const write of writes) {
      const group = byResponse.get(write.receiver)
      if (group) group.push(write)
      else byResponse.set(write.receiver, [write])
    }
    const grants = new GrantReader(analysis)
    const groups = [...byResponse.values()]
    // A middleware of its own that only says `Vary: Origin` says it for every response of the file.
    const isVariedElsewhere = groups.some(
      (group) =>
        !group.some(isOrigin) && group.some((write) => write.name === 'vary' && coversOrigin(write.choices) !== false),
    )
    const isVariedOutside = isVariedElsewhere || analysis.tree.calls.some(usesVary)
    const bare = groups
      .filter((group) => !group.some(isOrigin))
      .flatMap((group) => group.filter(({ name, api }) => name === ENDING && api === 'fetch'))
    for (const [receiver, group] of byResponse) {
      analysis.refuel()
      const policy = new ResponsePolicy(group, grants, analysis).build(isVariedOutside, bare, open.has(receiver))
      if (policy) yield policy
    }
  },
}

/** `app.use(varyOrigin)`: a middleware that cannot be seen, but says what it does. */
function usesVary(call: TSESTree.CallExpression): boolean {
  return (
    methodName(call) === 'use' &&
    call.arguments.some((argument) => argument.type === 'Identifier' && /vary/i.test(argument.name))
  )
}
