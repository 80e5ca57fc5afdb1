import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import plugin from '../src/index.ts'

const linter = new Linter()

/** The rules of `strict` that speak, one entry for each report. */
function reports(code: string): string[] {
  const { rules, plugins } = plugin.configs.strict
  const messages = linter.verify(code, [{ plugins, rules }], { filename: 'server.js' })
  return messages.map(({ ruleId, message }) => ruleId?.replace('cors/', '') ?? message).sort()
}

const IMPORTS =
  "import cors from 'cors'\nimport express from 'express'\nimport http from 'node:http'\nimport url from 'node:url'\n"

/** `cors` on an application, with a route behind it. */
function option(options: string): string {
  return `${IMPORTS}const app = express()\napp.use(cors(${options}))\napp.get('/', (req, res) => res.json({}))\n`
}

/** A raw server whose handler has this body. */
function handler(body: string): string {
  return `${IMPORTS}const LIST = ['https://app.example.com']
http.createServer((req, res) => {
  const { origin } = req.headers
  ${body}
  res.end('{}')
}).listen(8080)\n`
}

const CREDENTIALS = "res.setHeader('Access-Control-Allow-Credentials', 'true')"
const ECHO = "res.setHeader('Access-Control-Allow-Origin', origin)"
const MAX_AGE = 'maxAge: 600'

/**
 * Code in which several rules could have a say about the same thing, and the one report that each defect gets.
 * What exposes most speaks first; what its repair brings along is not said again.
 */
