import type { ESLint } from 'eslint'

import manifest from '#package.json' with { type: 'json' }

import rules from '../rules/index.ts'
import { createConfigs } from './configs.ts'

const plugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'cors' },
  rules,
  configs: createConfigs(rules, (): ESLint.Plugin => plugin),
} satisfies ESLint.Plugin

export type { AllowedOrigins, CorsSettings } from './settings.ts'

// The second name is what `require('eslint-plugin-cors')` returns.
export { plugin as default, plugin as 'module.exports' }
