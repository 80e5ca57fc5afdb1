import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import plugin from '../../src/index.ts'
import { fetchAsBrowser, type Outcome, type Wish } from './harness/browser.ts'
import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { fetchServer, nodeServer } from './harness/listen.ts'
import { serving } from './harness/serve.ts'

const node: Library = { name: 'node', listen: nodeServer, vary: 'by hand' }
const routes: Library = { name: 'route handlers', listen: fetchServer, vary: 'by hand' }

const APP = 'https://app.example.com'
const PARTNER = 'https://partner.example.com'
const JSON_BODY = { 'Content-Type': 'application/json' }

interface Served {
  readonly name: string
  readonly source: string
  readonly library?: Library
  /** What scripts ask for, and how far they get. */
  readonly wishes: readonly (readonly [Wish, Outcome])[]
  /** The rule that says so, and with which message; `undefined` where everything works. */
  readonly report?: readonly [rule: string, messageId: string]
}

const CASES: Readonly<Record<string, readonly Served[]>> = {
  unanswered: [
    {
      name: 'a route with a policy, and no answer to OPTIONS',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      const policy = cors({ origin: 'https://app.example.com' });
      app.get('/', policy, (req, res) => res.end());
      app.put('/', policy, (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'GET' }, 'read'],
        [{ origin: APP, method: 'PUT' }, 'preflight refused'],
      ],
      report: ['require-preflight', 'route'],
    },
    {
      name: 'a route that answers OPTIONS',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      const policy = cors({ origin: 'https://app.example.com' });
      app.options('/', policy);
      app.put('/', policy, (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
    {
      name: 'a route for all methods',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.all('/', cors({ origin: 'https://app.example.com' }), (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'PUT' }, 'read'],
        [{ origin: APP, method: 'GET' }, 'read'],
      ],
    },
    {
      name: 'a route that posts JSON, and no answer to OPTIONS',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(express.json());
      app.post('/', cors({ origin: 'https://app.example.com' }), (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'POST', headers: JSON_BODY }, 'preflight refused'],
        [{ origin: APP, method: 'POST' }, 'read'],
      ],
      report: ['require-preflight', 'route'],
    },
    {
      name: 'a route with headers by hand, and no answer to OPTIONS',
      source: code`
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.delete('/', (req, res) => {
        res.set('Access-Control-Allow-Origin', 'https://app.example.com');
        res.end();
      });
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'DELETE' }, 'preflight refused']],
      report: ['require-preflight', 'route'],
    },
    {
      name: 'a middleware by hand: Express answers OPTIONS with its headers',
      source: code`
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        res.set('Access-Control-Allow-Origin', 'https://app.example.com');
        res.set('Access-Control-Allow-Methods', 'PUT');
        next();
      });
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
    {
      name: 'a policy behind the route: preflights pass, responses lack the header',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.put('/', (req, res) => res.end());
      app.use(cors({ origin: 'https://app.example.com' }));
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'PUT' }, 'response refused'],
        [{ origin: APP, method: 'GET' }, 'read'],
      ],
      report: ['cors-before-routes', 'afterRoutes'],
    },
    {
      name: 'a module of handlers without OPTIONS',
      library: routes,
      source: code`
      const headers = { 'Access-Control-Allow-Origin': 'https://app.example.com' };
      export const PUT = async (request) => Response.json({}, { headers });
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'export'],
    },
    {
      name: 'a module of handlers with OPTIONS',
      library: routes,
      source: code`
      const headers = {
        'Access-Control-Allow-Origin': 'https://app.example.com',
        'Access-Control-Allow-Methods': 'PUT',
      };
      export const PUT = async (request) => Response.json({}, { headers });
      export const OPTIONS = () => new Response(null, { status: 204, headers });
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
  ],
  refused: [
    {
      name: 'OPTIONS ends before the headers',
      source: code`
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        if (req.method === 'OPTIONS') return res.sendStatus(200);
        res.set('Access-Control-Allow-Origin', 'https://app.example.com');
        res.set('Access-Control-Allow-Methods', 'PUT');
        next();
      });
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'bare'],
    },
    {
      name: 'a guard swallows OPTIONS',
      source: code`
      export default (req, res) => {
        if (req.method !== 'PUT') {
          res.writeHead(405).end();
          return;
        }
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'bare'],
    },
    {
      name: 'OPTIONS is answered with the headers and 405',
      source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        res.setHeader('Access-Control-Allow-Methods', 'PUT');
        if (req.method === 'OPTIONS') res.statusCode = 405;
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'status'],
    },
    {
      name: 'OPTIONS is answered with the headers and 204',
      source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        res.setHeader('Access-Control-Allow-Methods', 'PUT');
        if (req.method === 'OPTIONS') res.statusCode = 204;
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
    {
      name: 'a worker answers OPTIONS without headers',
      library: routes,
      source: code`
      export default {
        fetch(request) {
          if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
          return new Response('{}', { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } });
        },
      };
    `,
      wishes: [
        [{ origin: APP, method: 'PUT' }, 'preflight refused'],
        [{ origin: APP, method: 'GET' }, 'read'],
      ],
      report: ['require-preflight', 'bare'],
    },
    {
      name: 'Allow is no permission',
      source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        if (req.method === 'OPTIONS') res.writeHead(204, { Allow: 'PUT' });
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'allow'],
    },
  ],
  'left out of a list': [
    {
      name: 'a method',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'POST'] }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['require-preflight', 'methods'],
    },
    {
      name: 'no method, without a list',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
    {
      name: 'Content-Type',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['Authorization'] }));
      app.use(express.json());
      app.post('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'POST', headers: JSON_BODY }, 'preflight refused']],
      report: ['require-preflight', 'headers'],
    },
    {
      name: 'nothing, where the request is asked',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.use(express.json());
      app.post('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'POST', headers: JSON_BODY }, 'read']],
    },
  ],
  'refused by what stands in front': [
    {
      name: 'a token is asked of everyone first',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        if (!req.headers.authorization) return res.status(401).end();
        next();
      });
      app.use(cors({ origin: 'https://app.example.com' }));
      app.get('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'GET', headers: { Authorization: 'Bearer x' } }, 'preflight refused'],
        [{ origin: APP, method: 'GET' }, 'response refused'],
      ],
      report: ['cors-before-routes', 'afterRefusal'],
    },
    {
      name: 'a token is asked of all but OPTIONS',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        if (req.method !== 'OPTIONS' && !req.headers.authorization) return res.status(401).end();
        next();
      });
      app.use(cors({ origin: 'https://app.example.com' }));
      app.get('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'GET', headers: { Authorization: 'Bearer x' } }, 'read']],
    },
    {
      name: 'a cookie is asked of everyone first',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        if (req.headers.cookie === undefined) res.sendStatus(403);
        else next();
      });
      app.use(cors({ origin: 'https://app.example.com', credentials: true }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT', credentials: true }, 'preflight refused']],
      report: ['cors-before-routes', 'afterRefusal'],
    },
  ],
  'two policies': [
    {
      name: 'the preflight is answered by the first, the response carries the last',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.use(cors({ origin: 'https://partner.example.com' }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: APP, method: 'PUT' }, 'response refused'],
        [{ origin: PARTNER, method: 'PUT' }, 'preflight refused'],
        [{ origin: PARTNER, method: 'GET' }, 'read'],
      ],
      report: ['no-conflicting-policies', 'divided'],
    },
    {
      name: 'credentials in the second only',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.use(cors({ origin: 'https://app.example.com', credentials: true }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT', credentials: true }, 'preflight refused']],
      report: ['no-conflicting-policies', 'divided'],
    },
    {
      name: 'methods in the second only',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com', methods: ['GET'] }));
      app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }));
      app.put('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'preflight refused']],
      report: ['no-conflicting-policies', 'divided'],
    },
    {
      name: 'preflights are answered in front, without credentials',
      source: code`
        import cors from 'cors';
        import express from 'express';
        import { createServer } from 'node:http';
        const app = express();
        app.options('/{*path}', cors());
        app.use(cors({ origin: 'https://app.example.com', credentials: true }));
        app.put('/', (req, res) => res.end());
        export default createServer(app);
      `,
      wishes: [
        [{ origin: APP, method: 'PUT', credentials: true }, 'preflight refused'],
        [{ origin: APP, method: 'PUT' }, 'read'],
      ],
      report: ['no-conflicting-policies', 'divided'],
    },
    {
      name: 'the first leaves preflights to the second',
      source: code`
        import cors from 'cors';
        import express from 'express';
        import { createServer } from 'node:http';
        const app = express();
        app.use(cors({ origin: 'https://partner.example.com', preflightContinue: true }));
        app.use(cors({ origin: 'https://app.example.com' }));
        app.put('/', (req, res) => res.end());
        export default createServer(app);
      `,
      wishes: [[{ origin: APP, method: 'PUT' }, 'read']],
    },
    {
      name: 'by hand after the library: the last one counts',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com', credentials: true }));
      app.use((req, res, next) => {
        res.set('Access-Control-Allow-Origin', '*');
        next();
      });
      app.get('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'GET', credentials: true }, 'response refused']],
      report: ['no-conflicting-policies', 'replaced'],
    },
    {
      name: 'the library after it was written by hand',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use((req, res, next) => {
        res.set('Access-Control-Allow-Origin', 'https://partner.example.com');
        next();
      });
      app.use(cors({ origin: 'https://app.example.com' }));
      app.get('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [
        [{ origin: PARTNER, method: 'GET' }, 'response refused'],
        [{ origin: APP, method: 'GET' }, 'read'],
      ],
      report: ['no-conflicting-policies', 'replaced'],
    },
    {
      name: 'two headers, Express',
      source: code`
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.get('/', (req, res) => {
        res.append('Access-Control-Allow-Origin', 'https://app.example.com');
        res.append('Access-Control-Allow-Origin', 'https://partner.example.com');
        res.end();
      });
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'response refused']],
      report: ['no-conflicting-policies', 'added'],
    },
    {
      name: 'two headers after what the library sends',
      source: code`
      import cors from 'cors';
      import express from 'express';
      import { createServer } from 'node:http';
      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.use((req, res, next) => {
        res.append('Access-Control-Allow-Origin', 'https://partner.example.com');
        next();
      });
      app.get('/', (req, res) => res.end());
      export default createServer(app);
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'response refused']],
      report: ['no-conflicting-policies', 'added'],
    },
    {
      name: 'two headers, Node',
      source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        res.appendHeader('Access-Control-Allow-Origin', 'https://partner.example.com');
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'response refused']],
      report: ['no-conflicting-policies', 'added'],
    },
    {
      name: 'two headers in a flat list',
      source: code`
      export default (req, res) => {
        res.writeHead(200, [
          'Access-Control-Allow-Origin', 'https://app.example.com',
          'Access-Control-Allow-Origin', 'https://partner.example.com',
        ]);
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'response refused']],
      report: ['no-conflicting-policies', 'added'],
    },
    {
      name: 'two headers of a fetch-style response',
      library: routes,
      source: code`
      export const GET = () =>
        new Response('{}', {
          headers: new Headers([
            ['Access-Control-Allow-Origin', 'https://app.example.com'],
            ['Access-Control-Allow-Origin', 'https://partner.example.com'],
          ]),
        });
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'response refused']],
      report: ['no-conflicting-policies', 'added'],
    },
    {
      name: 'one header, set twice',
      source: code`
      export default (req, res) => {
        res.setHeader('Access-Control-Allow-Origin', 'https://partner.example.com');
        res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
        res.end();
      };
    `,
      wishes: [[{ origin: APP, method: 'GET' }, 'read']],
    },
  ],
}

const RULES = ['cors-before-routes', 'no-conflicting-policies', 'require-preflight']

/** What the rules say about a source. */
function reportsOn(source: string): (readonly [rule: string, messageId: string | undefined])[] {
  const rules = Object.fromEntries(RULES.map((name) => [`cors/${name}`, 'error' as const]))
  return new Linter()
    .verify(source, { plugins: { cors: plugin }, rules })
    .map(({ ruleId, messageId }) => [(ruleId ?? '').replace('cors/', ''), messageId])
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('$name', async ({ source, library = node, wishes, report }) => {
    const outcomes = await serving(library, { source }, (url) =>
      Promise.all(wishes.map(([wish]) => fetchAsBrowser(url, wish))),
    )
    expect(outcomes).toEqual(wishes.map(([, outcome]) => outcome))
    expect(reportsOn(source)).toEqual(report ? [report] : [])
  })
})
