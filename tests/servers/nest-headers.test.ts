import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nestServer, stopNest } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** Headers written by hand in controllers, interceptors and middleware of Nest 11. */
const nest: Library = { name: 'nest headers', listen: nestServer, stop: stopNest, vary: 'by hand' }

describeTable({
  library: nest,
  isOneOnly: true,
  format: 'ts',
  source: code`
    import { Controller, Get, Header, Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'

    const HEADER = 'Access-Control-Allow-Origin'

    @Controller()
    class OrdersController {
      @Get()
      @Header('Cache-Control', 'no-cache')
      OPTIONS
      list() {
        return []
      }
    }

    @Module({ controllers: [OrdersController] })
    class AppModule {}

    export async function bootstrap() {
      return NestFactory.create(AppModule)
    }
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "@Header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "@Header('access-control-allow-origin', '*')", outcome: 'anyone' },
    { options: "@Header(HEADER, '*')", outcome: 'anyone' },
    {
      options: "@Header('Access-Control-Allow-Origin', '*') @Header('Access-Control-Allow-Credentials', 'true')",
      outcome: 'conflict',
    },
    { options: "@Header('Access-Control-Allow-Origin', () => '*')", outcome: 'anyone' },
    { options: "@Header('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
    {
      options:
        "@Header('Access-Control-Allow-Origin', 'https://app.example.com') @Header('Access-Control-Allow-Credentials', 'true')",
      outcome: 'sound',
    },
    { options: "@Header('Access-Control-Allow-Origin', 'null')", outcome: 'opaque' },
    {
      options: "@Header('Access-Control-Allow-Origin', process.env.ORIGIN || '*')",
      outcome: 'anyone',
      env: { ORIGIN: undefined },
    },
    {
      options: "@Header('Access-Control-Allow-Origin', 'https://app.example.com, https://admin.example.com')",
      outcome: 'unusable',
    },
    { options: "@Header('Access-Control-Allow-Origin', 'https://app.example.com/')", outcome: 'unusable' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module, Req, Res } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import type { Request, Response } from 'express'

    @Controller()
    export class CatsController {
      private readonly allowed = ['https://app.example.com', 'https://admin.example.com']

      @Get()
      findAll(@Req() req: Request, @Res({ passthrough: true }) res: Response) {
        OPTIONS
        return []
      }
    }

    @Module({ controllers: [CatsController] })
    export class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create(AppModule)
      return app
    }
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "res.header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*')", outcome: 'echoed' },
    {
      options: "res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' })",
      outcome: 'conflict',
    },
    { options: "res.header('Access-Control-Allow-Origin', req.get('origin'))", outcome: 'echoed' },
    { options: "res.header('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
    {
      options: code`
        res.vary('Origin')
            if (this.allowed.includes(req.headers.origin)) {
              res.header('Access-Control-Allow-Origin', req.headers.origin)
            }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        res.vary('Origin')
            if (req.headers.origin?.includes('app.example.com')) {
              res.header('Access-Control-Allow-Origin', req.headers.origin)
            }
      `.trim(),
      outcome: 'lookalike',
    },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Module, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'

    class CorsInterceptor implements NestInterceptor {
      intercept(context: ExecutionContext, next: CallHandler) {
        const http = context.switchToHttp()
        const request = http.getRequest()
        const response = http.getResponse()
        OPTIONS
        return next.handle()
      }
    }

    @Controller()
    class CatsController {
      @Get()
      findAll() {
        return []
      }
    }

    @Module({ controllers: [CatsController] })
    class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create(AppModule)
      app.useGlobalInterceptors(new CorsInterceptor())
      return app
    }
  `,
  rows: [
    { options: "response.header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')", outcome: 'echoed' },
    { options: "response.header('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
  ],
})

describeTable({
  library: nest,
  format: 'ts',
  source: code`
    import { Controller, Get, Injectable, Module, type MiddlewareConsumer, type NestMiddleware, type NestModule } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import type { NextFunction, Request, Response } from 'express'

    @Injectable()
    class CorsMiddleware implements NestMiddleware {
      use(req: Request, res: Response, next: NextFunction) {
        OPTIONS
        next()
      }
    }

    @Controller()
    class CatsController {
      @Get()
      findAll() {
        return []
      }
    }

    @Module({ controllers: [CatsController] })
    class AppModule implements NestModule {
      configure(consumer: MiddlewareConsumer) {
        consumer.apply(CorsMiddleware).forRoutes('{*path}')
      }
    }

    export async function bootstrap() {
      return NestFactory.create(AppModule)
    }
  `,
  rows: [
    { options: "res.header('Access-Control-Allow-Origin', '*')", outcome: 'anyone' },
    { options: "res.header('Access-Control-Allow-Origin', req.headers.origin)", outcome: 'echoed' },
    { options: "res.header('Access-Control-Allow-Origin', 'https://app.example.com')", outcome: 'sound' },
  ],
})
