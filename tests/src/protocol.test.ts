import { describe, expect, test } from 'vitest'

import {
  isCorsResponseHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isSafelistedResponseHeader,
  isToken,
  meantNames,
} from '../../src/protocol/lists.ts'
import { judgeName, RESPONSE_HEADERS } from '../../src/protocol/names.ts'
import { mentionsCors } from '../../src/policies.ts'
import { sourceOf } from '../support/model.ts'

describe('names', () => {
  test.each(RESPONSE_HEADERS)('%s is what it is', (name) => {
    expect(judgeName(name.toLowerCase())).toEqual({ kind: 'other', meant: undefined })
  })

  test.each(['content-type', 'x-access-control-allow-origin', 'allow', 'vary', 'access', 'origin-agent-cluster', 'x'])(
    '%s has nothing to do with CORS',
    (name) => {
      expect(judgeName(name).kind).toBe('other')
    },
  )

  test.each([
    ['access-control-allow-origins', 'Access-Control-Allow-Origin'],
    ['acces-control-alow-origin', 'Access-Control-Allow-Origin'],
    ['access-control-origin', 'Access-Control-Allow-Origin'],
    ['access-control-allow-method', 'Access-Control-Allow-Methods'],
    ['access-control-methods', 'Access-Control-Allow-Methods'],
    ['access-control-headers', 'Access-Control-Allow-Headers'],
    ['access-control-allow-expose-headers', 'Access-Control-Expose-Headers'],
    ['access-control-allow-exposed-headers', 'Access-Control-Expose-Headers'],
    ['access-control-allow-max-age', 'Access-Control-Max-Age'],
    ['access-control-maxage', 'Access-Control-Max-Age'],
    ['access_control_allow_credentials', 'Access-Control-Allow-Credentials'],
    ['access-control-allow-crendentials', 'Access-Control-Allow-Credentials'],
  ])('%s means %s', (name, meant) => {
    expect(judgeName(name)).toEqual({ kind: 'unknown', meant })
    expect(mentionsCors(sourceOf(`res.setHeader('${name}', x)`))).toBe(true)
  })

  test.each(['access-control-', 'access-control-allow-tenant', `access-control-${'x'.repeat(10_000)}`])(
    '%.40s means nothing that is known',
    (name) => {
      expect(judgeName(name)).toEqual({ kind: 'unknown', meant: undefined })
    },
  )

  test.each(['origin', 'access-control-request-method', 'access-control-request-headers'])(
    '%s is of requests',
    (name) => {
      expect(judgeName(name).kind).toBe('request')
    },
  )

  test('Private Network Access is gone', () => {
    expect(judgeName('access-control-allow-private-network').kind).toBe('retired')
  })
})

describe('lists', () => {
  test.each(['GET', 'x-tenant', '*', "'GET'", 'x!#$%&*+-.^_`|~9'])('%s is a token', (text) => {
    expect(isToken(text)).toBe(true)
  })

  test.each(['', 'GET POST', 'GET/POST', 'a;b', '"GET"', '[GET]', 'é', 'x:y', 'x@y'])('%j is none', (text) => {
    expect(isToken(text)).toBe(false)
  })

  test('names are compared without regard to case', () => {
    expect(
      ['Cookie', 'SEC-FETCH-MODE', 'Proxy-X', 'Access-Control-Request-Method'].every(isForbiddenRequestHeader),
    ).toBe(true)
    expect(['Content-Type', 'User-Agent', 'Authorization', 'Secret', 'Proxy'].some(isForbiddenRequestHeader)).toBe(
      false,
    )
    expect([isForbiddenResponseHeader('set-Cookie'), isForbiddenResponseHeader('Cookie')]).toEqual([true, false])
    expect([isSafelistedResponseHeader('PRAGMA'), isSafelistedResponseHeader('ETag')]).toEqual([true, false])
    expect([isCorsResponseHeader('Access-Control-Max-Age'), isCorsResponseHeader('Origin')]).toEqual([true, false])
  })

  test.each([
    ['GET; POST', true, ['GET', 'POST']],
    ['GET/POST|PUT', true, ['GET', 'POST', 'PUT']],
    ["['GET', 'POST']", true, ['GET', 'POST']],
    ['X-A; X-B', false, ['X-A', 'X-B']],
    ['Content Type', false, undefined],
    ['{}', true, undefined],
  ])('%s', (text, areMethods, names) => {
    expect(meantNames(text, areMethods)).toEqual(names)
  })
})
