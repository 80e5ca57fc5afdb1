import { optionReader } from '../options/reader.ts'
import type { LibraryData, OptionLibraryData, OriginSemantics, Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

const LIBRARY: LibraryData = {
  id: 'firebase-functions',
  version: '7.4.0',
  label: '`onRequest`',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: true,
  allowlist: 'list',
  defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
  options: [{ name: 'cors', part: 'origin' }],
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

const SHARED: Pick<OptionLibraryData, 'credentials' | 'bare' | 'mention' | 'answersPreflights'> = {
  credentials: { absent: false, on: 'true' },
  bare: { other: 'off' },
  mention: /["'`]firebase-functions(?:\/[\w/]+)?["'`]/,
  answersPreflights: true,
}

/** What the second generation of functions is exported by. */
function placesOf(name: string, absent: 'defaults' | 'off'): readonly Place[] {
  const call = { type: 'call', argument: 0, isOptional: true } as const
  return [
    { ...call, modules: ['firebase-functions/v2/https'], names: [name], absent },
    { ...call, modules: ['firebase-functions/v2'], names: [`https.${name}`], absent },
    // Before version 6 this was the first generation, which takes no options.
    { ...call, modules: ['firebase-functions/https'], names: [name], absent: 'off' },
    { ...call, modules: ['firebase-functions'], names: [`https.${name}`], absent: 'off' },
  ]
}

const requests = optionReader({ ...SHARED, library: LIBRARY, origin: ORIGIN, places: placesOf('onRequest', 'off') })

const calls = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    label: '`onCall`',
    defaultMethods: ['POST'],
    options: [{ name: 'cors', part: 'origin', absent: 'any website can call the function' }],
  },
  origin: { ...ORIGIN, absent: 'echo' },
  places: placesOf('onCall', 'defaults'),
  silentNames: ['firebase-functions'],
})

/** `firebase-functions` 7.4.0: what is requested is closed unless told, and what is called open unless told. */
export const firebaseReaders: readonly Reader[] = [requests, calls]
