import { describe, expect, test } from 'vitest'

import { pathsOf } from '../../src/applications/paths.ts'
import { credentialsWith, exposureOf } from '../../src/exposure.ts'
import { mentionsCors, policiesIn } from '../../src/policies.ts'
import {
  answersOf,
  conditionIn,
  grantsByPolicy,
  grantsOf,
  policiesOf,
  policyOf,
  showGrant,
  sourceOf,
} from '../support/model.ts'

const IMPORT = `import cors from 'cors'\n`

describe('the text gate', () => {
  test.each([
    `app.get('/', (req, res) => { res.setHeader('Content-Type', 'text/plain') })`,
    `const score = 1`,
    `res.setHeader('Access-Control', 'x')`,
    `res.setHeader('Vary', 'Origin')`,
    ``,
  ])('%j has none, and is not analysed', (text) => {
    const { ast, visitorKeys } = sourceOf(text)
    const source = {
      ast,
      visitorKeys,
      text,
      get scopeManager(): never {
        throw new Error('the scopes were read')
      },
    }
    expect(mentionsCors(source)).toBe(false)
    expect(policiesIn(source)).toEqual([])
  })

  test.each([`// cors`, `import x from 'CORS'`, `'ACCESS-CONTROL-ALLOW-ORIGIN'`, `const corsOptions = {}`])(
    '%j is analysed',
    (text) => {
      const { ast, visitorKeys } = sourceOf(text)
      const source = {
        ast,
        visitorKeys,
        text,
        get scopeManager(): never {
          throw new Error('the scopes were read')
        },
      }
      expect(mentionsCors(source)).toBe(true)
      expect(() => policiesIn(source)).toThrow('the scopes were read')
    },
  )

  test('a file without scopes has what needs none', () => {
    const source = { ...sourceOf(`require('cors')()`), scopeManager: null }
    expect(policiesIn({ ...source, text: `require('cors')()` }).map(({ library }) => library.id)).toEqual(['cors'])
  })
})

describe('one answer per syntax tree', () => {
  test('the same array comes back', () => {
    const source = sourceOf(`${IMPORT}app.use(cors())`)
    const policies = policiesIn(source)
    expect(policies).toHaveLength(1)
    expect(policiesIn(source)).toBe(policies)
    expect(policiesIn({ ...source })).toBe(policies)
  })

  test('another parse has an answer of its own', () => {
    const code = `${IMPORT}app.use(cors())`
    expect(policiesIn(sourceOf(code))).not.toBe(policiesIn(sourceOf(code)))
  })
})

