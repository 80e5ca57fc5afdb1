import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isLoopback, isPlayground, isPrivate, isTunnel } from '../../src/origins/hosts.ts'
import { flawOf, isSerialized, parseOrigin, serialize, subdomainPattern } from '../../src/origins/serialized.ts'
import { publicSuffix, registrableDomain } from '../../src/origins/suffixes.ts'

describe('what browsers send', () => {
  test.each([
    ['https://app.example.com', 'https://app.example.com'],
    ['https://app.example.com/', 'https://app.example.com'],
    ['HTTPS://App.Example.com/path?x=1#y', 'https://app.example.com'],
    ['https://example.com:443', 'https://example.com'],
    ['http://example.com:80/', 'http://example.com'],
    ['https://example.com:80', 'https://example.com:80'],
    ['https://example.com:08443', 'https://example.com:8443'],
    ['https://user:secret@example.com', 'https://example.com'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://faß.example', 'https://xn--fa-hia.example'],
    ['http://[0:0:0:0:0:0:0:1]:3000', 'http://[::1]:3000'],
    ['http://0x7f.1', 'http://127.0.0.1'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://example.com.', 'https://example.com.'],
    ['chrome-extension://abcdefgh/popup.html', 'chrome-extension://abcdefgh'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['tauri://localhost', 'tauri://localhost'],
    ['app://main:8080/', 'app://main:8080'],
    ['file:///index.html', undefined],
    ['data:text/html,x', undefined],
    ['about:blank', undefined],
    ['javascript://example.com', undefined],
    ['blob:https://example.com/1', undefined],
    ['wss://example.com', undefined],
    ['https://*.example.com', undefined],
    ['https://', undefined],
    ['https://example.com:99999', undefined],
    ['example.com', undefined],
    ['null', undefined],
    ['*', undefined],
    ['', undefined],
  ])('for %j: %j', (address, origin) => {
    expect(serialize(address)).toBe(origin)
  })

  test('is what this engine says, for every web address', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] }),
        (url) => {
          fc.pre(!url.includes('*'))
          const origin = serialize(url)
          expect(origin).toBe(new URL(url).origin)
          expect(serialize(origin!)).toBe(origin)
          expect(isSerialized(origin!)).toBe(true)
          const { scheme, host, port } = parseOrigin(origin!)!
          expect(`${scheme}://${host}${port === '' ? '' : `:${port}`}`).toBe(origin)
        },
      ),
    )
  })

  test('has no parts where it is not serialised', () => {
    expect(parseOrigin('https://Example.com')).toBeUndefined()
    expect(parseOrigin('http://[::1]:3000')).toEqual({ scheme: 'http', host: '[::1]', port: '3000' })
  })
})

describe('what keeps a text from being an origin', () => {
  test.each([
    ['https://a.example, https://b.example', 'several', ['https://a.example', 'https://b.example']],
    ['https://a.example https://b.example/', 'several', ['https://a.example', 'https://b.example']],
    ['a.example,b.example', 'several', ['https://a.example', 'https://b.example']],
    ['https://a.example;null', 'several', ['https://a.example']],
    ['https://*.example.com', 'pattern', []],
    ['*.example.com', 'pattern', []],
    ['http://localhost:*', 'pattern', []],
    ['https://app.example.com/', 'path', ['https://app.example.com']],
    ['https://app.example.com/app', 'path', ['https://app.example.com']],
    ['https://app.example.com?x', 'path', ['https://app.example.com']],
    ['https://app.example.com#', 'path', ['https://app.example.com']],
    ['https://user@app.example.com', 'path', ['https://app.example.com']],
    ['capacitor://localhost/', 'path', ['capacitor://localhost']],
    ['app.example.com', 'scheme', ['https://app.example.com']],
    ['//app.example.com', 'scheme', ['https://app.example.com']],
    ['app.example.com:8443', 'scheme', ['https://app.example.com:8443']],
    ['localhost:3000', 'scheme', ['http://localhost:3000']],
    ['127.0.0.1:3000', 'scheme', ['http://127.0.0.1:3000']],
    ['wss://app.example.com', 'scheme', ['https://app.example.com']],
    ['ws://localhost:3000', 'scheme', ['http://localhost:3000']],
    ['HTTPS://app.example.com', 'form', ['https://app.example.com']],
    ['https://App.example.com', 'form', ['https://app.example.com']],
    ['https://app.example.com:443', 'form', ['https://app.example.com']],
    ['http://app.example.com:80', 'form', ['http://app.example.com']],
    ['https://bücher.example', 'form', ['https://xn--bcher-kva.example']],
    ['http://[0:0:0:0:0:0:0:1]', 'form', ['http://[::1]']],
    ['http://127.1', 'form', ['http://127.0.0.1']],
    [' https://app.example.com', 'space', ['https://app.example.com']],
    ['https://app.example.com\n', 'space', ['https://app.example.com']],
    ['file://', 'opaque', []],
    ['file:///app/index.html', 'opaque', []],
  ] as const)('%j: %s', (text, kind, meant) => {
    expect(flawOf(text)).toEqual({ kind, meant })
  })

  test.each([
    'https://app.example.com',
    'https://app.example.com:8443',
    'http://localhost:3000',
    'http://[::1]:3000',
    'chrome-extension://abcdefgh',
    'capacitor://localhost',
    'null',
    '*',
    '',
    'true',
    'none',
    'not allowed',
    'https://',
    'https://app.example.com:99999',
    'x'.repeat(3_000),
  ])('%j: nothing that can be told', (text) => {
    expect(flawOf(text)).toBeUndefined()
  })

  test('is nothing for what browsers send, and something for all that serialises to something else', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), fc.constantFrom('', '/', '/x', '?y'), (url, tail) => {
        fc.pre(!/[*,;|]/.test(url))
        const text = new URL(url).origin + tail
        const flaw = flawOf(text)
        expect(flaw?.kind).toBe(tail === '' ? undefined : 'path')
        if (tail !== '') expect(flaw?.meant).toEqual([new URL(url).origin])
      }),
    )
  })

  test('never throws, and means only what browsers send', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('', 'https://', 'http://', '//'),
        (text, scheme) => {
          for (const meant of flawOf(scheme + text)?.meant ?? []) expect(isSerialized(meant)).toBe(true)
        },
      ),
    )
  })
})

