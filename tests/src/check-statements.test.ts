import { describe, expect, test } from 'vitest'

import { answersOf, LISTED, policyOf } from '../support/model.ts'

const NAMES = `
const LIST = ['${LISTED}', 'https://admin.example.com']
const FIRST = '${LISTED}'
`

const EXACT = 'no yes no no'
const UNSEEN = 'unseen unseen unseen unseen'

const SET_HEADER = `res.setHeader('Access-Control-Allow-Origin', origin)`

/** Statements of a middleware that has `origin`. */
const STATEMENTS: readonly (readonly [name: string, statements: string, answers: string, before?: string])[] = [
  ['switch', `switch (origin) { case FIRST: case 'https://b.example': ${SET_HEADER}; break; default: }`, EXACT],
  ['switch (true)', `switch (true) { case LIST.includes(origin): ${SET_HEADER}; break }`, EXACT],
  ['switch, leaving by default', `switch (origin) { case FIRST: break; default: return next() } ${SET_HEADER}`, EXACT],
  [
    'switch, falling through into default',
    `switch (origin) { case FIRST: log('known'); default: ${SET_HEADER} }`,
    'yes yes yes yes',
  ],
  ['loop', `for (const allowed of LIST) { if (allowed === origin) { ${SET_HEADER}; break } }`, EXACT],
  ['loop with continue', `for (const allowed of LIST) { if (allowed !== origin) continue; ${SET_HEADER} }`, EXACT],
  [
    'loop over a flag',
    `let ok = false; for (const one of LIST) { if (one === origin) ok = true } if (ok) ${SET_HEADER}`,
    EXACT,
  ],
  ['flag', `let ok = false; if (LIST.includes(origin)) { ok = true } if (ok) { ${SET_HEADER} }`, EXACT],
  ['inverse flag', `let ok = true; if (!LIST.includes(origin)) { ok = false } if (ok) { ${SET_HEADER} }`, EXACT],
  ['throw', `if (!LIST.includes(origin)) throw new Error('no'); ${SET_HEADER}`, EXACT],
  ['return next()', `if (!LIST.includes(origin)) return next(); ${SET_HEADER}`, EXACT],
  ['the response is ended', `if (!LIST.includes(origin)) { res.status(403).end() } ${SET_HEADER}`, EXACT],
  ['&& statement', `LIST.includes(origin) && ${SET_HEADER}`, EXACT],
  ['|| statement', `LIST.includes(origin) || res.status(403).end(); ${SET_HEADER}`, EXACT],
  ['both branches', `if (LIST.includes(origin)) { ${SET_HEADER} } else { ${SET_HEADER} }`, 'yes yes yes yes'],
  ['assert', `assert(LIST.includes(origin)); ${SET_HEADER}`, EXACT],
  ['assert.ok', `assert.ok(LIST.includes(origin)); ${SET_HEADER}`, EXACT],
  [
    'throwing helper',
    `check(origin); ${SET_HEADER}`,
    EXACT,
    `function check(origin) { if (!LIST.includes(origin)) throw new Error('no') }`,
  ],
  [
    'awaited throwing helper',
    `await check(origin); ${SET_HEADER}`,
    EXACT,
    `const check = async (origin) => { if (!LIST.includes(origin)) { throw new Error('no') } }`,
  ],
  [
    'host in a try',
    `let host; try { host = new URL(origin).hostname } catch { return next() }
     if (host === 'app.example.com') ${SET_HEADER}`,
    EXACT,
  ],
  [
    'caught check',
    `try { if (!LIST.includes(origin)) throw new Error('no') } catch { return next() } ${SET_HEADER}`,
    'no yes/either no no',
  ],
  [
    'swallowed check',
    `try { if (!LIST.includes(origin)) throw new Error('no') } catch {} ${SET_HEADER}`,
    'yes yes/unseen yes yes',
  ],
  // promises
  ['awaited', `if (await ok(origin)) ${SET_HEADER}`, EXACT, 'async function ok(one) { return LIST.includes(one) }'],
  [
    'awaited into a variable',
    `const allowed = await ok(origin); if (allowed) ${SET_HEADER}`,
    EXACT,
    'async function ok(one) { return LIST.includes(one) }',
  ],
  [
    'awaited later',
    `const asked = ok(origin); if (await asked) ${SET_HEADER}`,
    EXACT,
    'const ok = async (one) => LIST.includes(one)',
  ],
  [
    'not awaited',
    `if (ok(origin)) ${SET_HEADER}`,
    'yes yes yes yes',
    'async function ok(one) { return LIST.includes(one) }',
  ],
  [
    'not awaited, negated',
    `if (!ok(origin)) return next(); ${SET_HEADER}`,
    'yes yes yes yes',
    'async function ok(one) { return LIST.includes(one) }',
  ],
  [
    'not awaited, in a variable',
    `const allowed = ok(origin); if (allowed) ${SET_HEADER}`,
    'yes yes yes yes',
    'const ok = async (one) => LIST.includes(one)',
  ],
  ['awaited elsewhere', `if (await repository.isAllowed(origin)) ${SET_HEADER}`, UNSEEN],
  ['then', `repository.isAllowed(origin).then((yes) => { if (yes) ${SET_HEADER} })`, UNSEEN],
  ['guard elsewhere', `checkOrigin(origin); ${SET_HEADER}`, UNSEEN],
  ['awaited guard elsewhere', `await guard.assertAllowed(origin); ${SET_HEADER}`, UNSEEN],
  // predicates of the file
  [
    'method',
    `if (policy.ok(origin)) ${SET_HEADER}`,
    EXACT,
    'class Policy { constructor() { this.list = LIST } ok(one) { return this.list.includes(one) } } const policy = new Policy()',
  ],
  [
    'static method',
    `if (Policy.ok(origin)) ${SET_HEADER}`,
    EXACT,
    'class Policy { static list = LIST; static ok(one) { return Policy.list.includes(one) } }',
  ],
  [
    'object method',
    `if (policy.ok(origin)) ${SET_HEADER}`,
    EXACT,
    'const policy = { ok(one) { return LIST.includes(one) } }',
  ],
  [
    'made by a function',
    `if (ok(origin)) ${SET_HEADER}`,
    EXACT,
    'const make = (list) => (one) => list.includes(one); const ok = make(LIST)',
  ],
  [
    'of a rest parameter',
    `if (ok(origin)) ${SET_HEADER}`,
    EXACT,
    'function ok(...all) { return LIST.includes(all[0]) }',
  ],
  [
    'of a property',
    `if (ok({ origin })) ${SET_HEADER}`,
    EXACT,
    'function ok({ origin: one }) { return LIST.includes(one) }',
  ],
  [
    'of the request',
    `if (ok(req)) ${SET_HEADER}`,
    EXACT,
    'function ok(one) { return LIST.includes(one.headers.origin) }',
  ],
  [
    'of two predicates',
    `if (ok(origin)) ${SET_HEADER}`,
    EXACT,
    'const a = (o) => o === FIRST; const ok = (o) => a(o) || o === LIST[1]',
  ],
]

