import type { TSESTree } from '@typescript-eslint/utils'
import type { Analysis } from '../../values/evaluate.ts'
import { methodName, staticKey, unwrap, wrapped } from '../../values/tree.ts'
import type { Node } from '../../values/value.ts'

/** `new Response`, `Response.json`, and a context that answers: `c.json`. */
const RESPONSE_MAKER = /^(?:\w*Response(?:\.\w+)?|(?:c|ctx|context)\.\w+)$/
const ASSERTION = /^(?:to[A-Z]\w*|expect|assert|deepEqual|deepStrictEqual|strictEqual|equal|is|mock\w+)$/

/** Whether a result object leaves the function that makes it, other than into an assertion. */
export function isSentBack(analysis: Analysis, object: Node): boolean {
  return usesOf(analysis, object).some((use) => {
    const place = outermostValue(use)
    const { parent } = place
    switch (parent?.type) {
      case 'ReturnStatement':
      case 'ExportDefaultDeclaration':
        return true
      case 'ArrowFunctionExpression':
        return parent.body === place
      case 'AssignmentExpression':
        return parent.right === place
      case 'CallExpression':
        return parent.callee !== place && !isAssertion(parent)
      default:
        return parent?.type === 'SpreadElement' || parent?.type === 'VariableDeclarator'
    }
  })
}

/** Whether a `Headers` object goes into a response of this server, and not into an outgoing request. */
export function isHeadersOfResponse(analysis: Analysis, created: Node): boolean {
  const flows = usesOf(analysis, created).map((use) => flowOf(analysis, use))
  return flows.includes('response') && !flows.includes('request')
}

/** Whether no use of a `Headers` object is the `headers` of a response that is made here. */
export function isHandedOn(analysis: Analysis, created: Node): boolean {
  return !usesOf(analysis, created).some((use) => {
    const init = outermostValue(use).parent
    const { parent } = init?.type === 'Property' ? outermostValue(init.parent) : {}
    return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && isResponseMaker(parent)
  })
}

function isResponseMaker(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return RESPONSE_MAKER.test(calleeName(call))
}

function flowOf(analysis: Analysis, use: Node): 'response' | 'request' | undefined {
  const place = outermostValue(use)
  const { parent } = place
  switch (parent?.type) {
    case 'Property':
      return flowOfInit(analysis, parent.parent)
    case 'NewExpression':
      return calleeName(parent) === 'Request' ? 'request' : 'response'
    case 'CallExpression':
      return parent.callee === place || isAssertion(parent) ? undefined : 'response'
    case 'ReturnStatement':
    case 'AssignmentExpression':
      return 'response'
    case 'ArrowFunctionExpression':
      return parent.body === place ? 'response' : undefined
    default:
      return undefined
  }
}

/** `{ headers }` as the last argument of a response is a response's; of any other call, a request's. */
function flowOfInit(analysis: Analysis, object: Node): 'response' | 'request' | undefined {
  const flows = usesOf(analysis, object).map((use) => {
    const { parent } = outermostValue(use)
    if (parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression') return 'response'
    if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return undefined
    return isResponseMaker(parent) ? 'response' : 'request'
  })
  return flows.includes('request') ? 'request' : flows.find((flow) => flow === 'response')
}

/** The places where a value is used: its own, and those of the variable it is kept in. */
function usesOf(analysis: Analysis, created: Node): readonly Node[] {
  const place = outermostValue(created)
  const declarator = place.parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [created]
  if (declarator.parent.parent.type === 'ExportNamedDeclaration') return [created]
  const variable = analysis.variables.get(declarator.id)
  return (variable?.references ?? []).filter((one) => one.isRead()).map((one) => one.identifier)
}

/** The outermost expression that can be this very value: `ok ? value : other`, `await value`. */
function outermostValue(node: Node): Node {
  let place = wrapped(node)
  while (
    place.parent?.type === 'LogicalExpression' ||
    place.parent?.type === 'AwaitExpression' ||
    (place.parent?.type === 'ConditionalExpression' && place.parent.test !== place)
  ) {
    place = wrapped(place.parent)
  }
  return place
}

function isAssertion(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee)
  return ASSERTION.test(callee.type === 'Identifier' ? callee.name : (methodName(call) ?? ''))
}

function calleeName(call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const callee = unwrap(call.callee)
  if (callee.type === 'Identifier') return callee.name
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined
  return object?.type === 'Identifier' && callee.type === 'MemberExpression'
    ? `${object.name}.${staticKey(callee) ?? ''}`
    : ''
}
