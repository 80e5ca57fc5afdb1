/** What browsers assume, in seconds, where the header is missing or cannot be read (Fetch, "CORS-preflight fetch"). */
export const DEFAULT_MAX_AGE = 5

/** What Firefox cuts longer times to, in seconds; no browser keeps the answer to a preflight longer. */
export const LONGEST_MAX_AGE = 86_400

/** What Chromium cuts longer times to, in seconds. */
export const CHROMIUM_MAX_AGE = 7200

const MINUTES = 300_000
const HOUR = 3_600_000

/** Reads `delta-seconds` (RFC 9111, section 1.2.2): digits only. `undefined` where a browser finds no number. */
export function parseMaxAge(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/**
 * Whether a time was probably meant as milliseconds. It is longer than browsers keep anything, and either a whole
 * number of hours as milliseconds (as seconds, a multiple of a thousand hours), or a multiple of five minutes as
 * milliseconds but no whole number of days as seconds. A day, a week, 20 or 30 days and a year in seconds are neither.
 */
export function isProbablyMilliseconds(seconds: number): boolean {
  const isHours = seconds % HOUR === 0
  const isMinutes = seconds % MINUTES === 0 && seconds % LONGEST_MAX_AGE !== 0
  return seconds > LONGEST_MAX_AGE && (isHours || isMinutes)
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** What a time with a unit (`30s`, `10m`, `1h`, `1d`) is in seconds; `undefined` for any other text. */
export function secondsOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,6}) ?([smhd])$/i.exec(text) ?? []
  const seconds = UNITS[unit.toLowerCase()]
  return digits !== undefined && seconds !== undefined ? Number(digits) * seconds : undefined
}
