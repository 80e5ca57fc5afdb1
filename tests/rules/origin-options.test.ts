import { Linter, type Rule } from 'eslint'
import { describe, expect, test } from 'vitest'

import bypassable from '../../rules/no-bypassable-origin-check.ts'
import insecure from '../../rules/no-insecure-origin.ts'
import nothing from '../../rules/no-null-origin.ts'
import shared from '../../rules/no-shared-suffix-origin.ts'
import valid from '../../rules/valid-origin.ts'

/** Has a rule start with options. */
function configure(rule: Rule.RuleModule, options: unknown): void {
  new Linter().verify('export default 0', [
    { plugins: { cors: { rules: { rule } } }, rules: { 'cors/rule': ['error', options] } },
  ])
}

describe('options that are none', () => {
  test.each([
    ['a suffix with a star', shared, { additionalSuffixes: ['*.example.net'] }, /should match pattern/],
    ['a suffix with a dot in front', shared, { additionalSuffixes: ['.example.net'] }, /should match pattern/],
    ['an origin for a suffix', shared, { dangerouslyTrustedSuffixes: ['https://vercel.app'] }, /should match pattern/],
    ['one suffix, and no list', shared, { dangerouslyTrustedSuffixes: 'vercel.app' }, /should be array/],
    ['a suffix twice', shared, { additionalSuffixes: ['a.example', 'a.example'] }, /should NOT have duplicate items/],
    ['a text for a switch', shared, { anySubdomain: 'yes' }, /should be boolean/],
    ['a name that is misspelt', shared, { withoutCredential: true }, /Unexpected property "withoutCredential"/],
    ['an origin with a slash', insecure, { dangerouslyAllowedOrigins: ['http://a.example/'] }, /should match pattern/],
    ['a host for an origin', insecure, { dangerouslyAllowedOrigins: ['intranet.example'] }, /should match pattern/],
    ['a list for a switch', insecure, { developmentOrigins: ['http://localhost:3000'] }, /should be boolean/],
    ['a name of another rule', insecure, { anySubdomain: true }, /Unexpected property "anySubdomain"/],
    ['a number for a switch', bypassable, { ports: 8443 }, /should be boolean/],
    ['a singular name', bypassable, { port: true }, /Unexpected property "port"/],
    ['any option of another rule that has none', nothing, {}, /should NOT have more than 0 items/],
    ['any option of a rule that has none', valid, {}, /should NOT have more than 0 items/],
  ])('%s', (_name, rule, options, error) => {
    expect(() => {
      configure(rule, options)
    }).toThrow(error)
  })
})

describe('options that are some', () => {
  test.each([
    [shared, {}],
    [shared, { additionalSuffixes: ['apps.example.net', 'lan'], dangerouslyTrustedSuffixes: ['vercel.app'] }],
    [shared, { anySubdomain: true, withoutCredentials: true }],
    [insecure, { dangerouslyAllowedOrigins: ['http://intranet.example.com:8080', 'ionic://app'] }],
    [insecure, { developmentOrigins: true }],
    [bypassable, { ports: true }],
  ])('%#', (rule, options) => {
    expect(() => {
      configure(rule, options)
    }).not.toThrow()
  })
})
