import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type AddressInfo, type Server } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'

import { selfSigned } from './certificate.ts'

/** Where the server under test is, whatever its port. */
export const API = 'https://api.example.com'

/** A few names of the internet, all of them on this machine. */
export interface Network {
  /** What a Chromium is told on its command line in order to live there. */
  readonly flags: readonly string[]
  /** From now on, the server on this port is `API`. Connections to the one before are closed. */
  publish(port: number): void
  close(): void
}

/**
 * Starts it. `API` is the published server behind a TLS terminator that hands on bytes and nothing else; every other
 * name, by `https:` and `http:`, is a website with a blank page.
 */
export async function startNetwork(): Promise<Network> {
  const { key, cert, fingerprint } = selfSigned()
  let target = 0
  const open = new Set<TLSSocket>()
  const api = createTlsServer({ key, cert }, (socket) => {
    open.add(socket)
    const upstream = connect(target, '127.0.0.1')
    socket.pipe(upstream).pipe(socket)
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    socket.on('close', () => open.delete(socket))
  })
  const secure = createSecureServer({ key, cert }, website)
  const plain = createServer(website)
  const [apiPort, securePort, plainPort] = await Promise.all([api, secure, plain].map(listening))
  return {
    flags: [
      `--host-resolver-rules=MAP api.example.com:443 127.0.0.1:${apiPort}, MAP *:443 127.0.0.1:${securePort}, MAP *:80 127.0.0.1:${plainPort}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
    publish(port) {
      target = port
      for (const socket of open) socket.destroy()
    },
    close() {
      for (const socket of open) socket.destroy()
      for (const server of [secure, plain]) server.closeAllConnections()
      for (const server of [api, secure, plain]) server.close()
    },
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A page, and a page with a frame whose origin is `null`. */
const website: RequestListener = (req, res) => {
  const frame = req.url === '/sandbox' ? '<iframe sandbox="allow-scripts" srcdoc="<p>"></iframe>' : ''
  res.setHeader('Content-Type', 'text/html')
  res.end(`<!doctype html><link rel="icon" href="data:,"><title>page</title>${frame}`)
}
