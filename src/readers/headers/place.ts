import type { HeaderWrite } from '../../policy.ts'
import type { Frame, Node } from '../../values/value.ts'
import type { WritePart } from './parts.ts'

/** Where a write goes. */
export interface Place extends Pick<HeaderWrite, 'api' | 'target'> {
  /** The same for the same response. */
  readonly receiver: string
  readonly frame: Frame | null
  readonly site: Node
  /** Whether it certainly is a response of this server. */
  readonly isCertain: boolean
}

/** Headers that one call writes, and where they go. */
export interface PlacedParts {
  readonly parts: readonly WritePart[]
  readonly place: Place
}
