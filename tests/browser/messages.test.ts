import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { APP, type Row } from './harness/row.ts'
import { lineOf, type Message } from './messages.ts'
import { TABLE } from './table/index.ts'

/** A message of the console, as the table has it and `chromium.test.ts` observes it. */
interface Recorded {
  readonly row: Row
  readonly code: string
  readonly origin: string
  readonly line: string
}

const recorded: readonly Recorded[] = Object.values(TABLE)
  .flat()
  .flatMap((row) =>
    [...row.visits, ...(row.fixed ?? []), ...(row.suggested ?? [])]
      .filter((visit): visit is typeof visit & { error: Message } => visit.error !== undefined)
      .map(({ origin, error }) => ({ row, code: error.code, origin, line: lineOf(origin, error) })),
  )

const docs = new URL('../../docs/', import.meta.url)
const rules = readdirSync(new URL('rules', docs)).map((name) => name.replace('.md', ''))

/** What a text quotes from the console: lines of code behind `>`. */
function quotesIn(text: string): string[] {
  return [...text.matchAll(/^> (?:`([^`]*)`)?.*$/gm)].map(([whole, line]) => line ?? whole)
}

describe.each(rules)('docs/rules/%s.md', (rule) => {
  const page = readFileSync(new URL(`rules/${rule}.md`, docs), 'utf8')
  const own = recorded.filter(({ row }) => row.rules.includes(rule))

  test('quotes what Chromium says about such servers, and nothing else', () => {
    expect(quotesIn(page).filter((quote) => !own.some(({ line }) => line === quote))).toEqual([])
  })

  test('quotes each error that the page meets which is to work', () => {
    const met = own.filter(({ row, origin, line }) =>
      row.visits.some(({ error }) => origin === APP && error !== undefined && lineOf(APP, error) === line),
    )
    const quoted = own.filter(({ line }) => quotesIn(page).includes(line)).map(({ code }) => code)
    expect(new Set(met.map(({ code }) => code).filter((code) => !quoted.includes(code)))).toEqual(new Set())
  })
})

describe('docs/errors.md', () => {
  const page = readFileSync(new URL('errors.md', docs), 'utf8')
  const sections = page.split(/^(?=## )/m)

  test('quotes what Chromium says', () => {
    expect(quotesIn(page).length).toBeGreaterThan(10)
    expect(quotesIn(page).filter((quote) => !recorded.some(({ line }) => line === quote))).toEqual([])
  })

  const codes = [...new Set(recorded.map(({ code }) => code))]
  test.each(codes)('leads from %s to the rules', (code) => {
    const section = sections.find((text) => text.includes(`\`${code}\``)) ?? ''
    const same = recorded.filter((one) => one.code === code && one.origin === APP)
    expect(section, `docs/errors.md does not name ${code}`).not.toBe('')
    const missing = same.flatMap(({ row }) => row.rules.filter((rule) => !section.includes(`(rules/${rule}.md)`)))
    expect(new Set(missing)).toEqual(new Set())
    // An error in the answer to a preflight reads the same behind one more sentence.
    const alike = [code, code.replace(/^Preflight/, '')]
    const lines = recorded.filter((one) => alike.includes(one.code)).map(({ line }) => line)
    expect(quotesIn(section).some((quote) => lines.includes(quote))).toBe(true)
  })

  test('names each reason of Firefox once as a way in', () => {
    const named = [...page.matchAll(/^- Firefox: (.*)$/gm)].flatMap(([, text = '']) =>
      [...text.matchAll(/`(CORS\w+)`/g)].map(([, name]) => name),
    )
    expect(named.toSorted()).toEqual(FIREFOX.toSorted())
  })
})

/** The reasons that Firefox has pages for, by the names in the addresses of these pages. */
const FIREFOX: readonly string[] = [
  'CORSDisabled',
  'CORSDidNotSucceed',
  'CORSOriginHeaderNotAdded',
  'CORSExternalRedirectNotAllowed',
  'CORSRequestNotHttp',
  'CORSMissingAllowOrigin',
  'CORSAllowOriginNotMatchingOrigin',
  'CORSNotSupportingCredentials',
  'CORSMethodNotFound',
  'CORSMIssingAllowCredentials',
  'CORSPreflightDidNotSucceed',
  'CORSInvalidAllowMethod',
  'CORSInvalidAllowHeader',
  'CORSMissingAllowHeaderFromPreflight',
  'CORSMultipleAllowOriginNotAllowed',
]