describe('statements', () => {
  test.each(STATEMENTS.map((one) => [one[0], one] as const))('%s', (_, [, statements, answers, before = '']) => {
    const code = `${NAMES}${before}\napp.use(async (req, res, next) => {
      const origin = req.headers.origin\n${statements}\nnext()\n})`
    expect(answersOf(policyOf(code).grants, answers)).toBe(answers)
  })
})

describe('no check at all', () => {
  test.each([
    ['log of a refusal', `if (!LIST.includes(origin)) { console.warn('refused', origin) } ${SET_HEADER}`],
    ['log of a refusal to a logger', `if (!LIST.includes(origin)) logger.warn({ origin }, 'refused'); ${SET_HEADER}`],
    ['counted', `const isKnown = LIST.includes(origin); if (isKnown) metrics.increment('known'); ${SET_HEADER}`],
  ])('%s is idle', (_, statements) => {
    const code = `${NAMES}app.use((req, res, next) => { const { origin } = req.headers; ${statements}; next() })`
    const [grant, ...others] = policyOf(code).grants
    expect(others).toEqual([])
    expect(grant).toMatchObject({ kind: 'echo', by: 'header', dependsOnOrigin: true })
    const idle = grant?.kind === 'echo' ? grant.idleCheck : undefined
    expect(idle && code.slice(...idle.range)).toMatch(/^(?:!LIST\.includes\(origin\)|isKnown)$/)
  })

  test.each([
    ['truthiness', `if (origin) ${SET_HEADER}`],
    ['truthiness, early', `if (!origin) return next(); ${SET_HEADER}`],
    ['the method', `if (req.method === 'GET') ${SET_HEADER}`],
    ['the path', `if (req.path.startsWith('/api')) ${SET_HEADER}`],
    ['the session', `if (req.session.user) ${SET_HEADER}`],
    ['the host', `if (req.headers.host === 'app.example.com') ${SET_HEADER}`],
    ['the type', `if (typeof origin === 'string') ${SET_HEADER}`],
    ['a flag', `if (config.enabled) ${SET_HEADER}`],
  ])('%s', (_, statements) => {
    const { grants } = policyOf(
      `${NAMES}app.use((req, res, next) => { const { origin } = req.headers; ${statements}; next() })`,
    )
    expect(grants).toMatchObject([{ kind: 'echo', by: 'header', idleCheck: undefined, dependsOnOrigin: true }])
  })
})
