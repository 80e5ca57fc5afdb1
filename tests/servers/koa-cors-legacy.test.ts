import { createServer, type RequestListener } from 'node:http'

import { code } from './harness/code.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: {
    name: 'koa-cors',
    listen: ({ default: app }) => createServer((app as { callback(): RequestListener }).callback()),
    vary: 'by the library',
  },
  format: 'cjs',
  source: code`
    const Koa = require('koa');
    const convert = require('koa-convert');
    const cors = require('koa-cors');

    const allowed = new Set(['https://app.example.com', 'https://admin.example.com']);

    const app = new Koa();
    app.silent = true;
    app.use(convert(cors(OPTIONS)));
    app.use((ctx) => {
      ctx.body = { orders: [] };
    });

    module.exports = app;
  `,
  rows: [
    { options: '', outcome: 'echoed' },
    { options: '{}', outcome: 'echoed' },
    { options: '{ credentials: true }', outcome: 'echoed' },
    { options: "{ methods: ['GET'] }", outcome: 'echoed' },
    { options: '{ origin: true }', outcome: 'echoed' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    {
      options: "{ origins: 'https://app.example.com' }",
      outcome: 'echoed',
    },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'broken' },
    { options: "{ origin: ['https://app.example.com'] }", outcome: 'broken' },
    { options: '{ origin: /example\\.com$/ }', outcome: 'broken' },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: "{ origin: (request) => request.get('origin'), credentials: true }", outcome: 'echoed' },
    { options: '{ origin: ({ header }) => header.origin }', outcome: 'echoed' },
    { options: "{ origin: () => '*' }", outcome: 'anyone' },
    { options: '{ origin: () => true }', outcome: 'unusable' },
    { options: '{ origin: async (request) => request.header.origin }', outcome: 'unusable' },
    {
      options: "{ origin: (request) => (allowed.has(request.header.origin) ? request.header.origin : '') }",
      outcome: 'sound',
    },
    {
      options:
        "{ origin(request) { const origin = request.get('Origin'); if (!allowed.has(origin)) return false; return origin; }, credentials: true }",
      outcome: 'sound',
    },
    {
      options:
        "{ origin: (request) => { const origin = request.get('Origin'); return origin.endsWith('example.com') ? origin : ''; } }",
      outcome: 'lookalike',
    },
  ],
})
