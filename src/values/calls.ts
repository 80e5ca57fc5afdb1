import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { receivers } from './accesses.ts'
import { TRUE } from './condition.ts'
import { isTainted, literal, mapChoices, one, single, unknown } from './construct.ts'
import { regexpOf } from './globals.ts'
import type { Invocation } from './invocation.ts'
import { callFunction, callMethod } from './invoke.ts'
import { staticKey, unwrap } from './tree.ts'
import type { Choices, Evaluator, Frame, Node, World } from './value.ts'

/** Compilers wrap a `require` in these. */
const INTEROP =
  /^_*(?:importDefault|importStar|interopRequireDefault|interopRequireWildcard|interop_require_default|toESM)$/

/** `callee(…)`, and `require('module')`. */
export function evaluateCall(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  frame: Frame | null,
  world: World,
): Choices {
  const callee = unwrap(node.callee)
  // TypeScript, Babel and esbuild wrap a `require` in these.
  if (
    callee.type === 'Identifier' &&
    INTEROP.test(callee.name) &&
    node.arguments[0] &&
    node.arguments[0].type !== 'SpreadElement'
  ) {
    return evaluator.evaluate(node.arguments[0], frame, world)
  }
  const required = requiredModule(node, callee, evaluator.variables)
  if (required !== undefined)
    return one({ kind: 'external', root: { type: 'import', module: required, name: '*' }, path: [], node })
  const invocation = invocationOf(evaluator, node, node.arguments, frame, world)
  if (callee.type === 'MemberExpression') {
    const name = staticKey(callee)
    const objects = receivers(evaluator, callee.object, callee.optional, frame, world)
    return name === undefined
      ? one(unknown(node, true))
      : mapChoices(objects, (value) => callMethod(value, name, invocation))
  }
  return mapChoices(evaluator.evaluate(callee, frame, world), (value) => callFunction(value, invocation))
}

function invocationOf(
  evaluator: Evaluator,
  node: Node,
  args: readonly TSESTree.CallExpressionArgument[],
  frame: Frame | null,
  world: World,
): Invocation {
  const thunks = args.map((argument) =>
    argument.type === 'SpreadElement'
      ? () => one(unknown(argument, true))
      : (other: World = world) => evaluator.evaluate(argument, frame, other),
  )
  return { evaluator, args: thunks, node, frame, world }
}

/** `new Callee(…)` */
export function evaluateNew(
  evaluator: Evaluator,
  node: TSESTree.NewExpression,
  frame: Frame | null,
  world: World,
): Choices {
  const { args } = invocationOf(evaluator, node, node.arguments, frame, world)
  return mapChoices(evaluator.evaluate(node.callee, frame, world), (callee) => {
    if (callee.kind === 'class')
      return one({ kind: 'instance', of: 'this', args, node, frame, class: callee.node, tainted: false })
    if (callee.kind !== 'external') return one(unknown(node))
    const name =
      callee.path.at(-1) ?? (callee.root.type === 'global' || callee.root.type === 'import' ? callee.root.name : '')
    const [first] = args
    if (name === 'Array')
      return one({
        kind: 'list',
        open: args.length === 1,
        node,
        items: args.map((choices) => ({ choices, when: TRUE, node })),
      })
    if (name === 'RegExp' && first)
      return one(regexpOf(single(first(), node), single(args[1]?.() ?? one(literal(undefined, node)), node), node))
    const tainted = args.some((thunk) => thunk().some(({ value }) => isTainted(value)))
    return one({ kind: 'instance', of: name === 'default' ? '' : name, args, node, frame, tainted })
  })
}

function requiredModule(
  node: TSESTree.CallExpression,
  callee: Node,
  variables: ReadonlyMap<Node, TSESLint.Scope.Variable>,
): string | undefined {
  const [argument] = node.arguments
  if (argument?.type !== 'Literal') return undefined
  if (callee.type === 'CallExpression' && isCreateRequire(callee)) return String(argument.value)
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined
  if ((variables.get(callee)?.defs.length ?? 0) > 0 && !isCreatedRequire(variables.get(callee))) return undefined
  return typeof argument.value === 'string' ? argument.value : undefined
}

/** `const require = createRequire(import.meta.url)` is as good as the real one. */
function isCreatedRequire(variable: TSESLint.Scope.Variable | undefined): boolean {
  const definition = variable?.defs[0]
  return (
    definition?.type === 'Variable' &&
    definition.node.init?.type === 'CallExpression' &&
    isCreateRequire(definition.node.init)
  )
}

function isCreateRequire({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'createRequire'
  return callee.type === 'MemberExpression' && staticKey(callee) === 'createRequire'
}
