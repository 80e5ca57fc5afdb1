import { describe, expect, test } from 'vitest'

import { lint, lintAndFix } from '../../servers/harness/lint.ts'

// Strapi 5.54.0 is not installed: what its middleware does is read from its source and was observed on a Koa server.
const FILE = 'config/middlewares.ts'
const LIST = "['https://app.example.com']"

/** The list of middlewares, with one of them for CORS. */
function middlewares(entry: string): string {
  return `export default ({ env }) => ['strapi::errors', ${entry}, 'strapi::body']\n`
}

function rulesOf(source: string, filename = FILE): string[] {
  return lint({ source, format: 'ts' }, {}, filename).map(({ ruleId }) => ruleId ?? '')
}

describe('strapi::cors', () => {
  test.each([
    ["'strapi::cors'", 'no-reflected-origin'],
    ["{ name: 'strapi::cors' }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: {} }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { enabled: true } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { enabled: false } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { credentials: false } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: '*' } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: ['*'] } }", 'no-reflected-origin'],
    [`{ name: 'strapi::cors', config: { origin: [...${LIST}, '*'] } }`, 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: undefined } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: (ctx) => ctx.get('origin') } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: async (ctx) => ctx.request.header.origin } }", 'no-reflected-origin'],
    ["{ name: 'strapi::cors', config: { origin: ['null', 'https://app.example.com'] } }", 'no-null-origin'],
    ["{ name: 'strapi::cors', config: { origin: true } }", 'valid-cors-options'],
    ["{ name: 'strapi::cors', config: { origins: ['https://app.example.com'] } }", 'valid-cors-options'],
    ["{ name: 'strapi::cors', config: { origin: env('ORIGIN', '*') } }", undefined],
  ])('%s', (entry, rule) => {
    expect(rulesOf(middlewares(entry))).toEqual(rule === undefined ? [] : [`cors/${rule}`])
  })

  test.each([
    `{ name: 'strapi::cors', config: { origin: ${LIST} } }`,
    "{ name: 'strapi::cors', config: { origin: 'https://app.example.com, https://admin.example.com' } }",
    "{ name: 'strapi::cors', config: { origin: env.array('CORS_ORIGINS') } }",
    `{ name: 'strapi::cors', config: { origin: (ctx) => (${LIST}.includes(ctx.get('origin')) ? ctx.get('origin') : '') } }`,
    "{ name: 'strapi::cors', config: { origin: '' } }",
    "{ name: 'global::cors', config: { origin: '*' } }",
    "{ name, config: { origin: '*' } } // not strapi::cors",
  ])('%s is left alone', (entry) => {
    expect(rulesOf(middlewares(entry).replace(/ \/\/ .*?(?=, 'strapi::body')/, ''))).toEqual([])
  })

  test('is looked for in lists of middlewares alone', () => {
    const source = "export default ['strapi::cors']"
    expect(rulesOf(source, 'config/env/production/middlewares.js')).toEqual(['cors/no-reflected-origin'])
    expect(rulesOf(source, 'src/middlewares.ts')).toEqual([])
  })

  test.each([
    ["'strapi::cors'", `{ name: 'strapi::cors', config: { origin: ${LIST} } }`],
    [
      "{ name: 'strapi::cors', config: { headers: ['X-Test'] } }",
      `{ name: 'strapi::cors', config: { origin: ${LIST}, headers: ['X-Test'] } }`,
    ],
    ["{ name: 'strapi::cors', config: { origin: '*' } }", `{ name: 'strapi::cors', config: { origin: ${LIST} } }`],
  ])('%s is narrowed to the list', (entry, narrowed) => {
    const settings = { allowedOrigins: ['https://app.example.com'] }
    const { output } = lintAndFix({ source: middlewares(entry), format: 'ts' }, settings, FILE)
    expect(output).toBe(middlewares(narrowed))
  })
})
