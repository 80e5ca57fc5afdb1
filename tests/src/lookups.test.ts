import { describe, expect, test } from 'vitest'

import { exposureOf } from '../../src/exposure.ts'
import {
  answersOf,
  LISTED,
  policiesOf,
  policyOf,
  reachOf,
  valuesOf,
  type Expected,
  type ParseOptions,
} from '../support/model.ts'

const NAMES = `
import cors from 'cors'
const LIST = ['${LISTED}', 'https://admin.example.com']
const FIRST = '${LISTED}'
const TABLE = { '${LISTED}': true, 'https://admin.example.com': true }
const SET = new Set(LIST)
const MAP = new Map([['${LISTED}', 'main']])
`
const FORMS: Readonly<Record<string, (check: string) => string>> = {
  guard: (check) => `app.use((req, res, next) => { const origin = req.headers.origin
    if (${check}) res.setHeader('Access-Control-Allow-Origin', origin); next() })`,
  variable: (check) => `app.use((req, res, next) => { const origin = req.headers.origin; const ok = ${check}
    if (ok) res.setHeader('Access-Control-Allow-Origin', origin); next() })`,
  predicate: (check) => `function ok(origin) { return ${check} }
    app.use((req, res, next) => { if (ok(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin); next() })`,
  callback: (check) =>
    `app.use(cors({ origin(origin, callback) { if (${check}) callback(null, true); else callback(null, false) } }))`,
}
const EXACT = 'no yes no no'

describe.each(Object.keys(FORMS))('an exact check by look-up or comparison: %s', (form) => {
  test.each([
    'LIST.indexOf(origin) >= 0',
    'LIST.find((allowed) => allowed === origin) !== undefined',
    'LIST.filter((allowed) => allowed === origin).length > 0',
    'LIST.filter((allowed) => allowed === origin).length',
    "MAP.get(origin) === 'main'",
    'MAP.get(origin) !== undefined',
    'TABLE[origin]',
    'TABLE[origin] === true',
    'TABLE[origin] !== undefined',
    'LIST.includes(origin) || TABLE[origin] || SET.has(origin)',
    `origin?.indexOf('${LISTED}') === 0`,
    'origin?.match(/example\\.com$/) != null',
    '/^https:\\/\\/app\\.example\\.com$/.exec(origin) !== null',
    'origin && origin.match(/^https:\\/\\/app\\.example\\.com$/)',
    'LIST.includes(origin) ? true : false',
    'LIST.indexOf(origin) === -1 ? false : true',
  ])('%s', (check) => {
    expect(answersOf(policyOf(NAMES + FORMS[form]!(check)).grants)).toBe(EXACT)
  })
})

type Case = readonly [code: string, expected: Expected, format?: ParseOptions['format']]
const VALUES: readonly Case[] = [
  [`let a = 'x'; a ||= 'y'; probe(a)`, `'x'`],
  [`let a = 'x'; a ??= 'y'; probe(a)`, `'x'`],
  [`let a = ''; a &&= 'y'; probe(a)`, `''`],
  [`const o = {}; if (flag) { o.a = 2 } probe(o.a)`, { '2': 'flag', undefined: '!flag' }],
  [`const o = {}; if (flag) Object.assign(o, { a: 1 }); probe(o.a)`, { '1': 'flag', undefined: '!flag' }],
  [`probe({ a: 1, ...(flag && { b: 2 }) }.b)`, { '2': 'flag', undefined: '!flag' }],
  [`const list = ['a']; list.length = 0; probe(list)`, `[…]`],
  [`const list = ['a', 'b']; list.pop(); probe(list)`, `[…]`],
  [`const list = ['a']; list.splice(0, 1); probe(list)`, `[…]`],
  [`const o = { a: 1 }; const p = o; p.a = 2; probe(o.a)`, `?`],
  [`declare const a: string; probe(a)`, `?`, 'ts'],
]
test.each(VALUES.map((one) => [one[0], one] as const))('values: %s', (_, [code, expected, format]) => {
  expect(valuesOf(code, expected, { format })).toEqual(expected)
})

test.each([
  [`async function rejects(ok) { if (!ok) throw new Error() } async function f() { rejects(a); probe() }`, 'true'],
])('flow: %s', (code, condition) => {
  expect(reachOf(code, condition)).toBe(condition)
})

test.each([
  `import { isDev } from './env.js'; if (isDev()) app.use(cors())`,
  `if (isDevelopment()) app.use(cors())`,
  `if (config.get('isDev')) app.use(cors())`,
  `const open = process.env.NODE_ENV?.startsWith('dev'); if (open) app.use(cors())`,
  `const o = {}; if (process.env.NODE_ENV !== 'production') { o.origin = '*' } app.use(cors({ origin: o.origin }))`,
])('development: %s', (code) => {
  expect(policyOf(`import cors from 'cors'; ${code}`).grants.map(({ environment }) => environment)).toEqual([
    'development',
  ])
})

test.each([`!import.meta.env.DEV`, `!process.env.CI`])('%s is no missing configuration', (guard) => {
  const policy = policyOf(`import cors from 'cors'; if (${guard}) app.use(cors())`)
  expect(policy.grants.map((grant) => exposureOf(policy, grant))).toEqual(['open-in-production'])
})

test('a Headers of itself', () => {
  expect(() =>
    policiesOf(
      `import cors from 'cors'; app.use((req, res) => { var c = new Headers(c); return new Response('', { headers: c }) }); app.use((req, res) => { res.set(c) }); var c = new Headers(c)`,
    ),
  ).not.toThrow()
  expect(() =>
    policiesOf(`import cors from 'cors'; app.use((req, res) => { var c = new Map(c); res.setHeaders(c) })`),
  ).not.toThrow()
})

test('a doubling list', () => {
  const lists = Array.from({ length: 40 }, (_, index) => `const l${index + 1} = [...l${index}, ...l${index}];`).join('')
  expect(() =>
    policiesOf(`import cors from 'cors'; const l0 = ['a', 'b']; ${lists} cors({ origin: l40 })`),
  ).not.toThrow()
})

test('a proxy request is no response', () => {
  expect(
    policiesOf(`proxy.on('proxyReq', (proxyReq) => { proxyReq.setHeader('Access-Control-Allow-Origin', '*') })`),
  ).toEqual([])
})

test('a long chain of choices is answered in reasonable time', { timeout: 5_000 }, () => {
  const steps = Array.from({ length: 120 }, (_, index) => `if (f${index}) a = f${index} ? a : '${index}';`).join('')
  expect(policiesOf(`import cors from 'cors'; let a = 0; ${steps} cors({ origin: a })`)).toHaveLength(1)
})
