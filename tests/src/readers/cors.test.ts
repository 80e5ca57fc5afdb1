import { describe, expect, test } from 'vitest'

import { policiesOf, type ParseOptions } from '../../support/model.ts'

/** What each policy of a text lets in. */
function kindsOf(code: string, options: ParseOptions = {}): string[] {
  return policiesOf(code, { format: 'ts', ...options }).map(({ grants }) => grants.map(({ kind }) => kind).join('+'))
}

describe('options that are declared by their type', () => {
  test.each([
    ['a variable', `const options: CorsOptions = { origin: true }`],
    ['satisfies', `export default { origin: true } satisfies CorsOptions`],
    ['as', `export const options = { origin: true } as CorsOptions`],
    ['a property of a class', `class Config { readonly cors: CorsOptions = { origin: true } }`],
    ['what an arrow function returns', `export const options = (): CorsOptions => ({ origin: true })`],
    ['what a function returns', `export function options(): CorsOptions { return { origin: true } }`],
    ['a part of the type', `export const options: Partial<CorsOptions> = { origin: true }`],
    ['an arm of a choice', `export const options: CorsOptions = strict ? LIST : { origin: true }`],
  ])('%s', (_, code) => {
    expect(kindsOf(`import type { CorsOptions } from 'cors'\n${code}`)).toEqual(['echo'])
  })

  test('are read once where the file uses them itself', () => {
    const code = `import cors, { type CorsOptions } from 'cors'; const options: CorsOptions = { origin: true }; app.use(cors(options))`
    expect(kindsOf(code)).toEqual(['echo'])
  })

  test.each([
    ['a renamed import', `import { CorsOptions as Options } from 'cors'; const options: Options = { origin: true }`, 1],
    [
      'a type of the file',
      `interface CorsOptions { origin: boolean } const options: CorsOptions = { origin: true }`,
      0,
    ],
    ['a list of options', `import { CorsOptions } from 'cors'; const all: CorsOptions[] = [{ origin: true }]`, 0],
    ['no value', `import { CorsOptions } from 'cors'; declare const options: CorsOptions`, 0],
    ['a parameter', `import { CorsOptions } from 'cors'; export function start(options: CorsOptions) {}`, 0],
  ])('%s', (_, code, count) => {
    expect(kindsOf(code)).toHaveLength(count)
  })
})

describe('options that a file exports for others', () => {
  test.each([
    ['under a name', `export const corsOptions = { origin: true, credentials: true }`],
    ['under another name', `const options = { origin: true }; export { options as corsConfig }`],
    ['as a constant', `export const CORS = { origin: true } as const`],
    ['from CommonJS', `exports.corsOptions = { origin: true }`],
    ['as a member of the module', `module.exports.cors = { origin: true }`],
    ['by default, from a file that is called so', `export default { origin: true, methods: ['GET'] }`],
    ['from CommonJS, by default', `const options = { origin: true }\nmodule.exports = options`],
  ])('%s', (_, code) => {
    expect(kindsOf(code, { filename: '/app/config/cors.config.ts' })).toEqual(['echo'])
  })

  test.each([
    ['under a name that says nothing', `export const options = { origin: true }`],
    ['by default, from a file that is called otherwise', `export default { origin: true }`],
    ['with an option of somebody else', `export const corsOptions = { origin: true, allowMethods: ['GET'] }`],
    ['without an origin', `export const corsOptions = { credentials: true }`],
    ['with parts that cannot be seen', `export const corsOptions = { origin: true, ...base }`],
    ['and uses itself, in code that cannot be seen', `export const corsOptions = { origin: true }; start(corsOptions)`],
    ['by a type that cannot be seen', `export const corsOptions: Options = { origin: true }`],
    ['by a type of another library', `export const corsOptions = { origin: true } satisfies FastifyCorsOptions`],
    ['never', `const corsOptions = { origin: true }`],
  ])('%s is left alone', (_, code) => {
    expect(kindsOf(code, { filename: '/app/settings.ts' })).toEqual([])
  })
})

test.each([
  `import cors from 'cors'; import { corsOptions } from './config.js'; app.use(cors(corsOptions))`,
  `const cors = require('cors'); const config = require('./config'); app.use(cors(config.cors))`,
  `import cors from 'cors'; app.use(cors({ ...defaults, credentials: true }))`,
])('options that come from elsewhere are not judged at the call: %s', (code) => {
  const [policy] = policiesOf(code)
  expect(policy?.grants.filter(({ kind }) => kind !== 'unknown') ?? []).toEqual([])
})

test.each([
  ['npm:cors', `import cors from 'npm:cors'; app.use(cors())`],
  ['npm:cors@2', `import cors from 'npm:cors@2.8.5'; app.use(cors())`],
])('%s is the package, as Deno names it', (_, code) => {
  expect(kindsOf(code)).toEqual(['anyone'])
})
