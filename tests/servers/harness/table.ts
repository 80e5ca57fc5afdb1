import { dirname } from 'node:path/posix'

import { describe, expect, test } from 'vitest'

import { policiesIn } from '../../../src/policies.ts'
import { parsedAs, sourceOf } from '../../support/model.ts'
import type { Library, ServerCase } from './case.ts'
import { compareExchanges } from './exchanges.ts'
import { contradictions } from './known.ts'
import { lint, lintAndFix, suggestionsFor, TABLE_RULES } from './lint.ts'
import { admissionsOf, defectsOf, observe, type Observation } from './observe.ts'
import { ask, LOOKALIKES, probe, SENDERS, type Probes } from './probe.ts'
import { ALLOW_LISTS } from './repair.ts'
import { serving } from './serve.ts'

/**
 * What a server does with one configuration, the gravest first:
 *
 * - `anyone`, `conflict`, `echoed`: it lets a stranger in, as `Defect` says;
 * - `lookalike`: it lets in a stranger whose name looks like one on the list;
 * - `opaque`: it lets in the opaque origin `null`;
 * - `broken`: it answers with an error, or not at all;
 * - `unusable`: it sends an `Access-Control-Allow-Origin` that no browser takes for an origin;
 * - `stops`: it does not start;
 * - `sound`: none of these.
 */
export type Outcome =
  'sound' | 'anyone' | 'conflict' | 'echoed' | 'lookalike' | 'opaque' | 'broken' | 'unusable' | 'stops'

/** One configuration: how it is written, what the server is observed doing, and what the lint cannot be held to. */
export interface Row {
  /** The part of the code that differs from row to row. */
  readonly options: string
  readonly outcome: Outcome
  /** What the lint takes it for, because the file cannot show which version is installed. */
  readonly taken?: Outcome
  /** Why no rule speaks, although something is wrong. */
  readonly silent?: string
  /** Why no allowlist is written in its place. */
  readonly unrepaired?: string
  /** Whether only one origin can be written in its place. */
  readonly isOneOnly?: boolean
  readonly env?: ServerCase['env']
  /** What decides about the path that is asked for, where it is not the only policy that is read. */
  readonly overruled?: string
  /** The path that is asked for; `/` unless told. */
  readonly path?: string
  /** How a list admits where the code did not, or the other way round. */
  readonly credentials?: { readonly repaired: boolean; readonly reason: string }
}

/** The servers of one library: the same code around each configuration. */
export interface Table {
  readonly library: Library
  readonly format?: ServerCase['format']
  /** The name of the file, where the library goes by it. */
  readonly filename?: string
  /** The code, with `OPTIONS` where that of a row goes. */
  readonly source: string
  /** Whether the library takes a single origin, so that only a list of one can be written in its place. */
  readonly isOneOnly?: boolean
  readonly rows: readonly Row[]
}

/** The rules of which one has to speak for each outcome; none of the others may. */
const SPEAKERS: Readonly<Record<Outcome, readonly string[]>> = {
  anyone: ['no-wildcard-origin', 'no-ineffective-origin-check', 'valid-cors-options'],
  conflict: ['no-wildcard-with-credentials', 'valid-cors-options'],
  echoed: [
    'no-reflected-origin',
    'no-wildcard-with-credentials',
    'no-ineffective-origin-check',
    'no-bypassable-origin-check',
    'valid-cors-options',
  ],
  lookalike: ['no-bypassable-origin-check'],
  opaque: ['no-null-origin'],
  broken: ['valid-cors-options', 'valid-origin'],
  unusable: ['valid-cors-options', 'valid-origin', 'valid-header-value'],
  stops: [],
  sound: [],
}

/** Rules that may speak beside those: what they say is about something else. */
const BESIDE: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  stops: ['valid-cors-options', 'valid-origin', 'no-wildcard-with-credentials'],
  sound: ['valid-origin', 'valid-cors-options'],
  broken: [],
}

/**
 * Serves each configuration with the real package and holds the lint to what is observed: what is wrong has to be
 * reported by a rule that is about it, what is sound by none that claims that somebody gets in. Then `eslint --fix`
 * writes the allowlist in each form of the setting, and the repaired server is served: strangers and `null` are refused, the listed origin is
 * admitted with the credentials it had.
 */
