import type { Library, ServerCase } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer } from './harness/listen.ts'
import { describeServers } from './harness/suite.ts'

/** Servers that take a `Request` and return a `Response`: workers, edge functions, route files. */
const fetchStyle: Library = { name: 'fetch', listen: fetchServer, vary: 'by hand' }

const sound: ServerCase[] = [
  {
    name: 'a worker with a Set',
    outcome: 'sound',
    source: code`
      const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com']);

      export default {
        async fetch(request) {
          const origin = request.headers.get('Origin');
          const headers = new Headers({ 'Content-Type': 'application/json', Vary: 'Origin' });
          if (ALLOWED.has(origin)) {
            headers.set('Access-Control-Allow-Origin', origin);
            headers.set('Access-Control-Allow-Credentials', 'true');
          }
          return new Response(JSON.stringify({ ok: true }), { headers });
        },
      };
    `,
  },
  {
    name: 'a function of headers',
    outcome: 'sound',
    source: code`
      const origins = ['https://app.example.com'];

      function corsHeaders(request) {
        const origin = request.headers.get('origin');
        return {
          Vary: 'Origin',
          ...(origins.includes(origin) ? { 'Access-Control-Allow-Origin': origin } : {}),
        };
      }

      export default (request) => new Response('ok', { headers: corsHeaders(request) });
    `,
  },
  {
    name: 'a route file with one origin',
    outcome: 'sound',
    format: 'ts',
    source: code`
      const headers = {
        'Access-Control-Allow-Origin': 'https://app.example.com',
        'Access-Control-Allow-Methods': 'GET, PUT, OPTIONS',
        'Access-Control-Allow-Headers': 'X-Test',
      } as const;

      export async function GET(request: Request): Promise<Response> {
        return Response.json({ path: new URL(request.url).pathname }, { headers });
      }

      export function OPTIONS(): Response {
        return new Response(null, { status: 204, headers });
      }
    `,
  },
  {
    name: 'an answer that is dressed afterwards',
    outcome: 'sound',
    source: code`
      const allowed = ['https://app.example.com'];

      const respond = async (request) => Response.json({ method: request.method });

      export default async function handler(request) {
        const response = await respond(request);
        const origin = request.headers.get('origin') ?? '';
        response.headers.append('Vary', 'Origin');
        if (!allowed.includes(origin)) return response;
        response.headers.set('Access-Control-Allow-Origin', origin);
        return response;
      }
    `,
  },
  {
    name: 'an answer from elsewhere, copied',
    outcome: 'sound',
    source: code`
      const upstream = async () => new Response('body', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } });

      export default {
        async fetch() {
          const original = await upstream();
          const copy = new Response(original.body, original);
          copy.headers.delete('Server');
          return copy;
        },
      };
    `,
  },
  {
    name: 'pairs of headers and a comparison',
    outcome: 'sound',
    source: code`
      const APP = 'https://app.example.com';

      export default (request) => {
        const pairs = [['Vary', 'Origin']];
        if (request.headers.get('Origin') === APP) pairs.push(['Access-Control-Allow-Origin', APP]);
        return new Response('ok', { headers: pairs });
      };
    `,
  },
  {
    name: 'a request to elsewhere',
    outcome: 'sound',
    source: code`
      export const forward = (request) =>
        fetch('https://api.example.com/', {
          headers: { Origin: request.headers.get('origin') ?? '', 'Access-Control-Allow-Origin': '*' },
        });

      export default () => Response.json({ ok: true });
    `,
  },
]

