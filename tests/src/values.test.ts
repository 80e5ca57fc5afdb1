import { describe, expect, test } from 'vitest'

import { type Expected, type ParseOptions, valuesOf } from '../support/model.ts'

/** What the expression in `probe(…)` can be: in words, or in words with the condition of each. */
type Case = readonly [code: string, expected: Expected, format?: ParseOptions['format']]

function check([code, expected, format]: Case): void {
  expect(valuesOf(code, expected, { format })).toEqual(expected)
}

function group(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases.map((one) => [one[0], one] as const))('%s', (_, one) => {
      check(one)
    })
  })
}

group('literals', [
  [`probe('*')`, `'*'`],
  ['probe(`*`)', `'*'`],
  [`probe(true)`, `true`],
  [`probe(null)`, `null`],
  [`probe(undefined)`, `undefined`],
  [`probe(void 0)`, `undefined`],
  [`probe(600)`, `600`],
  [`probe(-1)`, `-1`],
  [`probe(!0)`, `true`],
  [`probe(10n)`, `10`],
  [`probe(NaN)`, `NaN`],
  [String.raw`probe(/^a\.b$/i)`, String.raw`/^a\.b$/i`],
  [`probe(typeof 'a')`, `'string'`],
  [`probe((log(), '*'))`, `'*'`],
  [`probe(['a', , 'b'])`, `['a', undefined, 'b']`],
  [`probe({})`, `{}`],
  [`probe(() => 1)`, `function`],
  [`probe(class {})`, `class`],
  [`probe(new Set(['a']))`, `new Set(['a'])`],
  [`function f(undefined) { probe(undefined) }`, `parameter 0`],
])

group('constants and outer scopes', [
  [`const a = '*'; probe(a)`, `'*'`],
  [`const a = '*'; const b = a; probe(b)`, `'*'`],
  [`const a = '*'; function f() { return () => { probe(a) } }`, `'*'`],
  [`function f() { const a = 'inner'; probe(a) } const a = 'outer'`, `'inner'`],
  [`const a = 'outer'; { const a = 'inner' } probe(a)`, `'outer'`],
  [`function f() { probe(a) } const a = '*'`, `'*'`],
  [`var a = '*'; probe(a)`, `'*'`],
  [`let a; probe(a)`, `undefined`],
  [`let a; a = '*'; probe(a)`, `'*'`],
  [`let a = 'x'; a = 'y'; probe(a)`, `'y'`],
  [`let a = 'x'; probe(a); a = 'y'`, `'x'`],
  [`let a = 'x'; const b = a; a = 'y'; probe(b)`, `'x'`],
  [`let a = 'x'; a += 'y'; probe(a)`, `?`],
  [`let a = 1; a++; probe(a)`, `?`],
  [`let a = 'x'; function f() { a = 'y' } f(); probe(a)`, `?`],
  [`let a = 'x'; function f() { probe(a) } a = 'y'`, `'y'`],
  [`const a = b; const b = a; probe(a)`, `?`],
  [`const a = a; probe(a)`, `?`],
  [`probe(elsewhere)`, `elsewhere`],
  [`probe(process.env.ORIGIN)`, `process.env.ORIGIN`],
  [`probe(import.meta.env.DEV)`, `import.meta.env.DEV`],
  [`import { a } from 'pkg'; probe(a.b)`, `import(pkg).a.b`],
  [`export function f(config) { probe(config.cors.origin) }`, `parameter 0.cors.origin`],
  [`for (const a of ['x', 'y']) probe(a)`, `'x'`],
  [`for (const a in table) probe(a)`, `?`],
  [`try { f() } catch (error) { probe(error) }`, `?`],
])

