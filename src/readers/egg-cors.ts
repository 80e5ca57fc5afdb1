import { handedToKoaCors } from '../options/koa-cors.ts'
import { optionReader } from '../options/reader.ts'

const KOA = handedToKoaCors(
  { id: 'egg-cors', version: '3.0.1', label: '`egg-cors`' },
  'the list of `egg-security` decides',
)

const FILE = /(?:^|\/)config\/config\.\w+\.[cm]?[jt]s$/

/** `egg-cors` 3.0.1: `config.cors` in `config/config.default.js`, whose options go to `@koa/cors` 5. */
export const eggCorsReader = optionReader({
  ...KOA,
  // What an application does without the option is up to `egg-security`, which has a list of its own.
  origin: { ...KOA.origin, absent: 'none', undefined: 'none', null: 'none', empty: 'none', false: 'none' },
  places: [
    { type: 'file', file: FILE, exports: ['default'], argument: 0, path: ['cors'], absent: 'off' },
    { type: 'file', file: FILE, exports: ['cors'], argument: 0, absent: 'off' },
  ],
  bare: { other: 'off' },
  mention: /\bcors\b/,
})
