import { unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { styleOf } from './style.ts'

/** Writes another text in place of one that is written as such; `undefined` where the text is computed. */
export function replaceText(node: Node, text: string, { sourceCode }: FixContext): Edits | undefined {
  const place = textNode(node)
  return place && [replace(place, styleOf(sourceCode).string(text))]
}

/** Writes a list in place of one text; its items stay where the text is an item of a list already. */
export function replaceByList(node: Node, texts: readonly string[], { sourceCode }: FixContext): Edits | undefined {
  const place = textNode(node)
  if (!place || texts.length === 0) return undefined
  const items = texts.map((text) => styleOf(sourceCode).string(text)).join(', ')
  return [replace(place, place.parent?.type === 'ArrayExpression' ? items : `[${items}]`)]
}

/** Writes a pattern in place of one text. */
export function replaceByPattern(node: Node, source: string): Edits | undefined {
  const place = textNode(node)
  return place && [replace(place, `/${source}/`)]
}

/** Removes flags of a regular expression literal. */
export function dropFlags(node: Node, flags: RegExp): Edits | undefined {
  if (node.type !== 'Literal' || !('regex' in node)) return undefined
  return [replace(node, `/${node.regex.pattern}/${node.regex.flags.replace(flags, '')}`)]
}

/** Takes the scheme without TLS out of a regular expression literal: `https?:`. */
export function dropHttp(node: Node): Edits | undefined {
  if (node.type !== 'Literal' || !('regex' in node)) return undefined
  const { pattern, flags } = node.regex
  const narrowed = pattern.replace(/https\?(?=:)/g, 'https')
  return narrowed === pattern ? undefined : [replace(node, `/${narrowed}/${flags}`)]
}

function textNode(node: Node): Node | undefined {
  const place = unwrap(node)
  const isText =
    (place.type === 'Literal' && typeof place.value === 'string') ||
    (place.type === 'TemplateLiteral' && place.expressions.length === 0)
  return isText ? place : undefined
}
