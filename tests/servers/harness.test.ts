import { describe, expect, test } from 'vitest'

import { disagreements } from './harness/agreement.ts'
import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer, lambdaServer, nodeServer } from './harness/listen.ts'
import { admissionsOf, defectsOf, observe, type Observation } from './harness/observe.ts'
import { probe } from './harness/probe.ts'
import { serving, type Servable } from './harness/serve.ts'

const byHand: Library = { name: 'by hand', listen: nodeServer, vary: 'by hand' }

async function observedFrom(served: Servable, library: Library = byHand, timeout?: number): Promise<Observation> {
  return serving(library, served, async (url) => observe(await probe(url, timeout)))
}

/** A handler of `node:http` with this body. */
function handling(body: string): Servable {
  return { source: `export default (req, res) => { ${body} };\n` }
}

describe('what is observed', () => {
  test('a server without CORS refuses everybody', async () => {
    const seen = await observedFrom(handling('res.end()'))
    expect(defectsOf(seen, byHand)).toEqual([])
    expect(admissionsOf(seen, 'listed')).toEqual([])
    expect(seen).toMatchObject({ dynamic: false, varies: false, answered: true })
  })

  test('two headers are one value, which is nobody’s origin', async () => {
    const seen = await observedFrom(
      handling(`res.setHeader('Access-Control-Allow-Origin', ['https://evil.example', '*']); res.end()`),
    )
    expect(defectsOf(seen, byHand)).toEqual([])
  })

  test('only the exact text true allows credentials', async () => {
    const answering = (credentials: string): Servable =>
      handling(
        `res.setHeader('Access-Control-Allow-Origin', '*');
         res.setHeader('Access-Control-Allow-Credentials', ${credentials}); res.end()`,
      )
    expect(defectsOf(await observedFrom(answering(`'true'`)), byHand)).toEqual(['conflict'])
    expect(defectsOf(await observedFrom(answering('true')), byHand)).toEqual(['conflict'])
    expect(defectsOf(await observedFrom(answering(`'True'`)), byHand)).toEqual(['anyone'])
    expect(defectsOf(await observedFrom(answering(`['true', 'true']`)), byHand)).toEqual(['anyone'])
  })

  test('a preflight alone is a way in, unless its status is not ok', async () => {
    const preflight = (status: number): Servable =>
      handling(
        `if (req.method === 'OPTIONS') {
           res.writeHead(${status}, { 'Access-Control-Allow-Origin': '*' });
         }
         res.end()`,
      )
    expect(defectsOf(await observedFrom(preflight(204)), byHand)).toEqual(['anyone'])
    expect(defectsOf(await observedFrom(preflight(404)), byHand)).toEqual([])
    expect(defectsOf(await observedFrom(preflight(307)), byHand)).toEqual([])
  })

  test('the opaque origin is a sender of its own', async () => {
    const seen = await observedFrom(handling(`res.setHeader('Access-Control-Allow-Origin', 'null'); res.end()`))
    expect(admissionsOf(seen, 'opaque')).toHaveLength(2)
    expect(admissionsOf(seen, 'stranger')).toEqual([])
  })

  test('Vary counts when everybody gets it, in any list and any case', async () => {
    const varying = (vary: string): Servable =>
      handling(
        `if (req.headers.origin === 'https://app.example.com') {
           res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
         }
         ${vary}
         res.end()`,
      )
    const defects = async (vary: string): Promise<string[]> => defectsOf(await observedFrom(varying(vary)), byHand)
    expect(await defects(`res.setHeader('Vary', 'Accept-Encoding, ORIGIN')`)).toEqual([])
    expect(await defects(`res.setHeader('Vary', ['Accept', 'Origin'])`)).toEqual([])
    expect(await defects(`res.setHeader('Vary', '*')`)).toEqual([])
    expect(await defects(`res.setHeader('Vary', 'X-Origin')`)).toEqual(['unvaried'])
    expect(await defects(`if (req.headers.origin) res.setHeader('Vary', 'Origin')`)).toEqual(['unvaried'])
    expect(await defects('')).toEqual(['unvaried'])
  })

  test('silence is an answer, and so is a failure', async () => {
    const silent = await observedFrom(handling(''), byHand, 100)
    expect(silent.answered).toBe(false)
    expect(defectsOf(silent, byHand)).toEqual([])
    const failing = await observedFrom(handling(`res.setHeader('Access-Control-Allow-Origin', undefined)`))
    expect(failing.answered).toBe(true)
    expect(defectsOf(failing, byHand)).toEqual([])
  })

  test('cors leaves Vary out when its callback refuses, and sends it when its list does', async () => {
    const asking = (origin: string): Servable => ({
      source: code`
        import express from 'express';
        import cors from 'cors';
        const list = ['https://app.example.com'];
        export default express().use(cors({ origin: ORIGIN })).get('/', (req, res) => res.send('ok'));
      `.replace('ORIGIN', origin),
    })
    const [callback, list] = await Promise.all([
      observedFrom(asking('(origin, cb) => cb(null, list.includes(origin))')),
      observedFrom(asking('list')),
    ])
    expect(callback).toMatchObject({ dynamic: true, varies: false })
    expect(list).toMatchObject({ dynamic: true, varies: true })
  })
})

