import { expect, test } from 'vitest'

import { grantsByPolicy, policiesOf } from '../../support/model.ts'

const TYPE = `import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface'`

test.each([
  ['a type', `${TYPE}; export const corsConfig: CorsOptions = { origin: true }`],
  [
    'a type of the Fastify adapter',
    `${TYPE}; import '@nestjs/platform-fastify'; export const c: CorsOptions = { origin: true }`,
  ],
  ['a method', `import { NestFactory } from '@nestjs/core'; app.enableCors({ origin: true })`],
  ['a factory', `import { NestFactory } from '@nestjs/core'; NestFactory.create(Module, { cors: { origin: true } })`],
  [
    'a gateway',
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway(80, { cors: { origin: true } }) class G {}`,
  ],
])('%s tells whose options they are', (_, code) => {
  expect(grantsByPolicy(code, { format: 'ts' })).toEqual([['echo by option']])
})

test.each([
  `import { options } from './cors'; app.enableCors(options)`,
  `app.enableCors(config.get('cors'))`,
  `app.enableCors({ origin: config.get('ORIGIN'), credentials: true })`,
  `app.enableCors({ origin: [config.get('FRONTEND_URL')], credentials: true })`,
  `app.enableCors({ origin: config.get('ORIGINS').split(','), credentials: true })`,
  `NestFactory.create(Module, { cors: corsOptions })`,
  `NestFactory.create(Module, options)`,
  `NestFactory.create(Module)`,
])('nothing is claimed of what cannot be seen: %s', (code) => {
  for (const adapter of ['@nestjs/platform-express', '@nestjs/platform-fastify']) {
    const text = `import { NestFactory } from '@nestjs/core'; import '${adapter}'; ${code}`
    const grants = policiesOf(text).flatMap((policy) => policy.grants)
    expect(grants.filter(({ kind }) => kind !== 'unknown')).toEqual([])
  }
})

test('a method of the same name is none of Nest where the file does not mention it', () => {
  expect(policiesOf(`gateway.enableCors({ origin: true })`)).toEqual([])
})

test('of two headers of one name, the uppermost is sent', () => {
  const code = `
    import { Controller, Get, Header } from '@nestjs/common'
    class Orders {
      @Header('Access-Control-Allow-Origin', 'https://app.example.com')
      @Header('Access-Control-Allow-Origin', '*')
      @Get() all() {}
    }`
  expect(grantsByPolicy(code, { format: 'ts' })).toEqual([['listed https://app.example.com']])
})
