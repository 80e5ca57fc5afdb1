/** What browsers assume, in seconds, where the header is missing or cannot be read (Fetch, "CORS-preflight fetch"). */
export const DEFAULT_MAX_AGE = 5

/** What Firefox cuts longer times to, in seconds; no browser keeps the answer to a preflight longer. */
export const LONGEST_MAX_AGE = 86_400

/** What Chromium cuts longer times to, in seconds. */
export const CHROMIUM_MAX_AGE = 7200

/** Milliseconds. */
const FIVE_MINUTES = 300_000
/** Milliseconds. */
const HOUR = 3_600_000

/** Reads `delta-seconds` (RFC 9111, section 1.2.2): digits only. `undefined` where a browser finds no number. */
export function parseMaxAge(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/**
 * Whether a time was probably meant as milliseconds. It is longer than browsers keep anything and, as milliseconds, a
 * whole number of hours or, below an hour, a multiple of five minutes. As seconds such numbers are multiples of a
 * thousand hours, or 83 hours and more: no day, week, 20 or 30 days, or year is among them.
 */
export function isProbablyMilliseconds(seconds: number): boolean {
  const isDuration = seconds % HOUR === 0 || (seconds < HOUR && seconds % FIVE_MINUTES === 0)
  return seconds > LONGEST_MAX_AGE && isDuration
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** What a time with a unit (`30s`, `10m`, `1h`, `1d`) is in seconds; `undefined` for any other text. */
export function secondsOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,6}) ?([smhd])$/i.exec(text) ?? []
  const seconds = UNITS[unit.toLowerCase()]
  return digits !== undefined && seconds !== undefined ? Number(digits) * seconds : undefined
}
