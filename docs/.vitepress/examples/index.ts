import type { Example } from './example.ts'
import { FRAMEWORKS } from './frameworks.ts'
import { PLATFORMS } from './platforms.ts'
import { SERVERS } from './servers.ts'

/** The servers that the playground can show; those of one library stand together. */
export const EXAMPLES: readonly Example[] = [...SERVERS, ...FRAMEWORKS, ...PLATFORMS]

/** What the playground shows where a link holds nothing else. */
export const [FIRST_EXAMPLE = missing()] = EXAMPLES

function missing(): never {
  throw new Error('there are no examples')
}
