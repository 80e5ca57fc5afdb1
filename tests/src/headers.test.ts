import { describe, expect, test } from 'vitest'

import { dependsOnOrigin, exposureOf } from '../../src/exposure.ts'
import type { Policy } from '../../src/policy.ts'
import { conditionIn, grantsByPolicy, policiesOf, policyOf, showGrant } from '../support/model.ts'

const handler = (body: string): string => `app.use((req, res, next) => { const { origin } = req.headers; ${body} })`
const vary = (policy: Policy): string => policy.vary.state
const ALLOW = `'Access-Control-Allow-Origin'`

describe('headers are grouped by response', () => {
  test.each([
    [
      'one response',
      handler(`res.setHeader(${ALLOW}, '*'); res.setHeader('Access-Control-Max-Age', 5)`),
      [['anyone by value']],
    ],
    [
      'two handlers',
      `${handler(`res.setHeader(${ALLOW}, '*')`)}; ${handler(`res.setHeader(${ALLOW}, origin)`)}`,
      [['anyone by value'], ['echo by header']],
    ],
    ['nothing but other headers', handler(`res.setHeader('Vary', 'Origin') /* cors */`), []],
    ['without an origin', handler(`res.setHeader('Access-Control-Max-Age', '5')`), [[]]],
    [
      'a helper and its callers',
      `function allow(res, origin) { res.setHeader(${ALLOW}, origin) }
       app.get('/a', (req, res) => { allow(res, '*') }); app.get('/b', (req, res) => { allow(res, req.headers.origin) })`,
      [['anyone by value'], ['echo by header']],
    ],
    [
      'a helper that adds to what its caller writes',
      `function allow(res) { res.setHeader(${ALLOW}, '*') }
       app.get('/', (req, res) => { res.setHeader('Access-Control-Allow-Credentials', 'true'); allow(res) })`,
      [['anyone by value']],
    ],
    ['a chain', handler(`res.status(200).set(${ALLOW}, '*').set('Vary', 'Origin').end()`), [['anyone by value']]],
    ['a table', handler(`res.set({ ${ALLOW}: '*', Vary: 'Origin' })`), [['anyone by value']]],
    [
      'a loop over a table',
      handler(`for (const [name, value] of Object.entries({ ${ALLOW}: '*' })) res.setHeader(name, value)`),
      [['anyone by value']],
    ],
    [
      'a loop by forEach',
      handler(`Object.entries({ ${ALLOW}: '*' }).forEach(([name, value]) => { res.setHeader(name, value) })`),
      [['anyone by value']],
    ],
    [
      'a loop over keys',
      handler(
        `const table = { ${ALLOW}: '*' }; for (const name of Object.keys(table)) res.setHeader(name, table[name])`,
      ),
      [['anyone by value']],
    ],
    ['writeHead', handler(`res.writeHead(200, { ${ALLOW}: '*' })`), [['anyone by value']]],
    ['writeHead with a text', handler(`res.writeHead(200, 'OK', { ${ALLOW}: '*' })`), [['anyone by value']]],
    [
      'writeHead with a flat list',
      handler(`res.writeHead(200, [${ALLOW}, '*', 'Vary', 'Origin'])`),
      [['anyone by value']],
    ],
    ['setHeaders with a Map', handler(`res.setHeaders(new Map([[${ALLOW}, '*']]))`), [['anyone by value']]],
    ['a name in a constant', `const NAME = ${ALLOW}; ${handler(`res.setHeader(NAME, '*')`)}`, [['anyone by value']]],
    [
      'a name in a template',
      handler("const part = 'Allow'; res.setHeader(`Access-Control-${part}-Origin`, '*')"),
      [['anyone by value']],
    ],
    ['a name in other case', handler(`res.setHeader('access-control-ALLOW-origin', '*')`), [['anyone by value']]],
    ['an array of one', handler(`res.setHeader(${ALLOW}, ['*'])`), [['anyone by value']]],
    [
      'new Response',
      `export default { fetch(request) { return new Response('', { headers: { ${ALLOW}: '*' } }) } }`,
      [['anyone by value']],
    ],
    [
      'a Headers object',
      `export function GET(request) { const headers = new Headers(); headers.set(${ALLOW}, '*'); headers.append('Vary', 'Origin')
       return new Response('', { headers }) }`,
      [['anyone by value']],
    ],
    [
      'Response.json',
      `export function GET() { return Response.json({}, { headers: { ${ALLOW}: '*' } }) }`,
      [['anyone by value']],
    ],
    [
      'NextResponse',
      `import { NextResponse } from 'next/server'; export function GET() { const r = NextResponse.json({}); r.headers.set(${ALLOW}, '*'); return r }`,
      [['anyone by value']],
    ],
    [
      'an object that is returned',
      `export const handler = async (event) => ({ statusCode: 200, headers: { ${ALLOW}: '*' } })`,
      [['anyone by value']],
    ],
    [
      'a request part',
      `export const handler = async (event) => ({ statusCode: 200, headers: { ${ALLOW}: event.headers.origin } })`,
      [['echo by header']],
    ],
    ['a null that is no text', handler(`res.setHeader(${ALLOW}, null)`), [['null by coercion']]],
    ['the text null', handler(`res.setHeader(${ALLOW}, 'null')`), [['null by text']]],
    ['the referer', handler(`res.setHeader(${ALLOW}, req.headers.referer)`), [['request referer']]],
    [
      'the host',
      handler('res.setHeader("Access-Control-Allow-Origin", `https://${req.headers.host}`)'),
      [['request host']],
    ],
    ['something unknown', handler(`res.setHeader(${ALLOW}, process.env.ORIGIN)`), [['unknown']]],
  ])('%s', (_, code, expected) => {
    expect(grantsByPolicy(code)).toEqual(expected)
  })
})

