import type { TSESTree } from '@typescript-eslint/utils'
import type { StatedAge } from '../defects/age.ts'
import { nameOfOption, type Policy } from '../policy.ts'
import { secondsOf } from '../protocol/age.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edits, type FixContext } from './edit.ts'
import { insertBefore, isPlainStatement } from './placement.ts'
import { styleOf, type Style } from './style.ts'
import { quoted, replaceValue } from './expressions.ts'

/** Writes the time that was probably meant, in seconds; `undefined` where that cannot be told. */
export function meantAge({ text, seconds, defect }: StatedAge): string | undefined {
  if (defect === 'negative') return '0'
  const meant = defect === 'milliseconds' && seconds !== undefined ? seconds / 1000 : secondsOf(text)
  return meant === undefined ? undefined : String(meant)
}

/** Replaces a time by another, as a number or as a text. */
export function replaceAge({ fact }: StatedAge, seconds: string, context: FixContext): Edits {
  const isText = typeof fact.written === 'string'
  return replaceValue(fact.source, isText ? quoted(seconds, context) : seconds, context)
}

const HEADER = 'Access-Control-Max-Age'

/**
 * Says how long browsers may keep the answer to a preflight.
 *
 * @param place the options, or the write of another header of the answer.
 * @param seconds as text.
 * @returns `undefined` where it cannot be added cleanly.
 */
export function addMaxAge(policy: Policy, place: Node, seconds: string, context: FixContext): Edits | undefined {
  const style = styleOf(context.sourceCode)
  if (policy.form.type === 'options') {
    return place.type === 'ObjectExpression'
      ? addProperty(place, `${nameOfOption(policy.library, 'maxAge')}: ${seconds}`, style)
      : undefined
  }
  const write = policy.form.writes.find(({ node }) => node === place)
  const text = style.string(seconds)
  if (write?.shape === 'property' && place.type === 'Property') {
    const separator = style.startsLine(place) ? `,${style.newline}${style.indentOf(place)}` : ', '
    const name = isLowerCase(write.written) ? HEADER.toLowerCase() : HEADER
    return [insertAt(place.range[0], `${style.string(name)}: ${text}${separator}`)]
  }
  if (write?.shape !== 'call' || place.type !== 'CallExpression' || place.arguments.length !== 2) return undefined
  const statement = place.parent
  if (!isPlainStatement(place) || statement.type !== 'ExpressionStatement') return undefined
  if (statement.parent.type !== 'BlockStatement' && statement.parent.type !== 'Program') return undefined
  const name = isLowerCase(write.written) ? HEADER.toLowerCase() : HEADER
  const line = `${style.of(place.callee)}(${style.string(name)}, ${text})${style.semicolon}`
  return insertBefore(statement, [line], style)
}

function isLowerCase(text: string): boolean {
  return text === text.toLowerCase()
}

function addProperty(object: TSESTree.ObjectExpression, property: string, style: Style): Edits {
  const last = object.properties.at(-1)
  if (!last) return [replace(object, `{ ${property} }`)]
  const separator = style.startsLine(last) ? `,${style.newline}${style.indentOf(last)}` : ', '
  return [insertAt(last.range[1], `${separator}${property}`)]
}
