import type { Node } from '../values/value.ts'
import { insertAt, type Edits, type FixContext } from './edit.ts'
import { namedList } from './list.ts'

/** Has a WebSocket server compare the origin of each handshake with the user's list. */
export function verifyOrigin(options: Node, context: FixContext): Edits | undefined {
  if (options.type !== 'ObjectExpression') return undefined
  const last = options.properties.at(-1)
  const list = namedList(context)
  const text = `verifyClient: ({ origin }) => ${list.text}.includes(origin)`
  const added = last ? insertAt(last.range[1], `, ${text}`) : insertAt(options.range[0] + 1, ` ${text} `)
  return [...list.edits, added]
}
