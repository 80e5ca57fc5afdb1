import { describe, expect, test } from 'vitest'

import { exportOf } from '../../src/modules.ts'
import { choicesOf, grantsOf, policiesOf, type ParseOptions } from '../support/model.ts'

type Case = readonly [name: string, code: string, format?: ParseOptions['format']]

const SAME: readonly Case[] = [
  ['default import', `import cors from 'cors'; app.use(cors())`],
  ['default import under another name', `import allowAll from 'cors'; app.use(allowAll())`],
  ['namespace import', `import * as cors from 'cors'; app.use(cors())`, 'ts'],
  ['default of a namespace', `import * as library from 'cors'; app.use(library.default())`],
  ['default by name', `import { default as cors } from 'cors'; app.use(cors())`],
  ['default by a quoted name', `import { 'default' as cors } from 'cors'; app.use(cors())`],
  ['require', `const cors = require('cors'); app.use(cors())`, 'commonjs'],
  ['require in place', `app.use(require('cors')())`, 'commonjs'],
  ['require with var, later', `var cors; cors = require('cors'); app.use(cors())`, 'commonjs'],
  ['require in a list of declarations', `var express = require('express'), cors = require('cors'); app.use(cors())`],
  ['destructured require', `const { default: cors } = require('cors'); app.use(cors())`, 'commonjs'],
  ['default of require', `const cors = require('cors').default; app.use(cors())`, 'commonjs'],
  ['import = require', `import cors = require('cors'); app.use(cors())`, 'ts'],
  ['await import', `const cors = (await import('cors')).default; app.use(cors())`],
  ['destructured await import', `const { default: cors } = await import('cors'); app.use(cors())`],
  ['await import in a function', `async function main() { const m = await import('cors'); app.use(m.default()) }`],
  [
    'interop of TypeScript',
    `"use strict";
     var __importDefault = (this && this.__importDefault) || function (mod) {
       return (mod && mod.__esModule) ? mod : { "default": mod };
     };
     Object.defineProperty(exports, "__esModule", { value: true });
     const cors_1 = __importDefault(require("cors"));
     app.use((0, cors_1.default)());`,
    'commonjs',
  ],
  ['interop of a namespace', `var cors_1 = __importStar(require("cors")); app.use((0, cors_1.default)())`, 'commonjs'],
  [
    'interop of Babel',
    `var _cors = _interopRequireDefault(require("cors"));
     function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e } }
     app.use((0, _cors.default)())`,
    'commonjs',
  ],
  ['interop of esbuild', `var import_cors = __toESM(require("cors")); app.use((0, import_cors.default)())`, 'commonjs'],
  ['alias', `import cors from 'cors'; const middleware = cors; app.use(middleware())`],
  ['alias of an alias', `import cors from 'cors'; const a = cors; const b = a; app.use(b())`],
  ['alias in an object', `import cors from 'cors'; const lib = { cors }; app.use(lib.cors())`],
  ['alias by destructuring', `import cors from 'cors'; const { cors: c } = { cors }; app.use(c())`],
  [
    'createRequire',
    `import { createRequire } from 'node:module';
     const require = createRequire(import.meta.url);
     const cors = require('cors'); app.use(cors())`,
  ],
  [
    'createRequire of the module',
    `import module from 'node:module';
     const require = module.createRequire(import.meta.url);
     app.use(require('cors')())`,
  ],
  [
    'createRequire in place',
    `import { createRequire } from 'module'; const cors = createRequire(import.meta.url)('cors'); app.use(cors())`,
  ],
  ['in a nested function', `import cors from 'cors'; export function setUp(app) { app.use(cors()) }`],
  [
    'as a parameter default',
    `import library from 'cors'; function setUp(app, cors = library) { app.use(cors()) } setUp(app)`,
  ],
  ['typed call', `import cors from 'cors'; app.use(cors<Request>())`, 'ts'],
  ['cast callee', `import cors from 'cors'; app.use((cors as any)())`, 'ts'],
  ['non-null callee', `import cors from 'cors'; app.use(cors!())`, 'ts'],
  ['optional call', `import cors from 'cors'; app.use(cors?.())`],
]

