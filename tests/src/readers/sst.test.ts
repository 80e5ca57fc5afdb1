import { describe, expect, test } from 'vitest'

import { lint, lintAndFix } from '../../servers/harness/lint.ts'

// SST 3 is not installed: read from its source, platform/src/components/aws.
function configuration(component: string): string {
  return `/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: (input) => ({ name: 'orders', home: 'aws', removal: input?.stage === 'production' ? 'retain' : 'remove' }),
  async run() {
    const bucket = new sst.aws.Bucket('Uploads')
    return new sst.aws.${component}
  },
})
`
}

const FILE = 'sst.config.ts'

describe('sst.config.ts', () => {
  test.each([
    ["Function('Api', { handler: 'src/api.handler', url: true })", 'no-wildcard-origin'],
    ["Function('Api', { handler: 'src/api.handler', url: {} })", 'no-wildcard-origin'],
    ["Function('Api', { handler: 'src/api.handler', url: { authorization: 'iam' } })", 'no-wildcard-origin'],
    ["Function('Api', { handler: 'src/api.handler', url: { cors: true } })", 'no-wildcard-origin'],
    ["Function('Api', { url: { cors: { allowOrigins: ['*'] } } })", 'no-wildcard-origin'],
    ["Function('Api', { url: { cors: { allowCredentials: true } } })", 'no-wildcard-with-credentials'],
    [
      "Function('Api', { url: { cors: { allowOrigins: ['*'], allowCredentials: true } } })",
      'no-wildcard-with-credentials',
    ],
    ["Function('Api', { handler: 'src/api.handler' })", undefined],
    ["Function('Api', { handler: 'src/api.handler', url: { cors: false } })", undefined],
    ["Function('Api', { url: { cors: { allowOrigins: ['https://app.example.com'], maxAge: '1 day' } } })", undefined],
    ["ApiGatewayV2('Api')", 'no-wildcard-origin'],
    ["ApiGatewayV2('Api', { domain: 'api.example.com' })", 'no-wildcard-origin'],
    ["ApiGatewayV2('Api', { cors: true })", 'no-wildcard-origin'],
    ["ApiGatewayV2('Api', { cors: { allowMethods: ['GET'] } })", 'no-wildcard-origin'],
    ["ApiGatewayV2('Api', { cors: { allowCredentials: true } })", 'no-wildcard-with-credentials'],
    ["ApiGatewayV2('Api', { cors: false })", undefined],
    ["ApiGatewayV2('Api', { cors: { allowOrigins: ['https://app.example.com'], allowCredentials: true } })", undefined],
    ["Bucket('Assets', { cors: { allowOrigins: ['*'] } })", 'no-wildcard-origin'],
    ["Bucket('Assets', { cors: { allowOrigins: ['https://app.example.com'] } })", undefined],
  ])('new sst.aws.%s', (component, rule) => {
    const messages = lint({ source: configuration(component), format: 'ts' }, {}, FILE)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(rule === undefined ? [] : [`cors/${rule}`])
  })

  test.each([
    ['url: true', "url: { cors: { allowOrigins: ['https://app.example.com'] } }"],
    ['url: { cors: true }', "url: { cors: { allowOrigins: ['https://app.example.com'] } }"],
    [
      "url: { authorization: 'iam' }",
      "url: { cors: { allowOrigins: ['https://app.example.com'] }, authorization: 'iam' }",
    ],
    [
      'url: { cors: { allowCredentials: true } }',
      "url: { cors: { allowOrigins: ['https://app.example.com'], allowCredentials: true } }",
    ],
  ])('%s is narrowed to the list', (url, narrowed) => {
    const written = (text: string): string => configuration(`Function('Api', { handler: 'api.handler', ${text} })`)
    const settings = { allowedOrigins: ['https://app.example.com'] }
    const { output } = lintAndFix({ source: written(url), format: 'ts' }, settings, FILE)
    expect(output).toBe(written(narrowed))
  })
})
