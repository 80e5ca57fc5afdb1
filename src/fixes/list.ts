import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import type { AllowedOrigins, OriginModule } from '../settings.ts'
import { isDirective } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, type Edit, type Edits, type FixContext } from './edit.ts'
import { styleOf, type Style } from './style.ts'

/** What suggestions use where the settings name no list. */
const DEFAULT_LIST: AllowedOrigins = { env: 'CORS_ALLOWED_ORIGINS' }

/** The user's list of origins, as code. */
export interface ListCode {
  /** An expression for an array of strings. */
  readonly text: string
  /** What brings it into the file. */
  readonly edits: Edits
}

/** How menus call the list. */
export function nameOfList({ settings: { allowedOrigins = DEFAULT_LIST } }: FixContext): string {
  if ('env' in allowedOrigins) return allowedOrigins.env
  return 'module' in allowedOrigins ? allowedOrigins.export : 'settings.cors.allowedOrigins'
}

/** The list as one expression, for an option that takes an array. */
export function inlineList(context: FixContext, fallback: readonly string[] = []): ListCode {
  const { allowedOrigins = DEFAULT_LIST } = context.settings
  if ('module' in allowedOrigins) return importedList(allowedOrigins, context)
  return { text: listText(allowedOrigins, styleOf(context.sourceCode), fallback), edits: [] }
}

/** The only origin of the list, as a text; `undefined` where there are others, or may be. */
export function onlyOrigin(context: FixContext): ListCode | undefined {
  const { allowedOrigins = DEFAULT_LIST } = context.settings
  if ('env' in allowedOrigins || 'module' in allowedOrigins) return undefined
  const [origin, ...others] = allowedOrigins
  if (origin === undefined || others.length > 0) return undefined
  return { text: styleOf(context.sourceCode).string(origin), edits: [] }
}

/** The list under a name at the top of the file, for code that asks it. */
export function namedList(context: FixContext): ListCode {
  const { allowedOrigins = DEFAULT_LIST } = context.settings
  if ('module' in allowedOrigins) return importedList(allowedOrigins, context)
  const style = styleOf(context.sourceCode)
  const text = listText(allowedOrigins, style)
  const program = programOf(context)
  const declared = program.body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations : [],
  )
  const own = declared.find((one) => one.init && one.id.type === 'Identifier' && style.of(one.init) === text)
  if (own?.id.type === 'Identifier' && isVisibleEverywhere(own.id.name, context))
    return { text: own.id.name, edits: [] }
  const name = freeName('allowedOrigins', context)
  return { text: name, edits: [insertTop(`const ${name} = ${text}${style.semicolon}`, context, style)] }
}

function listText(
  origins: Exclude<AllowedOrigins, OriginModule>,
  style: Style,
  fallback: readonly string[] = [],
): string {
  if (!('env' in origins)) return literalList(origins, style)
  return `process.env.${origins.env}?.split(${style.string(',')}).map((entry) => entry.trim()) ?? ${literalList(fallback, style)}`
}

function literalList(origins: readonly string[], style: Style): string {
  return `[${origins.map((origin) => style.string(origin)).join(', ')}]`
}

function importedList(origins: OriginModule, context: FixContext): ListCode {
  const style = styleOf(context.sourceCode)
  const specifier = specifierOf(origins.module, context)
  const program = programOf(context)
  const isModule = usesModules(program)
  const existing = isModule
    ? importedName(program, specifier, origins.export)
    : requiredName(program, specifier, origins.export)
  if (existing !== undefined && isVisibleEverywhere(existing, context)) return { text: existing, edits: [] }
  const name = freeName(origins.export, context)
  const from = style.string(specifier)
  if (isModule) {
    const binding = name === origins.export ? name : `${origins.export} as ${name}`
    return { text: name, edits: [insertTop(`import { ${binding} } from ${from}${style.semicolon}`, context, style)] }
  }
  const binding = name === origins.export ? name : `${origins.export}: ${name}`
  return { text: name, edits: [insertTop(`const { ${binding} } = require(${from})${style.semicolon}`, context, style)] }
}

