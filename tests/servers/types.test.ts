import { dirname, join } from 'node:path/posix'

import { beforeAll, describe, expect, test, vi } from 'vitest'

import { lintAndFix, type CorsSettings } from './harness/lint.ts'
import { typeErrorsOf } from './harness/typecheck.ts'
import { TYPED_FETCH } from './harness/typed-fetch.ts'
import { TYPED_HEADERS } from './harness/typed-headers.ts'
import { TYPED_OPTIONS_A } from './harness/typed-options-a.ts'
import { TYPED_OPTIONS_B } from './harness/typed-options-b.ts'
import type { TypedServer } from './harness/typed-server.ts'

// The types of all these packages are a lot to read.
vi.setConfig({ hookTimeout: 180_000, testTimeout: 60_000 })

const SERVERS = [...TYPED_OPTIONS_A, ...TYPED_OPTIONS_B, ...TYPED_HEADERS, ...TYPED_FETCH]

/** Each way in which settings name the user's list. */
const LISTS: Readonly<Record<string, CorsSettings>> = {
  literals: { allowedOrigins: ['https://app.example.com', 'https://admin.example.com'] },
  module: { allowedOrigins: { module: './origins.js', export: 'allowedOrigins' } },
  env: { allowedOrigins: { env: 'CORS_ALLOWED_ORIGINS' } },
}

/** The modules of a server stand side by side, in the folder that its name asks for. */
function pathOf({ filename = '' }: TypedServer, index: number, name: string): string {
  return join(String(index), dirname(filename), `${name}.ts`)
}

/** What `--fix` makes of each server; with one origin only where no other list will do. */
const rows = SERVERS.flatMap((server, index) =>
  Object.entries(LISTS).flatMap(([list, settings]) => {
    if (server.isOneOnly === true && list !== 'literals') return []
    const served = { source: server.source, format: 'ts' } as const
    const listed = server.isOneOnly === true ? { allowedOrigins: ['https://app.example.com'] } : settings
    const { output, messages } = lintAndFix(served, listed, server.filename)
    return [
      {
        ...server,
        list,
        before: pathOf(server, index, 'before'),
        after: pathOf(server, index, list),
        output,
        messages,
      },
    ]
  }),
)

describe('TypeScript still checks after a fix', () => {
  let errors: ReadonlyMap<string, readonly string[]>

  beforeAll(() => {
    errors = typeErrorsOf(
      new Map([
        ...rows.map(({ before, source }) => [before, source] as const),
        ...rows.map(({ after, output }) => [after, output] as const),
        ...SERVERS.map(
          (_, index) =>
            [`${String(index)}/origins.ts`, "export const allowedOrigins = ['https://app.example.com']\n"] as const,
        ),
      ]),
    )
  })

  test.each(rows)('$name: $list', ({ source, before, after, output, messages }) => {
    expect(errors.get(before), source).toEqual([])
    expect(output).not.toBe(source)
    expect(messages, output).toEqual([])
    expect(errors.get(after), output).toEqual([])
  })
})

test('an error of types is one', () => {
  const errors = typeErrorsOf(
    new Map([
      [
        'wrong.ts',
        "import cors from '@fastify/cors'\nimport fastify from 'fastify'\nvoid fastify().register(cors, { origin: 5 })\n",
      ],
    ]),
  )
  expect(errors.get('wrong.ts')).toEqual([expect.stringMatching(/^3: /)])
})
