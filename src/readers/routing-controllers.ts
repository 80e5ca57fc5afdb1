import { handedToCors } from '../options/cors.ts'
import { handedToKoaCors } from '../options/koa-cors.ts'
import { optionReader } from '../options/reader.ts'
import type { Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

const LIBRARY = { id: 'routing-controllers', version: '0.11.3' }

const BARE = { true: 'defaults', false: 'off', text: 'defaults', list: 'defaults', other: 'defaults' } as const

const MENTION = /["'`]routing-controllers["'`]/

function placesOf(driver: 'Express' | 'Koa'): readonly Place[] {
  const call = { type: 'call', modules: ['routing-controllers'], path: ['cors'], absent: 'off' } as const
  return [
    { ...call, names: [`create${driver}Server`], argument: 0 },
    { ...call, names: [`use${driver}Server`], argument: 1 },
  ]
}

/** `routing-controllers` 0.11.3: `createExpressServer({ cors })` hands it to `cors`, the one of Koa to `@koa/cors`. */
export const routingControllersReaders: readonly Reader[] = [
  optionReader({
    ...handedToCors({ ...LIBRARY, label: '`createExpressServer`' }),
    places: placesOf('Express'),
    bare: BARE,
    mention: MENTION,
  }),
  optionReader({
    ...handedToKoaCors({ ...LIBRARY, label: '`createKoaServer`' }),
    places: placesOf('Koa'),
    bare: BARE,
    mention: MENTION,
  }),
]
