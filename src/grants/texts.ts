import type { Globs } from '../semantics.ts'
import type { Node, Value } from '../values/value.ts'

/** A value as messages show it: the text that JavaScript makes of it, where that can be told. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return String(value.value)
    case 'regexp':
      return `/${value.source}/${value.flags}`
    case 'test':
      return 'true'
    case 'list':
      return value.items.length === 0 ? '[]' : 'a list'
    case 'function':
      return 'a function'
    case 'instance':
      return `[object ${typeNameOf(value)}]`
    default:
      return '[object Object]'
  }
}

/** What messages call a value by: its class, or what it is. */
export function typeNameOf(value: Value): string {
  if (value.kind === 'literal') return typeof value.value
  if (value.kind === 'instance' && /^[A-Z]\w*$/.test(value.of)) return value.of
  return value.kind === 'function' || value.kind === 'class' ? 'function' : 'object'
}

/** The pattern that a text with stars stands for, anchored at both ends. */
export function globPattern(text: string, { star, isNaive = false }: Globs): string {
  if (isNaive) return `^${text.replace('.', String.raw`\.`).replace('*', star)}$`
  const parts = text.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}/]/g, String.raw`\$&`))
  return `^${parts.join(star)}$`
}

/** Where a value is written; a class has no place of its own. */
export function nodeOf(value: Value): Node | undefined {
  return value.kind === 'class' ? undefined : value.node
}
