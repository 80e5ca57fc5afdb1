/** A server in TypeScript that lets everybody in, and that `--fix` repairs. */
export interface TypedServer {
  readonly name: string
  readonly source: string
  /** `server.ts` unless told. */
  readonly filename?: string
  /** Whether it takes nothing but one origin that is written out. */
  readonly isOneOnly?: boolean
}
