import type { Weakness } from '../../src/weaknesses.ts'

type Kind = Weakness['kind']

/** What the checks below refer to; served to the lint as source, and run for real. */
export const NAMES = `
const LIST = ['https://app.example.com', 'https://admin.example.com']
const HOSTS = ['app.example.com', 'admin.example.com']
const DOMAIN = 'example.com'
const TEXT = 'https://app.example.com https://admin.example.com'
const SET = new Set(LIST)
const TABLE = { 'https://app.example.com': 1 }
const PATTERNS = [/^https:\\/\\/app\\.example\\.com$/, /^https:\\/\\/admin\\.example\\.com$/]
const isOwn = (host) => host === 'example.com' || host.endsWith('.example.com')
`

/** Checks of `origin`, how they are passed, and by whom. */
export const BYPASSED: readonly (readonly [check: string, kind: Kind, witness: string])[] = [
  // Any website.
  ["origin.startsWith('https://')", 'any', 'https://evil.example'],
  ["origin.startsWith('http')", 'any', 'https://evil.example'],
  ["origin.slice(0, 8) === 'https://'", 'any', 'https://evil.example'],
  ["new URL(origin).protocol === 'https:'", 'any', 'https://evil.example'],
  ['/^https:/.test(origin)', 'any', 'https://evil.example'],
  ['/./.test(origin)', 'any', 'https://evil.example'],
  ['origin.match(/^https?:\\/\\/.+$/) !== null', 'any', 'https://evil.example'],
  // What begins like an allowed origin.
  ["origin.startsWith('https://app.example.com')", 'appended', 'https://app.example.com.evil.example'],
  ["origin.startsWith('https://app.')", 'appended', 'https://app.evil.example'],
  ["origin.startsWith('https://app-')", 'appended', 'https://app-evil.example'],
  ["origin.startsWith('https://preview')", 'appended', 'https://preview.evil.example'],
  ["origin.indexOf('https://app.example.com') === 0", 'appended', 'https://app.example.com.evil.example'],
  ["origin.lastIndexOf('https://app.example.com', 0) === 0", 'appended', 'https://app.example.com.evil.example'],
  ["origin.slice(0, 23) === 'https://app.example.com'", 'appended', 'https://app.example.com.evil.example'],
  ['origin.substring(0, 23) === LIST[0]', 'appended', 'https://app.example.com.evil.example'],
  ['origin.substr(0, LIST[0].length) === LIST[0]', 'appended', 'https://app.example.com.evil.example'],
  ['LIST.some((allowed) => origin.startsWith(allowed))', 'appended', 'https://app.example.com.evil.example'],
  [
    'LIST.findIndex((allowed) => origin.indexOf(allowed) === 0) !== -1',
    'appended',
    'https://app.example.com.evil.example',
  ],
  ["origin.startsWith('http://localhost')", 'appended', 'http://localhost.evil.example'],
  ["origin.startsWith('http://127.0.0.1')", 'appended', 'http://127.0.0.1.evil.example'],
  ["new URL(origin).hostname.startsWith('app.example.com')", 'appended', 'https://app.example.com.evil.example'],
  [
    "origin && (origin === 'http://localhost:3000' || origin.startsWith(LIST[1]))",
    'appended',
    'https://admin.example.com.evil.example',
  ],
  // What ends like one.
  ["origin.endsWith('example.com')", 'prepended', 'https://evilexample.com'],
  ['origin.endsWith(DOMAIN)', 'prepended', 'https://evilexample.com'],
  ["origin.slice(-11) === 'example.com'", 'prepended', 'https://evilexample.com'],
  ['origin.substring(origin.length - DOMAIN.length) === DOMAIN', 'prepended', 'https://evilexample.com'],
  ["new URL(origin).hostname.endsWith('example.com')", 'prepended', 'https://evilexample.com'],
  [
    "new URL(origin).host.endsWith('example.com') && origin.startsWith('https://')",
    'prepended',
    'https://evilexample.com',
  ],
  ["origin.lastIndexOf('example.com') === origin.length - 11", 'prepended', 'https://evilexample.com'],
  ["['example.com', 'example.org'].some((domain) => origin.endsWith(domain))", 'prepended', 'https://evilexample.com'],
  ["origin.endsWith('my-app.vercel.app')", 'prepended', 'https://evilmy-app.vercel.app'],
  ["origin.startsWith('https://app') && origin.endsWith('example.com')", 'prepended', 'https://appevilexample.com'],
  // What contains one.
  ["origin.includes('example.com')", 'embedded', 'https://example.com.evil.example'],
  ["origin.indexOf('example.com') !== -1", 'embedded', 'https://example.com.evil.example'],
  ["origin.indexOf('example.com') > -1", 'embedded', 'https://example.com.evil.example'],
  ["origin.indexOf('example.com') >= 0", 'embedded', 'https://example.com.evil.example'],
  ["~origin.indexOf('example.com')", 'embedded', 'https://example.com.evil.example'],
  ["origin.search('example.com') !== -1", 'embedded', 'https://example.com.evil.example'],
  ["!!origin.match('example.com')", 'embedded', 'https://example.com.evil.example'],
  ["origin.includes('.example.com')", 'embedded', 'https://evil.example.com.evil.example'],
  ["origin.includes('mycompany')", 'embedded', 'https://mycompany.evil.example'],
  ["origin.includes('localhost')", 'embedded', 'https://localhost.evil.example'],
  ['HOSTS.some((host) => origin.includes(host))', 'embedded', 'https://app.example.com.evil.example'],
  ["new URL(origin).hostname.split('.').includes('mycompany')", 'embedded', 'https://mycompany.evil.example'],
  // The other way round.
  ['TEXT.includes(origin)', 'part', 'https://app.example.co'],
  ['TEXT.indexOf(origin) !== -1', 'part', 'https://app.example.co'],
  ['LIST.join().includes(origin)', 'part', 'https://app.example.co'],
  ['LIST.some((allowed) => allowed.includes(origin))', 'part', 'https://app.example.co'],
  ['LIST.some((allowed) => allowed.startsWith(origin))', 'part', 'https://app.example.co'],
  // The scheme is not looked at.
  ['HOSTS.includes(new URL(origin).hostname)', 'scheme', 'http://app.example.com'],
  ["new URL(origin).host === 'app.example.com'", 'scheme', 'http://app.example.com'],
  ["origin.split('//')[1] === 'app.example.com'", 'scheme', 'http://app.example.com'],
  ['isOwn(new URL(origin).hostname)', 'scheme', 'http://example.com'],
  ["origin.endsWith('.example.com')", 'scheme', 'http://app.example.com'],
  ["origin.endsWith('://app.example.com')", 'scheme', 'http://app.example.com'],
  ["new URL(origin).hostname.split('.').slice(-2).join('.') === 'example.com'", 'scheme', 'http://example.com'],
  ["origin.split('://').pop() === 'app.example.com'", 'scheme', 'http://app.example.com'],
  // A parser that browsers disagree with.
  ["url.parse(origin).hostname === 'app.example.com'", 'parser', 'https://app.example.com;.evil.example'],
  ["url.parse(origin).host.endsWith('.example.com')", 'parser', 'https://app.example.com;.evil.example'],
]

