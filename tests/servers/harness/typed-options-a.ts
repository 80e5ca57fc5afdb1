import { code } from './code.ts'
import type { TypedServer } from './typed-server.ts'

/** Libraries that are told by options: applications and sockets. */
export const TYPED_OPTIONS_A: readonly TypedServer[] = [
  {
    name: 'cors',
    source: code`
      import cors from 'cors'
      import express from 'express'

      express().use(cors())
    `,
  },
  {
    name: 'cors: annotated options',
    source: code`
      import cors, { type CorsOptions } from 'cors'
      import express from 'express'

      const options: CorsOptions = { origin: (origin, callback) => callback(null, true), credentials: true }
      express().use(cors(options))
    `,
  },
  {
    name: 'cors: satisfies',
    source: code`
      import cors, { type CorsOptions } from 'cors'
      import express from 'express'

      const options = { origin: '*', maxAge: 600 } satisfies CorsOptions
      express().use(cors(options))
    `,
  },
  {
    name: 'cors: as const',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const options = { origin: '*', maxAge: 600 } as const
      express().use(cors(options))
    `,
  },
  {
    name: 'cors: a variable with a type',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const origin: string = '*'
      express().use(cors({ origin }))
    `,
  },
  {
    name: 'cors: a fallback',
    source: code`
      import cors from 'cors'
      import express from 'express'

      express().use(cors({ origin: process.env.CORS_ORIGIN ?? '*' }))
    `,
  },
  {
    name: 'cors: a variable in a list',
    source: code`
      import cors from 'cors'
      import express from 'express'

      const origins: (string | RegExp)[] = ['https://app.example.com', /example/]
      express().use(cors({ origin: origins }))
    `,
  },
  {
    name: '@fastify/cors',
    source: code`
      import cors, { type FastifyCorsOptions } from '@fastify/cors'
      import Fastify from 'fastify'

      const app = Fastify()
      await app.register(cors, { origin: true, credentials: true })
      const other = Fastify()
      const options: FastifyCorsOptions = { origin: (origin, callback) => callback(null, true) }
      await other.register(cors, options)
      await Fastify().register(cors, { delegator: (request, callback) => callback(null, { origin: request.headers.origin }) })
      await Fastify().register(cors)
    `,
  },
  {
    name: 'hono/cors',
    source: code`
      import { Hono } from 'hono'
      import { cors } from 'hono/cors'

      const app = new Hono()
      app.use('/a/*', cors())
      app.use('/b/*', cors({ origin: '*', allowMethods: ['GET'] }))
      app.use('/c/*', cors({ origin: (origin) => origin, credentials: true }))
      app.use('/d/*', cors({ origin: (origin, c) => (origin.endsWith('example.com') ? origin : null), maxAge: 600 }))
      export default app
    `,
  },
  {
    name: '@nestjs/core',
    source: code`
      import { Module } from '@nestjs/common'
      import { NestFactory } from '@nestjs/core'

      class AppModule {}
      Module({})(AppModule)

      const app = await NestFactory.create(AppModule)
      app.enableCors()
      const other = await NestFactory.create(AppModule, { cors: true })
      const third = await NestFactory.create(AppModule)
      third.enableCors({ origin: true, credentials: true })
      await Promise.all([app.listen(3000), other.listen(3001), third.listen(3002)])
    `,
  },
  {
    name: '@nestjs/websockets',
    source: code`
      import { WebSocketGateway } from '@nestjs/websockets'

      @WebSocketGateway({ cors: true })
      export class AGateway {}

      @WebSocketGateway(8080, { cors: { origin: '*' } })
      export class BGateway {}
    `,
  },
  {
    name: 'socket.io',
    source: code`
      import { createServer } from 'node:http'
      import { Server, type ServerOptions } from 'socket.io'

      export const io = new Server(createServer(), { cors: { origin: '*', methods: ['GET', 'POST'] } })
      const options: Partial<ServerOptions> = { cors: { origin: true, credentials: true } }
      export const other = new Server(options)
    `,
  },
  {
    name: '@elysiajs/cors',
    source: code`
      import { cors } from '@elysiajs/cors'
      import { Elysia } from 'elysia'

      new Elysia().use(cors()).get('/', () => 'ok')
      new Elysia().use(cors({ origin: /example\.com/, credentials: true })).get('/', () => 'ok')
      new Elysia().use(cors({ origin: '*' })).get('/', () => 'ok')
      new Elysia().use(cors({ origin: ({ headers }) => headers.get('Origin') !== null })).get('/', () => 'ok')
    `,
  },
  {
    name: 'graphql-yoga',
    source: code`
      import { createSchema, createYoga } from 'graphql-yoga'

      const schema = createSchema({ typeDefs: 'type Query { hello: String }' })
      export const a = createYoga({ schema })
      export const b = createYoga({ schema, cors: { origin: '*' } })
      export const c = createYoga({ schema, cors: (request) => ({ origin: request.headers.get('origin') ?? '*' }) })
    `,
  },
  {
    name: '@whatwg-node/server',
    source: code`
      import { createServerAdapter, Response, useCORS } from '@whatwg-node/server'

      export const a = createServerAdapter(() => new Response('ok'), { plugins: [useCORS()] })
      export const b = createServerAdapter(() => new Response('ok'), { plugins: [useCORS({ origin: '*' })] })
    `,
  },
  {
    name: 'apollo-server',
    source: code`
      import { ApolloServer } from 'apollo-server'

      export const a = new ApolloServer({ typeDefs: 'type Query { hello: String }' })
      export const b = new ApolloServer({ typeDefs: 'type Query { hello: String }', cors: { origin: true } })
    `,
  },
]
