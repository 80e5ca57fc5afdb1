import { analysisOf } from './analyses.ts'
import { listensOnLoopback } from './applications/listening.ts'
import type { Mount } from './applications/model.ts'
import { Applications } from './applications/reader.ts'
import { mentionsIn } from './mentions.ts'
import type { Grant } from './grants/model.ts'
import type { Policy } from './policy.ts'
import { readers } from './readers/index.ts'
import type { ReadPolicy } from './readers/reader.ts'
import type { Source } from './values/evaluate.ts'
import type { Node } from './values/value.ts'

export type { Source } from './values/evaluate.ts'

const NONE: readonly Policy[] = []

/** Whether a file can have a policy at all. */
export function mentionsCors(source: Source, filename = ''): boolean {
  return mentionsIn(source, filename).cors
}

/** One answer per file: keyed by its syntax tree, which every host makes anew for each file. */
const answers = new WeakMap<object, readonly Policy[]>()

/**
 * Every CORS policy that a file declares, sound ones too.
 *
 * @param source the file, as ESLint's `SourceCode` has it.
 * @param developmentGuards names that mean "development only" in this project.
 * @param filename the path of the file: frameworks know their configuration by it.
 * @returns the policies in the order of the readers; none for a file that does not mention CORS.
 */
export function policiesIn(
  source: Source,
  developmentGuards: readonly string[] = [],
  filename = '',
): readonly Policy[] {
  const known = answers.get(source.ast)
  if (known) return known
  const policies = mentionsCors(source, filename) ? analyse(source, developmentGuards, filename) : NONE
  answers.set(source.ast, policies)
  return policies
}

function analyse(source: Source, developmentGuards: readonly string[], filename: string): readonly Policy[] {
  const { analysis, contexts } = analysisOf(source, developmentGuards)
  const policies = withoutGuesses(readers.flatMap((reader) => [...reader.read({ analysis, contexts, filename })]))
  if (policies.length === 0) return NONE
  const applications = new Applications(analysis, contexts)
  const isLocal = listensOnLoopback(analysis)
  return withoutRepetition(
    policies.map((policy) => {
      const made = policy.form.type === 'options' ? policy.form.call : policy.node
      const mounts = applications.mountsOf(made, policy.frame)
      return { ...policy, isLocal, mounts, preflight: preflightOf(policy, mounts) }
    }),
  )
}

/** What a library is known to be given, is not another one's whose options have the same name or type. */
function withoutGuesses(policies: readonly ReadPolicy[]): readonly ReadPolicy[] {
  const isGuessed = ({ form }: ReadPolicy): boolean => form.type === 'options' && form.isGuessed === true
  const known = new Set(policies.flatMap((policy) => (isGuessed(policy) ? [] : [policy.node])))
  return policies.filter((policy) => !isGuessed(policy) || !known.has(policy.node))
}

/** Whether a policy answers preflights, with what the file shows about where it is put to work. */
function preflightOf({ preflight, preflightContinues }: ReadPolicy, mounts: readonly Mount[]): Policy['preflight'] {
  if (mounts.length > 0 && mounts.every(isForOneMethod)) return 'unanswered'
  const mayContinue = preflightContinues.some(({ value }) => value !== false)
  return mayContinue && preflight === 'answered' ? 'unknown' : preflight
}

/** `app.get('/path', cors(), handler)`, `export function GET()` */
function isForOneMethod(mount: Mount): boolean {
  const method = mount.type === 'export' ? mount.handler.method : mount.registration.method
  return method !== 'USE' && method !== 'ALL' && method !== 'OPTIONS'
}

/**
 * One place can be entered in several ways, from a call here and from outside: where it is open
 * for certain in one of them, what it falls back to in the others adds nothing.
 */
function withoutRepetition(policies: readonly Policy[]): readonly Policy[] {
  const certain = new Map<Node, Policy>()
  for (const policy of policies) {
    for (const { kind, fallback, node } of policy.grants) {
      if ((kind === 'anyone' || kind === 'echo') && !fallback) certain.set(node, policy)
    }
  }
  return policies.map((policy) => {
    const isRepeated = ({ node, fallback }: Grant): boolean =>
      fallback !== undefined && certain.has(node) && certain.get(node) !== policy
    return policy.grants.some(isRepeated)
      ? { ...policy, grants: policy.grants.filter((grant) => !isRepeated(grant)) }
      : policy
  })
}
