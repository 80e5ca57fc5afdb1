import type {} from '@typescript-eslint/utils/ts-eslint'
import { serialize } from './origins/serialized.ts'

/** What `settings.cors` of an ESLint configuration may hold. */
export interface CorsSettings {
  /** The origins that may read responses. Fixes narrow a policy to these. */
  readonly allowedOrigins?: AllowedOrigins
  /** Names of variables, functions and properties that are true during development only, such as `isLocal`. */
  readonly developmentGuards?: readonly string[]
}

/** Where the list of allowed origins is: `'module' in origins` and `'env' in origins` tell the forms apart. */
export type AllowedOrigins = OriginList | OriginModule | OriginVariable

/** Serialized origins, such as `https://app.example.com`. */
export type OriginList = readonly string[]

/** A module that exports the list as an array of strings. */
export interface OriginModule {
  readonly module: string
  readonly export: string
}

/** An environment variable that holds the list, separated by commas. */
export interface OriginVariable {
  readonly env: string
}

declare module '@typescript-eslint/utils/ts-eslint' {
  interface SharedConfigurationSettings {
    cors?: CorsSettings
  }
}

const validated = new WeakMap<object, CorsSettings>()

/** Reads `settings.cors` from the shared settings of a file. Throws at the first thing that is not accepted. */
export function readSettings(settings: unknown): CorsSettings {
  const cors = isObject(settings) ? settings.cors : undefined
  if (cors === undefined) return {}
  if (!isObject(cors))
    refuse('settings.cors', cors, 'an object such as { allowedOrigins: ["https://app.example.com"] }')
  return validated.get(cors) ?? remember(cors, validate(cors))
}

function remember(key: object, settings: CorsSettings): CorsSettings {
  validated.set(key, settings)
  return settings
}

function validate(cors: Fields): CorsSettings {
  const { allowedOrigins, developmentGuards } = onlyKnownKeys('settings.cors', cors, [
    'allowedOrigins',
    'developmentGuards',
  ])
  return {
    ...(allowedOrigins !== undefined && { allowedOrigins: validateOrigins(allowedOrigins) }),
    ...(developmentGuards !== undefined && { developmentGuards: validateGuards(developmentGuards) }),
  }
}

function validateOrigins(value: unknown): AllowedOrigins {
  const key = 'settings.cors.allowedOrigins'
  if (Array.isArray(value)) return validateList(key, value)
  if (isObject(value) && 'env' in value) return validateVariable(key, value)
  if (isObject(value) && 'module' in value) return validateModule(key, value)
  refuse(key, value, 'an array of origins, { module: "...", export: "..." } or { env: "..." }')
}

function validateList(key: string, values: readonly unknown[]): OriginList {
  if (values.length === 0) refuse(key, values, 'an array of at least one origin, such as ["https://app.example.com"]')
  // Not map: it would skip the holes of a sparse array.
  return Array.from(values, (value, index) => {
    const origin = validateOrigin(`${key}[${index}]`, value)
    const first = values.indexOf(origin)
    if (first !== index) refuse(`${key}[${index}]`, origin, `an origin that is not already in ${key}[${first}]`)
    return origin
  })
}

function validateModule(key: string, value: Fields): OriginModule {
  onlyKnownKeys(key, value, ['module', 'export'])
  const accepted = 'a module specifier, such as "./config/origins.js"'
  return {
    module: matching(`${key}.module`, value.module, /^[^\s'"`\\]+$/, accepted),
    export: identifier(`${key}.export`, value.export, 'the name of an export, such as "allowedOrigins"'),
  }
}

function validateVariable(key: string, value: Fields): OriginVariable {
  onlyKnownKeys(key, value, ['env'])
  const accepted = 'the name of an environment variable, such as "ALLOWED_ORIGINS"'
  return { env: matching(`${key}.env`, value.env, /^[A-Za-z_][A-Za-z0-9_]*$/, accepted) }
}

function validateGuards(value: unknown): readonly string[] {
  const key = 'settings.cors.developmentGuards'
  if (!Array.isArray(value)) refuse(key, value, 'an array of names, such as ["isLocal"]')
  return Array.from(value, (name: unknown, index) => identifier(`${key}[${index}]`, name, 'a name, such as "isLocal"'))
}

/** An origin has to be written as browsers send it, or it would never match. */
function validateOrigin(key: string, value: unknown): string {
  if (typeof value !== 'string') refuse(key, value, SERIALIZED_ORIGIN)
  if (value === 'null') refuse(key, value, `${SERIALIZED_ORIGIN}; any site can send "null", from a sandboxed frame`)
  if (value.includes('*')) refuse(key, value, `${SERIALIZED_ORIGIN}; a wildcard is not one, list each origin`)
  if (value === serialize(value)) return value
  const meant = serialize(value.trim())
  if (meant !== undefined) refuse(key, value, `${SERIALIZED_ORIGIN}; write ${JSON.stringify(meant)}`)
  refuse(key, value, value.includes('://') ? SERIALIZED_ORIGIN : `${SERIALIZED_ORIGIN}; the scheme is missing`)
}

const SERIALIZED_ORIGIN = 'an origin as browsers send it, such as "https://app.example.com" or "capacitor://localhost"'

function identifier(key: string, value: unknown, accepted: string): string {
  const name = matching(key, value, /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u, accepted)
  if (RESERVED.has(name)) refuse(key, name, `${accepted}; ${name} is a reserved word`)
  return name
}

const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
)

function matching(key: string, value: unknown, pattern: RegExp, accepted: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) refuse(key, value, accepted)
  return value
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function onlyKnownKeys(key: string, value: Fields, known: readonly string[]): Fields {
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown === undefined) return value
  throw new TypeError(`${key}.${unknown} is not a setting; accepted keys: ${known.join(', ')}.`)
}

function refuse(key: string, found: unknown, accepted: string): never {
  throw new TypeError(`${key} is ${describe(found)}; expected ${accepted}.`)
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
    case 'undefined':
      return 'missing'
    case 'function':
      return 'a function'
    case 'object':
      return value === null ? 'null' : describeObject(value)
    default:
      return String(value)
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (value instanceof RegExp) return `the regular expression ${String(value)}`
  return `an object with ${Object.keys(value).join(', ') || 'no keys'}`
}
