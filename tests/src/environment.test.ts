import { describe, expect, test } from 'vitest'

import { exposureOf } from '../../src/exposure.ts'
import type { Grant } from '../../src/grants/model.ts'
import { policiesOf, policyOf, showGrant, type ParseOptions } from '../support/model.ts'

/** What a policy grants, and where: `anyone by value in development`. */
function grantsOf(code: string, options: ParseOptions = {}): string[] {
  return policyOf(code, options).grants.map(
    (grant: Grant) => showGrant(grant) + (grant.environment === 'any' ? '' : ` in ${grant.environment}`),
  )
}

const IMPORT = `import cors from 'cors'; import express from 'express'; const app = express();`

/** Conditions that hold in development only. */
const DEVELOPMENT: readonly string[] = [
  `process.env.NODE_ENV !== 'production'`,
  `process.env.NODE_ENV != 'production'`,
  `process.env.NODE_ENV === 'development'`,
  `process.env.NODE_ENV == "development"`,
  `'development' === process.env.NODE_ENV`,
  `process.env['NODE_ENV'] === 'development'`,
  `process.env?.NODE_ENV === 'development'`,
  `!(process.env.NODE_ENV === 'production')`,
  `process.env.NODE_ENV === 'development' || process.env.NODE_ENV === 'test'`,
  `['development', 'test'].includes(process.env.NODE_ENV)`,
  `!['production', 'staging'].includes(process.env.NODE_ENV)`,
  `process.env.NODE_ENV?.startsWith('dev')`,
  `import.meta.env.DEV`,
  `!import.meta.env.PROD`,
  `import.meta.env.MODE === 'development'`,
  `isDev`,
  `isDevelopment`,
  `!isProduction`,
  `!isProd`,
  `__DEV__`,
  `config.isDev`,
  `config.isDevelopment()`,
  `settings.env === 'development'`,
  `config.env.isLocal`,
  `app.get('env') === 'development'`,
  `app.get('env') !== 'production'`,
  `process.env.VITEST`,
  `process.env.CI`,
  `isDev && process.env.OPEN_CORS`,
  `process.argv.includes('--dev')`,
  `process.env.API_URL.includes('localhost')`,
]

describe('development only', () => {
  test.each(DEVELOPMENT)('%s ? * : list', (guard) => {
    expect(grantsOf(`${IMPORT} app.use(cors({ origin: ${guard} ? '*' : 'https://app.example.com' }))`)).toEqual(
      expect.arrayContaining(['anyone by value in development']),
    )
  })

  test.each(DEVELOPMENT)('if (%s) use', (guard) => {
    expect(grantsOf(`${IMPORT} if (${guard}) { app.use(cors()) }`)).toEqual(['anyone by default in development'])
  })

  test.each(DEVELOPMENT)('header behind %s', (guard) => {
    expect(
      grantsOf(
        `app.use((req, res, next) => { if (${guard}) res.setHeader('Access-Control-Allow-Origin', '*'); next() })`,
      ),
    ).toEqual(['anyone by value in development'])
  })

  test.each([
    `process.env.NODE_ENV === 'test'`,
    `process.env.APP_ENV === 'local'`,
    `process.env.NODE_ENV === 'staging'`,
  ])('not in production: %s', (guard) => {
    const grants = policiesOf(`${IMPORT} if (${guard}) { app.use(cors()) }`).flatMap((policy) => policy.grants)
    expect(grants.filter(({ environment }) => environment !== 'development')).toEqual([])
  })

  test.each(DEVELOPMENT.filter((guard) => !guard.includes('startsWith')))('constant from %s', (guard) => {
    expect(grantsOf(`${IMPORT} const open = ${guard}; app.use(cors({ origin: open ? true : [] }))`)).toEqual([
      'echo by option in development',
    ])
  })

  test.each([
    [
      'early exit',
      `app.use((req, res, next) => {
      if (process.env.NODE_ENV === 'production') return next()
      res.setHeader('Access-Control-Allow-Origin', req.headers.origin); next() })`,
      ['echo by header in development'],
    ],
    ['&& statement', `isDev && app.use(cors())`, ['anyone by default in development']],
    [
      'switch',
      `switch (process.env.NODE_ENV) { case 'development': app.use(cors()); break }`,
      ['anyone by default in development'],
    ],
    [
      'option by spread',
      `app.use(cors({ origin: 'https://a.example', ...(isDev && { origin: '*' }) }))`,
      ['listed https://a.example in production', 'anyone by value in development'],
    ],
    [
      'later assignment',
      `const o = { origin: 'https://a.example' }; if (isDev) o.origin = '*'; app.use(cors(o))`,
      ['listed https://a.example in production', 'anyone by value in development'],
    ],
    [
      'entry of a list',
      `const list = ['https://a.example']; if (isDev) list.push('http://localhost:3000'); app.use(cors({ origin: list }))`,
      ['listed https://a.example', 'listed http://localhost:3000 in development'],
    ],
    [
      'flag of the file',
      `const isLocal2 = process.env.NODE_ENV !== 'production'; if (isLocal2) app.use(cors())`,
      ['anyone by default in development'],
    ],
    [
      'function of the file',
      `const isOpen = () => process.env.NODE_ENV === 'development'; if (isOpen()) app.use(cors())`,
      ['anyone by default in development'],
    ],
    [
      'destructured',
      `const { NODE_ENV } = process.env; if (NODE_ENV !== 'production') app.use(cors())`,
      ['anyone by default in development'],
    ],
    [
      'environment with a default',
      `const env = process.env.NODE_ENV || 'development'; if (env === 'development') app.use(cors())`,
      ['anyone by default in development'],
    ],
    [
      'environment in an object',
      `const config = { env: process.env.NODE_ENV }; if (config.env === 'development') app.use(cors())`,
      ['anyone by default in development'],
    ],
    [
      'table of environments',
      `const origins = { development: '*', production: 'https://a.example' }; app.use(cors({ origin: origins[process.env.NODE_ENV] }))`,
      ['anyone by value in development', 'listed https://a.example in production'],
    ],
    [
      'callback',
      `app.use(cors({ origin(origin, callback) { if (isDev) return callback(null, true); callback(null, false) } }))`,
      ['echo by callback in development'],
    ],
    [
      'exit of the process',
      `if (process.env.NODE_ENV === 'production') process.exit(1); app.use(cors())`,
      ['anyone by default in development'],
    ],
    ['nested', `if (isDev) { if (verbose) { app.use(cors()) } }`, ['anyone by default in development']],
    ['helper', `function open(app) { app.use(cors()) } if (isDev) open(app)`, ['anyone by default in development']],
  ])('%s', (_, code, expected) => {
    const actual = grantsOf(IMPORT + code)
    expect(actual.toSorted()).toEqual(expected.toSorted())
  })
})

