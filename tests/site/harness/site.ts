import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import express from 'express'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

import { executable, launch, type Browser } from '../../browser/harness/chromium.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(import.meta.url)

/** A browser, and the site as it is published. */
export interface Site {
  /** Opens a page at a width in pixels, shows it to `look`, and says what should not have happened meanwhile. */
  visit<Result>(path: string, look: (page: Page) => Promise<Result>, options?: VisitOptions): Promise<Visit<Result>>
}

export interface VisitOptions {
  readonly width?: number
}

export interface Visit<Result> {
  readonly result: Result
  /** Errors and warnings of the console, and exceptions. */
  readonly complaints: readonly string[]
  /** Requests to anything else than the site. */
  readonly foreign: readonly string[]
}

/** Builds the site, and runs tests with it in Chromium. */
export function describeSite(name: string, tests: (site: () => Site) => void): void {
  describe.skipIf(executable === undefined)(name, { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'))
    let server: Server
    let browser: Browser
    let site: Site

    beforeAll(async () => {
      await build(folder)
      server = express()
        .use(express.static(folder, { extensions: ['html'] }))
        .listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      browser = await launch(FLAGS)
      site = siteAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, browser)
    }, 240_000)

    afterAll(async () => {
      await browser.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    })

    tests(() => site)
  })
}

/** Chromium asks for nothing by itself. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function build(folder: string): Promise<void> {
  await promisify(execFile)('npm', ['run', '--silent', 'site', '--', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

function siteAt(address: string, { context }: Browser): Site {
  return {
    async visit(path, look, { width = 1280 } = {}) {
      const page = await context.newPage()
      const complaints: string[] = []
      const foreign: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', ({ message }) => complaints.push(message))
      context.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${address}/`) && !/^(?:data|blob):/.test(url)) foreign.push(url)
      })
      try {
        await page.emulateMedia({ colorScheme: 'light' })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(address + path)
        await page.waitForLoadState('networkidle')
        return { result: await look(page), complaints, foreign }
      } finally {
        await page.close()
      }
    },
  }
}

/** What axe finds on a page: the rule, and the elements that break it. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.js') })
  const { violations } = await page.evaluate<Report>('axe.run()')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

interface Report {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: string[] }[] }[]
}
