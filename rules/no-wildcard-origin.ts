import { covers, pathsOf } from '../src/applications/paths.ts'
import { exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { mountUnder } from '../src/fixes/registrations.ts'
import { nameOfOption, type Library, type Policy } from '../src/policy.ts'
import { policyRule } from '../src/rule.ts'

interface Options {
  readonly publicPaths?: readonly string[]
}

export default policyRule<'default' | 'changed' | 'fixed' | 'wildcard' | 'local' | 'allowlist' | 'public', Options>({
  name: 'no-wildcard-origin',
  description: 'disallow letting every website read a response',
  recommended: 'warn',
  fixable: true,
  schema: [
    {
      type: 'object',
      properties: {
        publicPaths: {
          type: 'array',
          items: { type: 'string', pattern: '^/' },
          uniqueItems: true,
          description:
            'Paths whose responses every website may read on purpose, with all that is below them, such as `/fonts`.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ publicPaths: [] }],
  messages: {
    default:
      'Without `{{option}}`, {{library}} sends `Access-Control-Allow-Origin: *`: any website can read the response. List the origins that may.',
    changed:
      'Without `{{option}}`, {{library}} sends `*`, and before version {{version}} the origin of whoever asks: any website can read the response. List the origins that may.',
    fixed: '{{library}} always sends `Access-Control-Allow-Origin: *`: any website can read the response. {{instead}}.',
    wildcard:
      '`*` lets any website read the response. List the origins that may. Echoing the origin instead (`origin: true`) admits every website just the same.',
    local:
      'This server answers on this machine only, but `*` lets any website that is opened on it read the response. List the origins that may.',
    ...suggestAllowlist,
    public: 'Keep `*`, but only under `{{path}}`',
  },
  *judge(policy, context) {
    const publicPaths = context.options.publicPaths ?? []
    if (isPublic(policy, publicPaths)) return
    for (const grant of policy.grants) {
      if (grant.kind !== 'anyone' || exposureOf(policy, grant) !== 'wildcard') continue
      const repair = allowlistRepair(policy, grant, context)
      const path = publicPaths[0]?.replace(/\/\*$/, '') ?? '/public'
      const edits = mountUnder(path, policy, context)
      const suggestions = edits ? [{ messageId: 'public' as const, data: { path }, edits }] : []
      if (policy.isLocal) yield { node: grant.node, messageId: 'local', repair }
      else if (grant.by === 'default' || grant.as === 'missing')
        yield { node: grant.node, ...byDefault(policy.library), repair, suggestions }
      else yield { node: grant.node, messageId: 'wildcard', repair, suggestions }
    }
  },
})

/** What happens without the option; some libraries have none, and majors of a library may differ. */
function byDefault(library: Library) {
  const { label, instead, echoedBefore } = library
  if (instead !== undefined) return { messageId: 'fixed', data: { library: label, instead } } as const
  const data = { library: label, option: nameOfOption(library, 'origin') }
  return echoedBefore === undefined
    ? ({ messageId: 'default', data } as const)
    : ({ messageId: 'changed', data: { ...data, version: String(echoedBefore) } } as const)
}

/** Whether a policy is put to work under public paths only. */
function isPublic({ mounts }: Policy, publicPaths: readonly string[]): boolean {
  const paths = mounts.flatMap((mount) => (mount.type === 'registration' ? pathsOf(mount.registration) : [undefined]))
  return paths.length > 0 && paths.every((path) => publicPaths.some((own) => isUnder(path, own)))
}

function isUnder(path: string | undefined, publicPath: string): boolean {
  return path !== undefined && covers({ method: 'USE', path: publicPath }, path) === 'yes'
}
