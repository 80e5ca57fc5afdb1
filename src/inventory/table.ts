import type { FindingRecord } from '../exchange/record.ts'
import type { Inventory } from './inventory.ts'
import { count, credentialsIn, listIn, mountsIn, readersOf, settingIn } from './words.ts'

/** So many readers are named in a cell. */
const MAX_READERS = 3
/** Columns are no wider than this. */
const MAX_WIDTH = 60

const HEAD = ['Policy', 'Library', 'Path', 'Who may read', 'Credentials', 'Methods', 'Max-Age', 'Vary: Origin']

/** The inventory as plain columns, each policy followed by its findings. Control characters are shown, not sent. */
export function tableOf({ files, policies, fileFindings }: Inventory): string {
  const rows = policies.map((policy) => {
    const readers = readersOf(policy)
    const more = readers.length > MAX_READERS ? ` +${readers.length - MAX_READERS}` : ''
    return [
      `${policy.file}:${policy.place.line}`,
      policy.library.id === 'http' ? 'headers' : policy.library.id,
      mountsIn(policy),
      readers.slice(0, MAX_READERS).join(', ') + more,
      credentialsIn(policy),
      listIn(policy.methods),
      settingIn(policy.maxAge, String),
      policy.vary,
    ].map((text, index) => shortened(visible(text), index === 0 ? Infinity : MAX_WIDTH))
  })
  const widths = HEAD.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const print = (row: readonly string[]): string =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const lines = policies.flatMap(({ findings }, index) => [
    print(rows[index] ?? []),
    ...findings.map((finding) => `  ${sentence(finding)}`),
  ])
  const others = fileFindings.map((finding) => `${visible(finding.file)}:${sentence(finding)}`)
  const findings = [...policies.flatMap((policy) => policy.findings), ...fileFindings].filter(isHeard)
  const summary = `${count(policies.length, 'policy', 'policies')} in ${count(files, 'file')}, ${count(findings.length, 'finding')}`
  return [...(policies.length > 0 ? [print(HEAD), ...lines, ''] : []), ...others, summary, ''].join('\n')
}

function isHeard({ isSuppressed }: FindingRecord): boolean {
  return !isSuppressed
}

function sentence({ line, column, severity, message, rule, isSuppressed }: FindingRecord): string {
  return `${line}:${column} ${isSuppressed ? 'silenced' : severity} ${visible(message)} (cors/${rule})`
}

/** A name of a file or a text of the code may hold what a terminal would obey. */
export function visible(text: string): string {
  return text.replaceAll(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)
}

function shortened(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
