import type { Rule } from 'eslint'

import manifest from '#package.json' with { type: 'json' }

import plugin from '../index.ts'
import type { Inventory } from './inventory.ts'

const rules: Readonly<Record<string, Rule.RuleModule>> = plugin.rules

/** The findings as SARIF 2.1.0, as code scanning services take them. Paths are relative and percent-encoded. */
export function sarifOf({ policies, fileFindings, problems }: Inventory): object {
  const findings = [
    ...policies.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding }))),
    ...fileFindings,
  ]
  const names = Object.keys(rules).sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: manifest.name,
            version: manifest.version,
            informationUri: manifest.homepage,
            rules: names.map((name) => ({
              id: `cors/${name}`,
              shortDescription: { text: descriptionOf(name) },
              helpUri: rules[name]?.meta?.docs?.url,
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(({ file, line, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [locationOf(file, line > 0 ? { startLine: line } : undefined)],
            })),
          },
        ],
        results: findings.map(({ file, rule, severity, message, isSuppressed, line, column, endLine, endColumn }) => ({
          ruleId: `cors/${rule}`,
          ruleIndex: names.indexOf(rule),
          level: severity,
          message: { text: message },
          locations: [locationOf(file, { startLine: line, startColumn: column, endLine, endColumn })],
          ...(isSuppressed && { suppressions: [{ kind: 'inSource' }] }),
        })),
      },
    ],
  }
}

function descriptionOf(name: string): string {
  return rules[name]?.meta?.docs?.description ?? name
}

function locationOf(file: string, region?: object): object {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { physicalLocation: { artifactLocation: { uri }, ...(region && { region }) } }
}
