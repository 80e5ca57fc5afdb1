import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'

import type { PresetName } from '../linter/messages.ts'

/** What a link to the playground holds. */
export interface State {
  readonly code: string
  readonly language: Language
  /** The path of the file, without its ending: configuration files are told by it. */
  readonly name: string
  readonly preset: PresetName
  /** The options of rules and other severities, as JSON: `{ "cors/no-wildcard-origin": "off" }`. */
  readonly rules: string
  /** `settings.cors.allowedOrigins`: origins, `module#export` or `env:NAME`; not set where it is empty. */
  readonly allowedOrigins: string
  /** `settings.cors.developmentGuards`: names with spaces between them. */
  readonly developmentGuards: string
  /** The website that asks in the exchange. */
  readonly origin: string
  /** Whether it asks with cookies. */
  readonly hasCookies: boolean
}

export type Language = 'js' | 'ts'

export const INITIAL: State = {
  code: '',
  language: 'js',
  name: 'server',
  preset: 'recommended',
  rules: '',
  allowedOrigins: 'https://app.example.com',
  developmentGuards: '',
  origin: 'https://evil.example',
  hasCookies: true,
}

/** The state as text that can stand behind `#` in an address. What is as in `INITIAL` is left out. */
export function encodeState(state: Partial<State>): string {
  const told = Object.entries(state).filter(([key, value]) => value !== INITIAL[key as keyof State])
  const bytes = deflateSync(strToU8(JSON.stringify(Object.fromEntries(told))), { level: 9, mem: 8 })
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The state that a link holds; `undefined` where it holds none, or a damaged one. */
export function decodeState(text: string): State | undefined {
  if (text === '') return undefined
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    const told: unknown = JSON.parse(strFromU8(inflateSync(bytes)))
    return typeof told === 'object' && told !== null ? merged(told as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Only what has the type that it should have, so that no link can bring the page down. */
function merged(told: Readonly<Record<string, unknown>>): State {
  const accepted = Object.entries(INITIAL).map(([key, initial]) => {
    const value = told[key]
    return [key, typeof value === typeof initial ? value : initial] as const
  })
  const state = Object.fromEntries(accepted) as unknown as State
  return {
    ...state,
    language: state.language === 'ts' ? 'ts' : 'js',
    preset: state.preset === 'strict' ? 'strict' : 'recommended',
  }
}
