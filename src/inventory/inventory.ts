import type { ESLint, Linter } from 'eslint'

import type { FindingRecord, Place, PolicyRecord } from '../exchange/record.ts'
import { mergedRuns } from './merge.ts'

/** A policy in the inventory, with what the rules say about it. */
export interface InventoryPolicy extends PolicyRecord {
  readonly file: string
  readonly findings: readonly FindingRecord[]
}

/** What could not be read or parsed. */
export interface Problem {
  readonly file: string
  /** 0 where it is about the file as a whole. */
  readonly line: number
  readonly message: string
}

/** What the rules say about a file and none of its policies: a header that no browser reads, a WebSocket server. */
export interface FileFinding extends FindingRecord {
  readonly file: string
}

/** Everything that the command found. */
export interface Inventory {
  /** The version of this format. */
  readonly version: 1
  readonly files: number
  readonly policies: readonly InventoryPolicy[]
  readonly fileFindings: readonly FileFinding[]
  readonly problems: readonly Problem[]
}

const RECORDS = 'cors-inventory/policies'
const PREFIX = 'cors/'

/**
 * Reads the inventory out of what ESLint brings back. Each finding of the rules ends up somewhere: with the smallest
 * part of a policy that it lies in, or with the file.
 *
 * @param results one for each file.
 * @param nameOf how a path is shown.
 */
export function inventoryOf(results: readonly ESLint.LintResult[], nameOf: (path: string) => string): Inventory {
  const policies: InventoryPolicy[] = []
  const fileFindings: FileFinding[] = []
  const problems: Problem[] = []
  for (const { filePath, messages, suppressedMessages } of results) {
    const file = nameOf(filePath)
    const all = [...messages, ...suppressedMessages]
    const text = all.find(({ ruleId }) => ruleId === RECORDS)?.message
    const records = text === undefined ? [] : mergedRuns(JSON.parse(text) as PolicyRecord[])
    const attached = records.map((): FindingRecord[] => [])
    const findings = [
      ...messages.flatMap((message) => findingOf(message, false)),
      ...suppressedMessages.flatMap((message) => findingOf(message, true)),
    ]
    for (const finding of findings) {
      const index = ownerOf(finding, records)
      if (index === undefined) fileFindings.push({ file, ...finding })
      else attached[index]?.push(finding)
    }
    records.forEach((record, index) => policies.push({ file, ...record, findings: attached[index] ?? [] }))
    for (const { fatal, line, message } of messages) if (fatal) problems.push({ file, line, message: oneLine(message) })
  }
  return { version: 1, files: results.length, policies, fileFindings, problems }
}

/** A message of several lines as one. */
export function oneLine(message: string): string {
  return message.replaceAll(/\s+/g, ' ').trim()
}

function findingOf(message: Linter.LintMessage, isSuppressed: boolean): FindingRecord[] {
  const { ruleId, severity, line, column, endLine = line, endColumn = column } = message
  if (!ruleId?.startsWith(PREFIX)) return []
  return [
    {
      rule: ruleId.slice(PREFIX.length),
      severity: severity === 2 ? 'error' : 'warning',
      message: message.message,
      isSuppressed,
      line,
      column,
      endLine,
      endColumn,
    },
  ]
}

/** The policy with the smallest place around a finding; of equals the first. */
function ownerOf(finding: Place, records: readonly PolicyRecord[]): number | undefined {
  let owner: number | undefined
  let smallest: Place | undefined
  records.forEach(({ places }, index) => {
    for (const place of places) {
      if (!contains(place, finding) || (smallest && !isSmaller(place, smallest))) continue
      smallest = place
      owner = index
    }
  })
  return owner
}

function contains(outer: Place, inner: Place): boolean {
  return (
    !isBefore(inner.line, inner.column, outer.line, outer.column) &&
    !isBefore(outer.endLine, outer.endColumn, inner.endLine, inner.endColumn)
  )
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn)
}

/** Whether a place lies in another one and is not the same. */
function isSmaller(one: Place, other: Place): boolean {
  return contains(other, one) && !contains(one, other)
}
