import { exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { dropFlags } from '../src/fixes/literals.ts'
import { policyRule } from '../src/rule.ts'
import type { Pattern } from '../src/values/vocabulary.ts'

export default policyRule({
  name: 'no-ineffective-origin-check',
  description: 'disallow origin checks and fallbacks that let strangers in',
  recommended: 'error',
  fixable: true,
  messages: {
    ineffective:
      'This check lets strangers in: `{{origin}}` passes it and can read the response. Allow an origin only if it is on a list.',
    idle: 'The origin is compared on line {{line}}, but it is allowed whatever the result: any website can read the response. Allow it only where the comparison succeeds.',
    failOpen:
      'Where the configuration is missing, this allows every origin: any website can read the response. Fall back to no origin instead.',
    failOpenOnError:
      'Where the check fails with an error, this allows every origin: any website can read the response. Refuse instead.',
    openInProduction:
      'In production this allows every origin: any website can read the response. List the origins that may.',
    stateful:
      'With the flag `{{flag}}` this pattern goes on from where it last matched: the same site is let in and refused by turns. Remove the flag.',
    dropFlag: 'Remove the flag `{{flag}}`',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      const exposure = exposureOf(policy, grant)
      const repair = allowlistRepair(policy, grant, context)
      if (exposure === 'fail-open')
        yield { node: grant.node, messageId: grant.fallback === 'error' ? 'failOpenOnError' : 'failOpen', repair }
      else if (exposure === 'open-in-production') yield { node: grant.node, messageId: 'openInProduction', repair }
      else if (exposure === 'ineffective') {
        const idle = grant.kind === 'echo' ? grant.idleCheck : undefined
        if (idle) yield { node: grant.node, messageId: 'idle', data: { line: String(idle.loc.start.line) }, repair }
        else yield { node: grant.node, messageId: 'ineffective', data: { origin: policy.stranger }, repair }
      } else if (exposure === undefined && grant.kind === 'checked') {
        for (const { node, flags } of grant.check.vocabulary.patterns.filter(isStateful)) {
          const flag = flags.includes('g') ? 'g' : 'y'
          const suggestions = [{ messageId: 'dropFlag' as const, data: { flag }, edits: dropFlags(node, /[gy]/g) }]
          yield { node, messageId: 'stateful', data: { flag }, suggestions }
        }
      }
    }
  },
})

function isStateful({ flags, isReused }: Pattern): boolean {
  return isReused && /[gy]/.test(flags)
}
