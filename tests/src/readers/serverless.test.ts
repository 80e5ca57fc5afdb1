import { describe, expect, test } from 'vitest'

import { lint, lintAndFix } from '../../servers/harness/lint.ts'

// The Serverless Framework 3.40.0 is not installed: read from its source, lib/plugins/aws/package/compile/events.
function configuration(provider: string, more: string): string {
  return `import type { AWS } from '@serverless/typescript'

const configuration: AWS = {
  service: 'orders',
  provider: { name: 'aws', runtime: 'nodejs20.x', ${provider} },
  functions: { list: { handler: 'src/list.handler', ${more} } },
}

module.exports = configuration
`
}

function rulesOf(source: string, filename = 'serverless.ts'): string[] {
  return lint({ source, format: 'ts' }, {}, filename).map(({ ruleId }) => ruleId ?? '')
}

describe('serverless.ts', () => {
  test.each([
    ['true', 'no-wildcard-origin'],
    ['{}', 'no-wildcard-origin'],
    ["{ origin: '*' }", 'no-wildcard-origin'],
    ["{ origins: ['*'] }", 'no-wildcard-origin'],
    ['{ allowCredentials: true }', 'no-wildcard-with-credentials'],
    ["{ origin: '*', allowCredentials: true }", 'no-wildcard-with-credentials'],
    ["{ origins: ['https://*'], allowCredentials: true }", 'no-bypassable-origin-check'],
    ["{ origins: ['null'] }", 'no-null-origin'],
    ['false', undefined],
    ["{ origin: 'https://app.example.com', allowCredentials: true }", undefined],
    ["{ origins: ['https://app.example.com', 'https://admin.example.com'], allowCredentials: true }", undefined],
    ["{ origin: '${self:custom.origin}' }", undefined],
  ])('an event of a REST API with cors: %s', (cors, rule) => {
    const source = configuration('', `events: [{ http: { path: '/', method: 'get', cors: ${cors} } }]`)
    expect(rulesOf(source)).toEqual(rule === undefined ? [] : [`cors/${rule}`])
  })

  test.each([
    ['true', 'no-wildcard-origin'],
    ["{ allowedMethods: ['GET'] }", 'no-wildcard-origin'],
    ["{ allowedOrigins: ['*'] }", 'no-wildcard-origin'],
    ["{ allowedOrigins: ['*'], allowCredentials: true }", 'no-wildcard-with-credentials'],
    ["{ allowedOrigins: ['https://app.example.com'], allowCredentials: true }", undefined],
    ['false', undefined],
  ])('httpApi and url with cors: %s', (cors, rule) => {
    const expected = rule === undefined ? [] : [`cors/${rule}`]
    expect(rulesOf(configuration(`httpApi: { cors: ${cors} }`, ''))).toEqual(expected)
    expect(rulesOf(configuration('', `url: { cors: ${cors} }`))).toEqual(expected)
  })

  test('is no configuration under another name', () => {
    expect(rulesOf(configuration('httpApi: { cors: true }', ''), 'src/server.ts')).toEqual([])
  })

  test.each([
    ['true', "{ origins: ['https://app.example.com'] }"],
    ["{ origin: '*' }", "{ origins: ['https://app.example.com'] }"],
    ['{ allowCredentials: true }', "{ origins: ['https://app.example.com'], allowCredentials: true }"],
  ])('cors: %s is narrowed to the list', (cors, narrowed) => {
    const written = (text: string): string =>
      configuration('', `events: [{ http: { path: '/', method: 'get', cors: ${text} } }]`)
    const settings = { allowedOrigins: ['https://app.example.com'] }
    const { output } = lintAndFix({ source: written(cors), format: 'ts' }, settings, 'serverless.ts')
    expect(output).toBe(written(narrowed))
  })
})
