import { TRUE } from '../values/condition.ts'
import { one, unknown } from '../values/construct.ts'
import type { FunctionValue, Node, Thunk, Value, World } from '../values/value.ts'

/** What a library gives a function that it asks about an origin. */
export function bindOrigin({ node }: FunctionValue): ReadonlyMap<Node, Thunk> {
  const [origin] = node.params
  return new Map(origin && [[origin, originThunk(origin)]])
}

/** The arguments of a function that a library asks: the origin and then the request, or the request alone. */
export function askedOf({ node }: FunctionValue, asks: 'origin' | 'request'): readonly Thunk[] {
  const [first, second] = node.params
  const request = requestThunk((asks === 'origin' ? second : first) ?? node)
  return asks === 'origin' ? [originThunk(first ?? node), request] : [request]
}

/** The request itself, whatever the parameter is called. */
function requestThunk(node: Node): Thunk {
  return () => [{ when: TRUE, value: { kind: 'external', root: { type: 'request' }, path: [], node } }]
}

function originThunk(node: Node): Thunk {
  return (world = {}) => [{ when: TRUE, value: originValue(node, world) }]
}

function originValue(node: Node, world: World): Value {
  if (world.origin === undefined) return { kind: 'input', source: 'origin', exact: true, node, frame: null }
  return { kind: 'literal', value: world.origin ?? undefined, node, tainted: true }
}

/** What a library gives a function that it asks for options: the request. */
export function bindRequest({ node }: FunctionValue): ReadonlyMap<Node, Thunk> {
  const [request] = node.params
  return new Map(request && [[request, requestThunk(request)]])
}

/** The arguments of a function that is given nothing of the request: what they are cannot be seen. */
export function unseenBy({ node }: FunctionValue): readonly Thunk[] {
  return node.params.map((parameter) => () => one(unknown(parameter)))
}
