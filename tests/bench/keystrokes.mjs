import * as typescriptParser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'

import cors from '../../dist/src/index.js'
import { corsServerOf } from './servers.mjs'

const TYPED = 'https://admin.example.com'

/** What an editor has after each keystroke: an origin is typed into the list of a server of about 500 lines. */
const texts = Array.from(TYPED, (_, index) => corsServerOf(54, TYPED.slice(0, index + 1)))

const linterWith = (rules) =>
  new ESLint({
    cwd: import.meta.dirname,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: typescriptParser }, plugins: { cors }, rules }],
  })

const strict = Object.fromEntries(Object.keys(cors.rules).map((name) => [`cors/${name}`, 'error']))

/**
 * Milliseconds that ESLint takes for each keystroke, as a language server calls it, by what is linted with. Runs take
 * turns; the first text warms up and is not counted.
 */
export async function keystrokes() {
  const linters = { 'no rule': linterWith({}), '`cors/strict`': linterWith(strict) }
  const samples = Object.fromEntries(Object.keys(linters).map((name) => [name, []]))
  for (const [index, text] of texts.entries()) {
    for (const [name, linter] of Object.entries(linters)) {
      const start = performance.now()
      await linter.lintText(text, { filePath: 'server.ts' })
      if (index > 0) samples[name].push(performance.now() - start)
    }
  }
  return samples
}
