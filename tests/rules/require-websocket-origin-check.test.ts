import rule from '../../rules/require-websocket-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('require-websocket-origin-check', rule, {
  valid: [
    {
      name: 'a server that knows nobody',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    console.log(request.url)
    ws.on('message', (message) => ws.send(message))
  })
`,
    },
    {
      name: 'the origin in verifyClient',
      code: code`
  import { WebSocketServer } from 'ws'

  const allowed = ['https://app.example.com']
  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowed.includes(origin) })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
    },
    {
      name: 'the origin in verifyClient with a callback',
      code: code`
  import { WebSocketServer } from 'ws'

  export const wss = new WebSocketServer({
    port: 8080,
    verifyClient(info, done) {
      done(info.origin === 'https://app.example.com' && Boolean(info.req.headers.cookie), 403)
    },
  })
`,
    },
    {
      name: 'the origin in upgrade',
      code: code`
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'

  const server = createServer()
  const wss = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.origin !== 'https://app.example.com') return socket.destroy()
    wss.handleUpgrade(request, socket, head, (ws) => ws.send(request.headers.cookie))
  })
`,
    },
    {
      name: 'the origin in connection',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, { headers }) => {
    if (headers['origin'] !== 'https://app.example.com') return ws.close(1008)
    ws.send(headers.cookie)
  })
`,
    },
    {
      name: 'the origin in a helper',
      code: code`
  import { WebSocketServer } from 'ws'

  const isOwn = (request) => request.headers.origin === 'https://app.example.com'
  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    if (!isOwn(request)) return ws.terminate()
    ws.send(request.headers.cookie)
  })
`,
    },
    {
      name: 'a helper of another file',
      code: code`
  import { WebSocketServer } from 'ws'
  import { authenticate } from './auth.js'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    if (!authenticate(request)) return ws.terminate()
    ws.send(request.headers.cookie)
  })
`,
    },
    {
      name: 'a check of another file',
      code: code`
  import { WebSocketServer } from 'ws'
  import { verifyClient } from './verify.js'

  const wss = new WebSocketServer({ port: 8080, verifyClient })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
    },
    {
      name: 'handlers of another file',
      code: code`
  import { WebSocketServer } from 'ws'
  import { onConnection } from './connection.js'

  new WebSocketServer({ port: 8080 }).on('connection', onConnection)
`,
    },
    {
      name: 'options of another file',
      code: code`
  import { WebSocketServer } from 'ws'
  import { options } from './options.js'

  const wss = new WebSocketServer({ ...options, port: 8080 })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
    },
    {
      name: 'an upgrade of another file',
      code: code`
  import { WebSocketServer } from 'ws'

  export const wss = new WebSocketServer({ noServer: true })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
    },
    {
      name: 'a ticket besides the cookie',
      code: code`
  import { WebSocketServer } from 'ws'
  import { tickets } from './tickets.js'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    const ticket = new URL(request.url, 'ws://localhost').searchParams.get('ticket')
    if (!tickets.delete(ticket)) return ws.close(1008)
    ws.send(request.headers.cookie)
  })
`,
    },
    {
      name: 'what the browser says about the site',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    if (request.headers['sec-fetch-site'] !== 'same-site') return ws.close(1008)
    ws.send(request.headers.cookie)
  })
`,
    },
    {
      name: 'a cookie that other sites do not get sent',
      code: code`
  import session from 'express-session'
  import { WebSocketServer } from 'ws'

  const sessions = session({ secret: process.env.SECRET, cookie: { sameSite: 'strict', secure: true } })
  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => sessions(request, {}, () => ws.send(request.session.user)))
`,
    },
    {
      name: 'a client',
      code: code`
  import WebSocket from 'ws'

  const ws = new WebSocket('wss://api.example.com', { headers: { cookie: 'sid=1' } })
  ws.on('open', () => ws.send('hello'))
`,
    },
    {
      name: 'a client of the browser',
      code: code`
  const socket = new WebSocket('wss://api.example.com')
  socket.addEventListener('message', ({ data }) => console.log(document.cookie, data))
