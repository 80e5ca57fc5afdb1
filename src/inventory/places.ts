import type { Place } from '../exchange/record.ts'
import type { Node } from '../values/value.ts'

/** Where a node is, in ESLint's lines and columns. */
export function placeOf({ loc: { start, end } }: Node): Place {
  return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 }
}
