import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Inventory } from '../../src/inventory/inventory.ts'

// Each command starts Node, ESLint and TypeScript.
vi.setConfig({ testTimeout: 60_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'dist/src/inventory/bin.js')
const OPEN = "import cors from 'cors'\nimport express from 'express'\nexpress().use('/api', cors({ maxAge: 5 }))\n"
const SOUND = OPEN.replace('maxAge: 5', "maxAge: 600, origin: ['https://app.example.com', 'https://b.example.com']")

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inventory-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

async function inventory(...args: string[]): Promise<Inventory> {
  return JSON.parse((await run('--format', 'json', ...args)).stdout) as Inventory
}

describe('eslint-plugin-cors', () => {
  test('lists sound policies too, in JavaScript and TypeScript, and leaves node_modules alone', async () => {
    write({ 'a.js': SOUND, 'b.ts': `const n: number = 1\n${OPEN}`, 'node_modules/x/c.js': OPEN })
    const { policies } = await inventory()
    expect(policies.map(({ file, findings }) => [file, findings.map(({ rule }) => rule)])).toEqual([
      ['a.js', []],
      ['b.ts', ['no-wildcard-origin']],
    ])
    expect(policies[0]?.mounts).toEqual([{ method: 'USE', path: '/api' }])
  })

  test.each([
    { code: SOUND, args: [], expected: 0 },
    { code: OPEN, args: [], expected: 1 },
    { code: OPEN, args: ['--fail-on', 'warning'], expected: 1 },
    { code: OPEN, args: ['--fail-on', 'never'], expected: 0 },
    { code: 'const = 1', args: [], expected: 2 },
  ])('ends with $expected for $args', async ({ code, args, expected }) => {
    write({ 'a.js': code })
    expect((await run(...args)).code).toBe(expected)
  })

  test('gives one line for what is wrong, and reports everything else', async () => {
    write({ 'a.js': OPEN, 'broken.js': 'const = 1' })
    const { code, stdout, stderr } = await run('a.js', 'missing.js', 'broken.js')
    expect(code).toBe(2)
    expect(stdout).toContain('cors/no-wildcard-origin')
    expect(stderr.trim().split('\n')).toEqual([
      'eslint-plugin-cors: missing.js: there is no such file or folder',
      expect.stringMatching(/^eslint-plugin-cors: broken\.js:1: Parsing error/),
    ])
  })

  test.each([
    [['--format', 'xml'], /--format is "xml"; accepted: table, json, html, sarif\.$/],
    [['--fail-on', 'x'], /--fail-on is "x"/],
    [['--wrong'], /'--wrong'/],
    [['--fix-with', 'app.example.com'], /--fix-with\[0\] is "app\.example\.com"/],
    [['--fix-with', 'env:1'], /--fix-with\.env is "1"/],
    [['--concurrency', '0'], /--concurrency is "0"/],
    [['nowhere'], /nowhere: there is no such file or folder$/],
  ])('refuses %j in one line', async (args, expected) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr.trim()).toMatch(expected)
  })

  test.each([
    ['https://app.example.com,https://b.example.com', "['https://app.example.com', 'https://b.example.com']"],
    ['./origins.js#allowedOrigins', 'origin: allowedOrigins'],
    ['env:ORIGINS', 'process.env.ORIGINS'],
  ])('rewrites with %s', async (list, expected) => {
    write({ 'a.js': OPEN })
    expect((await run('--fix-with', list)).code).toBe(0)
    expect(readFileSync(join(folder, 'a.js'), 'utf8')).toContain(expected)
  })

  test('honours comments that silence a finding, and lists it', async () => {
    write({ 'a.js': OPEN.replace('express().use', '/* eslint-disable */\nexpress().use') })
    const { policies } = await inventory()
    expect(policies[0]?.findings.map(({ isSuppressed }) => isSuppressed)).toEqual([true])
    expect((await run()).code).toBe(0)
  })

  test('says the same from several threads', async () => {
    write(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`s${index}.js`, index % 2 ? OPEN : SOUND])))
    const one = await inventory('--concurrency', 'off')
    expect(one.policies).toHaveLength(12)
    expect(await inventory('--concurrency', '2')).toEqual(one)
  })

  test('prints JSON by its schema', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'inventory.schema.json'), 'utf8')) as object
    const examples = await inventory(join(root, 'docs/examples'))
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema)
    validate(examples)
    expect(validate.errors).toBe(null)
    expect(validate({ ...examples, policies: [{}] })).toBe(false)
  })

  test('prints SARIF', async () => {
    write({ 'a b.js': OPEN })
    const { runs } = JSON.parse((await run('--format', 'sarif')).stdout) as {
      runs: { results: { ruleId: string; locations: unknown }[] }[]
    }
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['cors/no-wildcard-origin'])
    expect(JSON.stringify(runs[0]?.results[0]?.locations)).toContain('"uri":"a%20b.js"')
  })
})
