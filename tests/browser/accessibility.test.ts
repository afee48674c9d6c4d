import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Violations as short lines: rule, how many, where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return violations.map(
    ({ id, nodes }) => `${id}（${nodes.length}）：${nodes[0]?.html.slice(0, 160)}`,
  )
}

describe.each(builtPages.map(({ path }) => path))('%s', (path) => {
  test.each([
    { width: 390, scheme: 'light', query: '' },
    { width: 1440, scheme: 'light', query: '' },
    { width: 390, scheme: 'dark', query: '' },
    { width: 1440, scheme: 'dark', query: '' },
    { width: 390, scheme: 'light', query: '?care=1' },
    { width: 1440, scheme: 'light', query: '?care=1' },
  ] as const)(
    'has no axe violation at $width px, $scheme $query, closed and opened',
    async ({ width, scheme, query }) => {
      const context = await site.browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        // The page's policy forbids the test's own script.
        bypassCSP: true,
      })
      const page = await context.newPage()
      await page.goto(new URL(path.slice(1) + query, site.url).href, { waitUntil: 'networkidle' })
      expect(await violations(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, '页面横向溢出').toBeLessThanOrEqual(0)

      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      expect(await violations(page)).toEqual([])

      const popovers = await page.evaluate(() => document.querySelectorAll('[popover]').length)
      if (popovers > 0) {
        await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')?.showPopover())
        expect(await violations(page)).toEqual([])
        await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')?.hidePopover())
      }
      if ((await page.locator('dialog').count()) > 0) {
        await page.locator('[data-search-open]').first().click()
        await page.waitForSelector('dialog[open]')
        expect(await violations(page)).toEqual([])
      }
      await context.close()
    },
  )
})
