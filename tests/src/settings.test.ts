import { defineConfig } from 'eslint/config'
import type { SharedConfigurationSettings } from '@typescript-eslint/utils/ts-eslint'
import { ESLint } from 'eslint'
import { describe, expect, expectTypeOf, test } from 'vitest'

import { type CorsSettings, readSettings } from '../../src/settings.ts'

const read = (cors: unknown) => readSettings({ cors })

describe('nothing is set', () => {
  test.each([{}, { cors: undefined }, { other: { allowedOrigins: 1 } }, undefined, null])('%j', (settings) => {
    expect(readSettings(settings)).toEqual({})
  })

  test('an empty object', () => {
    expect(read({})).toEqual({})
  })

  test('keys that are undefined', () => {
    expect(read({ allowedOrigins: undefined, developmentGuards: undefined })).toEqual({})
  })
})

describe('accepted origins', () => {
  test.each([
    'https://app.example.com',
    'http://localhost',
    'http://localhost:3000',
    'http://127.0.0.1:8080',
    'http://[::1]:3000',
    'https://app.example.com:8443',
    'https://xn--bcher-kva.example',
    'https://app.example.com.',
    'https://under_score.example.com',
    'capacitor://localhost',
    'ionic://localhost',
    'tauri://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://0b5f8a2e-3f6c-4a3c-9d5c-1d6f0a5d1c11',
    'app+dev://host:1234',
  ])('%s', (origin) => {
    expect(read({ allowedOrigins: [origin] })).toEqual({ allowedOrigins: [origin] })
  })

  test('several, in their order', () => {
    const allowedOrigins = ['https://b.example', 'https://a.example']
    expect(read({ allowedOrigins })).toEqual({ allowedOrigins })
  })
})

describe('refused origins', () => {
  const expected =
    'expected an origin as browsers send it, such as "https://app.example.com" or "capacitor://localhost"'

  test.each([
    ['https://app.example.com/', '; write "https://app.example.com".'],
    ['https://app.example.com/path', '; write "https://app.example.com".'],
    ['https://app.example.com?query', '; write "https://app.example.com".'],
    ['https://app.example.com#hash', '; write "https://app.example.com".'],
    ['https://user:secret@app.example.com', '; write "https://app.example.com".'],
    ['https://app.example.com:443', '; write "https://app.example.com".'],
    ['http://app.example.com:80', '; write "http://app.example.com".'],
    ['HTTPS://App.Example.com', '; write "https://app.example.com".'],
    ['https://bücher.example', '; write "https://xn--bcher-kva.example".'],
    [' https://app.example.com ', '; write "https://app.example.com".'],
    ['http://0x7f.1', '; write "http://127.0.0.1".'],
    ['capacitor://localhost/', '; write "capacitor://localhost".'],
    ['Capacitor://localhost', '; write "capacitor://localhost".'],
    ['*', '; a wildcard is not one, list each origin.'],
    ['https://*.example.com', '; a wildcard is not one, list each origin.'],
    ['null', '; any site can send "null", from a sandboxed frame.'],
    ['app.example.com', '; the scheme is missing.'],
    ['//app.example.com', '; the scheme is missing.'],
    ['localhost:3000', '; the scheme is missing.'],
    ['', '; the scheme is missing.'],
    ['https://', '.'],
    ['https://a b.example', '.'],
    ['https://app.example.com, https://b.example', '.'],
    ['capacitor://', '.'],
    ['file:///tmp/index.html', '.'],
    ['file://host', '.'],
    ['ws://app.example.com', '.'],
    ['wss://app.example.com', '.'],
    ['ftp://app.example.com', '.'],
    ['javascript://alert', '.'],
  ])('%j', (origin, advice) => {
    expect(() => read({ allowedOrigins: [origin] })).toThrow(
      new TypeError(`settings.cors.allowedOrigins[0] is ${JSON.stringify(origin)}; ${expected}${advice}`),
    )
  })

  test.each([
    [42, '42'],
    [null, 'null'],
    [true, 'true'],
    [undefined, 'missing'],
    [Symbol('x'), 'Symbol(x)'],
    [/example/, 'the regular expression /example/'],
    [['https://a.example'], 'an array'],
    [{ origin: 1 }, 'an object with origin'],
    [() => true, 'a function'],
  ])('%s', (origin, found) => {
    expect(() => read({ allowedOrigins: [origin] })).toThrow(
      new TypeError(`settings.cors.allowedOrigins[0] is ${found}; ${expected}.`),
    )
  })

  test('the index is the one of the bad entry', () => {
    expect(() => read({ allowedOrigins: ['https://a.example', 'https://b.example/'] })).toThrow(
      /^settings\.cors\.allowedOrigins\[1\] is "https:\/\/b\.example\/"/,
    )
  })

  test('a hole in the list', () => {
    expect(() => read({ allowedOrigins: ['https://a.example', ,] })).toThrow(/allowedOrigins\[1\] is missing/)
  })

  test('the same origin twice', () => {
    expect(() => read({ allowedOrigins: ['https://a.example', 'https://b.example', 'https://a.example'] })).toThrow(
      new TypeError(
        'settings.cors.allowedOrigins[2] is "https://a.example"; ' +
          'expected an origin that is not already in settings.cors.allowedOrigins[0].',
      ),
    )
  })

  test('long text is cut', () => {
    expect(() => read({ allowedOrigins: ['x'.repeat(500)] })).toThrow(`is "${'x'.repeat(80)}…";`)
  })
})

