import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nestServer, stopNest } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** Nest 11: its Express adapter hands the options to `cors`, its Fastify adapter to `@fastify/cors`. */
const nest: Library = { name: '@nestjs/core', listen: nestServer, stop: stopNest, vary: 'by the library' }

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'

    @Controller()
    class AppController {
      @Get()
      list() {
        return [{ id: 1 }]
      }
    }

    @Module({ controllers: [AppController] })
    class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create(AppModule)
      app.setGlobalPrefix('')
      app.enableCors(OPTIONS)
      return app
    }
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{}', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: '{ origin: true }', outcome: 'echoed' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*' }", outcome: 'anyone' },
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['*'] }", outcome: 'sound' },
    { options: "{ origin: ['https://app.example.com'] }", outcome: 'sound' },
    {
      options: "{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }",
      outcome: 'sound',
    },
    { options: "{ origin: 'https://app.example.com', credentials: true }", outcome: 'sound' },
    { options: "{ origin: 'null' }", outcome: 'opaque' },
    { options: '{ origin: /example\\.com$/, credentials: true }', outcome: 'lookalike' },
    { options: '{ origin: [/^https:\\/\\/(app|admin)\\.example\\.com$/], credentials: true }', outcome: 'sound' },
    { options: '{ origin: (origin, callback) => callback(null, true) }', outcome: 'echoed' },
    { options: '{ origin: (origin, callback) => callback(null, origin), credentials: true }', outcome: 'echoed' },
    {
      options: code`
        {
          origin: (origin, callback) => {
            const allowed = ['https://app.example.com', 'https://admin.example.com']
            if (!origin || allowed.includes(origin)) {
              callback(null, true)
            } else {
              callback(null, false)
            }
          },
          credentials: true,
        }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: "{ origin: (origin, callback) => callback(null, !!origin?.endsWith('example.com')) }",
      outcome: 'lookalike',
    },
    { options: '{ origin: async (origin) => true }', outcome: 'broken' },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'sound' },
    {
      options: "{ origin: process.env.CORS_ORIGINS?.split(','), credentials: true }",
      outcome: 'sound',
      env: { CORS_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    },
    {
      options: "{ origin: process.env.CORS_ORIGIN || '*', credentials: true }",
      outcome: 'conflict',
      env: { CORS_ORIGIN: undefined },
    },
    {
      options: "{ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : true }",
      outcome: 'echoed',
      silent: 'only in development',
    },
    {
      options: "{ origins: ['https://app.example.com'] }",
      outcome: 'anyone',
    },
    {
      options: "{ allowedOrigins: 'https://app.example.com', credentials: true }",
      outcome: 'conflict',
    },
    { options: '(req, callback) => callback(null, { origin: true, credentials: true })', outcome: 'echoed' },
    { options: "(req, callback) => callback(null, { origin: ['https://app.example.com'] })", outcome: 'sound' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module, type INestApplication } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import type { NestExpressApplication } from '@nestjs/platform-express'

    @Controller()
    export class OrdersController {
      @Get()
      all(): string {
        return 'orders'
      }
    }

    @Module({ controllers: [OrdersController] })
    export class AppModule {}

    const whitelist = ['https://app.example.com', 'https://admin.example.com']

    export async function bootstrap(): Promise<INestApplication> {
      const app = await NestFactory.create<NestExpressApplication>(AppModule, OPTIONS)
      app.disable('x-powered-by')
      return app
    }
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: '{}', outcome: 'sound' },
    { options: '{ bufferLogs: true }', outcome: 'sound' },
    { options: '{ cors: false }', outcome: 'sound' },
    { options: '{ cors: true }', outcome: 'anyone' },
    { options: "{ cors: '*' }", outcome: 'anyone' },
    { options: '{ cors: {} }', outcome: 'anyone' },
    { options: '{ cors: { credentials: true } }', outcome: 'conflict' },
    { options: "{ cors: { origin: '*' }, rawBody: true }", outcome: 'anyone' },
    { options: "{ cors: { origin: '*', credentials: true } }", outcome: 'conflict' },
    { options: '{ cors: { origin: true } }', outcome: 'echoed' },
    { options: '{ cors: { origin: true, credentials: true } }', outcome: 'echoed' },
    { options: "{ cors: { origin: ['https://app.example.com'], credentials: true } }", outcome: 'sound' },
    { options: '{ cors: { origin: whitelist, credentials: true } }', outcome: 'sound' },
    { options: "{ cors: { origin: ['null', 'https://app.example.com'] } }", outcome: 'opaque' },
    { options: '{ cors: { origin: /app\\.example\\.com/ } }', outcome: 'lookalike' },
    { options: '{ cors: { origin: (origin, done) => done(null, true) } }', outcome: 'echoed' },
    { options: '{ cors: { origin: (origin, done) => done(null, whitelist.includes(origin)) } }', outcome: 'sound' },
    { options: "{ cors: (req, done) => done(null, { origin: '*' }) }", outcome: 'anyone' },
    {
      options: '{ cors: (req, done) => done(null, { origin: whitelist.includes(req.headers.origin) }) }',
      outcome: 'sound',
    },
    {
      options: "{ cors: { origins: ['https://app.example.com'] } }",
      outcome: 'anyone',
    },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'

    @Controller()
    class CatsController {
      @Get()
      findAll() {
        return 'This action returns all cats'
      }
    }

    @Module({ controllers: [CatsController] })
    class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter())
      app.enableCors(OPTIONS)
      return app
    }
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{ credentials: true }', outcome: 'conflict' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: '*', credentials: true }", outcome: 'conflict' },
    { options: "{ origin: ['*'] }", outcome: 'anyone' },
    { options: "{ origin: ['*'], credentials: true }", outcome: 'conflict' },
    { options: "{ origin: 'https://app.example.com' }", outcome: 'sound' },
    { options: "{ origin: ['https://app.example.com', 'https://admin.example.com'] }", outcome: 'sound' },
    { options: "{ origin: ['https://app.example.com'], credentials: 'false' }", outcome: 'sound' },
    { options: '{ origin: undefined }', outcome: 'broken' },
    { options: '{ origin: false }', outcome: 'sound' },
    { options: '{ origin: async (origin) => true }', outcome: 'echoed' },
    { options: "{ origin: async (origin) => origin === 'https://app.example.com' }", outcome: 'sound' },
    { options: '{ origin: (origin, cb) => cb(null, true) }', outcome: 'echoed' },
    { options: '(req, cb) => cb(null, { origin: true })', outcome: 'echoed' },
    { options: '{ origin: new Set(["https://app.example.com"]) }', outcome: 'echoed' },
    { options: "{ origin: '*', hook: 'preHandler' }", outcome: 'anyone' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify'

    @Controller()
    class HealthController {
      @Get()
      ok() {
        return { status: 'ok' }
      }
    }

    @Module({ controllers: [HealthController] })
    class AppModule {}

    export const bootstrap = async () => {
      const adapter = new FastifyAdapter({ trustProxy: true })
      return NestFactory.create<NestFastifyApplication>(AppModule, adapter, { bufferLogs: true, OPTIONS })
    }
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: 'cors: false', outcome: 'sound' },
    { options: 'cors: true', outcome: 'anyone' },
    { options: "cors: { origin: ['*'] }", outcome: 'anyone' },
    { options: "cors: { origin: '*', credentials: true }", outcome: 'conflict' },
    { options: 'cors: { origin: true }', outcome: 'echoed' },
    { options: "cors: { origin: ['https://app.example.com'], credentials: true }", outcome: 'sound' },
    { options: "cors: { origin: '' }", outcome: 'broken' },
    { options: "cors: { origin: 'null' }", outcome: 'opaque' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify'
    import fastifyCors from '@fastify/cors'

    @Controller()
    class HealthController {
      @Get()
      ok() {
        return { status: 'ok' }
      }
    }

    @Module({ controllers: [HealthController] })
    class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter())
      await app.register(fastifyCors, OPTIONS)
      return app
    }
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: ['https://app.example.com'], credentials: true }", outcome: 'sound' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module } from '@nestjs/common'
    import { type CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface'
    import { NestFactory } from '@nestjs/core'
    import cors from 'cors'

    @Controller()
    class HealthController {
      @Get()
      ok() {
        return { status: 'ok' }
      }
    }

    @Module({ controllers: [HealthController] })
    class AppModule {}

    const corsConfig: CorsOptions = { OPTIONS }

    async function createApp() {
      const app = await NestFactory.create(AppModule, { logger: ['error'] })
      app.use(cors(corsConfig))
      return app
    }

    export { createApp as bootstrap }
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: 'origin: true, credentials: true', outcome: 'echoed' },
    { options: "origin: 'https://app.example.com', credentials: true", outcome: 'sound' },
  ],
})
