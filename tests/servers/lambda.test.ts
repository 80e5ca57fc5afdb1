import type { Library, ServerCase } from './harness/case.ts'
import { code } from './harness/code.ts'
import { lambdaServer } from './harness/listen.ts'
import { describeServers } from './harness/suite.ts'

/** Functions that return `{ statusCode, headers, body }`. */
const lambda: Library = { name: 'lambda', listen: lambdaServer, vary: 'by hand' }

const sound: ServerCase[] = [
  {
    name: 'a list, and Vary for everyone',
    outcome: 'sound',
    source: code`
      const ALLOWED = ['https://app.example.com', 'https://admin.example.com'];

      export const handler = async (event) => {
        const origin = event.headers?.origin;
        const headers = { 'Content-Type': 'application/json', Vary: 'Origin' };
        if (ALLOWED.includes(origin)) {
          headers['Access-Control-Allow-Origin'] = origin;
        }
        return { statusCode: 200, headers, body: JSON.stringify({ ok: true }) };
      };
    `,
  },
  {
    name: 'one origin and credentials',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      exports.handler = async () => ({
        statusCode: 200,
        headers: {
          'Access-Control-Allow-Origin': 'https://app.example.com',
          'Access-Control-Allow-Credentials': true,
        },
        body: '{}',
      });
    `,
  },
  {
    name: 'the first of the list for everyone else',
    outcome: 'sound',
    format: 'ts',
    source: code`
      interface Event {
        readonly headers: Readonly<Record<string, string | undefined>>;
      }

      const ORIGINS: readonly string[] = ['https://app.example.com', 'https://admin.example.com'];

      function allowedOrigin({ headers }: Event): string {
        const requested = headers.origin ?? headers.Origin ?? '';
        return ORIGINS.includes(requested) ? requested : ORIGINS[0]!;
      }

      export async function handler(event: Event) {
        return {
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': allowedOrigin(event), Vary: 'Origin' },
          body: '[]',
        };
      }
    `,
  },
  {
    name: 'an envelope with one origin from the environment',
    outcome: 'sound',
    env: { FRONTEND_ORIGIN: 'https://app.example.com' },
    source: code`
      const respond = (statusCode, body) => ({
        statusCode,
        headers: { 'Access-Control-Allow-Origin': process.env.FRONTEND_ORIGIN },
        body: JSON.stringify(body),
      });

      export const handler = async (event) => {
        if (event.httpMethod === 'OPTIONS') return respond(204, null);
        return respond(200, { path: event.path });
      };
    `,
  },
  {
    name: 'a callback and a lookup',
    outcome: 'sound',
    format: 'cjs',
    source: code`
      const tenants = new Map([['https://app.example.com', 'main']]);

      module.exports.handler = function (event, context, callback) {
        const origin = event.headers.origin;
        const headers = { Vary: 'Origin' };
        if (tenants.has(origin)) headers['Access-Control-Allow-Origin'] = origin;
        callback(null, { statusCode: 200, headers: headers, body: 'ok' });
      };
    `,
  },
]

const unsafe: ServerCase[] = [
  {
    name: 'a star',
    outcome: 'anyone',
    source: code`
      export const handler = async (event) => {
        return {
          statusCode: 200,
          headers: {
            'Content-Type': 'application/json',
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Allow-Headers': 'Content-Type',
          },
          body: JSON.stringify({ path: event.path }),
        };
      };
    `,
  },
  {
    name: 'a star through a callback',
    outcome: 'anyone',
    format: 'cjs',
    source: code`
      'use strict';

      module.exports.handler = (event, context, callback) => {
        const response = {
          statusCode: 200,
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: JSON.stringify({ message: 'hello' }),
        };
        callback(null, response);
      };
    `,
  },
  {
    name: 'the required-for-CORS boilerplate',
    outcome: 'conflict',
    format: 'cjs',
    source: code`
      'use strict';

      module.exports.handler = async (event) => {
        return {
          statusCode: 200,
          headers: {
            'Access-Control-Allow-Origin': '*', // Required for CORS support to work
            'Access-Control-Allow-Credentials': true, // Required for cookies, authorization headers with HTTPS
          },
          body: JSON.stringify({ user: 'ada' }),
        };
      };
    `,
  },
  {
    name: 'a star and credentials in an envelope',
    outcome: 'conflict',
    unfixable: 'the headers are made outside of any request',
    source: code`
      const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };

      const json = (body, statusCode = 200) => ({
        statusCode,
        headers: { ...CORS, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

      export async function handler() {
        return json({ user: 'ada' });
      }
    `,
  },
  {
    name: 'the origin of the request',
    outcome: 'echoed',
    source: code`
      export const handler = async (event) => ({
        statusCode: 200,
        headers: {
          'Access-Control-Allow-Origin': event.headers.origin,
          'Access-Control-Allow-Credentials': 'true',
        },
        body: '{}',
      });
    `,
  },
  {
    name: 'either spelling of the header, or a star',
    outcome: 'echoed',
    source: code`
      const build = (origin) => ({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });

      export const handler = async ({ headers }) => {
        const origin = headers.origin || headers.Origin || '*';
        return { statusCode: 200, headers: build(origin), body: '{}' };
      };
    `,
  },
  {
    name: 'a checked origin without Vary',
    outcome: 'unvaried',
    source: code`
      const allowed = ['https://app.example.com', 'https://admin.example.com'];

      export const handler = async (event) => {
        const { origin } = event.headers;
        const headers = { 'Content-Type': 'application/json' };
        if (allowed.includes(origin)) headers['Access-Control-Allow-Origin'] = origin;
        return { statusCode: 200, headers, body: '{}' };
      };
    `,
  },
]

describeServers(lambda, [...sound, ...unsafe])