describe('refused values of allowedOrigins', () => {
  const accepted = 'expected an array of origins, { module: "...", export: "..." } or { env: "..." }.'

  test.each([
    ['https://app.example.com', '"https://app.example.com"'],
    ['*', '"*"'],
    [null, 'null'],
    [true, 'true'],
    [/example/, 'the regular expression /example/'],
    [{}, 'an object with no keys'],
    [{ export: 'origins' }, 'an object with export'],
    [{ modul: './origins.js', export: 'origins' }, 'an object with modul, export'],
    [() => [], 'a function'],
  ])('%s', (value, found) => {
    expect(() => read({ allowedOrigins: value })).toThrow(
      new TypeError(`settings.cors.allowedOrigins is ${found}; ${accepted}`),
    )
  })

  test('an empty array', () => {
    expect(() => read({ allowedOrigins: [] })).toThrow(
      new TypeError(
        'settings.cors.allowedOrigins is an empty array; ' +
          'expected an array of at least one origin, such as ["https://app.example.com"].',
      ),
    )
  })
})

describe('a module', () => {
  test.each([
    './config/origins.js',
    '../origins.ts',
    '#origins',
    '@scope/config/origins',
    '/srv/origins.js',
    'origins',
  ])('from %s', (module) => {
    const allowedOrigins = { module, export: 'allowedOrigins' }
    expect(read({ allowedOrigins })).toEqual({ allowedOrigins })
  })

  test.each(['allowedOrigins', '$origins', '_', 'größe', 'of'])('export %s', (name) => {
    const allowedOrigins = { module: './origins.js', export: name }
    expect(read({ allowedOrigins })).toEqual({ allowedOrigins })
  })

  test.each(['', ' ', './a b.js', "./it's.js", './a"b.js', '.\\origins.js', './a\nb.js', './`.js', 1, null, undefined])(
    'not from %j',
    (module) => {
      expect(() => read({ allowedOrigins: { module, export: 'origins' } })).toThrow(
        /^settings\.cors\.allowedOrigins\.module is .*; expected a module specifier, such as "\.\/config\/origins\.js"\.$/s,
      )
    },
  )

  test.each(['', 'a-b', 'a.b', '1a', 'a b', 7, null, undefined])('not export %j', (name) => {
    expect(() => read({ allowedOrigins: { module: './origins.js', export: name } })).toThrow(
      /^settings\.cors\.allowedOrigins\.export is .*; expected the name of an export, such as "allowedOrigins"\.$/,
    )
  })

  test.each(['default', 'class', 'await', 'null'])('not export %s, which is reserved', (name) => {
    expect(() => read({ allowedOrigins: { module: './origins.js', export: name } })).toThrow(
      new TypeError(
        `settings.cors.allowedOrigins.export is "${name}"; ` +
          `expected the name of an export, such as "allowedOrigins"; ${name} is a reserved word.`,
      ),
    )
  })

  test('no other keys', () => {
    expect(() => read({ allowedOrigins: { module: './origins.js', export: 'origins', default: true } })).toThrow(
      new TypeError('settings.cors.allowedOrigins.default is not a setting; accepted keys: module, export.'),
    )
  })
})

