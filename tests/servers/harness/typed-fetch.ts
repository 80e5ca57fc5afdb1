import { code } from './code.ts'
import type { TypedServer } from './typed-server.ts'

/** Responses in the style of `fetch`, and those of Next.js. */
export const TYPED_FETCH: readonly TypedServer[] = [
  {
    name: 'fetch: Response',
    source: code`
      export default {
        async fetch(request: Request): Promise<Response> {
          return new Response('{}', {
            headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' },
          })
        },
      }
    `,
  },
  {
    name: 'fetch: Response.json',
    source: code`
      export function GET(): Response {
        return Response.json({ total: 42 }, { headers: { 'access-control-allow-origin': '*' } })
      }
    `,
  },
  {
    name: 'fetch: Headers',
    source: code`
      export async function GET(request: Request): Promise<Response> {
        const headers = new Headers({ 'Content-Type': 'application/json' })
        headers.set('Access-Control-Allow-Origin', request.headers.get('Origin') ?? '*')
        return new Response('{}', { headers })
      }
    `,
  },
  {
    name: 'fetch: annotated headers',
    source: code`
      export async function GET(request: Request): Promise<Response> {
        const headers: Record<string, string> = {
          'Content-Type': 'application/json',
          'Access-Control-Allow-Origin': '*',
        }
        return new Response('{}', { headers })
      }

      export async function PUT(request: Request): Promise<Response> {
        const headers: HeadersInit = { 'Access-Control-Allow-Origin': '*' }
        return new Response('{}', { headers })
      }
    `,
  },
  {
    name: 'fetch: pairs',
    source: code`
      export async function GET(request: Request): Promise<Response> {
        return new Response('{}', {
          headers: [['Content-Type', 'application/json'], ['Access-Control-Allow-Origin', '*']],
        })
      }
    `,
  },
  {
    name: 'fetch: the origin of the request',
    source: code`
      export async function GET(request: Request): Promise<Response> {
        const origin = request.headers.get('Origin')
        const response = new Response('{}')
        if (origin) response.headers.set('Access-Control-Allow-Origin', origin)
        return response
      }

      export async function PUT(request: Request): Promise<Response> {
        const origin = request.headers.get('Origin')
        return new Response('{}', { headers: { 'Access-Control-Allow-Origin': origin ?? '*' } })
      }

      export async function POST(request: Request): Promise<Response> {
        return new Response('{}', { headers: { 'Access-Control-Allow-Origin': request.headers.get('Origin')! } })
      }
    `,
  },
  {
    name: 'fetch: spread headers',
    source: code`
      const base = { 'Content-Type': 'application/json' }

      export const GET = (request: Request) =>
        new Response('{}', { headers: { ...base, 'Access-Control-Allow-Origin': '*' } })
    `,
  },
  {
    name: 'next: a route handler',
    source: code`
      import { NextResponse, type NextRequest } from 'next/server'

      export async function GET(request: NextRequest): Promise<NextResponse> {
        return NextResponse.json({ total: 42 }, { headers: { 'Access-Control-Allow-Origin': '*' } })
      }

      export async function POST(request: NextRequest) {
        const response = NextResponse.json({ total: 42 })
        response.headers.set('Access-Control-Allow-Origin', request.headers.get('origin') || '*')
        return response
      }
    `,
  },
  {
    name: 'next: an API route',
    source: code`
      import type { NextApiRequest, NextApiResponse } from 'next'

      export default function handler(req: NextApiRequest, res: NextApiResponse<{ total: number }>) {
        res.setHeader('Access-Control-Allow-Origin', '*')
        res.status(200).json({ total: 42 })
      }
    `,
  },
  {
    name: 'next: the configuration',
    filename: 'next.config.ts',
    isOneOnly: true,
    source: code`
      import type { NextConfig } from 'next'

      const nextConfig: NextConfig = {
        async headers() {
          return [{ source: '/api/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] }]
        },
      }

      export default nextConfig
    `,
  },
]
