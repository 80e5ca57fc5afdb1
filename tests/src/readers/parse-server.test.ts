import { describe, expect, test } from 'vitest'

import { lint, TABLE_RULES } from '../../servers/harness/lint.ts'

// Parse Server 8.6.94 is not installed: read from its source, lib/middlewares.js.
function rulesOf(source: string): string[] {
  return lint({ source, format: 'ts' }, {}, undefined, TABLE_RULES).map(({ ruleId }) => ruleId ?? '')
}

describe('Parse Server', () => {
  test.each([
    ["new ParseServer({ appId: 'orders' })", 'no-wildcard-origin'],
    ["new ParseServer({ allowOrigin: '*' })", 'no-wildcard-origin'],
    ["new ParseServer({ allowOrigin: ['*'] })", 'no-wildcard-origin'],
    ["ParseServer({ allowOrigin: '*' })", 'no-wildcard-origin'],
    ["new ParseServer({ allowOrigin: process.env.ORIGIN || '*' })", 'no-ineffective-origin-check'],
    ["new ParseServer({ allowOrigin: ['null'] })", 'no-null-origin'],
    ["new ParseServer({ allowOrigins: ['https://app.example.com'] })", 'valid-cors-options'],
    ["new ParseServer({ allowOrigin: 'https://app.example.com' })", undefined],
    ["new ParseServer({ allowOrigin: ['https://app.example.com', '*'] })", 'valid-origin'],
    ["new ParseServer({ ...config, appId: 'orders' })", undefined],
    ['new ParseServer(config)', undefined],
  ])('%s', (code, rule) => {
    const source = `import { ParseServer } from 'parse-server'\nimport { config } from './config'\nexport const api = ${code}\n`
    expect(rulesOf(source)).toEqual(rule === undefined ? [] : [`cors/${rule}`])
  })
})
