import { describe, expect, test } from 'vitest'

import { grantsByPolicy } from '../../support/model.ts'

const ALLOW = `'Access-Control-Allow-Origin'`

/** Functions that make a response, as `@remix-run/node` 2, React Router 7 and `@sveltejs/kit` 2 document them. */
describe('responses of functions', () => {
  test.each([
    ['json of Remix', `import { json } from '@remix-run/node'`, `json({}, { headers: { ${ALLOW}: '*' } })`],
    [
      'json of Remix for Cloudflare',
      `import { json } from '@remix-run/cloudflare'`,
      `json({}, { headers: { ${ALLOW}: '*' } })`,
    ],
    [
      'data of React Router',
      `import { data } from 'react-router'`,
      `data({}, { status: 200, headers: { ${ALLOW}: '*' } })`,
    ],
    ['json of SvelteKit', `import { json } from '@sveltejs/kit'`, `json({}, { headers: { ${ALLOW}: '*' } })`],
    [
      'a renamed import',
      `import { json as answer } from '@sveltejs/kit'`,
      `answer({}, { headers: { ${ALLOW}: '*' } })`,
    ],
  ])('%s', (_, head, call) => {
    expect(grantsByPolicy(`${head}\nexport const loader = () => ${call}`)).toEqual([['anyone by value']])
  })

  test.each([
    [
      'a function of the file',
      `const json = (data, init) => init\nexport const loader = () => json({}, { headers: { ${ALLOW}: '*' } })`,
    ],
    ['of another package', `import { json } from './requests'\njson({}, { headers: { ${ALLOW}: '*' } })`],
  ])('%s says nothing', (_, code) => {
    expect(grantsByPolicy(code)).toEqual([])
  })

  test('the origin of the request', () => {
    const code = `import { json } from '@remix-run/node'
      export const loader = ({ request }) => json({}, { headers: { ${ALLOW}: request.headers.get('Origin') } })`
    expect(grantsByPolicy(code)).toEqual([['echo by header']])
  })
})

describe('headers that a route exports', () => {
  test.each([
    ['a function', `export function headers() { return { ${ALLOW}: '*' } }`],
    ['an arrow function', `export const headers = () => ({ ${ALLOW}: '*' })`],
  ])('%s', (_, code) => {
    expect(grantsByPolicy(code)).toEqual([['anyone by value']])
  })

  test.each([
    ['a function of another name', `export const init = () => ({ ${ALLOW}: '*' })`],
    ['a function that is not exported', `const headers = () => ({ ${ALLOW}: '*' })`],
  ])('%s says nothing', (_, code) => {
    expect(grantsByPolicy(code)).toEqual([])
  })
})
