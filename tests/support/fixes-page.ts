import type { Linter } from 'eslint'

import type { ServerCase } from '../servers/harness/case.ts'
import { lint, TABLE_RULES } from '../servers/harness/lint.ts'
import type { Table } from '../servers/harness/table.ts'
import { table } from './markdown.ts'

/** Configurations of one library, as tests serve them. */
export interface Served {
  readonly library: string
  readonly cases: readonly (Pick<ServerCase, 'source' | 'format'> & {
    readonly filename: string | undefined
    /** Why nothing is written in its place. */
    readonly unrepaired: string | undefined
    readonly isOneOnly: boolean
  })[]
}

/** The configurations of a table. */
export function servedIn({ library, format, filename, source, isOneOnly = false, rows }: Table): Served {
  return {
    library: library.name,
    cases: rows.map((row) => ({
      source: source.replaceAll('OPTIONS', () => row.options),
      ...(format && { format }),
      filename,
      unrepaired: row.unrepaired,
      isOneOnly: row.isOneOnly ?? isOneOnly,
    })),
  }
}

const HEAD = `# Fixes

What becomes of a finding, for every library and every way to write headers whose servers the tests run. Each number
counts configurations in \`tests/servers\`; the linter is asked about each of them, with a list in the settings and
without one.

- 🔧 With [\`settings.cors.allowedOrigins\`](settings.md), \`eslint --fix\` writes the list in its place. Without the
  setting, editors offer the same edit as a suggestion. Every server that is changed so is served again: it refuses
  strangers and \`null\`, and admits a listed origin as before.
- 💡 Editors offer an edit, such as the list where the code lets nobody in, by mistake. It is not made by \`--fix\`, since it changes what browsers are told to somebody's advantage,
  or what caches do.
- \`2/3\` Of three findings, two get that edit. What keeps the third from it stands [below](#where-no-edit-is-offered).
- – Nothing is offered.

\`--fix\` only narrows: nobody gets in who is not on the list, and credentials, methods and headers are no more than what
the code asked for.
`

const TAIL = `## Where no edit is offered

An edit that would not be true to the code, or would not be enough, is not offered. That is so where

- the value is in another file, or comes out of code that cannot be seen, such as an option that is spread in;
- a comment inside of what would be replaced would be lost;
- the same value is used for something else;
- a function has no request to ask;
- a value is written by a statement that is part of another one, such as a loop over headers.

In the configurations above, it is for these reasons:
`

/** The page about fixes, as Markdown. */
export function fixesPage(served: readonly Served[]): string {
  const names = [...new Set(served.map(({ library }) => library))].sort((one, other) => one.localeCompare(other))
  const libraries = names.map((name) => ({
    library: name,
    cases: served.filter(({ library }) => library === name).flatMap(({ cases }) => cases),
  }))
  const counted = libraries.map(({ library, cases }) => ({ library, cases, counts: countsOf(cases) }))
  const shown = counted.filter(({ counts }) => counts.size > 0)
  const rules = TABLE_RULES.map((rule) => rule.replace('cors/', '')).filter((rule) =>
    shown.some(({ counts }) => counts.has(rule)),
  )
  const rows = shown.map(({ library, counts }) => [library, ...rules.map((rule) => cellOf(counts.get(rule)))])
  const total = libraries.reduce((sum, { cases }) => sum + cases.length, 0)
  return [
    HEAD,
    `${String(total)} configurations of ${String(libraries.length)} libraries and platforms:\n`,
    `${table(['', ...rules.map((rule) => `[${rule}](rules/${rule}.md)`)], rows)}\n`,
    TAIL,
    ...reasonsOf(libraries),
    '',
  ].join('\n')
}

interface Count {
  found: number
  fixed: number
  suggested: number
}

function countsOf(cases: Served['cases']): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  for (const one of cases) {
    for (const { ruleId, fix, suggestions } of findingsOf(one)) {
      const rule = (ruleId ?? '').replace('cors/', '')
      const count = counts.get(rule) ?? { found: 0, fixed: 0, suggested: 0 }
      counts.set(rule, count)
      count.found += 1
      if (fix) count.fixed += 1
      else if (suggestions && suggestions.length > 0) count.suggested += 1
    }
  }
  return counts
}

function findingsOf({ filename, ...text }: Served['cases'][number]): readonly Linter.LintMessage[] {
  return lint(text, { allowedOrigins: ['https://app.example.com'] }, filename, TABLE_RULES)
}

function cellOf(count: Count | undefined): string {
  if (!count) return ''
  const { found, fixed, suggested } = count
  const part = (mark: string, some: number): string[] =>
    some === 0 ? [] : [some === found ? `${mark} ${String(found)}` : `${mark} ${String(some)}/${String(found)}`]
  return [...part('🔧', fixed), ...part('💡', suggested)].join(' ') || `– ${String(found)}`
}

function reasonsOf(libraries: readonly Served[]): readonly string[] {
  return libraries.flatMap(({ library, cases }) => {
    const reasons = [...new Set(cases.flatMap(({ unrepaired }) => unrepaired ?? []))]
    const isOneOnly = cases.some((one) => one.isOneOnly)
    const all = [
      ...(isOneOnly ? ['there is room for one origin, so only a list of one literal origin is written'] : []),
      ...reasons,
    ]
    return all.length > 0 ? [`- ${library}: ${all.join('; ')}.`] : []
  })
}
