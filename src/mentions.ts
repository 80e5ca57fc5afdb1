import { WORDS_OF_HEADERS } from './protocol/names.ts'
import { readers } from './readers/index.ts'
import type { Source } from './values/evaluate.ts'

/** What a file can be about, as its text tells. */
export interface Mentions {
  /** CORS: every library and every header name contains one of the words. */
  readonly cors: boolean
  /** WebSocket servers: their package, or the name of their class. */
  readonly sockets: boolean
}

const SOCKETS = 'websocket|["\'`]ws["\'`]'

const WORDS = new RegExp(`(${['cors', WORDS_OF_HEADERS, ...silentNames()].join('|')})|(${SOCKETS})`, 'gi')

function silentNames(): readonly string[] {
  const names = readers.flatMap(({ definition }) => definition?.silentNames ?? [])
  return [...new Set(names)].map((name) => name.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`))
}

/** One scan per file, however many rules ask. */
const known = new WeakMap<object, Mentions>()

/**
 * What a file mentions; without the words there is nothing to analyze.
 *
 * @param filename a file that is called after CORS is about it.
 */
export function mentionsIn({ ast, text }: Source, filename = ''): Mentions {
  let mentions = known.get(ast)
  if (!mentions) known.set(ast, (mentions = scan(text, filename)))
  return mentions
}

function scan(text: string, filename: string): Mentions {
  let [cors, sockets] = [/cors[^\\/]*$/i.test(filename), false]
  for (const [, ofCors] of text.matchAll(WORDS)) {
    if (ofCors === undefined) sockets = true
    else cors = true
    if (cors && sockets) break
  }
  return { cors, sockets }
}
