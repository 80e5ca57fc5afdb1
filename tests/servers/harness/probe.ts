import { request } from 'node:http'

/** Who asks: a stranger's site, an opaque origin, the site on the list, and something that sends no `Origin`. */
export const SENDERS = {
  stranger: 'https://evil.example',
  opaque: 'null',
  listed: 'https://app.example.com',
  unnamed: undefined,
} as const

export type Sender = keyof typeof SENDERS

/** Sites of strangers whose names look like the one on the list: by its end, its beginning, its dot, and cut short. */
export const LOOKALIKES = [
  'https://app.example.com.evil.example',
  'https://evilapp.example.com',
  'https://evilexample.com',
  'https://appxexample.com',
  'https://app.example.co',
] as const

/** What came back. A header sent more than once keeps all its values. */
export interface Answer {
  /** The status code, or why there is none. */
  readonly status: number | 'no answer' | 'broken connection'
  readonly allowOrigin: readonly string[]
  readonly allowCredentials: readonly string[]
  readonly vary: readonly string[]
  readonly allowMethods: readonly string[]
  readonly maxAge: readonly string[]
}

export interface Probes {
  readonly get: Readonly<Record<Sender, Answer>>
  readonly preflight: Readonly<Record<Sender, Answer>>
}

/** Asks the server, as each sender, with a simple request and with the preflight of one that is not. */
export async function probe(url: URL, timeout = 2000): Promise<Probes> {
  const [get, preflight] = await Promise.all([
    asEachSender((origin) => ask(url, 'GET', origin, timeout)),
    asEachSender((origin) => ask(url, 'OPTIONS', origin, timeout)),
  ])
  return { get, preflight }
}

async function asEachSender(ask: (origin: string | undefined) => Promise<Answer>): Promise<Record<Sender, Answer>> {
  const [stranger, opaque, listed, unnamed] = await Promise.all([
    ask(SENDERS.stranger),
    ask(SENDERS.opaque),
    ask(SENDERS.listed),
    ask(SENDERS.unnamed),
  ])
  return { stranger, opaque, listed, unnamed }
}

const PREFLIGHT = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'x-test' }

/** One simple request, or one preflight, with any `Origin`. */
export function ask(url: URL, method: 'GET' | 'OPTIONS', origin: string | undefined, timeout = 2000): Promise<Answer> {
  const headers = {
    ...(origin === undefined ? {} : { Origin: origin }),
    ...(method === 'OPTIONS' ? PREFLIGHT : {}),
  }
  return new Promise((resolve) => {
    const outgoing = request(url, { method, headers, agent: false, timeout }, (incoming) => {
      incoming.resume()
      const all = (name: string): string[] => valuesOf(incoming.rawHeaders, name)
      resolve({
        status: incoming.statusCode ?? 'broken connection',
        allowOrigin: all('access-control-allow-origin'),
        allowCredentials: all('access-control-allow-credentials'),
        vary: all('vary'),
        allowMethods: all('access-control-allow-methods'),
        maxAge: all('access-control-max-age'),
      })
    })
    const silent = { allowOrigin: [], allowCredentials: [], vary: [], allowMethods: [], maxAge: [] }
    outgoing.on('timeout', () => {
      resolve({ status: 'no answer', ...silent })
      outgoing.destroy()
    })
    outgoing.on('error', () => {
      resolve({ status: 'broken connection', ...silent })
    })
    outgoing.end()
  })
}

function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name)
}
