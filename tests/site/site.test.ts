import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { decodeState, encodeState, type State } from '../../docs/.vitepress/playground/state.ts'
import { code } from '../servers/harness/code.ts'
import { describeSite, violationsOn } from './harness/site.ts'

const QUIET = { complaints: [], foreign: [] }

const HEADER = code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
    res.end('{}')
  }).listen(8080)
`

const WILDCARD = HEADER.replace('req.headers.origin', "'*'")

/** What axe finds on a page, and by how many pixels it is too wide. */
interface Look {
  readonly violations: readonly string[]
  readonly overflow: number
}

function linkTo(state: Partial<State>): string {
  return `/playground.html#${encodeState(state)}`
}

describeSite('the site', (site) => {
  describe('pages', () => {
    const PAGES = ['/', '/guide.html', '/rules/no-reflected-origin.html', '/libraries.html', '/playground.html']

    test.each(PAGES.flatMap((path) => [390, 1280].map((width) => ({ path, width }))))(
      '$path at $width pixels is accessible, fits, and asks nobody else for anything',
      async ({ path, width }) => {
        const look = async (page: Page): Promise<Look> => {
          const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
          return { violations: await violationsOn(page), overflow: await page.evaluate<number>(overflow) }
        }
        const visit = await site().visit(
          path,
          async (page) => {
            if (path === '/playground.html') await findings(page, 1)
            const light = await look(page)
            await page.emulateMedia({ colorScheme: 'dark' })
            await page.locator('html.dark').waitFor()
            return { light, dark: await look(page) }
          },
          { width },
        )
        const fine: Look = { violations: [], overflow: 0 }
        expect(visit).toEqual({ ...QUIET, result: { light: fine, dark: fine } })
      },
    )

    test('opens an example of a rule in the playground, where that rule speaks', async () => {
      const visit = await site().visit('/rules/no-null-origin.html', async (page) => {
        await page.locator('.try').first().click()
        await findings(page, 1)
        return page.locator('.findings a').first().textContent()
      })
      expect(visit).toEqual({ ...QUIET, result: 'no-null-origin' })
    })

    test('finds a word in the pages without asking anybody else', async () => {
      const visit = await site().visit('/guide.html', async (page) => {
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByRole('searchbox').fill('sandboxed frame')
        await page.locator('.VPLocalSearchBox .result').first().waitFor()
        return page.locator('.VPLocalSearchBox .results').textContent()
      })
      expect(visit).toEqual({ ...QUIET, result: expect.stringContaining('no-null-origin') as unknown })
    })
  })

  describe('the playground', () => {
    test('reports a mistake as it is typed, and a fix takes it away', async () => {
      const visit = await site().visit(linkTo({ code: '\n' }), async (page) => {
        await page.getByText('Nothing to report').waitFor()
        await page.locator('.cm-content').click()
        await page.keyboard.insertText(HEADER)
        await findings(page, 1)
        const marked = await page.locator('.cm-lintRange-error').allTextContents()
        await page.locator('.findings').getByRole('button', { name: 'Fix', exact: true }).click()
        await page.getByText('Nothing to report').waitFor()
        return { marked, text: await textIn(page) }
      })
      expect(visit).toEqual({
        ...QUIET,
        result: {
          marked: ['req.headers.origin'],
          text: expect.stringContaining('.includes(req.headers.origin)') as unknown,
        },
      })
    })

    test('shows the message where the code is, with a link to the rule and the fix', async () => {
      const visit = await site().visit(linkTo({ code: HEADER }), async (page) => {
        await findings(page, 1)
        await page.locator('.cm-lintRange-error').hover()
        const tooltip = page.locator('.cm-tooltip-lint')
        await tooltip.waitFor()
        const address = await tooltip.getByRole('link', { name: 'no-reflected-origin' }).getAttribute('href')
        await tooltip.getByRole('button', { name: 'Fix' }).click()
        await page.getByText('Nothing to report').waitFor()
        return address
      })
      expect(visit).toEqual({ ...QUIET, result: '/rules/no-reflected-origin.html' })
    })

    test('offers suggestions where there is no list, and makes the one that is chosen', async () => {
      const visit = await site().visit(linkTo({ code: HEADER, allowedOrigins: '' }), async (page) => {
        await findings(page, 1)
        await page.locator('.repairs button').first().click()
        await page.getByText('Nothing to report').waitFor()
        return textIn(page)
      })
      expect(visit).toEqual({ ...QUIET, result: expect.stringContaining('CORS_ALLOWED_ORIGINS') as unknown })
    })

    test('lints TypeScript, and fixes everything at once', async () => {
      const typed =
        "import cors, { type CorsOptions } from 'cors'\n\nexport const options: CorsOptions = { origin: true }\nexport const open = cors()\n"
      const visit = await site().visit(linkTo({ code: typed, language: 'ts' }), async (page) => {
        await findings(page, 2)
        await page.getByRole('button', { name: 'Fix all' }).click()
        await page.getByText('Nothing to report').waitFor()
        return textIn(page)
      })
      expect(visit).toEqual({
        ...QUIET,
        result: expect.stringContaining("options: CorsOptions = { origin: ['https://app.example.com'] }") as unknown,
      })
    })

    test('heeds the preset, settings and rules, and says what is not accepted', async () => {
      const visit = await site().visit(linkTo({ code: HEADER }), async (page) => {
        await findings(page, 1)
        const told: (string | null)[] = []
        await page.getByLabel('Allowed origins').fill('https://shop.example/')
        told.push(await page.getByRole('alert').textContent())
        await page.getByLabel('Allowed origins').fill('./origins.js#origins')
        await page.locator('.findings').getByRole('button', { name: 'Fix', exact: true }).waitFor()
        await page.getByLabel('Rules, as JSON').fill('{ "cors/no-reflected-origin": "off" }')
        await page.getByText('Nothing to report').waitFor()
        await page.getByLabel('Rules, as JSON').fill('{')
        told.push(await page.getByRole('alert').textContent())
        return told
      })
      expect(visit).toEqual({
        ...QUIET,
        result: [
          expect.stringContaining('settings.cors.allowedOrigins[0] is "https://shop.example/"') as unknown,
          expect.stringContaining('The rules are not JSON') as unknown,
        ],
      })
    })

    test('keeps what is written in the link', async () => {
      const visit = await site().visit(linkTo({ code: WILDCARD }), async (page) => {
        const severity = page.locator('.findings:not(.stale) .severity')
        await severity.getByText('warning').waitFor()
        await page.getByLabel('Preset').selectOption('strict')
        await severity.getByText('error').waitFor()
        await page.waitForURL((url) => decodeState(url.hash.slice(1))?.preset === 'strict')
        await page.reload()
        await severity.getByText('error').waitFor()
        return textIn(page)
      })
      expect(visit).toEqual({ ...QUIET, result: WILDCARD })
    })

    test('shows what the server answers to a page and what the browser does, now and after the fix', async () => {
      const open = HEADER.replace(
        '  res.end',
        "    res.setHeader('Access-Control-Allow-Credentials', 'true')\n  res.end",
      )
      const visit = await site().visit(linkTo({ code: open }), async (page) => {
        await findings(page, 1)
        const told: (readonly string[])[] = []
        const look = async (): Promise<void> => {
          await page.locator('.findings:not(.stale)').waitFor()
          told.push(await page.locator('.answer .verdict strong').allTextContents())
        }
        await look()
        await page.getByRole('button', { name: 'https://app.example.com', exact: true }).click()
        await page.locator('.answer.right').nth(1).waitFor()
        await look()
        return told
      })
      const READS = 'The page reads the response.'
      expect(visit).toEqual({
        ...QUIET,
        result: [
          [READS, 'The browser refuses.'],
          [READS, READS],
        ],
      })
    })

    test('says where code does not parse', async () => {
      const visit = await site().visit(linkTo({ code: 'const = 1\n' }), async (page) => {
        await findings(page, 1)
        return page.locator('.findings .message').textContent()
      })
      expect(visit).toEqual({ ...QUIET, result: 'Parsing error: Unexpected token =' })
    })
  })
})

/** Waits for as many findings, and fails where others come. */
async function findings(page: Page, count: number): Promise<void> {
  await page
    .locator('.findings:not(.stale) > li')
    .nth(count - 1)
    .waitFor()
  expect(await page.locator('.findings > li').count()).toBe(count)
}

/** The text in the editor. */
async function textIn(page: Page): Promise<string> {
  const lines = await page.locator('.cm-line').allTextContents()
  return lines.join('\n')
}
