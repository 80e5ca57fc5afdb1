import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/** `nextjs-cors` 2.2.1: `await NextCors(req, res, options)`. */
export const nextjsCorsReader = optionReader({
  ...handedToCors({ id: 'nextjs-cors', version: '2.2.1', label: '`nextjs-cors`' }),
  places: [{ type: 'call', modules: ['nextjs-cors'], names: [''], argument: 2, absent: 'defaults' }],
  mention: /["'`]nextjs-cors["'`]/,
})