describe('production only', () => {
  test.each([
    `process.env.NODE_ENV === 'production'`,
    `process.env.NODE_ENV !== 'development'`,
    `isProduction`,
    `!isDev`,
    `import.meta.env.PROD`,
    `config.isProd`,
    `app.get('env') === 'production'`,
    `isProd && enabled`,
    `!(isDev || isTest)`,
  ])('%s', (guard) => {
    const code = `${IMPORT} if (${guard}) { app.use(cors()) }`
    expect(grantsOf(code)).toEqual(['anyone by default in production'])
    const policy = policyOf(code)
    expect(exposureOf(policy, policy.grants[0]!)).toBe('open-in-production')
  })

  test('both arms', () => {
    expect(grantsOf(`${IMPORT} app.use(cors({ origin: isProd ? true : '*' }))`).toSorted()).toEqual([
      'anyone by value in development',
      'echo by option in production',
    ])
  })
})

describe('everywhere', () => {
  test.each([
    `process.env.NODE_ENV`,
    `process.env.OPEN_CORS`,
    `enabled`,
    `config.cors`,
    `isDev || isProd`,
    `isDev || enabled`,
    `process.env.NODE_ENV !== 'staging'`,
    `process.env.DEVICE === 'phone'`,
    `devices`,
    `isDevoted`,
    `product`,
    `localStorage`,
    `isLocalized`,
    `testimonials`,
    `protest`,
    `app.get('title') === 'development kit'`,
  ])('%s', (guard) => {
    expect(grantsOf(`${IMPORT} if (${guard}) { app.use(cors()) }`)).toEqual(['anyone by default'])
  })

  test('a guard that is put in front by hand is what it is', () => {
    expect(grantsOf(`${IMPORT} const isDev = true; if (isDev) app.use(cors())`)).toEqual(['anyone by default'])
  })

  test('a sound policy in development is nobody’s business', () => {
    const policy = policyOf(`${IMPORT} if (isDev) app.use(cors({ origin: true, credentials: true }))`)
    expect(policy.grants.map((grant) => exposureOf(policy, grant))).toEqual([undefined])
  })
})

describe('settings.developmentGuards', () => {
  const developmentGuards = ['sandbox', 'ALLOW_ALL']

  test.each([
    `sandbox`,
    `config.sandbox`,
    `process.env.ALLOW_ALL`,
    `this.sandbox`,
    `sandbox === true`,
    `!!sandbox`,
    `sandbox && other`,
  ])('%s', (guard) => {
    const code = `${IMPORT} if (${guard}) { app.use(cors()) }`
    expect(grantsOf(code)).toEqual(['anyone by default'])
    expect(grantsOf(code, { developmentGuards })).toEqual(['anyone by default in development'])
  })

  test.each([`sandboxed`, `mySandbox`, `process.env.ALLOW`, `sandbox.name`])('not %s', (guard) => {
    expect(grantsOf(`${IMPORT} if (${guard}) { app.use(cors()) }`, { developmentGuards })).toEqual([
      'anyone by default',
    ])
  })

  test('negated, they say production', () => {
    expect(grantsOf(`${IMPORT} if (!sandbox) { app.use(cors()) }`, { developmentGuards })).toEqual([
      'anyone by default in production',
    ])
  })
})
