import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import json from '@eslint/json'
import markdown from '@eslint/markdown'
import * as parser from '@typescript-eslint/parser'
import { ESLint, Linter, type Rule } from 'eslint'
import { defineConfig } from 'eslint/config'
import { describe, expect, test } from 'vitest'

import plugin from '../src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const rules: [name: string, rule: Rule.RuleModule][] = Object.entries(plugin.rules)
const ruleNames = rules.map(([name]) => name)

const ANYONE = "import cors from 'cors'\nimport express from 'express'\nexpress().use(cors())\n"

function eslintWith(...config: Parameters<typeof defineConfig>): ESLint {
  return new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: defineConfig(...config) })
}

/** The rules that spoke, and the messages of ESLint itself, such as syntax errors. */
async function spoken(eslint: ESLint, code: string, filePath: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

/** The names of the files of a folder, without extension, in the order of code units. */
function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .map((file) => basename(basename(file, '.ts'), '.md'))
    .filter((name) => name !== 'index')
    .sort()
}

describe('the plugin object', () => {
  test('says who it is', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string }
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'cors' })
  })

  test('has the rules of the folder, in alphabetical order', () => {
    expect(ruleNames).toEqual(namesIn('rules'))
  })

  test('has a page for each rule, and no other', () => {
    expect(namesIn('docs/rules')).toEqual(ruleNames)
  })

  test('has a test for each rule', () => {
    expect(readdirSync(join(root, 'tests/rules'))).toEqual(
      expect.arrayContaining(ruleNames.map((name) => `${name}.test.ts`)),
    )
  })
})

describe.each(rules)('%s', (name, rule) => {
  const meta = rule.meta ?? {}
  const messages = Object.values(meta.messages ?? {})

  test('describes itself', () => {
    expect(meta.type).toMatch(/^(problem|suggestion)$/)
    expect(meta.languages).toEqual(['js/js'])
    expect(meta.docs?.description).toMatch(/^[a-z].*[^.]$/)
    expect(meta.docs?.url).toMatch(new RegExp(`^https://.*/docs/rules/${name}\\.md$`))
  })

  test('reports in sentences', () => {
    const reports = messages.filter((message) => message.endsWith('.'))
    expect(reports).not.toEqual([])
    for (const report of reports) expect(report).toMatch(/^[^a-z]/)
  })

  test('suggests in imperatives, which editors show in a menu', () => {
    // A sentence may be data: `{{instead}}`.
    for (const suggestion of messages.filter((message) => !/\.$|\. \{\{instead\}\}$/.test(message))) {
      expect(meta.hasSuggestions, suggestion).toBe(true)
      expect(suggestion).toMatch(
        /^(Add|Allow|Answer|Check|Compare|Drop|Keep|Let|List|Make|Move|Name|Refuse|Remove|Replace|Send|Set|Use|Write) /,
      )
      expect(suggestion).not.toMatch(/[.!?:;,]$|\. /)
    }
  })

  test('describes each option', () => {
    expect(meta.schema).toBeInstanceOf(Array)
    expect(undescribed(meta.schema)).toEqual([])
  })

  test.each(['module', 'commonjs', 'script'] as const)('has nothing to say about an empty %s', (sourceType) => {
    expect(lint('', { languageOptions: { sourceType } })).toEqual([])
  })

  test('has nothing to say about an empty TypeScript file', () => {
    expect(lint('', { languageOptions: { parser } })).toEqual([])
  })

  function lint(code: string, config: Linter.Config): Linter.LintMessage[] {
    return new Linter().verify(code, [{ ...config, plugins: { cors: plugin }, rules: { [`cors/${name}`]: 'error' } }])
  }
})

