import type { Example } from './example.ts'
import { SERVERS } from './servers.ts'

/** The servers that the playground can show; those of one library stand together. */
export const EXAMPLES: readonly Example[] = [...SERVERS]
