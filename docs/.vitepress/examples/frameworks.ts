import { code, type Example } from './example.ts'

/** Frameworks, and servers for APIs. */
export const FRAMEWORKS: readonly Example[] = [
  {
    library: 'NestJS',
    title: 'every site may read, with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { NestFactory } from '@nestjs/core'
      import { AppModule } from './app.module'

      async function bootstrap() {
        const app = await NestFactory.create(AppModule)
        app.enableCors({ origin: true, credentials: true })
        await app.listen(3000)
      }

      void bootstrap()
    `,
  },
  {
    library: 'NestJS',
    title: 'a list of origins',
    language: 'ts',
    rules: [],
    code: code`
      import { NestFactory } from '@nestjs/core'
      import { AppModule } from './app.module'

      async function bootstrap() {
        const app = await NestFactory.create(AppModule)
        app.enableCors({ origin: ['https://app.example.com'], credentials: true })
        await app.listen(3000)
      }

      void bootstrap()
    `,
  },
  {
    library: 'Hono',
    title: 'a check that a longer name passes',
    language: 'ts',
    rules: ['no-bypassable-origin-check'],
    code: code`
      import { Hono } from 'hono'
      import { cors } from 'hono/cors'

      const app = new Hono()

      app.use(
        '*',
        cors({
          origin: (origin) => (origin.endsWith('example.com') ? origin : null),
          credentials: true,
        }),
      )
      app.get('/', (c) => c.json({ ok: true }))

      export default app
    `,
  },
  {
    library: 'Hono',
    title: 'a list of origins',
    language: 'ts',
    rules: [],
    code: code`
      import { Hono } from 'hono'
      import { cors } from 'hono/cors'

      const app = new Hono()

      app.use('*', cors({ origin: ['https://app.example.com'], credentials: true }))
      app.get('/', (c) => c.json({ ok: true }))

      export default app
    `,
  },
  {
    library: 'Elysia',
    title: 'its defaults let in everybody with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { cors } from '@elysiajs/cors'
      import { Elysia } from 'elysia'

      export const app = new Elysia().use(cors()).get('/', () => 'hello')
    `,
  },
  {
    library: 'h3',
    title: 'everybody may read, for want of a list',
    language: 'ts',
    rules: ['no-wildcard-origin'],
    code: code`
      import { defineEventHandler, handleCors } from 'h3'

      export default defineEventHandler((event) => {
        if (handleCors(event, { methods: ['GET', 'PUT'], preflight: { statusCode: 204 } })) return
        return { ok: true }
      })
    `,
  },
  {
    library: 'Nuxt',
    title: 'a route rule for everybody',
    language: 'ts',
    name: 'nuxt.config',
    rules: ['no-wildcard-origin'],
    code: code`
      export default defineNuxtConfig({
        routeRules: {
          '/api/**': { cors: true },
        },
      })
    `,
  },
  {
    library: 'itty-router',
    title: '* with credentials, which it echoes',
    language: 'ts',
    rules: ['no-wildcard-with-credentials'],
    code: code`
      import { AutoRouter, cors } from 'itty-router'

      const { preflight, corsify } = cors({ origin: '*', credentials: true })
      const router = AutoRouter({ before: [preflight], finally: [corsify] })

      router.get('/', () => ({ ok: true }))

      export default router
    `,
  },
  {
    library: 'Next.js',
    title: 'a route handler that echoes whoever asks',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { type NextRequest, NextResponse } from 'next/server'

      export function GET(request: NextRequest) {
        return NextResponse.json(
          { name: 'Ada' },
          {
            headers: {
              'Access-Control-Allow-Origin': request.headers.get('origin') ?? '',
              'Access-Control-Allow-Credentials': 'true',
            },
          },
        )
      }
    `,
  },
  {
    library: 'nextjs-cors',
    title: 'everybody may read',
    language: 'ts',
    rules: ['no-wildcard-origin'],
    code: code`
      import type { NextApiRequest, NextApiResponse } from 'next'
      import NextCors from 'nextjs-cors'

      export default async function handler(req: NextApiRequest, res: NextApiResponse) {
        await NextCors(req, res, { origin: '*', methods: ['GET', 'POST'] })
        res.json({ ok: true })
      }
    `,
  },
  {
    library: 'Strapi',
    title: 'its middleware with no list',
    language: 'ts',
    name: 'config/middlewares',
    rules: ['no-reflected-origin'],
    code: code`
      export default [
        'strapi::errors',
        'strapi::cors',
        'strapi::body',
        'strapi::public',
      ]
    `,
  },
  {
    library: 'AdonisJS',
    title: 'every site may read, with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { defineConfig } from '@adonisjs/cors'

      export default defineConfig({
        enabled: true,
        origin: true,
        methods: ['GET', 'POST', 'PUT', 'DELETE'],
        credentials: true,
        maxAge: 90,
      })
    `,
  },
  {
    library: 'Vite',
    title: 'a development server that every site may read',
    language: 'ts',
    name: 'vite.config',
    rules: ['no-wildcard-origin'],
    code: code`
      import { defineConfig } from 'vite'

      export default defineConfig({
        server: { cors: true },
      })
    `,
  },
  {
    library: 'GraphQL Yoga',
    title: 'its defaults let in everybody with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { createYoga } from 'graphql-yoga'
      import { schema } from './schema'

      export const yoga = createYoga({ schema })
    `,
  },
  {
    library: 'GraphQL Yoga',
    title: 'a list of origins',
    language: 'ts',
    rules: [],
    code: code`
      import { createYoga } from 'graphql-yoga'
      import { schema } from './schema'

      export const yoga = createYoga({
        schema,
        cors: { origin: ['https://app.example.com'], credentials: true },
      })
    `,
  },
  {
    library: 'Apollo Server',
    title: 'everybody may read, for want of options',
    language: 'ts',
    rules: ['no-wildcard-origin'],
    code: code`
      import { ApolloServer } from '@apollo/server'
      import { startStandaloneServer } from '@apollo/server/standalone'
      import { resolvers, typeDefs } from './schema'

      const server = new ApolloServer({ typeDefs, resolvers })

      await startStandaloneServer(server, { listen: { port: 4000 } })
    `,
  },
  {
    library: 'oRPC',
    title: 'its plugin lets in everybody unless it is told otherwise',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { RPCHandler } from '@orpc/server/fetch'
      import { CORSPlugin } from '@orpc/server/plugins'
      import { router } from './router'

      export const handler = new RPCHandler(router, {
        plugins: [new CORSPlugin({ credentials: true })],
      })
    `,
  },
]
