import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type BrowserContext } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is. `undefined` where there is none, and the tests that need it are skipped. */
export const executable = find()

/** Says in the names of skipped tests what they want. */
export const NEED = executable === undefined ? ' (skipped: no Chromium here, and CHROMIUM_PATH names none)' : ''

/** A browser with an ordinary profile. Private windows would leave out the cookies of other sites. */
export interface Browser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Starts Chromium without a window. */
export async function launch(flags: readonly string[]): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  // What browsers do unless they are told otherwise; distributions tell them.
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }))
  const context = await chromium.launchPersistentContext(profile, {
    ...(executable !== undefined && { executablePath: executable }),
    // The pages are our own, and neither root nor most containers can have the sandbox.
    chromiumSandbox: false,
    args: [...flags],
    timeout: 30_000,
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function find(): string | undefined {
  const { CHROMIUM_PATH, REQUIRE_CHROMIUM } = process.env
  const found = (CHROMIUM_PATH ? [CHROMIUM_PATH] : PLACES).find((path) => existsSync(path))
  if (found === undefined && (CHROMIUM_PATH || REQUIRE_CHROMIUM === '1'))
    throw new Error(`Chromium is required, and is not at ${CHROMIUM_PATH ?? PLACES.join(', ')}`)
  return found
}
