import eslintPlugin from 'eslint-plugin-eslint-plugin'
import { defineConfig } from 'eslint/config'
import typescript from 'typescript-eslint'

// The project linting itself: `npm run lint:code`.
export default defineConfig(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'docs/examples/**',
      'docs/.vitepress/{cache,dist}/**',
      'docs/public/**',
      'tests/**/.generated/**',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // Node types are compared with strings: importing the enum would load more code at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['rules/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: { 'eslint-plugin/require-meta-schema-description': 'error' },
  },
)
