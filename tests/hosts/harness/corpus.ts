import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

import type { Linter } from 'eslint'

import plugin from '../../../src/index.ts'
import { ruleFixtures, type Fixture } from '../../support/fixtures.ts'
import { root } from './packed.ts'

/** Texts that are linted with the same rules. */
export interface Group {
  readonly folder: string
  readonly rules: Linter.RulesRecord
  /** Whether the parser is to read CommonJS where the names of the files do not say so. */
  readonly isCommonJs: boolean
  /** The texts, by their paths below the folder of the group. */
  readonly files: Readonly<Record<string, string>>
}

/** Groups that share their settings, which hold for a whole run. */
export interface Batch {
  readonly settings: Linter.Config['settings']
  readonly groups: readonly Group[]
}

interface Sample extends Pick<Fixture, 'code' | 'filename' | 'isTyped' | 'isCommonJs' | 'settings'> {
  readonly rules: Linter.RulesRecord
}

/** Every case of the rule tests and every block of code on the pages of the rules. */
export async function corpus(): Promise<Batch[]> {
  const fixtures = (await ruleFixtures()).map(({ rule, options, ...fixture }): Sample => ({
    ...fixture,
    rules: { [`cors/${rule}`]: ['error', ...options] },
  }))
  const batches = groupBy([...fixtures, ...blocks()], ({ settings }) => JSON.stringify(settings ?? {}))
  return batches.map((samples, batch) => ({
    settings: samples[0]?.settings,
    groups: groupBy(samples, ({ rules, isCommonJs }) => JSON.stringify([rules, isCommonJs])).map((members, index) => ({
      folder: `${String(batch)}-${String(index)}`,
      rules: members[0]?.rules ?? {},
      isCommonJs: members[0]?.isCommonJs ?? false,
      files: Object.fromEntries(members.map((one, place) => [`${String(place)}/${pathOf(one)}`, one.code])),
    })),
  }))
}

function blocks(): Sample[] {
  const pages = join(root, 'docs/rules')
  const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }
  const rules: Linter.RulesRecord = plugin.configs.strict.rules
  return readdirSync(pages).flatMap((page) =>
    [...readFileSync(join(pages, page), 'utf8').matchAll(/^```([jt]s)\n(.*?)^```$/gms)].map(
      ([, language, code = '']): Sample => ({
        code,
        filename: undefined,
        isTyped: language === 'ts',
        isCommonJs: false,
        settings,
        rules,
      }),
    ),
  )
}

/** oxlint tells languages by extensions alone. */
function pathOf({ filename, isTyped, isCommonJs }: Sample): string {
  const extension = isTyped ? 'ts' : isCommonJs ? 'cjs' : 'js'
  if (filename === undefined) return `server.${extension}`
  const path = filename.replace(/^\//, '')
  return isTyped && !/^\.[cm]?tsx?$/.test(extname(path)) ? path.replace(/\.\w+$/, '.ts') : path
}

/** The items that have the same key, in the order of their first. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}