`,
    },
    {
      name: 'a class of that name',
      code: code`
  import { WebSocketServer } from './sockets.js'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
    },
    {
      name: 'cookies of another request',
      code: code`
  import { WebSocketServer } from 'ws'
  import { createServer } from 'node:http'

  const server = createServer((request, response) => response.end(request.headers.cookie))
  const wss = new WebSocketServer({ server })
  wss.on('connection', (ws) => ws.send('public news'))
`,
    },
    {
      name: 'a token in the first message',
      code: code`
  import { WebSocketServer } from 'ws'
  import { verify } from './tokens.js'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws) => {
    ws.once('message', (token) => (verify(token) ? ws.send('welcome') : ws.close()))
  })
`,
    },
    {
      name: 'an authorization header, which browsers do not send by themselves',
      languageOptions: commonjs,
      code: code`
  const { WebSocketServer } = require('ws')

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    if (request.headers.authorization !== process.env.KEY) return ws.close()
    ws.send('welcome')
  })
`,
    },
    {
      name: 'a word about sockets',
      code: code`
  // A WebSocket would be faster than polling.
  export const poll = (request) => request.headers.cookie
`,
    },
  ],
  invalid: [
    {
      name: 'the cookie in connection',
      settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
      code: code`
  import { WebSocketServer } from 'ws'
  import { parse } from 'cookie'
  import { users } from './users.js'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    const user = users.get(parse(request.headers.cookie ?? '').sid)
    if (!user) return ws.close()
    ws.send(JSON.stringify(user))
  })
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '7' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'settings.cors.allowedOrigins' },
              output: code`
  import { WebSocketServer } from 'ws'
  import { parse } from 'cookie'
  import { users } from './users.js'
  const allowedOrigins = ['https://app.example.com']

  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => {
    const user = users.get(parse(request.headers.cookie ?? '').sid)
    if (!user) return ws.close()
    ws.send(JSON.stringify(user))
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session in upgrade',
      code: code`
  import session from 'express-session'
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'

  const sessionParser = session({ secret: process.env.SECRET, resave: false })
  const server = createServer()
  const wss = new WebSocketServer({ clientTracking: false, noServer: true })

  server.on('upgrade', (request, socket, head) => {
    sessionParser(request, {}, () => {
      if (!request.session.userId) return socket.destroy()
      wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request))
    })
  })
`,
      errors: [{ messageId: 'unchecked', data: { line: '10' }, line: 7, column: 13, endLine: 7, endColumn: 75 }],
    },
    {
      name: 'a check that lets everyone pass',
      languageOptions: commonjs,
      code: code`
  const WebSocket = require('ws');

  const wss = new WebSocket.Server({ port: 8080, verifyClient: () => true });
  wss.on('connection', (ws, req) => ws.send(req.headers['cookie']));
`,
      errors: [{ messageId: 'unchecked', data: { line: '4' }, line: 3, column: 13, endLine: 3, endColumn: 75 }],
    },
    {
      name: 'a check of the cookie alone',
      code: code`
  import WebSocket from 'ws'

  export const wss = new WebSocket.Server({
    port: 8080,
    verifyClient: (info, done) => done(Boolean(info.req.headers.cookie), 401),
  })
`,
      errors: [{ messageId: 'unchecked', data: { line: '5' }, line: 3, column: 20, endLine: 6, endColumn: 3 }],
    },
    {
      name: 'destructured',
      code: code`
  import { WebSocketServer } from 'ws'

  new WebSocketServer({ port: 8080 }).on('connection', (ws, { headers: { cookie } }) => ws.send(cookie))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '3' },
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) }).on('connection', (ws, { headers: { cookie } }) => ws.send(cookie))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a helper',
      code: code`
  import { WebSocketServer } from 'ws'

  const sidOf = (request) => /sid=(\w+)/.exec(request.headers.cookie)?.[1]
  const wss = new WebSocketServer({ port: 8080, path: '/live' })
  wss.on('connection', (ws, request) => ws.send(sidOf(request)))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '3' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const sidOf = (request) => /sid=(\w+)/.exec(request.headers.cookie)?.[1]
  const wss = new WebSocketServer({ port: 8080, path: '/live', verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => ws.send(sidOf(request)))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a method',
      code: code`
  import { WebSocketServer } from 'ws'

  export class Hub {
    constructor(server) {
      this.wss = new WebSocketServer({ server })
      this.wss.on('connection', this.onConnection.bind(this))
    }

    onConnection(ws, request) {
      ws.send(this.sidOf(request))
    }

    sidOf(request) {
      return request.headers.cookie
    }
  }
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '14' },
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  export class Hub {
    constructor(server) {
      this.wss = new WebSocketServer({ server, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
      this.wss.on('connection', this.onConnection.bind(this))
    }

    onConnection(ws, request) {
      ws.send(this.sidOf(request))
    }

    sidOf(request) {
      return request.headers.cookie
    }
  }
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no options that could be extended',
      code: code`
  import { WebSocketServer } from 'ws'

  const options = { port: 8080 }
  const wss = new WebSocketServer(options)
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
      errors: [{ messageId: 'unchecked', data: { line: '5' }, line: 4, column: 13, endLine: 4, endColumn: 41 }],
    },
    {
      name: 'options without anything in them',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({})
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '4' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new WebSocketServer({ verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookies that a middleware parsed',
      code: code`
  import cookieParser from 'cookie-parser'
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'

  const parseCookies = cookieParser()
  const server = createServer()
  const wss = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    parseCookies(request, {}, () => {
      if (request.cookies.sid === undefined) socket.destroy()
      else wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request))
    })
  })
`,
      errors: [{ messageId: 'unchecked', data: { line: '9' }, line: 7, column: 13, endLine: 7, endColumn: 52 }],
    },
    {
      name: 'passport',
      code: code`
  import passport from 'passport'
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'

  const server = createServer()
  const wss = new WebSocketServer({ noServer: true })
  const authenticate = passport.authenticate('session')
  server.on('upgrade', function upgrade(req, socket, head) {
    authenticate(req, {}, () => wss.handleUpgrade(req, socket, head, (ws) => ws.send('hello')))
  })
`,
      errors: [{ messageId: 'unchecked', data: { line: '9' }, line: 6, column: 13, endLine: 6, endColumn: 52 }],
    },
    {
      name: 'next to a CORS policy, which does not help',
      code: code`
  import cors from 'cors'
  import express from 'express'
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'

  const app = express()
  app.use(cors({ origin: ['https://app.example.com'], credentials: true }))
  const server = createServer(app)
  const wss = new WebSocketServer({ server })
  wss.on('connection', (ws, req) => ws.send(req.headers.cookie))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '10' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import cors from 'cors'
  import express from 'express'
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const app = express()
  app.use(cors({ origin: ['https://app.example.com'], credentials: true }))
  const server = createServer(app)
  const wss = new WebSocketServer({ server, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, req) => ws.send(req.headers.cookie))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a comment about the origin',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => {
    // The origin is not looked at.
    ws.send(request.headers.cookie)
  })
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '6' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => {
    // The origin is not looked at.
    ws.send(request.headers.cookie)
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the origin of something else',
      code: code`
  import { WebSocketServer } from 'ws'

  const publicOrigin = 'https://app.example.com'
  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
  console.log(publicOrigin)
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '5' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const publicOrigin = 'https://app.example.com'
  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
  console.log(publicOrigin)
`,
            },
          ],
        },
      ],
    },
    {
      name: 'one of two servers',
      code: code`
  import { WebSocketServer } from 'ws'

  const open = new WebSocketServer({ port: 8080 })
  const closed = new WebSocketServer({ port: 8081, verifyClient: ({ origin }) => origin === 'https://app.example.com' })
  open.on('connection', (ws, request) => ws.send(request.headers.cookie))
  closed.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '5' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const open = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  const closed = new WebSocketServer({ port: 8081, verifyClient: ({ origin }) => origin === 'https://app.example.com' })
  open.on('connection', (ws, request) => ws.send(request.headers.cookie))
  closed.on('connection', (ws, request) => ws.send(request.headers.cookie))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'with a log of the request',
      code: code`
  import { WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080, perMessageDeflate: false })
  wss.once('connection', (ws, request) => {
    console.log(request)
    ws.send(request.headers.cookie)
  })
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '6' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new WebSocketServer({ port: 8080, perMessageDeflate: false, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.once('connection', (ws, request) => {
    console.log(request)
    ws.send(request.headers.cookie)
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'by the old name',
      languageOptions: commonjs,
      code: code`
  const { Server } = require('ws');

  module.exports = (server) => {
    const wss = new Server({ server });
    wss.on('connection', function (socket, upgradeReq) {
      socket.send(upgradeReq.headers.cookie);
    });
  };
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '6' },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  const { Server } = require('ws');
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [];

  module.exports = (server) => {
    const wss = new Server({ server, verifyClient: ({ origin }) => allowedOrigins.includes(origin) });
    wss.on('connection', function (socket, upgradeReq) {
      socket.send(upgradeReq.headers.cookie);
    });
  };
`,
            },
          ],
        },
      ],
    },
    {
      name: 'by namespace',
      code: code`
  import * as ws from 'ws'

  const wss = new ws.WebSocketServer({
    port: 8080,
    maxPayload: 1024,
  })
  wss.on('connection', (socket, request) => socket.send(request.headers.cookie))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '7' },
          line: 3,
          column: 13,
          endLine: 6,
          endColumn: 3,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import * as ws from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new ws.WebSocketServer({
    port: 8080,
    maxPayload: 1024, verifyClient: ({ origin }) => allowedOrigins.includes(origin),
  })
  wss.on('connection', (socket, request) => socket.send(request.headers.cookie))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async handler',
      code: code`
  import { WebSocketServer } from 'ws'
  import { getIronSession } from 'iron-session'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', async (ws, request) => {
    const session = await getIronSession(request, {}, { cookieName: 'sid', password: process.env.SECRET })
    ws.send(session.user)
  })
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '6' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import { WebSocketServer } from 'ws'
  import { getIronSession } from 'iron-session'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', async (ws, request) => {
    const session = await getIronSession(request, {}, { cookieName: 'sid', password: process.env.SECRET })
    ws.send(session.user)
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cookie that is only kept from scripts',
      code: code`
  import session from 'express-session'
  import { WebSocketServer } from 'ws'

  const sessions = session({ secret: process.env.SECRET, cookie: { sameSite: 'none', secure: true, httpOnly: true } })
  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws, request) => sessions(request, {}, () => ws.send(request.session.user)))
`,
      errors: [
        {
          messageId: 'unchecked',
          data: { line: '6' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
  import session from 'express-session'
  import { WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const sessions = session({ secret: process.env.SECRET, cookie: { sameSite: 'none', secure: true, httpOnly: true } })
  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws, request) => sessions(request, {}, () => ws.send(request.session.user)))
`,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'require-websocket-origin-check',
  rule,
  {
    valid: [
      {
        name: 'the origin in a method',
        code: code`
  import type { IncomingMessage } from 'node:http'
  import { type WebSocket, WebSocketServer } from 'ws'

  export class Hub {
    private readonly server = new WebSocketServer({ port: 8080 })

    start(): void {
      this.server.on('connection', (ws: WebSocket, request: IncomingMessage) => this.open(ws, request))
    }

    private open(ws: WebSocket, request: IncomingMessage): void {
      if (request.headers.origin !== 'https://app.example.com') ws.close()
      else ws.send(request.headers.cookie ?? '')
    }
  }
`,
      },
    ],
    invalid: [
      {
        name: 'typed handlers',
        code: code`
  import type { IncomingMessage } from 'node:http'
  import { type WebSocket, WebSocketServer } from 'ws'

  const wss = new WebSocketServer({ port: 8080 })
  wss.on('connection', (ws: WebSocket, request: IncomingMessage) => {
    ws.send(request.headers.cookie ?? '')
  })
`,
        errors: [
          {
            messageId: 'unchecked',
            data: { line: '6' },
            line: 4,
            column: 13,
            endLine: 4,
            endColumn: 48,
            suggestions: [
              {
                messageId: 'allowlist',
                data: { list: 'CORS_ALLOWED_ORIGINS' },
                output: code`
  import type { IncomingMessage } from 'node:http'
  import { type WebSocket, WebSocketServer } from 'ws'
  const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

  const wss = new WebSocketServer({ port: 8080, verifyClient: ({ origin }) => allowedOrigins.includes(origin) })
  wss.on('connection', (ws: WebSocket, request: IncomingMessage) => {
    ws.send(request.headers.cookie ?? '')
  })
`,
              },
            ],
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
