import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { packedPlugin, root } from './harness/packed.ts'
import { runCommand } from './harness/run.ts'

/** The steps of README.md from an empty folder to the first fix: commands, files, and what is seen. */
const steps = stepsOf(readFileSync(join(root, 'README.md'), 'utf8'))
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'new-user-')))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('README.md leads from an empty folder to the first finding and the first fix', async () => {
  expect(steps.map(({ language }) => language)).toEqual(['sh', 'js', 'js', 'sh', 'text', 'js', 'sh', 'js'])
  const written = new Set<string>()
  let printed = ''
  for (const { language, code } of steps) {
    if (language === 'sh') printed = await runAll(code)
    else if (language === 'text') expect(linesOf(printed)).toEqual(linesOf(code))
    else {
      // Whoever copies a block has its first line as well, which names the file.
      const [, name = ''] = /^\/\/ (\S+)\n/.exec(code) ?? []
      // The configuration is given anew; the server that is shown again is what the fix made.
      if (written.has(name) && name === 'server.mjs') expect(readFileSync(join(folder, name), 'utf8')).toBe(code)
      else writeFileSync(join(folder, name), code)
      written.add(name)
    }
  }
  expect(printed).toBe('')
  expect([...written]).toEqual(['eslint.config.mjs', 'server.mjs'])
}, 300_000)

/** Runs the lines of a block; the published package stands for its name. The last line may find something. */
async function runAll(code: string): Promise<string> {
  const lines = code.trim().split('\n')
  let printed = ''
  for (const line of lines) {
    const { status, stdout, stderr } = await runCommand(
      line.replace(/^(npm install .*)eslint-plugin-cors$/, (_, start: string) => `${start}"${packedPlugin()}"`),
      folder,
    )
    expect(status, `${line}\n${stdout}${stderr}`).toBeLessThan(line.startsWith('npx eslint') ? 2 : 1)
    printed = stdout
  }
  return printed
}

/** The blocks of the section about the installation, up to what is said about CommonJS. */
function stepsOf(readme: string): { language: string; code: string }[] {
  const [, section = ''] = /^## Install\n(.*?)^In CommonJS:$/ms.exec(readme) ?? []
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({ language, code }))
}

/** The lines of a text, with paths as a reader of README.md sees them. The server starts below its name. */
function linesOf(text: string): string[] {
  return text
    .replaceAll(join(folder, '/'), '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