describe('an environment variable', () => {
  test.each(['ALLOWED_ORIGINS', '_origins', 'a', 'A1'])('%s', (env) => {
    expect(read({ allowedOrigins: { env } })).toEqual({ allowedOrigins: { env } })
  })

  test.each(['', '1A', 'A-B', 'A.B', 'A B', '$A', 'process.env.A', 'ÄB', 3, null, undefined, ['A']])(
    'not %j',
    (env) => {
      expect(() => read({ allowedOrigins: { env } })).toThrow(
        /^settings\.cors\.allowedOrigins\.env is .*; expected the name of an environment variable, such as "ALLOWED_ORIGINS"\.$/,
      )
    },
  )

  test('not together with a module', () => {
    expect(() => read({ allowedOrigins: { env: 'A', module: './origins.js', export: 'origins' } })).toThrow(
      new TypeError('settings.cors.allowedOrigins.module is not a setting; accepted keys: env.'),
    )
  })
})

describe('developmentGuards', () => {
  test.each([[[]], [['isLocal']], [['isLocal', '__DEV__', '$dev']]])('%j', (developmentGuards) => {
    expect(read({ developmentGuards })).toEqual({ developmentGuards })
  })

  test.each([
    ['isLocal', '"isLocal"'],
    [{ isLocal: true }, 'an object with isLocal'],
    [null, 'null'],
  ])('not %j', (developmentGuards, found) => {
    expect(() => read({ developmentGuards })).toThrow(
      new TypeError(`settings.cors.developmentGuards is ${found}; expected an array of names, such as ["isLocal"].`),
    )
  })

  test.each(['', 'config.isLocal', 'is-local', 'isLocal()', 'if', 1, null, undefined, /dev/])('not [%j]', (name) => {
    expect(() => read({ developmentGuards: ['isLocal', name] })).toThrow(
      /^settings\.cors\.developmentGuards\[1\] is .*; expected a name, such as "isLocal"(; if is a reserved word)?\.$/,
    )
  })
})

describe('settings.cors as a whole', () => {
  test.each([
    ['on', '"on"'],
    [null, 'null'],
    [false, 'false'],
    [[], 'an empty array'],
    [['https://a.example'], 'an array'],
  ])('not %j', (cors, found) => {
    expect(() => read(cors)).toThrow(
      new TypeError(
        `settings.cors is ${found}; expected an object such as { allowedOrigins: ["https://app.example.com"] }.`,
      ),
    )
  })

  test('no other keys', () => {
    expect(() => read({ allowedOrigin: ['https://a.example'] })).toThrow(
      new TypeError('settings.cors.allowedOrigin is not a setting; accepted keys: allowedOrigins, developmentGuards.'),
    )
  })

  test('is validated once for each object', () => {
    let reads = 0
    const cors = {
      get developmentGuards() {
        reads += 1
        return ['isLocal']
      },
    }
    expect(readSettings({ cors })).toBe(readSettings({ cors }))
    expect(reads).toBe(1)
  })

  test('stays refused', () => {
    const settings = { cors: { allowedOrigins: ['*'] } }
    expect(() => readSettings(settings)).toThrow(TypeError)
    expect(() => readSettings(settings)).toThrow(TypeError)
  })

  test('later changes to the object do not come through', () => {
    const allowedOrigins = ['https://a.example']
    const settings = { cors: { allowedOrigins } }
    readSettings(settings)
    allowedOrigins.push('*')
    expect(readSettings(settings)).toEqual({ allowedOrigins: ['https://a.example'] })
  })
})

test('ESLint hands the settings to rules unchanged', async () => {
  const cors = { allowedOrigins: ['https://a.example'], developmentGuards: ['isLocal'] }
  const seen: unknown[] = []
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: defineConfig({
      plugins: {
        test: {
          rules: {
            settings: {
              create(context) {
                seen.push(readSettings(context.settings))
                return {}
              },
            },
          },
        },
      },
      rules: { 'test/settings': 'error' },
      settings: { cors },
    }),
  })
  await eslint.lintText('')
  expect(seen).toEqual([cors])
})

test('the settings are typed', () => {
  expectTypeOf<SharedConfigurationSettings['cors']>().toEqualTypeOf<CorsSettings | undefined>()
})
