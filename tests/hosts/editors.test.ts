import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { LanguageServer } from './harness/language-server.ts'
import { Project } from './harness/project.ts'

/** What a server of ESLint asks an editor for. */
const ESLINT_SETTINGS = {
  validate: 'on',
  run: 'onType',
  nodePath: null,
  workingDirectory: { mode: 'location' },
  useFlatConfig: true,
  experimental: {},
  options: {},
  rulesCustomizations: [],
  quiet: false,
  problems: { shortenToSingleLine: false },
  codeAction: { disableRuleComment: { enable: false }, showDocumentation: { enable: false } },
  codeActionOnSave: { enable: false, mode: 'all' },
  format: false,
  onIgnoredFiles: 'off',
}

const FILES = {
  'eslint.config.js': "import cors from 'eslint-plugin-cors'\nexport default [cors.configs.recommended]\n",
  '.oxlintrc.json': JSON.stringify({
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: ['eslint-plugin-cors'],
    rules: { 'cors/no-reflected-origin': 'error' },
  }),
}

const SAFE =
  "import cors from 'cors'\n\nexport const handle = cors({ origin: 'https://app.example.com', credentials: true })\n"
const OPEN = SAFE.replace("'https://app.example.com'", 'true')
const REPAIRED = SAFE.replace(
  "'https://app.example.com'",
  "process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []",
)
const TITLE = 'Allow only the origins listed in CORS_ALLOWED_ORIGINS'
const MESSAGE =
  '`cors` echoes every origin here: any website can read the response with the cookies of its visitors. List the origins that may.'

const SERVERS = [
  {
    name: 'the language server of ESLint for VS Code',
    package: 'vscode-langservers-extracted',
    script: 'bin/vscode-eslint-language-server',
    args: ['--stdio'],
    settings: ESLINT_SETTINGS,
    link: expect.stringMatching(/^https:\/\/.*\/docs\/rules\/no-reflected-origin\.md$/) as string,
    titles: [`${TITLE} (cors/no-reflected-origin)`],
  },
  {
    name: 'the language server of oxlint',
    package: 'oxlint',
    script: 'bin/oxlint',
    args: ['--lsp'],
    settings: null,
    // It shows no links for the rules of JS plugins.
    link: undefined,
    titles: [
      TITLE,
      'Disable cors/no-reflected-origin for this line',
      'Disable cors/no-reflected-origin for this whole file',
    ],
  },
]

describe.each(SERVERS)('$package: $name', ({ package: name, script, args, settings, link, titles }) => {
  let project: Project
  let server: LanguageServer

  beforeAll(async () => {
    project = new Project('editors', FILES, ['eslint', 'oxlint', '@eslint-community/regexpp', 're2js', 'tldts'])
    const path = `${project.folderOf(name)}/${script}`
    server = new LanguageServer(path, args, project.folder, settings)
    await server.start()
  }, 120_000)

  afterAll(async () => {
    await server.stop()
    project.remove()
  })

  test('marks a mistake when it is typed, links to its page and offers the repair', async () => {
    expect(await server.open('server.js', SAFE)).toEqual([])

    const [found, ...others] = await server.change(OPEN)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      message: expect.stringContaining(MESSAGE) as string,
      range: { start: { line: 2, character: 37 }, end: { line: 2, character: 41 } },
      severity: 1,
    })
    expect(found?.codeDescription?.href).toEqual(link)

    const actions = await server.quickFixes(found!)
    expect(actions.map(({ title }) => title)).toEqual(titles)
    expect(await server.choose(actions[0]!)).toEqual([])
    expect(server.text).toBe(REPAIRED)
  }, 120_000)
})
