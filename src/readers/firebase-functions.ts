import { optionReader } from '../options/reader.ts'
import type { Library } from '../policy.ts'
import type { OptionLibrary, OriginSemantics } from '../semantics.ts'
import type { Reader } from './reader.ts'

const LIBRARY: Library = {
  id: 'firebase-functions',
  version: '7.4.0',
  label: '`firebase-functions`',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: true,
  allowlist: 'list',
  defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
  options: [{ name: 'cors', part: 'origin', absent: 'no other website can read the response' }],
}

/** As observed: it hands the value on to `cors`, after it has looked at some of them itself. */
const ORIGIN: OriginSemantics = {
  absent: 'none',
  undefined: 'echo',
  null: 'none',
  empty: 'none',
  false: 'none',
  true: 'echo',
  star: 'anyone',
  text: 'origin',
  list: 'compared',
  emptyList: 'none',
  // A single entry is taken out of its list.
  starInList: 'anyone',
  starAmongOthers: 'none',
  regexp: 'tested',
  other: 'echo',
  function: { asks: 'origin', answers: 'callback', promise: 'hangs' },
}

const SHARED: Pick<OptionLibrary, 'credentials' | 'bare' | 'mention' | 'answersPreflights'> = {
  credentials: { absent: false, on: 'true' },
  bare: { true: 'off', false: 'off', text: 'off', list: 'off', other: 'off' },
  mention: /["'`]firebase-functions(?:\/[\w/]+)?["'`]/,
  answersPreflights: true,
}

/** The second generation of functions, by all the paths it can be imported from. */
const MODULES = ['firebase-functions/v2/https', 'firebase-functions/https']
const WHOLE = ['firebase-functions', 'firebase-functions/v2']

const requests = optionReader({
  ...SHARED,
  library: LIBRARY,
  origin: ORIGIN,
  places: [
    { type: 'call', modules: MODULES, names: ['onRequest'], argument: 0, isOptional: true, absent: 'off' },
    { type: 'call', modules: WHOLE, names: ['https.onRequest'], argument: 0, isOptional: true, absent: 'off' },
  ],
})

const calls = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    defaultMethods: ['POST'],
    options: [{ name: 'cors', part: 'origin', absent: 'any website can call the function' }],
  },
  origin: { ...ORIGIN, absent: 'echo' },
  places: [
    { type: 'call', modules: MODULES, names: ['onCall'], argument: 0, isOptional: true, absent: 'defaults' },
    { type: 'call', modules: WHOLE, names: ['https.onCall'], argument: 0, isOptional: true, absent: 'defaults' },
  ],
  silentNames: ['firebase-functions'],
})

/** `firebase-functions` 7.4.0: what is requested is closed unless told, and what is called open unless told. */
export const firebaseReaders: readonly Reader[] = [requests, calls]
