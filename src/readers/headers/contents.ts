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
export function isTrue(value: Value): boolean | undefined {
  if (value.kind === 'literal') return value.value === true || value.value === 'true'
  return undefined
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

/** Seconds, as they are written. */
export function ageText(value: Value): number | string | undefined {
  return value.kind === 'literal' && (typeof value.value === 'number' || typeof value.value === 'string')
    ? value.value
    : undefined
}
