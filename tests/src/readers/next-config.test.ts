import { expect, test } from 'vitest'

import { answersOf, grantsByPolicy, policiesOf } from '../../support/model.ts'

/** A route that sends the origin back under a condition. */
function route(conditions: string, value = ':origin'): string {
  return `export default { headers: () => [
    { source: '/:path*', ${conditions}, headers: [{ key: 'Access-Control-Allow-Origin', value: '${value}' }] },
  ] }`
}

test.each([
  ['a pattern for everything', `has: [{ type: 'header', key: 'Origin', value: '(?<origin>.*)' }]`, 'yes yes yes no'],
  ['no pattern', `has: [{ type: 'header', key: 'origin' }]`, 'yes yes yes yes'],
  [
    'a pattern for one',
    String.raw`has: [{ type: 'header', key: 'origin', value: '(?<origin>https://app\\.example\\.com)' }]`,
    'no yes no no',
  ],
  [
    'a class with a parenthesis',
    String.raw`has: [{ type: 'header', key: 'origin', value: '(?<origin>https://[^)]+\\.example\\.com)' }]`,
    'no yes no no',
  ],
  [
    'two conditions',
    String.raw`has: [{ type: 'header', key: 'origin', value: '(?<origin>.*)' }, { type: 'header', key: 'origin', value: 'https://app\\.example\\.com' }]`,
    'no yes no no',
  ],
  [
    'a pattern that is not seen',
    `has: [{ type: 'header', key: 'origin', value: ORIGINS }]`,
    'unseen unseen unseen unseen',
  ],
  [
    'an excluded origin',
    `has: [{ type: 'header', key: 'origin', value: '(?<origin>.*)' }], missing: [{ type: 'header', key: 'origin', value: 'https://evil.*' }]`,
    'no yes yes no',
  ],
])('%s', (_, conditions, answers) => {
  const grants = policiesOf(route(conditions)).flatMap((policy) => policy.grants)
  expect(answersOf(grants, answers)).toBe(answers)
})

test.each([
  [
    'a part of the pattern',
    `has: [{ type: 'header', key: 'origin', value: 'https://(?<host>.*)' }]`,
    'https://:host',
    'unknown',
  ],
  ['another header', `has: [{ type: 'header', key: 'x-from', value: '(?<from>.*)' }]`, ':from', 'unknown'],
  ['the path', `locale: false`, 'https://:path', 'unknown'],
])('what is filled in from %s cannot be seen', (_, conditions, value, grant) => {
  expect(grantsByPolicy(route(conditions, value))).toEqual([[grant]])
})

test('a name that nothing fills in goes out as it stands', () => {
  expect(grantsByPolicy(route(`locale: false`))).toEqual([['listed :origin', 'unusable :origin']])
})

test.each([
  `export default { headers: () => [{ source: '/', headers: corsHeaders }] }`,
  `export default { headers: () => [{ source: '/', headers: [{ key: 'Access-Control-Allow-Origin', value: process.env.ORIGIN }] }] }`,
  `export default { headers: () => [{ source: '/', headers: [{ key: HEADER, value: '*' }] }] }`,
  `export const request = { source: '/', headers: { 'Access-Control-Allow-Origin': '*' } }`,
])('nothing is claimed of what cannot be seen: %s', (code) => {
  const grants = policiesOf(code).flatMap((policy) => policy.grants)
  expect(grants.filter(({ kind }) => kind !== 'unknown')).toEqual([])
})