describe('options of cors()', () => {
  test.each([
    ['cors()', ['anyone by default']],
    ['cors({})', ['anyone by default']],
    ['cors({ maxAge: 600 })', ['anyone by default']],
    ['cors(undefined)', ['anyone by default']],
    ['cors(null)', ['anyone by default']],
    ["cors({ origin: '*' })", ['anyone by value']],
    ['cors({ origin: `*` })', ['anyone by value']],
    ['cors({ origin: true })', ['echo by option']],
    ['cors({ origin: false })', []],
    ["cors({ origin: '' })", []],
    ['cors({ origin: undefined })', []],
    ['cors({ origin: [] })', []],
    ["cors({ origin: 'https://a.example' })", ['listed https://a.example']],
    [
      "cors({ origin: ['https://a.example', 'https://b.example'] })",
      ['listed https://a.example', 'listed https://b.example'],
    ],
    ["cors({ origin: ['*'] })", ['listed *']],
    ["cors({ origin: 'null' })", ['null by text']],
    ["cors({ origin: ['null', 'https://a.example'] })", ['null by text', 'listed https://a.example']],
    ['cors({ origin: /example/ })', ['checked by option']],
    ["cors({ origin: ['https://a.example', /b/] })", ['listed https://a.example', 'checked by option']],
    ["cors({ origin: new Set(['https://a.example']) })", ['echo by type']],
    ["cors({ origin: new URL('https://a.example') })", ['echo by type']],
    ["cors({ origin: { name: 'https://a.example' } })", ['echo by type']],
    ['cors({ origin: 1 })', ['echo by type']],
    ['cors({ origin: process.env.ORIGIN })', ['unknown']],
    ["cors({ origin: process.env.ORIGIN || '*' })", ['unknown', 'anyone by value']],
    ['cors({ origin: elsewhere() })', ['unknown']],
    ['cors(elsewhere)', undefined],
    ['cors({ ...elsewhere })', ['unknown']],
    ["cors({ ...elsewhere, origin: '*' })", ['anyone by value']],
    ["cors({ origin: '*', ...elsewhere })", ['unknown']],
    ["cors({ origin: flag ? '*' : 'https://a.example' })", ['anyone by value', 'listed https://a.example']],
    ['cors({ origin: (origin, callback) => callback(null, true) })', ['echo by callback']],
    ['cors({ origin: (origin, callback) => callback(null, false) })', []],
    ["cors({ origin: (origin, callback) => callback(null, '*') })", ['anyone by value']],
    ['cors({ origin: (origin, callback) => callback(null, origin) })', ['echo by callback']],
    ['cors({ origin: (origin, callback) => callback(new Error()) })', []],
    ['cors({ origin: (origin, callback) => { setTimeout(() => callback(null, true)) } })', ['echo by callback']],
    ['cors({ origin: (origin, callback) => { elsewhere(origin, callback) } })', ['unknown']],
    ['cors({ origin: async (origin, callback) => { await load(); callback(null, true) } })', ['echo by callback']],
    ["cors({ origin(origin, callback) { callback(null, ['https://a.example']) } })", ['listed https://a.example']],
    ['cors({ origin: elsewhere.check })', ['unknown']],
  ] as const)('%s', (call, expected) => {
    if (expected) expect(grantsOf(`${IMPORT}app.use(${call})`)).toEqual(expected)
    // Whether it is an object, a function or nothing cannot be told.
    else expect(policiesOf(`${IMPORT}app.use(${call})`)).toEqual([])
  })

  test('the other parts', () => {
    const code = `${IMPORT}app.use(cors({
      origin: '*', credentials: true, methods: ['GET', 'PUT'], allowedHeaders: 'X-A, X-B', exposedHeaders: [NAME],
      maxAge: 60 * 10 }))`
    const policy = policyOf(code)
    const values = (part: readonly { value: unknown }[]): unknown[] => part.map(({ value }) => value)
    expect(values(policy.credentials)).toEqual([true])
    expect(values(policy.methods)).toEqual([['GET', 'PUT']])
    expect(values(policy.allowedHeaders)).toEqual([['X-A', 'X-B']])
    expect(values(policy.exposedHeaders)).toEqual([undefined])
    expect(values(policy.maxAge)).toEqual([600])
    expect(policy.vary).toEqual({ state: 'sent' })
    expect(policy.library).toMatchObject({ id: 'cors', wildcardWithCredentials: 'refused', variesByItself: true })
    const [credentials] = policy.credentials
    expect(code.slice(...credentials!.node.range)).toBe('credentials: true')
    expect(code.slice(...policy.grants[0]!.node.range)).toBe("'*'")
  })

  test('parts that are not set are empty; parts that cannot be seen are not', () => {
    const policy = policyOf(`${IMPORT}app.use(cors({ credentials: process.env.CREDENTIALS }))`)
    expect(policy.methods).toEqual([])
    expect(policy.maxAge).toEqual([])
    expect(policy.credentials).toMatchObject([{ value: undefined }])
  })

  test('choices of credentials keep their conditions', () => {
    const code = `${IMPORT}app.use(cors({ origin: flag ? '*' : 'https://a.example', credentials: !flag }))`
    const policy = policyOf(code)
    const [anyone, listed] = policy.grants
    expect(conditionIn(code, anyone!.when, 'flag')).toBe('flag')
    expect(conditionIn(code, listed!.when, '!flag')).toBe('!flag')
    expect(credentialsWith(policy, anyone!)).toBeUndefined()
    expect(exposureOf(policy, anyone!)).toBe('wildcard')
  })

  test.each([
    ["cors({ origin: '*', credentials: true })", 'conflict'],
    ["cors({ origin: '*' })", 'wildcard'],
    ['cors({ origin: true, credentials: true })', 'reflected'],
    ["cors({ origin: process.env.X || '*' })", 'fail-open'],
    ['cors({ origin: /./ })', 'bypassable'],
    ["cors({ origin: 'https://a.example', credentials: true })", undefined],
    ['cors({ origin: /^https:\\/\\/a\\.example$/ })', undefined],
    ["cors({ ...(flag ? { origin: '*' } : { origin: 'https://a.example', credentials: true }) })", 'wildcard'],
  ])('%s: %s', (call, expected) => {
    const policy = policyOf(`${IMPORT}app.use(${call})`)
    expect(policy.grants.map((grant) => exposureOf(policy, grant)).find((one) => one !== undefined)).toBe(expected)
  })
})

