import { exposureOf } from '../src/exposure.ts'
import { removeEntry } from '../src/fixes/removal.ts'
import { replaceByList, replaceByPattern, replaceText } from '../src/fixes/literals.ts'
import { flawsOf, repetitionsIn, type WrittenFlaw } from '../src/flaws.ts'
import { subdomainPattern } from '../src/origins/serialized.ts'
import type { Grant, Policy } from '../src/policy.ts'
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
    path: 'Browsers send origins without a path or a slash at the end: `{{text}}` never matches. Write `{{origin}}`.',
    scheme: 'Browsers send origins with their scheme: `{{text}}` never matches. Write `{{origin}}`.',
    form: 'Browsers send `{{origin}}` for this, letter by letter: `{{text}}` never matches. Write `{{origin}}`.',
    space: 'The white space belongs to the value: `{{text}}` never matches. Write `{{origin}}`.',
    opaque:
      'Pages under `{{text}}` send `Origin: null`: it never matches. Do not allow `null` instead, which any website can send.',
    pattern:
      '`*` stands for nothing but itself here: `{{text}}` matches no site. List the sites; do not allow every origin instead.',
    star: '`*` in a list is compared like any other entry and matches no site. List the sites; taken out of the list it lets every website in.',
    repeated: '`{{text}}` stands in this list already. Remove it.',
    write: 'Write `{{origin}}`',
    list: 'Write a list of the {{count}} origins',
    usePattern: 'Allow every site directly under `{{domain}}` by a pattern',
  },
  *judge(policy, context) {
    for (const grant of policy.grants) {
      for (const flaw of flawsOf(policy, grant)) {
        const { kind, text, node, meant } = flaw
        const [origin] = meant
        const messageId =
          kind !== 'several' ? kind : policy.form.type === 'headers' ? 'severalInHeader' : 'severalInOption'
        const needsOrigin = kind === 'path' || kind === 'scheme' || kind === 'form' || kind === 'space'
        if (needsOrigin && origin === undefined) continue
        const data = { ...(kind !== 'star' && { text }), ...(needsOrigin && { origin }) }
        yield { node, messageId, data, suggestions: [suggestionFor(flaw, policy, context)] }
      }
    }
    const isSound = (grant: Grant): boolean => exposureOf(policy, grant) === undefined
    for (const { origin, node } of repetitionsIn(policy, isSound))
      yield { node, messageId: 'repeated', data: { text: origin }, fix: removeEntry(node, context) }
  },
})

/** What an editor offers: it makes browsers accept what they refuse now. */
function suggestionFor(
  { kind, text, node, meant }: WrittenFlaw,
  policy: Policy,
  context: JudgeContext<object>,
): Repair<'list' | 'usePattern' | 'write'> {
  const [origin = ''] = meant
  const isOption = policy.form.type === 'options'
  if (kind === 'several') {
    const edits = isOption ? replaceByList(node, meant, context) : undefined
    return { messageId: 'list', data: { count: String(meant.length) }, edits }
  }
  if (kind === 'pattern') {
    const pattern = policy.library.acceptsPatterns ? subdomainPattern(text) : undefined
    const edits = pattern && replaceByPattern(node, pattern.source)
    return { messageId: 'usePattern', data: { domain: pattern?.domain ?? '' }, edits }
  }
  const edits = origin === '' ? undefined : replaceText(node, origin, context)
  return { messageId: 'write', data: { origin }, edits }
}
