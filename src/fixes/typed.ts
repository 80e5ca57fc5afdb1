import type { TSESTree } from '@typescript-eslint/utils'
import type { Scope } from 'eslint'
import type { HeaderWrite } from '../policy.ts'
import { isFunction, unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import type { FixContext } from './edit.ts'
import { styleOf, type Style } from './style.ts'

/** Whether what is written into a file has to please TypeScript. */
export function isTyped({ filename }: Pick<FixContext, 'filename'>): boolean {
  return /\.[cm]?tsx?$/.test(filename)
}

/** An expression for an origin as code that is a text, also where there is none: an empty one is on nobody's list. */
export function asText(origin: Node, write: HeaderWrite, context: FixContext): string {
  const style = styleOf(context.sourceCode)
  const text = style.of(origin)
  return isTyped(context) && mayBeMissing(origin, write, context) ? `${text} ?? ${style.string('')}` : text
}

function mayBeMissing(origin: Node, write: HeaderWrite, context: FixContext): boolean {
  if (isDeclaredText(origin, context) || isNarrowed(origin, write, styleOf(context.sourceCode))) return false
  // Methods that take nothing but a text were given one already; others are content with `undefined`.
  const isStrict = write.shape === 'call' && (write.api === 'node' || write.api === 'fetch')
  return write.value !== origin || !isStrict
}

/** Whether a name is declared to be a text, or given one where there is nothing else. */
function isDeclaredText(node: Node, context: FixContext): boolean {
  const [definition] = (node.type === 'Identifier' && definitionsOf(node, context)) || []
  // The scopes of ESLint know no types of nodes that only TypeScript has.
  const name = definition?.name as TSESTree.Identifier | undefined
  if (name && definition?.type === 'Parameter') return isTextType(name)
  if (definition?.type !== 'Variable') return false
  const { id, init } = definition.node as unknown as TSESTree.VariableDeclarator
  if (id.type !== 'Identifier') return false
  if (id.typeAnnotation) return isTextType(id)
  const value = init && unwrap(init)
  if (value?.type !== 'LogicalExpression' || value.operator === '&&') return false
  return value.right.type === 'Literal' && typeof value.right.value === 'string'
}

function definitionsOf(node: TSESTree.Identifier, { sourceCode }: FixContext): readonly Scope.Definition[] {
  for (let scope: Scope.Scope | null = sourceCode.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(node.name)
    if (variable) return variable.defs
  }
  return []
}

function isTextType({ typeAnnotation }: TSESTree.Identifier): boolean {
  return typeAnnotation?.typeAnnotation.type === 'TSStringKeyword'
}

/** Whether a condition around a write is that there is such an origin. */
function isNarrowed(origin: Node, { node, shape }: HeaderWrite, style: Style): boolean {
  const text = style.of(origin)
  for (let current: Node = node; current.parent && !isFunction(current); current = current.parent) {
    const { parent } = current
    const isOfExpression =
      shape === 'property' &&
      ((parent.type === 'ConditionalExpression' && parent.consequent === current && parent.test) ||
        (parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === current && parent.left))
    const test = (parent.type === 'IfStatement' && parent.consequent === current && parent.test) || isOfExpression
    if (test !== false && conjunctsOf(test).some((one) => style.of(one) === text)) return true
  }
  return false
}

function conjunctsOf(test: Node): readonly Node[] {
  const node = unwrap(test)
  return node.type === 'LogicalExpression' && node.operator === '&&'
    ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)]
    : [node]
}

/** Whether a list that is written at a place would be one that nothing may change: `as const`. */
export function isConstantPlace(node: Node): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current
    if (parent.type === 'TSAsExpression') return isConst(parent.typeAnnotation)
    if (!/^(?:Property|ObjectExpression|ArrayExpression|SpreadElement|ConditionalExpression)$/.test(parent.type))
      return false
  }
  return false
}

function isConst(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}
