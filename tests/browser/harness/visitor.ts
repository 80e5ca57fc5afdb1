import type { BrowserContext, Frame, Page } from 'playwright-core'

import type { Outcome, Wish } from '../../servers/harness/browser.ts'
import { API } from './network.ts'

/** What came of a wish. */
export interface Sight {
  readonly outcome: Outcome
  /** What the console says behind "blocked by CORS policy: ". */
  readonly text?: string
  /** How the developer tools call it: `Network.CorsError` of the protocol. Unknown for frames. */
  readonly code?: string
}

/** The websites that are open. A page stays open, and asks for whatever its scripts are told to. */
export interface Visitor {
  /** `key` makes the address a new one, which no cache knows. */
  fetch(wish: Wish, key: string): Promise<Sight>
  /** Loads the address as an image or a stylesheet is loaded: without CORS. */
  load(origin: string, key: string): Promise<void>
  /** The first message of a WebSocket. */
  listen(origin: string): Promise<string>
}

/** Opens websites in a browser. `null` is the origin of a sandboxed frame on a stranger's page. */
export function visitorIn(context: BrowserContext): Visitor {
  const sites = new Map<string, Promise<Site>>()
  const siteOf = (origin: string): Promise<Site> => {
    const site = sites.get(origin) ?? open(context, origin)
    sites.set(origin, site)
    return site
  }
  return {
    async fetch({ origin, method, headers = {}, credentials = false }, key) {
      const site = await siteOf(origin)
      const url = addressOf(key)
      const isRead = await site.frame.evaluate(
        async ([address, init]) => {
          try {
            await (await fetch(address, init)).text()
            return true
          } catch {
            return false
          }
        },
        [url, { method, headers, credentials: credentials ? 'include' : 'omit' }] as const,
      )
      if (isRead) return { outcome: 'read' }
      const text = await soon(() => site.texts.get(url))
      const code = origin === 'null' ? undefined : await soon(() => site.codes.get(url))
      site.texts.delete(url)
      if (text === undefined) throw new Error(`${origin} could not ${method} ${url}, and the console is silent`)
      const outcome = text.includes('preflight') ? 'preflight refused' : 'response refused'
      return { outcome, text, ...(code !== undefined && { code }) }
    },
    async load(origin, key) {
      const { frame } = await siteOf(origin)
      await frame.evaluate(async (address) => {
        await fetch(address, { mode: 'no-cors' })
      }, addressOf(key))
    },
    async listen(origin) {
      const { frame } = await siteOf(origin)
      return frame.evaluate(
        (address) =>
          new Promise<string>((resolve, reject) => {
            const socket = new WebSocket(address)
            socket.onmessage = ({ data }) => {
              resolve(String(data))
              socket.close()
            }
            socket.onerror = () => {
              reject(new Error('the socket does not open'))
            }
          }),
        API.replace('https:', 'wss:'),
      )
    },
  }
}

function addressOf(key: string): string {
  return `${API}/?${key}`
}

interface Site {
  readonly frame: Page | Frame
  readonly texts: Map<string, string>
  readonly codes: Map<string, string>
}

async function open(context: BrowserContext, origin: string): Promise<Site> {
  const page = await context.newPage()
  const texts = new Map<string, string>()
  const codes = new Map<string, string>()
  page.on('console', (message) => {
    const [, url = '', from, text = ''] =
      /^Access to fetch at '([^']+)'(?: \([^)]+\))? from origin '([^']+)' has been blocked by CORS policy: (.*)$/s.exec(
        message.text(),
      ) ?? []
    if (from === origin) texts.set(url, text)
  })
  await listenForCodes(context, page, codes)
  await page.goto(origin === 'null' ? 'https://evil.example/sandbox' : origin)
  const frame = origin === 'null' ? page.frames()[1] : page
  if (!frame) throw new Error('the page has no frame')
  return { frame, texts, codes }
}

async function listenForCodes(context: BrowserContext, page: Page, codes: Map<string, string>): Promise<void> {
  const tools = await context.newCDPSession(page)
  const urls = new Map<string, string>()
  tools.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  tools.on('Network.loadingFailed', ({ requestId, corsErrorStatus }) => {
    if (corsErrorStatus) codes.set(urls.get(requestId) ?? '', corsErrorStatus.corsError)
  })
  await tools.send('Network.enable')
}

/** The tools and the console report a little later than the script knows. */
async function soon<Value>(look: () => Value | undefined): Promise<Value | undefined> {
  for (let turn = 0; turn < 100; turn += 1) {
    const value = look()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return undefined
}
