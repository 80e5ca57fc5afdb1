import { parse } from 'node:url'

import { describe, expect, test } from 'vitest'

import { exposureOf } from '../../src/exposure.ts'
import type { CheckedGrant } from '../../src/grants/model.ts'
import { wayPast, type Weakness } from '../../src/weaknesses.ts'
import { policyOf } from '../support/model.ts'
import { BYPASSED, NAMES, SOUND } from '../support/origin-checks.ts'

/** Whether the check, run by this engine, lets an origin in. */
function passes(check: string, origin: string, env: Readonly<Record<string, string>> = {}): boolean {
  // The checks are this file's own, and some of them use the old parser on purpose.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function(
    'origin',
    'url',
    'process',
    `${NAMES}\ntry { return Boolean(${check}) } catch { return false }`,
  ) as (origin: string, url: unknown, process: unknown) => boolean
  // Servers use it, deprecated or not.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return run(origin, { parse }, { env })
}

/** What the lint finds past a check, with credentials. */
function wayPastOf(check: string): Weakness | undefined {
  const policy = policyOf(`import cors from 'cors'
import url from 'node:url'
${NAMES}
app.use(cors({ credentials: true, origin(origin, callback) { callback(null, ${check}) } }))`)
  const grants = policy.grants.filter((grant): grant is CheckedGrant => grant.kind === 'checked')
  const [grant] = grants.filter((one) => exposureOf(policy, one) === 'bypassable')
  return grant && wayPast(policy, grant)
}

/** What the shapes of attack make of the hosts that the checks are about. */
const ATTACKS = ['app.example.com', 'example.com', 'localhost', 'mycompany.com'].flatMap((host) =>
  [
    `${host}.evil.example`,
    `evil${host}`,
    `evil-${host}`,
    `evil.${host}.evil.example`,
    host.replace('.', 'x'),
    host.slice(0, -1),
  ].flatMap((one) => [`https://${one}`, `http://${one}`]),
)

/** The variables of a server that is configured as its checks expect. */
const ENVIRONMENT = {
  ORIGIN: 'https://app.example.com',
  ORIGINS: 'https://app.example.com,https://admin.example.com',
  SUFFIX: '.example.com',
  DOMAIN: 'example.com',
  PATTERN: '^https:\\/\\/app\\.example\\.com$',
}

/** The sites under the domain that the checks trust, and the developer's own machine. */
function isOwn(origin: string): boolean {
  return /^https?:\/\/(?:.+\.example\.com|localhost)$/.test(origin)
}

describe('a check that is passed', () => {
  test.each(BYPASSED)('%s: %s', (check, kind, witness) => {
    const way = wayPastOf(check)
    expect(way && [way.kind, way.origin]).toEqual([kind, witness])
    expect(passes(check, witness), 'the check itself refuses the witness').toBe(true)
    expect(new URL(witness).origin, 'no browser sends the witness').toBe(witness)
  })
})

describe('a sound check', () => {
  test.each(SOUND)('%s', (check) => {
    expect(wayPastOf(check)).toBeUndefined()
    const admitted = ATTACKS.filter((origin) => passes(check, origin, ENVIRONMENT))
    expect(admitted.filter((origin) => !isOwn(origin))).toEqual([])
  })
})

describe('a check against an environment variable', () => {
  const env = { X: 'https://app.example.com' }

  test.each([
    ['process.env.X.includes(origin)', 'part', 'https://app.example.co'],
    ['process.env.X?.includes(origin)', 'part', 'https://app.example.co'],
    ["(process.env.X || '').includes(origin)", 'part', 'https://app.example.co'],
    ['process.env.X.indexOf(origin) > -1', 'part', 'https://app.example.co'],
    ['origin.startsWith(process.env.X)', 'appended', 'https://app.example.com.evil.example'],
    ['origin.indexOf(process.env.X) === 0', 'appended', 'https://app.example.com.evil.example'],
    [
      "process.env.X.split(',').some((one) => origin.startsWith(one))",
      'appended',
      'https://app.example.com.evil.example',
    ],
  ] as const)('%s', (check, kind, witness) => {
    const way = wayPastOf(check)
    expect(way && [way.kind, way.origin]).toEqual([kind, witness])
    expect(way?.assumed).toEqual({ variable: 'process.env.X', text: env.X })
    expect(passes(check, witness, env), 'the check itself refuses the witness').toBe(true)
  })
})
