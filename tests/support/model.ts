import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { Linter } from 'eslint'

import type { Grant } from '../../src/grants/model.ts'
import type { Policy } from '../../src/policy.ts'
import { policiesIn, type Source } from '../../src/policies.ts'
import type { Condition } from '../../src/values/condition.ts'
import { Contexts } from '../../src/values/contexts.ts'
import { Analysis } from '../../src/values/evaluate.ts'
import type { Choices, Frame, Node, Value, Verdict, World } from '../../src/values/value.ts'

/** An origin of the examples that is on their lists. */
export const LISTED = 'https://app.example.com'
/** An origin that is on nobody's list. */
export const STRANGER = 'https://evil.example'

export interface ParseOptions {
  /** `module` unless told; `ts` is a module too. */
  readonly format?: 'module' | 'commonjs' | 'ts'
  readonly developmentGuards?: readonly string[]
  /** The path that readers are told. */
  readonly filename?: string
}

const linter = new Linter()

/** What ESLint hands to rules for a text. A text that cannot be parsed is an error. */
export function sourceOf(code: string, { format = 'module' }: ParseOptions = {}): Source {
  let source: Source | undefined
  const messages = linter.verify(
    code,
    {
      files: ['**'],
      languageOptions: {
        sourceType: format === 'commonjs' ? 'commonjs' : 'module',
        ...(format === 'ts' && { parser }),
      },
      plugins: {
        test: {
          rules: {
            capture: {
              create: ({ sourceCode }) => {
                // The same object: ESLint and typescript-eslint describe it with different types.
                source = sourceCode as unknown as Source
                return {}
              },
            },
          },
        },
      },
      rules: { 'test/capture': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    format === 'ts' ? 'server.ts' : 'server.js',
  )
  const fatal = messages.find((message) => message.fatal)
  if (!source) throw new Error(`line ${fatal?.line ?? 0} can't be parsed: ${fatal?.message ?? 'no reason'}\n${code}`)
  return source
}

/** The policies of a text. */
export function policiesOf(code: string, options: ParseOptions = {}): readonly Policy[] {
  return policiesIn(sourceOf(code, options), options.developmentGuards, options.filename)
}

/** The only policy of a text. */
export function policyOf(code: string, options: ParseOptions = {}): Policy {
  const policies = policiesOf(code, options)
  if (policies.length !== 1) throw new Error(`${policies.length} policies instead of one in\n${code}`)
  return policies[0]!
}

/** A text with one call `probe(…)`, which marks an expression or a place. */
interface Probed {
  readonly analysis: Analysis
  readonly source: Source
  readonly call: TSESTree.CallExpression
  /** The activations in which the marked place runs. */
  readonly frames: readonly (Frame | null)[]
}

function probed(code: string, options: ParseOptions = {}): Probed {
  const source = sourceOf(code, options)
  const analysis = new Analysis(source, options.developmentGuards)
  const calls = analysis.tree.calls.filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'probe')
  if (calls.length !== 1) throw new Error(`${calls.length} calls of probe instead of one in\n${code}`)
  const call = calls[0]!
  return { analysis, source, call, frames: new Contexts(analysis).of(call) }
}

/** What the marked expression can be, in the first activation or in the one that is asked for. */
export function choicesOf(code: string, options: ParseOptions & { world?: World; activation?: number } = {}): Choices {
  const { analysis, call, frames } = probed(code, options)
  return analysis.evaluate(call.arguments[0]!, frames[options.activation ?? 0] ?? null, options.world ?? {})
}

/** Value → the condition under which it is that, as JavaScript over the atoms' texts. */
export type Expected = string | Readonly<Record<string, string>>

/**
 * What the marked expression can be, in words; with conditions as `expected` states them where they are the same
 * condition, and as the model states them otherwise. To be compared with `expected`.
 */
export function valuesOf(
  code: string,
  expected: Expected,
  options: ParseOptions & { world?: World; activation?: number } = {},
): Expected {
  const { source } = probed(code, options)
  return agreeing(choicesOf(code, options), expected, source.text)
}

function agreeing(choices: Choices, expected: Expected, text: string): Expected {
  const found = new Map<string, Condition[]>()
  for (const { value, when } of choices) {
    const name = show(value, text)
    found.set(name, [...(found.get(name) ?? []), when])
  }
  const stated: Readonly<Record<string, string>> = typeof expected === 'string' ? { [expected]: 'true' } : expected
  const entries = [...found].flatMap(([name, conditions]): [string, string][] => {
    const actual = conditions.map((condition) => `(${showCondition(condition, text)})`).join(' || ')
    if (isEquivalent(actual, 'false')) return []
    const wanted = stated[name]
    return [[name, wanted !== undefined && isEquivalent(actual, wanted) ? wanted : actual]]
  })
  const [only] = entries
  return entries.length === 1 && only?.[1] === 'true' ? only[0] : Object.fromEntries(entries)
}

/** The condition under which the marked place is reached, as `expected` states it if it is the same one. */
export function reachOf(code: string, expected: string, options: ParseOptions = {}): string {
  const { analysis, call, frames, source } = probed(code, options)
  const actual = showCondition(analysis.reach(call, frames[0] ?? null), source.text)
  return isEquivalent(actual, expected) ? expected : actual
}

/** What a condition of a grant or fact is, as `expected` states it if it is the same one. */
export function conditionIn(code: string, condition: Condition, expected: string): string {
  const actual = showCondition(condition, code)
  return isEquivalent(actual, expected) ? expected : actual
}

/** What the marked expression is as a test in a world, and whether the origin was compared on the way. */
export function decisionOf(code: string, world: World, options: ParseOptions = {}) {
  const { analysis, call, frames } = probed(code, options)
  return analysis.decide(analysis.test(call.arguments[0]!, frames[0] ?? null), world)
}

/**
 * Whether a policy lets in a stranger, a listed origin, `Origin: null` (as sandboxed frames send it), and a request
 * without an origin: what its grants answer together, separated by spaces. Where `expected` leaves a choice
 * (`no/unseen`), an answer that is one of it stands as that choice.
 */
export function answersOf(grants: readonly Grant[], expected = ''): string {
  const accepted = expected.split(' ')
  return [STRANGER, LISTED, 'null', null]
    .map((origin, index) => {
      const verdicts = grants.map((grant) => answerOf(grant, origin))
      const answer = (['yes', 'unseen', 'either'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'no'
      return accepted[index]?.split('/').includes(answer) ? accepted[index] : answer
    })
    .join(' ')
}

function answerOf(grant: Grant, origin: string | null): Verdict {
  switch (grant.kind) {
    case 'checked':
      return grant.check.admits(origin)
    case 'echo':
    case 'anyone':
      return 'yes'
    case 'listed':
      return grant.origin === origin ? 'yes' : 'no'
    case 'null':
      return origin === 'null' ? 'yes' : 'no'
    case 'unusable':
      return 'no'
    default:
      return 'unseen'
  }
}

/** What grants let in, in words: `anyone by default`, `echo by header`, `listed https://…`. */
export function showGrant(grant: Grant): string {
  switch (grant.kind) {
    case 'listed':
      return `listed ${grant.origin}`
    case 'request':
      return `request ${grant.source}`
    case 'unknown':
      return 'unknown'
    case 'unusable':
      return `unusable ${grant.value}`
    default:
      return `${grant.kind} by ${grant.by}`
  }
}

export function grantsOf(code: string, options: ParseOptions = {}): string[] {
  return policyOf(code, options).grants.map(showGrant)
}

/** The policies of a text, each as its grants. */
export function grantsByPolicy(code: string, options: ParseOptions = {}): string[][] {
  return policiesOf(code, options).map(({ grants }) => grants.map(showGrant))
}

/** A value in words: JavaScript where it is known, `?` where it is not, `…` where there may be more. */
function show(value: Value, text: string): string {
  const all = (choices: Choices): string => choices.map((choice) => show(choice.value, text)).join(' | ')
  const more = (parts: readonly string[], isOpen: boolean): string => [...parts, ...(isOpen ? ['…'] : [])].join(', ')
  const maybe = (when: Condition): string => (when.op === 'true' ? '' : '?')
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? `'${value.value}'` : String(value.value)
    case 'regexp':
      return `/${value.source}/${value.flags}`
    case 'list':
      return `[${more(
        value.items.map((item) => all(item.choices()) + maybe(item.when)),
        value.open,
      )}]`
    case 'object':
      return `{${more(
        [...value.fields].map(([key, field]) => `${key}${maybe(field.when)}: ${all(field.choices())}`),
        value.open,
      )}}`
    case 'function':
    case 'class':
      return value.kind
    case 'instance':
      return `new ${value.of}(${value.args.map((choices) => all(choices())).join(', ')})`
    case 'test':
      return `test(${showCondition(value.condition, text)})`
    case 'external':
      return [rootName(value.root), ...value.path].join('.')
    case 'input':
      return value.exact ? `<${value.source}>` : `<from ${value.source}>`
    case 'unknown':
      return '?'
  }
}

function rootName(root: (Value & { kind: 'external' })['root']): string {
  switch (root.type) {
    case 'import':
      return `import(${root.module}).${root.name}`
    case 'parameter':
      return `parameter ${root.index}`
    case 'global':
      return root.name
    default:
      return root.type
  }
}

/** A condition as a JavaScript expression over the texts of its atoms. */
function showCondition(condition: Condition, text: string): string {
  const textOf = (node: Node): string => text.slice(...node.range).replace(/\s+/g, ' ')
  switch (condition.op) {
    case 'true':
    case 'false':
      return condition.op
    case 'not':
      return `!(${showCondition(condition.of, text)})`
    case 'and':
    case 'or':
      return condition.of.map((part) => `(${showCondition(part, text)})`).join(condition.op === 'and' ? ' && ' : ' || ')
    case 'atom': {
      const { atom } = condition
      switch (atom.kind) {
        case 'truthy':
          return textOf(atom.node)
        case 'value':
          return textOf(atom.value.node)
        case 'nullish':
          return `${textOf(atom.node)} == null`
        case 'equal':
          return `${textOf(atom.left.node)} === ${textOf(atom.right.node)}`
        case 'picked':
          return `${textOf(atom.key.node)} === '${atom.name}'`
        case 'matches':
          return `/${atom.source}/${atom.flags}`
        case 'contained':
          return `'${atom.text}'.includes(origin)`
        case 'throws':
          return 'throws'
        case 'unseen':
          return atom.node ? `unseen(${textOf(atom.node)})` : 'unseen'
      }
    }
  }
}

/** Whether two boolean expressions agree, whatever the parts that are no `!`, `&&` or `||` are. */
function isEquivalent(one: string, other: string): boolean {
  const names = new Map<string, number>()
  const [left, right] = [compile(one, names), compile(other, names)]
  if (names.size > 14) throw new Error(`too many atoms in ${one}`)
  for (let bits = 0; bits < 1 << names.size; bits++) if (left(bits) !== right(bits)) return false
  return true
}

type Formula = (bits: number) => boolean

function compile(expression: string, names: Map<string, number>): Formula {
  const text = `(${expression})`
  const [statement] = parser.parse(text, { range: true }).body
  if (statement?.type !== 'ExpressionStatement') throw new Error(`no expression: ${expression}`)
  const visit = (node: TSESTree.Expression): Formula => {
    if (node.type === 'Literal' && typeof node.value === 'boolean') return () => node.value
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const inner = visit(node.argument)
      return (bits) => !inner(bits)
    }
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      const [left, right] = [visit(node.left), visit(node.right)]
      return node.operator === '&&' ? (bits) => left(bits) && right(bits) : (bits) => left(bits) || right(bits)
    }
    const name = text.slice(...node.range)
    const index = names.get(name) ?? names.size
    names.set(name, index)
    return (bits) => ((bits >> index) & 1) === 1
  }
  return visit(statement.expression)
}

/** How a text of a served file is parsed. */
export function parsedAs(format: 'mjs' | 'cjs' | 'ts' | undefined): ParseOptions['format'] {
  if (format === 'ts') return 'ts'
  return format === 'cjs' ? 'commonjs' : 'module'
}
