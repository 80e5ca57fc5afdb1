import { describe, expect, test } from 'vitest'

import { grantsByPolicy, policyOf } from '../../support/model.ts'

/**
 * Rules for routes as Nitro 2.13 (`nitropack`, `dist/core/index.mjs`) and Nuxt 4 read them; read from their source,
 * because a configuration has to be built before it is served.
 */
const nuxt = (rule: string): string => `export default defineNuxtConfig({ routeRules: { '/api/**': ${rule} } })`

describe('rules for routes', () => {
  test.each([
    ['cors', nuxt(`{ cors: true }`), [['anyone by value']]],
    ['whatever is truthy', nuxt(`{ cors: { origin: ['https://app.example.com'] } }`), [['anyone by value']]],
    ['cors that is off', nuxt(`{ cors: false }`), []],
    ['nothing about cors', nuxt(`{ prerender: true, headers: { 'cache-control': 'no-store' } }`), []],
    [
      'headers of their own',
      nuxt(`{ headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } }`),
      [['listed https://app.example.com']],
    ],
    [
      'headers after cors',
      nuxt(`{ cors: true, headers: { 'access-control-allow-origin': 'https://app.example.com' } }`),
      [['listed https://app.example.com']],
    ],
    [
      'headers before cors',
      nuxt(`{ headers: { 'access-control-allow-origin': 'https://app.example.com' }, cors: true }`),
      [['listed https://app.example.com']],
    ],
    [
      'below nitro',
      `export default defineNuxtConfig({ nitro: { routeRules: { '/**': { cors: true } } } })`,
      [['anyone by value']],
    ],
    ['of Nitro', `export default defineNitroConfig({ routeRules: { '/**': { cors: true } } })`, [['anyone by value']]],
    [
      'in a variable',
      `const routeRules = { '/**': { cors: true } }; export default defineNitroConfig({ routeRules })`,
      [['anyone by value']],
    ],
    ['of one page', `defineRouteRules({ cors: true })`, [['anyone by value']]],
    ['of something else', `export default { rules: { '/**': { cors: true } } }`, []],
  ])('%s', (_, code, expected) => {
    expect(grantsByPolicy(code, { format: 'ts', filename: '/app/nuxt.config.ts' })).toEqual(expected)
  })

  test('with credentials in their headers', () => {
    const policy = policyOf(nuxt(`{ cors: true, headers: { 'Access-Control-Allow-Credentials': 'true' } }`))
    expect(policy.credentials.map(({ value }) => value)).toEqual([true])
  })
})
