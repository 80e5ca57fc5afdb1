import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from 'vitest'

import { policyOf } from '../support/model.ts'
import { cors, express, type ExpressResponse } from '../support/packages.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

interface Asked {
  readonly method?: 'GET' | 'POST' | 'OPTIONS'
  readonly origin?: string | undefined
}

const STRANGER = 'https://evil.example'

/** What a server answers; `undefined` when it does not within 300 ms. */
async function ask(listener: RequestListener, asked: Asked = { origin: STRANGER }): Promise<Answer | undefined> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { method = 'GET', origin } = asked
  const preflight = method === 'OPTIONS' ? { 'Access-Control-Request-Method': 'PUT' } : {}
  const headers = { ...preflight, ...(origin === undefined ? {} : { Origin: origin }) }
  const options = { host: '127.0.0.1', port, method, headers, timeout: 300, agent: false } as const
  try {
    return await new Promise((resolve, reject) => {
      const outgoing = request(options, (incoming) => {
        incoming.resume()
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers })
      })
      outgoing.on('timeout', () => {
        resolve(undefined)
        outgoing.destroy()
      })
      outgoing.on('error', reject)
      outgoing.end()
    })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** An application behind `cors`, and the errors that it met. */
function served(options: unknown): { readonly app: RequestListener; readonly errors: unknown[] } {
  const errors: unknown[] = []
  const app = express()
  app.use(cors(options))
  app.all('/', (_req, res) => {
    res.send('ok')
  })
  app.use((error: unknown, _req: unknown, res: ExpressResponse, next: (error: unknown) => void) => {
    errors.push(error)
    if (res.headersSent) next(error)
    else res.status(500).end()
  })
  return { app, errors }
}

const answerTo = (options: unknown, asked?: Asked): Promise<Answer | undefined> => ask(served(options).app, asked)

/** Compares each option's value with a server that is not given it. */
const USED: Readonly<Record<string, unknown>> = {
  origin: ['https://app.example.com'],
  methods: ['GET'],
  allowedHeaders: ['X-One'],
  headers: ['X-One'],
  exposedHeaders: ['X-One'],
  credentials: true,
  maxAge: 77,
  preflightContinue: true,
  optionsSuccessStatus: 299,
}

describe('the names of options', () => {
  const known = policyOf(`import cors from 'cors'\ncors()`).library.options.map(({ name }) => name)

  test('are those that change something', async () => {
    expect(Object.keys(USED)).toEqual(known)
    const plain = await answerTo({}, { method: 'OPTIONS', origin: STRANGER })
    for (const [name, value] of Object.entries(USED)) {
      const given = await answerTo({ [name]: value }, { method: 'OPTIONS', origin: STRANGER })
      expect(shown(given), name).not.toEqual(shown(plain))
    }
  })

  test.each([
    ['origins', ['https://app.example.com']],
    ['Origin', 'https://app.example.com'],
    ['allowedOrigins', ['https://app.example.com']],
    ['allowHeaders', ['X-One']],
    ['allowMethods', ['GET']],
    ['exposeHeaders', ['X-One']],
    ['allowCredentials', true],
    ['max_age', 77],
  ])('%s is ignored', async (name, value) => {
    const plain = await answerTo({}, { method: 'OPTIONS', origin: STRANGER })
    expect(shown(await answerTo({ [name]: value }, { method: 'OPTIONS', origin: STRANGER }))).toEqual(shown(plain))
  })

  test('have the defaults that are named', async () => {
    const answer = await answerTo({}, { method: 'OPTIONS', origin: STRANGER })
    expect(answer).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
      },
    })
    expect(answer?.headers).not.toHaveProperty('access-control-allow-credentials')
    expect(answer?.headers).not.toHaveProperty('access-control-expose-headers')
    expect(answer?.headers).not.toHaveProperty('access-control-max-age')
  })
})

function shown(answer: Answer | undefined): unknown {
  const headers = Object.entries(answer?.headers ?? {}).filter(([name]) => name.startsWith('access-control-'))
  return { status: answer?.status, ...Object.fromEntries(headers) }
}

