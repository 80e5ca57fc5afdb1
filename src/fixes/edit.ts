import type { Rule, SourceCode } from 'eslint'
import type { CorsSettings } from '../settings.ts'
import type { Node } from '../values/value.ts'

/** One replacement of a piece of text; an empty range inserts. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A repair: all of its edits, or none. */
export type Edits = readonly Edit[]

/** What fixes need besides the policy. */
export interface FixContext {
  readonly sourceCode: SourceCode
  readonly settings: CorsSettings
  readonly filename: string
  /** The folder that a relative `settings.cors.allowedOrigins.module` starts from. */
  readonly cwd: string
}

export function replace(node: Node, text: string): Edit {
  return { start: node.range[0], end: node.range[1], text }
}

export function insertAt(position: number, text: string): Edit {
  return { start: position, end: position, text }
}

/** Hands a repair to ESLint. */
export function applyWith(edits: Edits): (fixer: Rule.RuleFixer) => Rule.Fix[] {
  return (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text))
}
