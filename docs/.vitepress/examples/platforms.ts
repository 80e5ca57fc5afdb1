import { code, type Example } from './example.ts'

/** Cloud functions, and headers that are written by hand. */
export const PLATFORMS: readonly Example[] = [
  {
    library: 'Firebase',
    title: 'a function that every site may read',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import { onRequest } from 'firebase-functions/v2/https'

      export const hello = onRequest({ cors: true }, (req, res) => {
        res.json({ hello: 'world' })
      })
    `,
  },
  {
    library: 'middy',
    title: '* with credentials, which it echoes',
    language: 'js',
    rules: ['no-wildcard-with-credentials'],
    code: code`
      import middy from '@middy/core'
      import cors from '@middy/http-cors'

      export const handler = middy()
        .use(cors({ origin: '*', credentials: true }))
        .handler(async () => ({ statusCode: 200, body: '{}' }))
    `,
  },
  {
    library: 'lambda-api',
    title: 'everybody may read',
    language: 'js',
    rules: ['no-wildcard-origin'],
    code: code`
      import createAPI from 'lambda-api'

      const api = createAPI()

      api.get('/', (req, res) => {
        res.cors()
        return { ok: true }
      })

      export const handler = (event, context) => api.run(event, context)
    `,
  },
  {
    library: 'AWS CDK',
    title: 'an HTTP API that cannot be deployed: * with credentials',
    language: 'ts',
    rules: ['valid-cors-options'],
    code: code`
      import { Stack } from 'aws-cdk-lib'
      import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'

      export class ApiStack extends Stack {
        api = new HttpApi(this, 'Api', {
          corsPreflight: { allowOrigins: ['*'], allowCredentials: true },
        })
      }
    `,
  },
  {
    library: 'AWS Lambda',
    title: 'caches are not told that the answer depends on the origin',
    language: 'js',
    rules: ['require-vary-origin'],
    code: code`
      const allowedOrigins = ['https://app.example.com', 'https://admin.example.com']

      export const handler = async (event) => {
        const { origin } = event.headers
        const headers = { 'Content-Type': 'application/json' }
        if (allowedOrigins.includes(origin)) headers['Access-Control-Allow-Origin'] = origin
        return { statusCode: 200, headers, body: '{}' }
      }
    `,
  },
  {
    library: 'Workers',
    title: 'a fallback that lets in everybody',
    language: 'js',
    rules: ['no-ineffective-origin-check'],
    code: code`
      export default {
        async fetch(request, env) {
          const response = Response.json({ quote: 'Simplicity is prerequisite for reliability.' })
          response.headers.set('Access-Control-Allow-Origin', env.ALLOWED_ORIGIN || '*')
          return response
        },
      }
    `,
  },
  {
    library: 'SvelteKit',
    title: 'the null origin, which every site can send',
    language: 'ts',
    rules: ['no-null-origin'],
    code: code`
      import { json } from '@sveltejs/kit'

      export const GET = () =>
        json({ ok: true }, { headers: { 'Access-Control-Allow-Origin': 'null' } })
    `,
  },
  {
    library: 'Node',
    title: 'a check of the beginning, which a longer name passes',
    language: 'js',
    rules: ['no-bypassable-origin-check'],
    code: code`
      import { createServer } from 'node:http'

      createServer((req, res) => {
        const { origin } = req.headers
        res.setHeader('Vary', 'Origin')
        if (origin?.startsWith('https://app.example.com')) {
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.setHeader('Access-Control-Allow-Credentials', 'true')
        }
        res.end('{}')
      }).listen(8080)
    `,
  },
  {
    library: 'Node',
    title: 'a set of origins',
    language: 'js',
    rules: [],
    code: code`
      import { createServer } from 'node:http'

      const allowed = new Set(['https://app.example.com', 'https://admin.example.com'])

      createServer((req, res) => {
        const { origin } = req.headers
        res.setHeader('Vary', 'Origin')
        if (allowed.has(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin)
          res.setHeader('Access-Control-Allow-Credentials', 'true')
        }
        res.end('{}')
      }).listen(8080)
    `,
  },
  {
    library: 'Express',
    title: 'headers for everybody, and credentials',
    language: 'js',
    rules: ['no-wildcard-with-credentials'],
    code: code`
      import express from 'express'

      const app = express()

      app.use((req, res, next) => {
        res.set('Access-Control-Allow-Origin', '*')
        res.set('Access-Control-Allow-Credentials', 'true')
        next()
      })
      app.get('/profile', (req, res) => res.json({ name: 'Ada' }))

      app.listen(3000)
    `,
  },
  {
    library: 'Koa',
    title: 'a header that no browser reads',
    language: 'js',
    rules: ['valid-header-name'],
    code: code`
      import Koa from 'koa'

      const app = new Koa()

      app.use((ctx) => {
        ctx.set('Access-Control-Allow-Origins', 'https://app.example.com')
        ctx.body = { ok: true }
      })

      app.listen(3000)
    `,
  },
]
