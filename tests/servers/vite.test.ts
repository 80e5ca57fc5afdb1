import { vi } from 'vitest'

import { code } from './harness/code.ts'
import { viteDevServer, vitePreview } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads Vite.
vi.setConfig({ testTimeout: 30_000 })

describeTable({
  library: viteDevServer,
  format: 'ts',
  filename: 'vite.config.ts',
  source: code`
    import { defineConfig } from 'vite'

    export default defineConfig({
      appType: 'spa',
      server: { port: 5173, OPTIONS },
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: true`, outcome: 'anyone' },
    { options: `cors: false`, outcome: 'sound' },
    { options: `cors: {}`, outcome: 'sound' },
    { options: `cors: { credentials: true }`, outcome: 'sound' },
    { options: `cors: undefined`, outcome: 'sound' },
    { options: `cors: { origin: '*' }`, outcome: 'anyone' },
    { options: `cors: { origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `cors: { origin: ['*'] }`, outcome: 'sound' },
    { options: `cors: { origin: true }`, outcome: 'echoed' },
    { options: `cors: { origin: true, credentials: true }`, outcome: 'echoed' },
    { options: `cors: { origin: undefined }`, outcome: 'sound' },
    { options: `cors: { origin: false }`, outcome: 'sound' },
    { options: `cors: { origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `cors: { origin: ['https://app.example.com', 'http://localhost:3000'] }`, outcome: 'sound' },
    { options: `cors: { origin: 'null' }`, outcome: 'opaque' },
    { options: String.raw`cors: { origin: /app\.example\.com/ }`, outcome: 'lookalike' },
    { options: String.raw`cors: { origin: /^https:\/\/app\.example\.com$/ }`, outcome: 'sound' },
    { options: `cors: { origin: (origin, callback) => callback(null, true) }`, outcome: 'echoed' },
    {
      options: `cors: { origin: (origin, callback) => callback(null, origin === 'https://app.example.com') }`,
      outcome: 'sound',
    },
    { options: `cors: { origins: ['https://app.example.com'] }`, outcome: 'sound' },
    { options: `headers: { 'Access-Control-Allow-Origin': '*' }`, outcome: 'anyone', isOneOnly: true },
    {
      options: `headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }`,
      outcome: 'conflict',
      isOneOnly: true,
    },
    { options: `headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' }`, outcome: 'sound' },
  ],
})

describeTable({
  library: viteDevServer,
  filename: 'vite.config.mjs',
  source: code`
    import { defineConfig } from 'vite'

    export default defineConfig(({ command, mode }) => {
      return {
        base: mode === 'production' ? '/assets/' : '/',
        server: { host: '127.0.0.1', strictPort: true, OPTIONS },
      }
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: true`, outcome: 'anyone' },
    { options: `cors: { origin: true, credentials: true }`, outcome: 'echoed' },
    { options: `cors: { origin: ['https://app.example.com'] }`, outcome: 'sound' },
  ],
})

describeTable({
  library: viteDevServer,
  filename: 'vite.config.mjs',
  source: code`
    /** @type {import('vite').UserConfig} */
    export default {
      server: OPTIONS,
    }
  `,
  rows: [
    { options: `{ cors: true }`, outcome: 'anyone' },
    { options: `{ port: 3000 }`, outcome: 'sound' },
    { options: `{ cors: { origin: '*', methods: ['GET'] } }`, outcome: 'anyone' },
    { options: `{ cors: { origin: 'https://app.example.com' } }`, outcome: 'sound' },
  ],
})

describeTable({
  library: vitePreview,
  format: 'ts',
  filename: 'vite.config.ts',
  source: code`
    import { defineConfig, type UserConfig } from 'vite'

    const shared: UserConfig = { clearScreen: false }

    export default defineConfig({
      ...shared,
      OPTIONS
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `preview: { cors: true },`, outcome: 'anyone' },
    { options: `preview: { cors: { origin: true, credentials: true } },`, outcome: 'echoed' },
    { options: `preview: { cors: { origin: '*', credentials: true } },`, outcome: 'conflict' },
    { options: `preview: { cors: {} },`, outcome: 'anyone' },
    { options: `preview: { cors: { origin: 'https://app.example.com' } },`, outcome: 'sound' },
    { options: `preview: { cors: false },`, outcome: 'sound' },
    { options: `server: { cors: true },`, outcome: 'anyone' },
    { options: `server: { cors: { origin: 'https://app.example.com' } },`, outcome: 'sound' },
    { options: `preview: { headers: { 'Access-Control-Allow-Origin': '*' } },`, outcome: 'anyone', isOneOnly: true },
  ],
})
