import { describe, expect, test } from 'vitest'

import type { Application, Mount, Registration } from '../../src/applications/model.ts'
import { isBefore, isComplete, isOrdered, isWhollySeen } from '../../src/applications/order.ts'
import { covers } from '../../src/applications/paths.ts'
import { code } from '../servers/harness/code.ts'
import { policiesOf } from '../support/model.ts'

const IMPORTS = `import cors from 'cors'\nimport express from 'express'\n`

function mountsIn(text: string): readonly Mount[] {
  return policiesOf(IMPORTS + text).flatMap(({ mounts }) => mounts)
}

function registrationsIn(text: string): readonly Registration[] {
  return mountsIn(text).flatMap((mount) => (mount.type === 'registration' ? [mount.registration] : []))
}

function applicationIn(text: string): Application {
  const [first] = registrationsIn(text)
  if (!first) throw new Error(`no registration in\n${text}`)
  return first.application
}

describe('paths', () => {
  test.each([
    ['USE', '/', '/items', 'yes'],
    ['USE', '/api', '/api', 'yes'],
    ['USE', '/api', '/api/items', 'yes'],
    ['USE', '/api/', '/api/items', 'yes'],
    ['USE', '/api', '/apiary', 'no'],
    ['USE', '/api', '/', 'no'],
    ['USE', undefined, '/api', 'perhaps'],
    ['USE', '/:tenant', '/api', 'perhaps'],
    ['USE', '/api', undefined, 'perhaps'],
    ['USE', '/', undefined, 'yes'],
    ['OPTIONS', '*', '/items', 'yes'],
    ['OPTIONS', '/{*path}', '/items', 'yes'],
    ['OPTIONS', '/*path', undefined, 'yes'],
    ['OPTIONS', '/api/*', '/api/items', 'yes'],
    ['OPTIONS', '/', '/items', 'no'],
    ['OPTIONS', '/', '/', 'yes'],
    ['GET', '/items/:id', '/items/:id', 'yes'],
    ['GET', '/items/:id', '/items/new', 'perhaps'],
    ['GET', '/items', '/items/new', 'no'],
  ] as const)('%s %s covers %s: %s', (method, path, other, expected) => {
    expect(covers({ method, path }, other)).toBe(expected)
  })
})

describe('where a policy is put to work', () => {
  test.each([
    ['app.use(cors())', 'USE /'],
    ["app.use('/api', cors())", 'USE /api'],
    ["app.get('/item', cors(), send)", 'GET /item'],
    ["app.route('/item').put(cors(), send)", 'PUT /item'],
    ["app.get('/a', send).use(cors())", 'USE /'],
    ["const policy = cors(); app.del('/item', [policy], send)", 'DELETE /item'],
    ['const policies = [cors()]; app.use(...policies)', undefined],
    ['app.use(PREFIX, cors())', 'USE undefined'],
    ['const make = () => cors(); app.use(make())', 'USE /'],
    ['app.use((req, res, next) => cors()(req, res, next))', 'USE /'],
    [
      "function run(req, res) { allow(res) } function allow(res) { res.set('Access-Control-Allow-Origin', 'https://a.example') } app.put('/', run)",
      'PUT /',
    ],
    [
      "export const PUT = () => new Response('', { headers: { 'Access-Control-Allow-Origin': 'https://a.example' } })",
      'exported PUT',
    ],
    [
      "const run = () => new Response('', { headers: { 'Access-Control-Allow-Origin': 'https://a.example' } }); export { run as POST }",
      'exported POST',
    ],
    ["cache.get('key', cors())", undefined],
  ])('%s', (text, expected) => {
    const [mount] = mountsIn(`const app = express()\n${text}`)
    const shown =
      mount?.type === 'registration'
        ? `${mount.registration.method} ${mount.registration.path}`
        : mount && `exported ${mount.handler.method}`
    expect(shown).toBe(expected)
  })
})