group('destructuring', [
  [`const { a } = { a: '*' }; probe(a)`, `'*'`],
  [`const { a: b } = { a: '*' }; probe(b)`, `'*'`],
  [`const { a: { b: { c } } } = { a: { b: { c: '*' } } }; probe(c)`, `'*'`],
  [`const { ['a']: b } = { a: '*' }; probe(b)`, `'*'`],
  [`const { a = 'x' } = {}; probe(a)`, `'x'`],
  [`const { a = 'x' } = { a: 'y' }; probe(a)`, `'y'`],
  [`const { a = 'x' } = { a: null }; probe(a)`, `null`],
  [`const { a: { b } = { b: 'x' } } = {}; probe(b)`, `'x'`],
  [`const { a = 'x' } = process.env; probe(a)`, { 'process.env.a': 'a', "'x'": '!a' }],
  [`const { missing } = { a: 1 }; probe(missing)`, `undefined`],
  [`const { a, ...rest } = { a: 1, b: 2, c: 3 }; probe(rest.c)`, `3`],
  [`const { a, ...rest } = { a: 1, ...more }; probe(rest.c)`, `?`],
  [`const [a, b] = ['x', 'y']; probe(b)`, `'y'`],
  [`const [, b] = ['x', 'y']; probe(b)`, `'y'`],
  [`const [a = 'x'] = []; probe(a)`, `'x'`],
  [`const [{ a }] = [{ a: '*' }]; probe(a)`, `'*'`],
  [`let a; ({ a } = { a: '*' }); probe(a)`, `'*'`],
  [`let a, b; [a, b] = ['x', 'y']; probe(b)`, `'y'`],
  [`function f({ a }) { probe(a) } f({ a: '*' })`, `'*'`],
  [`function f({ a = 'x' } = {}) { probe(a) } f()`, `'x'`],
  [`function f({ a: [b] }) { probe(b) } f({ a: ['x'] })`, `'x'`],
  [`function f(...all) { probe(all) } f('x', 'y')`, `?`],
  [`app.get('/', ({ headers: { origin } }, res) => { probe(origin) })`, `<origin>`],
  [`app.get('/', ({ headers: { origin: from } }, res) => { probe(from) })`, `<origin>`],
  [`app.get('/', (req, res) => { const { origin, ...rest } = req.headers; probe(origin) })`, `<origin>`],
])

group('objects', [
  [`probe({ a: 1, 'b-c': 2, ['d']: 3, 4: 5 })`, `{a: 1, b-c: 2, d: 3, 4: 5}`],
  [`const a = 1; probe({ a })`, `{a: 1}`],
  [`const key = 'a'; probe({ [key]: 1 })`, `{a: 1}`],
  ['const key = `a`; probe({ [`${key}b`]: 1 })', `{ab: 1}`],
  [`probe({ a: 1, [elsewhere]: 2 })`, `{a: 1, …}`],
  [`probe({ a: 1, a: 2 })`, `{a: 2}`],
  [`probe({ a: { b: 1 } }.a.b)`, `1`],
  [`probe({ a: 1 }['a'])`, `1`],
  [`probe({ a: 1 }.b)`, `undefined`],
  [`probe({ ...more }.b)`, `?`],
  [`probe({ get a() { return '*' } }.a)`, `'*'`],
  [`probe({ a() { return '*' } }.a())`, `'*'`],
  [`probe({ a: '*', b() { return this.a } }.b())`, `'*'`],
  [`const o = { a: 1 }; probe(o?.a)`, `1`],
  [`const o = undefined; probe(o?.a)`, `undefined`],
])

group('spread', [
  [`const base = { a: 1 }; probe({ ...base, b: 2 })`, `{a: 1, b: 2}`],
  [`const base = { a: 1 }; probe({ a: 2, ...base })`, `{a: 1}`],
  [`const base = { a: 1 }; probe({ ...base, a: 2 })`, `{a: 2}`],
  [`probe({ ...base, credentials: true })`, `{credentials: true, …}`],
  [`probe({ credentials: true, ...base })`, `{credentials: ?, …}`],
  [`probe({ a: 1, ...base, b: 2 })`, `{a: ?, b: 2, …}`],
  [`probe({ a: 1, ...null, ...undefined, ...false })`, `{a: 1}`],
  [`probe({ a: 1, ...(flag && { b: 2 }) })`, `{a: 1, b?: 2}`],
  [`probe({ a: 1, ...(flag && { a: 2 }) }.a)`, { '2': 'flag', '1': '!flag' }],
  [`probe({ ...(flag ? { a: 1 } : { a: 2 }) }.a)`, { '1': 'flag', '2': '!flag' }],
  [`const a = { x: 1 }, b = { ...a, y: 2 }, c = { ...b, z: 3 }; probe(c)`, `{x: 1, y: 2, z: 3}`],
  [`const list = ['a', 'b']; probe([...list, 'c'])`, `['a', 'b', 'c']`],
  [`probe([...elsewhere, 'c'])`, `['c', …]`],
  [`probe(['a', ...(flag ? ['b'] : [])])`, `['a', 'b'?]`],
  [`probe([...new Set(['a', 'b'])])`, `['a', 'b']`],
])

