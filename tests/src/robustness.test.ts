import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { exposureOf, dependsOnOrigin } from '../../src/exposure.ts'
import { policiesIn } from '../../src/policies.ts'
import { policiesOf, sourceOf, STRANGER } from '../support/model.ts'

/** Asks all that rules ask; throws when the model does. */
function examine(code: string, format: 'module' | 'commonjs' | 'ts' = 'module'): number {
  const policies = policiesIn(sourceOf(code, { format }))
  for (const policy of policies) {
    dependsOnOrigin(policy)
    for (const grant of policy.grants) {
      exposureOf(policy, grant)
      if (grant.kind === 'checked') for (const origin of [STRANGER, 'null', '', null]) grant.check.admits(origin)
    }
  }
  return policies.length
}

const NAMES = ['a', 'b', 'c', 'f', 'g', 'K', 'origin', 'list', 'options'] as const
const name = fc.constantFrom(...NAMES)
const pick = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
const joined = (parts: fc.Arbitrary<string>, separator: string, maxLength = 3): fc.Arbitrary<string> =>
  fc.array(parts, { maxLength }).map((texts) => texts.join(separator))
const template = (strings: TemplateStringsArray, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => strings.map((string, index) => string + (texts[index] ?? '')).join(''))

const key = pick(
  'origin',
  'credentials',
  'methods',
  'maxAge',
  '"origin"',
  '[K]',
  "['Access-Control-Allow-Origin']",
  "'Access-Control-Allow-Origin'",
  "'Vary'",
  '__proto__',
  'constructor',
  '0',
)

const fragments = fc.letrec<Record<'expression' | 'statement' | 'argument' | 'property' | 'element', string>>((tie) => {
  const e = tie('expression')
  const s = tie('statement')
  const block = joined(s, '; ')
  const args = joined(tie('argument'), ', ')
  return {
    argument: fc.oneof({ maxDepth: 6 }, e, template`...${e}`),
    element: fc.oneof({ maxDepth: 6 }, e, template`...${e}`, pick('')),
    property: fc.oneof(
      { maxDepth: 6 },
      template`${key}: ${e}`,
      template`...${e}`,
      name,
      template`get ${key}() { return ${e} }`,
      template`set ${key}(value) { ${s} }`,
      template`async *${key}() { yield ${e} }`,
      template`${key}(${name}) { return ${e} }`,
    ),
    expression: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      name,
      pick("'*'", "'null'", 'true', 'null', '`x`', '/^https:/', '/(a+)+(?=b)/', '-1', '1n', 'this', 'new.target'),
      pick('req.headers.origin', "req.get('Origin')", 'process.env.ORIGIN', 'import.meta.env.DEV', 'undefined'),
      template`cors(${args})`,
      template`${e}(${args})`,
      template`${e}?.(${args})`,
      template`new ${name}(${args})`,
      template`new Set(${args})`,
      template`new URL(${args})`,
      template`new Response(${args})`,
      template`Object.assign(${args})`,
      template`Object.fromEntries(${args})`,
      template`{ ${joined(tie('property'), ', ')} }`.map((text) => `(${text})`),
      template`[${joined(tie('element'), ', ')}]`,
      template`(${e} ? ${e} : ${e})`,
      template`(${e} || ${e})`,
      template`(${e} && ${e})`,
      template`(${e} ?? ${e})`,
      template`(${e} === ${e})`,
      template`(${e} in ${e})`,
      template`(${e}, ${e})`,
      template`!(${e})`,
      template`typeof (${e})`,
      template`await (${e})`,
      template`(${e}).${pick('origin', 'headers', 'length', 'default', 'constructor', '__proto__')}`,
      template`(${e})?.[${e}]`,
      template`(${e}).${pick('includes', 'indexOf', 'some', 'map', 'find', 'has', 'get', 'split', 'match', 'test')}(${args})`,
      template`res.${pick('set', 'setHeader', 'header', 'writeHead', 'vary', 'append', 'removeHeader')}(${args})`,
      template`(async (${name}, { ${name}: [x = ${e}] = [] } = {}, ...rest) => ${e})`,
      template`(function (req, res) { ${block}; return ${e} })`,
      template`(class extends (${e}) { static #p = ${e}; [${e}] = ${e}; constructor() { super(); this.a = ${e} } })`,
      fc.tuple(e, e).map(([one, other]) => `\`\${${one}}-\${${other}}\``),
      template`(${name} = ${e})`,
      template`({ a: ${name}, ...b } = ${e})`,
    ),
    statement: fc.oneof(
      { maxDepth: 6 },
      e,
      template`var ${name} = ${e}`,
      template`var { ${key}: ${name} = ${e}, ...c } = ${e}`,
      template`var [, ${name}, ...c] = ${e}`,
      template`${name} ||= ${e}`,
      template`${name}.${name} = ${e}`,
      template`${name}[${e}] = ${e}`,
      template`delete ${name}.origin`,
      template`if (${e}) { ${block} } else { ${block} }`,
      template`for (const ${name} of ${e}) { ${block}; if (${e}) continue; ${block} }`,
      template`for (var ${name} in ${e}) { ${block} }`,
      template`while (${e}) { ${block}; break }`,
      template`switch (${e}) { case ${e}: ${block}; default: ${block}; break; case ${e}: ${block} }`,
      template`try { ${block} } catch ({ message }) { ${block} } finally { ${block} }`,
      template`label: { ${block}; break label }`,
      template`function ${name}(${name}, req, res) { ${block}; if (${e}) return; ${block}; return ${e} }`,
      template`class ${pick('C', 'D')} extends ${pick('D', 'C')} { a = ${e}; m(${name}) { ${block}; return this.m(${e}) } }`,
      template`app.use(${args})`,
      template`app.options(${args})`,
      pick('throw origin', ';', 'debugger', '{}'),
    ),
  }
})

