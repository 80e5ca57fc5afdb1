import type { Library, ServerCase } from './case.ts'
import { acceptSuggestion, lint, lintAndFix, rulesOf, type CorsSettings } from './lint.ts'
import { admissionsOf, defectsOf, isCacheable, observe, type Observation } from './observe.ts'
import { probe, SENDERS } from './probe.ts'
import { serving, type Servable } from './serve.ts'

/** One way of telling the plugin who may come in, and what the repaired code then needs in order to run. */
export interface AllowList {
  readonly name: string
  readonly allowedOrigins: unknown
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

const ADMITTED = [SENDERS.listed, 'https://admin.example.com']

/** Every form `settings.cors.allowedOrigins` takes. */
export const ALLOW_LISTS: readonly AllowList[] = [
  { name: 'a literal list', allowedOrigins: [SENDERS.listed] },
  {
    name: 'a list in a module',
    allowedOrigins: { module: './allowed-origins.cjs', export: 'allowedOrigins' },
    files: { 'allowed-origins.cjs': `exports.allowedOrigins = ${JSON.stringify(ADMITTED)};\n` },
  },
  {
    name: 'a list in an environment variable',
    allowedOrigins: { env: 'SERVED_ALLOWED_ORIGINS' },
    env: { SERVED_ALLOWED_ORIGINS: ADMITTED.join(', ') },
  },
]

/** The code after `eslint --fix`, and everything that is wrong with that. */
export interface Repair {
  readonly source: string
  readonly faults: readonly string[]
}

/** Repairs the code and serves it again. */
export async function repair(
  library: Library,
  served: ServerCase,
  before: Observation,
  list: AllowList,
): Promise<Repair> {
  const settings = { allowedOrigins: list.allowedOrigins }
  const source = repairedSource(served, settings)
  if (source === served.source) {
    return { source, faults: served.unfixable === undefined ? ['nothing was repaired'] : [] }
  }
  const repaired = { ...served, source, files: { ...served.files, ...list.files }, env: { ...served.env, ...list.env } }
  const after = await observed(library, repaired)
  const faults = [
    ...stillReported(repaired, settings),
    ...stillWrong(library, after),
    ...(['get', 'preflight'] as const).flatMap((kind) => lostAdmission(served, before, after, kind)),
    ...(await openWithoutEnvironment(library, repaired, list, served)),
  ]
  return { source, faults }
}

/** What the code tells browsers. */
export async function observed(library: Library, served: Servable): Promise<Observation> {
  return serving(library, served, async (url) => observe(await probe(url)))
}

/** Missing `Vary` may be repaired by `--fix` or by a suggestion; who is let in changes by `--fix` alone. */
function repairedSource(served: ServerCase, settings: CorsSettings): string {
  const { output, messages } = lintAndFix(served, settings)
  return served.outcome === 'unvaried' ? acceptSuggestion(output, messages, 'cors/require-vary-origin') : output
}

function stillReported(repaired: ServerCase, settings: CorsSettings): string[] {
  const again = lintAndFix(repaired, settings)
  return [
    ...rulesOf(lint(repaired, settings)).map((rule) => `${rule} still reports the repaired code`),
    ...(again.output === repaired.source ? [] : [`a second repair changes the code again:\n${again.output}`]),
  ]
}

function stillWrong(library: Library, after: Observation): string[] {
  const cacheable = library.vary === 'by the library' || isCacheable(after)
  return [
    ...defectsOf(after, library).map((defect) => `the repaired server is observed "${defect}"`),
    ...(admissionsOf(after, 'opaque').length > 0 ? ['the repaired server admits the opaque origin null'] : []),
    ...(cacheable ? [] : ['the repaired server does not send Vary: Origin to everyone']),
    ...(after.answered ? [] : ['the repaired server leaves a request without an answer']),
  ]
}

function lostAdmission(
  { repairedCredentials }: ServerCase,
  before: Observation,
  after: Observation,
  kind: 'get' | 'preflight',
): string[] {
  const [was, is] = [before[kind].listed, after[kind].listed]
  if (was.grant === 'refused') return []
  if (is.grant === 'refused') return [`the repaired server refuses the listed origin (${kind})`]
  const expected = repairedCredentials?.sent ?? was.credentials
  if (is.credentials === expected) return []
  return [`the repaired server ${is.credentials ? 'adds' : 'drops'} credentials for the listed origin (${kind})`]
}

/** An origin that the code names itself stays admitted; everybody else depends on the variable. */
async function openWithoutEnvironment(
  library: Library,
  repaired: ServerCase,
  { env }: AllowList,
  { source }: ServerCase,
): Promise<string[]> {
  if (!env) return []
  const unset = Object.fromEntries(Object.keys(env).map((name) => [name, undefined]))
  const after = await observed(library, { ...repaired, env: { ...repaired.env, ...unset } })
  return (['stranger', 'opaque', 'listed'] as const)
    .filter((sender) => !source.includes(SENDERS[sender]) && admissionsOf(after, sender).length > 0)
    .map((sender) => `without its environment variable the repaired server admits ${SENDERS[sender]}`)
}
