import { vi } from 'vitest'

import { code } from './harness/code.ts'
import { webpackDevServer } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads webpack.
vi.setConfig({ testTimeout: 30_000 })

describeTable({
  library: webpackDevServer,
  format: 'cjs',
  filename: 'webpack.config.js',
  source: code`
    const path = require('node:path')

    module.exports = {
      mode: 'development',
      entry: './src/index.js',
      output: { path: path.resolve(__dirname, 'dist') },
      devServer: {
        static: false,
        OPTIONS
      },
    }
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `headers: {},`, outcome: 'sound' },
    { options: `headers: { 'Access-Control-Allow-Origin': '*' },`, outcome: 'anyone', isOneOnly: true },
    {
      options: `headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, PATCH',
        },`,
      outcome: 'anyone',
      isOneOnly: true,
    },
    {
      options: `headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },`,
      outcome: 'conflict',
      isOneOnly: true,
    },
    {
      options: `headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': true },`,
      outcome: 'conflict',
      isOneOnly: true,
    },
    { options: `headers: { 'access-control-allow-origin': '*' },`, outcome: 'anyone', isOneOnly: true },
    { options: `headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],`, outcome: 'anyone', isOneOnly: true },
    {
      options: `headers: [
          { key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' },
          { key: 'Access-Control-Allow-Credentials', value: 'true' },
        ],`,
      outcome: 'sound',
    },
    {
      options: `headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', Vary: 'Origin' },`,
      outcome: 'sound',
    },
    { options: `headers: { 'Access-Control-Allow-Origin': 'null' },`, outcome: 'opaque', isOneOnly: true },
    {
      options: `headers: (req) => ({ 'Access-Control-Allow-Origin': req.headers.origin || '*' }),`,
      outcome: 'echoed',
    },
    {
      options: `headers: (req) => ({
          'Access-Control-Allow-Origin': req.headers.origin || '*',
          'Access-Control-Allow-Credentials': 'true',
        }),`,
      outcome: 'echoed',
    },
    {
      options: `headers: () => ({ 'Access-Control-Allow-Origin': '*' }),`,
      outcome: 'anyone',
      unrepaired: 'the function takes no request',
    },
    {
      options: `headers: (req) => {
          const allowed = ['https://app.example.com', 'https://admin.example.com']
          const vary = { Vary: 'Origin' }
          return allowed.includes(req.headers.origin)
            ? { ...vary, 'Access-Control-Allow-Origin': req.headers.origin }
            : vary
        },`,
      outcome: 'sound',
    },
    {
      options: `headers: process.env.CODESPACES ? { 'Access-Control-Allow-Origin': '*' } : undefined,`,
      outcome: 'anyone',
      isOneOnly: true,
      env: { CODESPACES: 'true' },
    },
    { options: `allowedHosts: 'all', headers: { 'X-Content-Type-Options': 'nosniff' },`, outcome: 'sound' },
  ],
})
