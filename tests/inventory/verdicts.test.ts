import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'

import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

import plugin from '../../src/index.ts'
import { hostileInventory, inventoryOfExamples, inventoryOfText } from './inventories.ts'

const examples = fileURLToPath(new URL('../../docs/examples', import.meta.url))

describe('the inventory', () => {
  test('says what the rules say, and nothing else', async () => {
    const eslint = new ESLint({
      cwd: examples,
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*.{js,mjs,ts}'] },
        { files: ['**/*.ts'], languageOptions: { parser } },
        plugin.configs.strict,
      ],
    })
    const linted = (await eslint.lintFiles(['.'])).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, column }) => `${relative(examples, filePath)}:${line}:${column} ${ruleId}`),
    )
    const { policies, fileFindings } = await inventoryOfExamples()
    const listed = [
      ...policies.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, file }))),
      ...fileFindings,
    ].map(({ file, line, column, rule }) => `${file}:${line}:${column} cors/${rule}`)
    expect(linted.length).toBeGreaterThan(5)
    expect(listed.sort()).toEqual(linted.sort())
  })

  test('keeps findings about no policy with the file', () => {
    const code = "fetch('https://api.example.com', { headers: { 'Access-Control-Allow-Origin': '*' } })"
    const { policies, fileFindings } = inventoryOfText(code)
    expect(policies).toEqual([])
    expect(fileFindings.map(({ rule }) => rule)).toEqual(['no-cors-headers-in-request'])
  })

  test('keeps the witness of a check', () => {
    const [policy] = hostileInventory().policies
    expect(policy?.ways.map(({ kind, check }) => [kind, check?.witness])).toEqual([
      ['checked', 'https://app.example.com.evil.example'],
    ])
  })

  test('takes code that several routes run for one policy', () => {
    const { policies } = inventoryOfText(`import express from 'express'
      const app = express()
      function open(res) { res.set('Access-Control-Allow-Origin', '*') }
      app.get('/a', (req, res) => { open(res); res.json([]) })
      app.get('/b', (req, res) => { open(res); res.json([]) })`)
    expect(policies.map(({ mounts }) => mounts.map(({ path }) => path))).toEqual([['/a', '/b']])
  })
})