describe('the sites directly under a domain', () => {
  test('are a pattern', () => {
    const found = subdomainPattern('https://*.example.com')
    expect(found).toEqual({ source: '^https:\\/\\/[a-z0-9-]+\\.example\\.com$', domain: 'example.com' })
    const pattern = new RegExp(found!.source)
    expect(pattern.test('https://app.example.com')).toBe(true)
    for (const origin of ['https://evilexample.com', 'https://a.example.com.evil.example', 'http://app.example.com'])
      expect(pattern.test(origin)).toBe(false)
  })

  test.each([
    'https://app.*.com',
    'https://*',
    '*.example.com',
    'https://*.*.example.com',
    'https://*.com',
    'ws://*.a.com',
  ])('are not %s', (text) => {
    expect(subdomainPattern(text)).toBeUndefined()
  })
})

describe('hosts', () => {
  test.each(['localhost', 'app.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('%s is the own machine', (host) => {
    expect(isLoopback(host)).toBe(true)
  })

  test.each(['localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1', 'mylocalhost', '[::2]'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false)
    },
  )

  test.each([
    '10.0.0.1',
    '192.168.1.2',
    '172.16.0.1',
    '172.31.9.9',
    '169.254.1.1',
    '[fd00::1]',
    '[fe80::1]',
    'printer.local',
    'api.internal',
    'frontend',
    'app.test',
  ])('%s is reached from inside only', (host) => {
    expect(isPrivate(host)).toBe(true)
  })

  test.each(['11.0.0.1', '172.32.0.1', 'example.com', 'local.example.com', '[2001:db8::1]', '10.evil.example'])(
    '%s is reached from everywhere',
    (host) => {
      expect(isPrivate(host)).toBe(false)
    },
  )

  test('some are tunnels, some are playgrounds', () => {
    expect(['a1b2.ngrok-free.app', 'x.trycloudflare.com', 'x.loca.lt'].every(isTunnel)).toBe(true)
    expect(['ngrok.io.evil.example', 'app.example.com'].some(isTunnel)).toBe(false)
    expect(['codepen.io', 'cdpn.io', 'jsfiddle.net'].every(isPlayground)).toBe(true)
    expect(['codepen.io.evil.example', 'mycodepen.io', 'my-app.vercel.app'].some(isPlayground)).toBe(false)
  })
})

describe('public suffixes', () => {
  test.each([
    ['example.com', 'com', 'example.com'],
    ['app.example.co.uk', 'co.uk', 'example.co.uk'],
    ['my-app.vercel.app', 'vercel.app', 'my-app.vercel.app'],
    ['a.b.github.io', 'github.io', 'b.github.io'],
    ['x.pages.dev', 'pages.dev', 'x.pages.dev'],
    ['evil.example', 'example', 'evil.example'],
    ['www.xn--bcher-kva.example', 'example', 'xn--bcher-kva.example'],
    ['vercel.app', undefined, undefined],
    ['com', undefined, undefined],
    ['localhost', undefined, undefined],
    ['127.0.0.1', undefined, undefined],
    ['app.corp', undefined, undefined],
  ])('of %s: %s', (host, suffix, domain) => {
    expect(publicSuffix(host)).toBe(suffix)
    expect(registrableDomain(host)).toBe(domain)
  })

  test('can be added', () => {
    const options = { additional: ['apps.example.net'], ignored: [] }
    expect(publicSuffix('x.apps.example.net', options)).toBe('apps.example.net')
    expect(registrableDomain('a.x.apps.example.net', options)).toBe('x.apps.example.net')
    expect(publicSuffix('apps.example.net', options)).toBe('net')
  })

  test('can be left out, and then give way to the one above', () => {
    const options = { additional: [], ignored: ['vercel.app'] }
    expect(publicSuffix('x.vercel.app', options)).toBe('app')
    expect(registrableDomain('x.vercel.app', options)).toBe('vercel.app')
    expect(publicSuffix('x.netlify.app', options)).toBe('netlify.app')
  })
})
