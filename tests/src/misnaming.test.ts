import { describe, expect, test } from 'vitest'

import { distanceOf, optionMeantBy } from '../../src/misnaming.ts'
import { policyOf } from '../support/model.ts'

const { options } = policyOf(`import cors from 'cors'\ncors()`).library

describe('the distance between two names', () => {
  test.each([
    ['', '', 0],
    ['origin', 'origin', 0],
    ['origin', '', 6],
    ['', 'origin', 6],
    ['orgin', 'origin', 1],
    ['originn', 'origin', 1],
    ['orihin', 'origin', 1],
    ['oirgin', 'origin', 1],
    ['credentails', 'credentials', 1],
    ['crednetails', 'credentials', 2],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (one, other, distance) => {
    expect(distanceOf(one, other)).toBe(distance)
    expect(distanceOf(other, one)).toBe(distance)
  })
})

describe('the option that a name stands for', () => {
  test.each([
    ['Origin', 'origin'],
    ['ORIGIN', 'origin'],
    ['origins', 'origin'],
    ['allowedOrigins', 'origin'],
    ['allowOrigin', 'origin'],
    ['allow_origins', 'origin'],
    ['Access-Control-Allow-Origin', 'origin'],
    ['whitelist', 'origin'],
    ['originAllowList', 'origin'],
    ['corsWhitelist', 'origin'],
    ['method', 'methods'],
    ['allowMethods', 'methods'],
    ['allowedMethods', 'methods'],
    ['httpMethods', 'methods'],
    ['allowHeaders', 'allowedHeaders'],
    ['allowedHeader', 'allowedHeaders'],
    ['requestHeaders', 'allowedHeaders'],
    ['header', 'headers'],
    ['exposeHeaders', 'exposedHeaders'],
    ['credential', 'credentials'],
    ['allowCredentials', 'credentials'],
    ['supportsCredentials', 'credentials'],
    ['withCredentials', 'credentials'],
    ['maxage', 'maxAge'],
    ['max_age', 'maxAge'],
    ['preflightMaxAge', 'maxAge'],
    ['preflightContinues', 'preflightContinue'],
    ['optionsSucessStatus', 'optionsSuccessStatus'],
  ])('%s: %s', (name, meant) => {
    expect(optionMeantBy(name, options)?.name).toBe(meant)
  })

  test.each([
    'name',
    'debug',
    'age',
    'max',
    'org',
    'path',
    'enabled',
    'logger',
    'margin',
    'preflight',
    'status',
    'hook',
  ])('%s: none', (name) => {
    expect(optionMeantBy(name, options)).toBeUndefined()
  })

  test('each option stands for itself', () => {
    expect(options.map(({ name }) => optionMeantBy(name, options)?.name)).toEqual(options.map(({ name }) => name))
  })
})
