import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from 'vitest'

import type { UnusableGrant } from '../../src/grants/model.ts'
import type { HeaderWrite } from '../../src/policy.ts'
import { policyOf } from '../support/model.ts'
import { express, type ExpressResponse } from '../support/packages.ts'

const NAME = 'Access-Control-Allow-Origin'

/** The values as they are written in code. */
const VALUES: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  "''": '',
  false: false,
  true: true,
  '1': 1,
  '/x/': /x/,
  '({})': {},
}

/** A way to write a header: as code that is read, and for real. */
interface Way {
  readonly name: string
  readonly api: HeaderWrite['api']
  readonly code: (value: string) => string
  readonly send: (value: never) => Promise<string | undefined>
}

const WAYS: readonly Way[] = [
  {
    name: 'setHeader',
    api: 'node',
    code: byNode((v) => `res.setHeader('${NAME}', ${v})`),
    send: onNode((res, v) => res.setHeader(NAME, v)),
  },
  {
    name: 'appendHeader',
    api: 'node',
    code: byNode((v) => `res.appendHeader('${NAME}', ${v})`),
    send: onNode((res, v) => res.appendHeader(NAME, v)),
  },
  {
    name: 'writeHead',
    api: 'node',
    code: byNode((v) => `res.writeHead(200, { '${NAME}': ${v} })`),
    send: onNode((res, v) => res.writeHead(200, { [NAME]: v })),
  },
  {
    name: 'set',
    api: 'express',
    code: byExpress((v) => `res.set('${NAME}', ${v})`),
    send: onExpress((res, v) => res.set(NAME, v)),
  },
  {
    name: 'set with an object',
    api: 'express',
    code: byExpress((v) => `res.set({ '${NAME}': ${v} })`),
    send: onExpress((res, v) => res.set({ [NAME]: v })),
  },
  {
    name: 'header',
    api: 'express',
    code: byExpress((v) => `res.header('${NAME}', ${v})`),
    send: onExpress((res, v) => res.header(NAME, v)),
  },
  {
    name: 'Headers',
    api: 'fetch',
    code: (v) =>
      `export function GET() { const headers = new Headers(); headers.set('${NAME}', ${v}); return new Response('', { headers }) }`,
    send: (value) => {
      const headers = new Headers()
      headers.set(NAME, value)
      return Promise.resolve(headers.get(NAME) ?? undefined)
    },
  },
  {
    name: 'new Response',
    api: 'fetch',
    code: (v) => `export function GET() { return new Response('', { headers: { '${NAME}': ${v} } }) }`,
    send: (value) => Promise.resolve(new Response('', { headers: { [NAME]: value } }).headers.get(NAME) ?? undefined),
  },
]

function byNode(write: (value: string) => string): (value: string) => string {
  return (value) =>
    `import { createServer } from 'node:http'\ncreateServer((req, res) => { ${write(value)}; res.end() })`
}

function byExpress(write: (value: string) => string): (value: string) => string {
  return (value) => `import express from 'express'\nexpress().use((req, res, next) => { ${write(value)}; next() })`
}

describe.each(WAYS)('$name', ({ api, code, send }) => {
  test.each(Object.keys(VALUES))('%s becomes what the model says', async (value) => {
    const { grants, form } = policyOf(code(value))
    expect(form.type === 'headers' && form.writes[0]?.api).toBe(api)
    const effect = grants.find((grant): grant is UnusableGrant => grant.kind === 'unusable')?.effect
    const sent = await send(VALUES[value] as never).then(
      (text) => ({ type: 'sent', text }),
      () => ({ type: 'throws' }),
    )
    expect(effect).toEqual(sent)
  })
})

/** What a Node server sends after such a write; an exception of the write is one here. */
function onNode(write: (res: ServerResponse, value: never) => unknown): Way['send'] {
  return (value) => askNode(write, value)
}

async function askNode(
  write: (res: ServerResponse, value: never) => unknown,
  value: never,
): Promise<string | undefined> {
  let failure: unknown
  const server = createServer((_req, res) => {
    try {
      write(res, value)
    } catch (error) {
      failure = error
    }
    res.end()
  })
  const sent = await headerOf(server)
  if (failure) throw failure as Error
  return sent
}

function onExpress(write: (res: ExpressResponse, value: never) => unknown): Way['send'] {
  return (value) => {
    const app = express()
    app.use((_req: unknown, res: ExpressResponse) => {
      write(res, value)
      res.end()
    })
    return headerOf(createServer(app))
  }
}

async function headerOf(server: ReturnType<typeof createServer>): Promise<string | undefined> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port, timeout: 2000, agent: false }, (incoming) => {
        incoming.resume()
        resolve(incoming.headers['access-control-allow-origin'])
      })
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')))
      outgoing.on('error', reject)
      outgoing.end()
    })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
