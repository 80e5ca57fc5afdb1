import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/** `cors` 2.8.6: Express, Connect, Polka and everything that takes `(req, res, next)`; `@feathersjs/express` hands it on. */
export const corsReader = optionReader({
  ...handedToCors({ id: 'cors', version: '2.8.6', label: '`cors`' }),
  places: [
    { type: 'call', modules: ['cors'], names: [''], argument: 0, absent: 'defaults' },
    { type: 'call', modules: ['@feathersjs/express'], names: ['cors'], argument: 0, absent: 'defaults' },
    { type: 'exported', name: /cors/i },
  ],
  types: [{ modules: ['cors'], names: ['CorsOptions'] }],
  // What a file exports for others need not bring the package in.
  mention: /["'`](?:npm:)?cors(?:@[^"'`]*)?["'`]|@feathersjs\/express|origin/,
})
