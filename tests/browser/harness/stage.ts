import type { Server } from 'node:http'

import { afterAll, beforeAll, describe } from 'vitest'

import { serving } from '../../servers/harness/serve.ts'
import { executable, launch, NEED, type Browser } from './chromium.ts'
import { startNetwork, type Network } from './network.ts'
import { node, type Row } from './row.ts'
import { visitorIn, type Visitor } from './visitor.ts'

/** A request that reached the server. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly cookie: string | undefined
}

/** A browser, and the server of the moment. */
export interface Stage {
  readonly visitor: Visitor
  /** Makes a server that runs already the one that pages ask. */
  publish(url: URL): void
  /** Serves a text as `API` for as long as `use` takes. `received` grows with what is asked of it. */
  serve<Result>(row: Servable, use: (url: URL, received: readonly Received[]) => Promise<Result>): Promise<Result>
}

/** What runs of a row. */
export type Servable = Pick<Row, 'source' | 'library'>

/** Runs tests with one browser. */
export function describeInChromium(name: string, tests: (stage: () => Stage) => void): void {
  describe.skipIf(executable === undefined)(`${name}${NEED}`, { timeout: 20_000 }, () => {
    let network: Network
    let browser: Browser
    let stage: Stage

    beforeAll(async () => {
      network = await startNetwork()
      browser = await launch(network.flags)
      await browser.context.addCookies([
        { name: 'session', value: '1', domain: 'api.example.com', path: '/', sameSite: 'None', secure: true },
      ])
      stage = {
        visitor: visitorIn(browser.context),
        publish({ port }) {
          network.publish(Number(port))
        },
        serve: (row, use) => serve(network, row, use),
      }
    }, 40_000)

    afterAll(async () => {
      await browser.close()
      network.close()
    })

    tests(() => stage)
  })
}

function serve<Result>(
  network: Network,
  { source, library = node }: Servable,
  use: (url: URL, received: readonly Received[]) => Promise<Result>,
): Promise<Result> {
  const received: Received[] = []
  const watched = {
    ...library,
    async listen(exports: Parameters<typeof library.listen>[0]): Promise<Server> {
      const server = await library.listen(exports)
      server.prependListener('request', ({ method = '', url = '', headers }) => {
        received.push({ method, url, cookie: headers.cookie })
      })
      return server
    },
  }
  return serving(watched, { source }, async (url) => {
    network.publish(Number(url.port))
    return use(url, received)
  })
}
