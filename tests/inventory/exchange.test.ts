import { expect, test } from 'vitest'

import { exchange } from '../../src/exchange/exchange.ts'
import { inventoryOfText } from './inventories.ts'

const STRANGER = 'https://evil.example'
const LISTED = 'https://app.example.com'

function asked(options: string, origin: string, withCookies: boolean, method = 'GET'): string {
  const [policy] = inventoryOfText(`import cors from 'cors'\nexport const middleware = cors(${options})`).policies
  const { decision, response, preflight } = exchange(policy!, { origin, withCookies, method })
  const { allowOrigin } = response
  return [decision, allowOrigin.state === 'sent' ? allowOrigin.text : allowOrigin.state, preflight?.isPassed]
    .filter((part) => part !== undefined)
    .join(' ')
}

test.each([
  ['', STRANGER, false, 'GET', 'reads *'],
  ['', STRANGER, true, 'GET', 'refused *'],
  ['{ origin: true }', STRANGER, false, 'GET', `reads ${STRANGER}`],
  ['{ origin: true }', STRANGER, true, 'GET', `refused ${STRANGER}`],
  ['{ origin: true, credentials: true }', STRANGER, true, 'GET', `reads ${STRANGER}`],
  ['{ origin: true, credentials: flag }', STRANGER, true, 'GET', `unknown ${STRANGER}`],
  [`{ origin: ['${LISTED}', 'https://b.example.com'] }`, LISTED, false, 'GET', `reads ${LISTED}`],
  [`{ origin: ['${LISTED}', 'https://b.example.com'] }`, STRANGER, false, 'GET', 'refused other'],
  [`{ origin: '${LISTED}' }`, 'null', false, 'GET', 'refused other'],
  ['{ origin: process.env.ORIGIN }', STRANGER, false, 'GET', 'unknown unknown'],
  [
    '{ origin: [/app\\.example\\.com/] }',
    'https://app.example.com.evil.example',
    false,
    'GET',
    'reads https://app.example.com.evil.example',
  ],
  ["{ methods: ['GET'] }", STRANGER, false, 'PUT', 'refused * no'],
  ["{ methods: ['PUT'] }", STRANGER, false, 'PUT', 'reads * yes'],
  ["{ methods: ['*'] }", STRANGER, false, 'PUT', 'reads * yes'],
  ['{ methods }', STRANGER, false, 'PUT', 'unknown * unknown'],
])('cors(%s) answers %s, with cookies: %s, %s: %s', (options, origin, withCookies, method, expected) => {
  expect(asked(options, origin, withCookies, method)).toBe(expected)
})
