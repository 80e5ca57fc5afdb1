import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { code } from '../servers/harness/code.ts'
import { eslint, findingsIn, lint } from './harness/eslint.ts'
import { Project } from './harness/project.ts'

/** The hosts, with what each has; a version that has no `defineConfig` takes the presets as objects. */
const HOSTS = [
  { host: 'eslint-9.15', version: '9.15.0', hasDefineConfig: false, hasSuppressions: false, hasConcurrency: false },
  { host: 'eslint-9', version: '9.39', hasDefineConfig: true, hasSuppressions: true, hasConcurrency: true },
  { host: 'eslint-10', version: '10.', hasDefineConfig: true, hasSuppressions: true, hasConcurrency: true },
]

const CONFIG = code`
  import cors from 'eslint-plugin-cors'

  export default [
    cors.configs.recommended,
    { settings: { cors: { allowedOrigins: ['https://app.example.com'] } } },
  ]
`

const OPEN = code`
  import cors from 'cors'
  import express from 'express'

  export const app = express().use(cors())
`

const NARROW = OPEN.replace('cors()', "cors({ origin: ['https://app.example.com'] })")

const OPEN_COMMONJS = code`
  const cors = require('cors')
  const express = require('express')

  module.exports = express().use(cors())
`

describe.each(HOSTS)(
  '$host',
  ({ host, version, hasDefineConfig, hasSuppressions, hasConcurrency }) => {
    const projects: Project[] = []
    let shared: Project

    beforeAll(() => {
      shared = projectWith({ 'eslint.config.js': CONFIG, 'server.js': OPEN, 'safe.js': NARROW })
    }, 120_000)

    afterAll(() => {
      for (const project of projects) project.remove()
    })

    function projectWith(files: Readonly<Record<string, string>>): Project {
      const project = new Project(host, files)
      projects.push(project)
      return project
    }

    /** What `eslint .` finds in a project of these files. */
    async function found(files: Readonly<Record<string, string>>, args: readonly string[] = ['.']): Promise<string[]> {
      const project = projectWith(files)
      return findingsIn(project, await lint(project, args))
    }

    test('is the version that it says', () => {
      const manifest = JSON.parse(readFileSync(`${shared.folderOf('eslint')}/package.json`, 'utf8')) as {
        version: string
      }
      expect(manifest.version.startsWith(version)).toBe(true)
    })

    describe('reads a configuration', () => {
      test('in ESM', async () => {
        expect(await found({ 'eslint.config.mjs': CONFIG, 'server.js': OPEN })).toEqual([
          'server.js:4 cors/no-wildcard-origin',
        ])
      })

      test('in CommonJS', async () => {
        const config = "const cors = require('eslint-plugin-cors')\nmodule.exports = [cors.configs.recommended]\n"
        expect(await found({ 'eslint.config.cjs': config, 'server.cjs': OPEN_COMMONJS })).toEqual([
          'server.cjs:4 cors/no-wildcard-origin',
        ])
      })

      test.each(['eslint.config.ts', 'eslint.config.mts', 'eslint.config.cts'])('in TypeScript: %s', async (name) => {
        const config = code`
        import type { Linter } from 'eslint'
        import cors from 'eslint-plugin-cors'

        const config: Linter.Config[] = [cors.configs.strict]

        export default config
      `
        // Before ESLint 9.18 it is behind a flag.
        const flags = hasDefineConfig ? [] : ['--flag', 'unstable_ts_config']
        const findings = await found({ [name]: config, 'server.js': OPEN }, [...flags, 'server.js'])
        expect(findings).toContain('server.js:4 cors/no-wildcard-origin')
      })

      test('under another name', async () => {
        const rules = "{ plugins: { origins: plugin }, rules: { 'origins/no-wildcard-origin': 'error' } }"
        const preset = "...defineConfig({ plugins: { origins: plugin }, extends: ['origins/recommended'] })"
        const config = code`
        import plugin from 'eslint-plugin-cors'
        DEFINE
        export default [ENTRY]
      `
          .replace('DEFINE', hasDefineConfig ? "import { defineConfig } from 'eslint/config'" : '')
          .replace('ENTRY', hasDefineConfig ? preset : rules)
        expect(await found({ 'eslint.config.js': config, 'server.js': OPEN })).toEqual([
          'server.js:4 origins/no-wildcard-origin',
        ])
      })

      test.runIf(hasDefineConfig)('that extends a preset by its name', async () => {
        const config = code`
        import cors from 'eslint-plugin-cors'
        import { defineConfig } from 'eslint/config'

        export default defineConfig([{ plugins: { cors }, extends: ['cors/recommended'] }])
      `
        expect(await found({ 'eslint.config.js': config, 'server.js': OPEN })).toEqual([
          'server.js:4 cors/no-wildcard-origin',
        ])
      })

      test.runIf(hasDefineConfig)('and shows the presets by name to the config inspector', async () => {
        const project = projectWith({
          'print-names.js': code`
          import cors from 'eslint-plugin-cors'
          import { defineConfig } from 'eslint/config'

          const config = defineConfig([
            { name: 'servers', files: ['**/*.js'], plugins: { cors }, extends: ['cors/recommended', 'cors/strict'] },
          ])
          console.log(JSON.stringify(config.map(({ name }) => name)))
        `,
        })
        const { stdout } = await project.run('eslint-plugin-cors', '../../print-names.js')
        expect(JSON.parse(stdout)).toEqual(['servers > cors/recommended', 'servers > cors/strict', 'servers'])
      })

      test('that gives wrong settings, and says so in one sentence', async () => {
        const config = CONFIG.replace('https://app.example.com', 'app.example.com')
        const outcome = await eslint(projectWith({ 'eslint.config.js': config, 'server.js': OPEN }), ['.'])
        expect(outcome.status).toBe(2)
        expect(outcome.stderr).toContain('settings.cors.allowedOrigins[0] is "app.example.com"')
      })
    })

    describe('lints', () => {
      test('JavaScript of each kind without another parser', async () => {
        const findings = await found({
          'eslint.config.js': CONFIG,
          'module.js': OPEN,
          'module.mjs': OPEN,
          'commonjs.cjs': OPEN_COMMONJS,
        })
        expect(findings).toEqual([
          'commonjs.cjs:4 cors/no-wildcard-origin',
          'module.js:4 cors/no-wildcard-origin',
          'module.mjs:4 cors/no-wildcard-origin',
        ])
      })

      test('JSX', async () => {
        const config = code`
        import cors from 'eslint-plugin-cors'

        const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } }
        export default [{ files: ['**/*.jsx'], languageOptions }, cors.configs.recommended]
      `
        const page = code`
        export function loader() {
          return new Response('[]', { headers: { 'Access-Control-Allow-Origin': '*' } })
        }

        export default () => <main title="Orders">{[]}</main>
      `
        expect(await found({ 'eslint.config.js': config, 'orders.jsx': page })).toEqual([
          'orders.jsx:2 cors/no-wildcard-origin',
        ])
      })

      test('TypeScript and TSX', async () => {
        const config = code`
        import * as parser from '@typescript-eslint/parser'
        import cors from 'eslint-plugin-cors'

        export default [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser } }, cors.configs.recommended]
      `
        const typed =
          "import cors, { type CorsOptions } from 'cors'\nexport const options: CorsOptions = { origin: '*' }\n"
        const files = {
          'eslint.config.js': config,
          'options.ts': typed,
          'options.tsx': `${typed}export const b = <br />\n`,
        }
        expect(await found(files)).toEqual([
          'options.ts:2 cors/no-wildcard-origin',
          'options.tsx:2 cors/no-wildcard-origin',
        ])
      })

      test.each([
        {
          extension: 'vue',
          parser: 'vue-eslint-parser',
          component: `<script setup>\n${OPEN.replace('export const app =', 'const app =')}</script>\n\n<template><p>{{ app }}</p></template>\n`,
        },
        {
          extension: 'svelte',
          parser: 'svelte-eslint-parser',
          component: `<script>\n${OPEN}</script>\n\n<p>Orders</p>\n`,
        },
        { extension: 'astro', parser: 'astro-eslint-parser', component: `---\n${OPEN}---\n\n<p>Orders</p>\n` },
      ])('script blocks of $extension files', async ({ extension, parser, component }) => {
        const config = code`
        import * as parser from 'PARSER'
        import cors from 'eslint-plugin-cors'

        const languageOptions = { parser, sourceType: 'module' }
        const settings = { cors: { allowedOrigins: ['https://app.example.com'] } }
        export default [{ files: ['**/*.EXTENSION'], languageOptions }, cors.configs.recommended, { settings }]
      `
          .replace('PARSER', parser)
          .replace('EXTENSION', extension)
        const name = `Orders.${extension}`
        const project = projectWith({ 'eslint.config.js': config, [name]: component })
        expect(findingsIn(project, await lint(project, ['.']))).toEqual([`${name}:5 cors/no-wildcard-origin`])
        expect(findingsIn(project, await lint(project, ['.', '--fix']))).toEqual([])
        expect(project.read(name)).toBe(component.replace('cors()', "cors({ origin: ['https://app.example.com'] })"))
      })

      test('projects of other languages without a word about these', async () => {
        const config = code`
        import css from '@eslint/css'
        import json from '@eslint/json'
        import markdown from '@eslint/markdown'
        import cors from 'eslint-plugin-cors'

        export default [
          { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
          { files: ['**/*.css'], plugins: { css }, language: 'css/css' },
          { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/commonmark' },
          cors.configs.strict,
        ]
      `
        const findings = await found({
          'eslint.config.js': config,
          'cors.json': '{ "origin": "*", "credentials": true }\n',
          'cors.css': '.cors { color: red }\n',
          'cors.md': '# Access-Control-Allow-Origin: *\n',
          'headers.js': "export const seen = new Response('', { headers: { 'Access-Control-Allow-Origin': '*' } })\n",
        })
        expect(findings).toEqual(['headers.js:1 cors/no-wildcard-origin'])
      })
    })

    describe('with its flags', () => {
      test('--cache gives the same findings again', async () => {
        const args = ['.', '--cache', '--cache-location', '.cache']
        const first = findingsIn(shared, await lint(shared, args))
        expect(shared.read('.cache')).toContain('cors/no-wildcard-origin')
        expect(first).toEqual(['server.js:4 cors/no-wildcard-origin'])
        expect(findingsIn(shared, await lint(shared, args))).toEqual(first)
      })

      test.runIf(hasConcurrency)('--concurrency gives the same findings', async () => {
        const alone = findingsIn(shared, await lint(shared, ['.']))
        expect(alone).toHaveLength(1)
        expect(findingsIn(shared, await lint(shared, ['.', '--concurrency', '2']))).toEqual(alone)
      })

      test('--stats says what each rule took', async () => {
        const [, , server] = await lint(shared, ['.', '--stats'])
        const [pass] = server?.stats?.times.passes ?? []
        expect(Object.keys(pass?.rules ?? {})).toContain('cors/no-wildcard-origin')
      })

      test('--fix writes the list', async () => {
        const project = projectWith({ 'eslint.config.js': CONFIG, 'server.js': OPEN })
        expect(findingsIn(project, await lint(project, ['.', '--fix']))).toEqual([])
        expect(project.read('server.js')).toBe(NARROW)
      })

      test('--fix-type takes the fixes for problems, and no others where it asks for others', async () => {
        const project = projectWith({ 'eslint.config.js': CONFIG, 'server.js': OPEN })
        await lint(project, ['.', '--fix', '--fix-type', 'suggestion,layout'])
        expect(project.read('server.js')).toBe(OPEN)
        await lint(project, ['.', '--fix', '--fix-type', 'problem'])
        expect(project.read('server.js')).toBe(NARROW)
      })

      test.runIf(hasSuppressions)('--suppress-all puts findings aside, and new ones are reported', async () => {
        const config = CONFIG.replace('recommended', 'strict')
        const project = projectWith({ 'eslint.config.js': config, 'server.js': OPEN })
        await eslint(project, ['.', '--suppress-all'])
        expect(Object.keys(JSON.parse(project.read('eslint-suppressions.json')) as object)).toEqual(['server.js'])
        expect((await eslint(project, ['.'])).status).toBe(0)

        project.write({ 'other.js': OPEN })
        expect(findingsIn(project, await lint(project, ['.']))).toContain('other.js:4 cors/no-wildcard-origin')

        project.write({ 'server.js': NARROW, 'other.js': '' })
        expect((await eslint(project, ['.', '--prune-suppressions'])).status).toBeLessThan(2)
        expect(project.read('eslint-suppressions.json')).not.toContain('no-wildcard-origin')
      })
    })
  },
  120_000,
)
