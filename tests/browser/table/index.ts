import type { Row } from '../harness/row.ts'
import { CACHES } from './caches.ts'
import { EXPOSURE } from './exposure.ts'
import { PREFLIGHTS } from './preflights.ts'
import { VALUES } from './values.ts'

/** What servers say, what rules say about it, and what a browser does: by what it is about. */
export const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'who gets in': EXPOSURE,
  'what is written': VALUES,
  'what is asked before': PREFLIGHTS,
  'what is kept': CACHES,
}
