import type { TSESTree } from '@typescript-eslint/utils'
import { methodName, staticKey, typeName, unwrap } from './tree.ts'
import type { FunctionNode, Node } from './value.ts'

/** What a framework passes in a parameter; `context` carries both request and response. */
export type Role = 'request' | 'response' | 'context' | 'next' | 'error'

const REQUEST_NAME = /^_?(?:(?:proxy|client|upstream|outgoing)?(?:req|request)|rq|incoming|incomingMessage)$/i
const RESPONSE_NAME = /^_?(?:res|resp|response|reply|rep|serverResponse)$/i
const CONTEXT_NAME = /^_?(?:ctx|context|c|event|evt|ev)$/i
const NEXT_NAME = /^_?(?:next|done)$/i
const ERROR_NAME = /^_?(?:err|error|e)$/i

const REQUEST_TYPE =
  /^(?:\w*Request|IncomingMessage|APIGatewayProxyEvent(?:V2)?|APIGatewayEvent|LambdaFunctionURLEvent|HandlerEvent)$/
const RESPONSE_TYPE = /^(?:ServerResponse|OutgoingMessage|\w*Response|\w*Reply)$/
const CONTEXT_TYPE = /^(?:Context|\w*Context|RequestEvent|H3Event|FetchEvent)$/

const ROUTE_METHOD =
  /^(?:use|all|get|head|post|put|patch|delete|del|options|route|createServer|createSecureServer|on|addListener|addHook|onRequest|https?|param|eventHandler|defineEventHandler)$/
const ROUTE_FUNCTION = /^(?:createServer|createSecureServer|eventHandler|defineEventHandler|serve|onRequest)$/
const FETCH_METHOD = /^(?:fetch|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|loader|action|middleware|proxy|onRequest\w*)$/

const roles = new WeakMap<FunctionNode, readonly (Role | undefined)[]>()

/** The role of a function's parameter, by type annotation, position in a route, or name. */
export function roleOfParameter(fn: FunctionNode, index: number): Role | undefined {
  let known = roles.get(fn)
  if (!known) {
    known = fn.params.map(
      (parameter, place) => roleByType(parameter) ?? roleByPosition(fn, place) ?? roleByName(nameOf(parameter)),
    )
    roles.set(fn, known)
  }
  return known[index]
}

function roleByType(parameter: TSESTree.Parameter): Role | undefined {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  if (!('typeAnnotation' in pattern)) return undefined
  const name = typeName(pattern.typeAnnotation)
  if (name === undefined) return undefined
  if (REQUEST_TYPE.test(name)) return 'request'
  if (RESPONSE_TYPE.test(name)) return 'response'
  if (CONTEXT_TYPE.test(name)) return 'context'
  if (name === 'NextFunction') return 'next'
  return undefined
}

export function roleByName(name: string | undefined): Role | undefined {
  if (name === undefined) return undefined
  if (REQUEST_NAME.test(name)) return 'request'
  if (RESPONSE_NAME.test(name)) return 'response'
  if (CONTEXT_NAME.test(name)) return 'context'
  if (NEXT_NAME.test(name)) return 'next'
  return undefined
}

/** Whether a context goes by the name of an event, as with h3 and SvelteKit. */
export function isEventName(name: string): boolean {
  return /^_?(?:event|evt|ev)$/i.test(name)
}

function roleByPosition(fn: FunctionNode, index: number): Role | undefined {
  const names = fn.params.map(nameOf)
  const shift =
    names.length === 4 || (names.length > 1 && ERROR_NAME.test(names[0] ?? '') && REQUEST_NAME.test(names[1] ?? ''))
      ? 1
      : 0
  if (isRouteHandler(fn) && names.length > 1) {
    if (CONTEXT_NAME.test(names[0] ?? '')) return undefined
    const position = index - shift
    if (position === -1) return 'error'
    if (position === 0) return 'request'
    if (position === 1) return roleByName(names[index]) ?? 'response'
  }
  if (names.length === 1 && isEventHandler(fn)) return 'context'
  // `(q, res)`: one recognisable neighbour tells what the other is.
  if (index === shift && RESPONSE_NAME.test(names[index + 1] ?? '')) return 'request'
  if (index === shift + 1 && REQUEST_NAME.test(names[shift] ?? '')) return roleByName(names[index])
  if (index === 0 && isFetchHandler(fn)) return CONTEXT_NAME.test(names[0] ?? '') ? 'context' : 'request'
  return undefined
}

function isRouteHandler(fn: FunctionNode): boolean {
  const { parent } = fn
  if (parent.type !== 'CallExpression' || !parent.arguments.some((argument) => argument === fn)) return false
  const method = methodName(parent)
  if (method !== undefined) return ROUTE_METHOD.test(method)
  const callee = unwrap(parent.callee)
  return callee.type === 'Identifier' && ROUTE_FUNCTION.test(callee.name)
}

/** What h3 is handed answers an event, whatever that is called. */
function isEventHandler(fn: FunctionNode): boolean {
  const { parent } = fn
  if (parent.type !== 'CallExpression' || parent.arguments[0] !== fn) return false
  const callee = unwrap(parent.callee)
  return callee.type === 'Identifier' && /^(?:define(?:Cached)?E|e)ventHandler$/.test(callee.name)
}

function isFetchHandler(fn: FunctionNode): boolean {
  const name = functionName(fn)
  return name !== undefined && FETCH_METHOD.test(name)
}

/** The name a function is declared, assigned or stored under. */
export function functionName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name
  const { parent } = fn
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return staticKey(parent)
  return undefined
}

export function nameOf(pattern: Node | undefined): string | undefined {
  switch (pattern?.type) {
    case 'Identifier':
      return pattern.name
    case 'AssignmentPattern':
      return nameOf(pattern.left)
    case 'TSParameterProperty':
      return nameOf(pattern.parameter)
    default:
      return undefined
  }
}

/** The parameter index of a function that plays a role, or -1. */
export function indexOfRole(fn: FunctionNode, role: Role): number {
  return fn.params.findIndex((_, index) => roleOfParameter(fn, index) === role)
}