/** A relative module of the settings starts at the folder ESLint runs in, an import at its file. */
function specifierOf(module: string, { cwd, filename }: FixContext): string {
  if (!module.startsWith('.')) return module
  const file = isAbsolute(filename) ? filename : resolve(cwd, filename)
  const path = relative(resolve(file, '..'), resolve(cwd, module)).split(sep).join(posix.sep)
  return path.startsWith('.') ? path : `./${path}`
}

function programOf({ sourceCode }: FixContext): TSESTree.Program {
  return sourceCode.ast as unknown as TSESTree.Program
}

function usesModules(program: TSESTree.Program): boolean {
  if (program.body.some((statement) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(statement.type)))
    return true
  return program.sourceType === 'module' && !program.body.some((statement) => requireOf(statement) !== undefined)
}

function importedName(program: TSESTree.Program, specifier: string, exported: string): string | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== specifier) continue
    for (const one of statement.specifiers) {
      if (one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.imported.name === exported)
        return one.local.name
    }
  }
  return undefined
}

function requiredName(program: TSESTree.Program, specifier: string, exported: string): string | undefined {
  for (const statement of program.body) {
    const declarator = requireOf(statement)
    if (declarator?.id.type !== 'ObjectPattern' || declarator.init?.type !== 'CallExpression') continue
    const [source] = declarator.init.arguments
    if (source?.type !== 'Literal' || source.value !== specifier) continue
    for (const property of declarator.id.properties) {
      if (
        property.type === 'Property' &&
        property.key.type === 'Identifier' &&
        property.key.name === exported &&
        property.value.type === 'Identifier'
      )
        return property.value.name
    }
  }
  return undefined
}

function requireOf(statement: TSESTree.ProgramStatement): TSESTree.VariableDeclarator | undefined {
  if (statement.type !== 'VariableDeclaration') return undefined
  return statement.declarations.find(
    (one) =>
      one.init?.type === 'CallExpression' &&
      one.init.callee.type === 'Identifier' &&
      one.init.callee.name === 'require',
  )
}

/** Puts a line after the imports at the top of a file; before everything else where there are none. */
function insertTop(line: string, context: FixContext, style: Style): Edit {
  const program = programOf(context)
  let last: Node | undefined
  for (const statement of program.body) {
    if (
      statement.type === 'ImportDeclaration' ||
      statement.type === 'TSImportEqualsDeclaration' ||
      requireOf(statement) ||
      isDirective(statement)
    )
      last = statement
  }
  if (last) return insertAt(last.range[1], `${style.newline}${line}`)
  const [first] = program.body
  const shebang = /^#!.*(?:\r?\n)?/.exec(context.sourceCode.text)?.[0].length ?? 0
  const comments = context.sourceCode
    .getAllComments()
    .filter((comment) => comment.range && (!first || comment.range[0] < first.range[0]))
  const start = comments.length > 0 || !first ? shebang : first.range[0]
  return insertAt(start, `${line}${style.newline}${style.newline}`)
}

/** Names that some scope of the file already uses for something else get another. */
function freeName(wanted: string, context: FixContext): string {
  const taken = namesIn(context)
  if (!taken.has(wanted)) return wanted
  const base = `cors${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}${String(count)}`
  return name
}

/** Whether no inner scope declares the same name. */
function isVisibleEverywhere(name: string, context: FixContext): boolean {
  return namesIn(context).get(name) === 1
}

const names = new WeakMap<object, ReadonlyMap<string, number>>()

/** Every name of a file, and how many scopes declare it. */
function namesIn({ sourceCode }: FixContext): ReadonlyMap<string, number> {
  const known = names.get(sourceCode.ast)
  if (known) return known
  const counts = new Map<string, number>()
  for (const scope of sourceCode.scopeManager.scopes) {
    for (const one of scope.variables) if (one.defs.length > 0) counts.set(one.name, (counts.get(one.name) ?? 0) + 1)
    for (const one of scope.through) counts.set(one.identifier.name, counts.get(one.identifier.name) ?? 0)
  }
  names.set(sourceCode.ast, counts)
  return counts
}
