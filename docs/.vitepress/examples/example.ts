import type { Language } from '../playground/state.ts'

/** A server that the playground can show. */
export interface Example {
  /** The library, as people call it. */
  readonly library: string
  /** What is wrong with it, or that nothing is. */
  readonly title: string
  readonly language: Language
  /** The path of the file, without its ending, where the library is told by it. */
  readonly name?: string
  /** The rules of the recommended preset that speak; none for a server that is sound. */
  readonly rules: readonly string[]
  readonly code: string
}

/** A text as it stands between the back ticks, without its indentation and the empty lines around it. */
export function code({ raw }: TemplateStringsArray): string {
  const lines = raw.join('').split('\n').slice(1, -1)
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => `${line.slice(margin)}\n`).join('')
}
