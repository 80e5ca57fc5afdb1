import { dataOfFault, nameOfType, phraseOfUnusable } from '../src/defects/phrases.ts'
import { unlistedTexts } from '../src/defects/texts.ts'
import { cookiesOf, exposureOf } from '../src/exposure.ts'
import { allowlistRepair, suggestAllowlist } from '../src/fixes/allowlist.ts'
import { repairCallback } from '../src/fixes/callbacks.ts'
import { misnamedRepair, placeOfName, renameOption } from '../src/fixes/names.ts'
import { replaceByList } from '../src/fixes/literals.ts'
import { comparable, guardValue } from '../src/fixes/values.ts'
import { lostOriginOf, misnamingsOf } from '../src/misnaming.ts'
import { policyRule } from '../src/rule.ts'

const messages = {
  misnamed: '{{library}} ignores `{{name}}`, so {{effect}}. The option is called `{{known}}`.',
  ignored: '{{library}} ignores `{{name}}`. The option is called `{{known}}`.',
  refused: '{{library}} knows no `{{name}}` and does not start. The option is called `{{known}}`.',
  type: '{{library}} cannot compare an origin with {{type}} and lets any website read the response{{credentials}}. Pass an array of origins.',
  never:
    'This function never calls its callback: {{library}} waits for it, and every request hangs. Take it as the second parameter and answer with `callback(null, …)`.',
  unpromised:
    'This function takes no callback and returns no promise: {{library}} fails every request. Make it `async`.',
  unlisted:
    '{{library}} takes nothing but an array for `{{option}}`: with this text, every {{fails}} fails. Pass an array.',
  unanswered:
    'Here the function ends without having called its callback: {{library}} waits for it, and the request hangs. Call it on every path.',
  unansweredFor:
    'For {{request}}, this function does not call its callback: {{library}} waits for it, and the request hangs. Call it on every path.',
  repeated:
    'The callback has been called on line {{line}} already: the second call goes on with a request that is answered and fails with `ERR_HTTP_HEADERS_SENT`. Return after the first.',
  refusal:
    'This error answers the request with status 500 and without CORS headers. It also stops POST requests of the site itself, which send `Origin` as well. Refuse with `callback(null, false)`.',
  throws:
    'For {{whose}}, this value is `{{value}}`: Node does not set such a header and throws, so the request fails. Set the header only where there is an origin to allow.',
  sent: 'For {{whose}}, this sends `Access-Control-Allow-Origin: {{text}}`, which is no origin: browsers refuse it. Send the header only where there is an origin to allow.',
  fails: '{{library}} cannot take {{value}} for origins: every request fails. Pass {{accepted}}.',
  stops: '{{library}} cannot take {{value}} for origins and throws, so that nothing starts. Pass {{accepted}}.',
  refusesEveryone:
    '{{library}} throws where every origin is allowed together with credentials, so that nothing starts. List the origins that may.',
  sentByLibrary:
    '{{library}} sends this as `Access-Control-Allow-Origin: {{text}}`, which is no origin: browsers refuse it. Pass {{accepted}}.',
  rename: 'Name it `{{known}}`',
  spread: 'Use the entries of the `Set` as a list',
  origin: 'Use the `origin` of the `URL`',
  await: 'Use what the promise resolves to',
  answer: 'Answer through a callback',
  refuse: 'Refuse with `callback(null, false)`',
  list: 'Make it an array',
  guard: 'Set the header only where there is a value',
  ...suggestAllowlist,
} as const

export default policyRule<keyof typeof messages, { readonly disallowRefusalErrors?: boolean }>({
  name: 'valid-cors-options',
  description: 'disallow options, callbacks and header values that do not do what they seem to',
  recommended: 'error',
  fixable: true,
  schema: [
    {
      type: 'object',
      properties: {
        disallowRefusalErrors: {
          type: 'boolean',
          description: 'Whether an origin may not be refused with an error, as in `callback(new Error(…))`.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ disallowRefusalErrors: false }],
  messages,
  *judge(policy, context) {
    const library = policy.library.label
    for (const { written, meant, isLost } of misnamingsOf(policy)) {
      const data = { library, name: written.name, known: meant.name, ...(isLost && { effect: meant.absent }) }
      const edits = renameOption(written, meant.name, context)
      const suggestions = [{ messageId: 'rename' as const, data: { known: meant.name }, edits }]
      const isOpen = policy.grants.some((grant) => lostOriginOf(policy, grant)?.written === written)
      // Without a list of the user's own, what is written there is the better one.
      const repair = context.settings.allowedOrigins && isOpen && misnamedRepair(policy, written, meant, context)
      const messageId = policy.library.refusesUnknown ? 'refused' : isLost ? 'misnamed' : 'ignored'
      yield { node: placeOfName(written), messageId, data, ...(repair && { repair }), suggestions }
    }
    for (const grant of policy.grants) {
      if (grant.kind !== 'echo' || exposureOf(policy, grant) !== 'mistyped') continue
      const data = { library, type: nameOfType(grant), credentials: cookiesOf(policy, grant) }
      const way = comparable(grant, context)
      const suggestions = way ? [{ messageId: way.way, edits: way.edits }] : []
      yield { node: grant.node, messageId: 'type', data, repair: allowlistRepair(policy, grant, context), suggestions }
    }
    for (const { option, fact, names, fails } of unlistedTexts(policy)) {
      const suggestions = [{ messageId: 'list' as const, edits: replaceByList(fact.source, names, context) }]
      yield { node: fact.source, messageId: 'unlisted', data: { library, option, fails }, suggestions }
    }
    for (const fault of policy.callbackFaults) {
      if (fault.kind === 'refusal' && context.options.disallowRefusalErrors !== true) continue
      const suggestions = [repairCallback(fault, context)]
      yield { node: fault.node, messageId: fault.kind, ...dataOfFault(fault, library), suggestions }
    }
    // Where somebody gets in who should not, that is the first thing to repair.
    if (policy.grants.some((grant) => exposureOf(policy, grant) !== undefined)) return
    for (const grant of policy.grants) {
      if (grant.kind !== 'unusable') continue
      // Nobody gets in now, so whatever is offered lets somebody in.
      const suggestions =
        policy.form.type === 'headers'
          ? [{ messageId: 'guard' as const, edits: guardValue(grant, context) }]
          : [allowlistRepair(policy, grant, context)]
      yield { node: grant.node, ...phraseOfUnusable(policy, grant), suggestions }
    }
  },
})
