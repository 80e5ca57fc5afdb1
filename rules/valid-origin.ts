import { exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { removeEntry } from '../src/fixes/removal.ts'
import { replaceByList, replaceByPattern, replaceText } from '../src/fixes/literals.ts'
import { flawsOf, repetitionsIn, type WrittenFlaw } from '../src/flaws.ts'
import { subdomainPattern } from '../src/origins/serialized.ts'
import type { Grant } from '../src/grants/model.ts'
import type { Policy } from '../src/policy.ts'
import { policyRule, type JudgeContext, type Repair } from '../src/rule.ts'

export default policyRule({
  name: 'valid-origin',
  description: 'require allowed origins to be written as browsers send them',
  recommended: 'error',
  fixable: true,
  messages: {
    severalInHeader:
      'Browsers take `{{text}}` for one origin, which no site has, and refuse every site. Send the origin that asked, if it is on a list.',
    severalInOption:
      'Browsers take `{{text}}` for one origin, which no site has, and refuse every site. Pass an array of origins.',
    severalInCheck:
      'Browsers send one origin, and it is compared with all of `{{text}}`, which matches no site. Write a list with an entry for each.',
    path: 'Browsers send scheme, host and port, and not even a slash behind them: `{{text}}` never matches. Write `{{origin}}`.',
    scheme: 'Browsers send the scheme of the page in front of its host: `{{text}}` never matches. Write `{{origin}}`.',
    form: 'Browsers send `{{origin}}` for this, letter by letter: `{{text}}` never matches. Write `{{origin}}`.',
    space: 'The white space belongs to the value: `{{text}}` never matches. Write `{{origin}}`.',
    opaque:
      'Pages under `{{text}}` send `Origin: null`, so this never matches. Remove it; do not allow `null` instead, which any website can send.',
    pattern:
      '`*` stands for nothing but itself here: `{{text}}` matches no site. List the sites; do not allow every origin instead.',
    star: '`*` in a list is compared like any other entry and matches no site. List the sites; taken out of the list it lets every website in.',
    repeated: '`{{text}}` stands in this list already. Remove it.',
    write: 'Write `{{origin}}`',
    list: 'Write a list of the {{count}} origins',
    usePattern: 'Allow every site directly under `{{domain}}` by a pattern',
    ...suggestAllowlist,
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      for (const flaw of flawsOf(policy, grant)) {
        const { kind, text, node, meant } = flaw
        const [origin] = meant
        const messageId = kind === 'several' ? severalIn(policy, grant) : kind
        const needsOrigin = kind === 'path' || kind === 'scheme' || kind === 'form' || kind === 'space'
        if (needsOrigin && origin === undefined) continue
        const data = { ...(kind !== 'star' && { text }), ...(needsOrigin && { origin }) }
        yield { node, messageId, data, suggestions: suggestionsFor(flaw, grant, policy, context) }
      }
    }
    const isSound = (grant: Grant): boolean => exposureOf(policy, grant) === undefined
    for (const { origin, node } of repetitionsIn(policy, isSound))
      yield { node, messageId: 'repeated', data: { text: origin }, fix: removeEntry(node, context) }
  },
})

/** Libraries that take no list have to be given the origin that asked, as headers are. */
function severalIn(
  { form, library }: Policy,
  { kind }: Grant,
): 'severalInCheck' | 'severalInHeader' | 'severalInOption' {
  if (kind === 'checked') return 'severalInCheck'
  return form.type === 'headers' || library.allowlist !== 'list' ? 'severalInHeader' : 'severalInOption'
}

/** What an editor offers: it makes browsers accept what they refuse now. */
function suggestionsFor(flaw: WrittenFlaw, grant: Grant, policy: Policy, context: JudgeContext<object>) {
  const own = suggestionFor(flaw, grant, policy, context)
  return own.edits ? [own] : [allowlistRepair(policy, grant, context)]
}

/** What is meant, as far as the text shows that. */
function suggestionFor(
  { kind, text, node, meant }: WrittenFlaw,
  grant: Grant,
  policy: Policy,
  context: JudgeContext<object>,
): Repair<'list' | 'usePattern' | 'write'> {
  const [origin = ''] = meant
  // Where the code compares by itself, it compares texts.
  const isRead = policy.form.type === 'options' && grant.kind === 'listed'
  if (kind === 'several') {
    const isTaken = isRead && policy.library.allowlist === 'list'
    const isEntry = grant.kind === 'checked' && node.parent?.type === 'ArrayExpression'
    const edits = isTaken || isEntry ? replaceByList(node, meant, context) : undefined
    return { messageId: 'list', data: { count: String(meant.length) }, edits }
  }
  if (kind === 'pattern') {
    const pattern = isRead && policy.library.acceptsPatterns ? subdomainPattern(text) : undefined
    const edits = pattern && replaceByPattern(node, pattern.source)
    return { messageId: 'usePattern', data: { domain: pattern?.domain ?? '' }, edits }
  }
  const edits = origin === '' ? undefined : replaceText(node, origin, context)
  return { messageId: 'write', data: { origin }, edits }
}