describe('contexts of cors()', () => {
  test.each([
    ['options in a constant', `const options = { origin: '*' }; app.use(cors(options))`, [['anyone by value']]],
    [
      'a wrapper with options',
      `function allow(options) { return cors(options) } app.use(allow({ origin: '*' })); app.use(allow({ origin: false }))`,
      [['anyone by value'], []],
    ],
    [
      'a wrapper with an origin',
      `const allow = (origin) => cors({ origin, credentials: true }); app.use(allow('https://a.example'))`,
      [['listed https://a.example']],
    ],
    [
      'a wrapper with a default',
      `const allow = (origin = '*') => cors({ origin }); app.use(allow())`,
      [['anyone by value']],
    ],
    [
      'a factory of options',
      `const options = () => ({ origin: '*' }); app.use(cors(options()))`,
      [['anyone by value']],
    ],
    [
      'options by assembly',
      `const options = {}; options.origin = true; Object.assign(options, { credentials: true }); app.use(cors(options))`,
      [['echo by option']],
    ],
    [
      'options in a class',
      `class Server { options = { origin: true }; start(app) { app.use(cors(this.options)) } }`,
      [['echo by option']],
    ],
    ['several calls', `app.use(cors()); app.get('/', cors({ origin: false }), f)`, [['anyone by default'], []]],
    [
      'a loop',
      `for (const origin of ['*', 'https://a.example']) app.use(cors({ origin }))`,
      [['anyone by value'], ['listed https://a.example']],
    ],
    ['an exported wrapper', `export const allow = (options) => cors(options)`, []],
    [
      'an exported wrapper that is called',
      `export const allow = (origin) => cors({ origin }); app.use(allow('*'))`,
      [['anyone by value'], ['unknown']],
    ],
    [
      'a method',
      `class C { #allow(origin) { return cors({ origin }) } use(app) { app.use(this.#allow(true)) } }`,
      [['echo by option']],
    ],
    [
      'called at once',
      `app.use((req, res, next) => cors({ origin: req.headers.origin })(req, res, next))`,
      [['echo by option']],
    ],
    [
      'called at once with a query',
      `app.use((req, res, next) => cors({ origin: req.query.origin })(req, res, next))`,
      [['request query']],
    ],
    [
      'called at once behind a check',
      `app.use((req, res, next) => {
        if (req.headers.origin === 'https://a.example') return cors({ origin: true })(req, res, next)
        next()
      })`,
      [['checked by option']],
    ],
    [
      'kept and called behind a check',
      `const allow = cors({ origin: true })
       app.use((req, res, next) => { if (list.includes(req.headers.origin)) allow(req, res, next); else next() })`,
      [['checked by option']],
    ],
    [
      'a gate in front',
      `app.use((req, res, next) => { if (req.headers.origin !== 'https://a.example') return res.end(); next() })
       app.use(cors({ origin: true }))`,
      [['checked by option']],
    ],
  ])('%s', (_, code, expected) => {
    expect(grantsByPolicy(IMPORT + code)).toEqual(expected)
  })

  const APP = "import express from 'express'\nconst app = express()\nconst router = express.Router()\n"

  test.each([
    ["app.use('/api', cors())", ['/api']],
    ["const base = '/api'; app.use(`${base}/v1`, cors())", ['/api/v1']],
    ["app.get('/route', cors(), handler)", ['/route']],
    ["app.options('*', cors())", ['*']],
    ['app.use(cors())', ['/']],
    ["router.get('/fonts', cors()); app.use('/static/', router)", ['/static/fonts']],
    ["router.use(cors()); app.use('/a', router); app.use('/b', router)", ['/a', '/b']],
    ["const policy = cors(); app.get('/a', policy, x); app.get('/b', policy, y)", ['/a', '/b']],
    ['const middleware = cors()', []],
    ['app.use(path, cors())', [undefined]],
    ["register('/api', cors())", []],
  ])('%s answers under %j', (code, paths) => {
    const { mounts } = policyOf(IMPORT + APP + code)
    expect(mounts.flatMap((mount) => (mount.type === 'registration' ? pathsOf(mount.registration) : []))).toEqual(paths)
  })

  test.each([
    ["app.listen(7777, '127.0.0.1')", true],
    ["app.listen({ port: 7777, host: 'localhost' })", true],
    ["const HOST = '::1'; http.createServer(app).listen(7777, HOST, () => {})", true],
    ['app.listen(7777)', false],
    ["app.listen(7777, '0.0.0.0')", false],
    ['app.listen(7777, process.env.HOST)', false],
    ["app.listen(1, '127.0.0.1'); app.listen(2)", false],
    ['', false],
  ])('%s: on the own machine only: %s', (code, isLocal) => {
    expect(policyOf(`${IMPORT}${APP}app.use(cors())\n${code}`).isLocal).toBe(isLocal)
  })
})

