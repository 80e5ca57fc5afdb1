import type { Row } from '../harness/row.ts'
import { CACHES } from './caches.ts'
import { EXPOSURE } from './exposure.ts'
import { PREFLIGHTS } from './preflights.ts'
import { EXPOSED } from './exposed.ts'
import { VALUES } from './values.ts'
import { WITNESSES } from './witnesses.ts'

/** What servers say, what rules say about it, and what a browser does: by what it is about. */
export const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'who gets in': EXPOSURE,
  'who gets past a check': WITNESSES,
  'what is written': VALUES,
  'what is asked before': PREFLIGHTS,
  'what is shown': EXPOSED,
  'what is kept': CACHES,
}
