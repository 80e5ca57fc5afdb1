import type { Grant } from '../grants/model.ts'
import type { HeaderWrite } from '../policy.ts'
import { isInside } from '../values/tree.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { styleOf } from './style.ts'

/**
 * Narrows a header that is declared for every answer. No code runs for the request, so only origins that are written
 * out can take its place: one as the value, or any number in the pattern that the request's origin is held against.
 */
export function declaredAllowlist(
  { value, pattern }: HeaderWrite,
  { node }: Grant,
  { settings: { allowedOrigins }, sourceCode }: FixContext,
): Edits | undefined {
  if (!allowedOrigins || 'env' in allowedOrigins || 'module' in allowedOrigins) return undefined
  const style = styleOf(sourceCode)
  const sites = allowedOrigins.map(escaped).join('|')
  if (pattern?.type === 'ObjectExpression') {
    const last = pattern.properties.at(-1)
    return last && [insertAt(last.range[1], `, value: ${style.string(`(?<origin>${sites})`)}`)]
  }
  if (pattern) {
    // The header is filled in by the name that is there.
    const [group] = (pattern.type === 'Literal' && /^\(\?<\w+>/.exec(String(pattern.value))) || []
    return group === undefined ? undefined : [replace(pattern, style.string(`${group}${sites})`))]
  }
  const [only, ...others] = allowedOrigins
  if (only === undefined || others.length > 0 || !value) return undefined
  return [replace(isInside(node, value) ? node : value, style.string(only))]
}

function escaped(origin: string): string {
  return origin.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
