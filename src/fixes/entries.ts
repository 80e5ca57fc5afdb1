import type { Rule } from 'eslint'
import type { FaultyEntry, ListName } from '../defects/entries.ts'
import type { Entry } from '../policy.ts'
import { meantNames, sentSpelling } from '../protocol/lists.ts'
import { isFunction, isInside, wrapped } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { replace, type Edits, type FixContext } from './edit.ts'
import { removeEntry } from './removal.ts'
import { styleOf } from './style.ts'

/** The texts of the suggestions that `entryRepair` makes. */
export const suggestEntry = { spell: 'Write `{{text}}`', list: 'List {{names}}' }

export interface EntryRepair {
  readonly messageId: keyof typeof suggestEntry
  readonly data: Readonly<Record<string, string>>
  readonly edits: Edits | undefined
}

/** What usually stands in place of `*`. */
const USUAL: Readonly<Record<ListName, readonly string[] | undefined>> = {
  methods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
  allowedHeaders: ['Content-Type', 'Authorization'],
  exposedHeaders: undefined,
}

/** Writes what was probably meant; `undefined` where that cannot be told. */
export function entryRepair({ defect, entry, fact, list }: FaultyEntry, context: FixContext): EntryRepair | undefined {
  switch (defect) {
    case 'malformed': {
      const { text } = context.sourceCode
      const written = text.slice(entry.node.range[0] + 1, entry.node.range[1] - 1)
      return listing(entry, meantNames(written, list === 'methods'), context)
    }
    case 'star':
      return fact.entries.length === 1 ? listing(entry, USUAL[list], context) : undefined
    case 'spelling': {
      const text = sentSpelling(entry.name)
      return text === undefined ? undefined : { messageId: 'spell', data: { text }, edits: replaceEntry(entry, text) }
    }
    default:
      return undefined
  }
}

function listing(entry: Entry, names: readonly string[] | undefined, context: FixContext): EntryRepair | undefined {
  if (!names) return undefined
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop() ?? ''
  const sentence = quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last
  return { messageId: 'list', data: { names: sentence }, edits: replaceList(entry, names, context) }
}

/** Takes a name out of a list that keeps others and serves nothing else. */
export function entryRemoval(faulty: FaultyEntry, context: FixContext): Edits | undefined {
  return faulty.isRemovable && !isShared(faulty, context) ? takeOut(faulty.entry, context) : undefined
}

/** Whether the list that a name stands in may serve something else, too. */
export function isShared({ entry, fact }: FaultyEntry, context: FixContext): boolean {
  return isSharedWith(entry.node, fact.node, context)
}

/** Replaces a name in a list; `undefined` where it does not stand in the code by itself. */
function replaceEntry({ node, range: [start, end] }: Entry, text: string): Edits | undefined {
  return isInText({ node, range: [start, end] }) ? [{ start, end, text }] : undefined
}

/** Takes a name out of a list that has others; `undefined` where that cannot be done cleanly. */
function takeOut(entry: Entry, context: FixContext): Edits | undefined {
  if (!isInText(entry)) return undefined
  const { text } = context.sourceCode
  const [from, to] = [entry.node.range[0] + 1, entry.node.range[1] - 1]
  const [start, end] = entry.range
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  if (before.includes(','))
    return [{ start: from + before.lastIndexOf(','), end: end + spaceBeforeComma(after), text: '' }]
  if (after.includes(',')) return [{ start, end: end + (/^\s*,\s*/.exec(after)?.[0].length ?? 0), text: '' }]
  return removeEntry(entry.node, context)
}

function spaceBeforeComma(after: string): number {
  return /^\s*(?=,)/.exec(after)?.[0].length ?? 0
}

/** Whether a name stands in a text of the code, and not in what an expression computes. */
function isInText({ node, range }: Pick<Entry, 'node' | 'range'>): boolean {
  return range[0] > node.range[0] && range[1] < node.range[1]
}

/** Replaces a whole comma list, or an element of an array, by these names; `undefined` where it is no text. */
function replaceList({ node }: Entry, names: readonly string[], { sourceCode }: FixContext): Edits | undefined {
  if (node.type !== 'Literal' && node.type !== 'TemplateLiteral') return undefined
  if (wrapped(node).parent?.type === 'ArrayExpression')
    return [replace(node, names.map((name) => styleOf(sourceCode).string(name)).join(', '))]
  return [{ start: node.range[0] + 1, end: node.range[1] - 1, text: names.join(', ') }]
}

/**
 * Whether a constant may serve something else than the place that uses it: then it must stay as it is.
 *
 * @param node the constant, or a part of it.
 * @param use the option or the write.
 */
function isSharedWith(node: Node, use: Node, { sourceCode }: FixContext): boolean {
  if (isInside(node, use)) return false
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (isFunction(current) && (use.range[0] < current.range[0] || use.range[1] > current.range[1])) return true
    if (current.type === 'PropertyDefinition' || current.type === 'TSEnumMember') return true
    if (current.type === 'VariableDeclarator') {
      if (current.parent.parent.type === 'ExportNamedDeclaration') return true
      const variables = sourceCode.scopeManager.getDeclaredVariables(current as unknown as Rule.Node)
      return variables.flatMap(({ references }) => references.filter((one) => one.isRead())).length > 1
    }
  }
  return false
}
