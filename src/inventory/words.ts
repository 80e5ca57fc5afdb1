import type { PolicyRecord, Setting, Way } from '../exchange/record.ts'

/** Who may read, in words: each way in once. */
export function readersOf({ ways }: PolicyRecord): readonly string[] {
  const phrases = ways.map((way) => `${phraseOf(way)}${conditionOf(way)}`)
  return phrases.length === 0 ? ['nobody'] : [...new Set(phrases)]
}

function phraseOf(way: Way): string {
  switch (way.kind) {
    case 'anyone':
      return 'anyone (*)'
    case 'echo':
      return 'every site, by echo'
    case 'checked':
      return way.check?.witness ? `a checked set that lets in ${way.check.witness}` : 'a checked set'
    case 'listed':
      return way.sends.type === 'text' ? way.sends.text : 'one origin'
    case 'null':
      return 'null'
    case 'request':
      return 'whoever the request names'
    case 'unusable':
      return 'nobody (no origin)'
    case 'unknown':
      return 'unknown'
  }
}

function conditionOf({ environment, fallback }: Way): string {
  if (environment === 'development') return ' in development'
  if (fallback === 'configuration') return ' where configuration is missing'
  if (fallback === 'error') return ' after an error'
  return environment === 'production' ? ' in production' : ''
}

/** Whether credentials are allowed, in one word. */
export function credentialsIn({ ways, credentials }: PolicyRecord): 'yes' | 'no' | 'perhaps' | 'unknown' {
  const open = ways.filter(({ environment }) => environment !== 'development')
  const certainties = new Set(open.map((way) => way.credentials))
  const [only] = certainties
  if (only === undefined) return credentials.some((one) => one.state === 'set' && one.value) ? 'yes' : 'no'
  return certainties.size === 1 ? only : 'perhaps'
}

/** The values of a part, in words; `–` where nothing sets it. */
export function settingIn<T>(settings: readonly Setting<T>[], show: (value: T) => string): string {
  const texts = settings.map((setting) =>
    setting.state === 'set' ? show(setting.value) : setting.state === 'absent' ? 'not sent' : 'unknown',
  )
  return texts.length === 0 ? '–' : [...new Set(texts)].join(' or ')
}

/** The names of a list. */
export function listIn(settings: readonly Setting<readonly string[]>[]): string {
  return settingIn(settings, (names) => (names.length === 0 ? 'none' : names.join(', ')))
}

/** Where a policy is put to work, in words; `–` where the file does not show it. */
export function mountsIn({ mounts }: PolicyRecord): string {
  const texts = mounts.map(({ method, path }) => `${method === 'USE' ? '' : `${method} `}${path ?? '(path unknown)'}`)
  return texts.length === 0 ? '–' : [...new Set(texts)].join(', ')
}

/** `1 policy`, `2 policies`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}
