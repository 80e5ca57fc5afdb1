import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { exposureOf } from '../../src/exposure.ts'
import { matchPattern } from '../../src/origins/match.ts'
import { anchorsOf, samplesOf } from '../../src/origins/samples.ts'
import { isSerialized } from '../../src/origins/serialized.ts'
import { registrableDomain } from '../../src/origins/suffixes.ts'
import { insecureOriginsOf, sharedSuffixOf, wayPast } from '../../src/weaknesses.ts'
import { policyOf, STRANGER } from '../support/model.ts'

/** What the lint says about a pattern that is handed to `cors` with credentials. */
function verdictOn(pattern: RegExp): { kind: string; origin: string } | undefined {
  const policy = policyOf(`import cors from 'cors'\ncors({ credentials: true, origin: ${String(pattern)} })`)
  const [grant] = policy.grants
  if (grant?.kind !== 'checked') return undefined
  if (grant.check.admits(STRANGER) === 'unseen') return { kind: 'unknown', origin: '' }
  switch (exposureOf(policy, grant)) {
    case 'bypassable': {
      const way = wayPast(policy, grant)
      return way && { kind: way.kind, origin: way.origin }
    }
    case 'shared':
      return { kind: 'shared', origin: sharedSuffixOf(policy, grant, { additional: [], ignored: [] })?.origin ?? '' }
    case 'insecure':
      return { kind: 'insecure', origin: insecureOriginsOf(policy, grant)[0]?.origin ?? '' }
    case 'null':
      return { kind: 'null', origin: 'null' }
    default:
      return undefined
  }
}

