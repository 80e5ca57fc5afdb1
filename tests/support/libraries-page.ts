import { table } from './markdown.ts'
import type { Library } from '../../src/policy.ts'
import type { Effect, FunctionSemantics, OptionLibrary, Place } from '../../src/semantics.ts'

const HEAD = `# Libraries

What the linter knows about each library: where it finds the options, what the library makes of them, and which rule
speaks. Everything here is the data that the readers work with; the versions are those whose servers are run in
\`tests/servers\`, or whose source was read where it says so.

Headers that are written by hand are read wherever they are written: with Node's \`http\`, Express, Fastify, Koa, Hono, h3
and hapi, in \`Response\` and \`Headers\` objects of route handlers and workers, and in the results of Lambda functions.

A value that cannot be seen, such as an imported object of options or an environment variable, is unknown: no rule
speaks about it. Options that a file defines for others are read there: by their type, by a name with \`cors\` in it, or
as the configuration file of a framework.
`

/** The page about all libraries, as Markdown. */
export function librariesPage(definitions: readonly OptionLibrary[]): string {
  const sorted = [...definitions].sort((one, other) => one.library.id.localeCompare(other.library.id))
  return [HEAD, summaryOf(sorted), ...sorted.map(sectionOf)].join('\n')
}

function summaryOf(definitions: readonly OptionLibrary[]): string {
  const rows = definitions.map(({ library, origin, credentials }) => [
    `[${library.label}](#${anchorOf(library)})`,
    library.version ?? '',
    WITHOUT[origin.absent] + (credentials.absent && origin.absent !== 'none' ? ', with credentials' : ''),
    origin.star === 'echo' || library.wildcardWithCredentials === 'echoed'
      ? 'echoes every origin'
      : 'refused by browsers',
    library.variesByItself ? 'yes' : 'no',
  ])
  return `${table(['Library', 'Version', 'Without options for origins', '`*` with credentials', 'Sends `Vary: Origin`'], rows)}\n`
}

function sectionOf(definition: OptionLibrary): string {
  const { library, origin, places, types = [] } = definition
  const typed = types.map(({ modules, names }) => `${names.map(code).join(', ')} of ${modules.map(code).join(', ')}`)
  const found = [
    ...new Set(places.map(placeText)),
    ...(typed.length > 0 ? [`Objects declared to be ${typed.join(' or ')}`] : []),
    ...(definition.delegate ? ['A function in place of the options'] : []),
  ]
  const forms = formsOf(definition).map(([form, effect]) => [form, effect.text, effect.rule])
  const options = library.options.map(({ name, absent }) => [code(name), absent])
  return [
    `## ${library.label}`,
    '',
    `Version ${library.version ?? 'unknown'}. Options are found in:`,
    '',
    ...found.map((text) => `- ${text}`),
    '',
    table(['Value for origins', 'What it does', 'Rule'], forms),
    '',
    ...(options.length > 0 ? [table(['Option', 'Without it'], options), ''] : []),
    `Allowlist: ${allowlistText(library, origin.list === 'compared')}`,
    '',
  ].join('\n')
}

const WITHOUT: Readonly<Record<Effect, string>> = {
  anyone: 'every website (`*`)',
  echo: 'every website (echo)',
  none: 'nobody',
  fails: 'requests fail',
  stops: 'it does not start',
  sent: 'nobody',
}

interface Explained {
  readonly text: string
  readonly rule: string
}

function formsOf(definition: OptionLibrary): readonly (readonly [string, Explained])[] {
  const { origin } = definition
  const asked = origin.function
  return [
    ['nothing', explain(origin.absent)],
    ['`undefined`', explain(origin.undefined)],
    ['`false`', explain(origin.false)],
    ['`true`', explain(origin.true)],
    ["`'*'`", explain(origin.star)],
    ["`['*']`", origin.list === 'compared' ? starred(origin.starInList) : explainList(origin.list)],
    ['a list of origins', explainList(origin.list)],
    ['an empty list', origin.list === 'compared' ? explain(origin.emptyList) : explainList(origin.list)],
    ['a pattern', origin.regexp === 'tested' ? CHECKED : explain(origin.regexp)],
    ['a `Set`', mistyped(origin.other)],
    ['a function', typeof asked === 'string' ? explain(asked) : ASKED[asked.answers]],
    ...(typeof asked === 'string' ? [] : [['an `async` function', promiseOf(asked.promise)] as const]),
  ]
}

