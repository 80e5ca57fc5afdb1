import { isLoopback } from '../origins/hosts.ts'
import type { Analysis } from '../values/evaluate.ts'
import { methodName, unwrap } from '../values/tree.ts'
import type { Node, Value } from '../values/value.ts'

/**
 * Whether the servers of a file answer on the loopback interface only: `app.listen(7777, '127.0.0.1')`,
 * `serve({ hostname: 'localhost' })`. False as soon as one of them does not, or none is seen.
 */
export function listensOnLoopback(analysis: Analysis): boolean {
  const hosts = analysis.tree.calls.flatMap((call) => {
    const callee = unwrap(call.callee)
    const name = callee.type === 'Identifier' ? callee.name : methodName(call)
    if (name !== 'listen' && name !== 'serve') return []
    return [call.arguments.flatMap((argument) => hostIn(analysis, argument))]
  })
  return hosts.length > 0 && hosts.every((named) => named.length > 0 && named.every(isLoopback))
}

/** The host that an argument of `listen` or `serve` names. */
function hostIn(analysis: Analysis, argument: Node): readonly string[] {
  if (argument.type === 'SpreadElement') return []
  return analysis
    .evaluate(argument, null, {})
    .flatMap(({ value }) => [
      ...textOf(value),
      ...(value.kind === 'object'
        ? ['host', 'hostname'].flatMap((key) =>
            (value.fields.get(key)?.choices() ?? []).flatMap((one) => textOf(one.value)),
          )
        : []),
    ])
}

function textOf(value: Value): readonly string[] {
  return value.kind === 'literal' && typeof value.value === 'string'
    ? [value.value === '::1' ? '[::1]' : value.value]
    : []
}
