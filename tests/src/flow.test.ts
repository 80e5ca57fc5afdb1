import { describe, expect, test } from 'vitest'

import { reachOf } from '../support/model.ts'

type Case = readonly [code: string, condition: string]

/** Statements of one function, in which `probe()` marks the place. */
function group(
  name: string,
  cases: readonly Case[],
  write = (code: string): string => `function f() { ${code} }`,
): void {
  describe(name, () => {
    test.each(cases)('%s', (code, condition) => {
      expect(reachOf(write(code), condition)).toBe(condition)
    })
  })
}

group('branches', [
  ['probe()', 'true'],
  ['if (a) probe()', 'a'],
  ['if (!a) probe()', '!a'],
  ['if (a) {} else probe()', '!a'],
  ['if (a) {} else if (b) probe()', '!a && b'],
  ['if (a) {} else if (b) {} else probe()', '!a && !b'],
  ['if (a) { if (b) { probe() } }', 'a && b'],
  ['if (a && b) probe()', 'a && b'],
  ['if (a || b) probe()', 'a || b'],
  ['if (!(a || b)) probe()', '!a && !b'],
  ['if (a) x(); probe()', 'true'],
  ['a && probe()', 'a'],
  ['a || probe()', '!a'],
  ['a ?? probe()', 'a == null'],
  ['a && b && probe()', 'a && b'],
  ['a && (b || probe())', 'a && !b'],
  ['a ? probe() : x()', 'a'],
  ['a ? x() : probe()', '!a'],
  ['const y = a ? probe() : 1', 'a'],
  ['x(a && probe())', 'a'],
  ['if (true) probe()', 'true'],
  ['if (false) probe()', 'false'],
  ['if (a ? b : c) probe()', '(a && b) || (!a && c)'],
  ['if (Boolean(a)) probe()', 'a'],
  ['if (!!a) probe()', 'a'],
  ['const ok = a && b; if (ok) probe()', 'a && b'],
  ['let ok = false; if (a) ok = true; if (ok) probe()', 'a'],
  ['let ok = true; if (a) ok = false; if (!ok) probe()', 'a'],
])

group('early exits', [
  ['if (a) return; probe()', '!a'],
  ['if (!a) return; probe()', 'a'],
  ['if (a) { return 1 } probe()', '!a'],
  ['if (a) throw new Error(); probe()', '!a'],
  ['if (a) { x(); return } probe()', '!a'],
  ['if (a) { if (b) return } probe()', '!(a && b)'],
  ['if (a) return; if (b) return; probe()', '!a && !b'],
  ['if (a) { return } else { x() } probe()', '!a'],
  ['if (a) { x() } else { return } probe()', 'a'],
  ['if (a) { return } else { throw 1 } probe()', 'false'],
  ['return; probe()', 'false'],
  ['throw 1; probe()', 'false'],
  ['{ if (a) return } probe()', '!a'],
  ['if (a) return; if (b) { probe() }', '!a && b'],
  ['if (a) { function g() { return } } probe()', 'true'],
  ['if (a) { (() => { return })() } probe()', 'true'],
  ['label: { if (a) return; x() } probe()', '!a'],
])

group('switch', [
  ["switch (m) { case 'p': probe() }", "m === 'p'"],
  ["switch (m) { case 'p': case 'q': probe() }", "m === 'p' || m === 'q'"],
  ["switch (m) { case 'p': x(); break; case 'q': probe() }", "m === 'q'"],
  ["switch (m) { case 'p': x(); case 'q': probe() }", "m === 'p' || m === 'q'"],
  ["switch (m) { case 'p': if (a) break; case 'q': probe() }", "(m === 'p' && !a) || m === 'q'"],
  ["switch (m) { case 'p': return; default: probe() }", "!(m === 'p')"],
  ["switch (m) { case 'p': x(); default: probe() }", 'true'],
  ["switch (m) { case 'p': break; case 'q': return } probe()", "!(m === 'q')"],
  ["switch (m) { case 'p': break; default: return } probe()", "m === 'p'"],
  ["switch (m) { case 'p': break; default: throw 1 } probe()", "m === 'p'"],
  ["switch (m) { default: return; case 'p': break } probe()", "m === 'p'"],
  ["switch (m) { case 'p': x(); break } probe()", 'true'],
  ["switch (m) { case 'p': case 'q': break; default: return } probe()", "m === 'p' || m === 'q'"],
  ["switch (m) { case 'p': if (a) return; break } probe()", "!(m === 'p' && a)"],
  ['switch (true) { case a: probe() }', 'true === a'],
])

