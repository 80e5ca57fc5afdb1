import { describe, expect, test } from 'vitest'

import { answersOf, LISTED, policyOf, showGrant } from '../support/model.ts'

const NAMES = `
import cors from 'cors'
const LIST = ['${LISTED}', 'https://admin.example.com']
const FIRST = '${LISTED}'
const TABLE = { '${LISTED}': true, 'https://admin.example.com': true }
const SET = new Set(LIST)
const MAP = new Map([['${LISTED}', 'main']])
`

/** The ways in which the same condition on `origin` guards an answer. */
const FORMS: readonly (readonly [name: string, write: (condition: string) => string])[] = [
  [
    'guard of a callback',
    (check) => `app.use(cors({ origin(origin, callback) {
      if (${check}) callback(null, true); else callback(new Error('no'))
    } }))`,
  ],
  [
    'early exit of a callback',
    (check) => `app.use(cors({ origin: (origin, callback) => {
      if (!(${check})) { return callback(null, false) }
      return callback(null, true)
    } }))`,
  ],
  [
    'origin or nothing',
    (check) => `app.use(cors({ origin(origin, callback) { callback(null, ${check} ? origin : false) } }))`,
  ],
  [
    'guard of a header',
    (check) => `app.use((req, res, next) => {
      const origin = req.headers.origin
      if (${check}) { res.setHeader('Access-Control-Allow-Origin', origin) }
      next()
    })`,
  ],
  [
    'early exit before a header',
    (check) => `http.createServer((req, res) => {
      const { origin } = req.headers
      if (!(${check})) { res.writeHead(403); res.end(); return }
      res.writeHead(200, { 'Access-Control-Allow-Origin': origin })
      res.end()
    })`,
  ],
  [
    'variable in front of a header',
    (check) => `app.use((req, res, next) => {
      const origin = req.get('Origin')
      const isAllowed = ${check}
      if (isAllowed) { res.set({ 'Access-Control-Allow-Origin': origin }) }
      next()
    })`,
  ],
  [
    'predicate of the file',
    (check) => `function isAllowed(origin) { return ${check} }
      export function handler(req, res) {
        if (isAllowed(req.headers.origin)) { res.setHeader('Access-Control-Allow-Origin', req.headers.origin) }
      }`,
  ],
  [
    'predicate with early exits',
    (check) => `const isAllowed = (origin) => { if (${check}) { return true } return false }
      export function handler(req, res) {
        if (!isAllowed(req.headers.origin)) { return res.status(403).end() }
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
      }`,
  ],
]

/**
 * The answers for a stranger, for a listed origin, for `null`, and without an origin. Where the truth is that the
 * code throws, the model may leave it unseen.
 */
const EXACT = 'no yes no no'
const WITHOUT_TOO = 'no yes no yes'
const WEB_ONLY = 'yes yes no no'
const UNSEEN = 'unseen unseen unseen unseen'

