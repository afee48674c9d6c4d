import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../site/builtPages.ts'
import { violations } from './axe.ts'
import { lendPages } from './lendPages.ts'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
let withPage: ReturnType<typeof lendPages>
beforeAll(async () => {
  site = await openSite()
  withPage = lendPages(site.browser, { bypassCSP: true })
})
afterAll(() => site.close())

const pages = builtPages
  // The newest edition’s cover has two addresses.
  .filter(({ html }, index) => builtPages.findLastIndex((other) => other.html === html) === index)
  .map(({ path }) => ({ path, isTemplate: templates.includes(path.slice(1)) }))

const modes = [
  { width: 390, scheme: 'light', mode: 'usual' },
  { width: 1440, scheme: 'light', mode: 'usual' },
  { width: 390, scheme: 'dark', mode: 'usual' },
  { width: 1440, scheme: 'dark', mode: 'usual' },
  { width: 390, scheme: 'light', mode: 'care' },
  { width: 1440, scheme: 'light', mode: 'care' },
] as const
type Mode = (typeof modes)[number]

/** Shows the page in a mode. */
async function show(page: Page, { width, scheme, mode }: Mode) {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate((care) => {
    if (care) document.documentElement.dataset.mode = 'care'
    else delete document.documentElement.dataset.mode
  }, mode === 'care')
}

/** The violations that axe finds on the page, in its first definition, and in its search dialog. */
async function allViolations(page: Page): Promise<string[]> {
  const found = await violations(page)
  if ((await page.locator('[popover]').count()) > 0) {
    await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')?.showPopover())
    found.push(...(await violations(page, { within: '[popover]:popover-open' })))
    await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')?.hidePopover())
  }
  if ((await page.locator('dialog').count()) > 0) {
    await page.locator('[data-search-open]').first().click()
    await page.waitForSelector('dialog[open] [role=combobox]')
    found.push(...(await violations(page, { within: 'dialog[open]' })))
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog:not([open])', { state: 'attached' })
  }
  return found
}

describe.concurrent.each(pages)('$path', ({ path, isTemplate }) => {
  test('scrolls in no mode sideways, and has no axe violation with all that opens opened', () =>
    withPage(async (page) => {
      await page.goto(new URL(path.slice(1), site.url).href)
      await page.evaluate(() => document.fonts.ready)
      for (const mode of modes) {
        await show(page, mode)
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(beyond, `${JSON.stringify(mode)} 横向溢出`).toBeLessThanOrEqual(0)
      }
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      for (const [index, mode] of modes.entries()) {
        const isInFull = index === 0 || isTemplate
        // On a page like others, only its own words and drawings can lack contrast.
        if (!isInFull && (mode.scheme !== 'dark' || mode.width > 390)) continue
        await show(page, mode)
        const found = isInFull
          ? await allViolations(page)
          : await violations(page, { rules: ['color-contrast'] })
        expect(found, JSON.stringify(mode)).toEqual([])
      }
    }))
})
