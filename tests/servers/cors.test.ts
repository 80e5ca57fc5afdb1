import type { Library, ServerCase } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nodeServer } from './harness/listen.ts'
import { describeServers } from './harness/suite.ts'

/**
 * The `cors` package. It writes `Vary: Origin` itself wherever it answers with an origin; when its callback refuses, it
 * writes nothing at all, and that is not for the code to mend.
 */
const cors: Library = { name: 'cors', listen: nodeServer, vary: 'by the library' }

const sound: ServerCase[] = [
  {
    name: 'an array and credentials',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      app.use(cors({ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }));
      app.get('/', (req, res) => res.json({ orders: [] }));

      export default app;
    `,
  },
  {
    name: 'one origin',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const express = require('express');
      const cors = require('cors');

      const app = express();
      app.use(cors({ origin: 'https://app.example.com' }));
      app.get('/', function (req, res) {
        res.send('ok');
      });

      module.exports = app;
    `,
  },
  {
    name: 'a callback that answers with membership',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const express = require('express');
      const cors = require('cors');

      const whitelist = ['https://app.example.com', 'https://admin.example.com'];
      const corsOptions = {
        origin: function (origin, callback) {
          callback(null, whitelist.includes(origin));
        },
        credentials: true,
      };

      const app = express();
      app.use(cors(corsOptions));
      app.get('/', (req, res) => res.json({ ok: true }));

      module.exports = app;
    `,
  },
  {
    name: 'the callback of the README, which lets requests without Origin pass',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const allowed = ['https://app.example.com'];
      const app = express();
      app.use(
        cors({
          origin(origin, callback) {
            if (!origin || allowed.includes(origin)) {
              callback(null, true);
            } else {
              callback(new Error('Not allowed by CORS'));
            }
          },
        }),
      );
      app.get('/', (req, res) => res.json([]));
      app.use((error, req, res, next) => res.status(403).json({ error: error.message }));

      export default app;
    `,
  },
  {
    name: 'a callback that asks a Set',
    outcome: 'sound',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const ORIGINS = new Set(['https://app.example.com']);

      const app = express();
      app.use(cors({ origin: (origin, done) => done(null, ORIGINS.has(origin)), maxAge: 600 }));
      app.get('/', (_, res) => res.sendStatus(204));
      export default app;
    `,
  },
  {
    name: 'indexOf compared, refusal by early return',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const cors = require('cors');
      const app = require('express')();
      const domains = ['https://app.example.com', 'https://www.example.com'];

      app.use(cors({
        origin: (origin, cb) => {
          if (domains.indexOf(origin) === -1) {
            return cb(null, false);
          }
          return cb(null, true);
        },
      }));
      app.get('/', (req, res) => res.end('ok'));

      module.exports = app;
    `,
  },
  {
    name: 'some with equality, echo of the checked origin',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const tenants = [{ origin: 'https://app.example.com', plan: 'pro' }];
      const app = express();
      app.use(
        cors({
          credentials: true,
          origin: (origin, callback) => {
            const known = tenants.some((tenant) => tenant.origin === origin);
            callback(null, known ? origin : false);
          },
        }),
      );
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a switch over origins',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      function checkOrigin(origin, callback) {
        switch (origin) {
          case 'https://app.example.com':
          case 'https://admin.example.com':
            callback(null, true);
            break;
          default:
            callback(null, false);
        }
      }

      const app = express().use(cors({ origin: checkOrigin }));
      app.get('/', (req, res) => res.send('hello'));
      export default app;
    `,
  },
  {
    name: 'a lookup in an object',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const shops = { 'https://app.example.com': 'main', 'https://b.example.com': 'outlet' };

      const app = express();
      app.use(cors({ origin: (origin, cb) => cb(null, Object.hasOwn(shops, origin ?? '')) }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a delegate that reflects behind an exact match',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      var express = require('express')
      var cors = require('cors')
      var app = express()

      var allowlist = ['https://app.example.com', 'https://example2.com']
      var corsOptionsDelegate = function (req, callback) {
        var corsOptions
        if (allowlist.indexOf(req.header('Origin')) !== -1) {
          corsOptions = { origin: true, credentials: true }
        } else {
          corsOptions = { origin: false }
        }
        callback(null, corsOptions)
      }

      app.get('/', cors(corsOptionsDelegate), function (req, res) {
        res.json({ msg: 'This is CORS-enabled for an allowed domain.' })
      })

      module.exports = app
    `,
  },
  {
    name: 'a list from the environment',
    outcome: 'sound',
    env: { CORS_ORIGINS: 'https://app.example.com, https://admin.example.com' },
    source: code`
      import cors from 'cors';
      import express from 'express';

      const origins = (process.env.CORS_ORIGINS ?? '').split(',').map((origin) => origin.trim()).filter(Boolean);
      const app = express();
      app.use(cors({ origin: origins, credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'an origin from the environment that is not set',
    outcome: 'sound',
    env: { FRONTEND_URL: undefined },
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      app.use(cors({ origin: process.env.FRONTEND_URL, credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'an anchored pattern',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      app.use(cors({ origin: [/^https:\/\/(?:app|admin)\.example\.com$/] }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'typed options in TypeScript',
    outcome: 'sound',
    format: 'ts',
    source: code`
      import cors, { type CorsOptions } from 'cors';
      import express, { type Request, type Response } from 'express';

      const ALLOWED = ['https://app.example.com'] as const;
      type Allowed = (typeof ALLOWED)[number];

      const options: CorsOptions = {
        origin(origin, callback) {
          callback(null, ALLOWED.includes(origin as Allowed));
        },
        credentials: true,
      };

      const app = express();
      app.use(cors(options));
      app.get('/', (_req: Request, res: Response) => void res.json({ ok: true }));

      export default app;
    `,
  },
  {
    name: 'options from a function',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const corsOptions = (...origin) => ({ origin, methods: ['GET', 'PUT'], maxAge: 600 });

      export function createApp() {
        const app = express();
        app.use(cors(corsOptions('https://app.example.com')));
        app.get('/', (req, res) => res.json({ ok: true }));
        return app;
      }

      export default createApp();
    `,
  },
  {
    name: 'options assembled by assignment',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      'use strict';
      const cors = require('cors');
      const express = require('express');

      const options = { methods: 'GET,POST' };
      options.origin = ['https://app.example.com'];
      options.credentials = true;

      const app = express();
      app.use(cors(options));
      app.get('/', (req, res) => res.json({ ok: true }));
      module.exports = app;
    `,
  },
  {
    name: 'a wildcard default that every use overrides',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const defaults = { origin: '*', methods: ['GET', 'HEAD', 'PUT'] };

      const app = express();
      app.use(cors(Object.assign({}, defaults, { origin: ['https://app.example.com'], credentials: true })));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'options in a class member',
    outcome: 'sound',
    format: 'ts',
    source: code`
      import cors from 'cors';
      import express, { type Express } from 'express';

      class Api {
        private readonly corsOptions = { origin: ['https://app.example.com'], credentials: true };
        readonly app: Express = express();

        constructor() {
          this.app.use(cors(this.corsOptions));
          this.app.get('/', (req, res) => void res.json({ ok: true }));
        }
      }

      export default new Api().app;
    `,
  },
  {
    name: 'one route and its preflight',
    outcome: 'sound',
    path: '/products/1',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      const shop = cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] });

      app.options('/products/:id', shop);
      app.get('/products/:id', shop, (req, res) => res.json({ id: req.params.id }));
      app.get('/health', (req, res) => res.send('ok'));
      export default app;
    `,
  },
  {
    name: 'a router below a path',
    outcome: 'sound',
    path: '/api/items',
    source: code`
      import cors from 'cors';
      import { Router } from 'express';
      import express from 'express';

      const router = Router();
      router.use(cors({ origin: ['https://app.example.com'] }));
      router.get('/items', (req, res) => res.json([]));

      const app = express();
      app.use('/api', router);
      export default app;
    `,
  },
  {
    name: 'everyone in development only',
    outcome: 'sound',
    env: { NODE_ENV: 'production' },
    source: code`
      import cors from 'cors';
      import express from 'express';

      const isProduction = process.env.NODE_ENV === 'production';
      const app = express();
      app.use(cors({ origin: isProduction ? ['https://app.example.com'] : true, credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'middleware in development only',
    outcome: 'sound',
    env: { NODE_ENV: 'production' },
    format: 'cjs',
    source: code`
      const express = require('express');
      const app = express();

      if (process.env.NODE_ENV === 'development') {
        const cors = require('cors');
        app.use(cors());
      }
      app.get('/', (req, res) => res.json({ ok: true }));

      module.exports = app;
    `,
  },
  {
    name: 'switched off',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      app.use(cors({ origin: false, credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a star inside an array, which admits nobody',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const app = express();
      app.use(cors({ origin: ['*'], credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a predicate of another module',
    outcome: 'sound',
    files: { 'origins.mjs': `export const isAllowed = (origin) => origin === 'https://app.example.com';\n` },
    source: code`
      import cors from 'cors';
      import express from 'express';
      import { isAllowed } from './origins.mjs';

      const app = express();
      app.use(cors({ origin: (origin, callback) => callback(null, isAllowed(origin)), credentials: true }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'an asynchronous predicate that is waited for',
    outcome: 'sound',
    source: code`
      import cors from 'cors';
      import express from 'express';

      const registered = async (origin) => ['https://app.example.com'].includes(origin);

      const app = express();
      app.use(
        cors({
          credentials: true,
          origin: (origin, callback) => {
            registered(origin).then((known) => callback(null, known), callback);
          },
        }),
      );
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a function of its own that is called cors',
    outcome: 'sound',
    source: code`
      import express from 'express';

      function cors() {
        return (req, res, next) => {
          req.startedAt = Date.now();
          next();
        };
      }

      const app = express();
      app.use(cors());
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'a wrapper that takes the list',
    outcome: 'sound',
    source: code`
      import { default as corsMiddleware } from 'cors';
      import express from 'express';

      const only = (origins) => corsMiddleware({ origin: origins, credentials: true });

      const app = express();
      app.use(only(['https://app.example.com']));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
  {
    name: 'called by hand below node:http',
    outcome: 'sound',
    source: code`
      import { createServer } from 'node:http';
      import cors from 'cors';

      const applyCors = cors({ origin: ['https://app.example.com'] });

      export default createServer((req, res) => {
        applyCors(req, res, () => {
          res.writeHead(200, { 'Content-Type': 'application/json' });
          res.end('{"ok":true}');
        });
      });
    `,
  },
  {
    name: 'imported when it is needed',
    outcome: 'sound',
    source: code`
      import express from 'express';

      const { default: cors } = await import('cors');
      const app = express();
      app.use(cors({ origin: new Array('https://app.example.com', 'https://admin.example.com') }));
      app.get('/', (req, res) => res.json({ ok: true }));
      export default app;
    `,
  },
]

const unsafe: ServerCase[] = [
  {
    name: 'no options',
    outcome: 'anyone',
    format: 'cjs',
    source: code`
      const express = require('express');
      const cors = require('cors');
      const app = express();

      app.use(cors());
      app.use(express.json());

      app.get('/', (req, res) => {
        res.json({ orders: [] });
      });

      module.exports = app;
    `,
  },
  {
    name: 'empty options',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({}));
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'options that leave the origin open',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const options = { methods: ['GET', 'PUT'], maxAge: 86400 };
      const app = express();
      app.use(cors(options));
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'a star',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const corsOptions = {
        origin: \`*\`,
        optionsSuccessStatus: 200,
      };
      const app = express();
      app.use(cors(corsOptions));
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'a star and the text "true", which is not credentials',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: '*', credentials: 'true' }));
      app.get('/', (req, res) => res.json([]));
      export default app;
    `,
  },
  {
    name: 'a star and credentials',
    outcome: 'conflict',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(
        cors({
          origin: '*',
          credentials: true,
          methods: ['GET', 'POST', 'PUT', 'DELETE'],
        }),
      );
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'credentials and nothing else',
    outcome: 'conflict',
    format: 'cjs',
    source: code`
      const app = require('express')();
      app.use(require('cors')({ credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      module.exports = app;
    `,
  },
  {
    name: 'true and credentials',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: true, credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'true among strings',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: ['https://app.example.com', true] }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'everyone when the environment is silent',
    outcome: 'anyone',
    env: { CORS_ORIGIN: undefined },
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: process.env.CORS_ORIGIN || '*' }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'everyone with credentials when the environment is silent',
    outcome: 'echoed',
    env: { ALLOWED_ORIGINS: undefined },
    source: code`
      import express from 'express';
      import cors from 'cors';

      const origin = process.env.ALLOWED_ORIGINS?.split(',') ?? true;

      const app = express();
      app.use(cors({ origin, credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a conditional on the presence of the environment',
    outcome: 'anyone',
    env: { ORIGINS: undefined },
    format: 'cjs',
    source: code`
      const express = require('express');
      const cors = require('cors');
      const { ORIGINS } = process.env;

      const app = express();
      app.use(cors({ origin: ORIGINS ? ORIGINS.split(',') : '*' }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      module.exports = app;
    `,
  },
  {
    name: 'a Set, which is merely truthy',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const allowedOrigins = new Set(['https://app.example.com', 'https://admin.example.com']);
      const app = express();
      app.use(cors({ origin: allowedOrigins, credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a callback that always allows',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a callback that hands the origin back',
    outcome: 'echoed',
    format: 'ts',
    source: code`
      import cors, { type CorsOptions } from 'cors';
      import express from 'express';

      const options = {
        credentials: true,
        origin(requestOrigin, callback) {
          callback(null, requestOrigin);
        },
      } satisfies CorsOptions;

      const app = express();
      app.use(cors(options));
      app.get('/', (req, res) => void res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a check that only warns',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const known = ['https://app.example.com'];
      const refused = [];
      const app = express();
      app.use(
        cors({
          credentials: true,
          origin(origin, callback) {
            if (!known.includes(origin)) {
              refused.push(origin);
            }
            callback(null, true);
          },
        }),
      );
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'both branches allow',
    outcome: 'echoed',
    format: 'cjs',
    source: code`
      var express = require('express');
      var cors = require('cors');
      var whitelist = ['https://app.example.com', 'https://www.example.com'];

      var corsOptions = {
        origin: function (origin, callback) {
          if (whitelist.indexOf(origin) !== -1) {
            callback(null, true);
          } else {
            // TEMP: QA needs access from anywhere
            callback(null, origin);
          }
        },
      };

      var app = express();
      app.use(cors(corsOptions));
      app.get('/', function (req, res) { res.json({ user: 'ada' }); });
      module.exports = app;
    `,
  },
  {
    name: 'any origin, as long as there is one',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(
        cors({
          origin: (origin, cb) => {
            if (!origin) return cb(null, false);
            return cb(null, true);
          },
          credentials: true,
        }),
      );
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'indexOf taken for a boolean',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const list = ['https://app.example.com', 'https://admin.example.com'];
      const app = express();
      app.use(cors({ origin: (origin, cb) => cb(null, list.indexOf(origin)) }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a promise taken for a boolean',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      async function isTenant(origin) {
        const tenants = ['https://app.example.com'];
        return tenants.includes(origin);
      }

      const app = express();
      app.use(cors({ origin: (origin, callback) => callback(null, isTenant(origin)), credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a condition that cannot fail',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const list = ['https://app.example.com'];
      const app = express();
      app.use(cors({ origin: (origin, callback) => callback(null, list.includes(origin) || true) }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a list of those who may not',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const BLOCKED = ['https://scraper.example.net'];
      const app = express();
      app.use(
        cors({
          origin: (origin, callback) => {
            if (BLOCKED.includes(origin)) return callback(new Error('blocked'));
            callback(null, true);
          },
          credentials: true,
        }),
      );
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a pattern that matches everything',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(cors({ origin: /.*/, credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a delegate that hands the header on',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const delegate = (req, callback) => {
        callback(null, { origin: req.header('Origin'), credentials: true });
      };

      const app = express();
      app.use(cors(delegate));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'made anew for each request with its origin',
    outcome: 'echoed',
    format: 'cjs',
    source: code`
      const express = require('express');
      const cors = require('cors');

      const app = express();
      app.use((req, res, next) => cors({ origin: req.headers.origin, credentials: true })(req, res, next));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      module.exports = app;
    `,
  },
  {
    name: 'a star that is assigned later',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const options = {};
      options.methods = ['GET', 'PUT'];
      options.origin = '*';

      const app = express();
      app.use(cors(options));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a star from a spread, met by credentials',
    outcome: 'conflict',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const base = { origin: '*', maxAge: 600 };
      const app = express();
      app.use(cors({ ...base, credentials: true }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'options merged into true',
    outcome: 'echoed',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const strict = { origin: ['https://app.example.com'], credentials: true };
      const relaxed = Object.assign({}, strict, { origin: true });

      const app = express();
      app.use(cors(relaxed));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'options in a static member',
    outcome: 'conflict',
    format: 'ts',
    source: code`
      import cors from 'cors';
      import express from 'express';

      class HttpServer {
        private static readonly CORS = { origin: '*', credentials: true, exposedHeaders: ['X-Total'] };

        static create(): express.Express {
          const app = express();
          app.use(cors(HttpServer.CORS));
          app.get('/', (req, res) => void res.json({ user: 'ada' }));
          return app;
        }
      }

      export default HttpServer.create();
    `,
  },
  {
    name: 'a default parameter',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import cors from 'cors';

      function createApp(origin = '*') {
        const app = express();
        app.use(cors({ origin }));
        app.get('/', (req, res) => res.json({ user: 'ada' }));
        return app;
      }

      export default createApp();
    `,
  },
  {
    name: 'on one route',
    outcome: 'anyone',
    path: '/api/profile',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.get('/api/profile', cors(), (req, res) => res.json({ user: 'ada' }));
      app.get('/', (req, res) => res.send('home'));
      export default app;
    `,
  },
  {
    name: 'the preflight alone',
    outcome: 'anyone',
    path: '/orders/7',
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.options('/orders/:id', cors());
      app.put('/orders/:id', (req, res) => res.sendStatus(204));
      export default app;
    `,
  },
  {
    name: 'compiled from TypeScript',
    outcome: 'echoed',
    format: 'cjs',
    source: code`
      "use strict";
      var __importDefault = (this && this.__importDefault) || function (mod) {
          return (mod && mod.__esModule) ? mod : { "default": mod };
      };
      Object.defineProperty(exports, "__esModule", { value: true });
      const cors_1 = __importDefault(require("cors"));
      const express_1 = __importDefault(require("express"));
      const app = (0, express_1.default)();
      app.use((0, cors_1.default)({ origin: true }));
      app.get("/", (req, res) => { res.json({ user: "ada" }); });
      module.exports = app;
    `,
  },
  {
    name: 'under another name',
    outcome: 'anyone',
    source: code`
      import express from 'express';
      import corsFactory from 'cors';

      const cors = corsFactory;
      const middlewares = [express.json(), cors()];

      const app = express();
      app.use(...middlewares);
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'open in production',
    outcome: 'echoed',
    env: { NODE_ENV: 'production' },
    source: code`
      import express from 'express';
      import cors from 'cors';

      const app = express();
      app.use(
        cors({
          origin: process.env.NODE_ENV === 'production' ? true : ['http://localhost:5173'],
          credentials: true,
        }),
      );
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
  {
    name: 'a permissive predicate of another module',
    outcome: 'echoed',
    unseen: 'the predicate is in another module',
    files: { 'origins.mjs': `export const isAllowed = () => true;\n` },
    source: code`
      import express from 'express';
      import cors from 'cors';
      import { isAllowed } from './origins.mjs';

      const app = express();
      app.use(cors({ origin: (origin, callback) => callback(null, isAllowed(origin)) }));
      app.get('/', (req, res) => res.json({ user: 'ada' }));
      export default app;
    `,
  },
]

describeServers(cors, [...sound, ...unsafe])