describe('later writes override earlier ones', () => {
  test.each([
    [
      'the last one wins',
      `res.setHeader(${ALLOW}, '*'); res.setHeader(${ALLOW}, 'https://a.example')`,
      ['listed https://a.example'],
    ],
    [
      'another case',
      `res.set('access-control-allow-origin', '*'); res.set(${ALLOW}, 'https://a.example')`,
      ['listed https://a.example'],
    ],
    ['removed', `res.setHeader(${ALLOW}, '*'); res.removeHeader(${ALLOW})`, []],
    [
      'writeHead after setHeader',
      `res.setHeader(${ALLOW}, '*'); res.writeHead(200, { ${ALLOW}: 'https://a.example' })`,
      ['listed https://a.example'],
    ],
    [
      'overridden in one branch',
      `res.setHeader(${ALLOW}, '*'); if (flag) res.setHeader(${ALLOW}, 'https://a.example')`,
      ['anyone by value', 'listed https://a.example'],
    ],
    [
      'both branches override',
      `res.setHeader(${ALLOW}, '*')
       if (flag) res.setHeader(${ALLOW}, 'https://a.example'); else res.setHeader(${ALLOW}, 'https://b.example')`,
      ['listed https://a.example', 'listed https://b.example'],
    ],
    [
      'an override after an exit',
      `res.setHeader(${ALLOW}, '*'); if (flag) return next(); res.setHeader(${ALLOW}, 'https://a.example')`,
      ['anyone by value', 'listed https://a.example'],
    ],
    ['never reached', `return next(); res.setHeader(${ALLOW}, '*')`, []],
    ['contradicting conditions', `if (flag) { if (!flag) res.setHeader(${ALLOW}, '*') }`, []],
  ])('%s', (_, body, expected) => {
    expect(policiesOf(handler(body)).flatMap(({ grants }) => grants.map(showGrant))).toEqual(expected)
  })

  test('the conditions say when', () => {
    const code = handler(`res.setHeader(${ALLOW}, '*'); if (flag) res.setHeader(${ALLOW}, 'https://a.example')`)
    const [anyone, listed] = policyOf(code).grants
    expect(conditionIn(code, anyone!.when, '!flag')).toBe('!flag')
    expect(conditionIn(code, listed!.when, 'flag')).toBe('flag')
  })

  test('credentials in another run are no conflict', () => {
    const policy = policyOf(
      handler(`if (flag) { res.set(${ALLOW}, '*') } else { res.set('Access-Control-Allow-Credentials', 'true') }`),
    )
    expect(policy.grants.map((grant) => exposureOf(policy, grant))).toEqual(['wildcard'])
  })
})

