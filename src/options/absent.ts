import type { LibraryOption } from '../policy.ts'
import type { Effect, OptionData, OptionLibrary, OptionLibraryData } from '../semantics.ts'

/** What browsers keep the answer to a preflight for that says nothing about it, in seconds (Fetch, 4.9). */
const UNSAID_MAX_AGE = 5

/** A library with what happens without each of its options, where that follows from what is known about it. */
export function completed(data: OptionLibraryData): OptionLibrary {
  const options = data.library.options.map((option): LibraryOption => ({ absent: absentOf(option, data), ...option }))
  return { ...data, library: { ...data.library, options } }
}

function absentOf({ part }: OptionData, { library, origin, credentials, defaultMaxAge }: OptionLibraryData): string {
  switch (part) {
    case 'origin':
      return WITHOUT_ORIGIN[origin.absent]
    case 'methods':
      return `preflights allow ${library.defaultMethods ? listed(library.defaultMethods) : 'every method that is asked for'}`
    case 'credentials':
      return credentials.absent ? 'credentials are allowed' : 'requests with cookies fail'
    case 'maxAge': {
      const seconds = String(defaultMaxAge ?? UNSAID_MAX_AGE)
      return defaultMaxAge === undefined || defaultMaxAge === UNSAID_MAX_AGE
        ? `browsers forget a preflight after ${seconds} seconds`
        : `browsers keep the answer to a preflight for ${seconds} seconds`
    }
    case 'allowedHeaders':
      return 'preflights allow every header that is asked for'
    case 'exposedHeaders':
      return 'scripts cannot read these headers'
    case undefined:
      return 'nothing changes'
  }
}

const WITHOUT_ORIGIN: Readonly<Record<Effect, string>> = {
  anyone: 'any website can read the response',
  echo: 'any website can read the response',
  none: 'no other website can read the response',
  sent: 'no other website can read the response',
  fails: 'every request fails',
  stops: 'nothing starts',
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
