import { handedToKoaCors } from '../options/koa-cors.ts'
import { optionReader } from '../options/reader.ts'

/** `@koa/cors` 5.0.0, by itself and as `@feathersjs/koa` 5 hands it on. */
export const koaCorsReader = optionReader({
  ...handedToKoaCors({ id: '@koa/cors', version: '5.0.0', label: '`@koa/cors`', echoedBefore: 5 }),
  places: [
    { type: 'call', modules: ['@koa/cors', 'kcors'], names: [''], argument: 0, absent: 'defaults' },
    { type: 'call', modules: ['@feathersjs/koa'], names: ['cors'], argument: 0, absent: 'defaults' },
  ],
  types: [{ modules: ['@koa/cors'], names: ['Options'] }],
  mention: /["'`](?:@koa\/cors|kcors|@feathersjs\/koa)["'`]/,
})
