import { createRequire } from 'node:module'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import plugin from '../../src/index.ts'
import { WebSocket } from '../support/packages.ts'
import { code } from './harness/code.ts'

const RULE = 'cors/require-websocket-origin-check'
const COOKIE = 'sid=secret'
const ALLOWED = 'https://app.example.com'

/** Servers that take a Node server and attach themselves. */
const CASES = [
  {
    name: 'the cookie in connection',
    isOpen: true,
    source: code`
      const { WebSocketServer } = require('ws')
      module.exports = (server) => {
        const wss = new WebSocketServer({ server })
        wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
      }
    `,
  },
  {
    name: 'a check that lets everyone pass',
    isOpen: true,
    source: code`
      const { WebSocketServer } = require('ws')
      module.exports = (server) => {
        const wss = new WebSocketServer({ server, verifyClient: () => true })
        wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
      }
    `,
  },
  {
    name: 'an upgrade that looks at the cookie only',
    isOpen: true,
    source: code`
      const { WebSocketServer } = require('ws')
      module.exports = (server) => {
        const wss = new WebSocketServer({ noServer: true })
        server.on('upgrade', (request, socket, head) => {
          if (!request.headers.cookie) return socket.destroy()
          wss.handleUpgrade(request, socket, head, (ws) => ws.send(request.headers.cookie))
        })
      }
    `,
  },
  {
    name: 'a check of the origin',
    isOpen: false,
    source: code`
      const { WebSocketServer } = require('ws')
      module.exports = (server) => {
        const wss = new WebSocketServer({ server, verifyClient: ({ origin }) => origin === 'https://app.example.com' })
        wss.on('connection', (ws, request) => ws.send(request.headers.cookie))
      }
    `,
  },
  {
    name: 'an upgrade that looks at the origin',
    isOpen: false,
    source: code`
      const { WebSocketServer } = require('ws')
      module.exports = (server) => {
        const wss = new WebSocketServer({ noServer: true })
        server.on('upgrade', (request, socket, head) => {
          if (request.headers.origin !== 'https://app.example.com') return socket.destroy()
          wss.handleUpgrade(request, socket, head, (ws) => ws.send(request.headers.cookie))
        })
      }
    `,
  },
] as const

describe.each(CASES)('ws: $name', ({ source, isOpen }) => {
  test(`a stranger's page ${isOpen ? 'gets in with the cookie' : 'is refused'}`, async () => {
    expect(await greeting(source, 'https://evil.example')).toBe(isOpen ? COOKIE : 'refused')
    expect(await greeting(source, ALLOWED)).toBe(COOKIE)
  })

  test('is reported for what it does', () => {
    expect(lint(source).map(({ ruleId }) => ruleId)).toEqual(isOpen ? [RULE] : [])
  })

  test('refuses after the suggestion', async () => {
    const fix = lint(source)[0]?.suggestions?.[0]?.fix
    if (!fix) return
    const repaired = source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1])
    expect(lint(repaired)).toEqual([])
    expect(await greeting(repaired, 'https://evil.example')).toBe('refused')
    expect(await greeting(repaired, ALLOWED)).toBe(COOKIE)
  })
})

function lint(source: string): Linter.LintMessage[] {
  return new Linter().verify(source, [
    {
      plugins: { cors: plugin },
      rules: { [RULE]: 'error' },
      settings: { cors: { allowedOrigins: [ALLOWED] } },
      languageOptions: { sourceType: 'commonjs' },
    },
  ])
}

/** What a page of an origin is told first, by a browser that sends the cookie along. */
async function greeting(source: string, origin: string): Promise<string> {
  const server = createServer()
  attach(source, server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = new WebSocket(`ws://127.0.0.1:${port}`, {
    origin,
    headers: { cookie: COOKIE },
    handshakeTimeout: 2000,
  })
  try {
    return await new Promise((resolve) => {
      client.on('message', (data) => {
        resolve(data.toString())
      })
      client.on('error', () => {
        resolve('refused')
      })
    })
  } finally {
    client.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function attach(source: string, server: Server): void {
  const module: { exports: unknown } = { exports: undefined }
  // The text is one of those above.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('require', 'module', source)(createRequire(import.meta.url), module)
  ;(module.exports as (server: Server) => void)(server)
}