export function describeTable({ library, format, filename, source, isOneOnly = false, rows }: Table): void {
  describe.each(rows.map((row) => ({ ...row, name: row.options.replaceAll(/\s+/g, ' ') || '(nothing)' })))(
    `${library.name}: $name`,
    (row) => {
      const served: ServerCase = {
        name: row.name,
        outcome: 'sound',
        source: source.replaceAll('OPTIONS', () => row.options),
        ...(format && { format }),
        ...(filename !== undefined && { folder: dirname(filename) }),
        ...(row.env && { env: row.env }),
        ...(row.path && { path: row.path }),
      }

      test(`is observed "${row.outcome}"`, async () => {
        const { outcome, seen, evidence } = await look(library, served)
        expect(outcome, `${served.source}\n${evidence}`).toBe(row.outcome)
        // Other majors may do otherwise: readers know the one that goes by the name of the package.
        if (!seen || library.installedAs) return
        const { replacesVary = false } = library
        const parsed = sourceOf(served.source, { format: parsedAs(format) })
        const policies = policiesIn(parsed, [], filename ?? '')
        expect(
          contradictions(policies, seen.probes, seen.observation, replacesVary),
          `${served.source}\n${evidence}`,
        ).toEqual([])
        if (!isHeldToExchange(row)) return
        const { disagreements } = compareExchanges(policies, parsed, seen.probes)
        expect(disagreements, `${served.source}\n${evidence}`).toEqual([])
      })

      test('is reported for that and nothing else', () => {
        const messages = lint(served, {}, filename, TABLE_RULES)
        const text = messages.map(({ line, ruleId, message }) => `${line} ${ruleId ?? ''} ${message}`).join('\n')
        const spoken = messages.map(({ ruleId }) => (ruleId ?? '').replace('cors/', ''))
        const taken = row.taken ?? row.outcome
        const isSilent = row.silent !== undefined || SPEAKERS[taken].length === 0
        const right = isSilent ? [] : SPEAKERS[taken]
        const about = [...right, ...(BESIDE[taken] ?? [])]
        expect(
          spoken.filter((rule) => !about.includes(rule)),
          `${served.source}\n${text}`,
        ).toEqual([])
        expect(isSilent || spoken.some((rule) => right.includes(rule)), `${served.source}\n${text}`).toBe(true)
        if (library.installedAs || row.taken || (row.outcome !== 'conflict' && row.outcome !== 'echoed')) return
        // Whether browsers refuse `*` with credentials, or the library makes an echo of it.
        const said = messages.filter(({ ruleId }) => ruleId === 'cors/no-wildcard-with-credentials')
        const isEcho = said.map(({ messageId }) => messageId?.startsWith('echoed'))
        expect(isEcho, `${served.source}\n${text}`).toEqual(said.map(() => row.outcome === 'echoed'))
      })

      test('is given the list by suggestion, where one is offered', async () => {
        if (!/^(?:broken|unusable|stops)$/.test(row.outcome)) return
        const settings = { allowedOrigins: [SENDERS.listed] }
        for (const offered of suggestionsFor(
          served.source,
          lint(served, settings, filename, TABLE_RULES),
          'allowlist',
        )) {
          const { outcome, seen, evidence } = await look(library, { ...served, source: offered })
          expect(outcome, `${offered}\n${evidence}`).toBe('sound')
          expect(seen?.observation.get.listed.grant, `${offered}\n${evidence}`).toBe('echoed')
          expect(lint({ ...served, source: offered }, settings, filename, TABLE_RULES), offered).toEqual([])
        }
      })

      if (row.silent !== undefined || !/^(?:anyone|conflict|echoed|lookalike|opaque)$/.test(row.outcome)) return
      test.each(ALLOW_LISTS)(
        row.unrepaired === undefined ? 'is repaired with $name' : 'is left alone with $name',
        async (list) => {
          const settings = { allowedOrigins: list.allowedOrigins }
          const { output } = lintAndFix(served, settings, filename, TABLE_RULES)
          if (row.unrepaired !== undefined || ((row.isOneOnly ?? isOneOnly) && list !== ALLOW_LISTS[0])) {
            expect(output).toBe(served.source)
            return
          }
          const repaired = {
            ...served,
            source: output,
            files: { ...served.files, ...list.files },
            env: { ...served.env, ...list.env },
          }
          const before = await look(library, served)
          const after = await look(library, repaired)
          const evidence = `${output}\n${after.evidence}`
          expect(after.outcome, evidence).toBe('sound')
          expect(lintAndFix(repaired, settings, filename, TABLE_RULES).output).toBe(output)
          expect(lint(repaired, settings, filename, TABLE_RULES), evidence).toEqual([])
          const listed = after.seen?.observation.get.listed
          expect(listed?.grant, evidence).toMatch(/^(?:echoed)$/)
          const had = row.credentials?.repaired ?? before.seen?.observation.get.listed.credentials
          expect(listed?.credentials, evidence).toBe(had)
        },
      )
    },
  )
}

/** Whether a row shows all that its server goes by, so that what it answers can be told from the code. */
export function isHeldToExchange({ env, taken, silent, overruled }: Row): boolean {
  return !env && taken === undefined && silent === undefined && overruled === undefined
}

interface Look {
  readonly outcome: Outcome
  /** Nothing where the server does not start. */
  readonly seen: { readonly probes: Probes; readonly observation: Observation } | undefined
  readonly evidence: string
}

async function look(library: Library, served: ServerCase): Promise<Look> {
  try {
    return await serving(library, served, async (url) => {
      const probes = await probe(url)
      const lookalikes = await Promise.all(LOOKALIKES.map((origin) => ask(url, 'GET', origin)))
      const observation = observe(probes)
      const isFooled = lookalikes.some((answer, index) => answer.allowOrigin.join(', ') === LOOKALIKES[index])
      const outcome = outcomeOf(probes, observation, isFooled, library)
      return { outcome, seen: { probes, observation }, evidence: JSON.stringify({ probes, lookalikes }) }
    })
  } catch (error) {
    return { outcome: 'stops', seen: undefined, evidence: String(error) }
  }
}

function outcomeOf(probes: Probes, observation: Observation, isFooled: boolean, library: Library): Outcome {
  const [worst] = defectsOf(observation, { ...library, vary: 'by the library' })
  if (worst === 'anyone' || worst === 'conflict' || worst === 'echoed') return worst
  if (isFooled) return 'lookalike'
  if (admissionsOf(observation, 'opaque').length > 0) return 'opaque'
  const asked = [probes.get.stranger, probes.get.listed]
  if (asked.some(({ status }) => typeof status !== 'number' || status >= 500)) return 'broken'
  // An empty header is a way to refuse.
  return asked.some(({ allowOrigin }) => allowOrigin.join('') !== '' && !isOrigin(allowOrigin.join(', ')))
    ? 'unusable'
    : 'sound'
}

function isOrigin(text: string): boolean {
  return text === '*' || text === 'null' || (URL.canParse(text) && new URL(text).origin === text)
}
