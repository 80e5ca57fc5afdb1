import type { Server } from 'node:http'

import { describe, expect, test } from 'vitest'

import type { Library } from '../servers/harness/case.ts'
import { code } from '../servers/harness/code.ts'
import { fixed, lint, reportOf, suggested } from './harness/lint.ts'
import { APP, node, STRANGER, type Row } from './harness/row.ts'
import { describeInChromium, type Received, type Stage } from './harness/stage.ts'
import { expectVisits } from './harness/visits.ts'
import { AGES, ageServer } from './table/caches.ts'
import { TABLE } from './table/index.ts'

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  test.each(titled(rows))('%s: is reported, or not', (_title, { rules, client, source }) => {
    const text = client ?? source
    const messages = lint(text)
    const spoken = [...new Set(messages.map(({ ruleId }) => ruleId))]
    expect(spoken, reportOf(text, messages)).toEqual(rules.map((rule) => `cors/${rule}`))
  })
})

test.each(AGES)('B17 $name: reported is $isReported', ({ line, isReported }) => {
  const rules = lint(ageServer(line)).map(({ ruleId }) => ruleId)
  expect(rules).toEqual(isReported ? ['cors/valid-header-value'] : [])
})

describeInChromium('Chromium', (stage) => {
  describe.each(Object.entries(TABLE))('%s', (_, rows) => {
    test.each(titled(rows))('%s', async (_title, row) => {
      await expectVisits(stage(), row, row.visits)
    })

    const isFixed = (row: Row): boolean => row.fixed !== undefined
    test.each(titled(rows.filter(isFixed)))('%s: eslint --fix', async (_title, row) => {
      await expectRepair(stage(), row, fixed(row.source, [APP]), row.fixed)
    })

    const isSuggested = (row: Row): boolean => row.suggested !== undefined
    test.each(titled(rows.filter(isSuggested)))('%s: the suggestion', async (_title, row) => {
      await expectRepair(stage(), row, suggested(row.source, row.rules[0]), row.suggested)
    })
  })

  test('B17 keeps the answer to a preflight as long as it says, or five seconds', async () => {
    const sources = AGES.map(({ line }) => ageServer(line))
    const counts = await serveAll(stage(), sources, async (servers) => {
      const first = await putToEach(stage(), servers)
      const atOnce = await putToEach(stage(), servers)
      await new Promise((resolve) => setTimeout(resolve, 6000))
      return { first, atOnce, afterSixSeconds: await putToEach(stage(), servers) }
    })
    const observed = AGES.map(({ name }, index) => ({
      name,
      first: counts.first[index],
      atOnce: counts.atOnce[index],
      afterSixSeconds: counts.afterSixSeconds[index],
    }))
    expect(observed).toEqual(
      AGES.map(({ name, atOnce, afterSixSeconds }) => ({ name, first: 1, atOnce, afterSixSeconds })),
    )
  })

  test('E1 opens a WebSocket for any page, with cookies, whatever the policy for CORS says', async () => {
    const source = code`
      import cors from 'cors'
      import express from 'express'
      import { createServer } from 'node:http'
      import { WebSocketServer } from 'ws'

      const app = express()
      app.use(cors({ origin: 'https://app.example.com', credentials: true }))
      app.get('/', (req, res) => res.json({}))
      export const server = createServer(app)
      const sockets = new WebSocketServer({ server })
      sockets.on('connection', (socket, request) => socket.send(request.headers.cookie))
    `
    const library: Library = { ...node, listen: ({ server }) => server as Server }
    expect(lint(source).map(({ ruleId }) => ruleId)).toEqual(['cors/require-websocket-origin-check'])
    await stage().serve({ source, library }, async () => {
      const page = await stage().visitor.listen(STRANGER)
      expect(page).toBe('session=1')
      const { outcome } = await stage().visitor.fetch({ origin: STRANGER, method: 'GET', credentials: true }, 'E1')
      expect(outcome).toBe('response refused')
    })
  })
})

function titled(rows: readonly Row[]): [title: string, row: Row][] {
  return rows.map((row) => [`${row.kind} ${row.name}`, row])
}

async function expectRepair(stage: Stage, row: Row, source: string, visits: Row['visits'] = []): Promise<void> {
  expect(source).not.toBe(row.source)
  const messages = lint(source).filter(({ ruleId }) => row.rules.some((rule) => ruleId === `cors/${rule}`))
  expect(messages, reportOf(source, messages)).toEqual([])
  await expectVisits(stage, { ...row, source }, visits)
}

interface Served {
  readonly url: URL
  readonly received: readonly Received[]
}

/** Serves several texts at a time. */
async function serveAll<Result>(
  stage: Stage,
  [source, ...others]: readonly string[],
  use: (servers: readonly Served[]) => Promise<Result>,
): Promise<Result> {
  if (source === undefined) return use([])
  return stage.serve({ source }, (url, received) =>
    serveAll(stage, others, (servers) => use([{ url, received }, ...servers])),
  )
}

/** How many preflights each of the servers has seen in all, after one more request. */
async function putToEach(stage: Stage, servers: readonly Served[]): Promise<number[]> {
  const counts: number[] = []
  for (const [index, { url, received }] of servers.entries()) {
    stage.publish(url)
    expect(await stage.visitor.fetch({ origin: APP, method: 'PUT' }, `B17-${index}`)).toEqual({ outcome: 'read' })
    counts.push(received.filter(({ method }) => method === 'OPTIONS').length)
  }
  return counts
}