/** Checks that nobody passes who is not meant to. */
export const SOUND: readonly string[] = [
  'LIST.includes(origin)',
  'LIST.indexOf(origin) !== -1',
  'SET.has(origin)',
  'TABLE[origin]',
  'origin in TABLE',
  'Object.hasOwn(TABLE, origin)',
  "origin === 'https://app.example.com'",
  "origin.toLowerCase() === 'https://app.example.com'",
  'LIST.some((allowed) => allowed === origin)',
  'LIST.find((allowed) => allowed === origin)',
  'LIST.every((allowed) => allowed !== origin) === false',
  'PATTERNS.some((pattern) => pattern.test(origin))',
  'LIST.includes(new URL(origin).origin)',
  "new URL(origin).origin === 'https://app.example.com'",
  "new URL(origin).protocol === 'https:' && HOSTS.includes(new URL(origin).host)",
  "new URL(origin).protocol === 'https:' && isOwn(new URL(origin).hostname)",
  "origin.startsWith('https://') && origin.endsWith('.example.com')",
  "origin.startsWith('https://') && HOSTS.includes(origin.slice(8))",
  "origin.startsWith('https://') && new URL(origin).hostname.split('.').slice(-2).join('.') === 'example.com'",
  "origin.startsWith('https:') && origin.split('://').at(1) === 'app.example.com'",
  "((scheme, ...rest) => scheme === 'https' && rest.join() === 'app.example.com')(...origin.split('://'))",
  "origin.startsWith('https://') && origin.endsWith('--my-shop.netlify.app')",
  "origin.endsWith('https://app.example.com')",
  "origin.startsWith('https://app.example.com/')",
  "origin.startsWith('http://localhost:')",
  "origin.startsWith('http://[::1]:')",
  "origin.startsWith('chrome-extension://')",
  "origin.startsWith('capacitor://')",
  "origin.startsWith('https://app.example.com') && LIST.includes(origin)",
  "origin.includes('example.com') && SET.has(origin)",
  "['https://app', 'example', 'com'].join('.') === origin",
  "'https://' + HOSTS[0] === origin",
  '`https://app.${DOMAIN}` === origin',
  "origin.replace(/\\/$/, '') === LIST[0]",
  'isAllowed(origin)',
  'allowed.includes(origin)',
  "origin.endsWith('.local')",
  "new URL(origin).hostname === 'localhost'",
  'process.env.ORIGIN === origin',
  "process.env.ORIGINS.split(',').includes(origin)",
  "process.env.ORIGINS.split(',').some((one) => one.trim() === origin)",
  'new Set(process.env.ORIGINS.split(",")).has(origin)',
  'origin.endsWith(process.env.SUFFIX)',
  'new URL(origin).hostname.endsWith(process.env.SUFFIX)',
  'origin.endsWith(`.${process.env.DOMAIN}`) && origin.startsWith("https://")',
  'new RegExp(process.env.PATTERN).test(origin)',
  'origin.match(process.env.PATTERN)',
  'new RegExp(`^${process.env.PATTERN}`).test(origin)',
  'process.env.ALLOW_ANY === "true" || LIST.includes(origin)',
]
