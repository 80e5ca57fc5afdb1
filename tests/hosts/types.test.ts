import { afterAll, describe, expect, test } from 'vitest'

import { code } from '../servers/harness/code.ts'
import { Project } from './harness/project.ts'

/** What the root of the repository compiles with checks the hosts that have no compiler of their own. */
const HOSTS = [
  'typescript-5.6',
  'typescript-5.9',
  'typescript-6.0',
  'typescript-7.0',
  'eslint-9.15',
  'eslint-9',
  'eslint-10',
]

/** ESLint before 9.22 has no `eslint/config`. */
const hasDefineConfig = (host: string): boolean => host !== 'eslint-9.15'

/** `strict`, and the declarations of the package are checked as well. */
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
  },
  include: ['*.mts', '*.cts'],
})

const MODULE = code`
  import type { Linter } from 'eslint'
  import cors, { type AllowedOrigins, type CorsSettings } from 'eslint-plugin-cors'

  const list: AllowedOrigins = ['https://app.example.com']
  const settings: { cors: CorsSettings } = { cors: { allowedOrigins: list, developmentGuards: ['isPreview'] } }

  export const byObject: Linter.Config[] = [
    cors.configs.recommended,
    { ...cors.configs.strict, files: ['src/**'], settings: { ...settings } },
    { plugins: { cors }, rules: { 'cors/no-wildcard-origin': ['error', { publicPaths: ['/fonts'] }] } },
  ]

  export const version: string = cors.meta.version
  export const summary: string | undefined = cors.rules['valid-origin'].meta?.docs?.description
`

const DEFINED = code`
  import cors from 'eslint-plugin-cors'
  import { defineConfig } from 'eslint/config'

  export default defineConfig([
    { plugins: { cors }, extends: ['cors/recommended', cors.configs.strict] },
    { plugins: { origins: cors }, rules: { 'origins/valid-origin': 'error' } },
  ])
`

const COMMONJS = code`
  import cors = require('eslint-plugin-cors')
  import type { AllowedOrigins } from 'eslint-plugin-cors' with { 'resolution-mode': 'import' }

  const list: AllowedOrigins = { env: 'CORS_ALLOWED_ORIGINS' }

  export = [cors.configs.recommended, { settings: { cors: { allowedOrigins: list } } }]
`

/** TypeScript before 5.8 does not know that Node lets CommonJS require ES modules. */
const OLD_COMMONJS = code`
  import type { AllowedOrigins } from 'eslint-plugin-cors' with { 'resolution-mode': 'import' }

  const list: AllowedOrigins = { env: 'CORS_ALLOWED_ORIGINS' }

  export = import('eslint-plugin-cors').then(({ default: cors }) => [
    cors.configs.recommended,
    { settings: { cors: { allowedOrigins: list } } },
  ])
`

const WRONG = code`
  import cors, { type CorsSettings } from 'eslint-plugin-cors'

  export const misspelt: CorsSettings = { allowedOrigin: ['https://app.example.com'] }
  export const number: CorsSettings = { allowedOrigins: 1 }
  export const missing = cors.configs.all
  export const unknown = cors.rules['no-cors']
`

describe.each(HOSTS)(
  'the types in a project of %s',
  (host) => {
    const projects: Project[] = []

    afterAll(() => {
      for (const project of projects) project.remove()
    })

    function compile(files: Readonly<Record<string, string>>) {
      const project = new Project(host, { 'tsconfig.json': TSCONFIG, ...files })
      projects.push(project)
      return project.run('typescript', 'bin/tsc', ['--pretty', 'false'])
    }

    test('fit an import and CommonJS', async () => {
      const { status, stdout } = await compile({
        'module.mts': MODULE,
        'commonjs.cts': host === 'typescript-5.6' ? OLD_COMMONJS : COMMONJS,
        ...(hasDefineConfig(host) && { 'defined.mts': DEFINED }),
      })
      expect(stdout).toBe('')
      expect(status).toBe(0)
    })

    test('refuse what does not exist', async () => {
      const { stdout } = await compile({ 'wrong.mts': WRONG })
      const lines = [...stdout.matchAll(/^wrong\.mts\((\d+),/gm)].map(([, line]) => Number(line))
      expect(lines, stdout).toEqual([3, 4, 5, 6])
    })
  },
  120_000,
)
