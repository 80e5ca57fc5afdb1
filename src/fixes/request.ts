import type { HeaderWrite } from '../policy.ts'
import { functionName, indexOfRole, isEventName, nameOf, roleOfParameter } from '../values/roles.ts'
import { enclosingFunction, isFunction, typeName } from '../values/tree.ts'
import type { FunctionNode, Node } from '../values/value.ts'
import { insertAt, type Edits } from './edit.ts'
import type { Style } from './style.ts'

/** An expression for the request's origin, and what makes it available. */
export interface OriginCode {
  readonly text: string
  readonly edits: Edits
}

/** How a response is written tells how its request is read. */
type Api = HeaderWrite['api']

/** Functions that hosts call with a request, whether they take it or not. */
const REQUEST_HANDLER = /^(?:fetch|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/

/** The request's origin, as code that can stand at a node; `undefined` where no request is in reach. */
export function originAt(node: Node, write: HeaderWrite, style: Style, isTypeScript: boolean): OriginCode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const text = originIn(fn, write, style)
    if (text !== undefined) return { text, edits: [] }
  }
  return fromResponse(write, style) ?? withParameter(node, write.api, style, isTypeScript)
}

function originIn(fn: FunctionNode, write: HeaderWrite, style: Style): string | undefined {
  for (const [index, parameter] of fn.params.entries()) {
    const role = roleOfParameter(fn, index)
    const name = nameOf(parameter)
    if (name !== undefined && isExecutionContext(parameter)) return `${name}.switchToHttp().getRequest().headers.origin`
    if (name !== undefined && (role === 'request' || role === 'context')) return originOf(name, role, write, style)
    const destructured = parameter.type === 'ObjectPattern' ? parameter : undefined
    for (const property of destructured?.properties ?? []) {
      if (property.type !== 'Property' || property.value.type !== 'Identifier' || property.key.type !== 'Identifier')
        continue
      if (property.key.name === 'request') return originOf(property.value.name, 'request', write, style)
      // SvelteKit's `handle({ event, resolve })`
      if (property.key.name === 'event') return originOf(property.value.name, 'context', write, style)
      if (property.key.name === 'headers' && role === 'request')
        return write.api === 'fetch'
          ? `${property.value.name}.get(${style.string('Origin')})`
          : `${property.value.name}.origin`
    }
  }
  return undefined
}

/** What Nest gives guards and interceptors. */
function isExecutionContext(parameter: Node): boolean {
  return parameter.type === 'Identifier' && typeName(parameter.typeAnnotation) === 'ExecutionContext'
}

function originOf(name: string, role: 'request' | 'context', { api, target }: HeaderWrite, style: Style): string {
  const origin = style.string('Origin')
  // `c.res.headers` of Hono, `event.res.headers` of h3: the request stands beside the response.
  if (api === 'fetch' && role === 'context' && target && style.of(target).startsWith(`${name}.res.`))
    return isEventName(name) ? `${name}.req.headers.get(${origin})` : `${name}.req.header(${origin})`
  switch (api) {
    case 'event':
      return `${name}.headers.get(${origin})`
    case 'hono':
      return `${name}.req.header(${origin})`
    case 'koa':
      return role === 'context' ? `${name}.get(${origin})` : `${name}.headers.origin`
    case 'fetch':
      return role === 'context' ? `${name}.request.headers.get(${origin})` : `${name}.headers.get(${origin})`
    case 'result':
      // API Gateway passes header names on as they were sent; HTTP/2 clients send them in lower case.
      return `${name}.headers?.origin ?? ${name}.headers?.Origin`
    case 'fastify':
      return role === 'context' ? `${name}.request.headers.origin` : `${name}.headers.origin`
    default:
      return role === 'context' ? `${name}.req.headers.origin` : `${name}.headers.origin`
  }
}

/** A response knows its request: `res.req`, `reply.request`. */
function fromResponse(write: HeaderWrite, style: Style): OriginCode | undefined {
  if (!/^(?:node|express|fastify)$/.test(write.api) || !write.target) return undefined
  // Headers that are made elsewhere are out of its reach.
  if (enclosingFunction(write.node) !== enclosingFunction(write.target)) return undefined
  const name = style.of(write.target)
  return /^[\w$.]+$/.test(name)
    ? { text: `${name}.${write.api === 'fastify' ? 'request' : 'req'}.headers.origin`, edits: [] }
    : undefined
}

/** A handler that takes no request yet is given one. */
function withParameter(node: Node, api: Api, style: Style, isTypeScript: boolean): OriginCode | undefined {
  const fn = enclosingFunction(node)
  if (api !== 'fetch' || !fn || fn.params.length > 0 || !REQUEST_HANDLER.test(functionName(fn) ?? '')) return undefined
  const start = fn.range[0]
  const head = style.of(fn).slice(0, fn.body.range[0] - start)
  const parenthesis = head.lastIndexOf('()')
  if (parenthesis < 0) return undefined
  const parameter = isTypeScript ? 'request: Request' : 'request'
  return {
    text: `request.headers.get(${style.string('Origin')})`,
    edits: [insertAt(start + parenthesis + 1, parameter)],
  }
}

/** The function that owns the response a write goes to, and in it the place for what must always be sent. */
export function ownerOf(write: HeaderWrite): FunctionNode | undefined {
  const name = write.target?.type === 'Identifier' ? write.target.name : undefined
  for (let current: Node | undefined = write.node; current; current = current.parent) {
    if (!isFunction(current)) continue
    const owns =
      current.params.some((parameter) => nameOf(parameter) === name) ||
      indexOfRole(current, 'response') >= 0 ||
      indexOfRole(current, 'context') >= 0
    if (owns || name === undefined) return current
  }
  return undefined
}
