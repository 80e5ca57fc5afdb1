import type { EchoGrant, UnusableGrant } from '../grants/model.ts'
import type { CallbackFault, Library, Policy } from '../policy.ts'

/** What messages call the type of a value that a library cannot compare with an origin, with its article. */
export function nameOfType({ type = 'object' }: EchoGrant): string {
  if (/^[A-Z]/.test(type)) return `a \`${type}\``
  return type === 'object' ? 'an object' : `a ${type}`
}

/** What messages about a callback have to show. */
export function dataOfFault(fault: CallbackFault, library: string) {
  switch (fault.kind) {
    case 'refusal':
      return {}
    case 'repeated':
      return { data: { line: String(fault.first.loc.start.line) } }
    case 'unansweredFor':
      return { data: { library, request: requestOf(fault.origin) } }
    default:
      return { data: { library } }
  }
}

function requestOf(origin: string | null | undefined): string {
  if (origin === null) return 'a request without `Origin`'
  return origin === undefined ? 'an origin that is not let in' : `\`Origin: ${origin}\``
}

/** The message about a value that admits nobody, and what it has to show. */
export function phraseOfUnusable({ form, library }: Policy, grant: UnusableGrant) {
  return form.type === 'options' ? phraseOfOption(library, grant) : phraseOfHeader(grant)
}

function phraseOfOption({ label, allowlist }: Library, { value, effect }: UnusableGrant) {
  const accepted = allowlist === 'list' ? 'an array of origins' : 'an origin or a function'
  switch (effect.type) {
    case 'sent':
      return { messageId: 'sentByLibrary', data: { library: label, text: effect.text, accepted } } as const
    case 'refused':
      return { messageId: 'refusesEveryone', data: { library: label } } as const
    default:
      return {
        messageId: effect.type === 'stops' ? 'stops' : 'fails',
        data: { library: label, value: /^an? /.test(value) ? value : `\`${value}\``, accepted },
      } as const
  }
}

const WHOSE = { stranger: 'whoever is not let in', unnamed: 'a request without `Origin`', all: 'every request' }

function phraseOfHeader({ whose, value, effect }: UnusableGrant) {
  return effect.type === 'sent'
    ? ({ messageId: 'sent', data: { whose: WHOSE[whose], text: effect.text } } as const)
    : ({ messageId: 'throws', data: { whose: WHOSE[whose], value } } as const)
}
