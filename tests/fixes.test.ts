import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test, vi } from 'vitest'

import { policiesIn } from '../src/policies.ts'
import type { Library, ServerCase } from './servers/harness/case.ts'
import { ALL_RULES, lintAndFix } from './servers/harness/lint.ts'
import { compareExchanges } from './servers/harness/exchanges.ts'
import type { Probes } from './servers/harness/probe.ts'
import { isHeldToExchange, type Table } from './servers/harness/table.ts'
import { parsedAs, policiesOf, sourceOf } from './support/model.ts'
import { widened } from './support/narrowing.ts'
import { fixesPage, servedIn, type Served } from './support/fixes-page.ts'

const collected = vi.hoisted((): { tables: Table[]; cases: [Library, readonly ServerCase[]][] } => ({
  tables: [],
  cases: [],
}))

// What the tests of servers serve is collected here, and not served.
vi.mock('./servers/harness/table.ts', async (original) => ({
  ...(await original<object>()),
  describeTable: (table: Table) => collected.tables.push(table),
}))
vi.mock('./servers/harness/suite.ts', () => ({
  describeServers: (library: Library, cases: readonly ServerCase[]) => collected.cases.push([library, cases]),
}))

/** Files whose tests are all made by one of these. */
const COLLECTED = /describe(?:Table|Servers)\(/

const folder = new URL('servers/', import.meta.url)

async function served(): Promise<readonly Served[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  for (const url of names.sort().map((name) => new URL(name, folder)))
    if (COLLECTED.test(readFileSync(url, 'utf8'))) await import(url.href)
  const { tables, cases } = collected
  return [
    ...tables.map(servedIn),
    ...cases.map(([{ name }, all]) => ({
      library: name,
      cases: all.map((one) => ({ ...one, filename: undefined, unrepaired: one.unfixable, isOneOnly: false })),
    })),
  ]
}

const NOTHING = { status: 200, allowOrigin: [], allowCredentials: [], vary: [], allowMethods: [], maxAge: [] }
const SENT = { stranger: NOTHING, opaque: NOTHING, listed: NOTHING, unnamed: NOTHING }
const UNASKED: Probes = { get: SENT, preflight: SENT }

const LIST = ['https://app.example.com', 'https://partner.example']

describe('fixes', async () => {
  const all = await served()

  /** `npm run docs` writes the page anew. */
  test('the page says what becomes of each finding', { timeout: 120_000 }, async () => {
    await expect(fixesPage(all)).toMatchFileSnapshot('../docs/fixes.md')
  })

  test.each(all.map((one, index) => ({ ...one, title: `${one.library} (${String(index)})` })))(
    'whatever is written for $title lets in nobody anew, and is the last word',
    { timeout: 60_000 },
    ({ cases }) => {
      for (const { filename, ...text } of cases) {
        for (const allowedOrigins of [LIST, { env: 'ALLOWED' }, { module: './origins.js', export: 'origins' }]) {
          const fix = (source: string) => lintAndFix({ ...text, source }, { allowedOrigins }, filename, ALL_RULES)
          const { output, messages } = fix(text.source)
          expect(
            messages.filter(({ fatal }) => fatal),
            output,
          ).toEqual([])
          if (output === text.source) continue
          expect(fix(output).output).toBe(output)
          const read = (source: string) =>
            policiesOf(source, { format: parsedAs(text.format), filename: filename ?? '' })
          expect(widened(read(text.source), read(output), LIST), output).toEqual([])
        }
      }
    },
  )

  test('what servers answer is told from the code for hundreds of configurations', { timeout: 120_000 }, () => {
    const answered = collected.tables
      .filter(({ library }) => !library.installedAs)
      .flatMap(({ source, format, filename, rows }) =>
        rows.filter(isHeldToExchange).filter((row) => {
          const parsed = sourceOf(
            source.replaceAll('OPTIONS', () => row.options),
            { format: parsedAs(format) },
          )
          return compareExchanges(policiesIn(parsed, [], filename ?? ''), parsed, UNASKED).answered > 0
        }),
      )
    expect(answered.length).toBeGreaterThan(500)
  })
})
