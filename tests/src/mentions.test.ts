import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import { modelOf } from '../../src/files.ts'
import plugin from '../../src/index.ts'
import { mentionsIn } from '../../src/mentions.ts'
import { sourceOf } from '../support/model.ts'

describe('what a text mentions', () => {
  test.each([
    ['const answer = 42', { cors: false, sockets: false }],
    [`import cors from 'cors'`, { cors: true, sockets: false }],
    [`res.set('access-control-max-age', '5')`, { cors: true, sockets: false }],
    ['new WebSocketServer()', { cors: false, sockets: true }],
    [`const { Server } = require("ws")`, { cors: false, sockets: true }],
    ['const news = draws + flaws', { cors: false, sockets: false }],
    [`import cors from 'cors'\nimport { WebSocketServer } from 'ws'`, { cors: true, sockets: true }],
    [`import { WebSocketServer } from 'ws'\nimport cors from 'cors'`, { cors: true, sockets: true }],
  ])('%s', (code, mentions) => {
    expect(mentionsIn(sourceOf(code))).toEqual(mentions)
  })

  test('is found out once for each file', () => {
    const source = sourceOf(`import cors from 'cors'`)
    expect(mentionsIn(source)).toBe(mentionsIn({ ...source }))
  })
})

describe('a file that mentions sockets alone', () => {
  /** A file whose scopes cannot be read without an exception. */
  function unreadable(code: string) {
    const source = sourceOf(code)
    return {
      ast: source.ast,
      text: source.text,
      visitorKeys: source.visitorKeys,
      get scopeManager(): never {
        throw new Error('the scopes were read')
      },
    }
  }

  test('is not read for policies or requests', () => {
    const file = modelOf(unreadable(`import { WebSocketServer } from 'ws'`))
    expect(file.policies).toEqual([])
    expect(file.requests).toEqual([])
    expect(() => file.socketServers).toThrow('the scopes were read')
  })

  test('is not read for sockets where it is about CORS', () => {
    expect(modelOf(unreadable(`import cors from 'cors'`)).socketServers).toEqual([])
  })

  test('has one model, and each part of it once', () => {
    const source = sourceOf(`import cors from 'cors'\nfetch('/', { headers: { 'Access-Control-Max-Age': '5' } })`)
    expect(modelOf(source)).toBe(modelOf({ ...source }))
    expect(modelOf(source).requests).toBe(modelOf(source).requests)
    expect(modelOf(source).policies).toBe(modelOf(source).policies)
  })
})

test('bad options are an error of ESLint', () => {
  const lint = (options: unknown) => () =>
    new Linter().verify('', [{ plugins: { cors: plugin }, rules: { 'cors/valid-cors-options': ['error', options] } }])
  expect(lint({ disallowRefusalErrors: true })).not.toThrow()
  expect(lint({ disallowRefusalErrors: 'yes' })).toThrow(/"yes" should be boolean/)
  expect(lint({ disallowErrors: true })).toThrow(/additional properties/)
})