const CHECKS: readonly (readonly [condition: string, answers: string])[] = [
  // exact membership
  ['LIST.includes(origin)', EXACT],
  [`['${LISTED}'].includes(origin)`, EXACT],
  ['LIST.indexOf(origin) !== -1', EXACT],
  ['LIST.indexOf(origin) > -1', EXACT],
  ['-1 !== LIST.indexOf(origin)', EXACT],
  ['-1 < LIST.indexOf(origin)', EXACT],
  ['~LIST.indexOf(origin)', EXACT],
  ['LIST.lastIndexOf(origin) != -1', EXACT],
  ['LIST.some((allowed) => allowed === origin)', EXACT],
  ['LIST.some(function (allowed) { return origin === allowed })', EXACT],
  ['LIST.some((allowed) => { if (allowed === origin) { return true } return false })', EXACT],
  ['LIST.find((allowed) => allowed === origin)', EXACT],
  ['LIST.findIndex((allowed) => allowed === origin) !== -1', EXACT],
  ['!LIST.every((allowed) => allowed !== origin)', EXACT],
  ['SET.has(origin)', EXACT],
  ['new Set(LIST).has(origin)', EXACT],
  ['MAP.has(origin)', EXACT],
  ['origin in TABLE', EXACT],
  ['Object.keys(TABLE).includes(origin)', EXACT],
  ['origin === FIRST', EXACT],
  ['FIRST === origin', EXACT],
  ['origin == FIRST', EXACT],
  ['origin === LIST[0]', EXACT],
  ["origin === 'https://a.example' || origin === FIRST", EXACT],
  ['[FIRST, ...LIST].includes(origin)', EXACT],
  [`LIST.concat('https://b.example').includes(origin)`, EXACT],
  [`'${LISTED},https://b.example'.split(',').includes(origin)`, EXACT],
  ['LIST.map((allowed) => allowed.toLowerCase()).includes(origin)', EXACT],
  // with what people put around it
  ['origin && LIST.includes(origin)', EXACT],
  ['origin !== undefined && LIST.includes(origin)', EXACT],
  ["typeof origin === 'string' && LIST.includes(origin)", EXACT],
  ['Boolean(origin) && LIST.includes(origin)', EXACT],
  ['LIST.includes(origin) === true', EXACT],
  ['LIST.includes(origin) !== false', EXACT],
  ['!!LIST.includes(origin)', EXACT],
  ['Boolean(LIST.includes(origin))', EXACT],
  ['LIST.includes(String(origin))', EXACT],
  ['LIST.includes(`${origin}`)', EXACT],
  ["LIST.includes(origin ?? '')", EXACT],
  ["LIST.includes(origin || '')", EXACT],
  ["LIST.includes((origin || '').toLowerCase())", EXACT],
  ['LIST.includes(origin?.toLowerCase())', EXACT],
  ['LIST.includes(origin?.trim())', EXACT],
  // negations and De Morgan
  ['!origin || LIST.includes(origin)', WITHOUT_TOO],
  ['origin === undefined || LIST.includes(origin)', WITHOUT_TOO],
  ['origin == null || SET.has(origin)', WITHOUT_TOO],
  ['!(origin && !LIST.includes(origin))', WITHOUT_TOO],
  ["origin === 'null' || LIST.includes(origin)", 'no yes yes no'],
  ['!(!origin || !LIST.includes(origin))', EXACT],
  ['!(!LIST.includes(origin) || !origin)', EXACT],
  ['!(LIST.indexOf(origin) === -1)', EXACT],
  ["origin !== 'https://evil.example'", 'no yes yes yes'],
  ["origin && origin !== 'null'", WEB_ONLY],
  // parts of the origin
  [`origin && origin.startsWith('${LISTED}')`, EXACT],
  ["origin?.startsWith('https://')", WEB_ONLY],
  ["origin && origin.endsWith('.example.com')", EXACT],
  ["origin?.endsWith('.example')", 'yes no no no'],
  ["origin && origin.indexOf('example.com') !== -1", EXACT],
  ["origin && origin.slice(-11) === 'example.com'", EXACT],
  ["origin && origin.substring(0, 8) === 'https://'", WEB_ONLY],
  ["origin && origin.split('://')[1] === 'app.example.com'", EXACT],
  ["origin && origin.replace('https://', '') === 'app.example.com'", EXACT],
  ['origin && origin.length > 4', WEB_ONLY],
  // regular expressions
  [String.raw`/^https:\/\/app\.example\.com$/.test(origin)`, EXACT],
  [String.raw`/^https:\/\/.*\.example\.com$/i.test(origin)`, EXACT],
  [String.raw`/example\.com/.test(origin)`, EXACT],
  [String.raw`/^https?:\/\//.test(origin)`, WEB_ONLY],
  [String.raw`new RegExp('^https://app\\.example\\.com$').test(origin)`, EXACT],
  [String.raw`origin && origin.search(/example\.com$/) !== -1`, EXACT],
  [String.raw`[/^https:\/\/app\.example\.com$/].some((pattern) => pattern.test(origin))`, EXACT],
  ['LIST.some((allowed) => new RegExp(allowed).test(origin))', EXACT],
  ['LIST.some((allowed) => origin && origin.startsWith(allowed))', EXACT],
  // the host; `new URL('null')` throws
  ["origin && new URL(origin).hostname === 'app.example.com'", 'no yes no/unseen no'],
  ["origin && ['app.example.com'].includes(new URL(origin).host)", 'no yes no/unseen no'],
  ['origin && new URL(origin).origin === FIRST', 'no yes no/unseen no'],
  ["origin && new URL(origin).hostname.endsWith('.example.com')", 'no yes no/unseen no'],
  ['origin && URL.canParse(origin) && LIST.includes(new URL(origin).origin)', EXACT],
  ["origin && new URL(origin).protocol === 'https:'", 'yes yes no/unseen no'],
  // numbers that are taken for an answer: -1 is true, and the first place is false
  ['LIST.indexOf(origin)', 'yes no yes yes'],
  ['LIST.findIndex((allowed) => allowed === origin)', 'yes no yes yes'],
  ['LIST.indexOf(origin) !== undefined', 'yes yes yes yes'],
  ['LIST.map((allowed) => allowed === origin)', 'yes yes yes yes'],
  ['LIST.filter((allowed) => allowed === origin)', 'yes yes yes yes'],
  // other conditions
  ['enabled && LIST.includes(origin)', 'no either/unseen no no'],
  // what cannot be seen
  ['isAllowedElsewhere(origin)', UNSEEN],
  ['imported.isAllowed(origin)', UNSEEN],
  ['LIST.some((allowed) => matches(allowed, origin))', UNSEEN],
  ['LIST.includes(normalize(origin))', UNSEEN],
  // what cannot be evaluated in linear time
  [String.raw`/^https:\/\/(?!evil)/.test(origin)`, UNSEEN],
  [String.raw`/^(https):\/\/\1$/.test(origin)`, UNSEEN],
  [String.raw`/^https:\/\/\p{L}+/u.test(origin)`, UNSEEN],
  // hostile patterns are answered in linear time
  ['/^(a+)+$/.test(origin)', 'no no no no'],
  ['/^(([a-z])+.)+[A-Z]([a-z])+$/.test(origin)', 'no no no no'],
  [`/^(a|a)*$/.test('${'a'.repeat(40)}b') || LIST.includes(origin)`, EXACT],
  [`/(x+x+)+y/.test('${'x'.repeat(40)}') || LIST.includes(origin)`, EXACT],
]