const WEAK: readonly (readonly [pattern: RegExp, kind: string, witness: string])[] = [
  [/.*/, 'any', STRANGER],
  [/^.*$/, 'any', STRANGER],
  [/./, 'any', STRANGER],
  [/^https?:\/\//, 'any', STRANGER],
  [/^https:\/\/.+$/, 'any', STRANGER],
  [/^https:\/\/[\w.-]+$/, 'any', STRANGER],
  [/^https?:\/\/([a-z0-9-]+\.)+[a-z]{2,}$/, 'any', STRANGER],
  [/^(https?:\/\/)?.+/, 'any', STRANGER],
  [/app\.example\.com/, 'openEnd', 'https://app.example.com.evil.example'],
  [/^https:\/\/app\.example\.com/, 'openEnd', 'https://app.example.com.evil.example'],
  [/^https?:\/\/(www\.)?example\.com/, 'openEnd', 'https://www.example.com.evil.example'],
  [/^https:\/\/app\.example\.com\b/, 'openEnd', 'https://app.example.com.evil.example'],
  [/^https:\/\/app\.example\.com\/?/, 'openEnd', 'https://app.example.com.evil.example'],
  [/https:\/\/.+\.example\.com/, 'openEnd', ''],
  [/^https:\/\/example/, 'openEnd', 'https://example.evil.example'],
  [/localhost/, 'openEnd', 'https://localhost.evil.example'],
  [/^http:\/\/localhost/, 'openEnd', 'http://localhost.evil.example'],
  [/^https?:\/\/127\.0\.0\.1/, 'openEnd', 'https://127.0.0.1.evil.example'],
  [/mycompany/, 'openEnd', 'https://mycompany.evil.example'],
  [/example\.com$/, 'openStart', 'https://evilexample.com'],
  [/example\.(com|org)$/, 'openStart', 'https://evilexample.com'],
  [/app\.github\.io$/, 'openStart', 'https://evilapp.github.io'],
  [/^https:\/\/a\.example\.com|https:\/\/b\.example\.com$/, 'alternation', 'https://a.example.com.evil.example'],
  [/^https:\/\/a\.example\.com$|^https:\/\/b\.example\.com/, 'alternation', 'https://b.example.com.evil.example'],
  [/^https:\/\/app\.example\.com|null$/, 'alternation', 'https://app.example.com.evil.example'],
  [/localhost|example\.com$/, 'alternation', 'https://localhost.evil.example'],
  [/^https:\/\/www.example.com$/, 'dot', 'https://wwwxexample.com'],
  [/^https:\/\/app.example\.com$/, 'dot', 'https://appxexample.com'],
  [/^https:\/\/(app|admin).example.com$/, 'dot', 'https://appxexample.com'],
  [/^https:\/\/[a-z]+.example\.com$/, 'dot', 'https://evilxexample.com'],
  [/^https:\/\/\w+.example.com$/i, 'dot', 'https://evilxexample.com'],
  [/^https?:\/\/.*example\.com$/, 'wide', ''],
  [/^https:\/\/.*example\.com$/, 'wide', 'https://evilexample.com'],
  [/^https:\/\/[^/]*example\.com$/, 'wide', 'https://evilexample.com'],
  [/^https:\/\/[\w-]*\.?example\.com$/, 'wide', 'https://evilexample.com'],
  [/^https:\/\/(?:.*\.)?example\.com.*$/, 'wide', 'https://example.com.evil.example'],
  [/^https:\/\/example\.com.*/, 'openEnd', 'https://example.com.evil.example'],
  [/^https:\/\/app\.example\.[a-z]+$/, 'wide', 'https://app.example.com'],
  [/\.example\.com$/, 'scheme', 'http://app.example.com'],
  [/:\/\/app\.example\.com$/, 'scheme', 'http://app.example.com'],
  [/(^|\/\/)app\.example\.com$/, 'scheme', 'http://app.example.com'],
  [/\.vercel\.app$/, 'shared', 'https://evil.vercel.app'],
  [/^https:\/\/.+\.vercel\.app$/, 'shared', 'https://evil.vercel.app'],
  [/^https:\/\/[a-z0-9-]+\.vercel\.app$/, 'shared', 'https://evil.vercel.app'],
  [/^https:\/\/my-app-[a-z0-9]+-team\.vercel\.app$/, 'shared', 'https://my-app-evil-team.vercel.app'],
  [/^https:\/\/my-app.*\.netlify\.app$/, 'shared', 'https://my-appevil.netlify.app'],
  [/^https:\/\/my-app--[a-z0-9]+\.netlify\.app$/, 'shared', 'https://my-app--evil.netlify.app'],
  [/^https:\/\/[a-z]+\.io$/, 'shared', 'https://evil.io'],
  [/^https:\/\/[^.]+\.github\.io$/, 'shared', 'https://evil.github.io'],
  [/^https:\/\/\w+\.pages\.dev$/, 'shared', 'https://evil.pages.dev'],
  [/^https:\/\/.*\.com$/, 'shared', 'https://evil.com'],
  [/^https?:\/\/app\.example\.com$/, 'insecure', 'http://app.example.com'],
  [/^http:\/\/app\.example\.com$/, 'insecure', 'http://app.example.com'],
  [/^https?:\/\/(?:[a-z0-9-]+\.)?example\.com(:\d+)?$/, 'insecure', 'http://example.com'],
  [/^(?:https:\/\/app\.example\.com|null)$/, 'null', 'null'],
]

const SOUND: readonly RegExp[] = [
  /^https:\/\/app\.example\.com$/,
  /^https:\/\/app\.example\.com$/i,
  /^https:\/\/app\.example\.com$/m,
  /^https:\/\/app[.]example[.]com$/,
  /^https:\/\/(?:app|admin)\.example\.com$/,
  /^(?:https:\/\/a\.example\.com|https:\/\/b\.example\.com)$/,
  /^https:\/\/a\.example\.com$|^https:\/\/b\.example\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)?example\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)*example\.com$/,
  /^https:\/\/(?:.+\.)?example\.com$/,
  /^https:\/\/([^.]+\.)?example\.com$/,
  /^https:\/\/[a-z0-9-]+\.example\.com$/,
  /^https:\/\/[\w-]+\.example\.com(?::\d+)?$/,
  /^https:\/\/app-\d+\.example\.com$/,
  /^https:\/\/pr-[0-9]{1,5}\.preview\.example\.com$/,
  /^https:\/\/app\.example\.(?:com|org)$/,
  /^https:\/\/example\.co\.uk$/,
  /^https:\/\/[a-z-]+\.example\.co\.uk$/,
  /^http:\/\/localhost:\d+/,
  /^http:\/\/localhost:\d+$/,
  /^http:\/\/localhost(?::\d+)?$/,
  /^https?:\/\/localhost(:\d{1,5})?$/,
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/,
  /^http:\/\/192\.168\.\d{1,3}\.\d{1,3}(?::\d+)?$/,
  /^https?:\/\/(?:.+\.)?my-machine\.local(?::\d+)?$/,
  /^chrome-extension:\/\/[a-z]{32}$/,
  /^(?:capacitor|ionic):\/\/localhost$/,
  /^https:\/\/my-app\.vercel\.app$/,
  /^https:\/\/[a-z0-9-]+\.my-app\.pages\.dev$/,
  /^https:\/\/deploy-preview-\d+--my-app\.netlify\.app$/,
  /^https:\/\/my-app--[a-z0-9-]+\.web\.app$/,
  /^https:\/\/(?:staging|www)\.mycompany\.io$/,
]

