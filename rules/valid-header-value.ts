import { statedAges } from '../src/defects/age.ts'
import { faultyCredentials, isAlone } from '../src/defects/credentials.ts'
import { faultyEntries, HEADER_OF, type ListName } from '../src/defects/entries.ts'
import { meantAge, replaceAge } from '../src/fixes/age.ts'
import { removeSetting } from '../src/fixes/removal.ts'
import { entryRemoval, entryRepair, suggestEntry } from '../src/fixes/entries.ts'
import { quoted, replaceValue } from '../src/fixes/expressions.ts'
import type { Policy } from '../src/policy.ts'
import { sentSpelling } from '../src/protocol/lists.ts'
import { policyRule, type Finding, type JudgeContext } from '../src/rule.ts'

const messages = {
  credentials:
    'Browsers accept `true` only, in lower case: with `{{value}}` they refuse every request with cookies. Send `true`.',
  credentialsIgnored:
    '{{library}} allows credentials for the boolean `true` only: with `{{value}}` no header goes out, and browsers refuse requests with cookies. Write `true`.',
  credentialsFalse: 'Browsers look for `true` only: `{{value}}` is the same as no header. Remove it.',
  malformed:
    'Browsers cannot read `{{value}}` in `{{header}}`, a list of names with commas between them: {{effect}}. Write such a list.',
  star: 'With credentials, `*` in `{{header}}` is a name and no wildcard: browsers {{effect}}. List each name.',
  spelling:
    'Methods are compared as they are written: `{{name}}` does not allow `{{sent}}`, and browsers refuse the request. Write `{{sent}}`.',
  forbiddenMethod: 'No script can send `{{name}}`: browsers refuse it whatever the server allows. Remove it.',
  unreadable: 'No script can read `{{name}}`: browsers hide it whatever the server exposes. Remove it.',
  maxAge:
    '`{{value}}` is no whole number of seconds: browsers ignore it and keep the answer for 5 seconds at most. Write the seconds in digits.',
  maxAgeNegative:
    '`{{value}}` is no number of seconds, and browsers differ in what they make of it. Send `0` to keep no answer.',
  maxAgeMilliseconds:
    '`{{value}}` looks like milliseconds, but browsers take it for seconds and keep the answer as long as they ever do. Write `{{seconds}}`.',
  write: 'Write `{{text}}`',
  remove: 'Remove the header',
  ...suggestEntry,
}

/** What a list that cannot be read does. */
const UNREAD: Readonly<Record<ListName, string>> = {
  methods: 'every preflight fails',
  allowedHeaders: 'every preflight fails',
  exposedHeaders: 'scripts get none of the headers',
}

/** What a `*` does that is only a name. */
const UNMATCHED: Readonly<Record<ListName, string>> = {
  methods: 'refuse `PUT`, `PATCH` and `DELETE`',
  allowedHeaders: 'refuse every other header',
  exposedHeaders: 'hide every other header from scripts',
}

type Findings = Iterable<Finding<keyof typeof messages>>

export default policyRule({
  name: 'valid-header-value',
  description: 'disallow values of CORS headers that browsers cannot read or do not honour',
  recommended: 'error',
  fixable: true,
  messages,
  *judge(policy, context) {
    yield* credentials(policy, context)
    yield* lists(policy, context)
    yield* ages(policy, context)
  },
})

function* credentials(policy: Policy, context: JudgeContext<object>): Findings {
  for (const { defect, fact } of faultyCredentials(policy)) {
    const { source: node, sent, written } = fact
    const data = { value: sent ?? (typeof written === 'string' ? `'${written}'` : String(written)) }
    if (defect === 'idle') {
      const edits = removeSetting(fact.node, context)
      const repair = isAlone(policy, context.policies)
        ? { fix: edits }
        : { suggestions: [{ messageId: 'remove' as const, edits }] }
      yield { node, messageId: 'credentialsFalse', data, ...repair }
      continue
    }
    const edits = replaceValue(node, sent === null ? 'true' : quoted('true', context), context)
    const suggestions = [{ messageId: 'write' as const, data: { text: 'true' }, edits }]
    if (defect === 'refused') yield { node, messageId: 'credentials', data, suggestions }
    else yield { node, messageId: 'credentialsIgnored', data: { ...data, library: policy.library.label }, suggestions }
  }
}

function* lists(policy: Policy, context: JudgeContext<object>): Findings {
  for (const faulty of faultyEntries(policy)) {
    const { defect, list } = faulty
    const { node, range, name } = faulty.entry
    const header = HEADER_OF[list]
    const suggestions = [entryRepair(faulty, context)]
    if (defect === 'malformed') {
      const data = { value: shorten(name), header, effect: UNREAD[list] }
      yield { node, range, messageId: defect, data, suggestions }
    } else if (defect === 'star')
      yield { node, range, messageId: defect, data: { header, effect: UNMATCHED[list] }, suggestions }
    else if (defect === 'spelling')
      yield { node, range, messageId: defect, data: { name, sent: sentSpelling(name) }, suggestions }
    else if (defect === 'forbiddenMethod' || defect === 'unreadable')
      yield { node, range, messageId: defect, data: { name }, fix: entryRemoval(faulty, context) }
  }
}

function* ages(policy: Policy, context: JudgeContext<object>): Findings {
  for (const stated of statedAges(policy)) {
    const { defect, text: value } = stated
    const seconds = meantAge(stated)
    const edits = seconds === undefined ? undefined : replaceAge(stated, seconds, context)
    const suggestions = seconds === undefined ? [] : [{ messageId: 'write' as const, data: { text: seconds }, edits }]
    const node = stated.fact.source
    if (defect === 'invalid') yield { node, messageId: 'maxAge', data: { value }, suggestions }
    else if (defect === 'negative') yield { node, messageId: 'maxAgeNegative', data: { value }, suggestions }
    else if (defect) yield { node, messageId: 'maxAgeMilliseconds', data: { value, seconds }, suggestions }
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