describe('how code is served', () => {
  test.each([
    ['an ES module', nodeServer, { source: 'export default (req, res) => res.end();\n' }],
    ['CommonJS', nodeServer, { format: 'cjs', source: 'module.exports = (req, res) => res.end();\n' }],
    [
      'TypeScript',
      nodeServer,
      { format: 'ts', source: 'export default (req: unknown, res: { end(): void }) => res.end();\n' },
    ],
    [
      'an http.Server',
      nodeServer,
      { source: `import http from 'http';\nexport default http.createServer((q, s) => s.end());\n` },
    ],
    ['a function of a Request', fetchServer, { source: 'export default () => new Response();\n' }],
    ['a worker', fetchServer, { source: 'export default { fetch: async () => new Response() };\n' }],
    ['a route file', fetchServer, { source: 'export const GET = () => new Response();\n' }],
    ['a function of an event', lambdaServer, { source: 'export const handler = async () => ({ statusCode: 200 });\n' }],
    [
      'a function with a callback',
      lambdaServer,
      { format: 'cjs', source: 'exports.handler = (e, c, cb) => cb(null, {});\n' },
    ],
  ] as const)('%s', async (_, listen, served) => {
    const { get, preflight } = await serving({ ...byHand, listen }, served, probe)
    expect(get.listed.status).toBe(200)
    expect(preflight.listed.status).toBeLessThan(300)
  })

  test('with modules beside it, and with the environment of the case alone', async () => {
    const served: Servable = {
      files: { 'origins.mjs': 'export const origin = process.env.SERVED_ORIGIN;\n' },
      env: { SERVED_ORIGIN: 'https://app.example.com' },
      source: code`
        import { origin } from './origins.mjs';
        export default (req, res) => {
          res.setHeader('Access-Control-Allow-Origin', origin);
          res.setHeader('Vary', \`\${process.env.SERVED_ORIGIN ? 'Origin' : 'Accept'}\`);
          res.end();
        };
      `,
    }
    const seen = await observedFrom(served)
    expect(seen.get.listed.grant).toBe('echoed')
    expect(seen.varies).toBe(true)
    expect(process.env).not.toHaveProperty('SERVED_ORIGIN')
  })
})

test('the lint agrees when every defect is reported and every report is founded', () => {
  expect(disagreements([], [])).toEqual([])
  expect(disagreements(['echoed'], ['cors/no-ineffective-origin-check'])).toEqual([])
  expect(
    disagreements(['conflict', 'echoed'], ['cors/no-wildcard-with-credentials', 'cors/no-reflected-origin']),
  ).toEqual([])
  expect(disagreements(['conflict'], ['cors/no-wildcard-origin'])).toHaveLength(2)
  expect(disagreements(['unvaried'], [])).toHaveLength(1)
  expect(disagreements([], ['cors/require-vary-origin'])).toHaveLength(1)
})