/** The paths of the properties in a JSON schema that have no description. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`
    if (key !== 'properties' || typeof value !== 'object' || value === null) return undescribed(value, here)
    return Object.entries(value).flatMap(([name, property]: [string, { description?: unknown }]) => [
      ...(typeof property.description === 'string' ? [] : [`${here}/${name}`]),
      ...undescribed(property, `${here}/${name}`),
    ])
  })
}

describe('the presets', () => {
  const severities = { off: 0, warn: 1, error: 2 }

  test('recommended has the severity that each rule recommends', async () => {
    const config = await rulesOf(plugin.configs.recommended)
    const recommended = rules.flatMap(([name, { meta }]) => {
      const severity = severities[meta?.docs?.recommended as keyof typeof severities]
      return severity === 0 ? [] : [[`cors/${name}`, severity]]
    })
    expect(config).toEqual(Object.fromEntries(recommended))
  })

  test('strict has every rule as an error', async () => {
    expect(await rulesOf(plugin.configs.strict)).toEqual(
      Object.fromEntries(ruleNames.map((name) => [`cors/${name}`, severities.error])),
    )
  })

  test.each(['recommended', 'strict'] as const)('%s has a name and the plugin', (name) => {
    expect(plugin.configs[name].name).toBe(`cors/${name}`)
    expect(plugin.configs[name].plugins.cors).toBe(plugin)
  })

  async function rulesOf(preset: Linter.Config): Promise<Record<string, number>> {
    const config = (await eslintWith(preset).calculateConfigForFile('server.js')) as {
      rules: Record<string, [severity: number]>
    }
    return Object.fromEntries(Object.entries(config.rules).map(([name, [severity]]) => [name, severity]))
  }
})

describe('configuration', () => {
  test('by the preset object', async () => {
    expect(await spoken(eslintWith(plugin.configs.recommended), ANYONE, 'server.js')).toEqual([
      'cors/no-wildcard-origin',
    ])
  })

  test('by the name of the preset', async () => {
    const eslint = eslintWith({ plugins: { cors: plugin }, extends: ['cors/recommended'] })
    expect(await spoken(eslint, ANYONE, 'server.js')).toEqual(['cors/no-wildcard-origin'])
  })

  test('under another name', async () => {
    const eslint = eslintWith({ plugins: { origins: plugin }, extends: ['origins/strict'] })
    expect(await spoken(eslint, ANYONE, 'server.js')).toEqual(['origins/no-wildcard-origin'])
  })

  test('one rule alone', async () => {
    const eslint = eslintWith({ plugins: { cors: plugin }, rules: { 'cors/no-wildcard-origin': 'warn' } })
    expect(await spoken(eslint, ANYONE, 'server.js')).toEqual(['cors/no-wildcard-origin'])
  })

  test('bad settings are one clear error', async () => {
    const eslint = eslintWith({
      plugins: { cors: plugin },
      extends: ['cors/recommended'],
      settings: { cors: { allowedOrigins: ['*'] } },
    })
    await expect(eslint.lintText(ANYONE, { filePath: 'server.js' })).rejects.toThrow(
      /settings\.cors\.allowedOrigins\[0\] is "\*"/,
    )
  })
})

describe.each(['recommended', 'strict'])('cors/%s in a project of several languages', (preset) => {
  const eslint = eslintWith(
    { plugins: { cors: plugin }, extends: [`cors/${preset}`] },
    { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
    { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/commonmark' },
    { files: ['docs/**/*.md'], plugins: { markdown }, processor: 'markdown/markdown' },
  )

  test('leaves JSON alone', async () => {
    expect(await spoken(eslint, '{ "origin": "*" }', 'cors.json')).toEqual([])
  })

  test('leaves Markdown alone', async () => {
    expect(await spoken(eslint, `# Access-Control-Allow-Origin: *\n`, 'README.md')).toEqual([])
  })

  test('reads code inside Markdown', async () => {
    expect(await spoken(eslint, `\`\`\`js\n${ANYONE}\`\`\`\n`, 'docs/cors.md')).toEqual(['cors/no-wildcard-origin'])
  })

  test('does not opt TypeScript files in', async () => {
    expect(await eslint.calculateConfigForFile('server.ts')).toBeUndefined()
  })
})

test('its own sources do not crash it', async () => {
  const eslint = eslintWith({
    files: ['**/*.{js,ts}'],
    ignores: ['docs/**'],
    plugins: { cors: plugin },
    extends: ['cors/strict'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  })
  const results = await eslint.lintFiles(['src', 'rules', 'tests'])
  const failures = results.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal))
  expect(results.length).toBeGreaterThan(10)
  expect(failures).toEqual([])
}, 60_000)

test('require() from CommonJS yields the plugin', () => {
  const project = mkdtempSync(join(tmpdir(), 'commonjs-'))
  try {
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(root, join(project, 'node_modules/eslint-plugin-cors'), 'junction')
    writeFileSync(
      join(project, 'main.cjs'),
      `const plugin = require('eslint-plugin-cors')
      process.stdout.write(JSON.stringify([plugin.meta.name, Object.keys(plugin.rules), Object.keys(plugin.configs)]))`,
    )
    const output = execFileSync(process.execPath, ['main.cjs'], { cwd: project, encoding: 'utf8', stdio: 'pipe' })
    expect(JSON.parse(output)).toEqual([plugin.meta.name, ruleNames, ['recommended', 'strict']])
  } finally {
    rmSync(project, { recursive: true })
  }
})
