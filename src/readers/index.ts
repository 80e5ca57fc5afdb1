import { corsReader } from './cors.ts'
import { headersReader } from './headers/index.ts'
import { honoReader } from './hono.ts'
import type { Reader } from './reader.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [corsReader, headersReader, honoReader]
