import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-wildcard-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'a header before the answer',
      settings: listed,
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end('ok')
        })
      `,
      output: code`
        import http from 'node:http'
        const allowedOrigins = ['https://app.example.com']

        http.createServer((req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
          }
          res.end('ok')
        })
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 48, endLine: 4, endColumn: 51 }],
    },
    {
      name: 'an appended header, in capitals',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const https = require("https");

        https.createServer(function (request, response) {
        	response.appendHeader("ACCESS-CONTROL-ALLOW-ORIGIN", "*");
        	response.end();
        });
      `,
      output: code`
        const https = require("https");
        const allowedOrigins = ["https://app.example.com"];

        https.createServer(function (request, response) {
        	response.appendHeader("Vary", "Origin");
        	if (allowedOrigins.includes(request.headers.origin)) {
        		response.appendHeader("ACCESS-CONTROL-ALLOW-ORIGIN", request.headers.origin);
        	}
        	response.end();
        });
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 55, endLine: 4, endColumn: 58 }],
    },
    {
      name: 'writeHead with an object',
      settings: listed,
      code: code`
        export function listener(req, res) {
          res.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' })
          res.end('ok')
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function listener(req, res) {
          res.writeHead(200, { 'content-type': 'text/plain', ...(allowedOrigins.includes(req.headers.origin) && { 'access-control-allow-origin': req.headers.origin }), Vary: 'Origin' })
          res.end('ok')
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 85, endLine: 2, endColumn: 88 }],
    },
    {
      name: 'writeHead with a status text and a flat list',
      settings: listed,
      code: code`
        export const listener = (req, res) =>
          res.writeHead(200, 'OK', ['Content-Type', 'text/plain', 'Access-Control-Allow-Origin', '*']).end('ok')
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const listener = (req, res) =>
          res.writeHead(200, 'OK', ['Content-Type', 'text/plain', ...(allowedOrigins.includes(req.headers.origin) ? ['Access-Control-Allow-Origin', req.headers.origin] : []), 'Vary', 'Origin']).end('ok')
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 90, endLine: 2, endColumn: 93 }],
    },
    {
      name: 'setHeaders with a Map',
      settings: listed,
      code: code`
        export function listener(req, res) {
          res.setHeaders(
            new Map([
              ['Access-Control-Allow-Origin', '*'],
              ['Content-Type', 'text/plain'],
            ]),
          )
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function listener(req, res) {
          res.setHeaders(
            new Map([
              ...(allowedOrigins.includes(req.headers.origin) ? [['Access-Control-Allow-Origin', req.headers.origin]] : []), ['Vary', 'Origin'],
              ['Content-Type', 'text/plain'],
            ]),
          )
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 39, endLine: 4, endColumn: 42 }],
    },
    {
      name: 'setHeaders with Headers',
      settings: listed,
      code: code`
        export function listener(req, res) {
          const headers = new Headers({ 'Access-Control-Allow-Origin': '*' })
          res.setHeaders(headers)
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export function listener(req, res) {
          const headers = new Headers({ ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }), Vary: 'Origin' })
          res.setHeaders(headers)
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 64, endLine: 2, endColumn: 67 }],
    },
    {
      name: 'an Express middleware',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        const express = require('express');
        const app = express();

        app.use(function (req, res, next) {
          res.header('Access-Control-Allow-Origin', '*'); // everybody
          res.header('Access-Control-Allow-Headers', 'Content-Type');
          next();
        });
      `,
      output: code`
        const express = require('express');
        const allowedOrigins = ['https://app.example.com'];
        const app = express();

        app.use(function (req, res, next) {
          res.vary('Origin');
          if (allowedOrigins.includes(req.headers.origin)) {
            res.header('Access-Control-Allow-Origin', req.headers.origin);
          } // everybody
          res.header('Access-Control-Allow-Headers', 'Content-Type');
          next();
        });
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 45, endLine: 5, endColumn: 48 }],
    },
    {
      name: 'a route whose whole body is one chain',
      settings: listed,
      code: code`
        import { Router } from 'express'
        export const router = Router()
        router.get('/', (req, res) => res.set('Access-Control-Allow-Origin', '*').json([]))
      `,
      output: code`
        import { Router } from 'express'
        const allowedOrigins = ['https://app.example.com']
        export const router = Router()
        router.get('/', (req, res) => {
          res.vary('Origin')
          if (allowedOrigins.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          return res.json([])
        })
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 70, endLine: 3, endColumn: 73 }],
    },
    {
      name: 'in the middle of a chain',
      settings: listed,
      code: code`
        import express from 'express'

        const app = express()
        app.get('/status', (req, res) => {
          res.status(200).set('Access-Control-Allow-Origin', '*').type('txt').send('up')
        })
      `,
      output: code`
        import express from 'express'
        const allowedOrigins = ['https://app.example.com']

        const app = express()
        app.get('/status', (req, res) => {
          res.vary('Origin')
          if (allowedOrigins.includes(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin)
          res.status(200).type('txt').send('up')
        })
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 54, endLine: 5, endColumn: 57 }],
    },
    {
      name: 'the object form of set',
      settings: listed,
      code: code`
        import express from 'express'
        const app = express()

        app.use((req, res, next) => {
          res.set({
            'Access-Control-Allow-Origin': '*',
            // What clients may send.
            'Access-Control-Allow-Headers': 'Content-Type',
          })
          next()
        })
      `,
      output: code`
        import express from 'express'
        const allowedOrigins = ['https://app.example.com']
        const app = express()

        app.use((req, res, next) => {
          res.set({
            ...(allowedOrigins.includes(req.headers.origin) && { 'Access-Control-Allow-Origin': req.headers.origin }),
            Vary: 'Origin',
            // What clients may send.
            'Access-Control-Allow-Headers': 'Content-Type',
          })
          next()
        })
      `,
      errors: [{ messageId: 'wildcard', line: 6, column: 36, endLine: 6, endColumn: 39 }],
    },
    {
      name: 'appended by Express',
      code: code`
        export const allow = (req, res, next) => {
          res.append('Access-Control-Allow-Origin', '*')
          next()
        }
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export const allow = (req, res, next) => {
                  res.vary('Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.append('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  next()
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop over a table of headers',
      code: code`
        const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET' }

        export function handler(req, res) {
          for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 1, column: 50, endLine: 1, endColumn: 53 }],
    },
    {
      name: 'a name and a value from constants',
      settings: listed,
      code: code`
        const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
        const ANY = \`*\`

        export default function handler(req, res) {
          res.setHeader(ALLOW_ORIGIN, ANY)
          res.status(200).json({})
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
        const ANY = \`*\`

        export default function handler(req, res) {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(req.headers.origin)) {
            res.setHeader(ALLOW_ORIGIN, req.headers.origin)
          }
          res.status(200).json({})
        }
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 31, endLine: 5, endColumn: 34 }],
    },
    {
      name: 'a header on files',
      code: code`
        import express from 'express'
        export const files = express.static('public', {
          setHeaders(res) {
            res.set('Access-Control-Allow-Origin', '*')
          },
        })
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export const files = express.static('public', {
                  setHeaders(res) {
                    res.vary('Origin')
                    if (allowedOrigins.includes(res.req.headers.origin)) {
                      res.set('Access-Control-Allow-Origin', res.req.headers.origin)
                    }
                  },
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a star for those who are not on the list',
      settings: listed,
      code: code`
        const ALLOWED = new Set(['https://app.example.com'])

        export function handler(req, res) {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          } else {
            res.setHeader('Access-Control-Allow-Origin', '*')
          }
          res.end()
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        const ALLOWED = new Set(['https://app.example.com'])

        export function handler(req, res) {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (ALLOWED.has(origin)) {
            res.setHeader('Access-Control-Allow-Origin', origin)
          } else {
            if (allowedOrigins.includes(req.headers.origin)) {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
            }
          }
          res.end()
        }
      `,
      errors: [{ messageId: 'wildcard', line: 9, column: 50, endLine: 9, endColumn: 53 }],
    },
    {
      name: 'in a class',
      settings: listed,
      code: code`
        export class Controller {
          show(req, res) {
            this.allow(res)
            res.json({})
          }

          allow(res) {
            res.setHeader('Access-Control-Allow-Origin', '*')
          }
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export class Controller {
          show(req, res) {
            this.allow(res)
            res.json({})
          }

          allow(res) {
            res.appendHeader('Vary', 'Origin')
            if (allowedOrigins.includes(res.req.headers.origin)) {
              res.setHeader('Access-Control-Allow-Origin', res.req.headers.origin)
            }
          }
        }
      `,
      errors: [{ messageId: 'wildcard', line: 8, column: 50, endLine: 8, endColumn: 53 }],
    },
    {
      name: 'in a case of a switch',
      code: code`
        export function handler(req, res) {
          switch (req.method) {
            case 'GET':
              res.setHeader('Access-Control-Allow-Origin', '*')
              res.end('[]')
              break
            default:
              res.writeHead(405).end()
          }
        }
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                export function handler(req, res) {
                  res.appendHeader('Vary', 'Origin')
                  switch (req.method) {
                    case 'GET':
                      if (allowedOrigins.includes(req.headers.origin)) {
                        res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
                      }
                      res.end('[]')
                      break
                    default:
                      res.writeHead(405).end()
                  }
                }
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'for a server on this machine',
      settings: listed,
      code: code`
        import { createServer } from 'node:http'
        createServer((_req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end()
        }).listen(7777, '127.0.0.1')
      `,
      output: code`
        import { createServer } from 'node:http'
        const allowedOrigins = ['https://app.example.com']
        createServer((_req, res) => {
          res.appendHeader('Vary', 'Origin')
          if (allowedOrigins.includes(_req.headers.origin)) {
            res.setHeader('Access-Control-Allow-Origin', _req.headers.origin)
          }
          res.end()
        }).listen(7777, '127.0.0.1')
      `,
      errors: [{ messageId: 'local', line: 3, column: 48, endLine: 3, endColumn: 51 }],
    },
    {
      name: 'a fetch-style worker',
      settings: listed,
      code: code`
        export default {
          async fetch(request) {
            const body = await request.text()
            return new Response(body, { headers: { 'Access-Control-Allow-Origin': '*' } })
          },
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export default {
          async fetch(request) {
            const body = await request.text()
            return new Response(body, { headers: { ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }), Vary: 'Origin' } })
          },
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 75, endLine: 4, endColumn: 78 }],
    },
    {
      name: 'Response.json in a route that takes no request',
      settings: listed,
      code: code`
        export const GET = () => Response.json({ up: true }, { headers: { 'Access-Control-Allow-Origin': '*' } })
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export const GET = (request) => Response.json({ up: true }, { headers: { ...(allowedOrigins.includes(request.headers.get('Origin')) && { 'Access-Control-Allow-Origin': request.headers.get('Origin') }), Vary: 'Origin' } })
      `,
      errors: [{ messageId: 'wildcard', line: 1, column: 98, endLine: 1, endColumn: 101 }],
    },
    {
      name: 'pairs of headers',
      settings: listed,
      code: code`
        export async function GET(request) {
          const headers = new Headers([['Access-Control-Allow-Origin', '*'], ['Cache-Control', 'public']])
          return new Response(null, { headers })
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export async function GET(request) {
          const headers = new Headers([...(allowedOrigins.includes(request.headers.get('Origin')) ? [['Access-Control-Allow-Origin', request.headers.get('Origin')]] : []), ['Vary', 'Origin'], ['Cache-Control', 'public']])
          return new Response(null, { headers })
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 64, endLine: 2, endColumn: 67 }],
    },
    {
      name: 'headers that are set one by one',
      settings: listed,
      code: code`
        export async function POST(request) {
          const headers = new Headers();
          headers.set('Content-Type', 'text/plain');
          headers.set('Access-Control-Allow-Origin', '*');
          return new Response('ok', { headers });
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com'];

        export async function POST(request) {
          const headers = new Headers();
          headers.append('Vary', 'Origin');
          headers.set('Content-Type', 'text/plain');
          if (allowedOrigins.includes(request.headers.get('Origin'))) {
            headers.set('Access-Control-Allow-Origin', request.headers.get('Origin'));
          }
          return new Response('ok', { headers });
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 46, endLine: 4, endColumn: 49 }],
    },
    {
      name: 'headers of a finished response',
      settings: listed,
      code: code`
        export async function fetch(request, env) {
          const response = await env.ASSETS.fetch(request)
          const copy = new Response(response.body, response)
          copy.headers.append('Access-Control-Allow-Origin', '*')
          return copy
        }
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com']

        export async function fetch(request, env) {
          const response = await env.ASSETS.fetch(request)
          const copy = new Response(response.body, response)
          copy.headers.append('Vary', 'Origin')
          if (allowedOrigins.includes(request.headers.get('Origin'))) {
            copy.headers.append('Access-Control-Allow-Origin', request.headers.get('Origin'))
          }
          return copy
        }
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 54, endLine: 4, endColumn: 57 }],
    },
    {
      name: 'an API Gateway handler',
      languageOptions: commonjs,
      settings: listed,
      code: code`
        exports.handler = async (event) => {
          return {
            statusCode: 200,
            headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' },
            body: JSON.stringify({ path: event.path }),
          };
        };
      `,
      output: code`
        const allowedOrigins = ['https://app.example.com'];

        exports.handler = async (event) => {
          return {
            statusCode: 200,
            headers: { ...(allowedOrigins.includes(event.headers?.origin ?? event.headers?.Origin) && { 'Access-Control-Allow-Origin': event.headers?.origin ?? event.headers?.Origin }), Vary: 'Origin', 'Content-Type': 'application/json' },
            body: JSON.stringify({ path: event.path }),
          };
        };
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 47, endLine: 4, endColumn: 50 }],
    },
    {
      name: 'multi-value headers',
      code: code`
        export const handler = async () => ({
          statusCode: 204,
          multiValueHeaders: { 'Access-Control-Allow-Origin': ['*'] },
        })
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 56, endLine: 3, endColumn: 59 }],
    },
    {
      name: 'a header map for other files',
      code: code`
        export const corsHeaders = {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, POST',
        }
      `,
      errors: [{ messageId: 'wildcard', line: 2, column: 34, endLine: 2, endColumn: 37 }],
    },
    {
      name: 'headers that are made where no request is',
      settings: listed,
      code: code`
        const headers = () => ({ 'Access-Control-Allow-Origin': '*' })

        export function send(res, body) {
          res.writeHead(200, headers())
          res.end(body)
        }
      `,
      errors: [{ messageId: 'wildcard', line: 1, column: 57, endLine: 1, endColumn: 60 }],
    },
  ],
})

runRule(
  'no-wildcard-origin',
  rule,
  {
    valid: [],
    invalid: [
      {
        name: 'a header map for other files, typed',
        settings: listed,
        code: code`
          export const corsHeaders: Readonly<Record<string, string>> = {
            'Access-Control-Allow-Origin': '*',
          } as const
        `,
        errors: [{ messageId: 'wildcard', line: 2, column: 34, endLine: 2, endColumn: 37 }],
      },
      {
        name: 'headers that are made where no request is, typed',
        settings: listed,
        code: code`
          function headers(type: string): Record<string, string> {
            return { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }
          }
          export const answer = (body: string): Response => new Response(body, { headers: headers('text/plain') })
        `,
        errors: [{ messageId: 'wildcard', line: 2, column: 65, endLine: 2, endColumn: 68 }],
      },
    ],
  },
  typescriptRuleTester,
)
