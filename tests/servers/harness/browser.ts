import { request } from 'node:http'

/** What a script asks its browser for. */
export interface Wish {
  /** The origin of the page. */
  readonly origin: string
  readonly method: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Whether cookies go along. */
  readonly credentials?: boolean
}

/** How far the browser lets the script get, in the words of Fetch. */
export type Outcome = 'read' | 'preflight refused' | 'response refused'

/** Does what a browser does (Fetch, CORS-preflight fetch and CORS check), over HTTP. */
export async function fetchAsBrowser(url: URL, wish: Wish): Promise<Outcome> {
  const { method, headers = {} } = wish
  const unsafe = Object.entries(headers).flatMap(([name, value]) => (isSafelisted(name, value) ? [] : [name]))
  if (!SAFE_METHODS.includes(method) || unsafe.length > 0) {
    const answer = await send(url, wish, 'OPTIONS', {
      'Access-Control-Request-Method': method,
      ...(unsafe.length > 0 && { 'Access-Control-Request-Headers': unsafe.join(',').toLowerCase() }),
    })
    const allows = (name: string, asked: string): boolean => {
      const names = namesIn(answer, name)
      const isEqual = (one: string): boolean =>
        name === 'access-control-allow-headers' ? one.toLowerCase() === asked.toLowerCase() : one === asked
      return names.some((one) => isEqual(one) || (one === '*' && wish.credentials !== true))
    }
    const passes =
      answer.status >= 200 &&
      answer.status < 300 &&
      isAllowed(answer, wish) &&
      LISTS.every((name) => namesIn(answer, name).every((one) => one === '' || TOKEN.test(one))) &&
      (SAFE_METHODS.includes(method) || allows('access-control-allow-methods', method)) &&
      unsafe.every((name) => allows('access-control-allow-headers', name))
    if (!passes) return 'preflight refused'
  }
  const cookies: Record<string, string> = wish.credentials === true ? { Cookie: 'session=1' } : {}
  return isAllowed(await send(url, wish, method, { ...headers, ...cookies }), wish) ? 'read' : 'response refused'
}

const SAFE_METHODS = ['GET', 'HEAD', 'POST']
const LISTS = ['access-control-allow-methods', 'access-control-allow-headers']
const TOKEN = /^[!#$%&'*+.^`|~\w-]+$/

function namesIn(answer: Answer, list: string): string[] {
  return (answer.header(list) ?? '').split(',').map((one) => one.trim())
}

function isSafelisted(name: string, value: string): boolean {
  return (
    /^content-type$/i.test(name) &&
    /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i.test(value)
  )
}

interface Answer {
  readonly status: number
  /** All values of a name as one, the way browsers read them; `undefined` when it is missing. */
  header(name: string): string | undefined
}

/** The CORS check. */
function isAllowed(answer: Answer, { origin, credentials = false }: Wish): boolean {
  const allowed = answer.header('access-control-allow-origin')
  if (allowed === '*' && !credentials) return true
  if (allowed !== origin) return false
  return !credentials || answer.header('access-control-allow-credentials') === 'true'
}

function send(
  url: URL,
  { origin, path = '/' }: Wish,
  method: string,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, url),
      { method, headers: { ...headers, Origin: origin }, agent: false, timeout: 2000 },
      (incoming) => {
        incoming.resume()
        const raw = incoming.rawHeaders
        resolve({
          status: incoming.statusCode ?? 0,
          header: (name) => {
            const values = raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name)
            return values.length === 0 ? undefined : values.join(', ')
          },
        })
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)))
    outgoing.on('error', reject)
    outgoing.end()
  })
}
