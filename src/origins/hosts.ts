/** The user's own machine: `localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f\w\w:\w+\])$/.test(host)
}

/**
 * A host that is only reached from inside a network: private and link-local addresses (RFC 1918, RFC 4193),
 * names that are reserved for it, and names without a dot.
 */
export function isPrivate(host: string): boolean {
  if (/^\[(?:f[cd]|fe[89ab])/.test(host)) return true
  if (/^(?:10|0|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host)) return true
  if (/\.(?:local|internal|intranet|lan|home|corp|private|test|invalid|home\.arpa)$/.test(host)) return true
  return !host.includes('.') && !host.startsWith('[')
}

const TUNNEL =
  /(?:^|\.)(?:ngrok\.(?:io|app|dev)|ngrok-free\.(?:app|dev)|loca\.lt|trycloudflare\.com|gitpod\.io|app\.github\.dev|devtunnels\.ms|serveo\.net|lhr\.life|localhost\.run)$/

/** A host that leads to somebody's own machine for as long as a tunnel is open; the next one gets the name. */
export function isTunnel(host: string): boolean {
  return TUNNEL.test(host)
}

/** Sites that run, under one and the same origin, the pages of whoever has an account. */
const PLAYGROUNDS = new Set([
  'cdpn.io',
  'codepen.io',
  's.codepen.io',
  'jsfiddle.net',
  'fiddle.jshell.net',
  'jsbin.com',
  'null.jsbin.com',
  'output.jsbin.com',
  'plnkr.co',
  'run.plnkr.co',
  's3.amazonaws.com',
  'storage.googleapis.com',
])

/** Whether anybody can publish a page under this very host. */
export function isPlayground(host: string): boolean {
  return PLAYGROUNDS.has(host)
}
