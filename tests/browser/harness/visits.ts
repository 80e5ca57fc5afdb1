import { expect } from 'vitest'

import { fetchAsBrowser, type Outcome, type Wish } from '../../servers/harness/browser.ts'
import type { Row, Visit } from './row.ts'
import type { Received, Stage } from './stage.ts'

/**
 * Serves the server of a row, has the pages ask it, and holds what they get, what the console says and what arrives at
 * the server to what is expected. Our own imitation of a browser has to get the same.
 */
export async function expectVisits(stage: Stage, row: Row, visits: readonly Visit[]): Promise<void> {
  await stage.serve(row, async (url, received) => {
    let key = nextKey(row)
    for (const visit of visits) {
      const before = received.length
      await expectVisit(stage, visit, key, row)
      expectArrival(visit, received.slice(before))
      if (visit.cached !== true && visit.plain !== true) {
        expect(await fetchAsBrowser(url, wishOf(visit)), 'our imitation of a browser').toBe(outcomeOf(visit))
      }
      if (row.oneAddress !== true) key = nextKey(row)
    }
  })
}

async function expectVisit(stage: Stage, visit: Visit, key: string, { source }: Row): Promise<void> {
  const { origin, error, plain = false } = visit
  if (plain) {
    await stage.visitor.load(origin, key)
    return
  }
  const sight = await stage.visitor.fetch(wishOf(visit), key)
  expect({ code: undefined, text: undefined, ...sight }, `${source}\n${JSON.stringify(visit)}`).toEqual({
    outcome: outcomeOf(visit),
    text: error?.text,
    // The tools of a page say nothing about its frames.
    code: origin === 'null' ? undefined : error?.code,
  })
}

/** A refused preflight keeps the request from the server; a refused response does not. Preflights have no cookies. */
function expectArrival(visit: Visit, received: readonly Received[]): void {
  const { method, credentials = false } = wishOf(visit)
  const arrived = received.filter((one) => one.method === method)
  const isSent = outcomeOf(visit) !== 'preflight refused' && visit.cached !== true
  expect(arrived.length, `requests of ${JSON.stringify(visit)} that arrived`).toBe(isSent ? 1 : 0)
  expect(received.filter((one) => one.method === 'OPTIONS' && one.cookie !== undefined)).toEqual([])
  for (const { cookie } of arrived) {
    if (visit.plain !== true)
      expect(cookie, `the cookie of ${JSON.stringify(visit)}`).toBe(credentials ? 'session=1' : undefined)
  }
}

function wishOf({ origin, method = 'GET', headers = {}, credentials = false }: Visit): Wish {
  return { origin, method, headers, credentials }
}

function outcomeOf({ error }: Visit): Outcome {
  if (!error) return 'read'
  return error.text.includes('preflight') ? 'preflight refused' : 'response refused'
}

let keys = 0

/** An address that no cache knows. */
function nextKey({ kind }: Row): string {
  keys += 1
  return `${kind}-${keys}`
}