describe('Vary', () => {
  const list = `const list = ['https://a.example']`
  const echo = `if (list.includes(origin)) res.setHeader(${ALLOW}, origin)`

  test.each([
    ['missing', echo, 'missing'],
    ['before', `res.setHeader('Vary', 'Origin'); ${echo}`, 'sent'],
    ['after', `${echo}; res.vary('Origin')`, 'sent'],
    ['appended', `res.append('Vary', 'Origin'); ${echo}`, 'sent'],
    ['in a list', `res.setHeader('Vary', 'Accept-Encoding, Origin'); ${echo}`, 'sent'],
    ['in an array', `res.setHeader('Vary', ['Accept', 'Origin']); ${echo}`, 'sent'],
    ['in other case', `res.setHeader('vary', 'ORIGIN'); ${echo}`, 'sent'],
    ['star', `res.setHeader('Vary', '*'); ${echo}`, 'sent'],
    ['other names', `res.setHeader('Vary', 'Accept'); ${echo}`, 'missing'],
    ['other names, appended', `res.vary('Accept'); ${echo}`, 'missing'],
    [
      'with the allowed only',
      `if (list.includes(origin)) { res.setHeader(${ALLOW}, origin); res.setHeader('Vary', 'Origin') }`,
      'conditional',
    ],
    ['with any origin only', `if (origin) { res.vary('Origin'); ${echo} }`, 'conditional'],
    [
      'in both branches',
      `if (list.includes(origin)) { res.set(${ALLOW}, origin); res.vary('Origin') } else res.vary('Origin')`,
      'sent',
    ],
    [
      'overwritten',
      `res.setHeader('Vary', 'Origin'); ${echo}; res.setHeader('Vary', 'Accept-Encoding')`,
      'overwritten',
    ],
    ['removed', `res.vary('Origin'); ${echo}; res.removeHeader('Vary')`, 'overwritten'],
    ['appended to, not overwritten', `res.vary('Origin'); ${echo}; res.vary('Accept-Encoding')`, 'sent'],
    [
      'overwritten and sent again',
      `res.vary('Origin'); res.set('Vary', 'Accept'); res.vary('Origin'); ${echo}`,
      'sent',
    ],
    ['unknown', `res.setHeader('Vary', names); ${echo}`, 'unknown'],
    ['unknown, with a known one', `res.vary(names); res.vary('Origin'); ${echo}`, 'unknown'],
    ['never stored', `res.set('Cache-Control', 'no-store'); ${echo}`, 'sent'],
    ['stored', `res.set('Cache-Control', 'no-cache'); ${echo}`, 'missing'],
    ['for preflights only', `if (req.method === 'OPTIONS') { ${echo} }`, 'sent'],
    ['by the package', `vary(res, 'Origin'); ${echo}`, 'sent'],
  ] as const)('%s', (_, body, state) => {
    const policy = policyOf(`import vary from 'vary'; ${list}; ${handler(`${body}; next()`)}`)
    expect(vary(policy)).toBe(state)
    expect(dependsOnOrigin(policy)).toMatchObject({ kind: 'checked' })
  })

  test('the node of what is conditional or overwritten', () => {
    const conditional = handler(`if (origin) { res.vary('Origin') } ${echo}`)
    const overwritten = handler(`res.vary('Origin'); res.set('Vary', 'Accept'); ${echo}`)
    for (const [code, text] of [
      [`${list};${conditional}`, `res.vary('Origin')`],
      [`${list};${overwritten}`, `res.set('Vary', 'Accept')`],
    ] as const) {
      const { vary } = policyOf(code)
      expect('node' in vary && code.slice(...vary.node.range)).toBe(text)
    }
  })

  test('of a middleware of its own', () => {
    const code = `${list}; app.use((req, res, next) => { res.vary('Origin'); next() }); ${handler(echo)}`
    expect(policiesOf(code).map(vary)).toEqual(['sent'])
  })

  test('of the same object in a table', () => {
    const code = handler(
      `res.writeHead(200, { ${ALLOW}: origin === 'https://a.example' ? origin : 'https://b.example', Vary: 'Origin' })`,
    )
    expect(vary(policyOf(code))).toBe('sent')
  })

  test('a constant answer does not depend on the origin', () => {
    expect(dependsOnOrigin(policyOf(handler(`res.set(${ALLOW}, 'https://a.example')`)))).toBeUndefined()
  })
})

