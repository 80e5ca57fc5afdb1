import { describe, expect, test } from 'vitest'

import { grantsByPolicy } from '../../support/model.ts'

/** Nuxt and Nitro import the functions of h3 by themselves. */
describe('without an import', () => {
  const handler = (body: string): string => `export default defineEventHandler((event) => { ${body} })`

  test.each([
    ['handleCors', handler(`handleCors(event, { origin: '*', credentials: true })`), [['anyone by value']]],
    ['handleCors without an origin', handler(`handleCors(event, {})`), [['anyone by default']]],
    [
      'handleCors with a list',
      handler(`handleCors(event, { origin: ['https://app.example.com'] })`),
      [['listed https://app.example.com']],
    ],
    [
      'an event of another name',
      `export default defineEventHandler((e) => { setHeader(e, 'Access-Control-Allow-Origin', '*') })`,
      [['anyone by value']],
    ],
    ['one header', handler(`setResponseHeader(event, 'Access-Control-Allow-Origin', '*')`), [['anyone by value']]],
    [
      'the header of the request',
      handler(`setHeader(event, 'Access-Control-Allow-Origin', getRequestHeader(event, 'origin'))`),
      [['echo by header']],
    ],
    [
      'the headers of the request',
      handler(`setHeaders(event, { 'Access-Control-Allow-Origin': getHeaders(event).origin ?? '*' })`),
      [['echo by header']],
    ],
  ])('%s', (_, code, expected) => {
    expect(grantsByPolicy(code)).toEqual(expected)
  })

  test.each([
    ['a function of the file', `function handleCors(event, options) {}\n${handler(`handleCors(event, {})`)}`],
    ['a function of another package', `import { handleCors } from './cors'\n${handler(`handleCors(event, {})`)}`],
    [
      'a setter of another package',
      `import { setHeader } from './client'\n${handler(`setHeader(event, 'Access-Control-Allow-Origin', '*')`)}`,
    ],
    ['a setter of a request', `setHeader(request, 'Access-Control-Allow-Origin', '*')`],
  ])('%s says nothing', (_, code) => {
    expect(grantsByPolicy(code)).toEqual([])
  })
})

test('options that are declared by their type', () => {
  const code = `import type { H3CorsOptions } from 'h3'\nexport const options: H3CorsOptions = { origin: () => true }`
  expect(grantsByPolicy(code, { format: 'ts' })).toEqual([['echo by callback']])
})
