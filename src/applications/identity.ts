import { exportOf, type ModuleExport } from '../modules.ts'
import type { Contexts } from '../values/contexts.ts'
import type { Analysis } from '../values/evaluate.ts'
import { nameOf } from '../values/roles.ts'
import { enclosingClass, methodName, typeName, unwrap } from '../values/tree.ts'
import type { Frame, Node, Value } from '../values/value.ts'
import type { Application } from './model.ts'
import { createdBy } from './packages.ts'

/** Which application an expression is. */
export interface Identity {
  /** The same for the same application. */
  readonly key: string
  readonly kind: Application['kind']
  readonly isCreatedHere: boolean
}

const APPLICATION_NAME = /^_*(?:app|application|server|api|expressApp|router|routes?|\w+(?:App|Router))$/
const APPLICATION_TYPE = /^(?:Express|Application|Router|IRouter|Koa|Hono)$/

/** Tells which application or router of the file an expression is; `undefined` when it is none, or one of several. */
export function identify(
  analysis: Analysis,
  contexts: Contexts,
  node: Node,
  frame: Frame | null,
): Identity | undefined {
  const place = unwrap(node)
  // Koa's routers are handed over as `router.routes()`.
  if (place.type === 'CallExpression' && /^(?:routes|middleware)$/.test(methodName(place) ?? '')) {
    const callee = unwrap(place.callee)
    return callee.type === 'MemberExpression' ? identify(analysis, contexts, callee.object, frame) : undefined
  }
  const [only, another] = analysis.evaluate(place, frame, {})
  return only && !another ? identityOf(analysis, contexts, only.value, place) : undefined
}

/** The same for a value. */
export function identityOf(analysis: Analysis, contexts: Contexts, value: Value, place: Node): Identity | undefined {
  const made = makerOf(analysis, value)
  const kind = made && createdBy(made)
  if (kind && 'node' in value) {
    // A factory that is called several times makes several applications.
    return contexts.of(value.node).length > 1
      ? undefined
      : { key: `made ${String(value.node.range[0])}`, kind, isCreatedHere: true }
  }
  if (value.kind !== 'external') return undefined
  const { root, path } = value
  const name = path.at(-1) ?? (root.type === 'parameter' ? nameOf(root.fn.params[root.index]) : nameIn(place))
  if (name === undefined || path.length > 1) return undefined
  const isNamed = APPLICATION_NAME.test(name)
  const ofName = { kind: /rout/i.test(name) ? ('router' as const) : ('application' as const), isCreatedHere: false }
  if (root.type === 'parameter') {
    const parameter = root.fn.params[root.index]
    const type = parameter && 'typeAnnotation' in parameter ? typeName(parameter.typeAnnotation) : undefined
    const isTyped = path.length === 0 && type !== undefined && APPLICATION_TYPE.test(type)
    if (!isNamed && !isTyped) return undefined
    return { key: `parameter ${String(root.fn.range[0])} ${String(root.index)} ${path.join('.')}`, ...ofName }
  }
  if (!isNamed) return undefined
  if (root.type === 'self') return { key: `self ${String(enclosingClass(place)?.range[0])} ${name}`, ...ofName }
  if (root.type === 'import') return { key: `import ${root.module} ${root.name} ${path.join('.')}`, ...ofName }
  return undefined
}

/** The package export that a value is made by, calls and creations included. */
export function makerOf(analysis: Analysis, value: Value): ModuleExport | undefined {
  if (value.kind === 'external') {
    const made = exportOf(value)
    // `Router()` of `import { Router }` reads as `express.Router()` does.
    return made && { ...made, name: made.name.replaceAll('.(', '(') }
  }
  if (value.kind !== 'instance' || value.node.type !== 'NewExpression') return undefined
  const [callee] = analysis.evaluate(value.node.callee, value.frame, {})
  const maker = callee && exportOf(callee.value)
  return maker && { module: maker.module, name: `${maker.name}()` }
}

function nameIn(place: Node): string | undefined {
  if (place.type === 'Identifier') return place.name
  return place.type === 'MemberExpression' && place.property.type === 'Identifier' ? place.property.name : undefined
}