describe.each(FORMS)('%s', (_, write) => {
  test.each(CHECKS)('%s', (condition, answers) => {
    expect(answersOf(policyOf(`${NAMES}${write(condition)}`).grants, answers)).toBe(answers)
  })
})

/** Lists that cannot be seen do not hold the stranger; who else is on them is their author's business. */
describe('lists from elsewhere keep a stranger out', () => {
  test.each([
    `import { origins } from './origins.js'`,
    `const origins = process.env.ORIGINS.split(',')`,
    `const origins = process.env.ORIGINS?.split(',') ?? []`,
    `const origins = (process.env.ORIGINS || '').split(',').map((one) => one.trim()).filter(Boolean)`,
    `const origins = JSON.parse(process.env.ORIGINS)`,
    `const origins = config.get('cors.origins')`,
    `const origins = [...LIST, process.env.ORIGIN]`,
    `const origins = new Set([process.env.ORIGIN]); origins.includes = origins.has`,
    `const { origins } = require('./config.json').cors`,
    `const origins = []; for (const one of load()) origins.push(one)`,
  ])('%s', (declaration) => {
    for (const [, write] of FORMS) {
      const { grants } = policyOf(`${NAMES}${declaration}\n${write('origins.includes(origin)')}`)
      expect(grants.map(showGrant)).toEqual([expect.stringMatching(/^checked by (?:callback|header)$/)])
      expect(answersOf(grants)).toMatch(/^no /)
    }
  })
})

describe('patterns that the library tests', () => {
  test.each([
    [String.raw`/^https:\/\/app\.example\.com$/`, EXACT],
    [String.raw`/\.example\.com$/`, EXACT],
    [String.raw`/example/`, WEB_ONLY],
    [String.raw`/./`, 'yes yes yes no'],
    [String.raw`/^https:\/\/(?!evil)/`, 'unseen unseen unseen no'],
    [String.raw`/^https:\/\/(?<=x)/`, 'unseen unseen unseen no'],
    [String.raw`/^(a+)+$/`, 'no no no no'],
    [String.raw`/^(.*a){25}$/`, 'no no no no'],
    [String.raw`[/^null$/, /^https:\/\/app/]`, 'no yes yes no'],
    [String.raw`new RegExp('example[.]com$')`, EXACT],
    [String.raw`new RegExp('EXAMPLE[.]COM$', 'i')`, EXACT],
  ])('%s', (origin, answers) => {
    expect(answersOf(policyOf(`${NAMES}app.use(cors({ origin: ${origin} }))`).grants)).toBe(answers)
  })
})