/** Programs that parse; the others are generated anew. */
const programs = fc
  .tuple(fc.array(fragments.statement, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([statements, isWrapped]) => {
    const body = statements.join(';\n')
    return `import cors from 'cors'\nasync function main(req, res, next) {\n${body}\n}\n${isWrapped ? 'main()' : ''}`
  })

function parses(code: string): boolean {
  try {
    sourceOf(code)
    return true
  } catch {
    return false
  }
}

describe('generated programs', () => {
  test('never crash the model', { timeout: 120_000 }, () => {
    let seen = 0
    fc.assert(
      fc.property(programs, (code) => {
        fc.pre(parses(code))
        seen += examine(code)
      }),
      { numRuns: 200, maxSkipsPerRun: 50, seed: 20_260 },
    )
    // They are about CORS, or nothing was tried.
    expect(seen).toBeGreaterThan(50)
  })
})

const deep = (count: number, open: string, inner: string, close: string): string =>
  open.repeat(count) + inner + close.repeat(count)

const HEADER = `res.setHeader('Access-Control-Allow-Origin', origin)`

describe('odd programs', () => {
  test.each([
    [
      'missing arguments',
      `res.setHeader(); res.set(); res.writeHead(); res.vary(); cors(...[]); new Response(); new Headers()`,
    ],
    [
      'spread arguments',
      `res.setHeader(...a); res.writeHead(...a); cors(...a); res.set('Vary', ...a); cors({ ...a, ...b })`,
    ],
    ['cyclic constants', `const a = { ...b, origin: b }; const b = { ...a, origin: a }; cors(a); cors(b)`],
    ['a constant of itself', `const a = [...a]; cors({ origin: a })`],
    ['cyclic defaults', `function f(a = b, b = a) { return cors({ origin: a }) } f()`],
    [
      'mutual recursion',
      `function f(x) { return g(x) } function g(x) { return f(x) } cors(f(1)); cors({ origin: g(2) })`,
    ],
    ['growing recursion', `function f(x) { return f([x, x]) } cors({ origin: f('*') })`],
    ['forking recursion', `function f(x) { return f(x) || f(x) || f(x) } cors({ origin: f(1) })`],
    ['classes in a circle', `class A extends B { m() { return cors({ origin: this.x }) } } class B extends A {}`],
    [
      'classes in a circle that are constructed',
      `class A extends A {} class B extends mix(C) {} class C extends mix(B) {} new A(); new B({ cors: true }); cors(new C())`,
    ],
    ['a class of itself', `class A extends A { m() { return cors({ origin: this.x }) } }`],
    ['a method of itself', `class A { get x() { return this.x } m() { return cors({ origin: this.x }) } }`],
    [
      'helpers that call each other',
      `
      function one(res, origin) { two(res, origin); ${HEADER} }
      function two(res, origin) { one(res, origin); ${HEADER} }
      app.use((req, res) => one(res, req.headers.origin))`,
    ],
    [
      'a callback that hands itself on',
      `cors({ origin: function check(origin, callback) { check(origin, callback) } })`,
    ],
    [
      'callbacks in a circle',
      `
      const f = (origin, callback) => g(origin, callback); const g = (origin, callback) => f(origin, callback)
      cors({ origin: f }); cors(f)`,
    ],
    ['a delegate of delegates', `cors((req, cb) => cb(null, (req2, cb2) => cb2(null, {})))`],
    ['a long ||', `cors({ origin: ${Array.from({ length: 2_000 }, (_, index) => `a${index}`).join(' || ')} })`],
    [
      'a long &&',
      `app.use((req, res) => { if (${Array.from({ length: 2_000 }, (_, index) => `a${index}`).join(' && ')}) res.setHeader('Access-Control-Allow-Origin', '*') })`,
    ],
    ['a long +', `cors({ origin: ${Array.from({ length: 2_000 }, () => `'a'`).join(' + ')} })`],
    [
      'an object that is changed often',
      `const o = {}; ${Array.from({ length: 3_000 }, (_, index) => `o.k${index} = ${index};`).join('')} cors(o)`,
    ],
    ['a doubling text', `let a = 'ab'; ${'a = a + a;'.repeat(60)} cors({ origin: a })`],
    [
      'a doubling list',
      `const l0 = ['a', 'b']; ${Array.from({ length: 40 }, (_, index) => `const l${index + 1} = [...l${index}, ...l${index}];`).join('')} cors({ origin: l40 })`,
    ],
    [
      'a doubling object',
      `const o0 = {}; ${Array.from({ length: 40 }, (_, index) => `const o${index + 1} = { ...(f ? o${index} : o${index}), a: o${index} };`).join('')} cors(o40)`,
    ],
    [
      'doubling choices',
      `let a = 0; ${Array.from({ length: 40 }, (_, index) => `if (f${index}) a = f${index} ? a : '${index}';`).join('')} cors({ origin: a })`,
    ],
    [
      'many exits',
      `app.use((req, res) => { ${Array.from({ length: 500 }, (_, index) => `if (f(${index})) return;`).join('')} res.setHeader('Access-Control-Allow-Origin', '*') })`,
    ],
    [
      'many cases',
      `app.use((req, res) => { switch (x) { ${Array.from({ length: 500 }, (_, index) => `case ${index}: if (f(${index})) break;`).join('')} default: res.setHeader('Access-Control-Allow-Origin', '*') } })`,
    ],
    ['deep conditions', `cors({ origin: ${deep(300, '(a ? ', '1', ' : 2)')} })`],
    ['deep arrays', `cors({ origin: ${deep(500, '[', "'*'", ']')} })`],
    ['deep objects', `cors({ origin: ${deep(300, '{ a: ', "'*'", ' }')}.a.a.a })`],
    [
      'deep blocks',
      `app.use((req, res) => { ${deep(300, 'if (a) {', "res.setHeader('Access-Control-Allow-Origin', '*')", '}')} })`,
    ],
    ['deep functions', deep(150, '(() => {', 'cors()', '})();')],
    ['deep calls', `function f(x) { return x } cors({ origin: ${deep(300, 'f(', "'*'", ')')} })`],
    ['deep members', `cors({ origin: a${'.b'.repeat(1_000)} })`],
    [
      'deep chains',
      `app.use((req, res) => { res${".set('Vary', 'Origin')".repeat(300)}.set('Access-Control-Allow-Origin', '*') })`,
    ],
    [
      'long calls of helpers',
      `${Array.from({ length: 30 }, (_, index) => `function f${index}(r) { f${index + 1}(r); f${index + 1}(r) }`).join('')} function f30(r) { r.setHeader('Access-Control-Allow-Origin', '*') } app.use((req, res) => f0(res))`,
    ],
    [
      'names of Object.prototype',
      `cors({ constructor: 1, toString: 2, __proto__: null, hasOwnProperty: 3 }); cors({ origin: {}.constructor }); ''.toString.call()`,
    ],
    ['strange keys', `const o = { [Symbol.iterator]: 1, 1n: 2, [null]: 3, async: 4, get: 5, 'a b': 6 }; cors(o)`],
    [
      'strange patterns',
      `cors({ origin: /[/ }); cors({ origin: new RegExp('(') }); cors({ origin: new RegExp('a', 'zz') }); /a/.test('Access-Control-')`.replace(
        '/[/',
        '/[/]/',
      ),
    ],
    ['an invalid URL', `cors({ origin: new URL('nonsense').origin })`],
    ['an invalid escape in a tag', 'cors({ origin: tag`\\unicode` })'],
    ['holes', `const [, , a] = [, , ,]; cors({ origin: [, , a] })`],
    ['empty things', `switch (a) {} ; for (;;) { break } ; try {} finally {} ; class A {} ; cors({}, [], () => {})`],
  ])('%s', { timeout: 20_000 }, (_, code) => {
    expect(() => examine(`import cors from 'cors'\n${code}`)).not.toThrow()
  })

  test.each([
    `enum E { A = cors(), B = E.A } namespace N { export const x = cors({ origin: E.A }) }`,
    `abstract class A { abstract x: string; declare y: string; accessor z = cors({ origin: this.x }) }`,
    `declare module 'x' { export function cors(): void } declare function cors(a?: unknown): void; cors({ origin: 1 })`,
    `function f(this: Foo, a?: string): asserts a is string; function f(a) { cors({ origin: a }) }`,
    `@cors() class A { @cors({ origin: '*' }) m(@cors() a) {} constructor(private x = cors()) { super() } }`,
    `export = cors; type A = typeof cors; let x = <T,>(a: T) => cors({ origin: a as never as string }!)`,
    `import x = A.B.C; import type cors2 from 'cors'; export default abstract class { x = cors(x) }`,
  ])('TypeScript: %s', (code) => {
    expect(() => examine(`import cors from 'cors'\n${code}`, 'ts')).not.toThrow()
  })
})

describe('code of others', () => {
  const root = join(import.meta.dirname, '../../node_modules')

  test.each(['express', 'cors', 'eslint/lib'])('%s', { timeout: 120_000 }, (folder) => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.[cm]?js$/.test(file),
    )
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      // The comment takes the text past the gate.
      const code = `${readFileSync(join(root, folder, file), 'utf8')}\n// cors`
      const format = /^(?:import|export)\b/m.test(code) || file.endsWith('.mjs') ? 'module' : 'commonjs'
      expect(policiesOf(code, { format })).toBeInstanceOf(Array)
    }
  })
})
