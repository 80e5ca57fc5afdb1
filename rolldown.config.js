import { defineConfig } from 'rolldown'

// What the plugin and the command share is in one place; the plugin itself loads nothing of the command.
export default defineConfig({
  input: {
    index: 'src/index.ts',
    'inventory/bin': 'src/inventory/bin.ts',
    'inventory/options': 'src/inventory/options.ts',
  },
  platform: 'node',
  external: ['#package.json', 'eslint', '@typescript-eslint/parser', 'cli-progress'],
  output: { dir: 'dist/src', format: 'esm', chunkFileNames: 'chunks/[name].js' },
})
