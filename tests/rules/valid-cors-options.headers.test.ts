import rule from '../../rules/valid-cors-options.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('valid-cors-options', rule, {
  valid: [
    {
      name: 'set where there is a match',
      code: code`
  import { createServer } from 'node:http'

  const allowed = ['https://app.example.com']
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    const match = allowed.find((one) => one === req.headers.origin)
    if (match) res.setHeader('Access-Control-Allow-Origin', match)
    res.end()
  })
`,
    },
    {
      name: 'a fallback to an own origin',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com', 'https://admin.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    res.set('Access-Control-Allow-Origin', allowed.find((one) => one === req.get('origin')) ?? 'https://app.example.com')
    next()
  })
`,
    },
    {
      name: 'an empty header for those who are refused',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    res.set('Access-Control-Allow-Origin', allowed.includes(req.headers.origin) ? req.headers.origin : '')
    next()
  })
`,
    },
    {
      name: 'an environment variable, which may be there',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', process.env.WEB_ORIGIN)
    res.end()
  })
`,
    },
    {
      name: 'an environment variable or nothing',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', process.env.WEB_ORIGIN ?? '')
    res.end()
  })
`,
    },
    {
      name: 'a conditional spread',
      code: code`
  import { createServer } from 'node:http'

  const allowed = ['https://app.example.com']
  createServer((req, res) => {
    const { origin } = req.headers
    res.writeHead(200, { Vary: 'Origin', ...(allowed.includes(origin) && { 'Access-Control-Allow-Origin': origin }) })
    res.end()
  })
`,
    },
    {
      name: 'no header where there is no origin, by a guard in front',
      code: code`
  import { createServer } from 'node:http'

  const allowed = { 'https://app.example.com': 'https://app.example.com' }
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    const match = allowed[req.headers.origin]
    if (!match) return res.writeHead(403).end()
    res.setHeader('Access-Control-Allow-Origin', match)
    res.end()
  })
`,
    },
    {
      name: 'a predicate that cannot be seen',
      code: code`
  import { createServer } from 'node:http'
  import { isAllowed } from './origins.js'

  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    if (isAllowed(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
    res.end()
  })
`,
    },
    {
      name: 'what a function elsewhere finds',
      code: code`
  import { createServer } from 'node:http'
  import { originFor } from './origins.js'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', originFor(req))
    res.end()
  })
`,
    },
    {
      name: 'other headers take other types',
      code: code`
  import express from 'express'

  express().use((req, res, next) => {
    res.set('Access-Control-Allow-Origin', 'https://app.example.com')
    res.set('Access-Control-Allow-Credentials', true)
    res.set('Access-Control-Max-Age', 600)
    next()
  })
`,
    },
    {
      name: 'undefined in a result, which is left out of it',
      code: code`
  const allowed = ['https://app.example.com']

  export const handler = async (event) => ({
    statusCode: 200,
    headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': allowed.find((one) => one === event.headers.origin) },
    body: '{}',
  })
`,
    },
    {
      name: 'undefined in Hono, which removes the header',
      code: code`
  import { Hono } from 'hono'

  const allowed = ['https://app.example.com']
  new Hono().use(async (c, next) => {
    await next()
    c.header('Vary', 'Origin')
    c.header('Access-Control-Allow-Origin', allowed.find((one) => one === c.req.header('origin')))
  })
`,
    },
    {
      name: 'junk for those who send no origin',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    if (!req.headers.origin || allowed.includes(req.headers.origin))
      res.set('Access-Control-Allow-Origin', req.headers.origin)
    next()
  })
`,
    },
    {
      name: 'in development only',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    if (process.env.NODE_ENV === 'development') res.setHeader('Access-Control-Allow-Origin', true)
    res.end()
  })
`,
    },
    {
      name: 'replaced later',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', '')
    res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
    res.end()
  })
`,
    },
    {
      name: 'a header of a request',
      code: code`
  import { request } from 'node:http'

  const outgoing = request('http://upstream.example')
  outgoing.setHeader('Access-Control-Allow-Origin', true)
`,
    },
    {
      name: 'an echo has a defect of its own',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
    res.end()
  })
`,
    },
    {
      name: 'a list of one',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', ['https://app.example.com'])
    res.end()
  })
`,
    },
    {
      name: 'an own class that has a text',
      code: code`
  import express from 'express'

  class Origin {
    toString() {
      return 'https://app.example.com'
    }
  }

  express().use((req, res, next) => {
    res.set('Access-Control-Allow-Origin', new Origin())
    next()
  })