/** Look-around and back-references cannot be run in linear time: nothing is known of them. */
const UNKNOWN: readonly RegExp[] = [
  /^https:\/\/(?!admin)[a-z]+\.example\.com$/,
  /^https:\/\/(?=app)[a-z]+\.example\.com/,
  /example\.com(?<!evilexample\.com)$/,
  /^https:\/\/([a-z]+)\.\1\.example\.com$/,
]

describe('a weak pattern', () => {
  test.each(WEAK)('%s: %s', (pattern, kind, witness) => {
    const verdict = verdictOn(pattern)
    expect(verdict?.kind).toBe(kind)
    if (witness !== '') expect(verdict?.origin).toBe(witness)
    expect(pattern.test(verdict?.origin ?? ''), 'the pattern itself refuses the witness').toBe(true)
    expect(kind === 'null' || isSerialized(verdict?.origin ?? ''), 'no browser sends the witness').toBe(true)
  })
})

describe('a sound pattern', () => {
  test.each(SOUND)('%s', (pattern) => {
    expect(verdictOn(pattern)).toBeUndefined()
  })
})

describe('a pattern that cannot be run in linear time', () => {
  test.each(UNKNOWN)('%s is unknown', (pattern) => {
    expect(verdictOn(pattern)).toEqual({ kind: 'unknown', origin: '' })
  })
})

describe('a hostile pattern', () => {
  test.each([
    '^(a+)+$',
    '^(https?:\\/\\/)?([\\w.]+)+\\.example\\.com$',
    '(x+x+)+y',
    `^(?:${'a?'.repeat(200)})${'a'.repeat(200)}$`,
    `^https:\\/\\/(?:${'(?:[a-z]+\\.)*'.repeat(60)})example\\.com$`,
    `^(?:${Array.from({ length: 150 }, (_, index) => `a${String(index)}`).join('|')})+$`,
    'a'.repeat(5_000),
    `${'('.repeat(300)}a${')'.repeat(300)}`,
    '(?:a{1,1000}){1,1000}',
  ])('%s ends', (source) => {
    const input = `https://${'a'.repeat(2_000)}!.example.com`
    expect([undefined, null]).toContain(matchPattern(source, '', input) && null)
    expect(samplesOf(source, '').length).toBeLessThanOrEqual(48)
  })
})

/**
 * Patterns as they are written for origins, without look-around, and without the repeated repetitions that would keep
 * this engine busy.
 */
const patternText: fc.Arbitrary<string> = fc
  .letrec<{ node: string; atom: string; sequence: string }>((tie) => ({
    atom: fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'x',
        '1',
        '-',
        '\\.',
        '\\/',
        ':',
        'https',
        'app',
        'example',
        'com',
        '.',
        '[a-z]',
        '[^.]',
        '[a-z0-9-]',
        '\\w',
        '\\d',
        '[.]',
      ),
      { weight: 2, arbitrary: tie('sequence').map((text) => `(?:${text})`) },
    ),
    node: fc
      .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}'))
      .map(([one, times]) => one + times),
    sequence: fc.oneof(
      { maxDepth: 3 },
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => `${one}|${other}`),
    ),
  }))
  .sequence.filter((source) => !/[*+}]\)*(?:\|[^)]*)?\)(?:[*+]|\{)/.test(source) && source.length < 60)

