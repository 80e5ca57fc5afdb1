import type { Library, ServerCase } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeServers } from './harness/suite.ts'

/** Headers written to `node:http` responses. */
const nodeHttp: Library = { name: 'node:http', listen: nodeServer, vary: 'by hand' }

const sound: ServerCase[] = [
  {
    name: 'a Set, and Vary for everyone',
    outcome: 'sound',
    source: code`
      import { createServer } from 'node:http';

      const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com']);

      export default createServer((req, res) => {
        const { origin } = req.headers;
        res.setHeader('Vary', 'Origin');
        if (ALLOWED.has(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin);
          res.setHeader('Access-Control-Allow-Credentials', 'true');
        }
        res.end('{}');
      });
    `,
  },
  {
    name: 'a header object with a conditional spread',
    outcome: 'sound',
    source: code`
      const allowed = ['https://app.example.com'];

      export default function handler(req, res) {
        const origin = req.headers.origin;
        res.writeHead(200, {
          'Content-Type': 'application/json',
          Vary: 'Origin',
          ...(allowed.includes(origin) && { 'Access-Control-Allow-Origin': origin }),
        });
        res.end(JSON.stringify({ ok: true }));
      }
    `,
  },
  {
    name: 'refusal by early return after Vary',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const http = require('http');

      const whitelist = ['https://app.example.com'];

      module.exports = http.createServer(function (req, res) {
        res.setHeader('vary', 'Accept-Encoding, Origin');
        const origin = req.headers['origin'];
        if (whitelist.indexOf(origin) < 0) {
          res.statusCode = 403;
          return res.end('forbidden');
        }
        res.setHeader('access-control-allow-origin', origin);
        res.end('ok');
      });
    `,
  },
  {
    name: 'a helper that checks',
    outcome: 'sound',
    source: code`
      import http from 'node:http';

      const ORIGINS = ['https://app.example.com', 'https://admin.example.com'];

      function setCors(res, origin) {
        res.appendHeader('Vary', 'Origin');
        if (!ORIGINS.includes(origin)) return;
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.setHeader('Access-Control-Allow-Methods', 'GET, PUT');
      }

      export default http.createServer((req, res) => {
        setCors(res, req.headers.origin);
        if (req.method === 'OPTIONS') {
          res.writeHead(204).end();
          return;
        }
        res.end('[]');
      });
    `,
  },
  {
    name: 'a helper that asks',
    outcome: 'sound',
    format: 'ts',
    source: code`
      import type { IncomingMessage, ServerResponse } from 'node:http';

      const isTrusted = (origin: string | undefined): origin is string => origin === 'https://app.example.com';

      export default (req: IncomingMessage, res: ServerResponse): void => {
        const requested = req.headers.origin;
        res.setHeader('Vary', ['Origin', 'Accept']);
        if (isTrusted(requested)) res.setHeader('Access-Control-Allow-Origin', requested);
        res.end();
      };
    `,
  },
  {
    name: 'one origin in a flat array',
    outcome: 'sound',
    source: code`
      export default (req, res) => {
        res.writeHead(200, ['Access-Control-Allow-Origin', 'https://app.example.com', 'Content-Type', 'text/plain']);
        res.end('hello');
      };
    `,
  },
  {
    name: 'one origin after a status text',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const { createServer } = require('node:http');
      const FRONTEND = 'https://app.example.com';

      module.exports = createServer((request, response) => {
        response.writeHead(200, 'OK', {
          'Access-Control-Allow-Origin': FRONTEND,
          'Access-Control-Allow-Credentials': 'true',
        });
        response.end('hello');
      });
    `,
  },
  {
    name: 'one origin in Headers',
    outcome: 'sound',
    source: code`
      const cors = new Headers({ 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Max-Age': '600' });

      export default (req, res) => {
        res.setHeaders(cors);
        res.end();
      };
    `,
  },
  {
    name: 'one origin from the environment',
    outcome: 'sound',
    env: { APP_ORIGIN: 'https://app.example.com' },
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', process.env.APP_ORIGIN);
        res.setHeader('Access-Control-Allow-Credentials', 'true');
        res.end('{}');
      };
    `,
  },
  {
    name: 'a switch',
    outcome: 'sound',
    source: code`
      export default (req, res) => {
        res.setHeader('Vary', 'Origin');
        switch (req.headers.origin) {
          case 'https://app.example.com':
          case 'https://admin.example.com':
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
            break;
        }
        res.end('{}');
      };
    `,
  },
  {
    name: 'a lookup that yields the value',
    outcome: 'sound',
    source: code`
      const origins = new Map([
        ['https://app.example.com', { plan: 'pro' }],
        ['https://admin.example.com', { plan: 'staff' }],
      ]);

      export default (req, res) => {
        const tenant = origins.get(req.headers.origin);
        res.setHeader('Vary', 'Origin');
        if (tenant) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
        res.end(JSON.stringify(tenant ?? {}));
      };
    `,
  },
  {
    name: 'the entry that was found',
    outcome: 'sound',
    source: code`
      const ALLOWED = ['https://app.example.com', 'https://admin.example.com'];

      export default (req, res) => {
        const match = ALLOWED.find((candidate) => candidate === req.headers.origin);
        res.appendHeader('Vary', 'Origin');
        if (match) {
          res.setHeader('Access-Control-Allow-Origin', match);
        }
        res.end();
      };
    `,
  },
  {
    name: 'the first of the list for everyone else',
    outcome: 'sound',
    source: code`
      const allowedOrigins = ['https://app.example.com', 'https://admin.example.com'];

      export default (req, res) => {
        const origin = allowedOrigins.includes(req.headers.origin) ? req.headers.origin : allowedOrigins[0];
        res.writeHead(200, { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });
        res.end('{}');
      };
    `,
  },
  {
    name: 'equality with a list from the environment',
    outcome: 'sound',
    env: { ALLOWED_ORIGINS: 'https://app.example.com,https://admin.example.com' },
    format: 'cjs',
    source: code`
      const allowed = (process.env.ALLOWED_ORIGINS || '').split(',').filter(Boolean);

      module.exports = (req, res) => {
        const origin = req.headers.origin;
        res.setHeader('Vary', 'Origin');
        if (origin && allowed.some((one) => one === origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin);
        }
        res.end('ok');
      };
    `,
  },
  {
    name: 'a class with a private check',
    outcome: 'sound',
    source: code`
      import { createServer } from 'node:http';

      class Gateway {
        #origins = new Set(['https://app.example.com']);

        #cors(req, res) {
          res.setHeader('Vary', 'Origin');
          const { origin } = req.headers;
          if (this.#origins.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
        }

        handle(req, res) {
          this.#cors(req, res);
          res.end('{}');
        }
      }

      const gateway = new Gateway();
      export default createServer((req, res) => gateway.handle(req, res));
    `,
  },
  {
    name: 'a loop over fixed headers',
    outcome: 'sound',
    source: code`
      const CORS_HEADERS = {
        'Access-Control-Allow-Origin': 'https://app.example.com',
        'Access-Control-Allow-Methods': 'GET,PUT',
        'Access-Control-Allow-Headers': 'x-test',
      };

      export default (req, res) => {
        for (const [name, value] of Object.entries(CORS_HEADERS)) res.setHeader(name, value);
        res.end('{}');
      };
    `,
  },
  {
    name: 'a wrapper around handlers',
    outcome: 'sound',
    source: code`
      const list = ['https://app.example.com'];

      const allowCors = (handler) => async (req, res) => {
        res.setHeader('Vary', 'Origin');
        if (list.includes(req.headers.origin)) {
          res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
          res.setHeader('Access-Control-Allow-Credentials', true);
        }
        if (req.method === 'OPTIONS') return res.writeHead(200).end();
        return handler(req, res);
      };

      export default allowCors((req, res) => res.end('{"ok":true}'));
    `,
  },
  {
    name: 'everyone in development only',
    outcome: 'sound',
    env: { NODE_ENV: 'production' },
    source: code`
      const dev = process.env.NODE_ENV !== 'production';

      export default (req, res) => {
        if (dev) res.setHeader('Access-Control-Allow-Origin', '*');
        res.end('{}');
      };
    `,
  },
  {
    name: 'a request that is sent, a map and a comment that speak of the header',
    outcome: 'sound',
    source: code`
      // Never answer with Access-Control-Allow-Origin: * here.
      const seen = new Map();
      const headers = { 'Access-Control-Allow-Origin': '*' };

      export async function mirror(url) {
        const answer = await fetch(url, { headers: { 'Access-Control-Allow-Origin': '*' } });
        seen.set('Access-Control-Allow-Origin', answer.headers.get('access-control-allow-origin'));
        return Object.keys(headers);
      }

      export default (req, res) => res.end(String(seen.size));
    `,
  },
]

const unsafe: ServerCase[] = [
  {
    name: 'a star',
    outcome: 'anyone',
    source: code`
      import http from 'node:http';

      const server = http.createServer((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', '*');
        res.setHeader('Content-Type', 'application/json');
        res.end(JSON.stringify({ uptime: process.uptime() }));
      });

      export default server;
    `,
  },
  {
    name: 'a star in a header object, in lower case',
    outcome: 'anyone',
    format: 'cjs',
    source: code`
      module.exports = function (req, res) {
        res.writeHead(200, {
          'content-type': 'text/plain',
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, PUT',
          'access-control-allow-headers': 'X-Test',
        });
        res.end('metrics');
      };
    `,
  },
  {
    name: 'a star in Headers',
    outcome: 'anyone',
    source: code`
      export default (req, res) => {
        res.setHeaders(new Headers({ 'Access-Control-Allow-Origin': '*' }));
        res.end();
      };
    `,
  },
  {
    name: 'a star under a name of its own, appended',
    outcome: 'anyone',
    source: code`
      const ALLOW_ORIGIN = 'Access-Control-' + 'Allow-Origin';

      export default (req, res) => {
        res.appendHeader(ALLOW_ORIGIN, '*');
        res.end();
      };
    `,
  },
  {
    name: 'a star from a loop over headers',
    outcome: 'anyone',
    unfixable: 'the headers are made outside of any request',
    source: code`
      const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type' };

      export default (req, res) => {
        Object.entries(headers).forEach(([name, value]) => res.setHeader(name, value));
        res.end('{}');
      };
    `,
  },
  {
    name: 'a star for those who are not on the list',
    outcome: 'anyone',
    source: code`
      const ALLOWED = ['https://app.example.com'];

      export default (req, res) => {
        const origin = ALLOWED.includes(req.headers.origin) ? req.headers.origin : '*';
        res.setHeader('Vary', 'Origin');
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.end('{}');
      };
    `,
  },
  {
    name: 'a star when the environment is silent',
    outcome: 'anyone',
    env: { CORS_ORIGIN: undefined },
    source: code`
      const { CORS_ORIGIN = '*' } = process.env;

      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', CORS_ORIGIN);
        res.end('{}');
      };
    `,
  },
  {
    name: 'a star and True, which is not credentials',
    outcome: 'anyone',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', '*');
        res.setHeader('Access-Control-Allow-Credentials', 'True');
        res.end('{}');
      };
    `,
  },
  {
    name: 'a star and credentials',
    outcome: 'conflict',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Credentials', 'true');
        res.setHeader('Access-Control-Allow-Origin', '*');
        if (req.method === 'OPTIONS') {
          res.statusCode = 200;
          return res.end();
        }
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'a star and a boolean',
    outcome: 'conflict',
    source: code`
      const allowCors = (fn) => async (req, res) => {
        res.setHeader('Access-Control-Allow-Credentials', true);
        res.setHeader('Access-Control-Allow-Origin', '*');
        res.setHeader('Access-Control-Allow-Methods', 'GET,OPTIONS,PATCH,DELETE,POST,PUT');
        if (req.method === 'OPTIONS') {
          res.writeHead(200).end();
          return;
        }
        return await fn(req, res);
      };

      const handler = (req, res) => res.end(new Date().toString());

      export default allowCors(handler);
    `,
  },
  {
    name: 'a star and credentials in a flat array',
    outcome: 'conflict',
    source: code`
      export default (req, res) => {
        res.writeHead(200, [
          'Access-Control-Allow-Origin', '*',
          'Access-Control-Allow-Credentials', 'true',
        ]);
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'a star and credentials after a status text',
    outcome: 'conflict',
    format: 'cjs',
    unfixable: 'the headers are made outside of any request',
    source: code`
      const headers = {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Credentials': 'true',
      };
      module.exports = require('http').createServer((req, res) => {
        res.writeHead(200, 'OK', { ...headers, 'Content-Type': 'application/json' });
        res.end('{"user":"ada"}');
      });
    `,
  },
  {
    name: 'a star and credentials in a Map',
    outcome: 'conflict',
    source: code`
      export default (req, res) => {
        res.setHeaders(
          new Map([
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Credentials', 'true'],
          ]),
        );
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'the origin of the request, with credentials',
    outcome: 'echoed',
    source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '');
        res.setHeader('Access-Control-Allow-Credentials', 'true');
        res.setHeader('Vary', 'Origin');
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'the origin of the request or a star',
    outcome: 'echoed',
    source: code`
      export default (req, res) => {
        res.writeHead(200, { 'Access-Control-Allow-Origin': req.headers.origin || '*' });
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'renamed while it is taken apart',
    outcome: 'echoed',
    source: code`
      export default ({ headers: { origin: requester = 'https://app.example.com' } }, res) => {
        res.setHeader('Access-Control-Allow-Origin', requester);
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'in a template',
    outcome: 'echoed',
    source: code`
      export default (req, res) => {
        const { origin } = req.headers;
        res.setHeader('Access-Control-Allow-Origin', \`\${origin}\`);
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'with a type assertion',
    outcome: 'echoed',
    format: 'ts',
    source: code`
      import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

      const respond = (req: IncomingMessage, res: ServerResponse): void => {
        if (req.headers['origin'] !== undefined) {
          res.setHeader('Access-Control-Allow-Origin', req.headers['origin']!);
          res.setHeader('Access-Control-Allow-Credentials', 'true');
        }
        res.end('{"user":"ada"}');
      };

      export default createServer(respond);
    `,
  },
  {
    name: 'through the parameter of a helper',
    outcome: 'echoed',
    source: code`
      function allow(response, who) {
        if (!who) return;
        response.setHeader('Access-Control-Allow-Origin', who);
        response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, DELETE');
      }

      export default (req, res) => {
        allow(res, req.headers.origin);
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'a refusal that goes on',
    outcome: 'echoed',
    source: code`
      const allowed = new Set(['https://app.example.com']);

      export default (req, res) => {
        const origin = req.headers.origin ?? 'https://app.example.com';
        res.setHeader('Vary', 'Origin');
        if (!allowed.has(origin)) {
          res.statusCode = 403;
        }
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'indexOf taken for a boolean',
    outcome: 'echoed',
    format: 'cjs',
    source: code`
      var allowed = ['https://www.example.com', 'https://app.example.com'];

      module.exports = function (req, res) {
        var origin = req.headers.origin;
        res.setHeader('Vary', 'Origin');
        if (origin && allowed.indexOf(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin);
        }
        res.end('{"user":"ada"}');
      };
    `,
  },
  {
    name: 'a default case that lets everybody in',
    outcome: 'anyone',
    source: code`
      export default (req, res) => {
        res.setHeader('Vary', 'Origin');
        switch (req.headers.origin) {
          case 'https://app.example.com':
            res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
            break;
          default:
            res.setHeader('Access-Control-Allow-Origin', '*');
        }
        res.end('{}');
      };
    `,
  },
  {
    name: 'in the preflight alone',
    outcome: 'echoed',
    source: code`
      export default (req, res) => {
        if (req.method === 'OPTIONS') {
          res.writeHead(204, {
            'Access-Control-Allow-Origin': req.headers.origin ?? 'https://app.example.com',
            'Access-Control-Allow-Methods': 'GET, PUT',
            'Access-Control-Allow-Headers': 'x-test',
          });
          return res.end();
        }
        res.end('{}');
      };
    `,
  },
  {
    name: 'a checked origin without Vary',
    outcome: 'unvaried',
    source: code`
      const ALLOWED = ['https://app.example.com', 'https://admin.example.com'];

      export default (req, res) => {
        const { origin } = req.headers;
        if (ALLOWED.includes(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin);
        }
        res.end('{}');
      };
    `,
  },
  {
    name: 'Vary for the admitted alone',
    outcome: 'unvaried',
    format: 'cjs',
    source: code`
      const allowed = new Set(['https://app.example.com']);

      module.exports = (req, res) => {
        const headers = { 'Content-Type': 'application/json' };
        if (allowed.has(req.headers.origin)) {
          headers['Access-Control-Allow-Origin'] = req.headers.origin;
          headers.Vary = 'Origin';
        }
        res.writeHead(200, headers);
        res.end('{}');
      };
    `,
  },
  {
    name: 'Vary after the refused have left',
    outcome: 'unvaried',
    source: code`
      const allowed = ['https://app.example.com'];

      export default (req, res) => {
        const { origin } = req.headers;
        if (!allowed.includes(origin)) {
          res.writeHead(403);
          res.end('forbidden');
          return;
        }
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.setHeader('Vary', 'Origin');
        res.end('{}');
      };
    `,
  },
  {
    name: 'the first of the list for everyone else, without Vary',
    outcome: 'unvaried',
    source: code`
      const allowedOrigins = ['https://app.example.com', 'https://admin.example.com'];

      export default (req, res) => {
        const origin = allowedOrigins.includes(req.headers.origin) ? req.headers.origin : allowedOrigins[1];
        res.writeHead(200, { 'Access-Control-Allow-Origin': origin, 'Content-Type': 'text/plain' });
        res.end('hello');
      };
    `,
  },
  {
    name: 'Vary that names something else',
    outcome: 'unvaried',
    source: code`
      export default (req, res) => {
        const origin = req.headers.origin;
        res.setHeader('Vary', 'Accept-Encoding');
        if (origin === 'https://app.example.com' || origin === 'https://admin.example.com') {
          res.setHeader('Access-Control-Allow-Origin', origin);
        }
        res.end('{}');
      };
    `,
  },
]

describeServers(nodeHttp, [...sound, ...unsafe])