`,
    },
    {
      name: 'an object that has a text',
      code: code`
  import express from 'express'

  const site = { host: 'app.example.com', toString: () => 'https://app.example.com' }
  express().use((req, res, next) => {
    res.set('Access-Control-Allow-Origin', site)
    next()
  })
`,
    },
    {
      name: 'the origin of a URL',
      code: code`
  export function GET() {
    return Response.json([], { headers: { 'Access-Control-Allow-Origin': new URL(process.env.SITE).origin } })
  }
`,
    },
    {
      name: 'removed for those who are refused',
      code: code`
  const allowed = new Set(['https://app.example.com'])

  export function GET(request) {
    const headers = new Headers({ Vary: 'Origin' })
    const origin = request.headers.get('origin')
    if (allowed.has(origin)) headers.set('Access-Control-Allow-Origin', origin)
    else headers.delete('Access-Control-Allow-Origin')
    return new Response('[]', { headers })
  }
`,
    },
  ],
  invalid: [
    {
      name: 'a match that may be missing, in Node',
      code: code`
  import { createServer } from 'node:http'

  const allowed = ['https://app.example.com']
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    const match = allowed.find((one) => one === req.headers.origin)
    res.setHeader('Access-Control-Allow-Origin', match)
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 7,
          column: 48,
          endLine: 7,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  import { createServer } from 'node:http'

  const allowed = ['https://app.example.com']
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    const match = allowed.find((one) => one === req.headers.origin)
    if (match) {
      res.setHeader('Access-Control-Allow-Origin', match)
    }
    res.end()
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a match that may be missing, in Express',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    const match = allowed.find((one) => one === req.get('Origin'))
    res.set('Access-Control-Allow-Origin', match)
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'undefined' },
          line: 7,
          column: 42,
          endLine: 7,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    const match = allowed.find((one) => one === req.get('Origin'))
    if (match) {
      res.set('Access-Control-Allow-Origin', match)
    }
    next()
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an expression that may be undefined',
      languageOptions: commonjs,
      code: code`
  const express = require('express');

  const LIST = ['https://app.example.com'];
  const app = express();
  app.use((req, res, next) => {
    res.vary('Origin');
    res.header('Access-Control-Allow-Origin', req.headers.origin && LIST.find((x) => x === req.headers.origin));
    next();
  });
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'undefined' },
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 109,
        },
      ],
    },
    {
      name: 'a table without the stranger',
      code: code`
  import { createServer } from 'node:http'

  const allowed = { 'https://app.example.com': 'https://app.example.com' }
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    res.setHeader('Access-Control-Allow-Origin', allowed[req.headers.origin])
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'a Map without the stranger',
      code: code`
  import { createServer } from 'node:http'

  const tenants = new Map([['https://app.example.com', 'https://app.example.com']])
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    res.setHeader('Access-Control-Allow-Origin', tenants.get(req.headers.origin))
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'undefined for those who are refused',
      code: code`
  import { createServer } from 'node:http'

  const allowed = new Set(['https://app.example.com'])
  createServer((req, res) => {
    const { origin } = req.headers
    res.writeHead(200, { Vary: 'Origin', 'Access-Control-Allow-Origin': allowed.has(origin) ? origin : undefined })
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 6,
          column: 71,
          endLine: 6,
          endColumn: 111,
        },
      ],
    },
    {
      name: 'a boolean for those who are refused',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    res.set('Access-Control-Allow-Origin', allowed.includes(req.headers.origin) && req.headers.origin)
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'false' },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'a boolean in a variable',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    const origin = allowed.includes(req.headers.origin) ? req.headers.origin : false
    res.vary('Origin')
    res.set('Access-Control-Allow-Origin', origin)
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'false' },
          line: 7,
          column: 42,
          endLine: 7,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    const origin = allowed.includes(req.headers.origin) ? req.headers.origin : false
    res.vary('Origin')
    if (origin) {
      res.set('Access-Control-Allow-Origin', origin)
    }
    next()
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'whether it is allowed',
      code: code`
  import express from 'express'

  const allowed = ['https://app.example.com']
  express().use((req, res, next) => {
    res.vary('Origin')
    res.set('Access-Control-Allow-Origin', allowed.includes(req.headers.origin))
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'false' },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 78,
        },
      ],
    },
    {
      name: 'true',
      code: code`
  import express from 'express'

  express().use((req, res, next) => {
    res.set('Access-Control-Allow-Origin', true)
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'every request', text: 'true' },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'a number',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', 1)
    res.end()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'every request', text: '1' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'a pattern',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', /\.example\.com$/)
    res.end()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'every request', text: '/\\.example\\.com$/' },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'an object',
      code: code`
  import express from 'express'

  const site = { origin: 'https://app.example.com' }
  express().use((req, res, next) => {
    res.set('Access-Control-Allow-Origin', site)
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'every request', text: '[object Object]' },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'an empty text',
      code: code`
  import express from 'express'

  express().use((req, res, next) => {
    res.set({ 'Access-Control-Allow-Origin': '' })
    next()
  })
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'every request', text: '' },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'undefined in a fetch-style response',
      code: code`
  const allowed = ['https://app.example.com']

  export function GET(request) {
    const origin = request.headers.get('origin')
    return new Response('[]', {
      headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': allowed.find((one) => one === origin) },
    })
  }
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'undefined' },
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'undefined on Headers',
      code: code`
  const allowed = ['https://app.example.com']

  export default {
    async fetch(request) {
      const origin = request.headers.get('Origin')
      const match = allowed.includes(origin) ? origin : undefined
      const headers = new Headers({ Vary: 'Origin' })
      headers.set('Access-Control-Allow-Origin', match)
      return new Response('[]', { headers })
    },
  }
