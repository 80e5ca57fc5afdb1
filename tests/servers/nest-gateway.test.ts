import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nestGatewayServer, nestServer, stopNest } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** `@WebSocketGateway()` of Nest 11: the options go to Socket.IO; `enableCors()` does not reach them. */
const gateway: Library = {
  name: '@nestjs/websockets',
  listen: nestGatewayServer,
  stop: stopNest,
  vary: 'by the library',
}

describeTable({
  library: gateway,
  format: 'ts',
  source: code`
    import { Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets'
    import type { Server } from 'socket.io'

    const ORIGINS = ['https://app.example.com', 'https://admin.example.com']

    @WebSocketGateway(OPTIONS)
    export class EventsGateway {
      @WebSocketServer()
      server: Server

      @SubscribeMessage('events')
      handleEvent(@MessageBody() data: string): string {
        return data
      }
    }

    @Module({ providers: [EventsGateway] })
    class AppModule {}

    export async function bootstrap() {
      return NestFactory.create(AppModule)
    }
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: '{}', outcome: 'sound' },
    { options: '{ cors: false }', outcome: 'sound' },
    { options: '{ cors: true }', outcome: 'anyone' },
    { options: "{ cors: '*' }", outcome: 'anyone' },
    { options: '{ cors: {} }', outcome: 'anyone' },
    { options: '{ cors: { credentials: true } }', outcome: 'conflict' },
    { options: "{ cors: { origin: '*' } }", outcome: 'anyone' },
    { options: "{ cors: { origin: '*', credentials: true } }", outcome: 'conflict' },
    { options: '{ cors: { origin: true, credentials: true } }', outcome: 'echoed' },
    { options: "{ cors: { origin: ['*'] } }", outcome: 'sound' },
    { options: "{ cors: { origin: ['https://app.example.com'] } }", outcome: 'sound' },
    { options: '{ cors: { origin: ORIGINS, credentials: true } }', outcome: 'sound' },
    { options: "{ cors: { origin: 'null' } }", outcome: 'opaque' },
    { options: '{ cors: { origin: /example\\.com$/ } }', outcome: 'lookalike' },
    { options: '{ cors: { origin: (origin, done) => done(null, true) } }', outcome: 'echoed' },
    { options: '{ cors: { origin: (origin, done) => done(null, ORIGINS.includes(origin)) } }', outcome: 'sound' },
    {
      options: "{ cors: { origins: 'https://app.example.com' } }",
      outcome: 'anyone',
    },
    {
      options: "{ transports: ['polling'], cors: { origin: process.env.APP_URL ?? '*' } }",
      outcome: 'anyone',
      env: { APP_URL: undefined },
    },
    { options: "0, { cors: { origin: '*' } }", outcome: 'anyone' },
    { options: "0, { cors: { origin: 'https://app.example.com' } }", outcome: 'sound' },
  ],
})

describeTable({
  library: { ...gateway, listen: nestServer },
  format: 'ts',
  source: code`
    import { Module } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { WsAdapter } from '@nestjs/platform-ws'
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'

    @WebSocketGateway(OPTIONS)
    class EventsGateway {
      @SubscribeMessage('events')
      onEvent() {
        return { event: 'events', data: 1 }
      }
    }

    @Module({ providers: [EventsGateway] })
    class AppModule {}

    export async function bootstrap() {
      const app = await NestFactory.create(AppModule)
      app.useWebSocketAdapter(new WsAdapter(app))
      return app
    }
  `,
  rows: [
    { options: "{ path: '/events' }", outcome: 'sound' },
    { options: "{ path: '/events', cors: { origin: '*' } }", outcome: 'sound' },
    { options: "{ path: '/events', cors: true }", outcome: 'sound' },
  ],
})
