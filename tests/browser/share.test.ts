import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

let context: BrowserContext
beforeEach(async () => {
  context = await site.browser.newContext({ viewport: { width: 390, height: 844 } })
})
afterEach(() => context.close())

const visit = async (path: string) => {
  const page = await context.newPage()
  await page.goto(new URL(path, site.url).href)
  return page
}
const button = (page: Page) => page.getByRole('button', { name: '复制链接' })
const status = (page: Page) => page.locator('.share [role=status]').first()
const field = (page: Page) => page.locator('.share input').first()
const clipboard = async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return (await visit('about/')).evaluate(() => navigator.clipboard.readText())
}

test('the address is copied without the mode it is read in, and that is said', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await visit('2025/consultation/?care=1#figure-sessions')
  await button(page).click()
  await status(page).getByText('已复制').waitFor()
  expect(await clipboard()).toBe(new URL('2025/consultation/#figure-sessions', site.url).href)
  expect(await field(page).isHidden()).toBe(true)
})

test('where there is no clipboard, as without https, it is copied the old way', async () => {
  await context.addInitScript(() => {
    if (!location.pathname.startsWith('/about'))
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  const page = await visit('2025/map/')
  await button(page).click()
  await status(page).getByText('已复制').waitFor()
  expect(await field(page).isHidden()).toBe(true)
  expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await clipboard()).toBe(new URL('2025/map/', site.url).href)
})

test('where copying is refused, the address is shown selected', async () => {
  await context.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    document.execCommand = () => false
  })
  const page = await visit('2025/data/')
  await button(page).click()
  await status(page).getByText('请长按').waitFor()
  const address = new URL('2025/data/', site.url).href
  expect(await field(page).inputValue()).toBe(address)
  expect(await field(page).isVisible()).toBe(true)
  expect(
    await field(page).evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ),
  ).toBe(address)
})

test('a citation is copied as it is shown', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await visit('2025/charts/sessions/')
  await page.getByText('引用本页').click()
  const shown = await page.locator('.cite dd p').first().innerText()
  await page.getByRole('button', { name: '复制引文' }).first().click()
  await page.locator('.cite [role=status]').first().getByText('已复制').waitFor()
  expect(await clipboard()).toBe(shown)
  expect(shown).toBe('图1-1 政企协商会，载《履职亮点回眸》（2025年版）。')
})

test('without a script the button is not shown, and the citation still opens', async () => {
  const quiet = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await quiet.newPage()
  await page.goto(new URL('2025/', site.url).href)
  expect(await button(page).count()).toBe(0)
  await page.getByText('引用本页').click()
  expect(await page.locator('.cite dd p').first().isVisible()).toBe(true)
  await quiet.close()
})

test('linked data is no script to the content policy', async () => {
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  await page.goto(new URL('2025/consultation/', site.url).href)
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? '')['@graph'][0]['@type']).toBe('Article')
  expect(refused).toEqual([])
})