describe('order', () => {
  test.each([
    ['one after the other', 'app.use(cors()); app.use(cors())', true],
    ['in a chain', 'app.use(cors()).use(cors())', true],
    ['through functions', 'const add = (to) => to.use(cors()); add(app); app.use(cors())', true],
    ['in a callback', 'app.use(cors()); load(() => app.use(cors()))', false],
    ['behind an await', 'app.use(cors()); async function add() { await load(); app.use(cors()) } add()', false],
    ['on two applications', 'app.use(cors()); express().use(cors())', false],
  ])('%s', (_, text, expected) => {
    const [one, other] = registrationsIn(`const app = express()\n${text}`)
    expect(one && other && isOrdered(one, other)).toBe(expected)
    expect([one && other && isBefore(one, other), one && other && isBefore(other, one)].includes(true)).toBe(expected)
  })
})

describe('who else may register', () => {
  test.each([
    ['nobody', '', true, true],
    ['nobody: it listens', 'app.listen(1)', true, true],
    ['nobody: it is served', "import { createServer } from 'node:http'; createServer(app)", true, true],
    ['nobody: functions of the file are seen', 'setup(app); function setup(one) { one.disable("etag") }', true, true],
    ['who imports it', 'export default app', false, false],
    ['nobody, once it listens', 'export default app; app.listen(1)', true, true],
    ['who is given it', 'register(app)', false, false],
    ['who is given it in an object', 'server.applyMiddleware({ app })', false, false],
    ['who calls it', 'export const run = (req, res) => app(req, res)', false, false],
    ['nobody, but a platform answers first', 'export const handler = serverless(app)', true, false],
  ])('%s', (_, text, complete, seen) => {
    const application = applicationIn(`const app = express()\napp.use(cors())\n${text}`)
    expect([isComplete(application), isWhollySeen(application)]).toEqual([complete, seen])
  })

  test('whoever made it elsewhere', () => {
    expect(isComplete(applicationIn('export default (app) => app.use(cors())'))).toBe(false)
  })

  test('a router is seen where it is mounted', () => {
    const mounted = code`
      const app = express(), router = express.Router()
      router.use(cors())
      app.use(router)
    `
    expect(isWhollySeen(applicationIn(mounted))).toBe(true)
    expect(isWhollySeen(applicationIn(`${mounted}\nexport { router }`))).toBe(false)
  })
})

describe('refusals', () => {
  test.each([
    ['(req, res, next) => { if (!req.headers.authorization) return res.status(401).end(); next() }', 401],
    ["(req, res, next) => { if (!req.get('Authorization')) res.sendStatus(403); else next() }", 403],
    [
      '(req, res, next) => { const { cookie } = req.headers; if (!cookie) { res.writeHead(401).end(); return } next() }',
      401,
    ],
    ['(req, res, next) => { if (req.isAuthenticated()) return next(); res.redirect("/login") }', 302],
    ['(req, res, next) => req.session.user ? next() : res.sendStatus(401)', 401],
    ['(req, res) => { res.status(404).end() }', 404],
    ['(req, res, next) => { if (req.method === "OPTIONS") return next(); res.sendStatus(401) }', undefined],
    [
      '(req, res, next) => { if (!req.headers.authorization && req.method !== "OPTIONS") return res.sendStatus(401); next() }',
      undefined,
    ],
    ['(req, res, next) => { if (!isAllowed(req)) return res.sendStatus(401); next() }', undefined],
    [
      '(req, res, next) => { if (req.path === "/login") return next(); if (!req.user) return res.sendStatus(401); next() }',
      undefined,
    ],
    ['(req, res, next) => { authenticate(req, res, next) }', undefined],
    ['(req, res, next) => { if (!req.query.token) return res.sendStatus(401); next() }', undefined],
    ['(req, res, next) => { next() }', undefined],
    ['(req, res) => { res.json({}) }', undefined],
  ])('%s', (handler, status) => {
    const application = applicationIn(`const app = express()\napp.use(${handler})\napp.use(cors())`)
    expect(application.registrations[0]?.handlers[0]?.refusal()).toBe(status)
  })
})
