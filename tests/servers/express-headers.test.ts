import type { Library, ServerCase } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeServers } from './harness/suite.ts'

/** Headers written by hand in Express applications. */
const express: Library = { name: 'express headers', listen: nodeServer, vary: 'by hand' }

const sound: ServerCase[] = [
  {
    name: 'middleware with a Set',
    outcome: 'sound',
    source: code`
      import express from 'express';

      const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com']);
      const app = express();

      app.use((req, res, next) => {
        const origin = req.get('Origin');
        res.vary('Origin');
        if (ALLOWED.has(origin)) {
          res.set('Access-Control-Allow-Origin', origin);
          res.set('Access-Control-Allow-Credentials', 'true');
        }
        if (req.method === 'OPTIONS') {
          res.set('Access-Control-Allow-Methods', 'GET, PUT');
          return res.sendStatus(204);
        }
        next();
      });
      app.get('/', (req, res) => res.json({ ok: true }));

      export default app;
    `,
  },
  {
    name: 'an object of headers behind a comparison',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const express = require('express');
      const app = express();
      const FRONTEND = 'https://app.example.com';

      app.get('/', (req, res) => {
        res.vary('Origin');
        if (req.headers.origin === FRONTEND) {
          res.set({
            'Access-Control-Allow-Origin': req.headers.origin,
            'Access-Control-Allow-Credentials': 'true',
          });
        }
        res.json({ ok: true });
      });

      module.exports = app;
    `,
  },
  {
    name: 'refusal by early return after Vary',
    outcome: 'sound',
    source: code`
      import express from 'express';

      const origins = ['https://app.example.com'];
      const app = express();
      app.use((req, res, next) => {
        const origin = req.header('origin');
        res.append('Vary', 'Origin');
        if (!origin) return next();
        if (!origins.includes(origin)) return res.status(403).json({ error: 'origin not allowed' });
        res.header('Access-Control-Allow-Origin', origin);
        next();
      });
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'one origin, chained',
    outcome: 'sound',
    source: code`
      import express from 'express';

      const app = express();
      app.get('/', (req, res) => {
        res
          .status(200)
          .set({ 'Access-Control-Allow-Origin': 'https://app.example.com', 'Cache-Control': 'no-store' })
          .json({ ok: true });
      });
      export default app;
    `,
  },
  {
    name: 'one origin from the environment, for a router',
    outcome: 'sound',
    path: '/v1/items',
    env: { WEB_URL: 'https://app.example.com' },
    source: code`
      import express, { Router } from 'express';

      const { WEB_URL } = process.env;
      const router = Router();
      router.use((_req, res, next) => {
        res.header('Access-Control-Allow-Origin', WEB_URL);
        res.header('Access-Control-Allow-Headers', 'Content-Type, X-Test');
        next();
      });
      router.get('/items', (_req, res) => res.json([]));

      export default express().use('/v1', router);
    `,
  },
  {
    name: 'a helper of another module',
    outcome: 'sound',
    files: { 'trust.mjs': `export const trusted = (origin) => origin === 'https://app.example.com';\n` },
    source: code`
      import express from 'express';
      import { trusted } from './trust.mjs';

      const app = express();
      app.use(function cors(req, res, next) {
        const { origin } = req.headers;
        res.vary('Origin');
        if (trusted(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
        next();
      });
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'typed middleware',
    outcome: 'sound',
    format: 'ts',
    source: code`
      import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

      const allowlist: readonly string[] = ['https://app.example.com'];

      export const allowOrigins = (origins: readonly string[]): RequestHandler => {
        return (req: Request, res: Response, next: NextFunction): void => {
          const origin = req.headers.origin as string | undefined;
          res.vary('Origin');
          if (origin !== undefined && origins.includes(origin)) {
            res.header('Access-Control-Allow-Origin', origin);
          }
          next();
        };
      };

      const app = express();
      app.use(allowOrigins(allowlist));
      app.get('/', (_req, res) => void res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a list from the environment',
    outcome: 'sound',
    env: { CORS_ALLOWLIST: 'https://app.example.com, https://admin.example.com' },
    format: 'cjs',
    source: code`
      const express = require('express');
      const allowed = new Set((process.env.CORS_ALLOWLIST ?? '').split(',').map((s) => s.trim()));

      const app = express();
      app.all('/{*path}', (req, res, next) => {
        const origin = req.headers.origin;
        res.vary('Accept-Encoding').vary('Origin');
        if (origin && allowed.has(origin)) res.set('Access-Control-Allow-Origin', origin);
        next();
      });
      app.get('/', (req, res) => res.send('ok'));
      module.exports = app;
    `,
  },
  {
    name: 'a controller class',
    outcome: 'sound',
    source: code`
      import express from 'express';

      class ItemsController {
        static ORIGINS = ['https://app.example.com'];

        list = (req, res) => {
          this.cors(req, res);
          res.json([]);
        };

        cors(req, res) {
          const index = ItemsController.ORIGINS.indexOf(req.headers.origin);
          res.vary('Origin');
          if (index !== -1) res.set('Access-Control-Allow-Origin', ItemsController.ORIGINS[index]);
        }
      }

      const items = new ItemsController();
      export default express().get('/', items.list);
    `,
  },
  {
    name: 'everyone in development only',
    outcome: 'sound',
    env: { NODE_ENV: 'production' },
    source: code`
      import express from 'express';

      const app = express();
      if (app.get('env') === 'development') {
        app.use((req, res, next) => {
          res.header('Access-Control-Allow-Origin', '*');
          next();
        });
      }
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'no CORS at all',
    outcome: 'sound',
    source: code`
      import express from 'express';

      const app = express();
      app.get('/', (req, res) => {
        if (req.headers.origin === 'https://evil.example') req.suspicious = true;
        res.set('Cross-Origin-Resource-Policy', 'same-origin').set('X-Requested-From', String(req.headers.origin));
        res.json({ hint: 'set Access-Control-Allow-Origin: * yourself' });
      });
      export default app;
    `,
  },
]

const unsafe: ServerCase[] = [
  {
    name: 'the snippet everybody knows',
    outcome: 'anyone',
    format: 'cjs',
    source: code`
      const express = require('express');
      const app = express();

      app.use(function (req, res, next) {
        res.header("Access-Control-Allow-Origin", "*");
        res.header("Access-Control-Allow-Headers", "Origin, X-Requested-With, Content-Type, Accept");
        next();
      });

      app.get('/', function (req, res) {
        res.json({ orders: [] });
      });

      module.exports = app;
    `,
  },
  {
    name: 'on the response of one route',
    outcome: 'anyone',
    path: '/feed',
    source: code`
      import express from 'express';

      const app = express();
      app.get('/feed', (req, res) => res.set('Access-Control-Allow-Origin', '*').json([]));
      export default app;
    `,
  },
  {
    name: 'on static files',
    outcome: 'anyone',
    path: '/server.mjs',
    unfixable: 'no request is in scope',
    source: code`
      import express from 'express';

      const app = express();
      app.use(
        express.static(import.meta.dirname, {
          maxAge: 0,
          setHeaders: (res) => res.set('Access-Control-Allow-Origin', '*'),
        }),
      );
      export default app;
    `,
  },
  {
    name: 'a middleware factory that is open by default',
    outcome: 'anyone',
    source: code`
      import express from 'express';

      const allow = (origin = '*') => (req, res, next) => {
        res.header('Access-Control-Allow-Origin', origin);
        next();
      };

      const app = express();
      app.use(allow());
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'a star for those who are not on the list',
    outcome: 'anyone',
    source: code`
      import express from 'express';

      const allowed = ['https://app.example.com'];
      const app = express();
      app.use((req, res, next) => {
        res.vary('Origin');
        if (allowed.includes(req.headers.origin)) {
          res.header('Access-Control-Allow-Origin', req.headers.origin);
        } else {
          res.header('Access-Control-Allow-Origin', '*');
        }
        next();
      });
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'a star and credentials in one object',
    outcome: 'conflict',
    source: code`
      import express from 'express';

      const app = express();
      app.use((req, res, next) => {
        res.set({
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'GET,PUT,POST,DELETE',
        });
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a star and a boolean, by two setters',
    outcome: 'conflict',
    format: 'cjs',
    source: code`
      var express = require('express');
      var app = module.exports = express();

      app.all('/', function (req, res, next) {
        res.setHeader('Access-Control-Allow-Origin', '*');
        res.header('access-control-allow-credentials', true);
        next();
      });
      app.get('/', function (req, res) { res.send({ user: 'ada' }); });
    `,
  },
  {
    name: 'a table of headers',
    outcome: 'conflict',
    unfixable: 'the headers are made outside of any request',
    source: code`
      import express from 'express';

      const HEADERS = [
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Credentials', 'true'],
      ];

      const app = express();
      app.use((req, res, next) => {
        for (const [name, value] of HEADERS) res.set(name, value);
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'the origin of the request, with credentials',
    outcome: 'echoed',
    source: code`
      import express from 'express';

      const app = express();
      app.use((req, res, next) => {
        res.header('Access-Control-Allow-Origin', req.headers.origin);
        res.header('Access-Control-Allow-Credentials', 'true');
        res.header('Vary', 'Origin');
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'req.get',
    outcome: 'echoed',
    format: 'cjs',
    source: code`
      const express = require('express');
      const app = express();
      app.get('/', (req, res) => {
        res.set('Access-Control-Allow-Origin', req.get('origin'));
        res.json({ user: 'ada' });
      });
      module.exports = app;
    `,
  },
  {
    name: 'req.header or a star',
    outcome: 'echoed',
    source: code`
      import express from 'express';

      const app = express();
      app.get('/', (req, res) => {
        const origin = req.header('Origin') || '*';
        res.header('Access-Control-Allow-Origin', origin);
        res.json({ user: 'ada' });
      });
      export default app;
    `,
  },
  {
    name: 'destructured and appended',
    outcome: 'echoed',
    source: code`
      import express from 'express';

      const app = express();
      app.use(({ headers }, res, next) => {
        const { origin: from } = headers;
        if (from) {
          res.append('Access-Control-Allow-Origin', from);
          res.append('Vary', 'Origin');
        }
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a helper in TypeScript',
    outcome: 'echoed',
    format: 'ts',
    source: code`
      import express, { type Response } from 'express';

      function withCors(res: Response, origin: string | undefined): Response {
        return res.set({
          'Access-Control-Allow-Origin': origin ?? 'https://app.example.com',
          'Access-Control-Allow-Credentials': 'true',
        });
      }

      const app = express();
      app.get('/', (req, res) => void withCors(res, req.headers.origin).json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a check that only warns',
    outcome: 'echoed',
    source: code`
      import express from 'express';

      const allowed = new Set(['https://app.example.com']);
      const strangers = [];
      const app = express();
      app.use((req, res, next) => {
        const origin = req.headers.origin ?? 'https://app.example.com';
        res.vary('Origin');
        if (!allowed.has(origin)) strangers.push(origin);
        res.set('Access-Control-Allow-Origin', origin);
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a refusal that is sent and not returned from',
    outcome: 'echoed',
    source: code`
      import express from 'express';

      const allowed = ['https://app.example.com'];
      const app = express();
      app.use((req, res, next) => {
        const { origin } = req.headers;
        res.vary('Origin');
        if (!origin) return next();
        if (!allowed.includes(origin)) {
          res.status(403);
        }
        res.set('Access-Control-Allow-Origin', origin);
        res.set('Access-Control-Allow-Credentials', 'true');
        next();
      });
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a checked origin without Vary',
    outcome: 'unvaried',
    source: code`
      import express from 'express';

      const allowed = ['https://app.example.com', 'https://admin.example.com'];
      const app = express();
      app.use((req, res, next) => {
        const origin = req.headers.origin;
        if (allowed.includes(origin)) {
          res.setHeader('Access-Control-Allow-Origin', origin);
        }
        res.header('Access-Control-Allow-Methods', 'GET, OPTIONS');
        return next();
      });
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'Vary for the admitted alone',
    outcome: 'unvaried',
    format: 'cjs',
    source: code`
      const express = require('express');
      const ALLOWED = new Set(['https://app.example.com']);

      const app = express();
      app.use((req, res, next) => {
        const origin = req.get('Origin');
        if (ALLOWED.has(origin)) {
          res.set('Access-Control-Allow-Origin', origin);
          res.vary('Origin');
        }
        next();
      });
      app.get('/', (req, res) => res.json({ ok: true }));
      module.exports = app;
    `,
  },
  {
    name: 'Vary that is replaced',
    outcome: 'unvaried',
    source: code`
      import express from 'express';

      const allowed = ['https://app.example.com'];
      const app = express();
      app.get('/', (req, res) => {
        const { origin } = req.headers;
        res.vary('Origin');
        if (allowed.includes(origin)) res.set('Access-Control-Allow-Origin', origin);
        res.set('Vary', 'Accept-Language');
        res.json({ ok: true });
      });
      export default app;
    `,
  },
]

describeServers(express, [...sound, ...unsafe])