const originText = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'app://', ''),
    fc.array(fc.constantFrom('a', 'b', 'x', '1', '-', '.', 'app', 'example', 'com', 'evil', ':', '/'), {
      maxLength: 8,
    }),
  )
  .map(([scheme, parts]) => scheme + parts.join(''))

describe('matching', () => {
  test('agrees with this engine', () => {
    fc.assert(
      fc.property(
        patternText,
        fc.constantFrom('', 'i', 's', 'm', 'u', 'y', 'g'),
        fc.constantFrom('', '^', '$', '^$'),
        originText,
        (text, flags, ends, input) => {
          const source = `${ends.includes('^') ? '^' : ''}(?:${text})${ends.includes('$') ? '$' : ''}`
          // Which of several matches it is may differ; whether there is one may not.
          const found = matchPattern(source, flags, input)
          expect(found !== null, `${source} ${flags} on ${input}`).toBe(new RegExp(source, flags).test(input))
        },
      ),
      { numRuns: 2_000, seed: 20_241_125 },
    )
  })

  test('answers nearly always', () => {
    const patterns = fc.sample(patternText, { numRuns: 500, seed: 7 })
    const unknown = patterns.filter((source) => matchPattern(source, '', STRANGER) === undefined)
    expect(unknown).toEqual([])
  })
})

describe('samples', () => {
  test('follow the pattern', () => {
    fc.assert(
      fc.property(patternText, (source) => {
        const whole = new RegExp(`^(?:${source})$`)
        for (const { text, mask } of samplesOf(source, '')) {
          expect(text, `of ${source}`).toMatch(whole)
          expect(mask).toHaveLength(text.length)
          expect(mask).toMatch(/^[=*.]*$/)
        }
      }),
      { numRuns: 500, seed: 11 },
    )
  })

  test('tell what a pattern spells from what it leaves open', () => {
    expect(samplesOf('^https:\\/\\/a.b\\.com$', '')).toEqual([
      { text: 'https://a.b.com', mask: '===============' },
      { text: 'https://axb.com', mask: '=========.=====' },
      { text: 'https://a-b.com', mask: '=========.=====' },
    ])
    expect(samplesOf('[a-z]+\\.com', '')[0]).toEqual({ text: 'evil.com', mask: '****====' })
    expect(samplesOf('(?:www\\.)?a\\.com', '').map(({ text }) => text)).toEqual(['www.a.com', 'a.com'])
  })

  test('are none where the pattern does not parse', () => {
    expect(samplesOf('(', '')).toEqual([])
    expect(anchorsOf('(', '')).toBeUndefined()
  })
})

describe('anchors', () => {
  test.each([
    ['^a$', { alternatives: 1, start: 'all', end: 'all' }],
    ['^a', { alternatives: 1, start: 'all', end: 'none' }],
    ['a$|^b$', { alternatives: 2, start: 'some', end: 'all' }],
    ['^a|b$', { alternatives: 2, start: 'some', end: 'some' }],
  ])('%s', (source, expected) => {
    expect(anchorsOf(source, '')).toEqual(expected)
  })
})

describe('a witness against any pattern', () => {
  test('is matched, can be sent, and belongs to nobody whom the pattern names', () => {
    let found = 0
    fc.assert(
      fc.property(patternText, fc.constantFrom('', '^', '$', '^$'), (text, ends) => {
        const source = `${ends.includes('^') ? '^https:\\/\\/' : ''}(?:${text})${ends.includes('$') ? '\\.example\\.com$' : ''}`
        const verdict = verdictOn(new RegExp(source))
        if (!verdict || verdict.kind === 'unknown' || verdict.kind === 'null') return
        found += 1
        expect(verdict.origin, source).toMatch(new RegExp(source))
        expect(isSerialized(verdict.origin), `${verdict.origin} for ${source}`).toBe(true)
        const { host } = new URL(verdict.origin)
        if (ends === '^$' && verdict.kind !== 'scheme' && verdict.kind !== 'insecure')
          expect(registrableDomain(host), `${verdict.origin} for ${source}`).not.toBe('example.com')
      }),
      { numRuns: 300, seed: 5 },
    )
    expect(found).toBeGreaterThan(50)
  })
})
