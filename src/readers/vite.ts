import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'
import type { Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

const VITE = { id: 'vite', version: '8.3.8' }

const SERVER = handedToCors({ ...VITE, label: 'Vite' }, 'only pages of this machine can read the response')

const BARE = { true: 'anyone', other: 'off' } as const

const MENTION = /\bcors\b/

/** Both what a configuration file exports and what is handed to Vite by a program. */
function placesOf(part: 'server' | 'preview', functions: readonly string[]): readonly Place[] {
  const options = { argument: 0, path: [part, 'cors'], absent: 'off' } as const
  return [
    { ...options, type: 'file', file: /(?:^|\/)vite(?:st)?\.config\.[cm]?[jt]s$/, exports: ['default'] },
    { ...options, type: 'call', modules: ['vite'], names: functions },
  ]
}

/**
 * Vite 8.3.8. `server.cors` is laid over a list of the loopback hosts; `preview.cors` goes to `cors` as it is, and is
 * that of the server where it is missing.
 */
export const viteReaders: readonly Reader[] = [
  optionReader({
    ...SERVER,
    origin: { ...SERVER.origin, absent: 'none' },
    places: placesOf('server', ['createServer']),
    bare: BARE,
    mention: MENTION,
  }),
  optionReader({
    ...handedToCors({ ...VITE, label: 'The preview of Vite' }),
    places: placesOf('preview', ['preview']),
    bare: BARE,
    mention: MENTION,
  }),
]
