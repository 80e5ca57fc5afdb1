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

/**
 * Hands a repair to the linter as one replacement, since other hosts than ESLint do not put several together the same
 * way. Edits at one place keep their order. Edits that overlap are no repair.
 */
export function applyWith(edits: Edits, text: string): (fixer: Rule.RuleFixer) => Rule.Fix | null {
  return (fixer) => {
    const [first, ...rest] = [...edits].sort((one, other) => one.start - other.start || one.end - other.end)
    if (!first) return null
    let { end, text: merged } = first
    for (const edit of rest) {
      if (edit.start < end) return null
      merged += text.slice(end, edit.start) + edit.text
      end = edit.end
    }
    return fixer.replaceTextRange([first.start, end], merged)
  }
}
