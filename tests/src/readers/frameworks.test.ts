import { describe, expect, test } from 'vitest'

import { lint, lintAndFix } from '../../servers/harness/lint.ts'
import { policiesOf } from '../../support/model.ts'

function rulesOf(source: string, filename = 'server.ts'): string[] {
  return lint({ source, format: 'ts' }, {}, filename).map(({ ruleId }) => ruleId ?? '')
}

const WILDCARD = ['cors/no-wildcard-origin']
const OPEN = ['cors/no-wildcard-with-credentials']

describe('moleculer-web', () => {
  function gateway(settings: string): string {
    return `import ApiGateway from 'moleculer-web'\nexport default { name: 'api', mixins: [ApiGateway], settings: { ${settings} } }\n`
  }

  test('lays the options of a route over those of the gateway', () => {
    const exact = 'cors: { origin: (origin) => ALLOWED.includes(origin) }'
    expect(rulesOf(gateway(`${exact}, routes: [{ path: '/a', cors: { methods: ['GET'] } }]`))).toEqual([])
    expect(rulesOf(gateway(`${exact}, routes: [{ path: '/a', cors: { origin: '*' } }]`))).toEqual(WILDCARD)
    expect(rulesOf(gateway("routes: [{ path: '/a', cors: { methods: ['GET'] } }]"))).toEqual(WILDCARD)
  })

  test('is silent about a route of which the gateway cannot be seen', () => {
    expect(rulesOf(gateway("cors: options, routes: [{ cors: { methods: ['GET'] } }]"))).toEqual([])
  })

  test('is not meant by a service that mixes in something else', () => {
    const source =
      "import Db from 'moleculer-db' // not moleculer-web\nexport default { mixins: [Db], settings: { cors: {} } }"
    expect(rulesOf(source)).toEqual([])
  })
})

describe('LoopBack', () => {
  test.each([
    ['a class that hands its options on', 'class App extends RestApplication {}', OPEN],
    [
      'a class with a constructor of its own',
      'class App extends RestApplication { constructor(options = {}) { super(options); this.bind("x") } }',
      OPEN,
    ],
    ['mixins', 'class App extends Boot(Service(RestApplication)) {}', OPEN],
    ['a class that makes its own options', 'class App extends RestApplication { constructor() { super(own) } }', []],
    ['another class', 'class App extends Application {}', []],
  ])('%s', (_, code, rules) => {
    const imports = "import { RestApplication } from '@loopback/rest'\nimport { Boot, Service, own } from './own'\n"
    expect(rulesOf(`${imports}${code}\nexport const app = new App({ rest: { port: 3000 } })\n`)).toEqual(rules)
  })
})

describe('Firebase', () => {
  test('gets options before a handler that comes from elsewhere', () => {
    const source = "import { onCall } from 'firebase-functions/v2/https'\nexport const add = onCall(handler)\n"
    const settings = { allowedOrigins: ['https://app.example.com'] }
    const { output } = lintAndFix({ source, format: 'ts' }, settings)
    expect(output).toBe(source.replace('handler', "{ cors: ['https://app.example.com'] }, handler"))
  })

  test('takes no options in its first generation, which may go by the same name', () => {
    for (const module of ['firebase-functions/https', 'firebase-functions/v1/https'])
      expect(rulesOf(`import { onCall } from '${module}'\nexport const add = onCall(handler)\n`)).toEqual([])
  })
})

describe('restify-cors-middleware2', () => {
  test('escapes the first dot of a glob only', () => {
    const source =
      "import corsMiddleware from 'restify-cors-middleware2'\nexport const cors = corsMiddleware({ origins: ['https://*.app.example.com'] })\n"
    const [grant] = policiesOf(source).flatMap(({ grants }) => grants)
    const admits = (origin: string): unknown => (grant?.kind === 'checked' ? grant.check.admits(origin) : undefined)
    expect(admits('https://x.appxexample.com')).toBe('yes')
    expect(admits('https://xyapp.example.com')).toBe('no')
  })
})

describe('options that several libraries know', () => {
  test('are read for the one that is given them', () => {
    const source = `import type { CorsOptions } from 'cors'
import NextCors from 'nextjs-cors'
const corsOptions: CorsOptions = { origin: '*' }
export default async (req, res) => { await NextCors(req, res, corsOptions); res.json({}) }
`
    const messages = lint({ source, format: 'ts' })
    expect(messages).toHaveLength(1)
  })

  test('are read for Egg in its configuration', () => {
    const source = "export const cors = { origin: '*', credentials: true }\n"
    const [message, ...others] = lint({ source, format: 'ts' }, {}, 'config/config.prod.ts')
    expect(message?.message).toContain('`egg-cors`')
    expect(others).toEqual([])
  })
})

describe('configurations that cannot be seen', () => {
  test.each([
    [
      'vite.config.ts',
      "import { defineConfig } from 'vite'\nimport { cors } from './own'\nexport default defineConfig({ server: { cors } })",
    ],
    ['config/security.js', "import { cors } from './own'\nexport const security = { cors }"],
    [
      'payload.config.ts',
      "import { buildConfig } from 'payload'\nimport { cors } from './own'\nexport default buildConfig({ cors })",
    ],
    [
      'config/cors.ts',
      "import { defineConfig } from '@adonisjs/cors'\nimport own from './own'\nexport default defineConfig(own)",
    ],
    ['stack.ts', "import { RestApi } from 'aws-cdk-lib/aws-apigateway'\nnew RestApi(this, 'Api', props)"],
  ])('%s', (filename, source) => {
    expect(rulesOf(`${source}\n`, filename)).toEqual([])
  })
})
