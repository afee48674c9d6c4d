import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesBelow, htmlAmong } from '../../src/publish/siteFiles.ts'
import { hostileTexts } from '../hostileContent.ts'
import { leadsOn } from '../leadsOn.ts'
import { openBuild } from '../services.ts'
import { readPages } from '../site/builtPages.ts'
import { askSearch } from './askSearch.ts'
import { openSite } from './site.ts'

const worst = hostileTexts[1]

let site: Awaited<ReturnType<typeof openSite>>
let build: Awaited<ReturnType<typeof openBuild>>
let page: Page
/** What the browser reported: dialogs, errors, violations of the policy, calls made by texts. */
const reported: string[] = []

beforeAll(async () => {
  ;[site, build] = await Promise.all([openSite(), openBuild('hostile')])
  page = await site.browser.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) reported.push(message.text())
  })
  page.on('pageerror', (error) => reported.push(String(error)))
  page.on('dialog', (dialog) => {
    reported.push(dialog.message())
    dialog.dismiss()
  })
  await page.exposeFunction('hostile', () => reported.push('hostile()'))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))
  })
})
afterAll(() => site?.close())

/** What stands in the document that only the text of a record could have become. */
const aliveIn = () =>
  page.evaluate(() => {
    const roots: ParentNode[] = [
      document,
      ...[...document.querySelectorAll('template')].map((one) => one.content),
    ]
    return roots.flatMap((root) =>
      [...root.querySelectorAll('[onerror], [onload], [onclick], img[src=x], u')].map(
        ({ outerHTML }) => outerHTML,
      ),
    )
  })

test('on every page, with everything on it opened, no text of the edition comes alive', async () => {
  const paths = readPages(build.folder)
    .filter(({ html }) => !leadsOn(html))
    .map(({ path }) => path)
  expect(paths.length).toBe(htmlAmong(filesBelow(build.folder)).length - 2)
  for (const path of paths) {
    await page.goto(new URL(path.slice(1), build.url).href)
    await page.evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true
      for (const popover of document.querySelectorAll<HTMLElement>('[popover]'))
        popover.showPopover()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
    expect(await aliveIn(), path).toEqual([])
    expect(await page.evaluate(() => document.body.innerText.includes('hostile()')), path).toBe(
      true,
    )
  }
  expect(reported).toEqual([])
})

test('the map, the search and its excerpts show the text as it is', async () => {
  await page.goto(new URL('2099/map/', build.url).href)
  await page.locator('[data-map]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
  expect(await aliveIn()).toEqual([])
  await page.goto(new URL('search/', build.url).href)
  for (const query of [
    '<script>hostile()</script>',
    '<img src=x onerror=hostile()>',
    worst.slice(0, 90),
  ]) {
    expect((await askSearch(page, query)).length, query).toBeGreaterThan(0)
    expect(await page.locator('[data-search-results]').innerText()).toContain('hostile()')
    expect(await aliveIn()).toEqual([])
  }
  await page.goto(new URL(`search/?q=${encodeURIComponent(worst)}`, build.url).href)
  await page.waitForSelector('[data-search-results][data-state=done]')
  expect(await aliveIn()).toEqual([])
  expect(reported).toEqual([])
})