const CHECKED: Explained = { text: 'is tested against the origin', rule: link('no-bypassable-origin-check') }

const ASKED: Readonly<Record<FunctionSemantics['answers'], Explained>> = {
  callback: { text: 'answers through its callback', rule: link('no-reflected-origin') },
  option: { text: 'returns what the option itself may be', rule: link('no-reflected-origin') },
  header: { text: 'returns the header', rule: link('no-reflected-origin') },
  truthy: { text: 'lets in where it returns something truthy', rule: link('no-reflected-origin') },
  true: { text: 'lets in where it returns `true`', rule: link('no-reflected-origin') },
}

function promiseOf(promise: Effect | 'awaited' | 'hangs'): Explained {
  if (promise === 'awaited') return { text: 'is waited for', rule: '' }
  return promise === 'hangs'
    ? { text: 'leaves requests without an answer', rule: link('valid-cors-options') }
    : explain(promise)
}

function explainList(list: Effect | 'compared' | 'sent'): Explained {
  return list === 'compared' ? { text: 'lets in the origins on it', rule: '' } : explain(list)
}

function explain(effect: Effect): Explained {
  switch (effect) {
    case 'anyone':
      return { text: 'lets in every website by `*`', rule: link('no-wildcard-origin') }
    case 'echo':
      return { text: 'lets in every website by its name', rule: link('no-reflected-origin') }
    case 'none':
      return { text: 'lets in nobody', rule: '' }
    case 'fails':
      return { text: 'fails every request', rule: link('valid-cors-options') }
    case 'stops':
      return { text: 'throws at the start', rule: link('valid-cors-options') }
    case 'sent':
      return { text: 'is sent as text, which is no origin', rule: link('valid-cors-options') }
  }
}

/** What a library makes of something that it cannot compare. */
function mistyped(effect: Effect): Explained {
  return effect === 'echo' ? { ...explain(effect), rule: link('valid-cors-options') } : explain(effect)
}

function starred(effect: Effect): Explained {
  return effect === 'none'
    ? { text: 'is compared like any other, and never matches', rule: link('valid-origin') }
    : explain(effect)
}

function link(rule: string): string {
  return `[${rule}](rules/${rule}.md)`
}

function placeText(place: Place): string {
  switch (place.type) {
    case 'exported':
      return `Objects that a file exports under a name like \`${place.name.source}\``
    case 'file':
      return `Files like \`${place.file.source}\`${pathText(place.path)}`
    case 'method':
      return `\`.${place.methods.join('(…)`, `.')}(…)\`${pathText(place.path)}`
    case 'handed':
      return `\`.${place.methods.join('(…)`, `.')}(…)\` of ${place.modules.map(code).join(', ')}${pathText(place.path)}`
    default: {
      const verb = place.type === 'new' ? 'new ' : ''
      const names = place.names.map((name) => code(`${verb}${name === '' ? 'default' : name}(…)`))
      return `${names.join(', ')} of ${place.modules.map(code).join(', ')}${pathText(place.path)}`
    }
  }
}

function pathText(path: readonly string[] = []): string {
  return path.length === 0 ? '' : `, below ${code(path.join('.').replaceAll('.[]', '[]'))}`
}

function allowlistText({ allowlist }: Library, isListed: boolean): string {
  if (allowlist === 'list') return isListed ? 'an array of origins.' : 'one origin.'
  if (allowlist === 'one') return 'one origin; none where the list has several.'
  return allowlist ? `\`${allowlist.code}\`` : 'none that the linter could write.'
}

function anchorOf({ label }: Library): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-')
}

function code(text: string): string {
  return `\`${text}\``
}
