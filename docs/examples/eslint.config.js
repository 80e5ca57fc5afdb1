import * as typescript from '@typescript-eslint/parser'
import cors from 'eslint-plugin-cors'
import { defineConfig } from 'eslint/config'

export default defineConfig([
  { ignores: ['**/eslint.config.js', '**/lint.js'] },
  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: typescript } },
  { plugins: { cors }, extends: ['cors/recommended'] },
])