group('Object.assign and later assignments', [
  [`probe(Object.assign({}, { a: 1 }, { b: 2 }))`, `{a: 1, b: 2}`],
  [`probe(Object.assign({ a: 1 }, { a: 2 }))`, `{a: 2}`],
  [`probe(Object.assign({ a: 1 }, elsewhere, { b: 2 }))`, `{a: ?, b: 2, …}`],
  [`const o = { a: 1 }; Object.assign(o, { b: 2 }); probe(o)`, `{a: 1, b: 2}`],
  [`const o = {}; o.a = 1; o['b'] = 2; probe(o)`, `{a: 1, b: 2}`],
  [`const o = { a: 1 }; o.a = 2; probe(o)`, `{a: 2}`],
  [`const o = { a: 1 }; probe(o); o.a = 2`, `{a: 1}`],
  [`const o = { a: 1 }; if (flag) o.a = 2; probe(o.a)`, { '2': 'flag', '1': '!flag' }],
  [`const o = {}; if (flag) o.a = 1; else o.a = 2; probe(o.a)`, { '1': 'flag', '2': '!flag' }],
  [`const o = { a: 1 }; o[key] = 2; probe(o)`, `{a: ?, …}`],
  [`const o = { a: 1 }; delete o.a; probe(o.a)`, `?`],
  [`const o = { a: 1 }; o.a += 1; probe(o)`, `{a: ?}`],
  [`const list = ['a']; list.push('b'); probe(list)`, `['a', 'b']`],
  [`const list = ['a']; list.push('b', ...['c']); probe(list)`, `['a', 'b', 'c']`],
  [`const list = ['a']; if (flag) list.push('b'); probe(list)`, `['a', 'b'?]`],
  [`const list = ['a']; list.push(...elsewhere); probe(list)`, `['a', …]`],
  [`const o = { a: 1 }; function later() { o.a = 2 } probe(o)`, `{a: ?}`],
  [`const o = { a: 1 }; function f() { o.b = 2; probe(o) }`, `{a: 1, b: 2}`],
  [`probe(Object.freeze({ a: 1 }))`, `{a: 1}`],
  [`const o = Object.freeze(['a']); probe(o)`, `['a']`],
  [`probe(Object.fromEntries([['a', 1], ['b', 2]]))`, `{a: 1, b: 2}`],
  [`probe(Object.keys({ a: 1, b: 2 }))`, `['a', 'b']`],
  [`probe(Object.values({ a: 'x' }))`, `['x']`],
  [`probe(Object.entries({ a: 'x' }))`, `[['a', 'x']]`],
  [`probe(structuredClone({ a: 1 }))`, `{a: 1}`],
])

group('mutation and escape', [
  [`const o = { a: 1 }; change(o); probe(o)`, `{a: ?, …}`],
  [`const o = { a: 1 }; new Thing(o); probe(o)`, `{a: ?, …}`],
  [`const o = { a: 1 }; thing.use2(o); probe(o)`, `{a: ?, …}`],
  [`const o = { a: 1 }; change(o); o.b = 2; probe(o)`, `{a: ?, b: 2, …}`],
  [`const list = ['a']; fill(list); probe(list)`, `['a', …]`],
  [`const o = { a: 1 }; console.log(o); probe(o)`, `{a: 1}`],
  [`const o = { a: 1 }; JSON.stringify(o); Object.keys(o); probe(o)`, `{a: 1}`],
  [`const o = { a: 1 }; probe(o); change(o)`, `{a: 1}`],
  [`const o = { a: 1 }; module.exports = o; probe(o)`, `{a: 1}`, 'commonjs'],
])
