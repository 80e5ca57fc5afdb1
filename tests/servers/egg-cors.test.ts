import { code } from './harness/code.ts'
import { egg } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

describeTable({
  library: egg,
  format: 'cjs',
  filename: 'config/config.default.js',
  source: code`
    module.exports = (appInfo) => {
      const config = {}

      config.keys = appInfo.name + '_1700000000000_1'
      config.middleware = []

      OPTIONS

      return config
    }
  `,
  rows: [
    { options: `config.cors = { origin: '*' }`, outcome: 'anyone' },
    { options: `config.cors = { origin: '*', allowMethods: 'GET,HEAD,PUT' }`, outcome: 'anyone' },
    { options: `config.cors = { origin: '*', credentials: true }`, outcome: 'echoed' },
    { options: `config.cors = { origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `config.cors = { origin: ['https://app.example.com'] }`, outcome: 'sound' },
    { options: `config.cors = { origin: ['*'] }`, outcome: 'anyone' },
    { options: `config.cors = { origin: ['*'], credentials: true }`, outcome: 'conflict' },
    {
      options: `config.cors = { origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'unusable',
    },
    { options: `config.cors = { origin: 'https://app.example.com,https://admin.example.com' }`, outcome: 'unusable' },
    { options: `config.cors = { origin: true }`, outcome: 'unusable' },
    { options: `config.cors = { origin: 'null' }`, outcome: 'opaque' },
    { options: `config.cors = { origin: (ctx) => ctx.get('origin') }`, outcome: 'echoed' },
    { options: `config.cors = { origin: (ctx) => ctx.get('Origin'), credentials: true }`, outcome: 'echoed' },
    { options: `config.cors = { origin: () => '*' }`, outcome: 'anyone' },
    {
      options: `const allowed = ['https://app.example.com', 'https://admin.example.com']
  config.cors = {
    origin: (ctx) => (allowed.includes(ctx.get('origin')) ? ctx.get('origin') : ''),
    credentials: true,
  }`,
      outcome: 'sound',
    },
    {
      options: `config.cors = {
    origin(ctx) {
      const origin = ctx.get('origin')
      return origin.endsWith('example.com') ? origin : false
    },
  }`,
      outcome: 'lookalike',
    },
    {
      options: `config.security = { domainWhiteList: ['https://app.example.com'] }`,
      outcome: 'echoed',
      silent: 'without egg-security only',
    },
  ],
})

describeTable({
  library: egg,
  format: 'cjs',
  filename: 'config/config.prod.js',
  source: code`
    'use strict'

    exports.cors = OPTIONS
  `,
  rows: [
    { options: `{ origin: '*', allowMethods: ['GET', 'POST'] }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com' }`, outcome: 'sound' },
    { options: `{ origin: (ctx) => ctx.headers.origin, credentials: true }`, outcome: 'echoed' },
    {
      options: `{ origin: process.env.ORIGIN, credentials: true }`,
      outcome: 'sound',
      env: { ORIGIN: 'https://app.example.com' },
    },
  ],
})

describeTable({
  library: egg,
  format: 'ts',
  filename: 'config/config.default.ts',
  source: code`
    import type { EggAppConfig, EggAppInfo, PowerPartial } from 'egg'

    export default (appInfo: EggAppInfo) => {
      const config = {} as PowerPartial<EggAppConfig>

      config.keys = appInfo.name + '_1700000000000_2'

      const bizConfig = {
        sourceUrl: 'https://git.example.com/' + appInfo.name,
        cors: OPTIONS,
      }

      return { ...config, ...bizConfig }
    }
  `,
  rows: [
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
  ],
})
