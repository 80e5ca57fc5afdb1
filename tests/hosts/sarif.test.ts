import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import plugin from '../../src/index.ts'
import { eslint } from './harness/eslint.ts'
import { root } from './harness/packed.ts'
import { Project } from './harness/project.ts'

interface Sarif {
  readonly version: string
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string
            readonly helpUri: string
            readonly shortDescription: { readonly text: string }
          }[]
        }
      }
      readonly results: readonly {
        readonly level: string
        readonly ruleId: string
        readonly message: { readonly text: string }
        readonly locations: readonly [
          {
            readonly physicalLocation: { readonly region: { readonly startLine: number; readonly startColumn: number } }
          },
        ]
      }[]
    },
  ]
}

const CONFIG = "import cors from 'eslint-plugin-cors'\nexport default [cors.configs.recommended]\n"
const SERVER =
  "import cors from 'cors'\n\nexport const open = cors({ origin: true, credentials: true })\nexport const any = cors()\n"

describe.each(['eslint-9.15', 'eslint-9', 'eslint-10'])('SARIF from %s', (host) => {
  const project = new Project(host, { 'eslint.config.js': CONFIG, 'server.js': SERVER })

  afterAll(() => {
    project.remove()
  })

  test('has the findings, with rules that are described and have a page', async () => {
    const args = ['.', '--format', '@microsoft/eslint-formatter-sarif', '--output-file', 'eslint.sarif']
    const { status, stderr } = await eslint(project, args)
    expect(status, stderr).toBe(1)

    const {
      version,
      runs: [run],
    } = JSON.parse(project.read('eslint.sarif')) as Sarif
    expect(version).toBe('2.1.0')
    expect(
      run.results.map(({ level, ruleId, locations: [{ physicalLocation }] }) => [
        level,
        ruleId,
        physicalLocation.region.startLine,
        physicalLocation.region.startColumn,
      ]),
    ).toEqual([
      ['error', 'cors/no-reflected-origin', 3, 36],
      ['warning', 'cors/no-wildcard-origin', 4, 20],
    ])
    expect(run.results[0]?.message.text).toMatch(/^`cors` echoes every origin here: .*\.$/)
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['cors/no-reflected-origin', 'cors/no-wildcard-origin'])
    for (const { id, helpUri, shortDescription } of run.tool.driver.rules) {
      const name = id.replace('cors/', '')
      expect(helpUri).toMatch(new RegExp(`^https://.*/docs/rules/${name}\\.md$`))
      expect(existsSync(join(root, `docs/rules/${name}.md`))).toBe(true)
      expect(shortDescription.text).toMatch(/^(?:disallow|require) \w+/)
    }
  }, 120_000)
})

test('each rule has a description that says by itself what is disallowed or required', () => {
  for (const [name, { meta }] of Object.entries(plugin.rules)) {
    const description = meta?.docs?.description ?? ''
    expect(description, name).toMatch(/^(?:disallow|require) .{20,90}[^.]$/)
    // Without its name, the sentence still says what it is about.
    expect(description, name).toMatch(/CORS|origin|header|domain|website|preflight|pages|response|WebSocket/i)
  }
})

test('docs/ci.md shows the command that is tested', () => {
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8')
  expect(page).toContain('npx eslint . --format @microsoft/eslint-formatter-sarif --output-file eslint.sarif')
})
