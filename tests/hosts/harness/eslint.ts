import { relative, sep } from 'node:path'

import type { ESLint } from 'eslint'
import { expect } from 'vitest'

import type { Project } from './project.ts'
import type { Outcome } from './run.ts'

/** Runs the command line of the project's ESLint. */
export function eslint(project: Project, args: readonly string[]): Promise<Outcome> {
  return project.run('eslint', 'bin/eslint.js', args)
}

/** What ESLint's command line says, in its own words for programs. Anything but findings is an error. */
export async function lint(project: Project, args: readonly string[]): Promise<ESLint.LintResult[]> {
  const { status, stdout, stderr } = await eslint(project, [...args, '--format', 'json'])
  expect(status, stderr + stdout).toBeLessThan(2)
  return JSON.parse(stdout) as ESLint.LintResult[]
}

/** Each finding in a line: file, line, rule (or the text of an error of ESLint itself). */
export function findingsIn(project: Project, results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => {
      const path = relative(project.folder, filePath).replaceAll(sep, '/')
      return `${path}:${String(line)} ${ruleId ?? message}`
    }),
  )
}