`,
      errors: [
        {
          messageId: 'sent',
          data: { whose: 'whoever is not let in', text: 'undefined' },
          line: 8,
          column: 48,
          endLine: 8,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  const allowed = ['https://app.example.com']

  export default {
    async fetch(request) {
      const origin = request.headers.get('Origin')
      const match = allowed.includes(origin) ? origin : undefined
      const headers = new Headers({ Vary: 'Origin' })
      if (match) {
        headers.set('Access-Control-Allow-Origin', match)
      }
      return new Response('[]', { headers })
    },
  }
`,
            },
          ],
        },
      ],
    },
    {
      name: 'undefined for those who send no origin',
      code: code`
  import { createServer } from 'node:http'

  const allowed = ['https://app.example.com']
  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    if (!req.headers.origin || allowed.includes(req.headers.origin))
      res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'a request without `Origin`', value: 'undefined' },
          line: 7,
          column: 50,
          endLine: 7,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'never given a value',
      code: code`
  import { createServer } from 'node:http'

  let origin
  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'every request', value: 'undefined' },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  import { createServer } from 'node:http'

  let origin
  createServer((req, res) => {
    if (origin) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
    res.end()
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'what a helper answers',
      code: code`
  import { createServer } from 'node:http'

  function originFor(req) {
    if (req.headers.origin === 'https://app.example.com') return req.headers.origin
  }

  createServer((req, res) => {
    res.setHeader('Vary', 'Origin')
    res.setHeader('Access-Control-Allow-Origin', originFor(req))
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 9,
          column: 48,
          endLine: 9,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'through a helper',
      code: code`
  import { createServer } from 'node:http'

  const setCors = (res, origin) => {
    res.setHeader('Vary', 'Origin')
    res.setHeader('Access-Control-Allow-Origin', origin)
  }

  createServer((req, res) => {
    setCors(res, ['https://app.example.com'].find((one) => one === req.headers.origin))
    res.end()
  })
`,
      errors: [
        {
          messageId: 'throws',
          data: { whose: 'whoever is not let in', value: 'undefined' },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'guard',
              output: code`
  import { createServer } from 'node:http'

  const setCors = (res, origin) => {
    res.setHeader('Vary', 'Origin')
    if (origin) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
  }

  createServer((req, res) => {
    setCors(res, ['https://app.example.com'].find((one) => one === req.headers.origin))
    res.end()
  })
`,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'valid-cors-options',
  rule,
  {
    valid: [
      {
        name: 'narrowed',
        code: code`
  import type { NextFunction, Request, Response } from 'express'

  const allowed: readonly string[] = ['https://app.example.com']
  export function corsHeaders(req: Request, res: Response, next: NextFunction): void {
    const match = allowed.find((one) => one === req.headers.origin)
    res.vary('Origin')
    if (match !== undefined) res.setHeader('Access-Control-Allow-Origin', match)
    next()
  }
`,
      },
    ],
    invalid: [
      {
        name: 'with a mark',
        code: code`
  import { createServer } from 'node:http'

  const allowed: readonly string[] = ['https://app.example.com']
  createServer((req, res) => {
    const match = allowed.find((one) => one === req.headers.origin)
    res.setHeader('Vary', 'Origin')
    res.setHeader('Access-Control-Allow-Origin', match!)
    res.end()
  })
`,
        errors: [
          {
            messageId: 'throws',
            data: { whose: 'whoever is not let in', value: 'undefined' },
            line: 7,
            column: 48,
            endLine: 7,
            endColumn: 54,
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