const unsafe: ServerCase[] = [
  {
    name: 'a star in a header object',
    outcome: 'anyone',
    source: code`
      export default {
        async fetch(request) {
          return new Response('hello', {
            headers: { 'content-type': 'text/plain', 'Access-Control-Allow-Origin': '*' },
          });
        },
      };
    `,
  },
  {
    name: 'a star for the preflight and for the answer',
    outcome: 'anyone',
    unfixable: 'the headers are made outside of any request',
    source: code`
      const corsHeaders = {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET,HEAD,POST,PUT,OPTIONS',
        'Access-Control-Max-Age': '86400',
      };

      export default {
        async fetch(request) {
          if (request.method === 'OPTIONS') {
            return new Response(null, { headers: corsHeaders });
          }
          return new Response('{}', { headers: { ...corsHeaders, 'Content-Type': 'application/json' } });
        },
      };
    `,
  },
  {
    name: 'a star in a route file',
    outcome: 'anyone',
    format: 'ts',
    source: code`
      export const dynamic = 'force-dynamic';

      export const GET = async (_request: Request): Promise<Response> =>
        Response.json({ user: 'ada' }, { status: 200, headers: { 'access-control-allow-origin': '*' } });
    `,
  },
  {
    name: 'a star that is set on a finished answer',
    outcome: 'anyone',
    source: code`
      const route = (request) => new Response(request.url);

      export default async (request) => {
        const response = route(request);
        response.headers.set('Access-Control-Allow-Origin', '*');
        return response;
      };
    `,
  },
  {
    name: 'a star and credentials in pairs',
    outcome: 'conflict',
    unfixable: 'no request is in scope',
    source: code`
      export default () =>
        new Response('{}', {
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Credentials', 'true'],
          ],
        });
    `,
  },
  {
    name: 'a star and credentials in Headers',
    outcome: 'conflict',
    unfixable: 'no request is in scope',
    source: code`
      function cors(init = {}) {
        const headers = new Headers(init);
        headers.set('Access-Control-Allow-Origin', '*');
        headers.append('Access-Control-Allow-Credentials', 'true');
        return headers;
      }

      export default {
        fetch: () => Response.json({ user: 'ada' }, { headers: cors({ 'X-Total': '1' }) }),
      };
    `,
  },
  {
    name: 'the origin of the request',
    outcome: 'echoed',
    source: code`
      export default {
        async fetch(request) {
          const origin = request.headers.get('Origin');
          return new Response('{}', {
            headers: {
              'Access-Control-Allow-Origin': origin,
              'Access-Control-Allow-Credentials': 'true',
              Vary: 'Origin',
            },
          });
        },
      };
    `,
  },
  {
    name: 'the origin of the request or a star',
    outcome: 'echoed',
    format: 'ts',
    source: code`
      export async function GET(req: Request): Promise<Response> {
        const headers = new Headers();
        headers.set('Access-Control-Allow-Origin', req.headers.get('origin') ?? '*');
        return new Response('{}', { headers });
      }
    `,
  },
  {
    name: 'the origin through a helper',
    outcome: 'echoed',
    source: code`
      const corsFor = (origin) => ({
        'Access-Control-Allow-Origin': origin || 'https://app.example.com',
        'Access-Control-Allow-Headers': 'content-type',
      });

      export default (request) => Response.json({ user: 'ada' }, { headers: corsFor(request.headers.get('origin')) });
    `,
  },
  {
    name: 'the origin for whoever sends one',
    outcome: 'echoed',
    source: code`
      export default (request) => {
        const origin = request.headers.get('Origin');
        const headers = new Headers({ Vary: 'Origin' });
        if (origin) {
          headers.set('Access-Control-Allow-Origin', origin);
          headers.set('Access-Control-Allow-Credentials', 'true');
        }
        return new Response('{}', { headers });
      };
    `,
  },
  {
    name: 'a checked origin without Vary',
    outcome: 'unvaried',
    source: code`
      const ALLOWED = ['https://app.example.com', 'https://admin.example.com'];

      export default {
        async fetch(request) {
          const origin = request.headers.get('Origin');
          const headers = new Headers({ 'Content-Type': 'application/json' });
          if (ALLOWED.includes(origin)) headers.set('Access-Control-Allow-Origin', origin);
          return new Response('{}', { headers });
        },
      };
    `,
  },
  {
    name: 'Vary for the admitted alone',
    outcome: 'unvaried',
    unfixable: 'what lacks Vary is another response',
    source: code`
      const allowed = new Set(['https://app.example.com']);

      export default (request) => {
        const origin = request.headers.get('origin');
        if (!allowed.has(origin)) return new Response('{}');
        return new Response('{}', { headers: { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } });
      };
    `,
  },
]

describeServers(fetchStyle, [...sound, ...unsafe])