describe('the package', () => {
  test.each(SAME.map((one) => [one[0], one] as const))('%s', (_, [, code, format]) => {
    expect(grantsOf(code, { format })).toEqual(['anyone by default'])
  })
})

const OTHER: readonly Case[] = [
  ['a local function', `function cors() {} app.use(cors())`],
  ['a local arrow', `const cors = () => (req, res, next) => next(); app.use(cors())`],
  [
    'a local function in front of a require',
    `function cors(options) { return options } app.use(cors({ origin: '*' }))`,
  ],
  ['a global', `app.use(cors())`],
  ['a file beside it', `import cors from './cors.js'; app.use(cors())`],
  ['a file of that name further away', `import { cors } from '../middleware/cors'; app.use(cors({ origin: '*' }))`],
  ['a required file', `const cors = require('./cors'); app.use(cors())`, 'commonjs'],
  ['another package', `import cors from '@koa/cors-like'; app.use(cors())`],
  ['a package with a longer name', `import cors from 'cors-anywhere'; cors().listen(8080)`],
  ['a scoped package', `import cors from '@scope/cors'; app.use(cors())`],
  ['a file inside the package', `import vary from 'cors/node_modules/vary'; vary()`],
  ['another export', `import { CorsOptions } from 'cors'; CorsOptions()`],
  ['a named export of its namespace', `import * as library from 'cors'; library.other()`],
  ['a method of a local object', `const lib = { cors() {} }; app.use(lib.cors())`],
  ['a shadowing parameter', `import cors from 'cors'; export function setUp(cors) { app.use(cors()) }`],
  ['a shadowing variable', `import cors from 'cors'; { const cors = () => {}; app.use(cors()) }`],
  ['a local require', `function require(name) { return () => name } const cors = require('cors'); app.use(cors())`],
  [
    'a parameter called require',
    `define(function (require) { const x = 1 }); export const f = (require) => require('cors')()`,
  ],
  ['a required name that is not literal', `const cors = require(name + 'cors'); app.use(cors())`, 'commonjs'],
  [
    'a type of another package',
    `import type { CorsOptions } from './cors'; const options: CorsOptions = { origin: '*' }`,
    'ts',
  ],
  ['not called', `import cors from 'cors'; export { cors }`],
  ['a property of its result', `import cors from 'cors'; app.use(middleware(cors))`],
]

describe('something else', () => {
  test.each(OTHER.map((one) => [one[0], one] as const))('%s', (_, [, code, format]) => {
    expect(policiesOf(code, { format })).toEqual([])
  })
})

describe('exportOf', () => {
  test.each([
    [`import x from 'pkg'; probe(x)`, { module: 'pkg', name: '' }],
    [`import * as x from 'pkg'; probe(x)`, { module: 'pkg', name: '' }],
    [`import * as x from 'pkg'; probe(x.default)`, { module: 'pkg', name: '' }],
    [`import { a } from 'pkg'; probe(a)`, { module: 'pkg', name: 'a' }],
    [`import { a as b } from 'pkg'; probe(b)`, { module: 'pkg', name: 'a' }],
    [`import * as x from 'pkg'; probe(x.a.b)`, { module: 'pkg', name: 'a.b' }],
    [`import x from 'pkg'; probe(x.a)`, { module: 'pkg', name: 'a' }],
    [`const { a: { b } } = require('pkg'); probe(b)`, { module: 'pkg', name: 'a.b' }],
    [`const { a } = await import('pkg/sub'); probe(a)`, { module: 'pkg/sub', name: 'a' }],
    [`import { createServer } from 'node:http'; probe(createServer)`, { module: 'http', name: 'createServer' }],
    [`import { createServer } from 'http'; probe(createServer)`, { module: 'http', name: 'createServer' }],
    [`const pkg_1 = __importDefault(require('pkg')); probe(pkg_1.default.a)`, { module: 'pkg', name: 'a' }],
    [`const fetch = 1; probe(fetch)`, undefined],
    [`probe(globalThing)`, undefined],
    [`probe(process.env.HOME)`, undefined],
    [`function f(a) { probe(a) }`, undefined],
  ])('%s', (code, expected) => {
    const [only] = choicesOf(code)
    expect(exportOf(only!.value)).toEqual(expected)
  })
})