describe('what is no response', () => {
  test.each([
    ['fetch', `fetch(url, { headers: { ${ALLOW}: '*' } })`],
    ['fetch with Headers', `const headers = new Headers(); headers.set(${ALLOW}, '*'); fetch(url, { headers })`],
    ['new Request', `const headers = new Headers({ ${ALLOW}: '*' }); fetch(new Request(url, { headers }))`],
    ['axios', `import axios from 'axios'; axios.get(url, { headers: { ${ALLOW}: '*' } })`],
    ['axios defaults', `import axios from 'axios'; axios.defaults.headers.common[${ALLOW}] = '*'`],
    ['an axios instance', `import axios from 'axios'; const api = axios.create({ headers: { ${ALLOW}: '*' } })`],
    [
      'http.request',
      `import http from 'node:http'; const out = http.request(url); out.setHeader(${ALLOW}, '*'); out.end()`,
    ],
    ['https.get', `import https from 'node:https'; https.get(url, { headers: { ${ALLOW}: '*' } })`],
    ['XMLHttpRequest', `const xhr = new XMLHttpRequest(); xhr.setRequestHeader(${ALLOW}, '*')`],
    ['a test assertion', `expect(res.headers).toEqual({ ${ALLOW}: '*' })`],
    ['an assertion on a header', `expect(res.headers['access-control-allow-origin']).toBe('*')`],
    ['supertest', `request(app).get('/').expect(${ALLOW}, '*')`],
    ['supertest with set', `import request from 'supertest'; request(app).get('/').set(${ALLOW}, '*')`],
    ['an expected result', `expect(await handler()).toEqual({ statusCode: 200, headers: { ${ALLOW}: '*' } })`],
    ['assert.deepEqual', `assert.deepEqual(result, { statusCode: 200, headers: { ${ALLOW}: '*' } })`],
    ['a Map', `const map = new Map(); map.set(${ALLOW}, '*')`],
    ['a FormData', `const form = new FormData(); form.append(${ALLOW}, '*')`],
    ['search parameters', `new URLSearchParams().set(${ALLOW}, '*')`],
    ['a Map in a parameter', `export function fill(map) { map.set(${ALLOW}, '*') }`],
    [
      'a request in a parameter',
      `app.use((req, res, next) => { req.headers['access-control-allow-origin'] = '*'; next() })`,
    ],
    ['a plain object', `const table = { ${ALLOW}: '*' }`],
    ['a text', `const text = "res.setHeader('Access-Control-Allow-Origin', '*')"`],
    ['a comment', `// res.setHeader('Access-Control-Allow-Origin', '*')`],
    ['reading', `app.use((req, res) => { res.getHeader(${ALLOW}); res.get(${ALLOW}); res.hasHeader(${ALLOW}) })`],
    ['other options of that name', `map.addLayer({ origin: '*', cors: true }); window.postMessage(data, '*')`],
  ])('%s', (_, code) => {
    expect(policiesOf(code)).toEqual([])
  })
})

describe('what is a response, whatever it is called', () => {
  test.each([
    ['by its type', `export function f(out: ServerResponse) { out.setHeader(${ALLOW}, '*') }`],
    ['by its type, with parameters', `export function f(out: express.Response<Body>) { out.set(${ALLOW}, '*') }`],
    ['by its place in a route', `app.get('/', (q, r) => { r.set(${ALLOW}, '*') })`],
    ['by its place in a server', `http.createServer((a, b) => { b.setHeader(${ALLOW}, '*') })`],
    ['by its name', `export function allow(response) { response.set(${ALLOW}, '*') }`],
    ['by its method', `export function allow(out) { out.setHeader(${ALLOW}, '*') }`],
    ['in an error handler', `app.use((e, q, s, n) => { s.set(${ALLOW}, '*') })`],
    ['in a variable', `app.use((req, res) => { const out = res; out.set(${ALLOW}, '*') })`],
    ['below a request', `app.use((req) => { req.res.set(${ALLOW}, '*') })`],
    ['below a context', `app.use((ctx) => { ctx.res.setHeader(${ALLOW}, '*') })`],
    ['a context of Koa', `app.use((ctx) => { ctx.set(${ALLOW}, '*') })`],
    ['a context of Hono', `app.use((c) => { c.header(${ALLOW}, '*') })`],
    ['raw, of a reply', `fastify.get('/', (request, reply) => { reply.raw.setHeader(${ALLOW}, '*') })`],
    [
      'the answer of fetch',
      `export default { async fetch(request) { const response = new Response(); response.headers.set(${ALLOW}, '*'); return response } }`,
    ],
    [
      'a copy',
      `export default { async fetch(request) { const upstream = await fetch(request); const copy = new Response(upstream.body, upstream); copy.headers.set(${ALLOW}, '*'); return copy } }`,
    ],
    ['a proxy’s response', `proxy.on('proxyRes', (proxyRes, req, res) => { res.setHeader(${ALLOW}, '*') })`],
  ])('%s', (_, code) => {
    expect(grantsByPolicy(code, { format: 'ts' })).toEqual([['anyone by value']])
  })
})
