import { once } from 'node:events'
import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from 'vitest'

import { isProbablyMilliseconds, parseMaxAge } from '../../src/protocol/age.ts'
import { isForbiddenMethod, sentSpelling } from '../../src/protocol/lists.ts'

type Middleware = (req: unknown, res: unknown, next: () => void) => void

interface Application extends RequestListener {
  use(middleware: Middleware): this
  get(path: string, ...handlers: Middleware[]): this
  all(path: string, ...handlers: Middleware[]): this
}

// Neither brings types.
const load = createRequire(import.meta.url)
const cors = load('cors') as (options: Readonly<Record<string, unknown>>) => Middleware
const express = load('express') as () => Application

/** The headers with which a server answers a preflight. */
async function preflight(handler: RequestListener): Promise<IncomingHttpHeaders> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    return await new Promise((resolve, reject) => {
      const headers = {
        Origin: 'https://app.example.com',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'x-test',
      }
      const outgoing = request({ host: '127.0.0.1', port, method: 'OPTIONS', headers, agent: false, timeout: 2000 })
      outgoing.on('response', (incoming) => {
        incoming.resume()
        resolve(incoming.headers)
      })
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')))
      outgoing.on('error', reject)
      outgoing.end()
    })
  } finally {
    server.close()
  }
}

/** What `cors` answers with options that need not be of the declared types. */
async function answerOf(options: Readonly<Record<string, unknown>>): Promise<IncomingHttpHeaders> {
  return preflight(express().use(cors(options)))
}

/** A server that writes one header. */
function writing(name: string, value: unknown): RequestListener {
  return (_, res) => {
    res.setHeader(name, value as string)
    res.end()
  }
}

describe('cors', () => {
  test.each([['true'], [1], ['include'], ['false']])('credentials: %j sends no header', async (credentials) => {
    expect(await answerOf({ credentials })).not.toHaveProperty('access-control-allow-credentials')
  })

  test('credentials: true sends it', async () => {
    expect(await answerOf({ credentials: true })).toHaveProperty('access-control-allow-credentials', 'true')
  })

  test.each([
    [['get', 'put'], 'get,put'],
    ['GET; POST', 'GET; POST'],
    ['GET, PUT', 'GET, PUT'],
    [['GET, HEAD', 'PUT'], 'GET, HEAD,PUT'],
    [[], undefined],
  ])('methods: %j go out as they are', async (methods, sent) => {
    expect((await answerOf({ methods }))['access-control-allow-methods']).toBe(sent)
  })

  test.each([
    ['*', '*'],
    [['X-Test', 'x-test'], 'X-Test,x-test'],
    [[], undefined],
    // An empty text is no list: whatever is asked for is allowed.
    ['', 'x-test'],
  ])('allowedHeaders: %j', async (allowedHeaders, sent) => {
    expect((await answerOf({ allowedHeaders }))['access-control-allow-headers']).toBe(sent)
  })

  test('a wildcard stays one with credentials', async () => {
    const answer = await answerOf({ credentials: true, methods: '*', allowedHeaders: ['*'], exposedHeaders: '*' })
    expect(answer).toMatchObject({
      'access-control-allow-methods': '*',
      'access-control-allow-headers': '*',
      'access-control-expose-headers': '*',
    })
  })

  test.each([
    [600, '600'],
    ['600', '600'],
    [0, '0'],
    ['1h', '1h'],
    [-1, '-1'],
    [1.5, '1.5'],
    [NaN, 'NaN'],
    [true, 'true'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('maxAge: %j', async (maxAge, sent) => {
    expect((await answerOf({ maxAge }))['access-control-max-age']).toBe(sent)
  })

  test('a middleware of one method answers no preflight', async () => {
    expect(await preflight(express().get('/', cors({ maxAge: 600 })))).not.toHaveProperty('access-control-max-age')
    expect(await preflight(express().all('/', cors({ maxAge: 600 })))).toHaveProperty('access-control-max-age', '600')
  })
})

describe('a response of Node', () => {
  test.each([
    [true, 'true'],
    [1, '1'],
    ['True', 'True'],
    [false, 'false'],
  ])('writes %j as text', async (value, sent) => {
    const answer = await preflight(writing('Access-Control-Allow-Credentials', value))
    expect(answer['access-control-allow-credentials']).toBe(sent)
  })

  test('sends several methods as one list', async () => {
    const answer = await preflight(writing('Access-Control-Allow-Methods', ['GET', 'PUT']))
    expect(answer['access-control-allow-methods']).toBe('GET, PUT')
  })

  test.each(['Access_Control_Allow_Origin', 'Access-Control-Allow-Origins', 'Origin'])('sends %s', async (name) => {
    expect(await preflight(writing(name, 'https://app.example.com'))).toHaveProperty(name.toLowerCase())
  })
})

describe('a client that complies with Fetch', () => {
  test.each(['put', 'Delete', 'get', 'options'])('sends %s in capitals', (method) => {
    expect(new Request('https://api.example.com', { method }).method).toBe(method.toUpperCase())
  })

  test('sends every other method as it is written', () => {
    expect(new Request('https://api.example.com', { method: 'purge' }).method).toBe('purge')
  })

  test.each(['put', 'Patch', 'dElete'])('is never allowed by a list with %s', (method) => {
    expect(sentSpelling(method)).toBe(method.toUpperCase())
  })

  test.each(['get', 'head', 'post', 'PUT', 'purge', 'options'])('has no other spelling for %s', (method) => {
    expect(sentSpelling(method)).toBeUndefined()
  })

  test.each(['CONNECT', 'trace', 'Track'])('refuses %s', (method) => {
    expect(isForbiddenMethod(method)).toBe(true)
    expect(() => new Request('https://api.example.com', { method })).toThrow(TypeError)
  })
})

describe('the age of a preflight', () => {
  test.each(['', '1h', '-1', '1.5', '+600', '1e3', '600,600'])('%j is no time', (text) => {
    expect(parseMaxAge(text)).toBeUndefined()
  })

  test('digits are seconds', () => {
    expect([parseMaxAge('0'), parseMaxAge('600'), parseMaxAge('0600')]).toEqual([0, 600, 600])
  })

  const DAY = 86_400
  test.each([1, 2, 7, 10, 14, 20, 30, 60, 90, 100, 180, 365, 730, 3650])('%d days in seconds are seconds', (days) => {
    expect(isProbablyMilliseconds(days * DAY)).toBe(false)
  })

  test.each([25, 36, 48, 50, 72, 100])('%d hours in seconds are seconds', (hours) => {
    expect(isProbablyMilliseconds(hours * 3600)).toBe(false)
  })

  test.each([5, 10, 15, 20, 30, 60, 120, 360, 720, 1440, 10_080])('%d minutes in milliseconds are not', (minutes) => {
    expect(isProbablyMilliseconds(minutes * 60_000)).toBe(true)
  })
})
