import { UNSEEN, type Reading } from '../../facts.ts'
import type { Choices, Value } from '../../values/value.ts'

/** Whether a `Vary` names `Origin`; `undefined` when that cannot be seen. */
export function coversOrigin(choices: Choices): boolean | undefined {
  let covers: boolean | undefined = false
  for (const { value } of choices) {
    const names = listText(value)
    if (!names) return undefined
    if (names.some((name) => name === '*' || name.toLowerCase() === 'origin')) covers = true
  }
  return covers
}

/** Whether `Access-Control-Allow-Credentials` is what browsers look for. */
export function readCredentials(value: Value): Reading<boolean> {
  const sent = sentText(value)
  if (sent !== undefined) return { value: sent === 'true', sent }
  return value.kind === 'literal' ? { value: false, sent: undefined } : UNSEEN
}

/** Seconds, as they are written. */
export function readMaxAge(value: Value): Reading<number | string> {
  const sent = sentText(value)
  if (value.kind !== 'literal' || sent === undefined) return UNSEEN
  return { value: typeof value.value === 'number' ? value.value : sent, sent }
}

/** The text of a header; `null` and `undefined` are refused by some interfaces and become text in others. */
function sentText(value: Value): string | undefined {
  if (value.kind !== 'literal' || value.value === null || value.value === undefined) return undefined
  return String(value.value).replaceAll(/^[ \t]+|[ \t]+$/g, '')
}

/** A comma list, or an array of names. */
export function listText(value: Value): readonly string[] | undefined {
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? value.value.split(',').map((name) => name.trim()) : []
  if (value.kind !== 'list' || value.open) return undefined
  const names = value.items.flatMap((item) => {
    const name = item.choices()[0]?.value
    return name?.kind === 'literal' ? [String(name.value)] : []
  })
  return names.length === value.items.length ? names : undefined
}

export function statusCode(value: Value): number | undefined {
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined
}