group('try', [
  ['try { x() } catch { probe() }', 'throws'],
  ['try { x() } catch {} probe()', 'true'],
  ['try { probe() } catch {}', 'true'],
  ['try { x() } catch { return } probe()', '!throws'],
  ['try { x() } catch (error) { throw error } probe()', '!throws'],
  ['try { if (a) throw 1 } catch { return } probe()', '!(a || throws)'],
  ['try { if (a) throw 1 } catch { probe() }', 'a || throws'],
  ['try { if (a) return } catch {} probe()', '!a || throws'],
  ['try { x() } finally { probe() }', 'true'],
  ['try { if (a) return } finally { x() } probe()', '!a'],
  ['try { return } finally { probe() }', 'true'],
  ['try { x() } finally { return } probe()', 'false'],
])

group('loops', [
  ['for (const one of list) probe()', 'true'],
  ['for (const one of list) { if (a) continue; probe() }', '!a'],
  ['for (const one of list) { if (a) break; probe() }', '!a'],
  ['for (const one of list) { if (a) break } probe()', 'true'],
  ['for (const one of list) { if (a) continue } probe()', 'true'],
  ['for (const one of list) { if (a) return } probe()', '!a'],
  ['for (let i = 0; i < n; i++) { if (a) throw 1 } probe()', '!a'],
  ['while (a) { probe() }', 'a'],
  ['while (a) { if (b) return } probe()', '!b'],
  ['do { if (a) return } while (b); probe()', '!a'],
  ['for (const one of list) { for (const two of other) { if (a) break } probe() }', 'true'],
])

group(
  'calls that may not return',
  [
    ['assert(a); probe()', 'a'],
    ['assert(a && b); probe()', 'a && b'],
    ['assert.ok(a); probe()', 'a'],
    ['invariant(a); probe()', 'a'],
    ['a && res.end(); probe()', '!a'],
    ['a || res.end(); probe()', 'a'],
    ['if (a) process.exit(1); probe()', '!a'],
    ['if (a) res.status(403).send(); probe()', '!a'],
    ["if (a) res.writeHead(403).end('no'); probe()", '!a'],
    ["if (a) ctx.throw(403, 'no'); probe()", '!a'],
    ['if (a) reply.code(403).send(); probe()', '!a'],
    ['if (a) res.sendStatus(403); probe()', '!a'],
    ['if (a) await res.json({}); probe()', '!a'],
    ['const sent = a && res.end(); probe()', '!a'],
    ['if (a) next(new Error()); probe()', '!a || unseen(next(new Error()))'],
    ['denyOrigin(); probe()', 'unseen(denyOrigin())'],
    ['checkOrigin(req); probe()', 'unseen(checkOrigin(req))'],
    ['const user = guard(origin); probe()', 'unseen(guard(origin))'],
    ['await verify(req.headers.origin); probe()', 'unseen(verify(req.headers.origin))'],
  ],
  (code) => `async function f(req, res, next) { ${code} }`,
)

group(
  'calls that end nothing',
  [
    ["if (a) console.log('x', origin); probe()", 'true'],
    ['if (a) logger.warn({ origin }); probe()', 'true'],
    ['log.info(origin); probe()', 'true'],
    ['metrics.increment(origin); probe()', 'true'],
    ['seen.add(origin); probe()', 'true'],
    ["res.setHeader('X-Origin', origin); probe()", 'true'],
    ["res.set('X', origin).status(200); probe()", 'true'],
    ['list.push(origin); probe()', 'true'],
    ['next(); probe()', 'true'],
    ['await load(); probe()', 'true'],
    ['const body = await response.json(); probe()', 'true'],
    ['helper(1); probe()', 'true'],
    ['const o = JSON.stringify(origin); probe()', 'true'],
  ],
  (code) => `async function f(req, res, next) { const origin = req.headers.origin; ${code} }`,
)

const HELPERS = `
function always() { throw new Error() }
function unless(ok) { if (!ok) throw new Error() }
const guard = (ok) => { if (!ok) { throw new Error() } return true }
function caught(ok) { try { if (!ok) throw new Error() } catch {} }
function harmless() { return 1 }
async function rejects(ok) { if (!ok) throw new Error() }
`

group(
  'helpers of the file',
  [
    ['always(); probe()', 'false'],
    ['if (a) always(); probe()', '!a'],
    ['unless(a); probe()', 'ok'],
    ['guard(a); probe()', 'ok'],
    ['await rejects(a); probe()', 'ok'],
    ['caught(a); probe()', 'true'],
    ['harmless(); probe()', 'true'],
    ['const done = harmless(origin); probe()', 'true'],
  ],
  (code) => `${HELPERS} async function f() { ${code} }`,
)

group(
  'the way into a function',
  [
    ['function f() { probe() } if (a) f()', 'a'],
    ['const f = () => { if (b) probe() }; if (a) f()', 'a && b'],
    ['function f() { probe() } export { f }', 'true'],
    ['if (a) { app.use((req, res) => { probe() }) }', 'a'],
    ['function g() { if (a) return; f() } function f() { probe() } g()', '!a'],
    ['if (a) (() => { probe() })()', 'a'],
    ['function outer() { if (a) return () => { probe() } } outer()', 'a'],
    ["for (const one of ['x']) if (one === a) probe()", 'one === a'],
  ],
  (code) => code,
)