describe('delegates', () => {
  test.each([
    ["(req, callback) => callback(null, { origin: '*' })", [['anyone by value']]],
    ['(req, callback) => callback(null, { origin: true, credentials: true })', [['echo by option']]],
    ['(req, callback) => callback(null)', [['anyone by default']]],
    ['(req, callback) => callback(null, {})', [['anyone by default']]],
    ['(req, callback) => callback(new Error())', []],
    ['(req, callback) => { callback(null, { origin: req.headers.origin }) }', [['echo by option']]],
    ["(req, callback) => callback(null, { origin: req.header('Origin') })", [['echo by option']]],
    [
      "(req, callback) => callback(null, { origin: ['https://a.example'].includes(req.headers.origin) })",
      [['checked by option']],
    ],
    [
      `(req, callback) => {
        if (list.includes(req.header('Origin'))) callback(null, { origin: true })
        else callback(null, { origin: false })
      }`,
      [['checked by option'], []],
    ],
    [
      `(req, callback) => {
        let options
        if (['https://a.example'].indexOf(req.header('Origin')) !== -1) { options = { origin: true } }
        else { options = { origin: false } }
        callback(null, options)
      }`,
      [['checked by option'], []],
    ],
    [
      "(req, callback) => callback(null, req.path === '/open' ? { origin: '*' } : { origin: false })",
      [['anyone by value'], []],
    ],
    [
      'async (req, callback) => { const options = { origin: true }; await load(); callback(null, options) }',
      [['echo by option']],
    ],
  ])('%s', (delegate, expected) => {
    // What cannot happen may be listed, but grants nothing.
    const granting = (all: readonly (readonly string[])[]): unknown => all.filter((grants) => grants.length > 0)
    expect(granting(grantsByPolicy(`${IMPORT}app.use(cors(${delegate}))`))).toEqual(granting(expected))
  })

  test('a delegate of the file', () => {
    const code = `${IMPORT}
      const list = ['https://app.example.com']
      const delegate = function (req, callback) {
        const options = { origin: false }
        if (list.includes(req.header('Origin'))) { options.origin = true }
        callback(null, options)
      }
      app.get('/', cors(delegate), handler)`
    const policy = policyOf(code)
    expect(policy.grants.map(showGrant)).toEqual(['checked by option'])
    expect(answersOf(policy.grants)).toBe('no yes no no')
  })
})
