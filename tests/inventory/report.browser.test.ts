import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { reportOf } from '../../src/inventory/report/report.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { executable, launch, type Browser } from '../browser/harness/chromium.ts'
import { hostileInventory, inventoryOfExamples, largeInventory } from './inventories.ts'

const picture = fileURLToPath(new URL('../../docs/report.png', import.meta.url))

declare const window: { readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }

// A browser with a large page takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe.skipIf(executable === undefined)('the report in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await launch(['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'])
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a report and gathers what goes wrong: errors of the console, and requests for anything but the page. */
  async function open(inventory: Inventory, width = 1280) {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.html`)
    writeFileSync(file, reportOf(inventory))
    const page = await browser.context.newPage()
    await page.setViewportSize({ width, height: 900 })
    const wrongs: string[] = []
    const address = pathToFileURL(file).href
    page.on('console', (message) => {
      if (message.type() !== 'log') wrongs.push(message.text())
    })
    page.on('pageerror', (error) => {
      wrongs.push(String(error))
    })
    page.on('dialog', (dialog) => {
      wrongs.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) wrongs.push(request.url())
    })
    await page.goto(address)
    return { page, wrongs }
  }

  test.each(['light', 'dark'] as const)('is accessible in %s, and asks for nothing', async (colorScheme) => {
    const { page, wrongs } = await open(await inventoryOfExamples())
    await page.emulateMedia({ colorScheme })
    expect(wrongs).toEqual([])
    // DevTools may run it; the policy of the page lets nothing else in.
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => window.axe.run())
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    await page.close()
  })

  test('fits a phone', async () => {
    const { page } = await open(await inventoryOfExamples(), 390)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(overflow).toBe(0)
    if (process.env.KEEP_PICTURES) await page.screenshot({ path: '/tmp/report-390.png', fullPage: true })
    await page.close()
  })

  test('shows its picture', async () => {
    const { page } = await open(await inventoryOfExamples())
    const path = process.env.UPDATE_PICTURES ? picture : join(folder, 'report.png')
    await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: 900 } })
    expect(statSync(path).size).toBeLessThan(200_000)
    if (process.env.KEEP_PICTURES) {
      await page.screenshot({ path: '/tmp/report-1280.png', fullPage: true })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: '/tmp/report-dark.png' })
    }
    await page.close()
  })

  test('filters by text and by state, from the keyboard', async () => {
    const inventory = await inventoryOfExamples()
    const { page } = await open(inventory)
    const articles = page.locator('article:visible')
    const rows = page.locator('tbody tr:visible')
    expect(await articles.count()).toBe(inventory.policies.length)
    await page.keyboard.press('/')
    await page.keyboard.type('express-profile')
    await page.locator('output', { hasText: `1 of ${inventory.policies.length} policies` }).waitFor()
    expect([await articles.count(), await rows.count()]).toEqual([1, 1])
    await page.locator('#search').fill('')
    await page.locator('#state').selectOption('sound')
    const sound = inventory.policies.filter(({ findings }) => findings.length === 0)
    await page.locator('output', { hasText: `${sound.length} of` }).waitFor()
    expect(await articles.count()).toBe(sound.length)
    await page.close()
  })

  test('runs nothing of the code that it shows', async () => {
    const { page, wrongs } = await open(hostileInventory())
    expect(wrongs).toEqual([])
    expect(await page.locator('article img, article script, tbody img, [onerror]').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.evaluate('globalThis.isHacked')).toBe(undefined)
    await page.close()
  })

  test('keeps up with a few thousand policies', async () => {
    const inventory = await largeInventory(3000)
    const { page, wrongs } = await open(inventory)
    await page.locator('#search').fill('server-2999.js')
    await page.locator('output', { hasText: '1 of 3000 policies' }).waitFor()
    expect(await page.locator('article:visible').count()).toBe(1)
    expect(wrongs).toEqual([])
    await page.close()
  })
})