describe('a callback', () => {
  type Answering = (error: Error | null, allow?: unknown) => unknown
  const origins = (origin: (origin: string | undefined, callback: Answering) => unknown) => ({ origin })

  test.each<[string, unknown]>([
    ['is never called by a function that returns', origins(() => true)],
    ['is never called by an async function that returns', origins(() => Promise.resolve(true))],
    [
      'is not called for a stranger',
      origins((origin, callback) => origin === 'https://app.example.com' && callback(null, true)),
    ],
    ['is never called by a delegate that returns', () => ({ origin: 'https://app.example.com' })],
  ])('%s: the request hangs', async (_, options) => {
    expect(await answerTo(options)).toBeUndefined()
  })

  test('is not called without an origin: a request of the own site hangs', async () => {
    const options = origins((origin, callback) => origin !== undefined && callback(null, false))
    expect(await answerTo(options, { origin: undefined })).toBeUndefined()
    expect(await answerTo(options)).toMatchObject({ status: 200 })
  })

  test('is called twice: the request is handled twice', async () => {
    const { app, errors } = served(
      origins((_, callback) => {
        callback(null, true)
        callback(null, true)
      }),
    )
    await ask(app)
    expect(errors).toMatchObject([{ code: 'ERR_HTTP_HEADERS_SENT' }])
  })

  test('is called with an error and again: the second call fails', async () => {
    const app = express()
    const failures: unknown[] = []
    const middleware = cors(
      origins((_, callback) => {
        callback(new Error('refused'))
        try {
          callback(null, true)
        } catch (error) {
          failures.push(error)
        }
      }),
    )
    app.use(middleware)
    app.use((error: unknown, _req: unknown, res: ExpressResponse, next: (error: unknown) => void) => {
      if (res.headersSent) next(error)
      else res.status(500).end()
    })
    expect(await ask(app)).toMatchObject({ status: 500 })
    expect(failures).toMatchObject([{ code: 'ERR_HTTP_HEADERS_SENT' }])
  })

  test.each(['GET', 'POST', 'OPTIONS'] as const)(
    'refuses with an error: %s fails, without CORS headers',
    async (method) => {
      const answer = await answerTo(
        origins((_, callback) => {
          callback(new Error('refused'))
        }),
        { method, origin: 'http://127.0.0.1' },
      )
      expect(answer).toMatchObject({ status: 500 })
      expect(answer?.headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  test('refuses quietly: the request of the own site goes on', async () => {
    const answer = await answerTo(
      origins((_, callback) => {
        callback(null, false)
      }),
      { method: 'POST', origin: 'http://127.0.0.1' },
    )
    expect(answer).toMatchObject({ status: 200 })
    expect(answer?.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('an origin of another type', () => {
  const set = new Set(['https://app.example.com'])
  const url = new URL('https://app.example.com/login')

  test.each<[string, unknown]>([
    ['a Set', set],
    ['a Set in a list', [set]],
    ['a Map', new Map([['https://app.example.com', true]])],
    ['a URL', url],
    ['an object', { allow: [] }],
    ['a number', 1],
    ['a function in a list', [() => false]],
    [
      'a promise',
      (_: unknown, callback: (error: null, allow: unknown) => unknown) => callback(null, Promise.resolve(false)),
    ],
  ])('%s lets a stranger in', async (_, origin) => {
    expect((await answerTo({ origin }))?.headers['access-control-allow-origin']).toBe(STRANGER)
  })

  test.each<[string, unknown]>([
    ['the entries of a Set', [...set]],
    ['the entries of a Set in a list', [[...set]]],
    ['the origin of a URL', url.origin],
  ])('%s does not', async (_, origin) => {
    expect((await answerTo({ origin }))?.headers['access-control-allow-origin']).not.toBe(STRANGER)
    const listed = await answerTo({ origin }, { origin: 'https://app.example.com' })
    expect(listed?.headers['access-control-allow-origin']).toBe('https://app.example.com')
  })

  test.each([undefined, '', false, 0, null])('%s switches it off', async (origin) => {
    expect((await answerTo({ origin }))?.headers).not.toHaveProperty('access-control-allow-origin')
  })
})
