import { afterAll, beforeAll } from 'vitest'

import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { eventServer, ServingRuntime } from './harness/api-frameworks.ts'
import { fetchServer } from './harness/listen.ts'
import { describeTable, type Row } from './harness/table.ts'

const BELOW = 'only hosts below the own domain get in'

/** Answers to a `request`, in the words that workers, Deno and Bun share. */
const ANSWERS: readonly Row[] = [
  { options: `return new Response('ok', { headers: { 'Access-Control-Allow-Origin': '*' } })`, outcome: 'anyone' },
  { options: `return Response.json({}, { headers: { 'access-control-allow-origin': '*' } })`, outcome: 'anyone' },
  {
    options: `return new Response('ok', {
    headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
  })`,
    outcome: 'conflict',
  },
  {
    options: `return new Response('ok', {
    headers: {
      'Access-Control-Allow-Origin': request.headers.get('Origin') ?? '*',
      'Access-Control-Allow-Credentials': 'true',
    },
  })`,
    outcome: 'echoed',
  },
  {
    options: `const origin = request.headers.get('origin')
  const headers = new Headers({ Vary: 'Origin' })
  if (origin) headers.set('Access-Control-Allow-Origin', origin)
  return new Response('ok', { headers })`,
    outcome: 'echoed',
  },
  {
    options: `const origin = request.headers.get('origin')
  const headers = new Headers({ Vary: 'Origin' })
  if (ALLOWED.includes(origin)) headers.set('Access-Control-Allow-Origin', origin)
  return new Response('ok', { headers })`,
    outcome: 'sound',
  },
  {
    options: `const origin = request.headers.get('origin') ?? ''
  const isAllowed = origin.endsWith('example.com')
  return new Response('ok', {
    headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': isAllowed ? origin : 'https://app.example.com' },
  })`,
    outcome: 'lookalike',
  },
  {
    options: `const origin = request.headers.get('origin') ?? ''
  const isAllowed = origin.startsWith('https://') && origin.endsWith('.example.com')
  return new Response('ok', {
    headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': isAllowed ? origin : 'https://app.example.com' },
  })`,
    outcome: 'lookalike',
    silent: BELOW,
  },
  { options: `return new Response('ok', { headers: { 'Access-Control-Allow-Origin': 'null' } })`, outcome: 'opaque' },
  {
    options: `return new Response('ok', { headers: { 'Access-Control-Allow-Origin': ALLOWED[0], Vary: 'Origin' } })`,
    outcome: 'sound',
  },
  {
    options: `return new Response('ok', { headers: { 'Access-Control-Allow-Origin': ALLOWED.join(',') } })`,
    outcome: 'unusable',
  },
]

/** The same for the method that asks first. */
const PREFLIGHTS: readonly Row[] = [
  {
    options: `if (request.method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        'Access-Control-Allow-Origin': request.headers.get('Origin'),
        'Access-Control-Allow-Methods': 'GET, PUT',
        'Access-Control-Allow-Headers': request.headers.get('Access-Control-Request-Headers'),
      },
    })
  }
  return new Response('ok', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })`,
    outcome: 'echoed',
  },
  {
    options: `if (request.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders })
  return new Response(JSON.stringify({}), { headers: { ...corsHeaders, 'Content-Type': 'application/json' } })`,
    outcome: 'anyone',
    unrepaired: 'the headers are made outside of any request',
  },
]

describeTable({
  library: { name: 'a worker', listen: fetchServer, vary: 'by hand' },
  source: code`
    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export default {
      async fetch(request, env, ctx) {
        OPTIONS
      },
    }
  `,
  rows: ANSWERS,
})

describeTable({
  library: { name: 'a worker of headers', listen: fetchServer, vary: 'by hand' },
  format: 'ts',
  source: code`
    const corsHeaders = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET,HEAD,PUT',
    }

    const handleRequest = async (request: Request): Promise<Response> => {
      OPTIONS
    }

    export default { fetch: handleRequest }
  `,
  rows: PREFLIGHTS.map((row) =>
    row.outcome === 'echoed' ? { ...row, options: row.options.replaceAll(/get\('([^']+)'\)/g, `get('$1')!`) } : row,
  ),
})

const deno = new ServingRuntime()
const bun = new ServingRuntime()

beforeAll(() => {
  Object.assign(globalThis, { Deno: deno, Bun: bun })
})

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'Deno')
  Reflect.deleteProperty(globalThis, 'Bun')
})

describeTable({
  library: { name: 'Deno.serve', listen: deno.listen, vary: 'by hand' },
  format: 'ts',
  source: code`
    const ALLOWED: (string | null)[] = ['https://app.example.com', 'https://admin.example.com']

    Deno.serve({ port: 8000 }, async (request: Request) => {
      OPTIONS
    })
  `,
  rows: ANSWERS,
})

describeTable({
  library: { name: 'an edge function of Supabase', listen: deno.listen, vary: 'by hand' },
  format: 'ts',
  source: code`
    export const corsHeaders = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'authorization, x-client-info, apikey, content-type',
    }

    Deno.serve(async (request) => {
      OPTIONS
    })
  `,
  rows: PREFLIGHTS.slice(1),
})

