import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/** `@loopback/rest` 15.0.16: `new RestApplication({ rest: { cors } })`, whose options go to `cors`. */
export const loopbackReader = optionReader({
  ...handedToCors({ id: '@loopback/rest', version: '15.0.16', label: 'LoopBack' }),
  // What it has without the key gives way to any object as a whole.
  untold: { origin: 'anyone', credentials: true, maxAge: 86_400 },
  places: [
    {
      type: 'new',
      modules: ['@loopback/rest'],
      names: ['RestApplication', 'RestServer'],
      argument: 0,
      path: ['rest', 'cors'],
      absent: 'defaults',
    },
  ],
  mention: /["'`]@loopback\/rest["'`]/,
  silentNames: ['@loopback/rest'],
})