const OVERLAPS: readonly (readonly [name: string, code: string, ...rules: string[]])[] = [
  [
    '* with credentials is the conflict alone',
    option(`{ origin: '*', credentials: true, ${MAX_AGE} }`),
    'no-wildcard-with-credentials',
  ],
  ['the default with credentials, too', option(`{ credentials: true, ${MAX_AGE} }`), 'no-wildcard-with-credentials'],
  [
    '* by hand with credentials',
    handler(`res.setHeader('Access-Control-Allow-Origin', '*'); ${CREDENTIALS}`),
    'no-wildcard-with-credentials',
  ],
  ['an echo does not lack Vary besides', handler(ECHO), 'no-reflected-origin'],
  ['an echo with credentials', handler(`${ECHO}; ${CREDENTIALS}`), 'no-reflected-origin'],
  ['an echo or *', handler("res.setHeader('Access-Control-Allow-Origin', origin || '*')"), 'no-reflected-origin'],
  [
    'a way past a check does not lack Vary besides',
    handler(`if (origin.startsWith('https://app.example.com')) ${ECHO}`),
    'no-bypassable-origin-check',
  ],
  ['a pattern that everybody matches', option(`{ origin: /.*/, ${MAX_AGE} }`), 'no-bypassable-origin-check'],
  [
    'a pattern that everybody matches, with a flag that keeps its place',
    option(`{ origin: /.*/g, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'an open pattern with a bare dot',
    option(`{ origin: /www.example.com/, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'an open pattern that admits null',
    option(`{ origin: /example\\.com|null/, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'a prefix without TLS',
    option(`{ origin: (o, cb) => cb(null, o.startsWith('http://app.example.com')), credentials: true, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'a suffix of a host, whatever the scheme',
    option(`{ origin: (o, cb) => cb(null, o.endsWith('example.com')), credentials: true, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'a host, whatever the scheme',
    option(`{ origin: (o, cb) => cb(null, new URL(o).host === 'app.example.com'), credentials: true, ${MAX_AGE} }`),
    'no-bypassable-origin-check',
  ],
  [
    'a shared suffix, whatever the scheme',
    option(`{ origin: /\\.vercel\\.app$/, credentials: true, ${MAX_AGE} }`),
    'no-shared-suffix-origin',
  ],
  [
    'a shared suffix with http',
    option(`{ origin: /^https?:\\/\\/[a-z]+\\.vercel\\.app$/, credentials: true, ${MAX_AGE} }`),
    'no-shared-suffix-origin',
  ],
  [
    'null and a way past the check are two defects',
    option(`{ origin: (o, cb) => cb(null, o === 'null' || o.startsWith('https://app.example.com')), ${MAX_AGE} }`),
    'no-bypassable-origin-check',
    'no-null-origin',
  ],
  [
    'null on a list is no broken origin',
    option(`{ origin: ['https://app.example.com', 'null'], ${MAX_AGE} }`),
    'no-null-origin',
  ],
  [
    'null where everybody gets in',
    option(`{ origin: (o, cb) => cb(null, o === 'null' || true), ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'null beside a list that lacks Vary',
    handler(`if (origin === 'null' || LIST.includes(origin)) ${ECHO}`),
    'no-null-origin',
  ],
  [
    'a null that is sent to all others',
    handler("res.setHeader('Access-Control-Allow-Origin', LIST.includes(origin) ? origin : null)"),
    'no-null-origin',
  ],
  [
    'a misspelt origin without TLS',
    option(`{ origin: ['https://app.example.com', 'http://App.example.com/'], credentials: true, ${MAX_AGE} }`),
    'valid-origin',
  ],
  [
    'an origin twice, without TLS',
    option(`{ origin: ['http://a.example.com', 'http://a.example.com'], credentials: true, ${MAX_AGE} }`),
    'no-insecure-origin',
    'no-insecure-origin',
  ],
  ['a star in a list with credentials', option(`{ origin: ['*'], credentials: true, ${MAX_AGE} }`), 'valid-origin'],
  ['file:// beside null', option(`{ origin: ['file://', 'null'], ${MAX_AGE} }`), 'no-null-origin', 'valid-origin'],
  [
    'several origins in one header',
    handler("res.setHeader('Access-Control-Allow-Origin', 'https://a.com, https://b.com')"),
    'valid-origin',
  ],
  [
    'a fallback to * with credentials',
    option(`{ origin: process.env.ORIGIN || '*', credentials: true, ${MAX_AGE} }`),
    'no-wildcard-with-credentials',
  ],
  ['a fallback to *', option(`{ origin: process.env.ORIGIN || '*', ${MAX_AGE} }`), 'no-ineffective-origin-check'],
  [
    '* in production',
    option(`{ origin: process.env.NODE_ENV === 'production' ? '*' : 'http://localhost:3000', ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'a check that decides nothing',
    option(`{ origin(o, cb) { if (!['https://a.com'].includes(o)) console.warn(o); cb(null, true) }, ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'a denylist',
    option(`{ origin: (o, cb) => cb(null, !['https://bad.example'].includes(o)), ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'an index as an answer',
    option(`{ origin: (o, cb) => cb(null, ['https://a.com'].indexOf(o)), ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'a flag that keeps its place, on a sound pattern',
    option(`{ origin: /^https:\\/\\/a\\.example\\.com$/g, ${MAX_AGE} }`),
    'no-ineffective-origin-check',
  ],
  [
    'a parameter of the request',
    handler(
      "res.setHeader('Access-Control-Allow-Origin', new URL(req.url, 'http://a').searchParams.get('origin')); res.setHeader('Vary', 'Origin')",
    ),
  ],
  [
    'a misspelt option is not also a wildcard',
    option(`{ origins: ['https://a.example.com'], ${MAX_AGE} }`),
    'valid-cors-options',
  ],
  [
    'a misspelt option with credentials',
    option(`{ origins: ['https://a.example.com'], credentials: true, ${MAX_AGE} }`),
    'valid-cors-options',
  ],
  [
    'a type that cannot be compared is not also an echo',
    option(`{ origin: new Set(['https://a.example.com']), credentials: true, ${MAX_AGE} }`),
    'valid-cors-options',
  ],
  [
    'a time that is none is not also missing',
    option("{ origin: 'https://a.example.com', maxAge: '1h' }"),
    'valid-header-value',
  ],
  ['a time that is too long', option("{ origin: 'https://a.example.com', maxAge: 604800 }"), 'require-max-age'],
  [
    'a name that scripts cannot set, twice',
    option(`{ origin: 'https://a.example.com', allowedHeaders: ['Cookie', 'X-A', 'Cookie'], ${MAX_AGE} }`),
    'no-redundant-entries',
    'no-redundant-entries',
  ],
  [
    'a method in lower case, twice',
    option(`{ origin: 'https://a.example.com', methods: ['patch', 'GET', 'patch'], ${MAX_AGE} }`),
    'valid-header-value',
    'valid-header-value',
  ],
  [
    '* as a header name beside * with credentials',
    option(`{ origin: '*', credentials: true, allowedHeaders: '*', ${MAX_AGE} }`),
    'no-wildcard-with-credentials',
  ],
  [
    'credentials in the wrong case, of an echo: two defects',
    handler(`${ECHO}; res.setHeader('Access-Control-Allow-Credentials', 'True')`),
    'no-reflected-origin',
    'valid-header-value',
  ],
  [
    'a misspelt name of the header itself',
    handler("res.setHeader('Access-Control-Allow-Origins', '*')"),
    'valid-header-name',
  ],
]

describe('one defect, one report', () => {
  test.each(OVERLAPS.map(([name, code, ...rules]) => ({ name, code, rules })))('$name', ({ code, rules }) => {
    expect(reports(code), code).toEqual([...rules].sort())
  })
})
