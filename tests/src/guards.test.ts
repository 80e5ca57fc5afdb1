import { describe, expect, test } from 'vitest'

import { policiesOf } from '../support/model.ts'

const FIND = `const find = async (origin) => (list.includes(origin) ? origin : null)`
const SEND = `res.setHeader('Access-Control-Allow-Origin', found)`

const kindsOf = (body: string): readonly string[] =>
  policiesOf(`
    import { list } from './list.js'
    ${FIND}
    export async function handler(req, res) { const found = await find(req.headers.origin); ${body} }`).flatMap(
    ({ grants }) => grants.map(({ kind }) => kind),
  )

describe('a name that is tested on the way', () => {
  test('holds everything without a test', () => {
    expect(kindsOf(SEND)).toContain('null')
  })

  test.each([
    `if (found) ${SEND}`,
    `if (found !== null) ${SEND}`,
    `if (found != undefined) ${SEND}`,
    `if (req.url && found) { ${SEND} }`,
    `if (!found) return; ${SEND}`,
    `if (!found || !req.url) { res.end(); return } ${SEND}`,
    `if (found === null) throw new Error('no'); ${SEND}`,
    `if (!found) res.end(); else ${SEND}`,
    `found && ${SEND}`,
  ])('does not hold what it excludes: %s', (body) => {
    expect(kindsOf(body)).toEqual(['checked'])
  })

  test.each([
    `if (found !== undefined) ${SEND}`,
    `if (found || req.url) ${SEND}`,
    `if (!found) req.log('no'); ${SEND}`,
    `if (!found && req.url) return; ${SEND}`,
    `const other = 1; if (other) ${SEND}`,
  ])('still holds what it does not exclude: %s', (body) => {
    expect(kindsOf(body)).toContain('null')
  })
})