describeTable({
  library: { name: 'Bun.serve', listen: bun.listen, vary: 'by hand' },
  source: code`
    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    const server = Bun.serve({
      port: 3000,
      async fetch(request, server) {
        OPTIONS
      },
    })

    console.assert(server)
  `,
  rows: ANSWERS,
})

const sveltekit: Library = { name: 'SvelteKit', listen: eventServer, vary: 'by hand' }

describeTable({
  library: { ...sveltekit, name: 'handle of SvelteKit' },
  filename: 'hooks.server.ts',
  format: 'ts',
  source: code`
    import type { Handle } from '@sveltejs/kit'

    const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com'])

    export const handle: Handle = async ({ event, resolve }) => {
      const response = await resolve(event)
      OPTIONS
      return response
    }
  `,
  rows: [
    { options: `response.headers.set('Access-Control-Allow-Origin', '*')`, outcome: 'anyone' },
    { options: `response.headers.append('Access-Control-Allow-Origin', \`*\`)`, outcome: 'anyone' },
    {
      options: `response.headers.set('Access-Control-Allow-Origin', event.request.headers.get('origin') ?? '*')
  response.headers.set('Access-Control-Allow-Credentials', 'true')`,
      outcome: 'echoed',
    },
    {
      options: `const origin = event.request.headers.get('origin')
  response.headers.append('Vary', 'Origin')
  if (origin && ALLOWED.has(origin)) response.headers.set('Access-Control-Allow-Origin', origin)`,
      outcome: 'sound',
    },
    {
      options: `const origin = event.request.headers.get('origin')
  response.headers.append('Vary', 'Origin')
  if (origin?.includes('app.example.com')) response.headers.set('Access-Control-Allow-Origin', origin)`,
      outcome: 'lookalike',
    },
    {
      options: `if (event.url.pathname.startsWith('/')) {
    response.headers.set('Access-Control-Allow-Origin', '*')
    response.headers.set('Access-Control-Allow-Credentials', 'true')
  }`,
      outcome: 'conflict',
    },
    { options: `response.headers.set('Access-Control-Allow-Origin', 'https://app.example.com')`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...sveltekit, name: 'an endpoint of SvelteKit' },
  filename: '+server.ts',
  format: 'ts',
  source: code`
    import type { RequestHandler } from './$types'

    export const GET: RequestHandler = async ({ request, setHeaders }) => {
      OPTIONS
      return new Response('ok')
    }
  `,
  rows: [
    { options: `setHeaders({ 'Access-Control-Allow-Origin': '*' })`, outcome: 'anyone' },
    {
      options: `setHeaders({ 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' })`,
      outcome: 'conflict',
    },
    {
      options: `setHeaders({ 'Access-Control-Allow-Origin': request.headers.get('origin') ?? '*', Vary: 'Origin' })`,
      outcome: 'echoed',
    },
    { options: `setHeaders({ 'Access-Control-Allow-Origin': 'https://app.example.com' })`, outcome: 'sound' },
    { options: `setHeaders({ 'Cache-Control': 'max-age=60' })`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...sveltekit, name: 'setHeaders of an event' },
  filename: '+server.js',
  source: code`
    export function GET(event) {
      OPTIONS
      return Response.json({ ok: true })
    }
  `,
  rows: [
    { options: `event.setHeaders({ 'Access-Control-Allow-Origin': '*' })`, outcome: 'anyone' },
    {
      options: `const origin = event.request.headers.get('origin')
  event.setHeaders({ 'Access-Control-Allow-Origin': origin ?? '', 'Access-Control-Allow-Credentials': 'true' })`,
      outcome: 'echoed',
    },
  ],
})

const route: Library = { name: 'a route that is given its request', listen: eventServer, vary: 'by hand' }

describeTable({
  library: { ...route, name: 'a loader of React Router' },
  format: 'ts',
  source: code`
    import type { Route } from './+types/api'

    const ALLOWED = ['https://app.example.com']

    export async function loader({ request }: Route.LoaderArgs) {
      OPTIONS
    }
  `,
  rows: [
    ...ANSWERS.slice(0, 4),
    {
      options: `const origin = request.headers.get('Origin') ?? ''
  if (!ALLOWED.includes(origin)) return Response.json({}, { headers: { Vary: 'Origin' } })
  return Response.json({}, { headers: { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } })`,
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: { ...route, name: 'an endpoint of Astro' },
  format: 'ts',
  source: code`
    import type { APIRoute } from 'astro'

    export const ALL: APIRoute = (context) => {
      OPTIONS
    }
  `,
  rows: [
    { options: `return new Response('{}', { headers: { 'Access-Control-Allow-Origin': '*' } })`, outcome: 'anyone' },
    {
      options: `const origin = context.request.headers.get('origin') ?? ''
  return new Response('{}', { headers: { 'Access-Control-Allow-Origin': origin } })`,
      outcome: 'echoed',
    },
    {
      options: `return new Response('{}', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })`,
      outcome: 'sound',
    },
  ],
})
