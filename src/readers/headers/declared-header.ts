import type { Condition } from '../../values/condition.ts'
import type { WritePart, WritePlace } from './parts.ts'

/** A header that answers are given as it stands, without a line of this file running for the request. */
export interface DeclaredHeader {
  readonly part: WritePart
  readonly place: WritePlace
  readonly when: Condition
}
