import { code } from './harness/code.ts'
import { httpServer } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: httpServer,
  isOneOnly: true,
  format: 'cjs',
  source: code`
    const httpServer = require('http-server')

    module.exports = httpServer.createServer(OPTIONS)
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `{}`, outcome: 'sound' },
    { options: `{ root: './public' }`, outcome: 'sound' },
    { options: `{ cors: true }`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `{ root: './public', cors: true }`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `{ cors: 'X-Requested-With' }`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `{ cors: true, corsHeaders: 'X-Token' }`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `{ cors: false }`, outcome: 'sound' },
    { options: `{ cors: undefined }`, outcome: 'sound' },
    { options: `{ cors: '' }`, outcome: 'sound' },
    { options: `{ cors: { origin: 'https://app.example.com' } }`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `{ headers: { 'Access-Control-Allow-Origin': '*' } }`, outcome: 'anyone' },
    {
      options: `{ headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } }`,
      outcome: 'conflict',
    },
    { options: `{ headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } }`, outcome: 'sound' },
    { options: `{ headers: { 'X-Frame-Options': 'DENY' } }`, outcome: 'sound' },
    {
      options: `{ cors: process.env.NODE_ENV !== 'production' }`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
  ],
})

describeTable({
  library: httpServer,
  isOneOnly: true,
  source: code`
    import { createServer } from 'http-server'

    const server = createServer({ root: 'dist', cache: 3600, OPTIONS })

    export default server
  `,
  rows: [
    { options: `cors: true`, outcome: 'anyone', unrepaired: 'it takes no list' },
    { options: `gzip: true`, outcome: 'sound' },
  ],
})
