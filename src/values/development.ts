import { nameOf } from './roles.ts'
import type { Condition, Evaluator, ExternalValue, Primitive, World } from './value.ts'

const ENVIRONMENT_VARIABLE = /^(?:NODE_ENV|APP_ENV|VERCEL_ENV|ENVIRONMENT|DENO_ENV|BUN_ENV|RAILS_ENV|MODE)$/
const DEVELOPMENT_NAME =
  /^_*(?:is|in|on|use)?_?(?:dev|development|debug|local|localhost|test|testing|e2e)_?(?:mode|env|environment|build|server|only)?_*$/i
const LOCAL_TEST =
  /^(?:includes|endsWith|startsWith|has|test)\((?:.*(?:localhost|127\.0\.0\.1|\.local\b).*|--?(?:dev|development|local|debug|watch)\b.*)\)$/i
const PRODUCTION_NAME = /^_*(?:is|in|on)?_?(?:prod|production|live)_?(?:mode|env|environment|build)?_*$/i

/**
 * What a value from outside is when the server runs in production (or in development):
 * `process.env.NODE_ENV`, `import.meta.env.DEV`, `isDev`, `config.isProduction`.
 * `undefined` when it has nothing to do with that.
 */
export function environmentValue(
  value: ExternalValue,
  world: World,
  guards: ReadonlySet<string>,
): { readonly value: Primitive } | undefined {
  if (world.environment === undefined) return undefined
  const isDevelopment = world.environment === 'development'
  const { root, path } = value
  // `isDevelopment()` says what `isDevelopment` says.
  const steps = path
    .map((step) => step.replace(/\(\)$/, '').replace(/^get\((?!env\))(.+)\)$/, '$1'))
    .filter((step) => step !== '')
  const name = steps.at(-1) ?? rootName(root)
  const isEnvironment = steps.at(-2) === 'env' || steps.at(-2) === 'environment'
  if (isEnvironment && ENVIRONMENT_VARIABLE.test(name)) return { value: world.environment }
  if (
    name === 'get(env)' ||
    (name === 'env' && root.type !== 'global' && path.length > 0 && path.length < 3 && isApplication(path))
  ) {
    return { value: world.environment }
  }
  if (isEnvironment && /^VITEST|^JEST_WORKER_ID|^CI$|_EMULATOR$/.test(name))
    return { value: isDevelopment ? 'true' : undefined }
  // `url.includes('localhost')`, `process.argv.includes('--dev')`
  if (LOCAL_TEST.test(name)) return { value: isDevelopment }
  if (guards.has(name) || DEVELOPMENT_NAME.test(name)) return { value: isDevelopment }
  if (PRODUCTION_NAME.test(name)) return { value: !isDevelopment }
  if (ENVIRONMENT_VARIABLE.test(name) && name !== 'MODE') return { value: world.environment }
  return undefined
}

function rootName(root: ExternalValue['root']): string {
  if (root.type === 'self' || root.type === 'request') return ''
  if (root.type !== 'parameter') return root.name
  const parameter = root.fn.params[root.index]
  return parameter ? (nameOf(parameter) ?? '') : ''
}

function isApplication(path: readonly string[]): boolean {
  return path.length === 1 || path[0] === 'app'
}

/** Whether a value from outside is an environment variable: `process.env.X`, `Deno.env.get('X')`, `env.X` of a worker. */
export function isVariable({ root, path }: ExternalValue): boolean {
  const steps = root.type === 'parameter' ? [rootName(root), ...path] : path
  return /^(?:env|environment)$/.test(steps.at(-2) ?? '') && /^(?:[A-Za-z_]\w*|get\(\w+\))$/.test(steps.at(-1) ?? '')
}

const DEVELOPMENT_STAGE = /^(?:dev|develop|development|local|localhost|test|testing)$/i
const PRODUCTION_STAGE = /^(?:prod|production|live)$/i

/** What `stage === 'development'` is: a value from outside compared with the name of an environment. */
export function isStage(name: string, world: World): boolean | undefined {
  if (world.environment === undefined) return undefined
  if (DEVELOPMENT_STAGE.test(name)) return world.environment === 'development'
  return PRODUCTION_STAGE.test(name) ? world.environment === 'production' : undefined
}

/** Whether a name says by itself that it is about the environment. */
export function isEnvironmentName(name: string, guards: ReadonlySet<string>): boolean {
  return guards.has(name) || DEVELOPMENT_NAME.test(name) || PRODUCTION_NAME.test(name)
}

const PRODUCTION: World = { environment: 'production' }
const DEVELOPMENT: World = { environment: 'development' }

/** Where something happens under a condition: everywhere, or in one environment; `undefined` when in none. */
export function environmentOf(evaluator: Evaluator, when: Condition): 'any' | 'development' | 'production' | undefined {
  if (!evaluator.canHold(when)) return undefined
  const isProduction = evaluator.decide(when, PRODUCTION).verdict !== 'no'
  const isDevelopment = evaluator.decide(when, DEVELOPMENT).verdict !== 'no'
  if (isProduction) return isDevelopment ? 'any' : 'production'
  return isDevelopment ? 'development' : undefined
}
